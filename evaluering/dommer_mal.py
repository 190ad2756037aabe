"""What a judge is asked: ragas' five metrics, which answers each is for, and the digest of every prompt."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from pydantic import BaseModel

from evaluering.dommer_lenke import Dommer, Dommersvikt, Lenke, oppdrag
from evaluering.mal import avstatt
from evaluering.metrikker import SVARTE, Metrikk, Vurdert
from evaluering.ragas_mal import Vektorkilde, svartekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Sak:
    """One answer as the judge sees it."""

    id: str
    sporsmal: str
    svar: str
    kontekst: tuple[str, ...]
    referanse: str = ""
    svarbar: bool = True
    """Whether there is an answer to give."""
    pastar: bool = True
    """Whether the answer claims something of substance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maling:
    """One of ragas' metrics. ``trenger``: what it is given, by ragas' name and ours."""

    metrikk: Metrikk
    klasse: str
    trenger: dict[str, str]
    gjelder: Callable[[Sak], bool]


_SPORSMAL, _SVAR, _KONTEKST = {"user_input": "sporsmal"}, {"response": "svar"}, {"retrieved_contexts": "kontekst"}
_REFERANSE = {"reference": "referanse"}


def _har_referanse(s: Sak) -> bool:
    return s.svarbar and bool(s.referanse)


MALINGER = (
    Maling(
        metrikk=Metrikk(navn="trofasthet", forklaring="Hvor stor del av påstandene i svaret som står i kildene."),
        klasse="Faithfulness",
        trenger=_SPORSMAL | _SVAR | _KONTEKST,
        gjelder=lambda s: s.pastar,
    ),
    Maling(
        metrikk=Metrikk(navn="svarrelevans", forklaring="Hvor godt spørsmålet kan gjettes ut fra svaret. Unnvikende svar får 0."),
        klasse="AnswerRelevancy",
        trenger=_SPORSMAL | _SVAR,
        gjelder=lambda s: s.svarbar,
    ),
    Maling(
        metrikk=Metrikk(navn="faktariktighet", forklaring="Hvor godt påstandene i svaret og i referansen dekker hverandre (F1)."),
        klasse="FactualCorrectness",
        trenger=_SVAR | _REFERANSE,
        gjelder=_har_referanse,
    ),
    Maling(
        metrikk=Metrikk(navn="referansedekning", forklaring="Hvor stor del av referansen som står i kildene."),
        klasse="ContextRecall",
        trenger=_SPORSMAL | _KONTEKST | _REFERANSE,
        gjelder=_har_referanse,
    ),
    Maling(
        metrikk=Metrikk(
            navn="støyfølsomhet",
            forklaring="Hvor stor del av påstandene som er gale og likevel står i en rett kilde.",
            hoyt_er_bra=False,
        ),
        klasse="NoiseSensitivity",
        trenger=_SPORSMAL | _SVAR | _KONTEKST | _REFERANSE,
        gjelder=lambda s: _har_referanse(s) and s.pastar and bool(s.svar and s.kontekst),
    ),
)
"""What layers B and C measure, in the order of the report."""


def som_sak(v: Vurdert) -> Sak:
    """Return an answer as the judge sees it: the passages found, and what is quoted from others."""
    funnet = tuple(v.svar["kontekst"])
    sitert = (k["sitat"] for k in v.svar["kilder"])
    return Sak(
        id=v.gull.id,
        sporsmal="\n".join((*v.gull.turer, v.gull.sporsmal)),
        svar=svartekst(v.svar),
        kontekst=(*funnet, *(s for s in sitert if not any(_brett(s) in _brett(f) for f in funnet))),
        referanse=v.gull.referanse.strip(),
        svarbar=v.gull.svarbar,
        pastar=not avstatt(v.svar) and (v.svar["utfall"] in SVARTE or bool(v.svar["kilder"])),
    )


def _brett(tekst: str) -> str:
    return " ".join(tekst.split())


def kutt(sak: Sak, tegn: int) -> tuple[Sak, list[dict[str, Any]]]:
    """Return the case within the limit, and what was cut: passages from the last, texts from the end."""
    kontekst, igjen = [], tegn
    for k in sak.kontekst:
        kontekst.append(k[: max(0, igjen)])
        igjen -= len(k)
    kortet = replace(sak, svar=sak.svar[:tegn], referanse=sak.referanse[:tegn], kontekst=tuple(k for k in kontekst if k))
    meldt = []
    for felt in ("svar", "referanse", "kontekst"):
        for_, etter = (len("".join(getattr(s, felt))) for s in (sak, kortet))
        if etter < for_:
            meldt.append({"id": sak.id, "felt": felt, "tegn": for_, "beholdt": etter})
    return kortet, meldt


def lag_metrikk(maling: Maling, dommer: Dommer, lenke: Lenke) -> Any:
    """Return ragas' metric with the judge in it; each prompt tells the link what it is about to ask."""
    import ragas.metrics.collections as samling
    from ragas.embeddings.base import BaseRagasEmbedding
    from ragas.llms.base import InstructorBaseRagasLLM

    InstructorBaseRagasLLM.register(Lenke)
    BaseRagasEmbedding.register(Vektorkilde)
    ekstra = {"embeddings": Vektorkilde(finn=dommer.embedder.embed_query)} if maling.klasse == "AnswerRelevancy" else {}
    metrikk = getattr(samling, maling.klasse)(llm=lenke, **ekstra)
    for prompt in dict(_prompter(metrikk)).values():
        prompt.to_string = partial(_husk, lenke, prompt.to_string)
    return metrikk


def _husk(lenke: Lenke, skriv: Callable[[BaseModel], str], inn: BaseModel) -> str:
    lenke.inn = inn
    return skriv(inn)


def _prompter(metrikk: Any) -> Iterator[tuple[str, Any]]:
    from ragas.prompt.metrics.base_prompt import BasePrompt

    return ((navn, p) for navn, p in sorted(vars(metrikk).items()) if isinstance(p, BasePrompt))


async def mal_sak(maling: Maling, sak: Sak, dommer: Dommer) -> float:
    """Return one value in [0, 1].

    Raises:
        Dommersvikt: the judge failed; the message says how.
    """
    metrikk = lag_metrikk(maling, dommer, Lenke(dommer))
    felt: dict[str, Any] = {deres: getattr(sak, vart) for deres, vart in maling.trenger.items()}
    if "retrieved_contexts" in felt:
        felt["retrieved_contexts"] = list(sak.kontekst)
    try:
        verdi = float((await metrikk.ascore(**felt)).value)
    except Dommersvikt:
        raise
    except Exception as feil:  # ragas breaks in its own ways on answers that it did not expect
        raise Dommersvikt(f"ragas kunne ikke regne: {type(feil).__name__}: {str(feil)[:160]}") from feil
    if not -1e-6 <= verdi <= 1 + 1e-6:  # also not a number
        raise Dommersvikt(f"verdi utenfor 0 til 1: {verdi}")
    return min(1.0, max(0.0, verdi))


def digester(malinger: Sequence[Maling], dommer: Dommer) -> dict[str, dict[str, str]]:
    """Return by metric and prompt a digest of all that is sent besides the case: instruction, form and examples."""
    ut: dict[str, dict[str, str]] = {"oppdrag": {"oppdrag": _digest(oppdrag())}}
    for m in malinger:
        metrikk = lag_metrikk(m, dommer, Lenke(dommer))
        ut[m.metrikk.navn] = {navn: _digest(p.to_string(_tomt(p.input_model))) for navn, p in _prompter(metrikk)}
    return ut


def _tomt(form: type[BaseModel]) -> BaseModel:
    """Return an input with nothing in it."""
    felt = {navn: "" if f.annotation is str else [] for navn, f in form.model_fields.items() if f.is_required()}
    return form.model_validate(felt)


def _digest(tekst: str) -> str:
    return hashlib.blake2b(tekst.encode(), digest_size=6).hexdigest()

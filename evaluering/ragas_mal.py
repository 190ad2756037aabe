"""Layer A by ragas: what its metrics say without a model that judges. Needs the extra ``evaluering``.

ragas holds sections to be a set: order and repetition do not count. Where a metric does not apply the value is
None: a question that the corpus does not answer, precision when nothing was shown, likeness without a reference.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from evaluering.metrikker import Rad, Verdier, Vurdert, rangert, viste
from veileder import standardtekster
from veileder.adaptere.embedding import velg_embedder
from veileder.adaptere.vektorlager import Vektorlager
from veileder.domene import Malform
from veileder.innstillinger import Innstillinger
from veileder.oppstart import sett_trygge_miljovariabler

SOK = 5
"""Sections of the search that are held against the right ones."""

FASTE_TEGN = 9
"""Letters of its own that a fixed text must have to be known again: «Les mer: » is the shortest that stands alone."""

_MARKDOWN = (
    (re.compile(r"\s*\[\d+\](?!\()"), ""),  # source numbers
    (re.compile(r"\[([^\]]*)\]\([^)\s]*\)"), r"\1"),  # links keep their words
    (re.compile(r"^\s*(?:[-*•]|\d+\.|#+|>)\s+", re.MULTILINE), ""),
    (re.compile(r"\*\*|`"), ""),
)


def skru_av_sporing() -> None:
    """Set what must be set before ragas and LangChain are imported, so that nothing is reported to anybody."""
    sett_trygge_miljovariabler()
    os.environ["RAGAS_DO_NOT_TRACK"] = "true"  # "1" does not stop it


def svartekst(svar: Rad) -> str:
    """Return what an answer says: without source numbers, Markdown and our fixed sentences.

    Those (that a text is a draft, what the next step is) stand in no source and no reference, and would count
    against every answer alike. An answer that is nothing but fixed text is returned whole.
    """
    avsnitt = [a for a in svar["tekst"].split("\n\n") if a.strip()]
    egne = [a for a in avsnitt if not any(m.fullmatch(a.strip()) for m in _faste(svar["sprak"]))]
    tekst = "\n".join(egne or avsnitt)
    for monster, nytt in _MARKDOWN:
        tekst = monster.sub(nytt, tekst)
    return tekst.strip()


@cache
def _faste(sprak: str) -> tuple[re.Pattern[str], ...]:
    """Return a pattern for each paragraph of our fixed texts; a field in it matches anything.

    Those of few letters besides their fields ("Om {tittel}") are parts of sentences, and would match what is no fixed text.
    """
    avsnitt = {a for n in standardtekster.navn() for a in standardtekster.tekst(n, Malform(sprak)).split("\n\n")}
    deler = (re.split(r"\{\w+\}", a) for a in sorted(avsnitt))
    return tuple(re.compile(".+?".join(map(re.escape, d)), re.DOTALL) for d in deler if len("".join(d)) >= FASTE_TEGN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vektorkilde:
    """Our vectors in the seat of ragas' ``BaseRagasEmbedding``: registered there, so that ragas is loaded when used."""

    finn: Callable[[str], Sequence[float]]

    def embed_text(self, text: str, **_: Any) -> list[float]:
        """Return the vector of a text."""
        return list(self.finn(text))

    async def aembed_text(self, text: str, **_: Any) -> list[float]:
        """Return the vector of a text."""
        return self.embed_text(text)

    async def aembed_texts(self, texts: list[str], **_: Any) -> list[list[float]]:
        """Return the vectors of texts."""
        return [self.embed_text(t) for t in texts]


def mal_ragas(vurderte: Sequence[Vurdert]) -> list[Verdier]:
    """Return the values of every row, in the order of the rows. Vectors are kept in the user's cache."""
    skru_av_sporing()
    # From the modules themselves: by way of ragas.metrics they warn, and the newer API does not have them.
    from ragas.metrics._context_precision import IDBasedContextPrecision
    from ragas.metrics._context_recall import IDBasedContextRecall

    presisjon, dekning = IDBasedContextPrecision(), IDBasedContextRecall()
    return [
        {
            "kontekstpresisjon": _id_mal(presisjon, viste(v.svar), v.gull.seksjoner) if viste(v.svar) else None,
            "kontekstdekning": _id_mal(dekning, viste(v.svar), v.gull.seksjoner),
            "kontekstdekning søk": _id_mal(dekning, rangert(v.svar)[:SOK], v.gull.seksjoner),
            "likhet med referansen": likhet,
        }
        for v, likhet in zip(vurderte, _likheter(vurderte), strict=True)
    ]


def _id_mal(metrikk: Any, fikk: Sequence[str], rette: Sequence[str]) -> float | None:
    from ragas.dataset_schema import SingleTurnSample

    if not rette:
        return None
    prove = SingleTurnSample(retrieved_context_ids=list(fikk), reference_context_ids=list(rette))
    # The public method makes up an id for the user and writes it in the home folder, tracked or not.
    return float(_ferdig(metrikk._single_turn_ascore(prove, [])))  # noqa: SLF001


def _likheter(vurderte: Sequence[Vurdert]) -> list[float | None]:
    from ragas.embeddings.base import BaseRagasEmbedding
    from ragas.metrics.collections import SemanticSimilarity

    par = [(v.gull.referanse.strip(), svartekst(v.svar)) for v in vurderte]
    tekster = sorted({t for begge in par if all(begge) for t in begge})
    lager = Vektorlager(Innstillinger().hurtiglagermappe)
    matrise = lager.hent_eller_lag(tekster, velg_embedder(""), lambda bunker, _antall: bunker)
    vektorer = {t: v.tolist() for t, v in zip(tekster, matrise, strict=True)}
    BaseRagasEmbedding.register(Vektorkilde)
    kilde: Any = Vektorkilde(finn=vektorer.__getitem__)
    metrikk = SemanticSimilarity(embeddings=kilde)
    return [_ferdig(metrikk.ascore(reference=r, response=s)).value if r and s else None for r, s in par]


def _ferdig(arbeid: Coroutine[Any, Any, Any]) -> Any:
    """Return what a coroutine gives that never waits: no event loop is needed for it."""
    try:
        arbeid.send(None)
    except StopIteration as slutt:
        return slutt.value
    arbeid.close()
    raise RuntimeError("ragas ventet på noe der ingenting skulle ventes på")

"""A LangChain chat model where ragas wants a model of its own, and what is not let through as a verdict.

ragas counts what it gets: an empty list of claims is 0, a verdict of 5 counts five times, and two verdicts on
three claims give a mean over two. Such answers are failures of the judge here, never a low or high score.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from evaluering.ragas_mal import skru_av_sporing
from veileder.innstillinger import ROT

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from veileder.porter import Embedder

OPPDRAG = ROT / "prompts" / "dommer-oppdrag.md"
"""What every judge is told first, in Norwegian; ragas' own prompts are in English and come after it."""

_Form = TypeVar("_Form", bound=BaseModel)


class Dommersvikt(Exception):
    """The judge gave nothing that may be counted. The message is ``kind`` or ``kind: more``."""


class Dommervalg(BaseSettings):
    """Which judge, and how it is used. Without ``VEILEDER_DOMMER`` there is none."""

    model_config = SettingsConfigDict(env_prefix="VEILEDER_", extra="ignore", frozen=True, env_parse_none_str="ingen")

    dommer: str = ""
    """The chat model as ``provider:model``, as LangChain's ``init_chat_model`` takes it."""

    dommer_ganger: int = Field(default=1, ge=1)
    """How many times each answer is judged."""

    dommer_temperatur: float | None = 0.0
    """Temperature. «ingen»: leave it to the provider, for models that refuse the setting."""

    dommer_tegn: int = Field(default=24_000, ge=500)
    """Characters of passages that the judge is given at the most, and of the answer and of the reference."""

    dommer_sekunder: float = Field(default=120.0, gt=0)
    """Seconds that one call may take."""

    dommer_samtidige: int = Field(default=4, ge=1)
    """Answers that are judged at the same time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dommer:
    """A chat model that judges, with its limits as in ``Dommervalg``."""

    navn: str
    modell: BaseChatModel
    embedder: Embedder
    ganger: int = 1
    temperatur: float | None = None
    """As recorded with the result; the model itself has it already."""
    tegn: int = 24_000
    sekunder: float = 120.0
    samtidige: int = 4


def dommer_fra_miljo() -> Dommer | None:
    """Return the judge that the environment names, or None when it names none.

    Raises:
        ValueError: a limit is out of range, or the model cannot be made: not ``provider:model``, no package, no key.
    """
    valg = Dommervalg()
    if not valg.dommer:
        return None
    skru_av_sporing()
    from langchain.chat_models import init_chat_model

    from veileder.adaptere.embedding import velg_embedder

    temperatur: dict[str, Any] = {} if valg.dommer_temperatur is None else {"temperature": valg.dommer_temperatur}
    try:
        modell = init_chat_model(valg.dommer, **temperatur)
    except Exception as feil:  # each provider has its own kinds
        raise ValueError(f"Dommermodellen «{valg.dommer}» kunne ikke startes: {' '.join(str(feil).split())[:300]}") from feil
    return Dommer(
        navn=valg.dommer,
        modell=modell,
        embedder=velg_embedder(""),
        ganger=valg.dommer_ganger,
        temperatur=valg.dommer_temperatur,
        tegn=valg.dommer_tegn,
        sekunder=valg.dommer_sekunder,
        samtidige=valg.dommer_samtidige,
    )


@cache
def oppdrag() -> str:
    """Return what the judge is told first."""
    return OPPDRAG.read_text(encoding="utf-8").strip()


class Lenke:
    """The judge in the seat of ragas' ``InstructorBaseRagasLLM`` (registered there), for one verdict at a time."""

    def __init__(self, dommer: Dommer) -> None:
        self._dommer = dommer
        self.inn: BaseModel | None = None
        """What ragas puts in the prompt that comes next."""

    def generate(self, prompt: str, response_model: type[_Form]) -> _Form:
        """Not used: ragas' metrics are asked asynchronously."""
        raise NotImplementedError

    async def agenerate(self, prompt: str, response_model: type[_Form]) -> _Form:
        """Return the judge's answer in the form that ragas wants.

        Raises:
            Dommersvikt: no answer in time, an error, no JSON, the wrong form, or something that cannot be counted.
        """
        meldinger = [("system", oppdrag()), ("human", prompt)]
        try:
            svar = await asyncio.wait_for(self._dommer.modell.ainvoke(meldinger), self._dommer.sekunder)
        except TimeoutError as feil:
            raise Dommersvikt(f"svarte ikke i tide: {self._dommer.sekunder:g} s") from feil
        except Exception as feil:  # each provider has its own kinds
            raise Dommersvikt(f"feil fra modellen: {type(feil).__name__}: {str(feil)[:160]}") from feil
        ut = _les(str(svar.text), response_model)
        _kontroller(ut, len(getattr(self.inn, "statements", ())))
        return ut


def _les(tekst: str, form: type[_Form]) -> _Form:
    """Read one JSON object, also in a fence or after words. Cut-off JSON is not mended: half a list is no list."""
    fra, til = tekst.find("{"), tekst.rfind("}")
    if fra < 0:
        raise Dommersvikt(f"svarte ikke med JSON: «{' '.join(tekst.split())[:100]}»" if tekst.strip() else "tomt svar")
    try:
        return form.model_validate_json(tekst[fra : til + 1])
    except ValidationError as feil:
        forst = feil.errors()[0]
        slag = "ødelagt JSON" if forst["type"] == "json_invalid" else "feil form"
        raise Dommersvikt(f"{slag}: {'.'.join(map(str, forst['loc']))} {forst['msg'][:100]}".replace(":  ", ": ")) from feil


def _kontroller(ut: BaseModel, ventet: int) -> None:
    """Refuse what has the right form and still cannot be counted. Every number that ragas asks for is 0 or 1."""
    lister = [v for _, v in ut if isinstance(v, list)]
    if not all(lister):
        raise Dommersvikt("fant ingen påstander")
    dommer = [d for v in lister for d in v if isinstance(d, BaseModel)]
    tall = [x for d in (ut, *dommer) for _, x in d if isinstance(x, int)]
    if ulovlige := [x for x in tall if x not in (0, 1)]:
        raise Dommersvikt(f"dømte noe annet enn 0 eller 1: {ulovlige[0]}")
    if ventet and len(dommer) != ventet:
        raise Dommersvikt(f"dømte ikke alle påstandene: {len(dommer)} av {ventet}")
    if not getattr(ut, "question", "-").strip() and not getattr(ut, "noncommittal", 0):
        raise Dommersvikt("tomt spørsmål")

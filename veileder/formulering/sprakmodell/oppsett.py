"""What the tasks of a chat model need: the model, its prompts, and what an operator has switched on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from veileder.formulering.sprakmodell.ledetekst import Ledetekst
from veileder.porter import Sprakmodell


class Oppgave(StrEnum):
    """What a model may be used for. Written like this in the setting; each has a prompt of the same name."""

    SVAR = "svar"
    ENKLERE = "enklere"
    TVILLING = "tvilling"
    OPPFOLGING = "oppfolging"
    NOTAT = "notat"
    OVERSETT = "oversett"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sprakoppsett:
    """``ord`` is the most that an answer may have, ``utdrag`` how many passages the model is given.

    ``dommer`` is a second model that can only stop a sentence.
    """

    modell: Sprakmodell
    ledetekster: Mapping[str, Ledetekst]
    oppgaver: frozenset[Oppgave]
    ord: int = 120
    utdrag: int = 5
    dommer: Sprakmodell | None = None

"""What a check has to say about a place in a text: how grave it is, what is wrong, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Alvor(StrEnum):
    """How grave a remark is. Only ``FEIL`` makes the check fail; printed with exactly these strings."""

    FEIL = "feil"
    ADVARSEL = "advarsel"
    RAD = "rad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merknad:
    """One remark. ``linje`` is 1-based, and None for formats without lines (PDF, Word, web pages).

    ``regel`` is the rule's stable name; ``funn`` and ``rettelse`` are Norwegian sentences for an editor.
    """

    alvor: Alvor
    fil: str
    linje: int | None
    regel: str
    funn: str
    rettelse: str

"""How long each kind is kept, and what a clean-up and an outgoing notice are: values of the standard library only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenser:
    """Moments in UTC: what is older goes. ``kontaktsaker`` counts from when a request was handled, the rest from when it came."""

    meldinger: dt.datetime
    kontaktsaker: dt.datetime
    kontaktsaker_hoyst: dt.datetime
    revisjon: dt.datetime
    statistikk: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppbevaring:
    """Days that each kind is kept. Reports, sources, flags and what reviewers wrote go with their message.

    ``kontaktsaker`` is for handled ones; ``kontaktsaker_hoyst`` for all, so that one that nobody closed goes as well.
    """

    meldinger: int = 21
    kontaktsaker: int = 30
    kontaktsaker_hoyst: int = 180
    revisjon: int = 365
    statistikk: int = 1095

    def grenser(self, na: dt.datetime) -> Grenser:
        """Return what is too old at ``na`` (aware)."""

        def for_(dager: int) -> dt.datetime:
            return na.astimezone(dt.UTC) - dt.timedelta(days=dager)

        return Grenser(
            meldinger=for_(self.meldinger),
            kontaktsaker=for_(self.kontaktsaker),
            kontaktsaker_hoyst=for_(self.kontaktsaker_hoyst),
            revisjon=for_(self.revisjon),
            statistikk=for_(self.statistikk),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ryddet:
    """A clean-up that is done: rows that went, by table, and whether what they held is written over in the files."""

    tidspunkt: dt.datetime
    antall: Mapping[str, int] = field(default_factory=dict)
    skrubbet: bool = False

    @property
    def i_alt(self) -> int:
        """Rows that went."""
        return sum(self.antall.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Varsel:
    """A notice of a new request for contact that waits to be sent by e-mail. It carries nothing of the person."""

    id: int
    nummer: str
    kommune: str
    opprettet: dt.datetime
    forsok: int

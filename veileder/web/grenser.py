"""How much may come from one address: a sliding window for each kind of thing, counted by marks and never by addresses.

A session has limits of its own (``tilstand``); these hold when somebody opens many. They are wide, since a whole office
or nursing home may share an address. An address of this machine is a proxy that does not say whom it serves: a limit on it
would hit everybody, so there is none.
"""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict, deque
from dataclasses import dataclass
from enum import Enum

from veileder.web.adressevern import Adressevern, er_egen

STEDER = 10_000
"""Places that are remembered; the one seen longest ago is forgotten first."""


class Slag(Enum):
    """What is counted."""

    MELDING = "melding"
    """A question or a click."""

    KONTAKT = "kontakt"
    """A request for contact, or a report on an answer."""

    OPPSLAG = "oppslag"
    """A page that is searched or compared for."""

    KALL = "kall"
    """Any other thing that is sent: a form, a call of the chat's page."""

    TILKOBLING = "tilkobling"
    """A websocket that is opened."""

    RAMME = "ramme"
    """A message on a websocket, whatever it says."""


@dataclass(frozen=True, slots=True)
class Grense:
    """At most so many in so many seconds."""

    antall: int
    sekunder: float


FASTE = {
    Slag.KONTAKT: Grense(30, 3600.0),
    Slag.OPPSLAG: Grense(120, 60.0),
    Slag.KALL: Grense(600, 60.0),
    Slag.TILKOBLING: Grense(120, 60.0),
    Slag.RAMME: Grense(1200, 60.0),
}
"""What no setting changes. How many messages, one does."""


class Teller:
    """Counts one kind of thing for each place. Safe to use from several threads."""

    def __init__(self, grense: Grense) -> None:
        self._grense = grense
        self._steder: OrderedDict[str, deque[float]] = OrderedDict()
        self._las = threading.Lock()

    def vent(self, merke: str, na: float) -> float:
        """Count one and return 0, or return the seconds until there is room again. ``na`` is seconds, monotonic."""
        with self._las:
            tider = self._steder.setdefault(merke, deque())
            self._steder.move_to_end(merke)
            while tider and tider[0] <= na - self._grense.sekunder:
                tider.popleft()
            if len(tider) >= self._grense.antall:
                return tider[0] + self._grense.sekunder - na
            tider.append(na)
            while len(self._steder) > STEDER:
                self._steder.popitem(last=False)
            return 0.0


class Grenser:
    """The limits of one application."""

    def __init__(self, meldinger_per_minutt: int) -> None:
        self._vern = Adressevern()
        grenser = {**FASTE, Slag.MELDING: Grense(meldinger_per_minutt, 60.0)}
        self._tellere = {slag: Teller(grense) for slag, grense in grenser.items()}

    def vent(self, slag: Slag, adresse: str, na: float | None = None) -> int:
        """Count one thing from an address; return whole seconds to wait, 0 when it may pass. ``na`` is seconds, monotonic."""
        if er_egen(adresse):
            return 0
        return math.ceil(self._tellere[slag].vent(self._vern.merke(adresse), time.monotonic() if na is None else na))

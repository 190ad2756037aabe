"""A limit on guessing receipt numbers: few misses from one place, and not many from all places together.

Places are held as marks (``adressevern``), for as long as they count.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque

from veileder.web.adressevern import Adressevern

FRA_ETT_STED, VINDU = 10, 600.0
"""Misses from one place within so many seconds."""

FRA_ALLE, KORT_VINDU = 60, 60.0
"""Misses from all places within so many seconds. With 500 reports at a time (20⁸ numbers), guessing at full speed finds
one in a year and a half, and what it finds is a status."""

STEDER = 10_000
"""Places that are remembered; the one seen longest ago is forgotten first."""


class Gjettevakt:
    """Counts misses. Safe to use from several threads."""

    def __init__(self, *, fra_ett_sted: int = FRA_ETT_STED, fra_alle: int = FRA_ALLE) -> None:
        self._fra_ett_sted, self._fra_alle = fra_ett_sted, fra_alle
        self._steder: OrderedDict[str, deque[float]] = OrderedDict()
        self._alle: deque[float] = deque()
        self._vern = Adressevern()
        self._las = threading.Lock()

    def slipp_inn(self, adresse: str, na: float | None = None) -> bool:
        """Count a look-up as a miss, until ``traff`` says otherwise; return whether it may be made. Seconds, monotonic."""
        na = time.monotonic() if na is None else na
        with self._las:
            return self._tell(adresse, na)

    def _tell(self, adresse: str, na: float) -> bool:
        merke = self._vern.merke(adresse)
        sted = self._steder.setdefault(merke, deque())
        self._steder.move_to_end(merke)
        _glem(sted, na - VINDU)
        _glem(self._alle, na - KORT_VINDU)
        if len(sted) >= self._fra_ett_sted or len(self._alle) >= self._fra_alle:
            return False
        sted.append(na)
        self._alle.append(na)
        while len(self._steder) > STEDER:
            self._steder.popitem(last=False)
        return True

    def traff(self, adresse: str) -> None:
        """Take back the latest count: the number was right."""
        with self._las:
            sted = self._steder.get(self._vern.merke(adresse))
            if sted:
                sted.pop()
            if self._alle:
                self._alle.pop()


def _glem(tider: deque[float], for_: float) -> None:
    while tider and tider[0] <= for_:
        tider.popleft()

"""A bounded queue before a database that may be away: what cannot be written now is written when it is back.

Order is kept: while anything waits, the next waits behind it. The queue lives in memory, so that a process that is killed
during an outage loses what waits; what users are told is stored never goes this way.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable

from veileder.feil import Lagerfeil, LagerUtilgjengelig
from veileder.gjennomgang.verdier import Innslag

logg = logging.getLogger(__name__)

PLASS = 1000
"""Messages that may wait: about 20 MB. When it is full, the oldest gives way and is counted."""

PAUSE = 2.0
"""Seconds between two tries."""


class Skriveko:
    """Writes at once when it can. ``legg`` never raises and waits at most once in an outage. Safe from several threads."""

    def __init__(self, skriv: Callable[[Innslag], None], *, plass: int = PLASS, pause: float = PAUSE) -> None:
        self._skriv, self._plass, self._pause = skriv, plass, pause
        self._ko: deque[Innslag] = deque()
        self._las, self._skriver = threading.Lock(), threading.Lock()
        self._slutt = threading.Event()
        self._trad: threading.Thread | None = None
        self._nede = False
        self._tapt = 0

    def __len__(self) -> int:
        return len(self._ko)

    def legg(self, innslag: Innslag) -> None:
        """Store a message, now or later."""
        if self._ko or not self._skriv_en(innslag):
            self._vent(innslag)

    def tom(self) -> bool:
        """Try once to write what waits; return whether nothing is left."""
        with self._skriver:
            skrevet = 0
            while self._ko:
                forst = self._ko[0]
                if not self._skriv_en(forst):
                    return False
                skrevet += 1
                with self._las:
                    if self._ko and self._ko[0] is forst:
                        self._ko.popleft()
        if skrevet:
            self._nede = False
            logg.warning("Databasen er tilbake: %d svar fra køen er lagret, %d gikk tapt.", skrevet, self._tapt)
        return True

    def glem(self, samtale_id: str) -> None:
        """Let go of what waits of a conversation."""
        with self._skriver, self._las:
            igjen = [i for i in self._ko if i.samtale_id != samtale_id]
            self._ko.clear()
            self._ko.extend(igjen)

    def lukk(self) -> None:
        """Try one last time, and stop."""
        self._slutt.set()
        if self._ko and not self.tom():
            logg.error("%d svar ble aldri lagret, for databasen kom ikke tilbake.", len(self._ko))

    def _skriv_en(self, innslag: Innslag) -> bool:
        """Return whether the message needs no further try."""
        try:
            self._skriv(innslag)
        except LagerUtilgjengelig as feil:
            self._meld_nede(feil)
            return False
        except Lagerfeil as feil:
            logg.error("Et svar kunne ikke lagres (%s).", feil.grunn)
        return True

    def _meld_nede(self, feil: Lagerfeil) -> None:
        """Log an outage, once."""
        with self._las:
            meldt, self._nede = self._nede, True
        if not meldt:
            logg.error("Databasen kan ikke nås (%s). Svarene gis som før, og køen skrives når den er tilbake.", feil.grunn)

    def _vent(self, innslag: Innslag) -> None:
        with self._las:
            if len(self._ko) >= self._plass:
                self._ko.popleft()
                self._tapt += 1
            self._ko.append(innslag)
            if self._trad is None or not self._trad.is_alive():
                self._trad = threading.Thread(target=self._prov_igjen, name="veileder-lager", daemon=True)
                self._trad.start()

    def _prov_igjen(self) -> None:
        while not self._slutt.wait(self._pause):
            self.tom()
            with self._las:
                if not self._ko:
                    self._trad = None
                    return

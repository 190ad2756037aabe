"""Notices by e-mail that there is a new request for contact. A mail server that is down loses nothing: they wait in a table."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import uuid
from collections.abc import Callable, Mapping

from veileder.feil import Lagerfeil, Postfeil
from veileder.gjennomgang.gjentaker import Gjentaker
from veileder.gjennomgang.oppbevaring import Varsel
from veileder.gjennomgang.varseltekst import Brev, lag_brev
from veileder.porter import Lager, Post

logg = logging.getLogger(__name__)

LAS = "varsling"
LASTID = dt.timedelta(minutes=5)
"""Longer than one letter may take; the lock is taken anew for each."""

PAUSE = 15.0
"""Seconds between two looks. A request that comes to this process wakes it at once."""

FORSTE, LENGSTE = dt.timedelta(seconds=30), dt.timedelta(hours=1)
"""Wait after the first failure, doubled for each, and the longest wait. It is tried for as long as the request is kept."""

ALLE = "*"
"""The recipient of those municipalities that have none of their own."""


def _na() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def ventetid(forsok: int) -> dt.timedelta:
    """Return how long to wait after ``forsok`` + 1 failures."""
    return min(FORSTE * (1 << min(forsok, 12)), LENGSTE)


class Varsler(Gjentaker):
    """A thread that sends what waits, one process at a time."""

    def __init__(
        self, lager: Lager, post: Post, mottakere: Mapping[str, str], lenke: str = "", na: Callable[[], dt.datetime] = _na
    ) -> None:
        super().__init__("veileder-varsler", PAUSE)
        self._lager, self._post, self._mottakere, self._lenke, self._na = lager, post, mottakere, lenke, na
        self._holder = uuid.uuid4().hex
        self._meldt = ""

    def _tur(self) -> None:
        with contextlib.suppress(Lagerfeil):  # the queue of answers tells of an outage; notices wait
            self.send()

    def send(self) -> int:
        """Send what is due and return how many went. Stops at the first sign that the mail server is away. Raises Lagerfeil."""
        antall, forfalte = 0, self._lager.varsler.forfalte(self._na())
        if not forfalte:
            return 0
        try:
            for varsel in forfalte:
                if self._slutt.is_set() or not self._lager.rydder.ta_las(LAS, self._holder, self._na(), LASTID):
                    return antall
                try:
                    antall += self._send_en(varsel)
                except Postfeil as feil:
                    self._utsett(varsel, feil.grunn)
                    if not feil.gjelder_brevet:
                        return antall
        finally:
            self._lager.rydder.slipp_las(LAS, self._holder)
        return antall

    def _send_en(self, varsel: Varsel) -> bool:
        """Send one and return True. Raises Postfeil."""
        til = self._mottakere.get(varsel.kommune) or self._mottakere.get(ALLE)
        if not til:
            raise Postfeil(f"ingen adresse for {varsel.kommune}", gjelder_brevet=True)
        brev: Brev = lag_brev(varsel, self._lenke)
        self._post.send(til, brev)
        self._lager.varsler.sendt(varsel.id)
        if self._meldt:
            logg.warning("E-post kan sendes igjen.")
        self._meldt = ""
        return True

    def _utsett(self, varsel: Varsel, grunn: str) -> None:
        """Wait with one, and log it when the reason is a new one."""
        self._lager.varsler.utsett(varsel.id, self._na() + ventetid(varsel.forsok))
        if grunn != self._meldt:
            logg.error("Varsel om henvendelse ble ikke sendt (%s). Det prøves igjen.", grunn)
        self._meldt = grunn

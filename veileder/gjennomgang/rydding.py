"""Clean-up: what is older than it is kept for is deleted once a day and at start, by one process at a time."""

from __future__ import annotations

import datetime as dt
import logging
import uuid
from collections import Counter
from collections.abc import Callable

from veileder.feil import Lagerfeil
from veileder.gjennomgang.gjentaker import Gjentaker
from veileder.gjennomgang.gravsteiner import Gravsteiner
from veileder.gjennomgang.oppbevaring import Oppbevaring, Ryddet
from veileder.gjennomgang.porter import Gjennomgangslager
from veileder.gjennomgang.ukesbrev import ta_vare_paa

logg = logging.getLogger(__name__)

LAS = "rydding"
LASTID = dt.timedelta(hours=1)
"""How long the lock stands when a process is killed in the middle. Washing a file of 1 GB takes well under a minute."""

PAUSE = 600.0
"""Seconds between two looks at whether it is time."""

IGJEN = dt.timedelta(hours=1)
"""Until the next try, when files could not be written over."""


def _na() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def rydd(
    lager: Gjennomgangslager,
    oppbevaring: Oppbevaring,
    na: dt.datetime,
    *,
    gravsteiner: Gravsteiner | None = None,
    grundig: bool = True,
) -> Ryddet | None:
    """Delete what is too old, and when ``grundig`` write over what it held; return None when another process is at it.

    What somebody has had deleted, and a back-up has brought back, goes again. Last week's letters are kept first.

    Raises:
        Lagerfeil: the database is away. What is deleted by then stays deleted.
    """
    holder = uuid.uuid4().hex
    if not lager.rydder.ta_las(LAS, holder, na, LASTID):
        return None
    try:
        ta_vare_paa(lager.innsikt, na)
        antall = Counter(lager.rydder.slett_eldre(oppbevaring.grenser(na)))
        if gravsteiner is not None and (merker := gravsteiner.alle()):
            antall += Counter(lager.rydder.slett_merkede(merker))
            gravsteiner.rydd(na.date() - dt.timedelta(days=max(oppbevaring.meldinger, oppbevaring.kontaktsaker_hoyst) + 1))
        ryddet = Ryddet(tidspunkt=na, antall=dict(sorted(antall.items())), skrubbet=grundig and lager.rydder.skrubb())
        lager.rydder.skriv_ryddet(ryddet)
    finally:
        lager.rydder.slipp_las(LAS, holder)
    return ryddet


def forrige(na: dt.datetime, time: int) -> dt.datetime:
    """Return the latest moment, at ``na`` or before, when the clock here was ``time``."""
    her = na.astimezone()
    i_dag = her.replace(hour=time, minute=0, second=0, microsecond=0)
    return i_dag if i_dag <= her else i_dag - dt.timedelta(days=1)


class Rydder(Gjentaker):
    """A thread that cleans up: at start, and each day after ``time`` o'clock, also when the machine was off just then."""

    def __init__(
        self,
        lager: Gjennomgangslager,
        oppbevaring: Oppbevaring,
        time: int,
        gravsteiner: Gravsteiner | None = None,
        na: Callable[[], dt.datetime] = _na,
    ) -> None:
        super().__init__("veileder-rydder", PAUSE)
        self._lager, self._oppbevaring, self._time = lager, oppbevaring, time
        self._gravsteiner, self._na = gravsteiner, na
        self._forste = True
        self._tidligst: dt.datetime | None = None
        self._nede = False

    def _tur(self) -> None:
        self.kanskje(ved_start=self._forste)
        self._forste = False

    def kanskje(self, *, ved_start: bool = False) -> None:
        """Clean up if it is time. Never raises."""
        try:
            self._kanskje(self._na(), ved_start=ved_start)
            self._nede = False
        except Lagerfeil as feil:
            if not self._nede:
                logg.error("Ryddingen kom ikke til databasen (%s). Den prøver igjen.", feil.grunn)
            self._nede = True
        except Exception:
            logg.exception("Ryddingen feilet")

    def _kanskje(self, na: dt.datetime, *, ved_start: bool) -> None:
        sist = self._lager.rydder.sist_skrubbet()
        tid = sist is None or sist < forrige(na, self._time)
        grundig = tid and (self._tidligst is None or na >= self._tidligst)
        if not (ved_start or grundig):
            return
        ryddet = rydd(self._lager, self._oppbevaring, na, gravsteiner=self._gravsteiner, grundig=grundig)
        if ryddet is None:
            return
        self._tidligst = None if ryddet.skrubbet or not grundig else na + IGJEN
        logg.info("Ryddet: %s", dict(ryddet.antall))

"""Looks at the approved answers whenever another index is taken into use."""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Callable

from veileder.feil import VeilederFeil
from veileder.gjennomgang.flaggtekster import KILDE_ENDRET_HENDELSE
from veileder.gjennomgang.godkjente import Digester, GodkjentRepo, send_endrede_tilbake

logg = logging.getLogger(__name__)

PAUSE = 5.0
"""Seconds between two looks at which index is in use."""


class Kildevakt:
    """A thread that looks at start and after each switch. ``digester`` opens the index that ``versjon`` names."""

    def __init__(self, repo: GodkjentRepo, versjon: Callable[[], str], digester: Callable[[], Digester]) -> None:
        self._repo, self._versjon, self._digester = repo, versjon, digester
        self._sist = ""
        self._slutt = threading.Event()
        self._trad: threading.Thread | None = None

    def start(self) -> None:
        """Begin, in a thread of its own."""
        self._trad = threading.Thread(target=self._gang, name="veileder-kildevakt", daemon=True)
        self._trad.start()

    def stopp(self) -> None:
        """Begin nothing more."""
        self._slutt.set()
        if self._trad is not None:
            self._trad.join(timeout=2)

    def _gang(self) -> None:
        self.se()
        while not self._slutt.wait(PAUSE):
            self.se()

    def se(self) -> int:
        """Look, if another index is in use than the last time; return how many answers were sent back. Never raises."""
        try:
            versjon = self._versjon()
            if not versjon or versjon == self._sist:
                return 0
            sendt: tuple[str, ...] = ()
            if self._repo.alle():  # nothing approved, nothing to read every passage of the index for
                sendt = send_endrede_tilbake(self._repo, self._digester(), dt.datetime.now(dt.UTC), KILDE_ENDRET_HENDELSE)
            self._sist = versjon
        except VeilederFeil:
            return 0  # no index or no database: looked at again at the next turn
        except Exception:
            logg.exception("Godkjente svar kunne ikke ses etter")
            return 0
        if sendt:
            logg.warning("%d godkjente svar er tilbake i køen, for en kilde er endret.", len(sendt))
        return len(sendt)

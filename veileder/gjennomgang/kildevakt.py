"""Looks at the approved answers whenever another index is taken into use."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable

from veileder.feil import VeilederFeil
from veileder.gjennomgang.flaggtekster import KILDE_ENDRET_HENDELSE
from veileder.gjennomgang.gjentaker import Gjentaker
from veileder.gjennomgang.godkjente import Digester, GodkjentRepo, send_endrede_tilbake

logg = logging.getLogger(__name__)

PAUSE = 5.0
"""Seconds between two looks at which index is in use."""


class Kildevakt(Gjentaker):
    """A thread that looks at start and after each switch. ``digester`` opens the index that ``versjon`` names."""

    def __init__(self, repo: GodkjentRepo, versjon: Callable[[], str], digester: Callable[[], Digester]) -> None:
        super().__init__("veileder-kildevakt", PAUSE)
        self._repo, self._versjon, self._digester = repo, versjon, digester
        self._sist = ""

    def _tur(self) -> None:
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

"""A service that opens its index when one exists: the server may start before, and says that it is not ready."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from veileder import standardtekster as st
from veileder.domene import Forslag, Henvendelse, Kontakt, Malform, Svar, Utfall
from veileder.feil import VeilederFeil
from veileder.forstaelse.akutt import finn_akutt
from veileder.forstaelse.maskering import masker
from veileder.forstaelse.sprak import gjett_malform
from veileder.gjennomgang.arkiv import Arkiv
from veileder.innstillinger import Innstillinger

if TYPE_CHECKING:
    from veileder.tjeneste import Tjeneste

PAUSE = 2.0
"""Seconds between two tries at opening."""


class UtsattTjeneste:
    """``Tjenestelik`` over ``lag_tjeneste``; calls raise Indeksfeil until the index can be opened.

    Danger to life does not wait for an index: an acute message is answered without one.
    """

    def __init__(self, innstillinger: Innstillinger, arkiv: Arkiv | None = None) -> None:
        self._innstillinger = innstillinger
        self._arkiv = arkiv
        self._las = threading.Lock()
        self._tjeneste: Tjeneste | None = None
        self._feil: VeilederFeil | None = None
        self._neste = 0.0

    def apen(self) -> Tjeneste:
        """Return the service over the index, opened now if it can be.

        Raises:
            VeilederFeil: no index can be opened yet.
        """
        with self._las:
            if self._tjeneste is None:
                self._apne()
            if self._tjeneste is None:
                raise self._feil or VeilederFeil("Tjenesten er ikke klar.")
            return self._tjeneste

    def _apne(self) -> None:
        if time.monotonic() < self._neste:
            return
        from veileder.oppstart import lag_tjeneste

        try:
            self._tjeneste = lag_tjeneste(self._innstillinger, self._arkiv)
        except VeilederFeil as feil:
            self._feil = feil
            self._neste = time.monotonic() + PAUSE

    def varm_opp(self) -> None:
        """Answer a question that is stored nowhere, so that the first person waits for no model to be loaded."""
        from veileder.besvar import besvar

        with suppress(Exception):  # without an index there is nothing to warm; whoever asks is told so
            r = replace(self.apen().ressurser, sprak=None)
            besvar(Henvendelse(id="oppvarming", samtale_id="oppvarming", tekst="Hvordan søker jeg om trygghetsalarm?"), r)

    def svar(self, henvendelse: Henvendelse, vis: Callable[[str], None] | None = None) -> Svar:
        """Return the answer; ``vis`` is given each checked sentence of a chat model as it comes, where one is set."""
        try:
            tjeneste = self.apen()
        except VeilederFeil:
            if akutt := _akutt(henvendelse):
                if self._arkiv is not None:
                    self._arkiv.lagre(henvendelse, akutt)
                return akutt
            raise
        return tjeneste.svar(henvendelse, vis)

    def enklere(self, svar: Svar) -> Svar:
        """Return an answer in simpler words."""
        return self.apen().enklere(svar)

    def videre(self, svar: Svar, henvendelse: Henvendelse, vist: Collection[tuple[str, str]] = ()) -> tuple[Forslag, ...]:
        """Return questions to go on with."""
        return self.apen().videre(svar, henvendelse, vist)

    def kommuner(self) -> tuple[tuple[str, str], ...]:
        """Return (slug, name) of the municipalities."""
        return self.apen().kommuner()

    def kontakt(self, kommune: str) -> Kontakt:
        """Return where a human is reached."""
        kontakter = self.apen().ressurser.kontakter
        return kontakter.kommuner.get(kommune, Kontakt(kommune=kommune))


def _akutt(henvendelse: Henvendelse) -> Svar | None:
    slag = finn_akutt(henvendelse.tekst, henvendelse.tekst)
    if not slag:
        return None
    sprak = henvendelse.sprak or gjett_malform(henvendelse.tekst) or Malform.NB
    tekst = st.tekst(f"akutt_{slag}", sprak)
    return Svar(
        henvendelse=henvendelse.id, sporsmal=masker(henvendelse.tekst).tekst, tekst=tekst, utfall=Utfall.AKUTT, sprak=sprak
    )

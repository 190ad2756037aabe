"""The guard at the door: finds the session, asks for the right and the form's token, and lets the page be made.

Pages are made in threads of their own, so that a slow search or a flood of logins never holds up the chat.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import hmac
import logging
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from fastapi.responses import Response

from veileder.feil import VeilederFeil
from veileder.gjennomgang.ansatte import Handling, Rett
from veileder.gjennomgang.innlogging import Aktiv, Innlogging, skjemanokkel
from veileder.gjennomgang.omkjorer import Omkjorer
from veileder.gjennomgang.omkjoring import Svarer
from veileder.gjennomgang.porter import Gjennomgangslager
from veileder.gjennomgang.versjoner import versjoner
from veileder.tjeneste import Tjeneste
from veileder.web.gjennomgang import kapsel
from veileder.web.gjennomgang.inn import Inn
from veileder.web.gjennomgang.kontekst import ROT, IngenSide, Kontekst, Visning
from veileder.web.gjennomgang.korpus import Korpusleser
from veileder.web.gjennomgang.maler import fyll
from veileder.web.gjettevakt import Gjettevakt
from veileder.web.kobling import Kobling
from veileder.web.sider.ruter import ressurser_av

logg = logging.getLogger(__name__)

TRADER = 3
"""Pages made at a time."""

KO = 40
"""Pages that may wait; one more is told to come back."""


FRA_ETT_STED, FRA_ALLE = 30, 600
"""Failed logins from one place in ten minutes (an office may share an address), and from all places in one."""


class Vakthold:
    """Makes the pages. One for the application; lives on the event loop."""

    def __init__(self, deler: Kobling, lager: Gjennomgangslager) -> None:
        self.innstillinger = deler.innstillinger
        self._deler, self._lager = deler, lager
        innst = deler.innstillinger
        stille, lengst = dt.timedelta(minutes=innst.okt_minutter), dt.timedelta(hours=innst.okt_timer)
        self._innlogging = Innlogging(lager, stille=stille, lengst=lengst)
        self._vakt = Gjettevakt(fra_ett_sted=FRA_ETT_STED, fra_alle=FRA_ALLE)
        self._pool = ThreadPoolExecutor(TRADER, thread_name_prefix="veileder-gjennomgang")
        self._plasser = threading.BoundedSemaphore(TRADER + KO)
        self._les_korpus = Korpusleser(deler.tjeneste, innst.korpus)
        self._omkjorer = Omkjorer(lager, self._svarer)

    async def slipp(self, inn: Inn, visning: Visning, *, rett: Rett | None, apen: bool) -> Response:
        """Return the page, or why there is none."""
        if not self._plasser.acquire(blocking=False):
            return _nodside("opptatt", 503)
        future = self._pool.submit(self._lag, inn, visning, rett, apen)
        future.add_done_callback(lambda _: self._plasser.release())
        return await asyncio.wrap_future(future)

    def lukk(self) -> None:
        """Let the threads go."""
        self._omkjorer.lukk()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _lag(self, inn: Inn, visning: Visning, rett: Rett | None, apen: bool) -> Response:
        try:
            return self._slipp(inn, visning, rett, apen)
        except IngenSide:
            return _nodside("ukjent", 404)
        except VeilederFeil as feil:
            return _nodside("feilet", 503, melding=str(feil))
        except Exception:
            logg.exception("Siden %s feilet", inn.sti)
            return _nodside("feilet", 500)

    def _slipp(self, inn: Inn, visning: Visning, rett: Rett | None, apen: bool) -> Response:
        aktiv = self._finn(inn)
        ny = None
        if aktiv is None and not apen and inn.ekstern:
            aktiv = ny = self._innlogging.logg_inn_ekstern(inn.ekstern)
        k = self._kontekst(inn, aktiv)
        svar = self._svar(k, visning, rett, apen)
        if ny is not None:
            kapsel.sett_okt(svar, inn, ny.hemmelig)
        return svar

    def _svar(self, k: Kontekst, visning: Visning, rett: Rett | None, apen: bool) -> Response:
        if k.aktiv is None and not apen:
            return _uten_okt(k)
        if k.inn.metode == "POST" and not _eget_skjema(k):
            return k.side("stopp.html", 403, hva="skjema", skrevet=[])
        if rett is not None and not k.bruker.har(rett):
            k.logg(Handling.NEKTET, detalj=k.inn.sti)
            return k.side("stopp.html", 403, hva="rett", skrevet=[])
        return visning(k)

    def _finn(self, inn: Inn) -> Aktiv | None:
        """Return the session. One from a proxy holds only while the proxy names the same user."""
        hemmelig = kapsel.les_okt(inn)
        aktiv = self._innlogging.finn(hemmelig)
        if aktiv and aktiv.ekstern and inn.ekstern.lower() != aktiv.bruker.brukernavn:
            self._innlogging.slutt(hemmelig)
            return None
        return aktiv

    def _kontekst(self, inn: Inn, aktiv: Aktiv | None) -> Kontekst:
        return Kontekst(
            inn=inn if inn.ekstern == "" else replace(inn, ekstern=inn.ekstern.lower()),
            aktiv=aktiv,
            skjemanokkel=skjemanokkel(aktiv.hemmelig) if aktiv else "",
            lager=self._lager,
            innlogging=self._innlogging,
            vakt=self._vakt,
            kommuner=self._kommuner(),
            korpus=self._les_korpus,
            omkjorer=self._omkjorer,
            utgang=self.innstillinger.innlogging_utgang,
            na=dt.datetime.now(dt.UTC),
        )

    def _svarer(self) -> tuple[Svarer, Mapping[str, str]]:
        """Return what answers now and stores nothing. Raises Indeksfeil."""
        r = ressurser_av(self._deler.tjeneste)
        return Tjeneste(lambda: r).svar, versjoner(r)

    def _kommuner(self) -> Mapping[str, str]:
        try:
            return dict(self._deler.tjeneste.kommuner())
        except VeilederFeil:
            return {}


def _eget_skjema(k: Kontekst) -> bool:
    """Whether a form is one that we gave to this very browser."""
    if k.inn.fremmed:
        return False
    hemmelig = kapsel.les_skjema(k.inn)
    ventet = k.skjemanokkel or (skjemanokkel(hemmelig) if hemmelig else "")
    return bool(ventet) and hmac.compare_digest(ventet.encode(), k.inn.ett("nokkel").encode())


def _uten_okt(k: Kontekst) -> Response:
    """Send to the login, or tell that the session is over and show what was written, so that it can be saved."""
    if k.inn.ekstern:
        return k.side("stopp.html", 403, hva="ukjent_bruker", skrevet=[])
    if k.inn.metode != "POST":
        til = f"?til={k.inn.sti}" if k.inn.sti != ROT else ""
        return k.videre(f"{ROT}/inn{til}")
    skrevet = [] if k.inn.fremmed else [v for n, verdier in k.inn.felt.items() if n != "nokkel" for v in verdier if len(v) > 30]
    return k.side("stopp.html", 401, hva="utlopt", skrevet=skrevet)


def _nodside(hva: str, status: int, melding: str = "") -> Response:
    return Response(fyll("nodside.html", hva=hva, melding=melding), status, media_type="text/html; charset=utf-8")

"""The routes of the pages. Each computes in the app's pool of threads, and ends in a page whatever happens."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable

from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request

from veileder.feil import Indeksfeil, VeilederFeil
from veileder.ressurser import Ressurser
from veileder.web.designsystemet.tema import stilark
from veileder.web.farge import les_farge
from veileder.web.kobling import Kobling, OpptattFeil
from veileder.web.kontrakt import Tjenestelik
from veileder.web.sider import melding, visninger
from veileder.web.sider.bibliotek import Bibliotekar
from veileder.web.sider.maler import fyll_nodside
from veileder.web.sider.ramme import Ramme, Valg
from veileder.web.sider.tekster import tekst
from veileder.web.tekster import sprak_av
from veileder.web.utsatt import UtsattTjeneste

logg = logging.getLogger(__name__)

STIL = "/sider.css"
"""Address of the style sheet."""

SAMTIDIG = 32
"""Pages in the app's pool at a time; others wait. Half of its places, so that readers never shut the chat out."""

_RUTER: tuple[tuple[str, visninger.Visning], ...] = (
    ("/tjenester", visninger.tjenester),
    ("/tjenester/{slug}", visninger.tjeneste),
    ("/veileder", visninger.kapitler),
    ("/veileder/{slug}", visninger.kapittel),
    ("/prosjekt/{slug}", visninger.prosjekt),
    ("/dokument/{slug:path}", visninger.annet),
    ("/sok", visninger.sok),
    ("/sammenlign", visninger.sammenlign),
    ("/sammenlign.csv", visninger.sammenlign_csv),
    ("/sammenlign/{slug}.csv", visninger.sammenlign_en_csv),
    ("/sammenlign/{slug}", visninger.sammenlign_en),
)


def monter(app: FastAPI, deler: Kobling) -> None:
    """Add the pages to the application."""
    ruter, lag = APIRouter(include_in_schema=False), _Sidelager(deler)
    for sti, visning in _RUTER:
        ruter.add_api_route(sti, _rute(lag, visning), methods=["GET", "HEAD"], response_model=None)
    melding.monter(ruter, lambda visning: _rute(lag, visning), deler.arkiv, deler.innstillinger.oppbevar_meldinger)
    ruter.add_api_route(STIL, _stil(les_farge(deler.innstillinger.farge)), methods=["GET", "HEAD"], response_model=None)
    ruter.add_api_route("/prosjekt", _prosjekt, methods=["GET", "HEAD"], response_model=None)
    app.include_router(ruter)
    ukjent = _rute(lag, lambda ramme, _: visninger.ukjent(ramme))

    async def ingen_rute(request: Request, _feil: Exception) -> Response:
        """Any other path is told in Norwegian, too."""
        svar = await ukjent(request)
        svar.status_code = 404
        return svar

    app.add_exception_handler(404, ingen_rute)


def _stil(farge: str) -> Callable[[], Awaitable[Response]]:
    async def stil() -> Response:
        return Response(stilark(farge), media_type="text/css")

    return stil


async def _prosjekt() -> Response:
    return RedirectResponse("/prosjekt/om-prosjektet")


class _Sidelager:
    """Makes pages in the app's pool, a bounded number at a time."""

    def __init__(self, deler: Kobling) -> None:
        self._deler = deler
        self._bibliotekar = Bibliotekar()
        self._plasser = asyncio.Semaphore(SAMTIDIG)

    async def __call__(self, visning: visninger.Visning, valg: Valg, slug: str) -> Response:
        """Return the page. Raises ``OpptattFeil`` when the chat has filled the pool."""
        async with self._plasser:
            return await self._deler.kjor(lambda: visning(self._ramme(valg), slug))

    def _ramme(self, valg: Valg) -> Ramme:
        r, eier = ressurser_av(self._deler.tjeneste), self._deler.innstillinger.navn
        kommuner = self._deler.tjeneste.kommuner()
        return Ramme(ressurser=r, bibliotek=self._bibliotekar(r), kommuner=kommuner, valg=valg, eier=eier)


def _rute(lag: _Sidelager, visning: visninger.Visning) -> Callable[[Request], Awaitable[Response]]:
    async def vis(request: Request) -> Response:
        valg = _valg(request)
        try:
            return await lag(visning, valg, str(request.path_params.get("slug", "")))
        except OpptattFeil:
            return _nodside(503, "ikke_klar_tittel", tekst("opptatt", valg.malform), valg)
        except VeilederFeil as feil:
            return _nodside(503, "ikke_klar_tittel", str(feil), valg)
        except Exception:
            logg.exception("Siden %s feilet", visning.__name__)
            return _nodside(500, "ikke_klar_tittel", tekst("feilet", valg.malform), valg)

    return vis


def _valg(request: Request) -> Valg:
    felt = request.query_params
    return Valg(
        sti=request.url.path,
        kommune=felt.get("kommune", "").strip().lower(),
        malform=sprak_av(felt.get("malform", "nb")),
        q=felt.get("q", ""),
        i_dag=dt.datetime.now(dt.UTC).astimezone().date(),
    )


def ressurser_av(tjeneste: Tjenestelik) -> Ressurser:
    """Return what the service answers from.

    Raises:
        Indeksfeil: no index is open.
    """
    apen = tjeneste.apen() if isinstance(tjeneste, UtsattTjeneste) else tjeneste
    r = getattr(apen, "ressurser", None)
    if not isinstance(r, Ressurser):
        raise Indeksfeil("Sidene kan ikke vises nå, for søkeindeksen er ikke åpen.")
    return r


def _nodside(status: int, tittel: str, melding: str, valg: Valg) -> Response:
    innhold = fyll_nodside(sprak=valg.malform.value, tittel=tekst(tittel, valg.malform), melding=melding)
    return HTMLResponse(innhold, status_code=status)

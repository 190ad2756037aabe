"""What came of a report: /melding/<nummer>, and /melding to type the number. Shows no word that the user wrote."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request

from veileder.gjennomgang.arkiv import Arkiv
from veileder.gjennomgang.flaggtekster import rapportgrunn
from veileder.gjennomgang.nummer import MELDING, les_nummer
from veileder.web.gjettevakt import VINDU, Gjettevakt
from veileder.web.sider.maler import fyll
from veileder.web.sider.ramme import Ramme

Visning = Callable[[Ramme, str], Response]
Rute = Callable[[Request], Awaitable[Response]]


def monter(ruter: APIRouter, lag_rute: Callable[[Visning], Rute], arkiv: Arkiv | None, dager: int) -> None:
    """Add the pages. ``lag_rute`` makes a route of a function from frame and path to a page; ``dager`` a report is kept."""
    vakt, vis, for_mange = Gjettevakt(), lag_rute(_visning(arkiv, dager)), lag_rute(_for_mange)

    async def melding(request: Request) -> Response:
        klient = request.client.host if request.client else ""
        if not vakt.slipp_inn(klient):
            return _lukket(await for_mange(request))
        svar = await vis(request)
        if svar.status_code != 404:
            vakt.traff(klient)
        return _lukket(svar)

    skjema = lag_rute(_skjema)

    async def finn(request: Request) -> Response:
        skrevet = request.query_params.get("nummer", "")
        if not skrevet:
            return _lukket(await skjema(request))
        malform = "?malform=nn" if request.query_params.get("malform") == "nn" else ""
        return RedirectResponse(f"/melding/{les_nummer(skrevet, MELDING) or 'ukjent'}{malform}", status_code=303)

    ruter.add_api_route("/melding", finn, methods=["GET", "HEAD"], response_model=None)
    ruter.add_api_route("/melding/{slug}", melding, methods=["GET", "HEAD"], response_model=None)


def _lukket(svar: Response) -> Response:
    """Keep a page that belongs to one person out of caches and search engines."""
    svar.headers.update({"Cache-Control": "no-store", "X-Robots-Tag": "noindex"})
    return svar


def _visning(arkiv: Arkiv | None, dager: int) -> Visning:
    def melding(ramme: Ramme, nummer: str) -> Response:
        rapport = arkiv.rapport(nummer) if arkiv else None
        if rapport is None:
            return _side(ramme, 404, "ukjent", dager=dager)
        grunn = rapportgrunn(rapport.grunn, ramme.malform)
        slettes = (rapport.mottatt + dt.timedelta(days=dager)).astimezone().date()
        return _side(ramme, 200, "funnet", rapport=rapport, grunn=grunn, slettes=slettes)

    return melding


def _skjema(ramme: Ramme, _nummer: str) -> Response:
    return _side(ramme, 200, "skjema")


def _for_mange(ramme: Ramme, _nummer: str) -> Response:
    return _side(ramme, 429, "for_mange")


def _side(ramme: Ramme, status: int, hva: str, **felt: object) -> Response:
    innhold = fyll("melding.html", ramme, hva=hva, **{"rapport": None, "grunn": "", "slettes": None, "dager": 0, **felt})
    return HTMLResponse(innhold, status_code=status, headers={"Retry-After": str(int(VINDU))} if status == 429 else None)

"""The routes of /enkel. Whatever happens, the page that comes back holds what was written."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request

from veileder.domene import Malform
from veileder.feil import VeilederFeil
from veileder.web.enkel import etterpa, kontakt, sporsmal
from veileder.web.enkel.foresporsel import ROT, Foresporsel
from veileder.web.enkel.samtaler import Samtaler
from veileder.web.enkel.tekster import sprak_av
from veileder.web.gjennomgang.inn import ForStortFeil, les
from veileder.web.kobling import Kobling, OpptattFeil
from veileder.web.sider.maler import fyll_nodside
from veileder.web.sider.tekster import tekst

logg = logging.getLogger(__name__)

Side = Callable[..., Response | Awaitable[Response]]
"""Takes the request, and perhaps what is wrong and a status, and returns a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rute:
    """An address: the page that shows it, and what a form of it does. ``ogsa_stengt``: while the chat is closed, too."""

    sti: str
    vis: Side
    gjor: Side | None = None
    ogsa_stengt: bool = False


RUTER = (
    Rute(sti="", vis=sporsmal.forside, gjor=sporsmal.ny),
    Rute(sti="/kontakt", vis=kontakt.vis, gjor=kontakt.skriv, ogsa_stengt=True),
    Rute(sti="/slettet", vis=etterpa.slettet, ogsa_stengt=True),
    Rute(sti="/{nokkel}", vis=sporsmal.side, gjor=sporsmal.mer),
    Rute(sti="/{nokkel}/valg", vis=sporsmal.side, gjor=sporsmal.velg),
    Rute(sti="/{nokkel}/videre", vis=sporsmal.side, gjor=sporsmal.ga_videre),
    Rute(sti="/{nokkel}/meld/{nr}", vis=etterpa.meld_skjema, gjor=etterpa.meld, ogsa_stengt=True),
    Rute(sti="/{nokkel}/kontakt", vis=kontakt.vis, gjor=kontakt.skriv, ogsa_stengt=True),
    Rute(sti="/{nokkel}/kontakt/send", vis=kontakt.se_over, gjor=kontakt.send, ogsa_stengt=True),
    Rute(sti="/{nokkel}/slett", vis=etterpa.slett_skjema, gjor=etterpa.slett, ogsa_stengt=True),
)


def monter(app: FastAPI, deler: Kobling) -> None:
    """Add the pages to the application."""
    ruter, samtaler = APIRouter(include_in_schema=False), Samtaler()
    for rute in RUTER:
        metoder = ["GET", "HEAD", *(["POST"] if rute.gjor else [])]
        ruter.add_api_route(f"{ROT}{rute.sti}", _rute(rute, deler, samtaler), methods=metoder, response_model=None)
    app.include_router(ruter)


def _rute(rute: Rute, deler: Kobling, samtaler: Samtaler) -> Callable[[Request], Awaitable[Response]]:
    async def vis(request: Request) -> Response:
        try:
            inn = await les(request, deler.innstillinger)
        except ForStortFeil:
            return _for_stort(sprak_av(request.query_params.get("sprak", "")))
        f = Foresporsel(
            inn=inn,
            deler=deler,
            samtaler=samtaler,
            samtale=samtaler.hent(inn.deler.get("nokkel", "")),
            kommuner=await _kommuner(deler),
            sprak=sprak_av(inn.sporring.get("sprak") or inn.sporring.get("malform", "")),
            stengt=deler.stengning.les(),
        )
        return await _svar(rute, f)

    return vis


def _for_stort(sprak: Malform) -> Response:
    felt = {"sprak": sprak.value, "tittel": tekst("for_stort_tittel", sprak), "melding": tekst("for_stort", sprak)}
    return HTMLResponse(fyll_nodside(**felt), status_code=413)


async def _svar(rute: Rute, f: Foresporsel) -> Response:
    try:
        if f.inn.metode != "POST" or rute.gjor is None:
            return await _lag(rute.vis, f)
        if f.inn.fremmed:
            return await _lag(rute.vis, f, {"": f.t("feil_fremmed")}, 403)
        if f.stengt is not None and not rute.ogsa_stengt:
            return sporsmal.stengt(f)
        return await _lag(rute.gjor, f)
    except OpptattFeil:
        return await _lag(rute.vis, f, {"": f.t("feil_opptatt")}, 503)
    except VeilederFeil:
        return await _lag(rute.vis, f, {"": f.t("feil_ikke_klar")}, 503)
    except Exception:
        logg.exception("Siden %s feilet", rute.sti or ROT)
        return await _lag(rute.vis, f, {"": f.t("feil_hos_oss")}, 500)


async def _lag(side: Side, f: Foresporsel, *hva: object) -> Response:
    svar = side(f, *hva)
    return await svar if inspect.isawaitable(svar) else svar


async def _kommuner(deler: Kobling) -> tuple[tuple[str, str], ...]:
    """Return the municipalities, none when no index is open: the page must come all the same."""
    try:
        return await deler.kommuner()
    except (VeilederFeil, OpptattFeil):
        return ()

"""The routes of review: who may do what is decided here, once, before any page is made."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse, Response
from starlette.requests import Request

from veileder.gjennomgang.ansatte import Rett
from veileder.web.gjennomgang import (
    forslag,
    henvendelser,
    innlogging,
    innsikt,
    ko,
    omkjoring,
    sak,
    sakshandling,
    testsett,
    ukesbrev,
)
from veileder.web.gjennomgang import logg as tilgangslogg
from veileder.web.gjennomgang.inn import ForStortFeil, les
from veileder.web.gjennomgang.kontekst import ROT, Visning
from veileder.web.gjennomgang.maler import fyll
from veileder.web.gjennomgang.vakthold import Vakthold
from veileder.web.kobling import Kobling

logg = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rute:
    """A page. ``rett`` is what it takes, None that it takes a login alone; ``apen`` pages take not even that."""

    sti: str
    visning: Visning
    metode: str = "GET"
    rett: Rett | None = None
    apen: bool = False


_SAK = "/sak/{melding}"
RUTER: tuple[Rute, ...] = (
    Rute(sti="/inn", visning=innlogging.skjema, apen=True),
    Rute(sti="/inn", visning=innlogging.logg_inn, metode="POST", apen=True),
    Rute(sti="/nytt-passord", visning=innlogging.passordskjema, apen=True),
    Rute(sti="/nytt-passord", visning=innlogging.sett_passord, metode="POST", apen=True),
    Rute(sti="/ut", visning=innlogging.logg_ut, metode="POST"),
    Rute(sti="/meg", visning=innlogging.meg),
    Rute(sti="", visning=ko.vis, rett=None),
    Rute(sti="/sok", visning=ko.sok, metode="POST", rett=Rett.SAMTALER),
    Rute(sti=_SAK, visning=sak.vis, rett=Rett.SAMTALER),
    Rute(sti=f"{_SAK}/vurdering", visning=sakshandling.vurder, metode="POST", rett=Rett.SAMTALER),
    Rute(sti=f"{_SAK}/svar", visning=sakshandling.svar_melder, metode="POST", rett=Rett.SAMTALER),
    Rute(sti=f"{_SAK}/forslag", visning=forslag.nytt, rett=Rett.SAMTALER),
    Rute(sti=f"{_SAK}/forslag", visning=forslag.lagre, metode="POST", rett=Rett.SAMTALER),
    Rute(sti=f"{_SAK}/test", visning=testsett.nytt, rett=Rett.SAMTALER),
    Rute(sti=f"{_SAK}/test", visning=testsett.lagre, metode="POST", rett=Rett.SAMTALER),
    Rute(sti=f"{_SAK}/omkjoring", visning=omkjoring.vis, rett=Rett.SAMTALER),
    Rute(sti=f"{_SAK}/omkjoring", visning=omkjoring.kjor, metode="POST", rett=Rett.SAMTALER),
    Rute(sti=f"{_SAK}/omkjoring/vurdering", visning=omkjoring.vurder, metode="POST", rett=Rett.SAMTALER),
    Rute(sti="/omkjoring", visning=omkjoring.liste, rett=Rett.SAMTALER),
    Rute(sti="/omkjoring", visning=omkjoring.kjor_mange, metode="POST", rett=Rett.SAMTALER),
    Rute(sti="/forslag", visning=forslag.liste, rett=Rett.TEKSTER),
    Rute(sti="/forslag/{id}.patch", visning=forslag.patch, rett=Rett.TEKSTER),
    Rute(sti="/forslag/{id}", visning=forslag.sett_status, metode="POST", rett=Rett.TEKSTER),
    Rute(sti="/testsett", visning=testsett.liste, rett=Rett.TEKSTER),
    Rute(sti="/testsett.jsonl", visning=testsett.last_ned, rett=Rett.TEKSTER),
    Rute(sti="/henvendelser", visning=henvendelser.liste, rett=Rett.HENVENDELSER),
    Rute(sti="/henvendelser/{nummer}", visning=henvendelser.vis, rett=Rett.HENVENDELSER),
    Rute(sti="/henvendelser/{nummer}", visning=henvendelser.gjor, metode="POST", rett=Rett.HENVENDELSER),
    Rute(sti="/innsikt", visning=innsikt.vis, rett=Rett.INNSIKT),
    Rute(sti="/innsikt.csv", visning=innsikt.csv, rett=Rett.INNSIKT),
    Rute(sti="/innsikt.json", visning=innsikt.json, rett=Rett.INNSIKT),
    Rute(sti="/innsikt/ukesbrev", visning=ukesbrev.vis, rett=Rett.INNSIKT),
    Rute(sti="/innsikt/ukesbrev.pdf", visning=ukesbrev.pdf, rett=Rett.INNSIKT),
    Rute(sti="/innsikt/ukesbrev.md", visning=ukesbrev.markdown, rett=Rett.INNSIKT),
    Rute(sti="/logg", visning=tilgangslogg.vis, rett=Rett.TILGANGER),
)


def monter(app: FastAPI, deler: Kobling) -> None:
    """Add the pages, when there is an archive to review."""
    ruter = APIRouter(include_in_schema=False)
    for navn, slag in (("gjennomgang.css", "text/css"), ("gjennomgang.js", "text/javascript")):
        ruter.add_api_route(f"/{navn}", _fil(navn, slag), methods=["GET", "HEAD"], response_model=None)
    if deler.arkiv is not None:
        vakthold = Vakthold(deler, deler.arkiv.lager)
        for rute in RUTER:
            metoder = ["GET", "HEAD"] if rute.metode == "GET" else [rute.metode]
            ruter.add_api_route(f"{ROT}{rute.sti}", _rute(vakthold, rute), methods=metoder, response_model=None)
        deler.ved_slutt.append(vakthold.lukk)
    app.include_router(ruter)


def _fil(navn: str, slag: str) -> Callable[[], Awaitable[Response]]:
    async def fil() -> Response:
        return FileResponse(Path(__file__).parent / "stil" / navn, media_type=slag)

    return fil


def _rute(vakthold: Vakthold, rute: Rute) -> Callable[[Request], Awaitable[Response]]:
    async def vis(request: Request) -> Response:
        try:
            inn = await les(request, vakthold.innstillinger)
        except ForStortFeil:
            return Response(fyll("nodside.html", hva="for_stort", melding=""), 413, media_type="text/html; charset=utf-8")
        return await vakthold.slipp(inn, rute.visning, rett=rute.rett, apen=rute.apen)

    return vis

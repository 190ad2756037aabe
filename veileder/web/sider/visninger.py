"""From an address to a page: one plain function each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from fastapi.responses import HTMLResponse, Response

from veileder.domene import FELLES
from veileder.web.sider import regneark
from veileder.web.sider import sammenlign as sml
from veileder.web.sider.adresse import EGNE_MAPPER
from veileder.web.sider.grupper import grupper, innforsel
from veileder.web.sider.maler import fyll
from veileder.web.sider.ramme import Ramme
from veileder.web.sider.side import lag_side
from veileder.web.sider.sok import let_etter

Visning = Callable[[Ramme, str], Response]
"""Takes the frame and the part of the path that names a document, and returns a page."""


def _html(mal: str, ramme: Ramme, status: int = 200, **felt: object) -> Response:
    return HTMLResponse(fyll(mal, ramme, **felt), status_code=status)


def ukjent(ramme: Ramme) -> Response:
    """Say that there is no such page."""
    return _html("ukjent.html", ramme, 404)


def _dokument(ramme: Ramme, dokument: str) -> Response:
    side = lag_side(ramme, dokument)
    return _html("dokument.html", ramme, side=side) if side else ukjent(ramme)


def tjenester(ramme: Ramme, _slug: str) -> Response:
    """List the services."""
    tekster = ramme.bibliotek.i_mappe("tjenester", ramme.malform)
    innforsler = [innforsel(t) for t in tekster]
    return _html("tjenester.html", ramme, grupper=grupper(tekster, ramme.malform), alfabetisk=innforsler)


def tjeneste(ramme: Ramme, slug: str) -> Response:
    """Show a service."""
    return _dokument(ramme, f"tjenester/{slug}")


def kapitler(ramme: Ramme, _slug: str) -> Response:
    """List the guide's chapters."""
    innforsler = [innforsel(t) for t in ramme.bibliotek.i_mappe("veileder", ramme.malform)]
    return _html("kapitler.html", ramme, innforsler=innforsler)


def kapittel(ramme: Ramme, slug: str) -> Response:
    """Show a chapter of the guide."""
    return _dokument(ramme, f"veileder/{slug}")


def prosjekt(ramme: Ramme, slug: str) -> Response:
    """Show a text about the project."""
    return _dokument(ramme, f"prosjekt/{slug}")


def annet(ramme: Ramme, slug: str) -> Response:
    """Show a document that has no page elsewhere."""
    har_egen = slug.split("/", 1)[0] in EGNE_MAPPER and slug.count("/") == 1
    return ukjent(ramme) if har_egen else _dokument(ramme, slug)


def sok(ramme: Ramme, _slug: str) -> Response:
    """Search."""
    return _html("sok.html", ramme, resultat=let_etter(ramme, ramme.valg.q))


def sammenlign(ramme: Ramme, _slug: str) -> Response:
    """Show the status of all services in all municipalities."""
    rader, steder = sml.alle(ramme), sml.kommuner(ramme)
    summer = [sml.summer(rader, nr) for nr in range(len(steder))]
    return _html(
        "sammenlign.html", ramme, rader=rader, steder=steder, summer=summer, total=sum(summer, Counter()), Tilstand=sml.Tilstand
    )


def sammenlign_en(ramme: Ramme, slug: str) -> Response:
    """Show one service across the municipalities."""
    s = sml.en(ramme, slug)
    if not s:
        return ukjent(ramme)
    return _html("sammenlign_en.html", ramme, s=s, steder=sml.kommuner(ramme), Tilstand=sml.Tilstand, FELLES=FELLES)


def sammenlign_csv(ramme: Ramme, _slug: str) -> Response:
    """Return the status table for a spreadsheet."""
    return _csv(regneark.oversikt(ramme, sml.alle(ramme)), "sammenlign")


def sammenlign_en_csv(ramme: Ramme, slug: str) -> Response:
    """Return one service for a spreadsheet."""
    s = sml.en(ramme, slug)
    return _csv(regneark.detaljer(ramme, s), f"sammenlign-{s.slug}") if s else ukjent(ramme)


def _csv(innhold: str, navn: str) -> Response:
    fil = "".join(c for c in navn if c.isascii() and (c.isalnum() or c == "-"))
    hode = {"Content-Disposition": f'attachment; filename="{fil}.csv"'}
    return Response(innhold, media_type="text/csv; charset=utf-8", headers=hode)

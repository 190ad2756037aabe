"""Insight: the page with its figures, and the same figures to take away."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

from fastapi.responses import Response

from veileder.gjennomgang import eksport
from veileder.gjennomgang.ansatte import Handling, Rett
from veileder.gjennomgang.innsikt import UTFALL, Innsikt, Rad, siste_uker
from veileder.gjennomgang.innsikttekster import Navn, kort_uke
from veileder.gjennomgang.ukesbrev import hent_innsikt
from veileder.web.gjennomgang.diagram import lag_diagram
from veileder.web.gjennomgang.kontekst import ROT, Kontekst
from veileder.web.gjennomgang.tekster import tekst

HER = f"{ROT}/innsikt"
PERIODER = (4, 12, 26, 52)
"""Weeks that can be looked back on."""


def vis(k: Kontekst) -> Response:
    """Show the figures."""
    uker, kommune = _uker(k), velg_kommune(k)
    i = _hent(k, uker, kommune)
    serier = (("samtaler", [u.samtaler for u in i.uker]), *((n, [u.utfall[nr] for u in i.uker]) for nr, n in enumerate(UTFALL)))
    return k.side(
        "innsikt.html",
        i=i,
        utfall={r.navn: r.tall for r in i.utfall},
        utfallene=UTFALL,
        lesbarhet=[Rad(navn=r.navn, tall=r.lix) for r in i.lesbarhet],
        uker=uker,
        perioder=PERIODER,
        kommune=kommune,
        kommuner=kommunevalg(k),
        alle=k.omfang(Rett.INNSIKT) is None,
        diagram=lag_diagram([kort_uke(u.uke).partition("-")[2] for u in i.uker], [s for s in serier if any(s[1])]),
        sporring=urlencode({"uker": uker, **({"kommune": kommune} if kommune else {})}),
    )


def csv(k: Kontekst) -> Response:
    """Give the figures as CSV."""
    i = _hent(k, _uker(k), velg_kommune(k))
    return last_ned(k, eksport.som_csv(i, k.tjenestenavn, stedsnavn(k)), "text/csv; charset=utf-8", f"innsikt-{_navn(k)}.csv")


def json(k: Kontekst) -> Response:
    """Give the figures as JSON."""
    i = _hent(k, _uker(k), velg_kommune(k))
    return last_ned(k, eksport.som_json(i, k.tjenestenavn, stedsnavn(k)), "application/json", f"innsikt-{_navn(k)}.json")


def last_ned(k: Kontekst, innhold: str | bytes, slag: str, fil: str) -> Response:
    """Return a file to keep; that it was taken is logged."""
    k.logg(Handling.LASTET_NED, detalj=fil)
    return Response(innhold, media_type=slag, headers={"Content-Disposition": f'attachment; filename="{fil}"'})


def velg_kommune(k: Kontekst) -> str:
    """Return the municipality that is asked for, '' for all that the user may see. Raises IngenSide for another's."""
    kommune, omfang = k.inn.sporring.get("kommune", ""), k.omfang(Rett.INNSIKT)
    kjente = {slug for slug, _ in kommunevalg(k)}
    if kommune and (kommune not in kjente or not k.bruker.kan(Rett.INNSIKT, kommune)):
        k.finnes_ikke()
    return kommune or (next(iter(omfang)) if omfang is not None and len(omfang) == 1 else "")


def kommunevalg(k: Kontekst) -> list[tuple[str, str]]:
    """Return (slug, name) of the places to choose among."""
    omfang = k.omfang(Rett.INNSIKT)
    steder = omfang if omfang is not None else {*k.kommuner, *k.lager.innsikt.kommuner()}
    return sorted(((s, k.kommunenavn(s)) for s in steder), key=lambda par: par[1])


def stedsnavn(k: Kontekst) -> Navn:
    """Return what turns a slug into the name of a place."""
    return lambda slug: k.kommunenavn(slug) if slug else tekst("uten_kommune")


def _hent(k: Kontekst, uker: int, kommune: str) -> Innsikt:
    steder = frozenset({kommune}) if kommune else k.omfang(Rett.INNSIKT)
    i_dag = k.na.astimezone(dt.UTC).date()
    return hent_innsikt(k.lager.innsikt, siste_uker(uker, i_dag, steder), i_dag)


def _uker(k: Kontekst) -> int:
    skrevet = k.inn.sporring.get("uker", "")
    return int(skrevet) if skrevet in map(str, PERIODER) else PERIODER[0]


def _navn(k: Kontekst) -> str:
    return "-".join(filter(None, (velg_kommune(k), f"{_uker(k)}-uker", k.na.date().isoformat())))

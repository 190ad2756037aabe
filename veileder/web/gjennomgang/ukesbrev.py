"""The weekly letter: as a page, as PDF and as Markdown."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

from fastapi.responses import Response

from veileder.adaptere.brevpdf import lag_pdf
from veileder.gjennomgang.ansatte import Rett
from veileder.gjennomgang.brevtekst import Brev, skriv_brev, som_markdown
from veileder.gjennomgang.innsikttekster import kort_uke, les_uke, ukenavn
from veileder.gjennomgang.kjennetegn import mandag
from veileder.gjennomgang.ukesbrev import hent_brev
from veileder.web.gjennomgang.innsikt import kommunevalg, last_ned, velg_kommune
from veileder.web.gjennomgang.kontekst import Kontekst
from veileder.web.gjennomgang.tekster import tekst

UKER = 26
"""Weeks to choose among."""


def vis(k: Kontekst) -> Response:
    """Show the letter."""
    uke, kommune, brev = _brev(k)
    forst = mandag(_i_dag(k))
    uker = [forst - dt.timedelta(weeks=n) for n in range(UKER)]
    return k.side(
        "ukesbrev.html",
        brev=brev,
        uke=kort_uke(uke),
        kommune=kommune,
        uker=[(kort_uke(u), ukenavn(u)) for u in uker],
        kommuner=kommunevalg(k),
        alle=k.omfang(Rett.INNSIKT) is None,
        sporring=urlencode({"uke": kort_uke(uke), **({"kommune": kommune} if kommune else {})}),
    )


def pdf(k: Kontekst) -> Response:
    """Give the letter as PDF."""
    uke, kommune, brev = _brev(k)
    return last_ned(k, lag_pdf(brev, k.na), "application/pdf", _fil(uke, kommune, "pdf"))


def markdown(k: Kontekst) -> Response:
    """Give the letter as Markdown."""
    uke, kommune, brev = _brev(k)
    return last_ned(k, som_markdown(brev), "text/markdown; charset=utf-8", _fil(uke, kommune, "md"))


def _brev(k: Kontekst) -> tuple[dt.date, str, Brev]:
    """Return week, place and letter; last week's when none is named. Raises IngenSide."""
    kommune, skrevet = velg_kommune(k), k.inn.sporring.get("uke", "")
    if not kommune and k.omfang(Rett.INNSIKT) is not None:
        kommune = kommunevalg(k)[0][0]  # all is for those who may see all
    uke = les_uke(skrevet) if skrevet else mandag(_i_dag(k)) - dt.timedelta(weeks=1)
    if uke is None or uke > _i_dag(k):
        k.finnes_ikke()
    sted = k.kommunenavn(kommune) if kommune else tekst("alle_kommunene")
    return uke, kommune, skriv_brev(hent_brev(k.lager.innsikt, uke, kommune, k.na), sted, k.tjenestenavn)


def _i_dag(k: Kontekst) -> dt.date:
    return k.na.astimezone(dt.UTC).date()


def _fil(uke: dt.date, kommune: str, ending: str) -> str:
    return f"{'-'.join(filter(None, ('ukesbrev', kort_uke(uke), kommune)))}.{ending}"

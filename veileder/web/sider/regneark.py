"""The harmonisation view as CSV that a Norwegian spreadsheet opens as it is: UTF-8 with BOM, semicolons."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from veileder.domene import FELLES
from veileder.web.sider.ramme import Ramme
from veileder.web.sider.sammenlign import Aspektrad, Celle, Sammenligning, Tilstand, kommuner
from veileder.web.sider.tekster import aspektnavn


def oversikt(ramme: Ramme, rader: Sequence[Sammenligning]) -> str:
    """Return the status table: a row for each service, a column for each municipality."""
    steder = kommuner(ramme)
    hode = [ramme.t("tjeneste"), "slug", *(ramme.navn(k) for k in steder)]
    return _csv([hode, *([s.tittel, s.slug, *(_status(ramme, s, nr) for nr in range(len(steder)))] for s in rader)])


def _status(ramme: Ramme, s: Sammenligning, nr: int) -> str:
    deler = []
    for tilstand, celler in s.per_kommune(nr).items():
        navn = ", ".join(_med_dato(aspektnavn(a, ramme.malform), c) for a, c in celler)
        deler.append(f"{ramme.t(tilstand.name)}: {navn}" if navn else ramme.t(tilstand.name))
    return " | ".join(deler)


def _med_dato(navn: str, celle: Celle) -> str:
    return f"{navn} ({celle.kilde_dato})" if celle.tilstand is Tilstand.GAMMEL else navn


def detaljer(ramme: Ramme, s: Sammenligning) -> str:
    """Return one service: a row for each aspect; status, numbers, source and its date for each municipality."""
    hode = ["aspekt", ramme.t("del"), "ulike tall", f"{ramme.t('felles')} tall"]
    for k in kommuner(ramme):
        hode += [ramme.navn(k), *(f"{ramme.navn(k)} {felt}" for felt in ("tall", "kilde", "kildedato"))]
    return _csv([hode, *(_detalj(ramme, rad) for rad in s.rader)])


def _detalj(ramme: Ramme, rad: Aspektrad) -> list[str]:
    resultater = {t.resultat for t in rad.tall}
    ulike = "ja" if "ulikt" in resultater else "nei" if "likt" in resultater else ""
    ut = [rad.aspekt, rad.overskrift, ulike, _tall(rad, FELLES)]
    for celle in rad.celler:
        kilder = ", ".join(dict.fromkeys(lokal.lenke for lokal in celle.lokale if lokal.lenke))
        ut += [ramme.t(celle.tilstand.name), _tall(rad, celle.kommune), kilder, celle.kilde_dato]
    return ut


def _tall(rad: Aspektrad, sted: str) -> str:
    par = ((verdi, t.enhet) for t in rad.tall for verdi in t.verdier.get(sted, ()))
    return ", ".join(f"{verdi} {enhet}" for verdi, enhet in par).replace("\u00a0", " ")


def _csv(rader: Iterable[Sequence[str]]) -> str:
    ut = io.StringIO()
    csv.writer(ut, delimiter=";", lineterminator="\r\n").writerows([_trygg(c) for c in rad] for rad in rader)
    return "\ufeff" + ut.getvalue()


def _trygg(celle: str) -> str:
    """A cell that a spreadsheet would run as a formula is marked as text."""
    return f"'{celle}" if celle.startswith(("=", "+", "-", "@", "\t")) else celle

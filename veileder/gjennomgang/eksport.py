"""Insight as CSV and JSON: the same figures as the page shows, those that are hidden left empty."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from veileder.gjennomgang.innsikt import UTFALL, Innsikt, Rad
from veileder.gjennomgang.innsikttekster import TIDER, Navn, aspektnavn, kort_uke, overskrift
from veileder.gjennomgang.innsikttekster import UTFALL as UTFALLSNAVN

KOLONNER = ("tabell", "uke", "kode", "navn", "tall")


def rader(i: Innsikt, tjenestenavn: Navn, kommunenavn: Navn) -> Iterator[tuple[str, str, str, str, int | None]]:
    """Yield every figure as (table, week, code, name, figure). None is hidden: one to four persons."""
    yield ("samtaler", "", "", "Samtaler i alt", i.samtaler)
    tabeller: tuple[tuple[str, tuple[Rad, ...], Navn], ...] = (
        ("tjenester", i.tjenester, tjenestenavn),
        ("aspekter", i.aspekter, aspektnavn),
        ("kommuner", i.kommuner, kommunenavn),
        ("utfall", i.utfall, lambda u: UTFALLSNAVN.get(u, u)),
        ("ikke_besvart", i.ubesvart, tjenestenavn),
        ("spurt_om_men_ikke_med", i.skille, tjenestenavn),
        ("svartid", i.tider, lambda n: TIDER[n]),
    )
    for navn, linjer, kalt in tabeller:
        yield from ((navn, "", r.navn, kalt(r.navn), r.tall) for r in linjer)
    for u in i.uker:
        yield ("uker", kort_uke(u.uke), "samtaler", "Samtaler i alt", u.samtaler)
        yield from (("uker", kort_uke(u.uke), n, UTFALLSNAVN[n], v) for n, v in zip(UTFALL, u.utfall, strict=True))
    yield from (("mangler", "", g.tjeneste, overskrift(g, tjenestenavn), g.tall) for g in i.grupper)
    yield ("lesbarhet", "", "", "LIX i alt", i.lix)
    yield from (("lesbarhet", "", r.navn, tjenestenavn(r.navn), r.lix) for r in i.lesbarhet)
    ventende = (("saker", "Svar som venter på gjennomgang", i.saker), ("henvendelser", "Henvendelser som venter", i.henvendelser))
    yield from (("venter", "", *v) for v in (*ventende, ("over_frist", "Henvendelser over fristen", i.over_frist)))


def som_csv(i: Innsikt, tjenestenavn: Navn, kommunenavn: Navn) -> str:
    """Return CSV as Norwegian spreadsheets open it: semicolons, and a mark that tells that it is UTF-8."""
    ut = io.StringIO(newline="")
    skriver = csv.writer(ut, delimiter=";", lineterminator="\r\n")
    skriver.writerow(KOLONNER)
    for rad in rader(i, tjenestenavn, kommunenavn):
        skriver.writerow(["" if v is None else _celle(v) for v in rad])
    return "\ufeff" + ut.getvalue()


def _celle(verdi: str | int) -> str | int:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{verdi}" if isinstance(verdi, str) and verdi[:1] in ("=", "+", "-", "@", "\t") else verdi


def som_json(i: Innsikt, tjenestenavn: Navn, kommunenavn: Navn) -> str:
    """Return JSON: the choice, and a list of figures for each table. null is hidden."""
    ut: dict[str, Any] = {
        "fra": kort_uke(i.utvalg.fra),
        "til": kort_uke(i.utvalg.til),
        "kommuner": None if i.utvalg.kommuner is None else sorted(i.utvalg.kommuner),
        "laget": i.laget.isoformat(timespec="seconds"),
        "tabeller": {},
    }
    for tabell, uke, kode, navn, tall in rader(i, tjenestenavn, kommunenavn):
        ut["tabeller"].setdefault(tabell, []).append({**({"uke": uke} if uke else {}), "kode": kode, "navn": navn, "tall": tall})
    return json.dumps(ut, ensure_ascii=False, indent=1) + "\n"

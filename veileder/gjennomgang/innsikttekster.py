"""Words of insight and the weekly letter, in bokmål: those who work there share one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from veileder.gjennomgang.grupper import Gruppe
from veileder.gjennomgang.skjul import MINST

Navn = Callable[[str], str]
"""From a slug to what it is called."""

FARRE = f"færre enn {MINST}"

OVERSKRIFTER = {
    "om": "Hva er {hva}?",
    "hvem": "Hvem kan få {hva}?",
    "omfatter": "Hva omfatter {hva}?",
    "omfatter-ikke": "Hva omfatter {hva} ikke?",
    "kommunens-ansvar": "Hva er kommunens ansvar for {hva}?",
    "ditt-ansvar": "Hva er ditt ansvar når du har {hva}?",
    "kriterier": "Hvilke kriterier gjelder for {hva}?",
    "soknad": "Hvordan søker du om {hva}?",
    "vurdering": "Hvordan vurderer kommunen søknaden om {hva}?",
    "tildeling": "Hvordan og når blir {hva} tildelt?",
    "avslag-og-klage": "Hva kan du gjøre ved avslag på {hva}?",
    "pris": "Hva koster {hva}?",
    "lovgrunnlag": "Hvilke lover gjelder for {hva}?",
    "kontakt": "Hvem kan du kontakte om {hva}?",
}
"""Headings as the service descriptions have them, by aspect."""

_SAGT = {
    "pris": ("kost", "pris", "betal"),
    "soknad": ("søk", "sok"),
    "avslag-og-klage": ("avslag", "klag"),
    "kontakt": ("kontakt", "ring", "telefon"),
}
"""Beginnings of words that the heading of an aspect says already."""

ASPEKTER = {
    "om": "hva tjenesten er",
    "hvem": "hvem som kan få tjenesten",
    "omfatter": "hva tjenesten omfatter",
    "omfatter-ikke": "hva tjenesten ikke omfatter",
    "kommunens-ansvar": "kommunens ansvar",
    "ditt-ansvar": "eget ansvar",
    "kriterier": "kriterier",
    "soknad": "søknad",
    "vurdering": "vurdering av søknaden",
    "tildeling": "tildeling",
    "avslag-og-klage": "avslag og klage",
    "pris": "pris",
    "lovgrunnlag": "lovgrunnlag",
    "kontakt": "kontakt",
}

UTFALL = {
    "besvart": "Besvart",
    "delvis": "Delvis besvart",
    "avklaring": "Spurte tilbake",
    "uten_grunnlag": "Fant ikke svar",
    "overlevert": "Vist til et menneske",
    "akutt": "Akutt",
    "avvist": "Avvist",
    "samtale": "Hilsen eller småprat",
    "feilet": "Feil hos oss",
}

TIDER = {
    "t200": "Under 0,2 sekunder",
    "t500": "0,2 til 0,5 sekunder",
    "t1000": "0,5 til 1 sekund",
    "t2000": "1 til 2 sekunder",
    "tover": "Over 2 sekunder",
}


def aspektnavn(aspekt: str) -> str:
    """Return what an aspect is called."""
    return ASPEKTER.get(aspekt, aspekt.replace("-", " "))


def tall(antall: int | None) -> str:
    """Return a figure as it is read."""
    return FARRE if antall is None else str(antall)


def overskrift(gruppe: Gruppe, tjenestenavn: Navn) -> str:
    """Return the heading that a section about what a group asked for could have."""
    hva = tjenestenavn(gruppe.tjeneste) if gruppe.tjeneste else ""
    if hva and gruppe.aspekt in OVERSKRIFTER:
        mal = OVERSKRIFTER[gruppe.aspekt].format(hva=_midt_i(hva))
        mer = [o for o in gruppe.ord if not o.startswith(_SAGT.get(gruppe.aspekt, ("\0",)))]
        return f"{mal} ({', '.join(mer)})" if mer else mal
    ord_ = oppramsing(gruppe.ord)
    if hva:
        return f"{hva} og {ord_}" if ord_ else hva
    return ord_[:1].upper() + ord_[1:] if ord_ else "Ulike ord om det samme"


def oppramsing(ord_: tuple[str, ...]) -> str:
    """Return «a, b og c»."""
    return " og ".join(filter(None, (", ".join(ord_[:-1]), ord_[-1]))) if ord_ else ""


def _midt_i(navn: str) -> str:
    """Return a name as it stands within a sentence: an abbreviation keeps its capitals."""
    return navn if navn[1:2].isupper() else navn[:1].lower() + navn[1:]


def ukenavn(uke: dt.date) -> str:
    """Return «uke 47 (16.–22. november 2026)» of a Monday."""
    slutt = uke + dt.timedelta(days=6)
    forst = f"{uke.day}." if uke.month == slutt.month else f"{uke.day}. {MANEDER[uke.month - 1]}"
    ar = "" if uke.year == slutt.year else f" {uke.year}"
    return f"uke\N{NO-BREAK SPACE}{uke.isocalendar().week} ({forst}{ar}–{slutt.day}. {MANEDER[slutt.month - 1]} {slutt.year})"


def kort_uke(uke: dt.date) -> str:
    """Return «2026-47» of a Monday."""
    ar, nr, _ = uke.isocalendar()
    return f"{ar}-{nr:02}"


def les_uke(skrevet: str) -> dt.date | None:
    """Return the Monday of «2026-47» (or «2026-W47»), or None."""
    ar, _, nr = skrevet.upper().replace("W", "").partition("-")
    try:
        return dt.date.fromisocalendar(int(ar), int(nr), 1)
    except ValueError:
        return None


MANEDER = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip

"""Fixed texts of the web: one module a language, all with the same names."""

from __future__ import annotations

import datetime as dt

from veileder.domene import Malform
from veileder.web.tekster import bokmal, engelsk, nynorsk

NB, NN, EN = bokmal.TEKSTER, nynorsk.TEKSTER, engelsk.TEKSTER

_ALLE = {Malform.NB: NB, Malform.NN: NN, Malform.EN: EN}

SIDETEKSTER = (
    "undertittel",
    "ny_samtale",
    "slett",
    "om_tjenesten",
    "meny",
    "sprak",
    "kommune",
    "ingen_kommune",
    "rolle",
    "rolle_innbygger",
    "rolle_saksbehandler",
    "menneske",
    "meld_fra",
    "vis_kilde",
    "valg",
    "nodnummer",
    "hopp",
    "skrivefelt",
    "send",
    "stopp",
    "til_bunns",
    "svar_fra",
    "du_skrev",
    "eksempler",
    "lukk",
    "ja",
    "nei",
    "ny_sporsmal",
    "ny_forklaring",
    "kopiert",
    "kopi_feilet",
    "notat_tittel",
    "notat_forklaring",
    "notat_kopier",
    "notat_skriv_ut",
    "notat_send",
    "brudd",
    "tilbake",
    "treg",
    "lagt_tilbake",
    "klikk_feilet",
)
"""Texts that the page's script shows."""

MANEDER = tuple("januar februar mars april mai juni juli august september oktober november desember".split())
_ENGELSKE = "January February March April May June July August September October November December".split()
"""Names of the months; the Norwegian ones are the same in both målformer."""


_UKEDAGER = {
    Malform.NB: "mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),
    Malform.NN: "måndag tysdag onsdag torsdag fredag laurdag søndag".split(),
    Malform.EN: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}


def ukedag(dag: dt.date, sprak: Malform) -> str:
    """Return the name of a weekday, as it stands in a sentence: «på fredag» has the name alone."""
    return _UKEDAGER[sprak][dag.weekday()]


def tekst(nokkel: str, sprak: Malform = Malform.NB) -> str:
    """Return a text in the language asked for."""
    return _ALLE[sprak][nokkel]


def sidetekster(sprak: Malform) -> dict[str, str]:
    """Return the texts that the page's script shows."""
    return {nokkel: tekst(nokkel, sprak) for nokkel in SIDETEKSTER}


def dato(iso: str, sprak: Malform = Malform.NB) -> str:
    """Return «1. januar 2026» for an ISO date («1 January 2026» in English); anything else is returned as it stands."""
    deler = iso.split("-")
    if len(deler) != 3 or not all(d.isdigit() for d in deler) or not 1 <= int(deler[1]) <= 12:
        return iso
    dag, maned = int(deler[2]), int(deler[1]) - 1
    return f"{dag} {_ENGELSKE[maned]} {deler[0]}" if sprak is Malform.EN else f"{dag}. {MANEDER[maned]} {deler[0]}"


VALGT_ENGELSK = "en-x-valgt"
"""What the page's script says when the reader chose English: no browser says it by itself, so an English browser, which
many Norwegians have, still reads Norwegian until its user chooses."""


def sprak_av(kode: str) -> Malform:
    """Return the målform for a browser's language code: nynorsk for nn, bokmål for all else."""
    return Malform.NN if kode.lower().split("-")[0] == "nn" else Malform.NB


def sidesprak_av(kode: str) -> Malform:
    """Return the language that the chat's page is shown in: as ``sprak_av``, or English when it was chosen."""
    return Malform.EN if kode.lower() == VALGT_ENGELSK else sprak_av(kode)

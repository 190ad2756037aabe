"""Where a passage is shown: addresses and anchors that the pages and the chat's citations share.

Built from the passage's id alone, so that a link can be made without looking anything up. An anchor made
here never meets one made of a heading: ``slugg`` gives single hyphens and no underscore.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from veileder.domene import Kilde, Malform, Utdrag
from veileder.forstaelse.aspekt import slugg

EGNE_MAPPER = ("tjenester", "veileder", "prosjekt")
"""Folders of the corpus that have pages of their own; any other document is shown at /dokument/."""


def adresse_for(kilde: Kilde | Utdrag, kommune: str = "") -> str:
    """Return the address of the place where a passage stands, as «/tjenester/bpa?kommune=molde#pris--1».

    ``kommune`` is the one chosen by the reader; a local passage brings its own.
    """
    id_ = kilde.utdrag if isinstance(kilde, Kilde) else kilde.id
    valgt = kilde.kommune if er_lokal(kilde.dokument) else kommune
    return f"{med_valg(sti_for(kilde.dokument), kommune=valgt, malform=kilde.malform)}#{anker_for(id_, kilde.kommune)}"


def er_lokal(dokument: str) -> bool:
    """Return whether a document changes sections of a shared one for a municipality."""
    deler = dokument.split("/")
    return len(deler) == 3 and deler[0] == "lokalt"


def sti_for(dokument: str) -> str:
    """Return the path of the page that shows a document."""
    deler = dokument.split("/")
    if er_lokal(dokument):
        return f"/tjenester/{quote(deler[2])}"
    if len(deler) == 2 and deler[0] in EGNE_MAPPER:
        return f"/{deler[0]}/{quote(deler[1])}"
    return f"/dokument/{quote(dokument)}"


def med_valg(sti: str, *, kommune: str = "", malform: Malform = Malform.NB, **felt: str) -> str:
    """Return a path with what the reader has chosen, which is remembered in the address only."""
    valg = {**felt, "kommune": kommune, "malform": malform.value if malform is Malform.NN else ""}
    spor = urlencode({navn: verdi for navn, verdi in valg.items() if verdi})
    return f"{sti}?{spor}" if spor else sti


def anker_for(utdrag: str, kommune: str) -> str:
    """Return the anchor of a passage: «pris--1», or «molde--pris--1» for a local one."""
    dokument, aspekt, nr = utdrag.rsplit("#", 2)
    foran = f"{slugg(kommune)}--" if er_lokal(dokument) else ""
    return f"{foran}{slugg(aspekt) or 'tekst'}--{nr}"

"""Services by what people need: a plain grouping, since the descriptions themselves carry none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from veileder.domene import Malform
from veileder.indeksering.enheter import ren
from veileder.web.sider.bibliotek import Tekst
from veileder.web.sider.tekster import tekst

GRUPPER: tuple[tuple[str, str, str, str], ...] = (
    (
        "hjemme",
        "Hjelp hjemme",
        "Hjelp heime",
        "helsetjenester-i-hjemmet praktisk-bistand praktisk-bistand-opplaring bpa trygghetsalarm matombringing"
        " hjelpemidler velferdsteknologi",
    ),
    (
        "opphold",
        "Bolig og opphold",
        "Bustad og opphald",
        "omsorgsbolig korttidsopphold langtidsopphold rehabiliteringsopphold kommunal-akutt-dognplass",
    ),
    ("trening", "Trening og mestring", "Trening og meistring", "hverdagsrehabilitering ergoterapi fysioterapi frisklivssentral"),
    (
        "sosialt",
        "Å komme ut og være sammen med andre",
        "Å kome ut og vere saman med andre",
        "dagaktivitetstilbud dagsenter stottekontakt",
    ),
    ("reise", "Transport og kort", "Transport og kort", "tt-kort ledsagerbevis parkeringstillatelse"),
    (
        "parorende",
        "For deg som hjelper en du er glad i",
        "For deg som hjelper ein du er glad i",
        "parorendestotte avlastning omsorgsstonad",
    ),
    (
        "sykdom",
        "Ved alvorlig eller langvarig sykdom",
        "Ved alvorleg eller langvarig sjukdom",
        "psykisk-helse-og-rus kreftkoordinator demenskoordinator palliasjon",
    ),
    ("flere", "Når du trenger hjelp fra flere", "Når du treng hjelp frå fleire", "individuell-plan barnekoordinator"),
)
"""Key, name in bokmål and nynorsk, slugs. A service that stands nowhere here comes last, under «andre»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Innforsel:
    """One line of a list: title, one sentence, and the målform they are in."""

    slug: str
    tittel: str
    setning: str
    malform: Malform


@dataclass(frozen=True, slots=True, kw_only=True)
class Gruppe:
    """A heading with the services under it."""

    nokkel: str
    navn: str
    innforsler: tuple[Innforsel, ...]


def innforsel(t: Tekst) -> Innforsel:
    """Return a document's line: its title and its first sentence."""
    forst = t.hode
    s = forst.setninger[0]
    setning = ren(forst.tekst[s.start - forst.start : s.slutt - forst.start])
    return Innforsel(slug=t.slug, tittel=forst.tittel, setning=setning, malform=forst.malform)


def grupper(tekster: Sequence[Tekst], malform: Malform) -> tuple[Gruppe, ...]:
    """Return the services in their groups, each in the order that the group names them."""
    igjen = {t.slug: innforsel(t) for t in tekster}
    ut = []
    for nokkel, nb, nn, slugger in GRUPPER:
        med = tuple(igjen.pop(s) for s in slugger.split() if s in igjen)
        if med:
            ut.append(Gruppe(nokkel=nokkel, navn=nn if malform is Malform.NN else nb, innforsler=med))
    if igjen:
        ut.append(Gruppe(nokkel="andre", navn=tekst("andre_tjenester", malform), innforsler=tuple(igjen.values())))
    return tuple(ut)

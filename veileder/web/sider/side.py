"""A document as a page: its sections, the chosen kommune's own in place, and the words explained."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from veileder.domene import Kontakt, Malform, Utdrag
from veileder.formulering.ordforklaring import Forklaring, ord_i
from veileder.indeksering.enheter import ren
from veileder.web.sider.adresse import er_lokal
from veileder.web.sider.bibliotek import Avsnitt
from veileder.web.sider.gjengivelse import brodtekst
from veileder.web.sider.kildealder import Alder, alder, passert, vert
from veileder.web.sider.ramme import Ramme


@dataclass(frozen=True, slots=True, kw_only=True)
class Lokal:
    """A municipality's own text in a section, with where it is from and how old that is."""

    navn: str
    html: Markup
    malform: Malform
    status: str
    kilde_dato: str
    alder: Alder
    lenke: str
    vert: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Del:
    """A section of the page. ``mangler`` tells that a local text was promised and is not there."""

    anker: str
    overskrift: str
    niva: int
    html: Markup
    lokale: tuple[Lokal, ...]
    mangler: bool
    ord: tuple[Forklaring, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A page about a document; ``hode`` carries its title, status and dates."""

    slug: str
    hode: Utdrag
    deler: tuple[Del, ...]
    revidering_passert: bool
    har_begge: bool
    kontakt: Kontakt | None


def lag_side(ramme: Ramme, dokument: str) -> Side | None:
    """Return the page of a document, or None when there is none for this choice of kommune."""
    bibliotek, malform = ramme.bibliotek, ramme.malform
    mappe, _, slug = dokument.rpartition("/")
    tekst = bibliotek.hent(dokument, malform)
    lokale = bibliotek.lokale(slug, ramme.kommune, malform) if mappe == "tjenester" and ramme.kommune else ()
    felles = tekst.avsnitt if tekst else ()
    if not felles and not lokale:
        return None
    hode = felles[0].forst if felles else lokale[0].forst
    return Side(
        slug=slug,
        hode=hode,
        deler=_Bygger(ramme, hode).deler(felles, lokale),
        revidering_passert=passert(hode.revideres, ramme.valg.i_dag),
        har_begge=all(bibliotek.finnes_i(dokument, m) for m in (Malform.NB, Malform.NN)),
        kontakt=ramme.ressurser.kontakter.kommuner.get(ramme.kommune) if mappe == "tjenester" else None,
    )


def lag_lokal(avsnitt: Avsnitt, navn: str, i_dag: dt.date, brukt: set[str]) -> Lokal:
    """Return a local section as it is shown."""
    u = avsnitt.forst
    return Lokal(
        navn=navn,
        html=brodtekst(avsnitt.utdrag, brukt),
        malform=u.malform,
        status=u.status,
        kilde_dato=u.kilde_dato,
        alder=alder(u.kilde_dato, i_dag),
        lenke=u.lenke if vert(u.lenke) else "",
        vert=vert(u.lenke),
    )


class _Bygger:
    """Makes the sections of one page, with every anchor used once and every word explained once."""

    def __init__(self, ramme: Ramme, hode: Utdrag) -> None:
        self._ramme = ramme
        self._ankere: set[str] = set()
        self._kjente_ord = {hode.tittel.lower(), hode.tittel}

    def deler(self, felles: Sequence[Avsnitt], lokale: Sequence[Avsnitt]) -> tuple[Del, ...]:
        igjen = list(lokale)
        ut = []
        for avsnitt in felles:
            hit = [a for a in igjen if a.forst.aspekt == avsnitt.forst.aspekt]
            igjen = [a for a in igjen if a not in hit]
            ut.append(self._del(avsnitt, hit))
        while igjen:  # what only the municipality has comes after, under its own heading
            hit = [a for a in igjen if a.forst.aspekt == igjen[0].forst.aspekt]
            igjen = [a for a in igjen if a not in hit]
            ut.append(self._del(None, hit))
        return tuple(ut)

    def _del(self, felles: Avsnitt | None, lokale: Sequence[Avsnitt]) -> Del:
        u = (felles or lokale[0]).forst
        ramme = self._ramme
        anker = self._anker(u.aspekt or "tekst")
        vist = tuple(lag_lokal(a, ramme.navn(a.forst.kommune), ramme.valg.i_dag, self._ankere) for a in lokale)
        html = brodtekst(felles.utdrag, self._ankere) if felles else Markup()
        tekst = " ".join(a.tekst for a in (*lokale, *((felles,) if felles else ())))
        return Del(
            anker=anker,
            overskrift=u.overskrifter[-1] if u.overskrifter else "",
            niva=min(max(len(u.overskrifter), 1), 3) + 1,
            html=html,
            lokale=vist,
            mangler=bool(ramme.kommune) and not lokale and not er_lokal(u.dokument) and u.aspekt in u.lokale_aspekter,
            ord=ord_i(ren(tekst), ramme.ressurser.ordliste, self._kjente_ord, u.malform),
        )

    def _anker(self, aspekt: str) -> str:
        """Return the section's anchor: the aspect, with a number where a document repeats it."""
        anker, nr = aspekt, 1
        while anker in self._ankere:
            nr += 1
            anker = f"{aspekt}_{nr}"
        self._ankere.add(anker)
        return anker

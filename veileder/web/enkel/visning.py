"""An answer as the page shows it: safe HTML, with its sources and the words that are quoted marked. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from veileder import standardtekster as st
from veileder.domene import FELLES, Kilde, Kontakt, Malform, Svar, Utdrag, Utfall
from veileder.web.enkel.samtaler import Utveksling
from veileder.web.enkel.tekster import dato, tekst
from veileder.web.lenker import kjente_verter, uten_fremmede_lenker
from veileder.web.merking import med_sitat, trygg
from veileder.web.sider.adresse import adresse_for
from veileder.web.sider.gjengivelse import trygg_html
from veileder.web.sider.kildealder import vert

_FRA, _TIL = "\ue001", "\ue002"
"""Stand where a mark begins and ends until the text is HTML; private use, so that no text holds them."""

_NODNUMMER = re.compile(r"\b(11[0-3]|116 ?(?:117|111|123|006))\b")
_BAR_ADRESSE = re.compile(r"(?<!\])\((https?://[^\s()<>]+)\)")
_HENVISNING = re.compile(r"(?<![\\!\]])\[(\d+)\](?![(\[:])")
_HENVIST = re.compile(f"{_FRA}(\\d+){_TIL}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kildevisning:
    """A source to open. ``fakta`` are pairs of name and value; ``lenke`` is its place with us, ``nett`` the page it builds on."""

    nr: int
    anker: str
    tittel: str
    hvem: str
    malform: str
    html: Markup
    fakta: tuple[tuple[str, str], ...]
    lenke: str
    nett: str
    vert: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Svarvisning:
    """An answer. ``nummer`` is the receipt when it is reported, ``valg`` the readings to choose from.

    ``andre`` are other texts that were considered: title, address and language.
    """

    nr: int
    henvendelse: str
    sporsmal: str
    tittel: str
    html: Markup
    sprak: str
    akutt: bool
    dekning: str
    kilder: tuple[Kildevisning, ...]
    valg: tuple[str, ...]
    lokalt: str
    andre: tuple[tuple[str, str, str], ...]
    for_rolle: str
    kontakt: Kontakt | None
    kan_meldes: bool
    nummer: str


def vis_svar(u: Utveksling, navn: Mapping[str, str], sprak: Malform, nummer: str = "") -> Svarvisning:
    """Return an answer for a page in ``sprak``; ``navn`` are the municipalities' names by slug."""
    nr, svar = u.nr, u.svar
    return Svarvisning(
        nr=nr,
        henvendelse=svar.henvendelse,
        sporsmal=svar.sporsmal,
        tittel=tekst(_TITTEL.get(svar.utfall, "svar"), sprak),
        html=svarhtml(nr, svar, sprak),
        sprak=svar.sprak.value,
        akutt=svar.utfall is Utfall.AKUTT,
        dekning=st.tekst(f"dekning_{svar.dekning}", sprak) if svar.dekning else "",
        kilder=tuple(_kilde(nr, k, navn, sprak) for k in svar.kilder),
        valg=svar.valg if svar.utfall is Utfall.AVKLARING else (),
        lokalt=u.lokalt,
        andre=tuple(_andre(a) for a in u.andre),
        for_rolle=tekst(f"for_{u.for_rolle}", sprak) if u.for_rolle else "",
        kontakt=svar.overlevering.kontakt if svar.overlevering and svar.overlevering.kontakt.navn else None,
        kan_meldes=svar.utfall is not Utfall.AKUTT,
        nummer=nummer,
    )


def _andre(u: Utdrag) -> tuple[str, str, str]:
    return u.tittel if u.seksjon == u.tittel else f"{u.tittel} – {u.seksjon}", adresse_for(u), u.malform.value


_TITTEL = {Utfall.AVKLARING: "avklaring", Utfall.AKUTT: "akutt"}
"""Headings of answers that are not quite answers."""


def svarhtml(nr: int, svar: Svar, sprak: Malform) -> Markup:
    """Return the answer's text: a reference leads to its source, a number that is given to be rung can be tapped."""
    ren = trygg(uten_fremmede_lenker(svar.tekst, kjente_verter(svar))).replace(_FRA, "").replace(_TIL, "")
    ren = _BAR_ADRESSE.sub(rf"([{tekst('nettside', sprak)}](<\1>))", ren)
    if svar.utfall is Utfall.AKUTT:
        ren = _NODNUMMER.sub(lambda treff: _ring(treff[0]), ren)
    elif svar.overlevering and (telefon := svar.overlevering.kontakt.telefon):
        ren = ren.replace(telefon, _ring(telefon))
    numre = {str(k.nr) for k in svar.kilder}
    ren = _HENVISNING.sub(lambda treff: f"{_FRA}{treff[1]}{_TIL}" if treff[1] in numre else treff[0], ren)
    html = _HENVIST.sub(lambda treff: _henvisning(nr, int(treff[1]), sprak), trygg_html(ren))
    return Markup(html)  # noqa: S704 - markdown-it escapes, and what is put in is ours


def _ring(nummer: str) -> str:
    return f"[{nummer.replace(' ', chr(0xA0))}](<tel:{''.join(c for c in nummer if c.isdigit() or c == '+')}>)"


def _henvisning(nr: int, kilde: int, sprak: Malform) -> str:
    navn = escape(f"{tekst('kilde', sprak)} {kilde}")
    return f'<a class="henvisning" href="#{_anker(nr, kilde)}" aria-label="{navn}">[{kilde}]</a>'


def _anker(nr: int, kilde: int) -> str:
    return f"svar-{nr}-kilde-{kilde}"


def kildehtml(kilde: Kilde) -> Markup:
    """Return the passage with the words that the answer quotes marked."""
    ren = (kilde.tekst or kilde.sitat).replace(_FRA, "").replace(_TIL, "")
    merket = med_sitat(ren, kilde.sitat, (kilde.start, kilde.slutt), (_FRA, _TIL))
    return Markup(str(trygg_html(merket)).replace(_FRA, "<mark>").replace(_TIL, "</mark>"))  # noqa: S704 - as above


def _kilde(nr: int, k: Kilde, navn: Mapping[str, str], sprak: Malform) -> Kildevisning:
    felles = k.kommune in ("", FELLES)
    hvem = tekst("felles_tekst", sprak) if felles else tekst("tekst_for", sprak, kommune=_navn(k.kommune, navn))
    status = tekst(f"status_{k.status}", sprak) if k.status in ("utkast", "vedtatt") else k.status
    par = (
        (tekst("gjelder_fra", sprak), dato(k.gjelder_fra, sprak)),
        (tekst("kilde_dato", sprak), dato(k.kilde_dato, sprak)),
        (tekst("revideres", sprak), dato(k.revideres, sprak)),
    )
    return Kildevisning(
        nr=k.nr,
        anker=_anker(nr, k.nr),
        tittel=k.tittel if k.seksjon in ("", k.tittel) else f"{k.tittel} – {k.seksjon}",
        hvem=", ".join(d for d in (hvem, status) if d),
        malform=k.malform.value,
        html=kildehtml(k),
        fakta=tuple((n, v) for n, v in par if v),
        lenke=adresse_for(k),
        nett=k.lenke if vert(k.lenke) else "",
        vert=vert(k.lenke),
    )


def _navn(kommune: str, navn: Mapping[str, str]) -> str:
    return navn.get(kommune, kommune.replace("-", " ").title())

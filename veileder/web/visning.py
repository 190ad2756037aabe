"""How an answer and its sources are shown: pure functions from domain values to Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from veileder import standardtekster as st
from veileder.domene import FELLES, Kilde, Malform, Svar, Utfall
from veileder.web.lenker import kjente_verter, uten_fremmede_lenker
from veileder.web.merking import blokksitat, hold_sammen, med_sitat, trygg
from veileder.web.sider.adresse import adresse_for
from veileder.web.tekster import dato, tekst

_NODNUMMER = re.compile(r"\b(11[0-3]|116 ?(?:117|111|123|006))\b")

_BAR_ADRESSE = re.compile(r"(?<!\])\((https?://[^\s()<>]+)\)")
"""A web address in parentheses: long, and of no use to one who reads or hears it."""

_HENVISNING = re.compile(r"(?<![\\!\]])\[(\d+)\](?![(\[:])")
"""«[1]» in an answer, not as part of a link."""

MED_NUMMER = {Utfall.OVERLEVERT, Utfall.UTEN_GRUNNLAG, Utfall.DELVIS, Utfall.FEILET}
"""Endings that hand over to a human: when the number is known, it stands there to be tapped."""


def svartekst(svar: Svar, lokalt: str = "", apent: str = "") -> str:
    """Return the answer as Markdown that is safe to render.

    A reference leads to its source, and a number that is given to be rung can be tapped. ``lokalt`` says which places
    have a text of their own, ``apent`` whether the number that is shown is answered now.
    """
    tekst_ = _BAR_ADRESSE.sub(r"([nettside](<\1>))", trygg(uten_fremmede_lenker(svar.tekst, kjente_verter(svar))))
    if svar.utfall is Utfall.AKUTT:
        return hold_sammen(_NODNUMMER.sub(lambda treff: _telefon(treff[0]), tekst_))
    numre = {str(kilde.nr) for kilde in svar.kilder}
    tekst_ = _HENVISNING.sub(lambda treff: _henvisning(treff[1]) if treff[1] in numre else treff[0], tekst_)
    dekning = f"{st.tekst(f'dekning_{svar.dekning}', svar.sprak)}." if svar.dekning else ""
    if linje := " ".join(d for d in (trygg(lokalt), dekning) if d):
        tekst_ = f"{tekst_}\n\n*{linje}*"
    if svar.overlevering and svar.utfall is not Utfall.FEILET and viser_nummer(svar):
        nummer = svar.overlevering.kontakt.telefon
        tekst_ = "\n\n".join(d for d in (tekst_, ringelinje(nummer, svar.sprak), apent) if d)
    return hold_sammen(tekst_)


def viser_nummer(svar: Svar) -> bool:
    """Return whether the answer itself shows where to ring, so that a button to a human under it would say it twice."""
    return svar.utfall in MED_NUMMER and bool(svar.overlevering and svar.overlevering.kontakt.telefon)


def _henvisning(nr: str) -> str:
    """Return «[1]» as a link that the page's script turns into a button: it opens source 1 of the same answer."""
    return rf"[\[{nr}\]](#kilde-{nr})"


def _kommunenavn(kommune: str, navn: Mapping[str, str], sprak: Malform) -> str:
    if kommune in ("", FELLES):
        return tekst("kilde_felles", sprak)
    return navn.get(kommune, kommune.replace("-", " ").title())


def _status(kilde: Kilde, sprak: Malform) -> str:
    return tekst(f"kilde_{kilde.status}", sprak) if kilde.status in ("vedtatt", "utkast") else kilde.status


def kildetittel(kilde: Kilde, navn: Mapping[str, str], sprak: Malform) -> str:
    """Return what is seen before a source is opened: number, title and section; then whose text, and its status."""
    hode = kilde.tittel if kilde.seksjon in ("", kilde.tittel) else f"{kilde.tittel} – {kilde.seksjon}"
    if kilde.kommune in ("", FELLES):
        hvem = tekst("kilde_felles_tekst", sprak)
    else:
        hvem = tekst("kilde_tekst_for", sprak).format(kommune=_kommunenavn(kilde.kommune, navn, sprak))
    forst = tekst("kilde_nr", sprak).format(nr=kilde.nr, tittel=hode)
    return f"{forst}\n{', '.join(d for d in (hvem, _status(kilde, sprak)) if d)}"


def _opplysninger(kilde: Kilde, navn: Mapping[str, str], sprak: Malform, sti: Sequence[str]) -> list[str]:
    par = (
        ("kilde_sti", " › ".join(sti)),
        ("kilde_gjelder", _kommunenavn(kilde.kommune, navn, sprak)),
        ("kilde_status", "" if kilde.status == "utkast" else _status(kilde, sprak)),
        ("kilde_gjelder_fra", dato(kilde.gjelder_fra, sprak)),
        ("kilde_dato", dato(kilde.kilde_dato, sprak)),
        ("kilde_revideres", dato(kilde.revideres, sprak)),
    )
    return [f"- {tekst(nokkel, sprak)}: {trygg(verdi)}" for nokkel, verdi in par if verdi]


def _nettside(kilde: Kilde, sprak: Malform) -> str:
    """Return the link to the page that the source builds on, named by its host; empty when there is none."""
    if not kilde.lenke.startswith(("https://", "http://")):
        return ""
    try:
        vert = urlsplit(kilde.lenke).hostname or ""
    except ValueError:
        return ""
    if not re.fullmatch(r"[\w.-]+", vert):
        return ""
    return lenke(tekst("kilde_lenke", sprak).format(vert=vert.removeprefix("www.")), kilde.lenke)


def kildetekst(kilde: Kilde, navn: Mapping[str, str], sprak: Malform, sti: Sequence[str] = ()) -> str:
    """Return what is seen when a source is opened: whose text, its page, the passage with the quotation marked, the facts.

    ``sti`` is the title with the headings down to the passage.
    """
    utdrag = blokksitat(hold_sammen(med_sitat(kilde.tekst or kilde.sitat, kilde.sitat, (kilde.start, kilde.slutt))))
    deler = (
        f"**{tekst('kilde_utkast_lang', sprak)}**" if kilde.status == "utkast" else "",
        _nettside(kilde, sprak),
        tekst("kilde_tekst", sprak),
        utdrag,
        lenke(tekst("kilde_hele", sprak), adresse_for(kilde)),
        "\n".join(_opplysninger(kilde, navn, sprak, sti)),
    )
    return "\n\n".join(d for d in deler if d)


def lenke(navn: str, adresse: str) -> str:
    """Return a link as Markdown; no address gets out of it."""
    trygg_adresse = adresse.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20").replace("\n", "")
    return f"[{navn}](<{trygg_adresse}>)"


def _telefon(nummer: str, etikett: str = "", slag: str = "tel") -> str:
    """Return the number as a link that the page's script turns into ``tel:`` (Markdown does not allow it)."""
    siffer = "".join(c for c in nummer if c.isdigit() or c == "+")
    return f"[{etikett or nummer}](#{slag}-{siffer})"


def ringelinje(nummer: str, sprak: Malform) -> str:
    """Return the number as a line of its own that can be tapped."""
    return _telefon(nummer, tekst("kontakt_ring", sprak).format(telefon=nummer), "ring")

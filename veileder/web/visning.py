"""How an answer, its sources and a contact are shown: pure functions from domain values to Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from veileder import standardtekster as st
from veileder.domene import FELLES, Kilde, Kontakt, Malform, Svar, Utfall
from veileder.web.merking import blokksitat, med_sitat, trygg
from veileder.web.tekster import dato, tekst

_NODNUMMER = re.compile(r"\b(11[0-3]|116 ?(?:117|111|123|006))\b")

_BAR_ADRESSE = re.compile(r"(?<!\])\((https?://[^\s()<>]+)\)")
"""A web address in parentheses: long, and of no use to one who reads or hears it."""


def svartekst(svar: Svar) -> str:
    """Return the answer as Markdown that is safe to render; where life is in danger, numbers can be tapped."""
    tekst_ = _BAR_ADRESSE.sub(r"([nettside](<\1>))", trygg(svar.tekst))
    if svar.utfall is not Utfall.AKUTT:
        return tekst_
    return _NODNUMMER.sub(lambda treff: _telefon(treff[0]), tekst_)


def _kommunenavn(kommune: str, navn: Mapping[str, str], sprak: Malform) -> str:
    if kommune in ("", FELLES):
        return tekst("kilde_felles", sprak)
    return navn.get(kommune, kommune.replace("-", " ").title())


def _status(kilde: Kilde, sprak: Malform, *, lang: bool = False) -> str:
    if kilde.status == "vedtatt":
        return tekst("kilde_vedtatt", sprak)
    if kilde.status == "utkast":
        return tekst("kilde_utkast_lang" if lang else "kilde_utkast", sprak)
    return kilde.status


def kildetittel(kilde: Kilde, navn: Mapping[str, str], sprak: Malform) -> str:
    """Return the line that is seen before a source is opened: number, title, section, kommune, status."""
    hode = kilde.tittel if kilde.seksjon in ("", kilde.tittel) else f"{kilde.tittel} – {kilde.seksjon}"
    deler = (hode, _kommunenavn(kilde.kommune, navn, sprak), _status(kilde, sprak))
    return f"{kilde.nr}: " + " · ".join(d for d in deler if d)


def _opplysninger(kilde: Kilde, navn: Mapping[str, str], sprak: Malform) -> list[str]:
    par = (
        ("kilde_gjelder", _kommunenavn(kilde.kommune, navn, sprak)),
        ("kilde_status", _status(kilde, sprak, lang=True)),
        ("kilde_gjelder_fra", dato(kilde.gjelder_fra)),
        ("kilde_dato", dato(kilde.kilde_dato)),
        ("kilde_revideres", dato(kilde.revideres)),
    )
    linjer = [f"- {tekst(nokkel, sprak)}: {trygg(verdi)}" for nokkel, verdi in par if verdi]
    if kilde.lenke.startswith(("https://", "http://")):
        linjer.append(f"- {_lenke(tekst('kilde_lenke', sprak), kilde.lenke)}")
    return linjer


def kildetekst(kilde: Kilde, navn: Mapping[str, str], sprak: Malform) -> str:
    """Return what is seen when a source is opened: the facts about it and the passage, quotation marked."""
    utdrag = blokksitat(med_sitat(kilde.tekst or kilde.sitat, kilde.sitat, (kilde.start, kilde.slutt)))
    return "\n".join((*_opplysninger(kilde, navn, sprak), "", tekst("kilde_tekst", sprak), "", utdrag))


def _lenke(navn: str, adresse: str) -> str:
    trygg_adresse = adresse.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20").replace("\n", "")
    return f"[{navn}](<{trygg_adresse}>)"


def _telefon(nummer: str) -> str:
    """Return the number as a link that the page's script turns into ``tel:`` (Markdown does not allow it)."""
    siffer = "".join(c for c in nummer if c.isdigit() or c == "+")
    return f"[{nummer}](#tel-{siffer})"


def _nett(kontakt: Kontakt, sprak: Malform) -> list[str]:
    linjer = []
    if kontakt.nettsted:
        linjer.append(f"- {tekst('kontakt_nett', sprak)}: {_lenke(kontakt.nettsted.removeprefix('https://'), kontakt.nettsted)}")
    if kontakt.lenke and kontakt.lenke != kontakt.nettsted:
        linjer.append(f"- {_lenke(tekst('kontakt_side', sprak), kontakt.lenke)}")
    return linjer


def kontaktlinjer(kontakt: Kontakt, sprak: Malform) -> list[str]:
    """Return the facts about a contact; a missing number is said plainly."""
    nett = _nett(kontakt, sprak)
    linjer = []
    if kontakt.telefon:
        linjer.append(f"- {tekst('kontakt_telefon', sprak)}: **{_telefon(kontakt.telefon)}**")
    elif nett:
        linjer.append(f"- {tekst('kontakt_mangler_telefon', sprak)}")
    else:
        linjer.append(f"- {tekst('kontakt_mangler_alt', sprak)}")
    if kontakt.epost:
        linjer.append(f"- {tekst('kontakt_epost', sprak)}: {_lenke(kontakt.epost, 'mailto:' + kontakt.epost)}")
    if kontakt.apningstid:
        linjer.append(f"- {tekst('kontakt_apent', sprak)}: {trygg(kontakt.apningstid)}")
    return [*linjer, *nett]


def kontaktkort(kontakt: Kontakt, sprak: Malform, notat: str = "") -> str:
    """Return the whole hand-over card as Markdown."""
    kommune = f"{kontakt.navn} kommune" if kontakt.navn else ""
    navn = " – ".join(trygg(d) for d in (kommune, kontakt.kontor) if d)
    deler = [f"### {tekst('kontakt_tittel', sprak)}"]
    if navn:
        deler.append(f"**{navn}**")
    deler.append("\n".join(kontaktlinjer(kontakt, sprak)))
    if kontakt.kilde_dato:
        deler.append(st.tekst("kontakt_alder", sprak, ar=kontakt.kilde_dato))
    elif kontakt.sist_kontrollert:
        deler.append(tekst("kontakt_kontrollert", sprak).format(dato=dato(kontakt.sist_kontrollert)))
    if notat:
        deler.append(f"{tekst('kontakt_notat', sprak)}\n\n{blokksitat(trygg(notat))}")
    return "\n\n".join(deler)

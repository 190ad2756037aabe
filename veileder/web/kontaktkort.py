"""The card that says where a human is reached: why, the number, the hours and whether it is open now, the note."""

from __future__ import annotations

import datetime as dt

from veileder import standardtekster as st
from veileder.domene import Kontakt, Malform
from veileder.overlevering.apningstid import status
from veileder.web.merking import blokksitat, trygg
from veileder.web.tekster import dato, tekst, ukedag
from veileder.web.visning import lenke, ringelinje


def _nett(kontakt: Kontakt, sprak: Malform) -> list[str]:
    linjer = []
    if kontakt.nettsted:
        linjer.append(f"- {tekst('kontakt_nett', sprak)}: {lenke(kontakt.nettsted.removeprefix('https://'), kontakt.nettsted)}")
    if kontakt.lenke and kontakt.lenke != kontakt.nettsted:
        linjer.append(f"- {lenke(tekst('kontakt_side', sprak), kontakt.lenke)}")
    return linjer


def apent_na(kontakt: Kontakt, sprak: Malform, na: dt.datetime) -> str:
    """Return the sentence that says whether it is open now; where hours are not known, it says that."""
    s = status(kontakt, na, "en_US" if sprak is Malform.EN else "no")
    if s is None:
        return "" if kontakt.apningstid else tekst("kontakt_tid_ukjent", sprak)
    if s.apen:
        return f"**{tekst('kontakt_apen', sprak).format(til=_kl(s.til))}**"
    if s.neste is None:
        return f"**{tekst('kontakt_stengt', sprak)}**"
    dager = (s.neste.date() - na.astimezone(s.neste.tzinfo).date()).days
    dag = tekst("idag", sprak) if dager == 0 else tekst("imorgen", sprak) if dager == 1 else _dag(s.neste.date(), dager, sprak)
    felt = {"dag": dag, "fra": _kl(s.neste.strftime("%H:%M"))}
    if s.grunn:
        grunn = tekst("kontakt_egen_dag", sprak) if s.grunn == "egen" else s.grunn
        return f"**{tekst('kontakt_stengt_dag', sprak).format(grunn=trygg(grunn), **felt)}**"
    return f"**{tekst('kontakt_stengt_na', sprak).format(**felt)}**"


def _kl(klokka: str) -> str:
    return klokka.replace(":", ".").lstrip("0").removesuffix(".00") or "0"


def _dag(dag: dt.date, om: int, sprak: Malform) -> str:
    return ukedag(dag, sprak) if om < 7 else dato(dag.isoformat(), sprak)


def kontaktlinjer(kontakt: Kontakt, sprak: Malform) -> list[str]:
    """Return the facts about a contact beside the number; a missing number is said plainly."""
    nett = _nett(kontakt, sprak)
    linjer = []
    if not kontakt.telefon:
        linjer.append(f"- {tekst('kontakt_mangler_telefon' if nett else 'kontakt_mangler_alt', sprak)}")
    if kontakt.epost:
        linjer.append(f"- {tekst('kontakt_epost', sprak)}: {lenke(kontakt.epost, 'mailto:' + kontakt.epost)}")
    if kontakt.apningstid:
        linjer.append(f"- {tekst('kontakt_apent', sprak)}: {trygg(kontakt.apningstid)}")
    return [*linjer, *nett]


def kontaktkort(
    kontakt: Kontakt, sprak: Malform, notat: str = "", *, grunn: str = "", svarfrist: int = 0, na: dt.datetime | None = None
) -> str:
    """Return the whole hand-over card as Markdown.

    ``grunn`` says in a sentence why a human has the answer; ``svarfrist`` is in working days, 0 where a request for contact
    cannot be left; ``na`` is the time that «open now» is told for.
    """
    kommune = f"{kontakt.navn} kommune" if kontakt.navn else ""
    navn = " – ".join(trygg(d) for d in (kommune, kontakt.kontor) if d)
    deler = [f"### {tekst('kontakt_tittel', sprak)}", trygg(grunn), f"**{navn}**" if navn else ""]
    if kontakt.telefon:
        deler += [ringelinje(kontakt.telefon, sprak), apent_na(kontakt, sprak, na or dt.datetime.now(dt.UTC))]
    deler += ["\n".join(kontaktlinjer(kontakt, sprak)), _alder(kontakt, sprak)]
    if svarfrist:
        deler.append(tekst("kontakt_svartid", sprak).format(dager=svarfrist))
    if notat:
        deler.append(f"{tekst('kontakt_notat', sprak)}\n\n{blokksitat(trygg(notat).replace(chr(10), chr(10) + chr(10)))}")
    return "\n\n".join(d for d in deler if d)


def _alder(kontakt: Kontakt, sprak: Malform) -> str:
    if kontakt.kilde_dato:
        return st.tekst("kontakt_alder", sprak, ar=kontakt.kilde_dato)
    if not kontakt.sist_kontrollert:
        return ""
    return tekst("kontakt_kontrollert", sprak).format(dato=dato(kontakt.sist_kontrollert, sprak))

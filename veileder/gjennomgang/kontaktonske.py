"""What a person leaves in order to be contacted: read from free text, and made into a ``Kontaktsak``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from veileder.domene import Malform
from veileder.forstaelse.maske import sett_inn, skjul, uten_overlapp, vis
from veileder.forstaelse.personnummer import finn_personnumre
from veileder.gjennomgang.innslag import rens
from veileder.gjennomgang.verdier import Kontaktsak

LENGDE = {"navn": 100, "kontaktvei": 200, "tid": 200, "notat": 1000}
"""Characters that are kept of each answer."""

_EPOST = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_SIFRE = 7
"""Fewest digits of a telephone number that is a person's own; Norwegian ones have eight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontaktonske:
    """What a person has said, step by step. ``telefon`` or ``epost`` is filled in; the rest may be empty but the kommune."""

    kommune: str
    navn: str = field(default="", repr=False)
    telefon: str = field(default="", repr=False)
    epost: str = field(default="", repr=False)
    tid: str = field(default="", repr=False)
    notat: str = field(default="", repr=False)
    malform: Malform = Malform.NB


def les_kontaktvei(skrevet: str) -> tuple[str, str]:
    """Return (telephone, e-mail) found in a text, each empty when there is none: «ring 99 11 22 33» is understood."""
    import phonenumbers

    epost = _EPOST.search(skrevet[: LENGDE["kontaktvei"]])
    rest = _EPOST.sub(" ", skrevet[: LENGDE["kontaktvei"]])
    for treff in phonenumbers.PhoneNumberMatcher(rest, "NO", leniency=phonenumbers.Leniency.POSSIBLE):
        nummer = treff.number
        if len(str(nummer.national_number)) >= (8 if nummer.country_code == 47 else _SIFRE):
            form = phonenumbers.PhoneNumberFormat
            slag = form.NATIONAL if nummer.country_code == 47 else form.INTERNATIONAL
            return phonenumbers.format_number(nummer, slag), epost[0] if epost else ""
    return "", epost[0] if epost else ""


def kort(skrevet: str, felt: str) -> str:
    """Return an answer as it is kept: folded, cut to its length, and without numbers of identity and account.

    Those are never needed to reach somebody; name and telephone are, so the rest stands as written.
    """
    tekst = skjul(" ".join(rens(skrevet).split())[: LENGDE[felt]])
    return vis(sett_inn(tekst, uten_overlapp(finn_personnumre(tekst))))


def til_sak(onske: Kontaktonske, nummer: str, na: dt.datetime, frist: dt.date | None = None) -> Kontaktsak:
    """Return the request as it is stored."""
    return Kontaktsak(
        nummer=nummer,
        kommune=onske.kommune,
        navn=kort(onske.navn, "navn"),
        telefon=rens(onske.telefon),
        epost=rens(onske.epost),
        tid=kort(onske.tid, "tid"),
        notat=kort(onske.notat, "notat"),
        malform=onske.malform,
        opprettet=na,
        frist=frist,
    )

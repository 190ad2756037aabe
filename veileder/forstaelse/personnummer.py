"""Numbers of eleven digits that point to a person: birth, D and H numbers, and bank accounts.

A number that looks like a birth number is masked even when its control digits fail: people mistype.
The kinds differ in the first and third digit: a D-number has 4 added to the first, an H-number to the third
(https://www.skatteetaten.no/person/folkeregister/identitetsnummer/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.no import fodselsnummer, kontonr

from veileder.forstaelse.maske import Funn

_SKILLE = r"[ .\u00a0\u2009\-–/]{0,2}"
_ELLEVE = re.compile(rf"(?<![\d+])(?<!\d[.,])(?:\d{_SKILLE}){{10}}\d(?!\d|[.,]\d|\s?(?:kr|kroner|,-))")
_SOM_KONTO = re.compile(r"\d{4}[ .\u00a0-]\d{2}[ .\u00a0-]\d{5}")
_KONTO_ORD = re.compile(r"\b(?:kont\w*|kto|bank\w*|account|avtalegiro)\W[^.!?\n]{0,30}$", re.IGNORECASE)
_LOV = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}-\d{1,5}")
_HJELP_ORD = re.compile(r"hjelpe?num|h-?\s?n(?:ummer|r)", re.IGNORECASE)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z\d]{4}){2,7}(?:[ ]?[A-Z\d]{1,3})?\b")
# Too few or too many digits, and the five last digits alone, only right behind the word for the number.
_ETTER_ORD = re.compile(
    r"(?:\b(?:f\.?\s?nr|p\.?\s?nr|pers\.?\s?nr|f[øo]dsels?\s?n(?:umme?r?|r)|person\s?n(?:umme?r?|r)"
    r"|[dh]-?\s?n(?:ummer|r)|national (?:id|identity) number|pesel)"
    r"(?:et|a|en)?\b\.?(?:\s(?:mitt|hans|hennes|hennar|er|e|is|har|til|min|mor|far|sitt))*\s?:?\s*)(\d{5,6}["
    r" .-]?\d{4,6}|\d{5})(?!\d)",
    re.IGNORECASE,
)


def finn_personnumre(tekst: str) -> Iterator[Funn]:
    """Yield numbers of identity and of account."""
    for treff in _ELLEVE.finditer(tekst):
        if slag := _slag(tekst, treff):
            yield Funn(start=treff.start(), slutt=treff.end(), slag=slag)
    for treff in _IBAN.finditer(tekst):
        if iban.is_valid(treff[0]):
            yield Funn(start=treff.start(), slutt=treff.end(), slag="kontonummer")
    for treff in _ETTER_ORD.finditer(tekst):
        yield Funn(start=treff.start(1), slutt=treff.end(1), slag="fødselsnummer")


def _slag(tekst: str, treff: re.Match[str]) -> str:
    """Return which number it is, or an empty string."""
    sifre = re.sub(r"\D", "", treff[0])
    foran = tekst[max(0, treff.start() - 45) : treff.start()]
    if _LOV.fullmatch(treff[0]):
        return ""
    if _SOM_KONTO.fullmatch(treff[0]):
        return "kontonummer"
    if _KONTO_ORD.search(foran) and kontonr.is_valid(sifre) and not fodselsnummer.is_valid(sifre):
        return "kontonummer"
    if slag := _identitet(sifre):
        return slag
    if _HJELP_ORD.search(foran):
        return "h-nummer"
    helt = treff[0].isdigit()
    return "kontonummer" if kontonr.is_valid(sifre) and (helt or _KONTO_ORD.search(foran)) else ("fødselsnummer" if helt else "")


def _identitet(sifre: str) -> str:
    """Return the kind of identity number that the first six digits allow (synthetic ones have 80 or 65 on the month)."""
    dag, maned = int(sifre[:2]), int(sifre[2:4])
    if not (1 <= dag <= 31 or 41 <= dag <= 71):
        return ""
    if 41 <= maned <= 52:
        return "h-nummer"
    if not (1 <= maned <= 12 or 66 <= maned <= 77 or 81 <= maned <= 92):
        return ""
    return "d-nummer" if dag > 40 else "fødselsnummer"

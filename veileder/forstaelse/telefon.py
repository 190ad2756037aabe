"""Telephone numbers of people. Published short numbers, free numbers and those of public offices stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from veileder.forstaelse.maske import Funn

_FORAN = r"(?<!\d)(?<!\d[.,/])(?<!\d-)"
_BAK = r"(?!\d|[-/]\d|\s?(?:kr|kroner|,-|NOK)\b|,-|\s?%)"
_LAND = r"\(?(?:\+|00)\s?\d{1,3}\)?[ -]?"
# Eight digits as Norwegians write them: together, in pairs, or 3-2-3. Two years are no telephone.
_NORSK = re.compile(
    rf"{_FORAN}(?:\(?(?:\+|00)\s?47\)?[ -]?)?(?:[2-9]\d{{7}}|[2-9]\d(?:(?:[ \u00a0]\d{{2}}){{3}}"
    rf"|(?:\.\d{{2}}){{3}}|(?:-\d{{2}}){{3}})"
    rf"|(?!(?:19|20)\d{{2}}[ .-](?:19|20))[2-9]\d{{3}}[ .]\d{{4}}|[489]\d{{2}}[ .-]\d{{2}}[ .-]\d{{3}}|[2-9](?:"
    rf" \d){{7}}(?! \d\b)){_BAK}"
)
_MED_LAND = re.compile(rf"(?<![\d-]){_LAND}\d(?:[ ().-]{{0,2}}\d){{5,12}}(?!\d)")
_RING = (
    r"(?:ring\w*|reng|tlf|tel|telefon\w*|mobil\w*|n?umm?er\w*|nr|nås|nå (?:meg|me|mæ|oss)|sms|melding"
    r"|kontakt\w*|call|text|phone|numer\w*|dzwon\w*|телефон\w*|номер\w*)"
)
_ETTER_RING = re.compile(rf"\b{_RING}\b[^\d!?\n]{{0,30}}?{_FORAN}(\d(?:[ .\u00a0-]?\d){{7}}){_BAK}", re.IGNORECASE)
_TALL = (
    r"(?:null|e[nitt]{1,2}|to|tre|fire|fem|seks|s[jy]u?v?|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten"
    r"|seksten|s[yø]tten|atten|nitten"
    r"|tjue|tretti|tredve|førti|f[øo]rr|femti|seksti|s[yø]tti|åtti|nitti)"
)
_TALLORD = re.compile(
    rf"\b{_RING}\b[^.!?\n]{{0,40}}?\b({_TALL}(?:(?:\s?,\s?|\s?-\s?|\s)(?:og\s)?{_TALL}){{3,}})\b", re.IGNORECASE
)
_OFFENTLIG = re.compile(
    r"(?:\b(?:nav|legevakt\w*|sentralbord\w*|servicetorg\w*|vakttelefon\w*|kommunen?|statsforvalter\w*"
    r"|\w*ombud\w*|\w*sykehus\w*|\w*sjukehus\w*"
    r"|\w*informasjon\w*|\w*sentral\w*|helsenorge|SOS|(?:hjelpe|krise)telefon\w*|\w{3,}linj(?:en|a)"
    r"|(?!mobil|fast|hus|hjemme|heime|jobb|privat|arbeids|bredbånd)\w{3,}telefonen|vern\sfor\seldre|mental\shelse|røde\skors"
    r"|altinn|skatteetaten|husbanken|helfo|pasientreiser|krisesent\w*|\w*foreningen|\w*forbundet|\w*direktoratet"
    r"|tildelingskontor\w*|politi\w*)\b)\W{0,3}"
    r"(?:(?:på|tlf|telefon|har|er|nummer|i|nr|kommune|sitt|si|nummeret)\b\W{0,2}){0,3}$",
    re.IGNORECASE,
)
_OFFENTLIG_BAK = re.compile(
    (
        r"\s+(?:til|hos|er|on|for)\s+(?:\w+\s)?(?:kommunen?|legevakt\w*|sentralbord\w*|servicetorg\w*|sykehuset"
        r"|sjukehuset|nav)\b"
    ),
    re.IGNORECASE,
)
_FORSOK = 200
"""Runs of digits that are tried and are no number, before libphonenumber gives a text up."""
_KJENTE = frozenset(
    "22591300 55553333 23327000 22400040 22491922 91505515 91508588 21494921 23120040 22993950 75006000 22073000 71258400".split()
)
"""Poison information, NAV, Helsenorge, Kirkens SOS, Pårørendelinjen, Pasientreiser, RUStelefonen, Kreftlinjen, Demenslinjen,
the ombud for children, Altinn, the road authority and Statsforvalteren: printed everywhere, and nobody's own."""


def finn_telefoner(tekst: str) -> Iterator[Funn]:
    """Yield the telephone numbers that are not a public office's."""
    for start, slutt in _kandidater(tekst):
        if not _er_offentlig(tekst, start, slutt):
            yield Funn(start=start, slutt=slutt, slag="telefonnummer")


def finn_utenlandske(tekst: str) -> Iterator[Funn]:
    """Yield numbers written with a country's code; before the numbers of eleven digits, which they may look like."""
    for treff in _MED_LAND.finditer(tekst):
        yield Funn(start=treff.start(), slutt=treff.end(), slag="telefonnummer")


def _kandidater(tekst: str) -> Iterator[tuple[int, int]]:
    for treff in _TALLORD.finditer(tekst):
        yield treff.span(1)
    if sum(t.isdigit() for t in tekst) < 8:
        return
    for treff in _NORSK.finditer(tekst):
        yield treff.span()
    for treff in _ETTER_RING.finditer(tekst):
        yield treff.span(1)
    yield from _gyldige(tekst)


def _gyldige(tekst: str) -> Iterator[tuple[int, int]]:
    """Yield what libphonenumber takes for a number, but for dates, amounts and numbers of another kind."""
    from phonenumbers import Leniency, PhoneNumberMatcher

    for treff in PhoneNumberMatcher(tekst, "NO", Leniency.VALID, _FORSOK):
        er_dato = re.search(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}", treff.raw_string)
        foran, bak = tekst[max(0, treff.start - 8) : treff.start], tekst[treff.end : treff.end + 10]
        if (
            er_dato
            or tekst[treff.start - 1 : treff.start].isdigit()
            or sum(t.isdigit() for t in treff.raw_string) < 8
            or re.search(r"(?:kr|NOK|§|-|/|org\.?\s?nr\.?:?)\s?$", foran, re.IGNORECASE)
        ):
            continue
        if re.match(r"\s?(?:kr\b|kroner|,-|%|NOK|/|-\d)", bak):
            continue
        yield treff.start, treff.end


def _er_offentlig(tekst: str, start: int, slutt: int) -> bool:
    """Whether it is a free number (800), a shared one (81x, 82x), a known one, or stands right behind an office's name."""
    sifre = re.sub(r"\D", "", tekst[start:slutt])
    if sifre.removeprefix("00").removeprefix("47") in _KJENTE or (
        len(sifre) == 8 and sifre.startswith(("800", "810", "815", "820", "829"))
    ):
        return not re.search(
            r"\b(?:min|mitt|meg|vår)\W{0,2}(?:\w+\W{0,2}){0,2}$", tekst[max(0, start - 30) : start], re.IGNORECASE
        )
    return bool(_OFFENTLIG.search(tekst[max(0, start - 60) : start]) or _OFFENTLIG_BAK.match(tekst[slutt : slutt + 50]))

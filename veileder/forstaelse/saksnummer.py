"""Numbers of cases: «2025/00718», and «24/2204» with a word for case near it. Laws, directives and school years stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from veileder.forstaelse.maske import Funn

_SAKSORD = (
    r"s[ao]kj?s?(?:n[ur]\w*|s? ?nr|en|a|i)?|arkiv\w*|journal\w*|ref(?:eranse\w*)?|ref\.?\s?nr|vedtaksnummer\w*"
    r"|løpenummer\w*|case(?: (?:number|no|file))?|file number|numer sprawy|номер справи"
)
_SKRASTREK = re.compile(r"(?<![\d/.-])((?:19|20)?\d{2})/(\d{1,7})(?:-\d{1,4})?(?![\d/]|-\d)")
_RETT_FORAN = re.compile(rf"\b(?:{_SAKSORD})\b\.?:?\s*(?:nr\.?|nummer|number|no\.?)?\s*(?:er|e|is)?\s*$", re.IGNORECASE)
_I_SETNINGEN = re.compile(rf"\b(?:{_SAKSORD}|\w*saks?n\w*|saka|klag\w*|vedtak\w*|brev\w*)\b", re.IGNORECASE)
_LOVORD = re.compile(
    r"(?:\b(?:EU|EØS|EF|EC|direktiv\w*|forordning\w*|regulation|directive|rundskriv|Rt|Prop|prp|NOU|meld|Meld"
    r"|HR|LB|LOV|FOR|innst|Innst|[A-Z]-\d+|skoleår\w*|skuleår\w*|år(?:et|a|ene)?|sesong\w*)"
    r"\.?\)?\W{0,2}(?:nr\.?\s?)?|[A-Z]-)$"
)
_MED_BOKSTAVER = re.compile(r"(?<![\w/-])([A-ZÆØÅ]{2,6})[-/](?:(?:19|20)\d{2}|\d{2})[-/]\d{3,7}(?:-\d{1,4})?(?![\w/]|-\d)")
_IKKE_SAK = frozenset("LOV FOR HR LB LG LA LE LF LH RG RT IS NOU EU EØS EF EC ICD ISO NS EN IEC COVID NAV KS HTA ISBN".split())
"""Letters before year and number that are courts, laws, standards and forms."""
_ETTER_ORD = re.compile(
    rf"\b(?i:{_SAKSORD}|\w*saks?n\w*|dok(?:ument)?\.?\s?(?:nr|nummer)|klag(?:e|en|a|esak\w*)|vedtak(?:et)?|brev(?:et)?"
    r"|søknad(?:en)?)\b\.?:?\s*(?i:nr\.?|nummer|number|no\.?|med|har)?:?\s*(?i:er|e|is|nr\.?|nummer)?\s*"
    r"((?:([A-ZÆØÅ]{1,6})[-/]?)?(?!(?:19|20)\d{2}[-/](?:19|20)?\d{2}\b)(?:(?:19|20)\d{2}|\d{2})[-/]"
    r"(?:\d{3,7}|[A-ZÆØÅ]{1,4}[-/]?\d{1,7})(?:[-/]\d{1,4})?|([A-ZÆØÅ]{1,6})[-/]?\d{4,10})(?![\w/]|[-.]\d)"
)
_UTEN_STREK = re.compile(
    r"\b(?:saks?n\w*|saks?\s?nr|ref(?:eranse)?(?:nummer|nr)?|journaln\w*|pasientn\w*|brukern\w*|kunden\w*"
    r"|KID(?:-?n\w*)?|case (?:number|no))\b\.?:?\s*(?:er|e|is|mitt er)?\s*"
    r"((?!(?:19|20)\d{2}\b)\d{4,25})(?!\d|\s?(?:kr|kroner))",
    re.IGNORECASE,
)


def finn_saksnumre(tekst: str) -> Iterator[Funn]:
    """Yield numbers of cases, with a word for case right before them."""
    for treff in _SKRASTREK.finditer(tekst):
        foran = tekst[: treff.start()]
        if ord_ := _RETT_FORAN.search(foran[-40:]):
            yield Funn(start=treff.start() - len(ord_[0]), slutt=treff.end(), slag="saksnummer")
        elif _er_sak(tekst, treff):
            yield Funn(start=treff.start(), slutt=treff.end(), slag="saksnummer")
    for uttrykk in (_MED_BOKSTAVER, _ETTER_ORD):
        for treff in uttrykk.finditer(tekst):
            if not _IKKE_SAK.intersection(treff.groups()):
                gruppe = 1 if uttrykk is _ETTER_ORD else 0
                yield Funn(start=treff.start(gruppe), slutt=treff.end(gruppe), slag="saksnummer")
    for treff in _UTEN_STREK.finditer(tekst):
        yield Funn(start=treff.start(1), slutt=treff.end(1), slag="saksnummer")


def _er_sak(tekst: str, treff: re.Match[str]) -> bool:
    """Whether year and number stand for a case: a long number is enough; a short one needs a word in the sentence."""
    ar, nummer = treff[1], treff[2]
    if _LOVORD.search(tekst[max(0, treff.start() - 20) : treff.start()]):
        return False
    if _er_ar(nummer) and (len(ar) == 2 or int(nummer) == int(ar) + 1):
        return False
    if len(nummer) >= 4:
        return True
    if len(ar) == 2 and len(nummer) < 3:
        return False
    if len(ar) == 4 and len(nummer) == 2 and int(nummer) == (int(ar) + 1) % 100:
        return False
    return bool(_I_SETNINGEN.search(_setning(tekst, treff.start(), treff.end())))


def _er_ar(sifre: str) -> bool:
    return len(sifre) == 4 and sifre.startswith(("19", "20"))


def _setning(tekst: str, start: int, slutt: int) -> str:
    """Return the sentence around, as far as signs tell."""
    fra = max(tekst.rfind(t, 0, start) for t in ".!?\n")
    til = min((i for t in ".!?\n" if (i := tekst.find(t, slutt)) >= 0), default=len(tekst))
    return tekst[fra + 1 : til]

"""Numbers in a text, each with what it counts: «fire uker», «kr 245», «§ 3-6», «1. mai 2026», «116 117».

Two ways of writing the same are made one: 4 = fire, kr 245 = 245 kroner, 14 dager = to uker, tolv måneder = ett år,
treukersfristen = tre uker, 16-årsdagen = 16 år.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Slag(StrEnum):
    """What a number is."""

    TALL = "tall"
    FRIST = "frist"
    DATO = "dato"
    PARAGRAF = "paragraf"
    TELEFON = "telefon"


@dataclass(frozen=True, slots=True, order=True)
class Mengde:
    """A number in one form: ``verdi`` as digits (12, 2.5, 3-6), ``enhet`` as one word (kroner, døgn, måneder) or empty."""

    slag: Slag
    verdi: str
    enhet: str = ""


_ENERE = "null én to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten".split()
_TIERE = {"tjue": 20, "tretti": 30, "førti": 40, "femti": 50, "seksti": 60, "sytti": 70, "åtti": 80, "nitti": 90}
_TALLORD: dict[str, float] = {ord_: tall for tall, ord_ in enumerate(_ENERE)} | {
    "syv": 7, "tyve": 20, "tredve": 30, "hundre": 100, "tusen": 1000, "halvannen": 1.5, "halvannan": 1.5, "halvanna": 1.5,
    "éin": 1, "ei": 1, "éi": 1, "ett": 1, "eitt": 1, "ein": 1, "en": 1, "et": 1, "eit": 1,
    **_TIERE,
    **{t + e: n + i for t, n in _TIERE.items() for i, e in enumerate(_ENERE) if 0 < i < 10},
    **{t + e: n + 1 for t, n in _TIERE.items() for e in ("en", "ein")},
}
_ARTIKLER = frozenset("en ein ei et eit".split())
"""Numbers only before a unit: «en måned» counts, «en søknad» does not."""

_MANEDER = "januar februar mars april mai juni juli august september oktober november desember".split()
_MANED = "|".join(_MANEDER)

_ENHETER: tuple[tuple[str, str, float], ...] = (
    (r"kr\b\.?|kroner?\b|kroners\b", "kroner", 1),
    (r"prosent\w*|%|pst\b\.?", "prosent", 1),
    (r"virkedag\w*|yrkedag\w*|arbeidsdag\w*", "virkedager", 1),
    (r"døgn\w*|dag(?:er|ar|ene|ane|en|s|ers|ars)?\b", "døgn", 1),
    (r"uke(?:r|ne|n|ne?s|rs)?\b|veke(?:r|ne|s|rs)?\b|veka\b|uka\b", "døgn", 7),
    (r"måned(?:er|en|ene|s|ers)?\b|månad(?:er|en|ene|ane|ar|s|ers)?\b|mnd\b\.?", "måneder", 1),
    (r"kvartal\w*", "måneder", 3),
    (r"halvår\w*", "måneder", 6),
    (r"år(?:et|a|ene|s)?\b|kalenderår\w*|åring\w*|årsdag\w*|årig\w*|årsgrens\w*|årsalder\w*", "måneder", 12),
    (r"time(?:r|n|ne|s)?\b|timar\b|timane\b", "timer", 1),
    (r"minutt\w*", "minutter", 1),
    (r"G\b", "G", 1),
    (r"(?:kilo)?meter\b|km\b", "meter", 1),
)
_ENHET = "|".join(f"(?P<e{i}>{m})" for i, (m, _, _) in enumerate(_ENHETER))
_ORDTALL = "|".join(sorted(_TALLORD, key=len, reverse=True))
_SIFFER = r"\d{1,3}(?:[ \u00a0.]\d{3})+(?!\d)|\d+(?:,\d+)?"

_PARAGRAF = re.compile(r"(?:§§?|paragraf(?:en|ane)?)\s*(\d+(?:\s?[a-eA-E])?(?:\s?-\s?\d+)?(?:\s[a-e]\b(?!\s+\w*sdag))?)")
_KAPITTEL = re.compile(r"\b(?:kapittel|kap\.)\s*(\d+(?:\s?[A-E])?)")
_DATO = re.compile(rf"\b(\d{{1,2}})\.\s*({_MANED})(?:\s+(\d{{4}}))?|\b(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}})\b|\b(\d{{4}})-(\d\d)-(\d\d)\b")
_MND_AR = re.compile(rf"\b({_MANED})(?:\s+(\d{{4}}))?\b")
_ARSTALL = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_TELEFON = re.compile(r"\b(?:\d{3} \d{2} \d{3}|\d{2} \d{2} \d{2} \d{2}|\d{8}|116 ?\d{3}|0\d{4})\b")
_NODNUMMER = re.compile(r"\b11[0-3]\b")
_KR_FORAN = re.compile(rf"\bkr\.?\s*({_SIFFER})")
_OG_HALVT = re.compile(rf"\b({_ORDTALL}|\d+) og (?:en|et|ein|eit) halv\w*\s+(?:{_ENHET})")
_MED_ENHET = re.compile(rf"(?<![\w§-])({_SIFFER}|{_ORDTALL})(?:\s*-?\s*(?:{_ENHET}))")
_SAMMENSATT = re.compile(r"\b(to|tre|fire|fem|seks|åtte|ti|tolv)(uke|veke|døgn|dag|måned|månad|års)\w*")
_OPPRAMSET = re.compile(rf"(?<![\w§-])({_SIFFER}|{_ORDTALL})\s+(?:eller|til|og|–|-)\s+(?:{_SIFFER}|{_ORDTALL})\s*-?\s*(?:{_ENHET})")
_BART = re.compile(rf"(?<![\w§-])({_SIFFER}|{'|'.join(o for o in sorted(_TALLORD, key=len, reverse=True) if o not in _ARTIKLER)})(?![\w-])")

_TALL_OVERALT = re.compile(rf"{_SIFFER}|(?<![\w-])(?:{'|'.join(o for o in sorted(_TALLORD, key=len, reverse=True) if _TALLORD[o] > 1)})(?![\w-])")

def finn_mengder(tekst: str) -> frozenset[Mengde]:
    """Return the numbers of a visible text."""
    ut: set[Mengde] = set()
    rest = tekst.replace("\u00a0", " ")
    for les in (_paragrafer, _datoer, _telefoner, _med_enhet, _bare_tall):
        rest = les(rest, ut)
    return frozenset(ut)


def _paragrafer(tekst: str, ut: set[Mengde]) -> str:
    for monster in (_PARAGRAF, _KAPITTEL):
        for treff in monster.finditer(tekst):
            ut.add(Mengde(Slag.PARAGRAF, re.sub(r"\s", "", treff[1]).lower()))
        tekst = monster.sub(" ", tekst)
    return tekst


def _datoer(tekst: str, ut: set[Mengde]) -> str:
    for t in _DATO.finditer(tekst):
        if t[1]:
            dag, maned, ar = int(t[1]), _MANEDER.index(t[2]) + 1, t[3]
        else:
            dag, maned, ar = (int(t[4]), int(t[5]), t[6]) if t[4] else (int(t[9]), int(t[8]), t[7])
        ut.add(Mengde(Slag.DATO, f"{maned:02d}-{dag:02d}"))
        if ar:
            ut.add(Mengde(Slag.DATO, ar))
    tekst = _DATO.sub(" ", tekst)
    for t in _MND_AR.finditer(tekst):
        ut.add(Mengde(Slag.DATO, t[1]))
        if t[2]:
            ut.add(Mengde(Slag.DATO, t[2]))
    tekst = _MND_AR.sub(" ", tekst)
    ut.update(Mengde(Slag.DATO, t[1]) for t in _ARSTALL.finditer(tekst))
    return _ARSTALL.sub(" ", tekst)


def _telefoner(tekst: str, ut: set[Mengde]) -> str:
    for monster in (_TELEFON, _NODNUMMER):
        if not re.search(r"kroner|\bkr\b", tekst) or monster is _TELEFON:
            ut.update(Mengde(Slag.TELEFON, re.sub(r"\D", "", t[0])) for t in monster.finditer(tekst))
            tekst = monster.sub(" ", tekst)
    return tekst


def _med_enhet(tekst: str, ut: set[Mengde]) -> str:
    ut.update(Mengde(Slag.TALL, _verdi(t[1]), "kroner") for t in _KR_FORAN.finditer(tekst))
    tekst = _KR_FORAN.sub(" ", tekst)
    for t in _SAMMENSATT.finditer(tekst.lower()):
        enhet = {"uke": ("døgn", 7), "veke": ("døgn", 7), "dag": ("døgn", 1), "døgn": ("døgn", 1)}
        navn, faktor = enhet.get(t[2], ("måneder", 12 if t[2] == "års" else 1))
        ut.add(_mengde(_TALLORD[t[1]] * faktor, navn))
    tekst = _SAMMENSATT.sub(" ", tekst)
    ut.update(_mengde(*_omregnet(t, 0.5)) for t in _OG_HALVT.finditer(tekst))
    tekst = _OG_HALVT.sub(" ", tekst)
    ut.update(_mengde(*_omregnet(t)) for t in _OPPRAMSET.finditer(tekst))
    tekst = _OPPRAMSET.sub(lambda t: t[0][len(t[1]) :], tekst)  # the second number has the unit still
    ut.update(_mengde(*_omregnet(t)) for t in _MED_ENHET.finditer(tekst))
    return _MED_ENHET.sub(" ", tekst)


def _omregnet(treff: re.Match[str], tillegg: float = 0.0) -> tuple[float, str]:
    nr = next(i for i in range(len(_ENHETER)) if treff[f"e{i}"])
    _, navn, faktor = _ENHETER[nr]
    return (_tall(treff[1]) + tillegg) * faktor, navn


def _mengde(tall: float, enhet: str) -> Mengde:
    if enhet == "timer" and tall >= 24 and tall % 24 == 0:
        tall, enhet = tall / 24, "døgn"
    slag = Slag.FRIST if enhet in ("døgn", "måneder", "timer", "virkedager", "minutter") else Slag.TALL
    return Mengde(slag, f"{tall:.10g}", enhet)


def _bare_tall(tekst: str, ut: set[Mengde]) -> str:
    ut.update(Mengde(Slag.TALL, f"{_tall(t[1]):.10g}") for t in _BART.finditer(tekst))
    return tekst


def _tall(skrevet: str) -> float:
    ord_ = skrevet.lower()
    if ord_ in _TALLORD:
        return _TALLORD[ord_]
    return float(re.sub(r"[ .\u00a0]", "", ord_).replace(",", "."))


def _verdi(skrevet: str) -> str:
    return f"{_tall(skrevet):.10g}"


def tallverdier(tekst: str, *, bare_sifre: bool = False) -> frozenset[str]:
    """Return the numbers of a text by their values alone, one apart, those in letters too unless told otherwise."""
    monster = re.compile(_SIFFER) if bare_sifre else _TALL_OVERALT
    return frozenset(f"{_tall(t[0]):.10g}" for t in monster.finditer(tekst.replace("\u00a0", " ").lower())) - {"1"}

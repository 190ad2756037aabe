"""Which municipality a text names, and whether it is one that the index covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from veileder.forstaelse.aspekt import slugg

_VANLIGE_ORD = frozenset(
    "bokn dønna eide etne fjord flå frogn frosta gol gran grane grue gulen heim hol hole hvaler høylandet hå kinn klepp kvam"
    " leka lier lom loppa lund lunner lyngen marker moskenes moss nes nesna nome os osen rana råde rælingen røst sande sel sola"
    " stad stange steigen storfjord strand stranda sula sømna time tinn tokke tolga træna valle vang vega vik værøy våler ål"
    " åmot årdal ås øyer øygarden".split()
)
"""Names that are words too, in the word lists for bokmål and nynorsk of Debian's norwegian package or in use."""
_NAVNGITT = re.compile(r"\b([A-ZÆØÅ][\wæøå-]+(?:[ -][A-ZÆØÅ][\wæøå-]+)?)\s+kommune\b")
_IKKE_NAVN = frozenset("din denne hver egen vår andre en min kommunen i den hvilken".split())


@dataclass(frozen=True, slots=True)
class Stedsnavn:
    """Names that point to a municipality: lower-case name -> slug."""

    navn: Mapping[str, str]

    def med(self, flere: Iterable[str]) -> Stedsnavn:
        """Return the names with the slugs that an index holds added."""
        return Stedsnavn({**self.navn, **{s.replace("-", " "): s for s in flere}, **{s: s for s in flere}})


@cache
def norske_kommuner() -> Stedsnavn:
    """The municipalities of Norway, from the package's own list."""
    linjer = (files("veileder.forstaelse") / "kommunenavn.txt").read_text(encoding="utf-8").splitlines()
    return Stedsnavn({linje.lower(): slugg(linje) for linje in linjer if linje and not linje.startswith("#")})


@cache
def navn_av_slug() -> Mapping[str, str]:
    """Return slug -> name as it is written («bodo» -> «Bodø»), from the same list."""
    linjer = (files("veileder.forstaelse") / "kommunenavn.txt").read_text(encoding="utf-8").splitlines()
    return {slugg(linje): linje for linje in linjer if linje and not linje.startswith("#")}


def kommune_i_tittel(tekst: str, steder: Stedsnavn, *, bare_navngitt: bool = False) -> str:
    """Return the slug of the municipality that a title names, or an empty string.

    «Fjellvær kommune» names one even when no list knows it; ``bare_navngitt`` accepts that form only.
    """
    for _, slug in _navngitte(tekst, steder):
        return slug
    return "" if bare_navngitt else next(iter(nevnte_kommuner(tekst, steder)), "")


def nevnte_kommuner(tekst: str, steder: Stedsnavn) -> tuple[str, ...]:
    """Return the slugs of the municipalities that a message names, in order, without repeats.

    A name that is also a common word counts only with a capital inside the message or before «kommune».
    """
    funnet: dict[str, int] = {}
    for navn, slug in steder.navn.items():
        for treff in re.finditer(rf"(?<![\w-]){re.escape(navn)}s?(?![\w-])", tekst, re.IGNORECASE):
            if navn in _VANLIGE_ORD and not _sikkert_navn(tekst, treff):
                continue
            funnet.setdefault(slug, treff.start())
            break
    for start, slug in _navngitte(tekst, steder):
        if slug not in funnet:
            funnet[slug] = start
    return tuple(sorted(funnet, key=lambda s: funnet[s]))


def uten_steder(tekst: str, steder: Stedsnavn) -> str:
    """Return the text without the municipalities that it names, for readings to which the place is nothing."""
    nevnt = set(nevnte_kommuner(tekst, steder))
    for navn in (n for n, slug in steder.navn.items() if slug in nevnt):
        if nevnte_kommuner(tekst, Stedsnavn({navn: navn})):
            uttrykk = rf"(?:\s+(?:i|på|fra|frå|for))?\s+{re.escape(navn)}(?:\s+kommune)?(?![\w-])"
            tekst = re.sub(uttrykk, "", tekst, flags=re.IGNORECASE)
    return tekst


def _navngitte(tekst: str, steder: Stedsnavn) -> list[tuple[int, str]]:
    """Return (place, slug) of each «X kommune», known or not.

    Of two capital words before «kommune» both count when they are a known name («Nordre Follo»), else the
    last: the first is then mostly the sentence's own («Har Molde kommune …»).
    """
    ut = []
    for treff in _NAVNGITT.finditer(tekst):
        helt = treff[1]
        navn = helt if helt.lower() in steder.navn else re.split(r"\s+", helt)[-1]
        if navn.lower() not in _IKKE_NAVN:
            ut.append((treff.start(), steder.navn.get(navn.lower()) or slugg(navn)))
    return ut


def _sikkert_navn(tekst: str, treff: re.Match[str]) -> bool:
    if re.match(r"\s+kommune\b", tekst[treff.end() :], re.IGNORECASE):
        return True
    etter_preposisjon = re.search(r"\b(?:i|på|til|fra|frå|for)\s+$", tekst[: treff.start()])
    return treff[0][0].isupper() and treff.start() > 0 and bool(etter_preposisjon)

"""Which municipality a text names, and whether it is one that the index covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from veileder.forstaelse.aspekt import slugg

_VANLIGE_ORD = frozenset(
    "fjord frosta gol gran grane grue heim hol hole lier lom lund marker moss nes nome os osen rana sande sel sola stad stange"
    " strand stranda time tinn tolga valle vang vega vik voss værøy ål ås årdal åmot kvam bokn klepp træna flå hå nesna dovre"
    " alta våler sula frogn råde asker os smøla bergen etne".split()
) - frozenset("voss dovre alta bergen smøla asker".split())
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

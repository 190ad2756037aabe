"""Dates of birth: a date with a word for birth near it, or one before 2012 that someone is «from»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from veileder.forstaelse.maske import Funn

_MANED = (
    r"(?:jan(?:uar|uary)?|feb(?:ruar|ruary)?|mars|mar(?:ch)?|apr(?:il)?|mai|may|jun[ie]?|jul[iy]?|aug(?:ust)?"
    r"|sep(?:t|tember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[sc](?:ember)?"
    r"|januari|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
    r"|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)\.?"
)
_DAGORD = (
    r"(?:første|fyrste|andre|tredje|fjerde|femte|sjette|sjuende|syvende|sjuande|åttende|åttande|niende|niande"
    r"|tiende|tiande|ellevte|tolvte"
    r"|(?:tret|fjor|fem|seks|søt|sut|syt|at|nit)ten?[dn]?e|(?:tret|fjor|fem|seks|syt|at|nit)tande|tjuende"
    r"|tjuande|tjue\w+|en(?:og)?tjue\w+|tretti\w+|tredv\w+)"
)
_DAG = rf"(?:\d{{1,2}}(?:\.|st|nd|rd|th|-?go)?|{_DAGORD})"
_AR = r"(?:\d{4}|\d{2}|'\d{2})"
_TALL = (
    rf"(?:\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}|\d{{1,2}}\s?[-./ ]\s?\d{{1,2}}\s?[-./ ]\s?{_AR}|(?:0[1-9]|[12]\d"
    rf"|3[01])(?:0[1-9]|1[0-2])(?:\d{{4}}|\d{{2}}))"
)
_ORD = rf"(?:{_DAG}\s?(?:of\s|i\s)?{_MANED},?\s?{_AR}|{_MANED}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})"
_DATO = rf"(?<![\d/])(?:{_TALL}|{_ORD})(?![\d/])"
_FODT = (
    r"(?:fødselsda(?:to|g)\w*|f[øo]dt|fødd(?:e|es)?|født?s?|f\.|bursdag\w*|geburtsdag\w*|born|birth(?:day"
    r"|date)?|dob|d\.o\.b\.|ur\.|urodz\w*|geb\.|geboren|gimęs|gimusi"
    r"|dhash\w+|dhalatay|dhashay|народ\w+|родил\w+|مواليد|ولدت?)"
)
_RETT_ETTER = re.compile(
    (
        rf"(?<!\w)((?:født|fødd|f\.|f(?=:?\s\d{{6}}\b))\.?:?\s*(?:den\s+|i\s+|på\s+)?{_DATO}|{_FODT}(?:\."
        rf"|\b):?\s*(?:(?:den|er|on|is|w dniu|am)\s+)?({_DATO}))"
    ),
    re.IGNORECASE,
)
_NAER = re.compile(rf"(?<!\w){_FODT}(?!\w)([^\d!?\n]{{0,40}}?)({_DATO})", re.IGNORECASE)
_FORAN_ORDET = re.compile(rf"({_DATO})[^\d!?\n.]{{0,20}}\b(?:fødselsda\w+|født|fødd|born|bursdag\w*)\b", re.IGNORECASE)
_ER_FRA = re.compile(
    rf"\b(?:er|e|is|am|var)\s+(?:(?:jeg|eg|i|e|æ|hun|ho|han|mor|far)\s+)?(?:fra|frå|from)\s+(?:den\s+)?({_DATO})", re.IGNORECASE
)
_FRITTSTAENDE = re.compile(r"(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-]((?:19|20)\d{2})(?!\d|[-/]\d)")
_UTEN_AR = re.compile(
    (
        rf"(?<!\w)(?:født|fødd|born)\s+(?:den\s+|on\s+)?({_DAG}\s?{_MANED}"
        rf"|\d{{1,2}}[./]\d{{1,2}}\.?)(?![\w/])(?!\s?\d)"
    ),
    re.IGNORECASE,
)
_ANNET = re.compile(
    r"frist|søk|innen|vedtak|\better\b|\bfør\b|siden|sidan|klage|senest|mellom|gjeld|lov|forskrift", re.IGNORECASE
)
_LOV = re.compile(
    (
        r"(?:\b(?:fra|frå|per|etter|før|siden|til|sidan|av|innen|gjeld\w*|lov\w*|forskrift\w*|rundskriv\w*"
        r"|vedta\w*|datert|avtale\w*|sendt|dom|den|kraft|dato)\W{0,2}(?:den\s)?)$"
    ),
    re.IGNORECASE,
)
_SISTE_AR = 2011
"""A date later than this needs a word for birth: services and prices have dates too."""


def finn_fodselsdatoer(tekst: str) -> Iterator[Funn]:
    """Yield dates of birth."""
    if not re.search(r"\d", tekst):
        return
    for treff in _RETT_ETTER.finditer(tekst):
        gruppe = 2 if treff[2] and not treff[0].lower().startswith(("født", "fødd", "f.")) else 1
        yield Funn(start=treff.start(gruppe), slutt=treff.end(gruppe), slag="fødselsdato")
    for treff in _NAER.finditer(tekst):
        if not _ANNET.search(treff[1]):
            yield Funn(start=treff.start(2), slutt=treff.end(2), slag="fødselsdato")
    for uttrykk in (_FORAN_ORDET, _UTEN_AR):
        yield from (Funn(start=t.start(1), slutt=t.end(1), slag="fødselsdato") for t in uttrykk.finditer(tekst))
    yield from _uten_ord(tekst)


def _uten_ord(tekst: str) -> Iterator[Funn]:
    """Yield dates that no word for birth stands by, but whose year is one that people are from."""
    for treff in _ER_FRA.finditer(tekst):
        ar = re.findall(r"\d{4}", treff[1])
        if ar and int(ar[-1]) <= _SISTE_AR:
            yield Funn(start=treff.start(1), slutt=treff.end(1), slag="fødselsdato")
    for treff in _FRITTSTAENDE.finditer(tekst):
        if (
            int(treff[1]) <= _SISTE_AR
            and not _LOV.search(tekst[max(0, treff.start() - 20) : treff.start()])
            and not re.match(r"\s*nr\b", tekst[treff.end() :])
        ):
            yield Funn(start=treff.start(), slutt=treff.end(), slag="fødselsdato")

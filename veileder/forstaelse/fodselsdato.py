"""Dates of birth: a date with a word for birth near it, or one before 2012 that someone is «from»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from veileder.forstaelse.maske import NAVNETEGN, Funn

_MANED = (
    r"(?:jan(?:uar|uary)?|feb(?:ruar|ruary)?|mars|mar(?:ch)?|apr(?:il)?|mai|may|jun[ie]?|jul[iy]?|aug(?:ust)?"
    r"|sep(?:t|tember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[sc](?:ember)?"
    r"|januari|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
    r"|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)\.?"
)
_ORDEN = (
    r"(?:første|fyrste|andre|annen|tredje|fjerde|femte|sjette|sjuende|syvende|sjuande|åttende|åttande|niende|niande|tiende|tiande"
    r"|ellevte|elvte|tolvte)"
)
_DAGORD = (
    rf"(?:{_ORDEN}|(?:tret|fjor|fem|seks|søt|sut|syt|at|nit)t(?:ende|ande|anes|ene)|(?:tju|tyv)[ea]n(?:de|es)"
    rf"|(?:tjue|tretti|tredve?)[\s-]?{_ORDEN}|tre(?:tti|dev|dv)\w{{2,4}}|(?:e[nt]|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni)ogt(?:yve|jue)\w*)"
)
_TALLORD = (
    r"(?:(?:tjue|tyve|tredve|tretti|førti|førr|femti|seksti|sytti|søtti|åtti|nitti)"
    r"(?:[\s-]?(?:og\s?)?(?:e[nt]t?|eit?t?|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni)\b)?"
    r"|(?:e[nt]|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni)og(?:tyve|tjue|tredve|tretti|førti|førr|femti|seksti|sytti|åtti|nitti)"
    r"|ti|elleve|tolv|tretten|fjorten|femten|seksten|s[yø]tten|atten|nitten)"
)
_ARORD = (
    rf"(?:nitten[\s-]?(?:hundre)?[\s-]?(?:og)?[\s-]?{_TALLORD}|to[\s-]?tusen(?:[\s-]?og)?"
    rf"(?:[\s-]?(?:{_TALLORD}|e[nt]|to|tre|fire|fem|seks|sju|syv|åtte|ni))?\b|tjue{_TALLORD})"
)
_DAG = rf"(?:\d{{1,2}}(?:\.|st|nd|rd|th|-?go|:?e)?|{_DAGORD})"
_AR = rf"(?:\d{{4}}|[-'’]?\d{{2}}|{_ARORD})"
_TALL = (
    r"(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}\s?[-./ ]\s?\d{1,2}\s?[-./ ]\s?(?:\d{4}|[-'’]?\d{2})"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:\d{4}|\d{2}))"
)
_ORD = (
    rf"(?:{_DAG}\s?(?:of\s|i\s|dag\si\s)?{_MANED},?\s?{_AR}|{_MANED}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"
    rf"|{_DAG}\s?i\s?(?:{_ORDEN}|\d{{1,2}}\.),?\s?{_AR})"
)
_DATO = rf"(?<![\d/])(?:{_TALL}|{_ORD})(?![\d/])"
_SLEKT = (
    r"(?:\b(?:mor(?:a|en)?|far|faren|mamma|pappa|bror\w*|søst\w+|sønn\w*|son(?:en)?|datter\w*|dotter\w*|kon[ae]|mann(?:en)?"
    r"|\w+mor|\w+far|\w+datter|\w+sønn(?:en)?|tant[ea]n?|onkel\w*|gutt(?:en)?|jent[ae]|barn(?:et)?|samboer\w*|ektefelle\w*"
    r"|nabo\w*|bruker(?:en)?|pasient(?:en)?|søker(?:en)?|jeg|eg|mother|father|son|daughter|husband|wife)"
    r"(?:\s(?:min|mi|mitt|vår|vårt|hans|hennes|hennar|my|our))?)"
)
_ETTER_PERSON = re.compile(
    rf"(?:{NAVNETEGN}(?:\s?[,;:/(–-]\s?|\s?,\s?\(|\n)|{_SLEKT}\s?\()(?:f\.?\s?)?({_DATO})"
    rf"|(?:{NAVNETEGN}|{_SLEKT})\s({_TALL})(?![\d/])|{_SLEKT},\s({_TALL})(?=\s?[,)])",
    re.IGNORECASE,
)
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
    r"(?<!\w)(?!(?:\w*(?:lov|forskrift|vedtak|avtal|plan|skriv|brev|regl|rapport|sak|dom)\w*)\s)\w+\s(?:er|e|is|am|var)\s+"
    rf"(?:(?:jeg|eg|i|e|æ|hun|ho|han|mor|far)\s+)?(?:fra|frå|from)\s+(?:den\s+)?({_DATO})",
    re.IGNORECASE,
)
_FRITTSTAENDE = re.compile(
    r"(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])(?:[./-]((?:19|20)\d{2})|(?:(?<!-\d)(?<!-\d\d)[./-]|-)([3-9]\d))(?!\d|[-/.:]\d|,-|\s?(?:kr|%))"
)
_UTEN_AR = re.compile(
    (
        rf"(?<!\w)(?:født|fødd|born|bursdag\w*(?:\s\w+)?\s(?:er|e)|fyller(?:\s\d+)?(?:\sår)?)\s+(?:den\s+|on\s+)?"
        rf"({_DAG}\s?{_MANED}|(?:i\s)?{_MANED}\s(?:19\d\d|200\d|201[01])"
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
        r"|vedta\w*|datert|avtale\w*|sendt|dom|den|kraft|dato|versjon\w*|utgave\w*|kl\.?)\W{0,2}(?:den\s)?)$"
    ),
    re.IGNORECASE,
)
_KAN = re.compile(r"\d|nitten|tusen|tjue", re.IGNORECASE)
_SISTE_AR = 2011
"""A date later than this needs a word for birth: services and prices have dates too."""


def finn_fodselsdatoer(tekst: str) -> Iterator[Funn]:
    """Yield dates of birth."""
    if not _KAN.search(tekst):
        return
    for treff in _RETT_ETTER.finditer(tekst):
        gruppe = 2 if treff[2] and not treff[0].lower().startswith(("født", "fødd", "f.")) else 1
        yield Funn(start=treff.start(gruppe), slutt=treff.end(gruppe), slag="fødselsdato")
    for treff in _NAER.finditer(tekst):
        if not _ANNET.search(treff[1]):
            yield Funn(start=treff.start(2), slutt=treff.end(2), slag="fødselsdato")
    for uttrykk in (_FORAN_ORDET, _UTEN_AR):
        yield from (Funn(start=t.start(1), slutt=t.end(1), slag="fødselsdato") for t in uttrykk.finditer(tekst))
    for treff in _ETTER_PERSON.finditer(tekst):
        gruppe = treff.lastindex or 0
        yield Funn(start=treff.start(gruppe), slutt=treff.end(gruppe), slag="fødselsdato")
    yield from _uten_ord(tekst)


def _uten_ord(tekst: str) -> Iterator[Funn]:
    """Yield dates that no word for birth stands by, but whose year is one that people are from."""
    for treff in _ER_FRA.finditer(tekst):
        ar = re.findall(r"\d{4}", treff[1])
        if ar and int(ar[-1]) <= _SISTE_AR:
            yield Funn(start=treff.start(1), slutt=treff.end(1), slag="fødselsdato")
    for treff in _FRITTSTAENDE.finditer(tekst):
        if (
            (treff[2] or int(treff[1]) <= _SISTE_AR)
            and not _LOV.search(tekst[max(0, treff.start() - 20) : treff.start()])
            and not re.match(r"\s*nr\b", tekst[treff.end() :])
        ):
            yield Funn(start=treff.start(), slutt=treff.end(), slag="fødselsdato")

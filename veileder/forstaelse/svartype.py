"""What kind of thing would answer a question: an amount, a time, a clock, a number, a paragraph.

Read from the question's words, and recognised in a passage by its form. Independent of service and
folder, so that it helps as much on a foreign page with a price table as on our own.
"""

from __future__ import annotations

import re

_TALLORD = "en|ett|et|ei|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|tjue|tredve|tretti|førti|femti|seksti|nitti|hundre|halv\\w*|halvt"
_ENHET = r"minutt\w*|time\w*|timar|døgn\w*|dag\w*|virkedag\w*|yrkedag\w*|uke\w*|veke\w*|vekor|måned\w*|månad\w*|mnd|år|årlig|ukentlig"

_SPOR: tuple[tuple[str, str], ...] = (
    ("belop", r"\bkost\w*|\bpris\w*|\bbetal\w*(?! (?:meg|oss|henne|ham|han|dem|pårørende|familien?)\b)|\begenande\w*|\beige?ndel\w*|\bgratis\b|\bkroner\b|\bdyrt?\b|\bgebyr\w*|\bsats\w*|\bleia\b|\bhusleie\w*|\bdepositum|\btjene\w*|\bgodtgjørelse|\btimelønn|\blønn\w*|\bvederlag|\bavgift\w*|\brabatt\w*|\bhvor mye (?:må|får|skal|er|tar|blir)\b|\bkrever (?:dere|de) (?:for|i)\b|\bfribeløp|\bleie\b|\bsum\w*\b|\bpenger\b|\bhva tar\b|\bbot(?:a|en)?\b|\btilskudd\w*|\bhvor mye (?:gir|betaler|får)\b"),
    ("varighet", r"\bhvor lenge\b|\bhvor lang tid\b|\bhvor mange (?:dager|uker|måneder|år|timer|minutter|døgn|ganger)\b|\bfrist\w*|\bhvor (?:raskt|fort|snart|tidlig|sent)\b|\bvarighet|\bvarer\b|\bventetid\w*|\bgyldig\w*|\baldersgrense\w*|\bhvor gam\w+|\bvente\b(?! (?:av|meg|oss|noe)\b)|\bhvor ofte\b|\binnen\b"),
    ("klokke", r"\bnår (?:åpner|stenger|kommer|går|starter|er|kan|begynner|serveres|leveres|må)\b|\bklokk\w*|\båpningstid\w*|\båpent?\b|\bhvilk\w+ (?:dag\w*|tid\w*|ukedag\w*|klokkeslett)|\bhvor (?:sent|tidlig)\b|\bbesøkstid\w*|\btreffetid\w*|\bhvilken dag\b|\btelefontid\w*"),
    ("antall", r"\bhvor (?:mange|langt|stor\w*|høy\w*|ofte)\b|\bmaks\w*\b|\bminst\b|\bantall\b|\bgrense[nr]?\b"),
    ("telefon", r"\btelefon\w*|\bnummer(?:et)?\b|\bringe?r?\b|\btlf\b"),
    ("lov", r"\bparagraf\w*|§|\bhjemmel\w*|\bhjemlet|\blov(?:en|verk\w*|grunnlag\w*|pålagt|er|a)?\b|\bforskrift\w*"),
)  # fmt: skip
_FORM: dict[str, str] = {
    "belop": r"\d[\d  .]*\s*(?:kr\b|kroner|,-)|\bkr\.?\s*\d|\bgratis\b|\d+(?:[.,]\d+)?\s*(?:%|prosent)|\bkoster? (?:ingenting|ikke noe|deg ingenting)|\b(?:betaler?|betalar) (?:ikke|ikkje|ingenting)|\bkostar ingenting",
    "varighet": rf"\b(?:\d+(?:[–-]\d+)?|{_TALLORD})\s+(?:\w+\s)?(?:{_ENHET})\b|\b(?:daglig|ukentlig|månedlig|årlig|samme dag|neste dag|døgnet rundt|fram til|så lenge)\b|\b\d+\s*år\b",
    "klokke": r"\bkl\.?\s*\d|\bklokk[ea]n?\s+\d|\b\d{1,2}[.:]\d{2}\b|\b(?:man|tirs|ons|tors|fre|lør|søn)dag\w*|\b(?:mån|tys|ons|tors|fre|laur|sun)dag\w*|\bhverdag\w*|\bkvardag\w*|\bdøgnet\b",
    "antall": rf"\d|\b(?:{_TALLORD})\b",
    "telefon": r"\b\d{2}\s?\d{2}\s?\d{2}\s?\d{2}\b|\b\d{3}\s\d{2}\s\d{3}\b|\b11[036]\b|\b116\s?\d{3}\b|\b0\d{4}\b",
    "lov": r"§|\blov\w*\b|\bforskrift\w*",
}  # fmt: skip
_K_SPOR = tuple((navn, re.compile(uttrykk)) for navn, uttrykk in _SPOR)
_K_FORM = {navn: re.compile(uttrykk, re.IGNORECASE) for navn, uttrykk in _FORM.items()}


def finn_svartyper(bokmal: str) -> tuple[str, ...]:
    """Return the kinds of answer that a question asks for; empty when any prose may answer."""
    funnet = [navn for navn, uttrykk in _K_SPOR if uttrykk.search(bokmal)]
    if "antall" in funnet and len(funnet) > 1:
        funnet.remove("antall")
    return tuple(funnet)


def har_form(tekst: str, svartype: str) -> bool:
    """Tell whether a text holds something of that kind."""
    return _K_FORM[svartype].search(tekst) is not None

"""Names of people, by the lists and by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from veileder.forstaelse import navnekontekst as kontekst
from veileder.forstaelse.maske import MASKETEGN, NAVNETEGN, Funn
from veileder.forstaelse.navneform import er_fremmed, ligner_etternavn, ligner_fornavn, ligner_ord
from veileder.forstaelse.navneinnleder import kan_hete, ved_innleder
from veileder.forstaelse.navnenaboer import ved_naboer
from veileder.forstaelse.navneord import er_etternavn, er_fornavn, er_kommune, er_maned, er_navn_uten_stor, er_tvetydig, er_vanlig
from veileder.forstaelse.navnerekke import liten_rekke, navnerekke
from veileder.forstaelse.navnesteder import etternavn_forst, for_her, uten_store
from veileder.forstaelse.ordrekke import Ordrekke, del_i_ord

_STED_FORAN = re.compile(r"\b(?:i|på|ved|langs|utenfor|utanfor|nær|mot|merket|type|typen|en|et|ei|ein|eit)\s$")
_ANNEN_MASKE = re.compile(rf"[\s,(:.]{{0,3}}[{MASKETEGN.replace(NAVNETEGN, '')}]")
_LINJE_FORAN = re.compile(r"(?:\n\s*|[.!?]\s+|[–-]\s?)$")
_SITAT = re.compile(r"[«“\"][^»”\"\n]{1,60}[»”\"]")


def finn_navn(tekst: str) -> Iterator[Funn]:
    """Yield names."""
    rekke = del_i_ord(tekst)
    if not rekke.ord:
        return
    for i, j in _alle(rekke):
        if j > i:
            yield Funn(start=rekke.ord[i].start, slutt=rekke.ord[j - 1].slutt, slag="navn")
    yield from (Funn(start=start, slutt=slutt, slag="navn") for start, slutt in ved_naboer(rekke))


def _alle(r: Ordrekke) -> Iterator[tuple[int, int]]:
    yield from uten_store(r)
    for uttrykk, styrke in (
        (kontekst.STERK, 3),
        (kontekst.HILSEN, 2),
        (kontekst.TITTEL, 3),
        (kontekst.TIL, 1),
        (kontekst.MIDDELS, 2),
        (kontekst.SVAK, 1),
        (kontekst.PERSONLIG, 0),
    ):
        for treff in uttrykk.finditer(r.tekst):
            i = r.fra(treff.end())
            if i >= 0 and (styrke or r.ord[i].start == treff.end()):
                yield i, ved_innleder(r, i, styrke, loven=uttrykk is kontekst.STERK)
    yield from _sok(r)
    yield from etternavn_forst(r)
    yield from for_her(r)


def _sok(r: Ordrekke) -> Iterator[tuple[int, int]]:
    """Yield the names that the lists alone tell, and those that words of a person stand behind."""
    sitater = [m.span() for m in _SITAT.finditer(r.tekst)]
    i = 0
    while i < len(r.ord):
        o = r.ord[i]
        j = _stort_navn(r, i) if o.stor else _lite_navn(r, i)
        if j > i and not any(a < o.start and r.ord[j - 1].slutt < b - 1 for a, b in sitater):
            yield i, j
        i = max(j, i + 1)


def _stort_navn(r: Ordrekke, i: int) -> int:
    o = r.ord[i]
    j = navnerekke(r, i)
    if j == i:
        return i
    fornavn = er_fornavn(o.tekst) or ligner_fornavn(o.tekst)
    if j - i > 1:
        resten = [n.tekst for n in r.ord[i + 1 : j]]
        if o.tekst.isupper() and not all(n.isupper() for n in resten):
            return i
        if fornavn and not (er_maned(o.tekst) and not any(er_etternavn(n) for n in resten)):
            tvil = er_tvetydig(o.tekst) and r.innleder(i)
            return j if not tvil or any(er_fornavn(n) or ligner_etternavn(n) or er_fremmed(n) for n in resten) else i
        innledning = er_kommune(o.tekst) or (r.innleder(i) and ligner_ord(o.tekst) and not er_etternavn(o.tekst))
        return i if innledning else _ukjent_navn(r, i, j)
    if not fornavn or o.tekst.isupper() or er_maned(o.tekst) or er_kommune(o.tekst):
        return i
    alene = er_tvetydig(o.tekst) and r.innleder(i) and not kontekst.PERSON_BAK.match(r.tekst, o.slutt)
    return i if alene else j


def _ukjent_navn(r: Ordrekke, i: int, j: int) -> int:
    """Return the end of a name of several words whose first is in no list.

    In Norwegian two such words with capitals inside a sentence are nearly always a person: of 15,000 messages without
    names in forstaelse/eksempler, ten hold a pair that is not.
    """
    navn = [o.tekst for o in r.ord[i:j]]
    kjent = any(er_fornavn(n) or (er_etternavn(n) and not r.tysk) for n in navn[1:])
    if kjent or any(er_fremmed(n) for n in navn) or _for_maske(r, j):
        return j
    if r.tysk:
        return i
    if kontekst.PERSON_SIKKER.match(r.tekst, r.ord[j - 1].slutt) or _er_underskrift(r, i, j):
        return j
    if _STED_FORAN.search(r.foran(i)):
        return i
    midt_i = r.norsk and not r.innleder(i) and kan_hete(r, i, j)
    return j if midt_i or any(ligner_etternavn(n) for n in navn[1:]) else i


def _er_underskrift(r: Ordrekke, i: int, j: int) -> bool:
    """Whether the words are a line of their own, or stand alone behind the last sentence."""
    bak = r.tekst[r.ord[j - 1].slutt :]
    return bool(_LINJE_FORAN.search(r.foran(i))) and bool(re.match(r"\s*[.!]?\s*(?:$|\n)", bak))


def _for_maske(r: Ordrekke, j: int) -> bool:
    """Whether another mask stands right behind: a name before an address or a number."""
    return bool(_ANNEN_MASKE.match(r.tekst, r.ord[j - 1].slutt))


def _lite_navn(r: Ordrekke, i: int) -> int:
    """Return the end of a name without capitals: a first name that is no word, or one with a surname behind."""
    o = r.ord[i]
    if len(o.tekst) < 3 or (o.tekst[0].isupper() and not r.flat) or not er_fornavn(o.tekst):
        return i
    j = liten_rekke(r, i)
    entydig = [n for n in r.ord[i:j] if not (er_tvetydig(n.tekst) or er_vanlig(n.tekst))]
    return j if (j - i > 1 and len(entydig) > 1) or (j > i and er_navn_uten_stor(o.tekst)) else i

"""Names that their neighbours tell: a nickname in the middle, initials in front, an age behind, a name that is masked already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from veileder.forstaelse.maske import MASKETEGN, NAVNETEGN
from veileder.forstaelse.navneform import ligner_etternavn
from veileder.forstaelse.navneord import er_etternavn, er_fornavn, er_kommune, er_organisasjon, er_stopp, er_vanlig
from veileder.forstaelse.navnerekke import navnerekke
from veileder.forstaelse.ordrekke import Ordrekke

_STORT = r"[^\W\d_a-zæøå][\w'’-]+"
_STORE = rf"{_STORT}(?:\s{_STORT}){{0,2}}"
_KLENGENAVN = re.compile(
    rf"(?:{NAVNETEGN}|(?<!\w)(?P<foran>{_STORE}))\s?[«\"“”„‘'(]\s?(?:kalt\s)?[^\W\d_][\w'’-]{{1,15}}(?:\s{_STORT})?\s?[»\"“”’')]"
    rf"\s(?:{NAVNETEGN}|(?P<bak>{_STORT}))"
)
_INITIALER = re.compile(rf"(?<![\w.])(?:[A-ZÆØÅ]\.\s?){{1,3}}(?P<navn>{_STORT})")
_ALDER = re.compile(rf"(?<![\w-])(?P<navn>{_STORE})(?:\s?\(|,\s)(?:(?:hun|han|ho)\ser\s)?1?\d?\d(?:\s?år|\))")
_TIL_ETTERNAVN = re.compile(rf"(?<!\w)(?P<navn>{_STORE})\s(?:til|som|er)\s(?:etter|for|mellom|pike|jente)na[vm]n")
_KOMMA = re.compile(
    rf"(?<![\w-])(?P<etter>{_STORT}(?:[\s-]{_STORT})?),\s(?P<navn>{_STORT}(?:\s(?:{_STORT}|[A-ZÆØÅ]\.)){{0,2}})(?![\w'’-])"
)
_LEDD = re.compile(r"[^,.;:!?()\n–]+")
_VED_MASKE = re.compile(rf"[{MASKETEGN}][\s,.:;(]{{0,3}}$")


def ved_naboer(r: Ordrekke) -> Iterator[tuple[int, int]]:
    """Yield the names as places in the text (start, end)."""
    for treff in _KLENGENAVN.finditer(r.tekst):
        if not any(treff[g] and _er_ord(treff[g].split(maxsplit=1)[0]) for g in ("foran", "bak")):
            yield treff.span()
    for treff in _INITIALER.finditer(r.tekst):
        if not _er_ord(treff["navn"]):
            yield treff.span()
    for treff in _ALDER.finditer(r.tekst):
        if not any(_er_ord(o) or o.isupper() for o in treff["navn"].split()):
            yield treff.span("navn")
    for treff in _TIL_ETTERNAVN.finditer(r.tekst):
        if not er_stopp(treff["navn"]) and treff["navn"][0].isupper():
            yield treff.span("navn")
    for treff in _KOMMA.finditer(r.tekst):
        if er_fornavn(treff["navn"].split(maxsplit=1)[0]) and _bare_etternavn(treff["etter"]):
            yield treff.span("etter")
            yield treff.span("navn")
    yield from _ved_maske(r)
    if r.flat or not any(o.stor for o in r.ord[1:]):
        yield from _sma_ledd(r)


def _er_ord(ord_: str) -> bool:
    """Whether a word is no name: a common one, a municipality, an office, or one in letters without capitals."""
    return not ord_[0].isupper() or er_vanlig(ord_) or er_kommune(ord_) or er_organisasjon(ord_)


def _bare_etternavn(navn: str) -> bool:
    """Whether what stands before a comma can be a surname alone: a known one, one built so, or one in capitals."""
    siste = navn.rsplit(maxsplit=1)[-1]
    return not (_er_ord(siste) or er_fornavn(siste)) and (navn.isupper() or ligner_etternavn(siste))


def _ved_maske(r: Ordrekke) -> Iterator[tuple[int, int]]:
    """Yield the capitalised words right behind a name that is masked, and, inside a sentence, the one right before it."""
    for i, o in enumerate(r.ord):
        if not o.stor or len(o.tekst) < 2 or o.tekst.isupper():
            continue
        j = navnerekke(r, i)
        foran = r.tekst[max(0, o.start - 2) : o.start] == NAVNETEGN + " "
        bak = r.tekst[o.slutt : o.slutt + 2] == " " + NAVNETEGN
        if j > i and foran and not (er_vanlig(o.tekst) or er_kommune(o.tekst)):
            yield o.start, r.ord[j - 1].slutt
        if j > i and bak and not (_er_ord(o.tekst) or r.innleder(i)):
            yield o.start, o.slutt


def _sma_ledd(r: Ordrekke) -> Iterator[tuple[int, int]]:
    """Yield names of two or three words that are a clause of their own, without capitals, at an end of the text or by a mask."""
    for treff in _LEDD.finditer(r.tekst):
        ledd = treff[0].strip(" -\t")
        navn = ledd.split()
        if not 2 <= len(set(navn)) <= 3 or not all(_kan_vaere_navn(o) for o in navn):
            continue
        start = r.tekst.index(ledd, treff.start())
        alene = not r.tekst[treff.end() :].strip(" .!\n") or not r.tekst[: treff.start()].strip()
        kjent = er_etternavn(navn[-1]) or (er_fornavn(navn[0]) and ligner_etternavn(navn[-1]))
        if kjent and (alene or _VED_MASKE.search(r.tekst[:start])):
            yield start, start + len(ledd)


def _kan_vaere_navn(ord_: str) -> bool:
    return len(ord_) > 2 and ord_.replace("-", "").isalpha() and not er_vanlig(ord_)

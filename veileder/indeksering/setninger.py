"""Blocks and sentences with their offsets: what may be quoted, and as how large a piece.

Written here because the libraries at hand either know no Norwegian (pysbd), fetch a model at run
time (NLTK's punkt) or lose offsets (LangChain's splitters); offsets are what makes a quotation exact.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from markdown_it import MarkdownIt

from veileder.domene import Setning

_FORKORTELSER = (
    "nr|f\\.eks|bl\\.a|jf|jfr|kl|ca|dvs|m\\.m|mm|mv|m\\.v|m\\.fl|osv|o\\.l|pkt|tlf|evt|ev|inkl|ekskl|pga|mht|iht|ift"
    "|t\\.o\\.m|f\\.o\\.m|st|gt|dr|kap|art|ref|maks|min|mnd|stk|pr|tl|ledd|avd|mill|mrd|s|sst|cand|prof|red|sml|el|e\\.l"
)
_FORKORTET = re.compile(rf"(?:^|[\s(«/])(?:{_FORKORTELSER})\.$", re.IGNORECASE)
_ORDENSTALL = re.compile(r"(?:^|[\s(])\d{1,2}\.$")
_INITIAL = re.compile(r"(?:^|\s)[A-ZÆØÅ]\.$")
_GRENSE = re.compile(r"(?<=[.!?…])[\"»”)\]*_]*\s+(?=[\"«“(\[*_–-]*[A-ZÆØÅ0-9§])|(?<=[.!?])[\"»”)\]*_]*\s*\n+\s*(?=\S)")
_MANEDER = r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b"
_MANED = re.compile(rf"\s*{_MANEDER}", re.IGNORECASE)
_LISTETEGN = re.compile(rf"[\s>]*(?:(?:[-*+•–]|\d{{1,3}}[.)](?!\s+{_MANEDER}))\s+)+", re.IGNORECASE)
_INNRYKK = re.compile(r"[\s>]*")
_TABELLSTREK = re.compile(r"^\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*$")
_RAD = re.compile(r"^\s*\|.*\|\s*$")


def del_setninger(tekst: str, start: int, slutt: int) -> list[tuple[int, int]]:
    """Return (start, slutt) of each sentence in ``tekst[start:slutt]``; no visible character is lost."""
    grenser = [start]
    for treff in _GRENSE.finditer(tekst, start, slutt):
        foran = tekst[grenser[-1] : treff.start()]
        if _FORKORTET.search(foran) or _INITIAL.search(foran):
            continue
        if _ORDENSTALL.search(foran) and (_MANED.match(tekst, treff.end()) or tekst[treff.end()].islower()):
            continue
        grenser.append(treff.end())
    grenser.append(slutt)
    return [trimmet for a, b in pairwise(grenser) if (trimmet := _trim(tekst, a, b))]


def _trim(tekst: str, start: int, slutt: int) -> tuple[int, int] | None:
    bit = tekst[start:slutt]
    a = start + len(bit) - len(bit.lstrip())
    b = start + len(bit.rstrip())
    return (a, b) if b > a else None


def finn_setninger(tekst: str, start: int, slutt: int, *, markdown: bool) -> tuple[Setning, ...]:
    """Return the quotable units of ``tekst[start:slutt]``: sentences, list items and table rows.

    ``markdown`` tells whether lists and tables are marked up; plain text is divided by blank lines
    and by lines that begin with a bullet.
    """
    blokker = _markdown_blokker(tekst, start, slutt) if markdown else _tekst_blokker(tekst, start, slutt)
    ut: list[Setning] = []
    for nr, (a, b, hode, slag) in enumerate(blokker):
        if slag == "rad":
            ut.append(Setning(start=a, slutt=b, hode=hode, blokk=hode, slag="rad"))
            continue
        for x, y in del_setninger(tekst, a, b):
            ut.append(Setning(start=x, slutt=y, hode=x, blokk=-nr - 1, slag=slag))
    return tuple(ut)


def _markdown_blokker(tekst: str, start: int, slutt: int) -> list[tuple[int, int, int, str]]:
    """Return (start, slutt, header start, kind) of paragraphs, list items and table rows."""
    kropp = tekst[start:slutt]
    linjer = [0, *(m.end() for m in re.finditer("\n", kropp)), len(kropp)]
    ut: list[tuple[int, int, int, str]] = []
    liste = tabell = 0
    hode = start
    for token in MarkdownIt("commonmark").enable("table").parse(kropp):
        if token.type.endswith("list_open"):
            liste += 1
        elif token.type.endswith("list_close"):
            liste -= 1
        elif token.type == "table_open" and token.map:
            tabell, hode = 1, start + linjer[token.map[0]]
        elif token.type == "table_close":
            tabell = 0
        if not token.map:
            continue
        a, b = start + linjer[token.map[0]], start + linjer[min(token.map[1], len(linjer) - 1)]
        if token.type == "tr_open":
            if (grenser := _trim(tekst, a, b)) and (a > hode or not _har_rader(tekst, b)):
                ut.append((*grenser, hode, "rad"))
        elif token.type in ("inline", "fence", "code_block", "html_block") and not tabell:
            tegn = (_LISTETEGN if liste else _INNRYKK).match(tekst, a, b)
            if grenser := _trim(tekst, tegn.end() if tegn else a, b):
                ut.append((*grenser, grenser[0], "punkt" if liste else "setning"))
    return ut


def _har_rader(tekst: str, etter_hodet: int) -> bool:
    """Whether a table goes on below its header and the line of dashes."""
    linjer = tekst[etter_hodet:].split("\n", 2)
    return len(linjer) > 1 and "|" in linjer[1] and bool(linjer[1].strip(" |:-"))


def _tekst_blokker(tekst: str, start: int, slutt: int) -> list[tuple[int, int, int, str]]:
    """Blocks of plain text: paragraphs between blank lines, and bulleted lines on their own."""
    ut: list[tuple[int, int, int, str]] = []
    apent: list[int] | None = None
    posisjon = start
    for linje in tekst[start:slutt].splitlines(keepends=True):
        a, b = posisjon, posisjon + len(linje)
        posisjon = b
        punkt = _LISTETEGN.match(tekst, a, b)
        if not linje.strip():
            apent = None
        elif punkt and punkt.end() < b:
            ut.append((punkt.end(), b, punkt.end(), "punkt"))
            apent = None
        elif apent is not None and not _er_kort_linje(tekst, apent):
            ut[-1] = (ut[-1][0], b, ut[-1][2], ut[-1][3])
            apent[1] = a
        else:
            ut.append((a, b, a, "setning"))
            apent = [a, a]
    return [(*g, h, s) for a, b, h, s in ut if (g := _trim(tekst, a, b))]


def _er_kort_linje(tekst: str, apent: list[int]) -> bool:
    """A line that ends a sentence, or is short without one, is not continued on the next line."""
    linje = tekst[apent[1] :].split("\n", 1)[0].rstrip()
    return linje.endswith((".", "!", "?", ":")) or len(linje) < 40


def linje_for(tekst: str, posisjon: int) -> int:
    """Return the 1-based line number of a character offset."""
    starter = [m.end() for m in re.finditer("\n", tekst[:posisjon])]
    return bisect_right(starter, posisjon) + 1

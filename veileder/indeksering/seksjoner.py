"""Finding the headings of a document, marked up or not, and the sections between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt

from veileder.domene import Seksjon
from veileder.forstaelse.aspekt import aspekt_av, slugg


@dataclass(frozen=True, slots=True)
class _Overskrift:
    niva: int
    tekst: str
    start: int
    slutt: int


def finn_seksjoner(tekst: str, kropp: int, *, markdown: bool) -> tuple[str, tuple[Seksjon, ...]]:
    """Return (title, sections) of ``tekst[kropp:]``.

    The title is the single heading of the topmost level, if the document begins with one; it is not
    repeated in the sections' paths. Text before the first heading is a section without headings.
    """
    overskrifter = _markdown(tekst, kropp) if markdown else _ren_tekst(tekst, kropp)
    tittel = ""
    start = kropp
    foran: list[Seksjon] = []
    if overskrifter and _er_tittel(overskrifter, tekst[kropp : overskrifter[0].start]):
        tittel = overskrifter[0].tekst
        # The first line of plain text may be a sentence that somebody asks about, so it stays quotable.
        start = overskrifter[0].slutt if markdown else overskrifter[0].start
        foran = [_seksjon((), kropp, overskrifter[0].start)]
        overskrifter = overskrifter[1:]
    sti: list[_Overskrift] = []
    ut = [*foran, _seksjon((), start, overskrifter[0].start if overskrifter else len(tekst))]
    for i, o in enumerate(overskrifter):
        sti = [s for s in sti if s.niva < o.niva] + [o]
        slutt = overskrifter[i + 1].start if i + 1 < len(overskrifter) else len(tekst)
        # A guessed heading of plain text with nothing under it was rather a line of its own.
        alene = not markdown and not tekst[o.slutt : slutt].strip()
        ut.append(_seksjon(tuple(s.tekst for s in sti), o.start if alene else o.slutt, slutt))
    return tittel, tuple(s for s in ut if tekst[s.start : s.slutt].strip())


def _er_tittel(overskrifter: list[_Overskrift], foran: str) -> bool:
    forst = overskrifter[0]
    return len(foran) < 200 and all(o.niva > forst.niva for o in overskrifter[1:])


def _seksjon(sti: tuple[str, ...], start: int, slutt: int) -> Seksjon:
    aspekt = next((a for o in reversed(sti) if (a := aspekt_av(o))), "")
    return Seksjon(overskrifter=sti, aspekt=aspekt or (slugg(sti[-1]) if sti else ""), start=start, slutt=slutt)


def _markdown(tekst: str, kropp: int) -> list[_Overskrift]:
    linjestart = [kropp, *(kropp + m.end() for m in re.finditer("\n", tekst[kropp:])), len(tekst)]
    ut: list[_Overskrift] = []
    tokens = MarkdownIt("commonmark").enable("table").parse(tekst[kropp:])
    for i, token in enumerate(tokens):
        if token.type == "heading_open" and token.map and token.level == 0:
            renset = _uten_merking(tokens[i + 1].content)
            if renset:
                ut.append(_Overskrift(int(token.tag[1]), renset, linjestart[token.map[0]], linjestart[token.map[1]]))
    return ut or _fete_linjer(tekst, kropp)


_FET_LINJE = re.compile(r"^(?:\*\*|__)([^*_\n]{2,90})(?:\*\*|__):?[ \t]*$", re.MULTILINE)


def _fete_linjer(tekst: str, kropp: int) -> list[_Overskrift]:
    """Pages without a heading often use a bold line as one."""
    return [_Overskrift(2, m[1].strip(" :"), m.start(), m.end()) for m in _FET_LINJE.finditer(tekst, kropp)]


def _uten_merking(tekst: str) -> str:
    uten = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", tekst)
    return re.sub(r"\s+", " ", re.sub(r"\s*\{#[^}]*\}\s*$|[*_`]{1,2}", "", uten)).strip()


_UNDERSTREK = re.compile(r"^[ \t]*(?:={3,}|-{3,}|\*{3,}|~{3,}|_{3,})[ \t]*$")
_NUMMERERT = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-ZÆØÅ][^.!?:;]{2,70}\??$")


def _ren_tekst(tekst: str, kropp: int) -> list[_Overskrift]:
    """Headings of plain text: underlined lines, capitals, numbered lines, short lines alone before text.

    The first line of a document is its title when it stands by itself or is short.
    """
    linjer: list[tuple[int, str]] = []
    posisjon = kropp
    for linje in tekst[kropp:].splitlines(keepends=True):
        linjer.append((posisjon, linje.rstrip("\n")))
        posisjon += len(linje)
    ut: list[_Overskrift] = []
    forste = next((i for i, (_, linje) in enumerate(linjer) if linje.strip() and not _UNDERSTREK.match(linje)), -1)
    for i, (start, linje) in enumerate(linjer):
        ren = linje.strip()
        neste = linjer[i + 1][1] if i + 1 < len(linjer) else ""
        forrige = linjer[i - 1][1] if i else ""
        if not ren or _UNDERSTREK.match(linje) or len(ren) > 120:
            continue
        understreket = bool(_UNDERSTREK.match(neste))
        slutt = start + len(linje) + 1 + (len(neste) + 1 if understreket else 0)
        if i == forste and len(ren) <= 120 and not ren.endswith((".", ",")):
            ut.append(_Overskrift(1, ren.strip("*=-# "), start, min(slutt, len(tekst))))
        elif understreket or _er_overskrift(ren, forrige, neste):
            ut.append(_Overskrift(2, ren.strip("*=# ").rstrip(":"), start, min(slutt, len(tekst))))
    return ut


def _er_overskrift(ren: str, forrige: str, neste: str) -> bool:
    bokstaver = [c for c in ren if c.isalpha()]
    if not bokstaver or len(ren) > 80:
        return False
    if len(bokstaver) > 3 and all(c.isupper() for c in bokstaver):
        return True
    if ren.startswith("#"):
        return True
    alene = not forrige.strip()
    if alene and _NUMMERERT.match(ren):
        return True
    if alene and ren.endswith("?") and len(ren.split()) <= 12 and neste.strip():
        return True
    liste = neste.lstrip().startswith(("-", "*", "•"))
    return alene and ren.endswith(":") and len(ren.split()) <= 6 and neste.strip() != "" and not liste

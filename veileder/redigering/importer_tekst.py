"""From a document as read to the Markdown of a draft: headings put in order, the text below them unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from veileder.domene import Dokument
from veileder.indeksering.seksjoner import finn_seksjoner
from veileder.indeksering.setninger import finn_setninger

_Del = tuple[int, str]
"""A piece of the source: a heading with its level from 1, or text, whose level is 0."""

_ATX = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?")
_UNDERSTREK = re.compile(r"=+|-+|[*~_]{3,}")
_LINJE = re.compile(r"[=\-*~_]{2,}")
_FET = re.compile(r"(?:\*\*|__)([^*_]+)(?:\*\*|__):?")
_SPORSMAL = re.compile(r"[A-ZÆØÅ][^.!?\n]{3,90}\?")
_NUMMER = re.compile(r"\s*\d{1,3}[.)]\s+")


def lag_kropp(d: Dokument, kropp: int) -> str:
    """Return the body of a draft: the title, sections from the second level down, and every sentence as it stood.

    ``kropp`` is the offset of the text after the front matter. Headings keep their words and the order of
    their levels; plain text gets Markdown's signs around its sentences, never inside one.
    """
    har_tittel, deler = _deler(d, kropp)
    hoder = [niva for niva, _ in deler if niva]
    nye = {niva: min(nr, 6) for nr, niva in enumerate(sorted(set(hoder[har_tittel:])), 2)}
    ut = [] if har_tittel else [f"# {' '.join(d.tittel.split())}"]
    igjen = har_tittel
    for niva, tekst in deler:
        if niva:
            ut.append(f"{'#' * (1 if igjen else nye[niva])} {tekst}")
            igjen = False
        else:
            ut.append(tekst)
    return "\n\n".join(ut).replace("\x00", "") + "\n"  # some PDF files have NUL in their text, which no text file may


def med_tittel(kropp: str, tittel: str) -> str:
    """Return a draft's body under another title."""
    return re.sub(r"^# .*$", lambda _: f"# {tittel}", kropp, count=1, flags=re.MULTILINE)


def _deler(d: Dokument, kropp: int) -> tuple[bool, list[_Del]]:
    """Return whether the first heading is the title, and the pieces in order."""
    markdown = not d.fil.lower().endswith(".txt")
    tittel, seksjoner = finn_seksjoner(d.tekst, kropp, markdown=markdown)
    funnet = markdown and bool(tittel)
    ut: list[_Del] = []
    posisjon = kropp
    for s in seksjoner:
        ut += _hoder(d.tekst[posisjon : s.start], markdown=markdown)
        posisjon = s.slutt
        if markdown:
            ut.append((0, d.tekst[s.start : s.slutt].strip("\n").rstrip()))
            continue
        blokker = list(_blokker(d.tekst, s.start, s.slutt))
        # The reader keeps the title of plain text in its first section, also where the line runs on.
        if not funnet and blokker and blokker[0].strip("*=-# \n") == tittel:
            ut.append((1, tittel))
            blokker, funnet = blokker[1:], True
        ut += _med_sporsmal(blokker)
    ut += _hoder(d.tekst[posisjon:], markdown=markdown)
    ut = [(niva, tekst) for niva, tekst in ut if tekst]
    return funnet, ut if markdown else _uten_tomme(ut, funnet)


def _uten_tomme(deler: list[_Del], har_tittel: bool) -> list[_Del]:
    """A guessed heading with nothing below it was rather a line of its own, as the reader has it too."""
    ut: list[_Del] = []
    for nr, (niva, tekst) in enumerate(deler):
        tom = nr + 1 == len(deler) or deler[nr + 1][0] > 0
        ut.append((0 if tom and not (nr == 0 and har_tittel) else niva, tekst))
    return ut


def _med_sporsmal(blokker: list[str]) -> Iterator[_Del]:
    """Plain text below a heading: a short question alone between blank lines is a heading too when text follows."""
    samlet = ""
    for blokk, neste in zip(blokker, [*blokker, ""][1:], strict=True):
        if blokk.startswith("\n\n") and neste.startswith("\n\n") and _SPORSMAL.fullmatch(blokk.strip()):
            yield from ((0, samlet.strip()), (2, blokk.strip()))
            samlet = ""
        else:
            samlet += blokk
    yield 0, samlet.strip()


def _hoder(mellom: str, *, markdown: bool) -> Iterator[_Del]:
    """Read what stands between two sections: heading lines in any of the ways that the reader knows."""
    apen: list[str] = []
    for linje in [*(rad.strip() for rad in mellom.split("\n")), ""]:
        atx = _ATX.fullmatch(linje) if markdown else None
        fet = _FET.fullmatch(linje) if markdown else None
        if apen and (atx or fet or not linje or _UNDERSTREK.fullmatch(linje)):
            yield (1 if markdown and linje.startswith("=") else 2), " ".join(apen)
            apen = []
        if atx:
            yield len(atx[1]), atx[2]
        elif fet:
            apen = [fet[1].strip()]
        elif linje and not _UNDERSTREK.fullmatch(linje):
            apen.append(linje if markdown else linje.strip("*=# "))


def _blokker(tekst: str, start: int, slutt: int) -> Iterator[str]:
    """Yield the paragraphs and list items of plain text, each after the white space that parts it from the last."""
    forrige, posisjon = "", start
    for _, gruppe in groupby(finn_setninger(tekst, start, slutt, markdown=False), key=lambda s: s.blokk):
        setninger = tuple(gruppe)
        a, b, slag = setninger[0].start, setninger[-1].slutt, setninger[0].slag
        linjer = (rad.strip() for rad in tekst[a:b].split("\n"))
        innhold = "\n".join(rad for rad in linjer if not _LINJE.fullmatch(rad))
        if not innhold:
            continue
        if slag == "punkt":
            nummer = _NUMMER.match(tekst, tekst.rfind("\n", 0, a) + 1, a)
            innhold = f"{nummer[0].strip() if nummer else '-'} {innhold}"
        elif innhold.startswith("|") and innhold.endswith("|"):
            slag = "rad"
        skille = "\n" if slag == forrige != "setning" else "\n\n"
        if forrige == "punkt" and slag == "setning" and tekst.count("\n", posisjon, a) == 1 and innhold[0].islower():
            slag, skille = "punkt", "\n  "  # a list item that runs over two lines
        yield skille + innhold
        forrige, posisjon = slag, b

"""Text made safe to show as Markdown, with what was quoted marked in bold, and numbers kept on one line."""

from __future__ import annotations

import re

_DIREKTIV = re.compile(r"(?<!\\):(?=[^\W\d_]|:)")
_LISTEMERKE = re.compile(r"^(\s*(?:[-*+]|\d+[.)]|#{1,6})\s+)(.*)$")
_HOLDES_SAMMEN = re.compile(r"(?<=§) (?=\d)|(?<=\d) (?=(?:\d{2,3}(?!\d)|kr\b|kroner\b|prosent\b|%))")
_SKILLE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")


def trygg(tekst: str) -> str:
    """Neutralise what the page's Markdown would act on: HTML, images, directives and the cursor mark.

    Tables, lists, emphasis and links stay. The page does not render HTML either way; this is the second lock.
    """
    uten = tekst.replace("\u200b", "").replace("<", "&lt;").replace("![", "!\\[")
    return _DIREKTIV.sub(r"\\:", uten)


def hold_sammen(tekst: str) -> str:
    """Let no line end inside «1 162 kroner», «116 117» or «§ 11-2»."""
    return _HOLDES_SAMMEN.sub("\u00a0", tekst)


def finn(tekst: str, sitat: str, naer: tuple[int, int] = (0, 0)) -> tuple[int, int] | None:
    """Return start and end of ``sitat`` in ``tekst``, white space counted as equal, or None.

    ``naer`` is where it should stand; it is taken when it does, so that a sentence that occurs twice is marked right.
    """
    ord_ = sitat.split()
    if ord_ and tekst[slice(*naer)].split() == ord_:
        return naer
    if not ord_:
        return None
    treff = re.search(r"\s+".join(map(re.escape, ord_)), tekst)
    return treff.span() if treff else None


def _uthev(linje: str, merke: tuple[str, str]) -> str:
    if not linje.strip() or _SKILLE.match(linje):
        return linje
    if linje.lstrip().startswith("|"):
        celler = [f" {_uthev(c.strip(), merke)} " if c.strip() else c for c in linje.split("|")]
        return "|".join(celler)
    punkt = _LISTEMERKE.match(linje)
    start, kropp = (punkt[1], punkt[2]) if punkt else ("", linje)
    kropp = kropp.replace("**", "").replace("__", "").strip()
    return f"{start}{merke[0]}{kropp}{merke[1]}" if kropp else linje


def med_sitat(tekst: str, sitat: str, naer: tuple[int, int] = (0, 0), merke: tuple[str, str] = ("**", "**")) -> str:
    """Return ``tekst`` as safe Markdown with ``sitat`` in bold, line by line so that lists and tables hold.

    ``merke`` is what stands before and after each part in place of the signs for bold.
    """
    sted = finn(tekst, sitat, naer)
    if sted is None:
        return trygg(tekst)
    fra, til = sted
    linjestart = tekst.rfind("\n", 0, fra) + 1
    if not tekst[linjestart:fra].strip(" \t-*+#|0123456789.)"):
        fra = linjestart
    midt = "\n".join(_uthev(trygg(linje), merke) for linje in tekst[fra:til].split("\n"))
    foran, bak = trygg(tekst[:fra]), trygg(tekst[til:])
    return f"{foran}{midt}{bak}"


def blokksitat(tekst: str) -> str:
    """Return ``tekst`` as a Markdown block quotation."""
    return "\n".join(f"> {linje}".rstrip() for linje in tekst.strip().split("\n"))


def biter(tekst: str, ord_per_bit: int = 4) -> list[str]:
    """Split a text into pieces for streaming; joined, they are the text."""
    deler = re.findall(r"\S+\s*|\s+", tekst)
    return ["".join(deler[i : i + ord_per_bit]) for i in range(0, len(deler), ord_per_bit)]

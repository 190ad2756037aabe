"""Two texts held against each other line by line, so that a reader is told in words what is gone and what is new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

LIKHET = 0.4
"""Ratio in [0, 1] of words in common from which two lines are one line that was changed, and not two."""

_ORD = re.compile(r"\s+|\w+|[^\w\s]")
_MERKING = re.compile(r"\*\*|__|^\s*(?:>|[-*+]|#{1,6})\s+")


class Linjeslag(StrEnum):
    """What became of a line."""

    LIK = "lik"
    BORTE = "borte"
    NY = "ny"
    ENDRET = "endret"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bit:
    """A stretch of a line: ``ulik`` where the other text has something else."""

    tekst: str
    ulik: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Linje:
    """A line of one of the texts. ``biter`` make up the text, without the signs of Markdown unless the line is alike."""

    slag: Linjeslag
    tekst: str
    biter: tuple[Bit, ...] = ()


def linjer(for_: str, etter: str) -> tuple[tuple[Linje, ...], tuple[Linje, ...]]:
    """Return the lines of both texts, blank ones left out."""
    en, to = (tuple(r for linje in t.split("\n") if (r := linje.rstrip())) for t in (for_, etter))
    venstre: list[Linje] = []
    hoyre: list[Linje] = []
    for slag, i, j, m, n in SequenceMatcher(None, en, to, autojunk=False).get_opcodes():
        if slag == "equal":
            venstre += [Linje(slag=Linjeslag.LIK, tekst=t) for t in en[i:j]]
            hoyre += [Linje(slag=Linjeslag.LIK, tekst=t) for t in to[m:n]]
        else:
            gamle, nye = _par(en[i:j], to[m:n])
            venstre += gamle
            hoyre += nye
    return tuple(venstre), tuple(hoyre)


def _par(en: Sequence[str], to: Sequence[str]) -> tuple[list[Linje], list[Linje]]:
    """Return lines that replace each other, those that are alike enough as changed ones."""
    gamle, nye = [_alene(t, Linjeslag.BORTE) for t in en], [_alene(t, Linjeslag.NY) for t in to]
    ledige = list(range(len(to)))
    for i, tekst in enumerate(en):
        naer = max(ledige, key=lambda n: _likhet(tekst, to[n]), default=None)
        if naer is not None and _likhet(tekst, to[naer]) >= LIKHET:
            gamle[i], nye[naer] = _endret(tekst, to[naer])
            ledige = [n for n in ledige if n > naer]
    return gamle, nye


def _alene(tekst: str, slag: Linjeslag) -> Linje:
    return Linje(slag=slag, tekst=tekst, biter=(Bit(tekst=_uten_merking(tekst)),))


def _ord(tekst: str) -> list[str]:
    return _ORD.findall(_uten_merking(tekst))


def _uten_merking(tekst: str) -> str:
    return _MERKING.sub("", tekst)


def _likhet(en: str, to: str) -> float:
    """Return how much two lines have in common, blanks and signs not counted."""
    a, b = ([o for o in _ord(tekst) if o[0].isalnum()] for tekst in (en, to))
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _endret(en: str, to: str) -> tuple[Linje, Linje]:
    a, b = _ord(en), _ord(to)
    koder = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    gammel = _biter((slag, "".join(a[i:j])) for slag, i, j, _, _ in koder)
    ny = _biter((slag, "".join(b[m:n])) for slag, _, _, m, n in koder)
    return Linje(slag=Linjeslag.ENDRET, tekst=en, biter=gammel), Linje(slag=Linjeslag.ENDRET, tekst=to, biter=ny)


def _biter(deler: Iterable[tuple[str, str]]) -> tuple[Bit, ...]:
    """Return the stretches; a blank between two that differ belongs to them."""
    biter = [Bit(tekst=tekst, ulik=slag != "equal") for slag, tekst in deler if tekst]
    for nr in range(1, len(biter) - 1):
        if biter[nr].tekst.isspace() and biter[nr - 1].ulik and biter[nr + 1].ulik:
            biter[nr] = Bit(tekst=biter[nr].tekst, ulik=True)
    grupper = groupby(biter, key=lambda b: b.ulik)
    return tuple(Bit(tekst="".join(b.tekst for b in gruppe), ulik=ulik) for ulik, gruppe in grupper)

"""How much of one text's words stand in another: stems, parts of compounds, and near forms by their 3-grams."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from veileder.formulering.sprakkontroll.synonymer import samme_gruppe
from veileder.gjenfinning.analyse import STOPPORD, Analyse, stamme

NAER = 0.55
"""Dice coefficient of 3-grams from which two stems count as forms of one word (søk ~ søknad, arbeid ~ omsorgsarbeid)."""

KORTEST_DEL = 4
"""Letters that a stem must have to count as part of a compound."""


def innholdsstammer(tekst: str, analyse: Analyse) -> list[str]:
    """Return the stems of the words that carry content, each once, numbers left out."""
    return list(dict.fromkeys(stamme(o) for o in analyse.ord(tekst) if o not in STOPPORD and not o[0].isdigit() and o != "§"))


@lru_cache(maxsize=100_000)
def _gram(ord_: str) -> frozenset[str]:
    kant = f" {ord_} "
    return frozenset(kant[i : i + 3] for i in range(len(kant) - 2))


@lru_cache(maxsize=200_000)
def like(a: str, b: str) -> bool:
    """Whether two stems are forms of one word, or one is part of the other."""
    if a == b:
        return True
    if min(len(a), len(b)) >= KORTEST_DEL and (a in b or b in a):
        return True
    if samme_gruppe(a, b):
        return True
    return 2 * len(_gram(a) & _gram(b)) / (len(_gram(a)) + len(_gram(b))) >= NAER


def finnes(stamme_: str, stammer: Collection[str]) -> bool:
    """Whether a stem, or a form of it, is among others."""
    return stamme_ in stammer or any(like(stamme_, s) for s in stammer)


def dekning(stammer: Sequence[str], i: Collection[str]) -> float:
    """Return the share in [0, 1] of ``stammer`` found among ``i``; 1 where there are none."""
    return sum(finnes(s, i) for s in stammer) / len(stammer) if stammer else 1.0


def rekkefolge(a: Sequence[str], b: Sequence[str]) -> tuple[float, float]:
    """Return (share of ``a`` that stands in ``b`` in the same order, longest unbroken share), both in [0, 1]."""
    if not a:
        return 1.0, 1.0
    biter = [m.size for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()]
    return sum(biter) / len(a), max(biter) / len(a)

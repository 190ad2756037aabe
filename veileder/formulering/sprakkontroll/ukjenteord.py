"""Words that are nearly one of the passage's, and no word that we know: what a model that cannot Norwegian writes.

«Hjelpemidler omfatter utstyret og fyler å velge» has every word but one of its passage, and means nothing.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from veileder.gjenfinning.analyse import stamme

KORTEST, LANGT = 4, 8
"""Letters of a word that is looked at, and of one in which two letters may differ; in a shorter one it is one."""

_ORD = re.compile(r"(?<![\w-])[a-zæøåéèêôòóü]+(?![\w-])")


def nesten_et_ord(setning: str, passasjer: str) -> bool:
    """Whether a sentence has a word that is a misspelling of one that its passages or the common words have."""
    kjente = set(_ORD.findall(passasjer.lower()))
    stammer = {stamme(o) for o in kjente}
    for o in dict.fromkeys(_ORD.findall(setning)):
        if len(o) < KORTEST or o in kjente or o in _vanlige() or stamme(o) in stammer or stamme(o) in _vanlige_stammer():
            continue
        if _er_sammensatt(o, kjente | _vanlige()):
            continue
        avstand = 2 if len(o) >= LANGT else 1
        if any(OSA.distance(o, k, score_cutoff=avstand) <= avstand for k in kjente if abs(len(k) - len(o)) <= avstand):
            return True
    return False


def _er_sammensatt(ord_: str, kjente: set[str] | frozenset[str]) -> bool:
    deler = range(3, len(ord_) - 2)
    return any(ord_[:i] in kjente and {ord_[i:], ord_[i:].removeprefix("s")} & kjente for i in deler)


@cache
def _vanlige() -> frozenset[str]:
    linjer = (files("veileder.forstaelse") / "vanligeord.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(o for o in linjer if not o.startswith("#"))


@cache
def _vanlige_stammer() -> frozenset[str]:
    return frozenset(stamme(o) for o in _vanlige())

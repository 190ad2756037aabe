"""Words of the glossary that a text uses, with their explanations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from veileder.forstaelse.ordliste import Ord, Ordliste
from veileder.indeksering.enheter import ren

_BOYNING = r"(?:en|et|a|er|ene|ar|ane|e|n|r|t|s)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forklaring:
    """A word and what it means."""

    ord: str
    forklaring: str


@lru_cache(maxsize=4)
def _monster(ordliste: Ordliste) -> tuple[re.Pattern[str], dict[str, Ord]]:
    """One pattern over terms in both målformer, longest first. Everyday words need no explanation."""
    rader: dict[str, Ord] = {}
    for rad in ordliste.ord:
        for form in (rad.term, *rad.nynorsk):
            if rad.forklaring:
                rader.setdefault(form.lower(), rad)
    former = "|".join(re.escape(f) for f in sorted(rader, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"\b({former}){_BOYNING}\b"), rader


def ord_i(tekst: str, ordliste: Ordliste, kjent: set[str]) -> tuple[Forklaring, ...]:
    """Return the words of a text that are explained, in order; ``kjent`` are left out, and is added to."""
    monster, rader = _monster(ordliste)
    ut = []
    for treff in monster.finditer(ren(tekst).lower()):
        rad = rader[treff[1]]
        if rad.term not in kjent:
            kjent.add(rad.term)
            navn = rad.term if treff[1] == rad.term.lower() else next(f for f in rad.nynorsk if f.lower() == treff[1])
            ut.append(Forklaring(ord=navn, forklaring=rad.forklaring))
    return tuple(ut)

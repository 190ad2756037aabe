"""Words of the glossary that a text uses, with their explanations."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from veileder.domene import Malform
from veileder.forstaelse.ordliste import Ord, Ordliste

FLEST = 2
"""Words explained in one answer: more would hide the answer."""

_SELV_FORKLART = (
    r"(?:,? det (?:vil seie|vil si|betyr|er)\b| er (?:en|ei|eit|et|kommunens|når|at)\b"
    r"| betyr\b| tyder\b|,? som (?:er|betyr)\b| ?\()"
)

_BOYNING = r"(?:en|et|a|er|ene|ar|ane|e|n|r|t|s)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forklaring:
    """A word and what it means."""

    ord: str
    forklaring: str
    fagord: bool = False
    tjeneste: str = ""


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


def ord_i(tekst: str, ordliste: Ordliste, kjent: set[str], sprak: Malform = Malform.NB) -> tuple[Forklaring, ...]:
    """Return the words of a text, without markup, that are explained, in order; ``kjent`` are left out, and is added to."""
    monster, rader = _monster(ordliste)
    ut = []
    for treff in monster.finditer(tekst.lower()):
        rad = rader[treff[1]]
        if rad.term not in kjent:
            kjent.add(rad.term)
            navn = rad.term if treff[1] == rad.term.lower() else next(f for f in rad.nynorsk if f.lower() == treff[1])
            forklart = rad.forklaring_nn if sprak is Malform.NN and rad.forklaring_nn else rad.forklaring
            ut.append(Forklaring(ord=navn, forklaring=forklart, fagord=rad.fagord, tjeneste=rad.tjeneste))
    return tuple(ut)


def fagord_i(
    sitater: Iterable[str], sporsmal: str, ordliste: Ordliste, sprak: Malform, definert: Collection[str] = ()
) -> tuple[Forklaring, ...]:
    """Return at most ``FLEST`` difficult words of the quotations.

    One that the question used is known. One that the quotation itself explains («vedtak, det vil si …») needs no more,
    nor does the name of a service of ``definert``, those whose description of what the service is stands there.
    """
    kjent: set[str] = set()
    ord_i(sporsmal, ordliste, kjent)
    tekst = " ".join(sitater)
    funnet = (f for f in ord_i(tekst, ordliste, kjent, sprak) if f.fagord and f.tjeneste not in definert)
    return tuple(f for f in funnet if not re.search(rf"{re.escape(f.ord)}\w*{_SELV_FORKLART}", tekst, re.IGNORECASE))[:FLEST]

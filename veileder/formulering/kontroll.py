"""Checks in code that every outgoing text passes: no quotation that is not there, no promise of ours.

The extractive answer is made of quotations, so the checks are exact. A failed check withdraws the
source, or the whole answer when nothing is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from veileder.domene import Kilde, Utdrag, Vurdering

_LOFTE = re.compile(
    r"\bdu (?:har (?:nok |sikkert |sannsynligvis )?(?:rett|krav) (?:til|på)|får (?:nok |sikkert |sannsynligvis )?(?:plass|innvilget|medhold)|kommer til å få|vil få)\b"
    r"|\bdu (?:har (?:nok )?(?:rett|krav) (?:til|på)|kjem til å få)\b",
    re.IGNORECASE,
)


def brett(tekst: str) -> str:
    """Return a text with white space folded: how quotations are compared."""
    return " ".join(tekst.split())


def kontroller_sitat(kilde: Kilde, utdrag: Utdrag) -> Vurdering:
    """The quotation stands word for word in the passage that it names."""
    bestatt = bool(kilde.sitat) and kilde.sitat in brett(utdrag.tekst)
    return Vurdering(kontroll="sitat", bestatt=bestatt, grunn=kilde.utdrag if bestatt else f"sitatet står ikke i {kilde.utdrag}")


def kontroller_henvisninger(tekst: str, kilder: Sequence[Kilde]) -> Vurdering:
    """Every [n] has a source, and every source is pointed to."""
    brukt = {int(n) for n in re.findall(r"\[(\d+)\](?!\()", tekst)}
    finnes = {k.nr for k in kilder}
    bestatt = brukt == finnes
    return Vurdering(
        kontroll="henvisninger", bestatt=bestatt, grunn="" if bestatt else f"tekst {sorted(brukt)}, kilder {sorted(finnes)}"
    )


def kontroller_egne_ord(egne: Iterable[str]) -> Vurdering:
    """None of our own sentences promises a right or an outcome."""
    brudd = [s for s in egne if _LOFTE.search(s)]
    return Vurdering(kontroll="ingen løfter", bestatt=not brudd, grunn="; ".join(brudd))

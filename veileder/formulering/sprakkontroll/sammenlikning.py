"""A sentence held beside its passages: which of their sentences it rests on, and what each side has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from veileder.formulering.sprakkontroll.mengder import Mengde, finn_mengder
from veileder.formulering.sprakkontroll.ordklasser import AKTORER, KLASSER
from veileder.formulering.sprakkontroll.ordlikhet import dekning, innholdsstammer
from veileder.formulering.sprakkontroll.passasje import Enhet, Passasje
from veileder.gjenfinning.analyse import Analyse

LAV, SPENN = 0.80, 0.15
"""Cosines of sentences of one field lie in [0.80, 0.95] with the bundled model."""

MER = 0.08
"""What a second sentence must add to the share of words found, to count as one that the sentence rests on."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one text has: ``klasser`` counts the small words of each class."""

    tekst: str
    stammer: tuple[str, ...]
    klasser: Counter[str]
    aktorer: frozenset[str]
    mengder: frozenset[Mengde]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sammenlikning:
    """``setning`` beside ``best`` (the passage's nearest sentence), ``vindu`` (one or two of them) and ``alt``.

    ``plass`` has the index in ``enheter`` of those in ``vindu``; ``likhet`` and ``mengder`` have one value for each of
    ``enheter``.
    """

    setning: Side
    best: Side
    vindu: Side
    alt: Side
    kontekst: str
    enheter: tuple[Enhet, ...]
    plass: tuple[int, ...]
    cosinus: float
    likhet: tuple[float, ...]
    mengder: tuple[frozenset[Mengde], ...]
    dekning_vindu: float


@lru_cache(maxsize=4096)
def side(tekst: str, analyse: Analyse) -> Side:
    """Return what a visible text has."""
    return Side(
        tekst,
        tuple(innholdsstammer(tekst, analyse)),
        Counter({navn: len(m.findall(tekst)) for navn, m in KLASSER.items()}),
        frozenset(navn for navn, m in AKTORER.items() if m.search(tekst)),
        finn_mengder(tekst),
    )


def hold_sammen(setning: str, vektor: NDArray[np.float32], passasjer: Sequence[Passasje], analyse: Analyse) -> Sammenlikning:
    """Return a visible sentence beside its passages, which have at least one sentence together."""
    enheter = tuple(e for p in passasjer for e in p.enheter)
    sider = [side(e.tekst, analyse) for e in enheter]
    egen = side(setning, analyse)
    cosinus = np.concatenate([p.vektorer @ vektor for p in passasjer])
    dekket = [dekning(egen.stammer, s.stammer) for s in sider]
    likhet = [0.5 * (float(c) - LAV) / SPENN + 0.5 * d for c, d in zip(cosinus, dekket, strict=True)]
    best = int(np.argmax(likhet))
    plass, dekning_vindu = _vindu(best, egen, sider, dekket[best])
    kontekst = " ".join(dict.fromkeys(p.kontekst for p in passasjer))
    return Sammenlikning(
        setning=egen,
        best=sider[best],
        vindu=side(" ".join(enheter[i].tekst for i in plass), analyse),
        alt=side(" ".join(e.tekst for e in enheter), analyse),
        kontekst=kontekst,
        enheter=enheter,
        plass=plass,
        cosinus=float(cosinus[best]),
        likhet=tuple(likhet),
        mengder=tuple(s.mengder for s in sider),
        dekning_vindu=dekning_vindu,
    )


def _vindu(best: int, egen: Side, sider: Sequence[Side], dekket: float) -> tuple[tuple[int, ...], float]:
    """The nearest sentence, and the one that adds most to it, in order."""
    med = [dekning(egen.stammer, {*sider[best].stammer, *s.stammer}) for s in sider]
    andre = int(np.argmax(med))
    if med[andre] <= dekket + MER:
        return (best,), dekket
    return tuple(sorted((best, andre))), med[andre]

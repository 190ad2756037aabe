"""Whether a system found the answer: hit@1, hit@5, nDCG@10 and MRR@10 by ir-measures, over places in the text.

A passage is right when it overlaps the answer's span. Of a whole section it must hold half, or lie in it by half,
so that a passage that merely touches the next section is not counted. A part of the answer counts once: a second
passage over the same span (peers let passages overlap) is one more passage that adds nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ir_measures
from ir_measures import RR, Success, nDCG

from evaluering.statistikk import forskjell, snitt
from evaluering.ytelse.korpora import Spenn, Sporsmal

MAL = {Success @ 1: "hit@1", Success @ 5: "hit@5", nDCG @ 10: "nDCG@10", RR @ 10: "MRR@10"}
DYBDE = 10
"""Passages that each system returns."""


def rett(treff: Spenn, spenn: Spenn, *, del_: bool) -> bool:
    """Whether a passage holds a span."""
    (fil, fra, til), (rett_fil, a, b) = treff, spenn
    felles = min(til, b) - max(fra, a)
    if fil != rett_fil or felles <= 0:
        return False
    return not del_ or 2 * felles >= min(til - fra, b - a)


def rangering(q: Sporsmal, treff: Sequence[Spenn]) -> list[str]:
    """Return a name for each passage: that of the answer's part it is first to hold, or one of its own."""
    igjen = dict(enumerate(q.fasit))
    navn = []
    for plass, t in enumerate(treff[:DYBDE]):
        nr = next((i for i, spenn in igjen.items() if any(rett(t, s, del_=q.del_) for s in spenn)), None)
        navn.append(f"ute-{plass}" if nr is None else f"del-{nr}")
        if nr is not None:
            del igjen[nr]
    return navn


def per_sporsmal(sporsmal: Sequence[Sporsmal], treff: Mapping[str, Sequence[Spenn]]) -> dict[str, list[float]]:
    """Return each measure of each question, in the order of the questions; one that got nothing scores 0."""
    fasit = [ir_measures.Qrel(q.id, f"del-{i}", 1) for q in sporsmal for i in range(len(q.fasit))]
    kjort = [
        ir_measures.ScoredDoc(q.id, navn, float(-plass))
        for q in sporsmal
        for plass, navn in enumerate(rangering(q, treff[q.id]) or ["ute"])
    ]
    funnet = {(t.query_id, MAL[t.measure]): float(t.value) for t in ir_measures.iter_calc(list(MAL), fasit, kjort)}
    return {m: [funnet[q.id, m] for q in sporsmal] for m in MAL.values()}


def oppsummer(sporsmal: Sequence[Sporsmal], tall: Mapping[str, Sequence[float]]) -> dict[str, Any]:
    """Return the means over all questions and over each group of them."""
    grupper: dict[str, list[int]] = {}
    for i, q in enumerate(sporsmal):
        grupper.setdefault(q.gruppe, []).append(i)
    return {
        "alle": {m: snitt(v).json() for m, v in tall.items()},
        "grupper": {
            g: {"antall": len(rader), **{m: round(sum(v[i] for i in rader) / len(rader), 4) for m, v in tall.items()}}
            for g, rader in grupper.items()
        },
    }


def mot(vare: Mapping[str, Sequence[float]], andre: Mapping[str, Sequence[float]]) -> dict[str, dict[str, float]]:
    """Return how far another system is from ours, question by question, with its 95 % interval."""
    return {m: forskjell(vare[m], andre[m]).json() for m in vare}

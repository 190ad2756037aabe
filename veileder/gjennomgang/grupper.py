"""What was not answered, grouped by meaning, with a proposed heading for the section that lacks.

The heading is made of our own words for service and aspect, and of words that at least ``skjul.MINST`` conversations in the
group have used: so no word in it is one person's. Nothing else of what was written is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from veileder.forstaelse.maskering import uten_masker
from veileder.gjenfinning.analyse import STOPPORD, ord_i, stamme
from veileder.gjennomgang.skjul import MINST, vis

AVSTAND = 0.09
"""Cosine distance up to which groups are joined, by average linkage, for the bundled model. Over 52 needs in three forms each
(``evaluering/datasett/likhet.jsonl``) among 60 that stand alone: precision 0.87 and recall 0.99 of pairs; at 0.08 0.97 and
0.94, but there each need is one sentence said anew, and people vary more."""

LIKT = 75
"""Likeness in [0, 100] from which a word is taken for the service's own name, also in the other målform."""

ORD = 3
"""Words that a heading names at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ubesvart:
    """A question that lacked an answer in part or whole. ``vektor``: (d,) float32, L2-normalised."""

    samtale_id: str
    tjeneste: str
    aspekt: str
    sporsmal: str = field(repr=False)
    vektor: NDArray[np.float32] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gruppe:
    """Questions about the same: how many asked (as shown), service and aspect when most name it, and words that many used."""

    tall: int
    tjeneste: str = ""
    aspekt: str = ""
    ord: tuple[str, ...] = ()


def grupper(ubesvarte: Sequence[Ubesvart]) -> tuple[Gruppe, ...]:
    """Return the groups that enough persons are in, the largest first. A model that gave other lengths is left out."""
    if not ubesvarte:
        return ()
    lengde = Counter(len(u.vektor) for u in ubesvarte).most_common(1)[0][0]
    brukbare = [u for u in ubesvarte if len(u.vektor) == lengde]
    merker = klynger(np.stack([u.vektor for u in brukbare]), AVSTAND)
    samlet: dict[int, list[Ubesvart]] = {}
    for merke, u in zip(merker, brukbare, strict=True):
        samlet.setdefault(merke, []).append(u)
    funnet = [g for medlemmer in samlet.values() if (g := _gruppe(medlemmer))]
    return tuple(sorted(funnet, key=lambda g: (-g.tall, g.tjeneste, g.ord)))


def klynger(vektorer: NDArray[np.float32], avstand: float) -> list[int]:
    """Return the group of each row of (n, d) normalised vectors: average linkage by cosine distance up to ``avstand``.

    The nearest-neighbour chain (Murtagh 1983): O(n²) in time and memory, which is 0.1 s at the 1,500 that insight reads.
    """
    n = len(vektorer)
    d = 1.0 - vektorer @ vektorer.T
    np.fill_diagonal(d, np.inf)
    storrelse, merke = np.ones(n), list(range(n))
    igjen, kjede = set(range(n)), list[int]()
    while len(igjen) > 1:
        if not kjede:
            kjede.append(min(igjen))
        a = kjede[-1]
        b = int(np.argmin(d[a]))
        if len(kjede) > 1 and d[a, kjede[-2]] <= d[a, b]:
            b = kjede[-2]
        if d[a, b] > avstand:  # average linkage never comes nearer again: what is this far off stands alone from here
            igjen -= set(kjede)
            _ta_ut(d, kjede)
            kjede.clear()
            continue
        if len(kjede) > 1 and b == kjede[-2]:
            del kjede[-2:]
            _flett(d, storrelse, a, b)
            igjen.discard(b)
            merke[b] = a
        else:
            kjede.append(b)
    return [_rot(merke, i) for i in range(n)]


def _flett(d: NDArray[np.float32], storrelse: NDArray[np.float64], a: int, b: int) -> None:
    """Put ``b`` into ``a``: distances are the mean over all pairs (Lance & Williams 1967)."""
    rad = (storrelse[a] * d[a] + storrelse[b] * d[b]) / (storrelse[a] + storrelse[b])
    d[a], d[:, a] = rad, rad
    storrelse[a] += storrelse[b]
    _ta_ut(d, [b])
    d[a, a] = np.inf


def _ta_ut(d: NDArray[np.float32], hvilke: Sequence[int]) -> None:
    d[hvilke, :] = np.inf
    d[:, hvilke] = np.inf


def _rot(merke: Sequence[int], i: int) -> int:
    while merke[i] != i:
        i = merke[i]
    return i


def _gruppe(medlemmer: Sequence[Ubesvart]) -> Gruppe | None:
    personer = {u.samtale_id for u in medlemmer}
    tall = vis(len(personer))
    if not tall:
        return None
    tjeneste, aspekt = (_flertall([getattr(u, n) for u in medlemmer]) for n in ("tjeneste", "aspekt"))
    return Gruppe(tall=tall, tjeneste=tjeneste, aspekt=aspekt, ord=_felles_ord(medlemmer, tjeneste))


def _flertall(verdier: Sequence[str]) -> str:
    """Return the value that more than half have, or nothing."""
    verdi, antall = Counter(verdier).most_common(1)[0]
    return verdi if 2 * antall > len(verdier) else ""


_TOMME = frozenset(
    "heter heiter heite hei hallo takk lurer lurar lure spør spørre vet veit vite kommune kommunen navn adresse".split()
)
"""Words of politeness, which say nothing of what is asked for."""


def _felles_ord(medlemmer: Sequence[Ubesvart], tjeneste: str) -> tuple[str, ...]:
    """Return the words that most have used, and at least ``MINST``, each in its commonest form."""
    hvem: dict[str, set[str]] = {}
    former: dict[str, Counter[str]] = {}
    for u in medlemmer:
        for ord_ in set(ord_i(uten_masker(u.sporsmal))):
            if len(ord_) > 2 and ord_.isalpha() and ord_ not in STOPPORD and ord_ not in _TOMME:
                hvem.setdefault(stamme(ord_), set()).add(u.samtale_id)
                former.setdefault(stamme(ord_), Counter())[ord_] += 1
    i_alt = len({u.samtale_id for u in medlemmer})
    mange = [s for s, p in hvem.items() if len(p) >= max(MINST, i_alt / 3) and fuzz.partial_ratio(s, tjeneste) < LIKT]
    mange.sort(key=lambda s: (-len(hvem[s]), s))
    return tuple(former[s].most_common(1)[0][0] for s in mange[:ORD])

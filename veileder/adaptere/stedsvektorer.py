"""The sentences of one place compared with a question one by one, from the bundle's own file of vectors.

Some thousands of vectors take a few milliseconds, exactly; nothing is built, and only what was asked for lately is held.
"""

from __future__ import annotations

import json
import os
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from veileder.feil import Indeksfeil
from veileder.gjenfinning.vektorfil import Matrise, les_rader
from veileder.gjenfinning.vektorfil import les_spenn as les_stykke
from veileder.porter import Vektorer

FIL = "steder.json"
"""Beside the vectors: for each place the stretches of units that are its own."""

HUSKES = 16
"""Places whose vectors are held: 13 MB each with 8,500 sentences."""

Spenn = Mapping[str, Sequence[tuple[int, int]]]


class Stedsvektorer:
    """Vectors of units, shape (n, d), by place. Safe to use from several threads."""

    def __init__(self, vektorer: Matrise, spenn: Spenn) -> None:
        self._vektorer, self.spenn = vektorer, spenn
        self._antall = {sted: sum(til - fra for fra, til in deler) for sted, deler in spenn.items()}
        self._las, self._husket = threading.Lock(), OrderedDict[str, tuple[np.ndarray, Vektorer]]()

    def antall(self, steder: Iterable[str] | None = None) -> int:
        """Return how many units some places have, or all."""
        return sum(self._antall.get(sted, 0) for sted in (self._antall if steder is None else set(steder)))

    def naermeste(self, query: Vektorer, antall: int, sted: str) -> list[tuple[int, float]]:
        """Return up to ``antall`` (unit, cosine) of a place, in no order."""
        if sted not in self.spenn:
            return []
        enheter, vektorer = self._hent(sted)
        cosinus = vektorer @ query
        antall = min(antall, len(enheter))
        beste = np.argpartition(-cosinus, antall - 1)[:antall]
        return list(zip(enheter[beste].tolist(), cosinus[beste].tolist(), strict=True))

    def hent(self, rader: Sequence[int]) -> Vektorer:
        """Return the vectors of units, in the order asked for."""
        return les_rader(self._vektorer, np.asarray(rader, np.int64))

    def _hent(self, sted: str) -> tuple[np.ndarray, Vektorer]:
        with self._las:
            if sted in self._husket:
                self._husket.move_to_end(sted)
                return self._husket[sted]
        spenn = self.spenn[sted]
        enheter = np.concatenate([np.arange(a, b) for a, b in spenn])
        vektorer = np.concatenate([les_stykke(self._vektorer, a, b) for a, b in spenn])
        with self._las:
            self._husket[sted] = enheter, vektorer
            while len(self._husket) > HUSKES:
                self._husket.popitem(last=False)
        return enheter, vektorer


def finn_spenn(kommuner: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    """Return the stretches of neighbouring units that each place has."""
    ut: dict[str, list[tuple[int, int]]] = {}
    fra = 0
    for sted, gruppe in groupby(kommuner):
        til = fra + sum(1 for _ in gruppe)
        ut.setdefault(sted, []).append((fra, til))
        fra = til
    return ut


def skriv_spenn(mappe: Path, spenn: Spenn) -> None:
    """Keep the stretches in a version's folder."""
    with (mappe / FIL).open("w", encoding="utf-8") as fil:
        json.dump(spenn, fil, ensure_ascii=False)
        fil.flush()
        os.fsync(fil.fileno())


def les_spenn(mappe: Path) -> dict[str, list[tuple[int, int]]]:
    """Return what ``skriv_spenn`` kept.

    Raises:
        Indeksfeil: the file is missing or damaged.
    """
    try:
        return {sted: [(a, b) for a, b in spenn] for sted, spenn in json.loads((mappe / FIL).read_bytes()).items()}
    except (OSError, ValueError, AttributeError, TypeError) as feil:
        raise Indeksfeil("Søkeindeksen er skadet. Bygg den på nytt med: veileder indekser") from feil

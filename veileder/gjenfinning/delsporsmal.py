"""The questions that sections answer, as a second way to find a section: by what people ask, not by what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from veileder.porter import Vektorer

Poeng = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Delsporsmal:
    """Question i, with ``vektorer[i]`` (L2-normalised), belongs to the rows ``rader[i]``, one for each målform."""

    tekster: tuple[str, ...] = ()
    rader: tuple[tuple[int, ...], ...] = ()
    vektorer: Vektorer = field(default_factory=lambda: np.zeros((0, 0), np.float32), repr=False)

    def likhet(self, vektor: Vektorer, antall: int) -> Poeng:
        """Return each row's best cosine to a question of its own, shape (antall,); -1 where a row has none."""
        ut = np.full(antall, -1.0, np.float32)
        if len(self.tekster):
            nr, rad = self._par
            np.maximum.at(ut, rad, (self.vektorer @ vektor)[nr])
        return ut

    @cached_property
    def _par(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """(question, row) pairs as two arrays."""
        par = [(i, r) for i, rader in enumerate(self.rader) for r in rader]
        return np.array([i for i, _ in par]), np.array([r for _, r in par])


def per_rad(tekster: Sequence[str], rader: Sequence[Sequence[int]], antall: int) -> list[str]:
    """Return each row's questions as one text; empty where a row has none."""
    ut: list[list[str]] = [[] for _ in range(antall)]
    for tekst, egne in zip(tekster, rader, strict=True):
        for rad in egne:
            ut[rad].append(tekst)
    return ["\n".join(t) for t in ut]

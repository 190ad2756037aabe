"""A large index seen from one municipality: its own rows and the shared ones, searched as if there were no others.

Everything that a search does to every row then costs what one municipality has, whatever their number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

import numpy as np
from numpy.typing import NDArray

from veileder.domene import FELLES, Utdrag
from veileder.gjenfinning.delsporsmal import Delsporsmal
from veileder.gjenfinning.indeks import Indeks
from veileder.gjenfinning.kolonner import Kolonner
from veileder.porter import Vektorer, Vektorindeks

STORT = 5_000
"""Rows above which a place gets a view; a smaller index is searched whole in a few milliseconds."""

MANGE_STEDER = 20
"""Places above which a question without one is asked of the shared texts alone: an answer from one of hundreds helps nobody."""

Rader = NDArray[np.int64]


def utvalg_for(indeks: Indeks, kommune: str) -> Indeks:
    """Return what may be shown in a municipality; the index itself when it is small, or without one of few."""
    if len(indeks.utdrag) <= STORT:
        return indeks
    if not kommune and len(indeks.kommuner) > MANGE_STEDER and FELLES in indeks.kommuner:
        kommune = FELLES
    if not kommune:
        return indeks
    with indeks.husk.las:
        if kommune in indeks.husk:
            indeks.husk.move_to_end(kommune)
            return indeks.husk[kommune]
        return indeks.husk.legg_i(kommune, _lag(indeks, kommune))


def _lag(indeks: Indeks, kommune: str) -> Indeks:
    steder = indeks.kolonner.steder
    koder = [i for i, navn in enumerate(steder) if navn in (kommune, FELLES)]
    rader = np.flatnonzero(np.isin(indeks.kolonner.sted, koder)).astype(np.int64)
    lag = indeks.delsporsmal_leksikalsk
    return _Utvalg(
        versjon=indeks.versjon,
        utdrag=cast(tuple[Utdrag, ...], _Rader(indeks.utdrag, rader)),
        leksikalsk=indeks.leksikalsk.utvalg(rader),
        tett=_Naermeste(indeks, rader),
        embedder=indeks.embedder,
        delsporsmal=_flytt(indeks.delsporsmal, rader),
        delsporsmal_leksikalsk=lag.utvalg(rader) if lag else None,
        hele=indeks,
        rader=rader,
    )


@dataclass(frozen=True, kw_only=True)
class _Utvalg(Indeks):
    """Row i is row ``rader[i]`` of ``hele``."""

    hele: Indeks
    rader: Rader

    @cached_property
    def kolonner(self) -> Kolonner:
        return self.hele.kolonner.utvalg(self.rader)

    @cached_property
    def temaer(self) -> Mapping[str, str]:
        return self.hele.temaer

    def vektorer(self, enheter: Sequence[int]) -> Vektorer:
        """Return the vectors of units, shape (n, d), in the order asked for."""
        e = np.asarray(enheter, np.int64)
        rad = np.searchsorted(self.start, e, side="right") - 1
        return self.hele.vektorer((self.hele.start[self.rader[rad]] + e - self.start[rad]).tolist())


class _Rader(Sequence[Utdrag]):
    """Passages of some rows, each kept once it was read."""

    def __init__(self, alle: Sequence[Utdrag], rader: Rader) -> None:
        self._alle, self._rader = alle, rader.tolist()
        self._lest: dict[int, Utdrag] = {}

    def __len__(self) -> int:
        return len(self._rader)

    def __getitem__(self, i: int) -> Utdrag:  # type: ignore[override]
        if (u := self._lest.get(i)) is None:
            u = self._lest[i] = self._alle[self._rader[i]]
        return u

    def __iter__(self) -> Iterator[Utdrag]:
        return (self[i] for i in range(len(self)))


class _Naermeste(Vektorindeks):
    """The dense index of the whole, its units told by their numbers in the view."""

    def __init__(self, hele: Indeks, rader: Rader) -> None:
        self._hele, self._rader = hele, rader
        lengder = hele.start[rader + 1] - hele.start[rader]
        self._start = np.concatenate([[0], np.cumsum(lengder)])

    def naermeste(self, query: Vektorer, antall: int, kommuner: Sequence[str] | None) -> list[tuple[int, float]]:
        """Return up to ``antall`` (unit, cosine), best first."""
        treff = self._hele.tett.naermeste(query, antall, kommuner)
        enheter = np.array([e for e, _ in treff], np.int64)
        rad = np.searchsorted(self._hele.start, enheter, side="right") - 1
        plass = np.minimum(np.searchsorted(self._rader, rad), max(0, len(self._rader) - 1))
        mine = self._rader[plass] == rad if len(self._rader) else np.zeros(len(rad), np.bool_)
        nye = self._start[plass] + enheter - self._hele.start[rad]
        return [(int(e), c) for e, (_, c), ja in zip(nye, treff, mine, strict=True) if ja]

    def vektorer(self, rader: Sequence[int]) -> Vektorer:
        """Not asked for: the view translates and asks the whole."""
        raise NotImplementedError

    def lukk(self) -> None:
        """The whole is closed by whoever opened it."""


def _flytt(d: Delsporsmal, rader: Rader) -> Delsporsmal:
    """Return the questions with the numbers that their rows have in the view."""
    plass = {int(r): i for i, r in enumerate(rader)}
    egne = tuple(tuple(plass[r] for r in raden if r in plass) for raden in d.rader)
    return replace(d, rader=egne) if any(egne) else Delsporsmal()

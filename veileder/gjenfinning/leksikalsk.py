"""Lexical search: BM25 over stems and over character 4-grams, by the library bm25s."""

from __future__ import annotations

import logging
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from veileder.gjenfinning.analyse import Analyse

K1, B = 1.2, 0.75
"""The usual constants of BM25 (Robertson and Zaragoza 2009, section 3.3)."""

Poeng = NDArray[np.float32]
Rader = NDArray[np.int64]


class LeksikalskIndeks:
    """Two BM25 indexes over the same passages."""

    def __init__(self, stammer: bm25s.BM25, gram: bm25s.BM25, analyse: Analyse, antall: int) -> None:
        self._stammer, self._gram, self.analyse, self.antall = stammer, gram, analyse, antall

    @classmethod
    def bygg(cls, tekster: Sequence[str], analyse: Analyse) -> LeksikalskIndeks:
        """Index ``tekster`` in order: row i of every score is text i. All of it happens in memory."""
        deler = []
        for lag in (analyse.stammer, analyse.gram):
            indeks = tom_bm25()
            indeks.index([lag(t) or [""] for t in tekster], show_progress=False)
            deler.append(indeks)
        return cls(deler[0], deler[1], analyse, len(tekster))

    def lagre(self, mappe: Path) -> None:
        """Write both indexes below ``mappe``."""
        self._stammer.save(mappe / "stammer", show_progress=False)
        self._gram.save(mappe / "gram", show_progress=False)

    @classmethod
    def les(cls, mappe: Path, analyse: Analyse, antall: int, *, fra_disk: bool = False) -> LeksikalskIndeks:
        """Read what ``lagre`` wrote; ``fra_disk`` leaves the postings there, and only those of a question are read."""
        lag = [bm25s.BM25.load(mappe / navn, show_progress=False, mmap=fra_disk) for navn in ("stammer", "gram")]
        return cls(lag[0], lag[1], analyse, antall)

    def utvalg(self, rader: Rader) -> LeksikalskIndeks:
        """Return the same index seen through some of its rows, which must be in order."""
        return LeksikalskUtvalg(self._stammer, self._gram, self.analyse, rader)

    def stammepoeng(self, tekst: str) -> Poeng:
        """BM25 over stems for every passage, shape (antall,); 0 where nothing matches."""
        return self._poeng(self._stammer, self.analyse.stammer(tekst, innhold=True) or self.analyse.stammer(tekst))

    def grampoeng(self, tekst: str) -> Poeng:
        """BM25 over 4-grams for every passage, shape (antall,)."""
        return self._poeng(self._gram, self.analyse.gram(tekst, innhold=True) or self.analyse.gram(tekst))

    def _poeng(self, indeks: bm25s.BM25, tokens: Sequence[str]) -> Poeng:
        kjente = [t for t in tokens if t in indeks.vocab_dict]
        if not kjente:
            return np.zeros(self.antall, np.float32)
        poeng: Poeng = indeks.get_scores(kjente)
        return poeng

    def sjeldenhet(self, stammer: Sequence[str]) -> Mapping[str, float]:
        """Inverse document frequency of each stem in natural log, highest for one that never occurs."""
        ut: dict[str, float] = {}
        for s in stammer:
            nr = self._stammer.vocab_dict.get(s)
            ut[s] = idf(self._antall_med(nr) if nr is not None else 0, self.antall)
        return ut

    def _antall_med(self, nr: int) -> int:
        """Return how many passages hold a stem."""
        start = self._stammer.scores["indptr"]
        return int(start[nr + 1] - start[nr])


class LeksikalskUtvalg(LeksikalskIndeks):
    """Some rows of an index, scored as if there were no others: rarity is counted among them alone.

    Row i of every score is the i-th of ``rader``. Only the postings of these rows are read: within a word's list they
    are found by bisection, since the rows of a place lie together in a few stretches.
    """

    def __init__(self, stammer: bm25s.BM25, gram: bm25s.BM25, analyse: Analyse, rader: Rader) -> None:
        super().__init__(stammer, gram, analyse, len(rader))
        brudd = np.flatnonzero(np.diff(rader) != 1) + 1
        fra, til = np.r_[0, brudd][: len(rader)], np.r_[brudd, len(rader)][: len(rader)]
        self._forskyvning = (rader[fra] - fra).tolist()
        self._kanter = np.column_stack([rader[fra], rader[til - 1] + 1]).ravel().astype(np.int32)

    def _poeng(self, indeks: bm25s.BM25, tokens: Sequence[str]) -> Poeng:
        ut = np.zeros(self.antall, np.float32)
        start, rader, data = (indeks.scores[n] for n in ("indptr", "indices", "data"))
        alle = int(indeks.scores["num_docs"])
        for nr, ganger in Counter(indeks.vocab_dict[t] for t in tokens if t in indeks.vocab_dict).items():
            a, b = int(start[nr]), int(start[nr + 1])
            kanter = (a + np.searchsorted(rader[a:b], self._kanter)).tolist()
            spenn = [(x, y, f) for x, y, f in zip(kanter[::2], kanter[1::2], self._forskyvning, strict=True) if y > x]
            vekt = ganger * idf(sum(y - x for x, y, _ in spenn), self.antall) / idf(b - a, alle)
            for x, y, f in spenn:
                ut[rader[x:y] - f] += data[x:y] * np.float32(vekt)
        return ut

    def _antall_med(self, nr: int) -> int:
        start, rader = self._stammer.scores["indptr"], self._stammer.scores["indices"]
        kanter = np.searchsorted(rader[int(start[nr]) : int(start[nr + 1])], self._kanter)
        return int((kanter[1::2] - kanter[::2]).sum())


def tom_bm25() -> bm25s.BM25:
    """Return an empty index with our constants."""
    logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets its own logger to DEBUG
    return bm25s.BM25(k1=K1, b=B, method="lucene")


def idf(med: int, antall: int) -> float:
    """Return the inverse document frequency of what ``med`` of ``antall`` passages hold (Lucene's form, never negative)."""
    return math.log(1 + (antall - med + 0.5) / (med + 0.5))

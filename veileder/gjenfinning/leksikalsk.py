"""Lexical search: BM25 over stems and over character 4-grams, by the library bm25s."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from veileder.gjenfinning.analyse import Analyse

K1, B = 1.2, 0.75
"""The usual constants of BM25 (Robertson and Zaragoza 2009, section 3.3)."""

Poeng = NDArray[np.float32]


class LeksikalskIndeks:
    """Two BM25 indexes over the same passages."""

    def __init__(self, stammer: bm25s.BM25, gram: bm25s.BM25, analyse: Analyse, antall: int) -> None:
        self._stammer, self._gram, self.analyse, self.antall = stammer, gram, analyse, antall

    @classmethod
    def bygg(cls, tekster: Sequence[str], analyse: Analyse) -> LeksikalskIndeks:
        """Index ``tekster`` in order: row i of every score is text i."""
        logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets its own logger to DEBUG
        deler = []
        for lag in (analyse.stammer, analyse.gram):
            indeks = bm25s.BM25(k1=K1, b=B, method="lucene")
            indeks.index([lag(t) or [""] for t in tekster], show_progress=False)
            deler.append(indeks)
        return cls(deler[0], deler[1], analyse, len(tekster))

    def lagre(self, mappe: Path) -> None:
        """Write both indexes below ``mappe``."""
        self._stammer.save(mappe / "stammer", show_progress=False)
        self._gram.save(mappe / "gram", show_progress=False)

    @classmethod
    def les(cls, mappe: Path, analyse: Analyse, antall: int) -> LeksikalskIndeks:
        """Read what ``lagre`` wrote."""
        return cls(
            bm25s.BM25.load(mappe / "stammer", show_progress=False),
            bm25s.BM25.load(mappe / "gram", show_progress=False),
            analyse,
            antall,
        )

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
        matrise = self._stammer.scores
        start = matrise["indptr"]
        ut: dict[str, float] = {}
        for s in stammer:
            nr = self._stammer.vocab_dict.get(s)
            antall = int(start[nr + 1] - start[nr]) if nr is not None else 0
            ut[s] = float(np.log(1 + (self.antall - antall + 0.5) / (antall + 0.5)))
        return ut

"""The bundled embedding model as all systems use it, with a store of vectors for the runs where time is not taken."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from evaluering.ytelse.systemer import LAGER
from veileder.adaptere.embedding import InnebygdE5
from veileder.adaptere.vektorlager import Vektorlager
from veileder.porter import Vektorer


class Modell:
    """The bundled model by the two methods that every library asks for."""

    def __init__(self) -> None:
        self._modell = InnebygdE5()
        mappe = os.environ.get(LAGER)
        self._lager = Vektorlager(Path(mappe)) if mappe else None
        self._regnet: dict[str, Vektorer] = {}

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        """Return one L2-normalised vector for each text."""
        if self._lager is None:
            ut = self._modell.embed_documents(list(texts))
            self._regnet.update({t: np.asarray(v, np.float32) for t, v in zip(texts, ut, strict=True)})
            return ut
        return [[float(x) for x in v] for v in self._lager.hent_eller_lag(texts, self._modell, lambda ting, _: ting)]

    def embed_query(self, text: str) -> list[float]:
        """Return the L2-normalised vector of a question."""
        return self._modell.embed_query(text)

    def glem(self) -> None:
        """Forget the questions that were asked."""
        self._modell.embed_query.cache_clear()

    def lagre(self, mappe: Path) -> None:
        """Keep the vectors that were computed, for the runs where time is not taken. Done when the clock has stopped."""
        if self._regnet:
            Vektorlager(mappe).hent_eller_lag(list(self._regnet), _Kjente(self._modell, self._regnet), lambda ting, _: ting)


class _Kjente:
    """An embedder that knows its answers."""

    def __init__(self, modell: InnebygdE5, kjente: dict[str, Vektorer]) -> None:
        self.navn, self.dimensjon, self._kjente = modell.navn, modell.dimensjon, kjente

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return what was computed."""
        return [[float(x) for x in self._kjente[t]] for t in texts]

    def embed_query(self, text: str) -> list[float]:
        """Return what was computed."""
        return self.embed_documents([text])[0]

"""What the steps need from outside, shaped so that the library's own object fits unchanged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vektorer = NDArray[np.float32]


class Embedder(Protocol):
    """LangChain's ``Embeddings`` interface, with the name and dimension that the index records.

    Vectors are L2-normalised, so that a dot product is a cosine in [-1, 1].
    """

    @property
    def navn(self) -> str:
        """Name and version of the model: vectors of different names never mix."""

    @property
    def dimensjon(self) -> int:
        """Length of a vector."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector of length ``dimensjon`` for each text."""

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""


class Vektorindeks(Protocol):
    """Nearest passages by cosine. Chroma in use; a matrix in tests."""

    def naermeste(self, query: Vektorer, antall: int, kommuner: Sequence[str] | None) -> list[tuple[int, float]]:
        """Return up to ``antall`` (row, cosine), best first, within ``kommuner`` (None: everywhere)."""

    def vektorer(self, rader: Sequence[int]) -> Vektorer:
        """Return the stored vectors of ``rader``, shape (n, d) float32, in that order."""

    def lukk(self) -> None:
        """Release the files; the index cannot be used afterwards."""

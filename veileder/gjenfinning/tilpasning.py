"""A learnt step from a question's vector towards the sentences that answer it.

The embedding model knows Norwegian but not this field: «snora rundt halsen» lies no nearer to the alarm than
to a necklace. So a linear map adds to the question's vector what its words and its own embedding say in this
field: ``q' = normalise(q + W x)``, where ``x`` are the classifiers' features of the message (two embeddings,
hashed words and 4-grams, glossary terms, cue words). Learnt by ``python -m evaluering.tren_tilpasning`` with
a softmax over all sections of the corpus, each scoring as its best sentence; a question adapter as in dense
retrieval (for the form, see «query-only linear adapters»), here with sparse features beside the dense ones.
The sentences stay as they are, so a new text is found at once. Used for our own kinds of text only: the map
knows nothing of other pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

Vektor = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tilpasning:
    """``vekter`` (features, d) and the inverse temperature of the softmax they were learnt with."""

    vekter: Vektor
    skarphet: float
    versjon: str

    def __call__(self, vektor: Vektor, trekk: Vektor) -> Vektor:
        """Return the question's vector moved, L2-normalised, shape (d,)."""
        ny = vektor + trekk @ self.vekter
        ut: Vektor = (ny / max(1e-9, float(np.linalg.norm(ny)))).astype(np.float32)
        return ut


@lru_cache(maxsize=4)
def les_tilpasning(modell: str) -> Tilpasning | None:
    """Return the map for an embedding model, or None where none was learnt for it."""
    sti = files("veileder.gjenfinning") / "tilpasning.npz"
    if not sti.is_file():
        return None
    with np.load(BytesIO(sti.read_bytes()), allow_pickle=False) as data:
        if str(data["modell"]) != modell:
            return None
        return Tilpasning(
            vekter=data["vekter"].astype(np.float32) * data["skala"].astype(np.float32)[:, None],
            skarphet=float(data["skarphet"]),
            versjon=str(data["versjon"]),
        )

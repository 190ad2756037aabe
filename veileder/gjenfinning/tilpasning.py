"""What a question asks for in this field, as a vector to search our own texts with.

The embedding model knows Norwegian but not this field: «snora rundt halsen» lies no nearer to the alarm than to a
necklace. So our own texts are also searched with a vector that was learnt together with the field model
(``python -m evaluering.tren_feltmodell``): ``q' = normalise(W x)``, where ``x`` are the features of the message, the
field model's reading of it and its words, and the learning is a softmax over all sections of the corpus, each
scoring as its best sentence. The sentences stay as they are, so a new text is found at once. Other pages are
searched with the question's own vector alone: this one knows nothing of them.
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

    def __call__(self, trekk: Vektor) -> Vektor:
        """Return the vector to search with, L2-normalised, shape (d,)."""
        ny = trekk @ self.vekter
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

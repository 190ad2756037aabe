"""LlamaIndex, hybrid: «BM25 + Chroma» and «Reciprocal Rerank Fusion Retriever» of its documentation.

https://developers.llamaindex.ai/python/framework/integrations/retrievers/bm25_retriever
https://developers.llamaindex.ai/python/framework/integrations/retrievers/reciprocal_rerank_fusion
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import chromadb
import Stemmer
from chromadb.config import Settings
from llama_index.core import VectorStoreIndex
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.core.schema import BaseNode, Document, TextNode
from llama_index.core.storage.docstore import SimpleDocumentStore
from llama_index.retrievers.bm25 import BM25Retriever
from llama_index.vector_stores.chroma import ChromaVectorStore
from pydantic import PrivateAttr

from evaluering.ytelse.system import Tekst, Treff
from evaluering.ytelse.systemer.modell import Modell


class _Embedder(BaseEmbedding):
    """The bundled model as LlamaIndex's own kind."""

    _modell: Modell = PrivateAttr(default_factory=Modell)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._modell.embed_documents([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._modell.embed_documents(texts)

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._modell.embed_query(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._modell.embed_query(query)

    def glem(self) -> None:
        """Forget the questions that were asked."""
        self._modell.glem()

    def lagre(self, mappe: Path) -> None:
        """Keep what was computed."""
        self._modell.lagre(mappe)


class LlamaIndexHybrid:
    """Nodes in Chroma and in a document store for BM25, found by both and fused by rank."""

    def __init__(self) -> None:
        self._modell = _Embedder()

    def indekser(self, tekster: Sequence[Tekst], mappe: Path) -> list[Treff]:
        """Divide into nodes and store them in both places."""
        noder = _del_opp(tekster)
        lager = SimpleDocumentStore()
        lager.add_documents(noder)
        indeks = self._vektorer(mappe)
        indeks.insert_nodes(noder)
        self._lagre(lager, mappe)
        return [_treff(n) for n in noder]

    def endre(self, tekst: Tekst, mappe: Path) -> None:
        """Delete the nodes of the file from both stores, insert the new ones, and make BM25 anew."""
        lager = SimpleDocumentStore.from_persist_path(str(mappe / "noder.json"))
        indeks = self._vektorer(mappe)
        indeks.delete_ref_doc(tekst["fil"])
        lager.delete_ref_doc(tekst["fil"], raise_error=False)
        noder = _del_opp([tekst])
        lager.add_documents(noder)
        indeks.insert_nodes(noder)
        self._lagre(lager, mappe)

    def _vektorer(self, mappe: Path) -> VectorStoreIndex:
        klient = chromadb.PersistentClient(str(mappe / "chroma"), settings=Settings(anonymized_telemetry=False))
        vektorer = ChromaVectorStore(chroma_collection=klient.get_or_create_collection("dense_vectors"))
        return VectorStoreIndex.from_vector_store(vektorer, embed_model=self._modell)

    def _lagre(self, lager: SimpleDocumentStore, mappe: Path) -> None:
        lager.persist(str(mappe / "noder.json"))
        stemmer = Stemmer.Stemmer("norwegian")
        bm25 = BM25Retriever.from_defaults(docstore=lager, stemmer=stemmer, language="no", similarity_top_k=10)
        bm25.persist(str(mappe / "bm25"))

    def apne(self, mappe: Path) -> None:
        """Open both retrievers. BM25 does not keep its stemmer, so it is given anew."""
        bm25 = BM25Retriever.from_persist_dir(str(mappe / "bm25"))
        bm25.stemmer = Stemmer.Stemmer("norwegian")
        self._finner = QueryFusionRetriever(
            [self._vektorer(mappe).as_retriever(similarity_top_k=10), bm25],
            llm=MockLLM(),  # asked for nothing: num_queries=1 means that no questions are written
            similarity_top_k=10,
            num_queries=1,
            mode="reciprocal_rerank",  # type: ignore[arg-type]
            use_async=False,
        )

    def finn(self, sporsmal: str) -> list[Treff]:
        """Retrieve by both and fuse."""
        return [_treff(n.node) for n in self._finner.retrieve(sporsmal)]

    def glem(self) -> None:
        """Forget the questions that were asked."""
        self._modell.glem()

    def lagre_vektorer(self, mappe: Path) -> None:
        """Keep what was computed."""
        self._modell.lagre(mappe)


def _del_opp(tekster: Sequence[Tekst]) -> list[BaseNode]:
    from llama_index.core.node_parser import SentenceSplitter

    ferdige = [_node(t) for t in tekster if "start" in t]
    hele = [t for t in tekster if "start" not in t]
    dokumenter = [Document(text=t["tekst"], doc_id=t["fil"], metadata={"fil": t["fil"]}, **_SKJULT) for t in hele]
    return ferdige + SentenceSplitter(chunk_size=512).get_nodes_from_documents(dokumenter)


_SKJULT: Any = {"excluded_embed_metadata_keys": ["fil"], "excluded_llm_metadata_keys": ["fil"]}
"""What SimpleDirectoryReader does with the file's name, too: it is kept, but not embedded."""


def _node(t: Tekst) -> TextNode:
    return TextNode(
        text=t["tekst"], metadata={"fil": t["fil"]}, start_char_idx=t["start"], end_char_idx=t["slutt"], **_SKJULT
    )  # fmt: skip


def _treff(node: Any) -> Treff:
    return node.metadata["fil"], int(node.start_char_idx), int(node.end_char_idx)

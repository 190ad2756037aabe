"""LangChain with Chroma, dense only: https://docs.langchain.com/oss/python/langchain/knowledge-base.

The embedder is a subclass of our own and not ``veileder.adaptere.langchain``, whose module brings the whole search
along: starting would cost what no user of LangChain pays.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings

from evaluering.ytelse.system import Tekst, Treff
from evaluering.ytelse.systemer.modell import Modell


class _Embedder(Modell, Embeddings):  # type: ignore[misc]
    """The bundled model as LangChain's Embeddings."""


class LangChainChroma:
    """A persistent Chroma collection, kept in line by LangChain's indexing with a record of what is there."""

    def __init__(self) -> None:
        self._modell = _Embedder()

    def indekser(self, tekster: Sequence[Tekst], mappe: Path) -> list[Treff]:
        """Split, embed and store."""
        return self._synk(tekster, mappe)

    def endre(self, tekst: Tekst, mappe: Path) -> None:
        """Index the one source; the record removes passages that it no longer gives."""
        self._synk([tekst], mappe)

    def _synk(self, tekster: Sequence[Tekst], mappe: Path) -> list[Treff]:
        from langchain_classic.indexes import SQLRecordManager, index

        deler = del_opp(tekster)
        register = SQLRecordManager("chroma/tekster", db_url=f"sqlite:///{mappe / 'register.sqlite'}")
        register.create_schema()
        self.apne(mappe)
        index(deler, register, self._lager, cleanup="incremental", source_id_key="fil", key_encoder="blake2b")
        return [_treff(d) for d in deler]

    def apne(self, mappe: Path) -> None:
        """Open the collection."""
        self._lager = Chroma("tekster", embedding_function=self._modell, persist_directory=str(mappe / "chroma"))

    def finn(self, sporsmal: str) -> list[Treff]:
        """Search by similarity."""
        return [_treff(d) for d in self._lager.similarity_search(sporsmal, k=10)]

    def glem(self) -> None:
        """Forget the questions that were asked."""
        self._modell.glem()

    def lagre_vektorer(self, mappe: Path) -> None:
        """Keep what was computed."""
        self._modell.lagre(mappe)


def del_opp(tekster: Sequence[Tekst]) -> list[Document]:
    """Return passages: of the documentation's length, or the text as it is where it is a passage already."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200, add_start_index=True)
    ut = []
    for t in tekster:
        if "start" in t:
            meta = {"fil": t["fil"], "start_index": t["start"], "slutt": t["slutt"]}
            ut.append(Document(page_content=t["tekst"], metadata=meta))
            continue
        for d in splitter.split_documents([Document(page_content=t["tekst"], metadata={"fil": t["fil"]})]):
            d.metadata["slutt"] = d.metadata["start_index"] + len(d.page_content)
            ut.append(d)
    return ut


def _treff(d: Document) -> Treff:
    return d.metadata["fil"], d.metadata["start_index"], d.metadata["slutt"]

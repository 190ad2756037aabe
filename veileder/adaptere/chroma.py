"""Chroma as the dense index: one collection a version, one row a sentence.

``chromadb`` is used directly (langchain-chroma costs seconds at start). The collection is told its
distance (cosine) and never given an embedding function, so that nothing is downloaded.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from veileder.feil import Indeksfeil
from veileder.porter import Vektorer

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

BUNKE = 4000
"""Rows a write; Chroma refuses more than 5,461."""


class ChromaIndeks:
    """The dense index of one version."""

    def __init__(self, klient: ClientAPI, samling: Collection) -> None:
        self._klient, self._samling = klient, samling
        self.antall = samling.count()

    @classmethod
    def bygg(cls, mappe: Path, url: str, navn: str, vektorer: Vektorer, kommuner: Sequence[str], modell: str) -> ChromaIndeks:
        """Create the collection and write every vector; row i is unit i."""
        klient = _klient(mappe, url)
        samling = klient.create_collection(
            navn,
            configuration={"hnsw": {"space": "cosine"}},
            metadata={"modell": modell, "dimensjon": int(vektorer.shape[1])},
            embedding_function=None,
        )
        for start in range(0, len(vektorer), BUNKE):
            slutt = min(start + BUNKE, len(vektorer))
            samling.add(
                ids=[str(i) for i in range(start, slutt)],
                embeddings=vektorer[start:slutt],
                metadatas=[{"kommune": k} for k in kommuner[start:slutt]],
            )
        return cls(klient, samling)

    @classmethod
    def apne(cls, mappe: Path, url: str, navn: str, modell: str, dimensjon: int) -> ChromaIndeks:
        """Open what ``bygg`` made.

        Raises:
            Indeksfeil: the collection is gone, or was made with another model.
        """
        try:
            klient = _klient(mappe, url)
            samling = klient.get_collection(navn, embedding_function=None)
        except Exception as feil:  # chromadb raises its own, the Rust engine's and httpx's errors
            raise Indeksfeil("Søkeindeksen kunne ikke åpnes. Bygg den på nytt med: veileder indekser") from feil
        meta = samling.metadata or {}
        if (meta.get("modell"), meta.get("dimensjon")) != (modell, dimensjon):
            raise Indeksfeil("Søkeindeksen er laget med en annen språkmodell. Bygg den på nytt med: veileder indekser")
        return cls(klient, samling)

    def naermeste(self, query: Vektorer, antall: int, kommuner: Sequence[str] | None) -> list[tuple[int, float]]:
        """Return up to ``antall`` (unit, cosine), best first."""
        if not self.antall or (kommuner is not None and not kommuner):
            return []
        hvor: Any = {"kommune": {"$in": list(kommuner)}} if kommuner is not None else None
        svar = self._samling.query(
            query_embeddings=query[None, :], n_results=min(antall, self.antall), where=hvor, include=["distances"]
        )
        avstander = (svar["distances"] or [[]])[0]
        return [(int(i), 1.0 - float(d)) for i, d in zip(svar["ids"][0], avstander, strict=True)]

    def vektorer(self, rader: Sequence[int]) -> Vektorer:
        """Return the vectors of units, shape (n, d), in the order asked for."""
        if not rader:
            return np.zeros((0, 0), np.float32)
        svar = self._samling.get(ids=[str(r) for r in rader], include=["embeddings"])
        plass = {int(i): n for n, i in enumerate(svar["ids"])}
        alle = np.asarray(svar["embeddings"], np.float32)
        ordnet: Vektorer = alle[[plass[r] for r in rader]]
        return ordnet

    def lukk(self) -> None:
        """Close the client and let go of its files."""
        lukk = getattr(self._klient, "close", None)
        if lukk is not None:
            lukk()

    def slett(self, navner: Iterable[str]) -> None:
        """Delete collections of a Chroma server that no kept version uses."""
        for navn in navner:
            self._klient.delete_collection(navn)


def er_hel(mappe: Path, url: str, navn: str) -> bool:
    """Whether the collection is there; an embedded one is looked at without opening it, since Chroma then writes."""
    if url:
        try:
            _klient(mappe, url).get_collection(navn, embedding_function=None)
        except Exception:  # noqa: BLE001 - chromadb raises its own and httpx's errors
            return False
        return True
    fil = mappe / "chroma" / "chroma.sqlite3"
    try:
        with closing(sqlite3.connect(f"{fil.as_uri()}?mode=ro", uri=True)) as base:
            (vektorer,) = base.execute("SELECT count(*) FROM embeddings").fetchone()
            treff = base.execute("SELECT id FROM collections WHERE name = ?", (navn,)).fetchone()
    except sqlite3.Error:
        return False
    return bool(treff and vektorer)


def _klient(mappe: Path, url: str) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    valg = Settings(anonymized_telemetry=False)
    if url:
        deler = urlsplit(url)
        vert, port = deler.hostname or "localhost", deler.port or 8000
        return chromadb.HttpClient(host=vert, port=port, ssl=deler.scheme == "https", settings=valg)
    return chromadb.PersistentClient(str(mappe / "chroma"), settings=valg)

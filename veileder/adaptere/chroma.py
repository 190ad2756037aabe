"""Chroma as the dense index: one collection a version, one row a sentence.

``chromadb`` is used directly (langchain-chroma costs seconds at start). The collection is told its
distance (cosine) and never given an embedding function, so that nothing is downloaded.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from veileder.adaptere.stedsvektorer import Stedsvektorer, finn_spenn, les_spenn, skriv_spenn
from veileder.domene import FELLES
from veileder.feil import Indeksfeil
from veileder.porter import Vektorer

if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.api import ClientAPI

logg = logging.getLogger(__name__)

BUNKE = 4000
"""Rows a write; Chroma refuses more than 5,461."""

SAMLET = 150_000
"""Units above which only the shared texts are in the collection: about 15,000 passages."""

SAMMENLIGNES = 40_000
"""Units that are compared one by one rather than asked of Chroma, whose filter by place takes longer (40 ms of 10,000)."""


class ChromaIndeks:
    """The dense index of one version.

    A question from one place is compared with the sentences it may see one by one, from the bundle's file
    (``stedsvektorer``): some thousands, in a few milliseconds. Chroma finds the nearest of everything. Of a large version
    it holds the shared texts alone: it takes hours to make millions of vectors into a graph, and holds all of it in
    memory; without a place such a version is searched in the shared texts.
    """

    def __init__(self, klient: ClientAPI, samling: Collection, steder: Stedsvektorer) -> None:
        self._klient, self._samling, self._steder = klient, samling, steder
        self.antall = samling.count()
        self._delt = self.antall < steder.antall()

    @classmethod
    def bygg(cls, mappe: Path, url: str, navn: str, vektorer: Vektorer, kommuner: Sequence[str], modell: str) -> ChromaIndeks:
        """Create the collection and write every vector that belongs in it; row i is unit i."""
        klient = _klient(mappe, url)
        samling = klient.create_collection(
            navn,
            configuration={"hnsw": {"space": "cosine"}},
            metadata={"modell": modell, "dimensjon": int(vektorer.shape[1])},
            embedding_function=None,
        )
        steder = Stedsvektorer(vektorer, finn_spenn(kommuner))
        skriv_spenn(mappe, steder.spenn)
        _fyll(samling, vektorer, kommuner, [(0, len(vektorer))] if len(vektorer) <= SAMLET else steder.spenn.get(FELLES, []))
        return cls(klient, samling, steder)

    @classmethod
    def apne(cls, mappe: Path, url: str, navn: str, modell: str, dimensjon: int) -> ChromaIndeks:
        """Open what ``bygg`` made; the vectors also lie in ``mappe``, as ``enheter.npy``.

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
        try:
            vektorer = np.load(mappe / "enheter.npy", mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError) as feil:
            raise Indeksfeil("Søkeindeksen er skadet. Bygg den på nytt med: veileder indekser") from feil
        return cls(klient, samling, Stedsvektorer(vektorer, les_spenn(mappe)))

    def naermeste(self, query: Vektorer, antall: int, kommuner: Sequence[str] | None) -> list[tuple[int, float]]:
        """Return up to ``antall`` (unit, cosine), best first."""
        if kommuner is None:
            return self._spor(query, antall)
        i_chroma: set[str] = set()
        if self._steder.antall(kommuner) > SAMMENLIGNES:
            i_chroma = set(kommuner) & {FELLES} if self._delt else set(kommuner)
        treff = self._spor(query, antall, None if self._delt else i_chroma) if i_chroma else []
        for sted in set(kommuner) - i_chroma:
            treff += self._steder.naermeste(query, antall, sted)
        return sorted(treff, key=lambda t: -t[1])[:antall]

    def _spor(self, query: Vektorer, antall: int, kommuner: Iterable[str] | None = None) -> list[tuple[int, float]]:
        if not self.antall:
            return []
        hvor: Any = {"kommune": {"$in": list(kommuner)}} if kommuner is not None else None
        svar = self._samling.query(
            query_embeddings=query[None, :], n_results=min(antall, self.antall), where=hvor, include=["distances"]
        )
        avstander = (svar["distances"] or [[]])[0]
        return [(int(i), 1.0 - float(d)) for i, d in zip(svar["ids"][0], avstander, strict=True)]

    def vektorer(self, rader: Sequence[int]) -> Vektorer:
        """Return the vectors of units, shape (n, d), in the order asked for."""
        return self._steder.hent(rader)

    def lukk(self) -> None:
        """Close the client and let go of its files."""
        lukk = getattr(self._klient, "close", None)
        if lukk is not None:
            lukk()


def slett(url: str, navner: Iterable[str]) -> None:
    """Delete collections of a Chroma server that no kept version uses. One that will not go is told of in the log."""
    klient = _klient(Path(), url)
    for navn in navner:
        try:
            klient.delete_collection(navn)
        except Exception as feil:  # noqa: BLE001 - chromadb raises its own and httpx's errors; most often it was never made
            logg.info("Samlingen %s ble ikke slettet: %s", navn, feil)


def _fyll(samling: Collection, vektorer: Vektorer, kommuner: Sequence[str], spenn: Iterable[tuple[int, int]]) -> None:
    """Write stretches of units, each with its place."""
    for fra, til in spenn:
        for start in range(fra, til, BUNKE):
            slutt = min(start + BUNKE, til)
            samling.add(
                ids=[str(i) for i in range(start, slutt)],
                embeddings=np.asarray(vektorer[start:slutt], np.float32),
                metadatas=[{"kommune": k} for k in kommuner[start:slutt]],
            )


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
        return bool(treff and (vektorer or FELLES not in les_spenn(mappe)))
    except (sqlite3.Error, Indeksfeil):
        return False


def _klient(mappe: Path, url: str) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    valg = Settings(anonymized_telemetry=False)
    if url:
        deler = urlsplit(url)
        vert, port = deler.hostname or "localhost", deler.port or 8000
        return chromadb.HttpClient(host=vert, port=port, ssl=deler.scheme == "https", settings=valg)
    return chromadb.PersistentClient(str(mappe / "chroma"), settings=valg)

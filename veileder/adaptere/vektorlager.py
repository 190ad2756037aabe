"""Cache of vectors by model and content, outside the data folder: a new index embeds only what is new.

A corpus may bring its own vectors along in a file beside it, so that a fresh clone starts at once.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from veileder.porter import Embedder, Vektorer

logg = logging.getLogger(__name__)

BUNKE = 64
"""Texts that are embedded between two writes to the cache, so that an interrupted run loses little."""


MEDFOLGENDE = "vektorer.npz"
"""Name of the file of vectors that comes with a corpus: keys (n, 16) uint8 and vectors (n, d) float16."""


class Vektorlager:
    """A SQLite file of float32 vectors. A cache that cannot be written is done without."""

    def __init__(self, mappe: Path, korpus: Path | None = None) -> None:
        self._sti = mappe / "vektorer.sqlite"
        self._medfolgende = korpus / MEDFOLGENDE if korpus else None

    @contextlib.contextmanager
    def _apne(self) -> Iterator[sqlite3.Connection | None]:
        try:
            self._sti.parent.mkdir(parents=True, exist_ok=True)
            kobling = sqlite3.connect(self._sti, timeout=30)
            kobling.execute("pragma journal_mode=wal")
            kobling.execute("create table if not exists vektor (nokkel blob primary key, verdi blob not null) without rowid")
        except (OSError, sqlite3.Error) as feil:
            logg.warning("Hurtiglageret for vektorer kan ikke brukes (%s): alt regnes ut på nytt.", feil)
            yield None
            return
        try:
            yield kobling
        finally:
            kobling.close()

    def hent_eller_lag(
        self, tekster: Sequence[str], embedder: Embedder, framdrift: Callable[[Iterable[int], int], Iterable[int]]
    ) -> Vektorer:
        """Return vectors of ``tekster``, shape (n, d) float32, from the cache where it has them.

        ``framdrift`` wraps (batch numbers, how many) and may draw a progress bar.
        """
        nokler = [_nokkel(t, embedder) for t in tekster]
        ut = np.zeros((len(tekster), embedder.dimensjon), np.float32)
        with self._apne() as kobling:
            kjente = _hent(kobling, nokler)
            if any(n not in kjente for n in nokler):
                kjente = {**_les_medfolgende(self._medfolgende), **kjente}
            for i, nokkel in enumerate(nokler):
                if nokkel in kjente:
                    ut[i] = kjente[nokkel]
            nye = sorted((i for i, n in enumerate(nokler) if n not in kjente), key=lambda i: len(tekster[i]))
            antall = -(-len(nye) // BUNKE)
            for b in framdrift(range(antall), antall) if antall else ():
                bunke = nye[b * BUNKE : (b + 1) * BUNKE]
                ut[bunke] = np.asarray(embedder.embed_documents([tekster[i] for i in bunke]), np.float32)
                _lagre(kobling, [(nokler[i], ut[i].tobytes()) for i in bunke])
        return ut


def lagre_medfolgende(korpus: Path, tekster: Sequence[str], vektorer: Vektorer, embedder: Embedder) -> Path:
    """Write the vectors of a corpus beside it, rounded to float16 (cosines then differ by less than 0.001)."""
    unike = {_nokkel(t, embedder): i for i, t in enumerate(tekster)}
    ordnet = sorted(unike)
    sti = korpus / MEDFOLGENDE
    ny = sti.with_name(".ny-" + sti.name)
    np.savez(
        ny,
        nokler=np.frombuffer(b"".join(ordnet), np.uint8).reshape(-1, 16),
        vektorer=vektorer[[unike[n] for n in ordnet]].astype(np.float16),
    )
    return ny.replace(sti)


def _les_medfolgende(sti: Path | None) -> dict[bytes, Vektorer]:
    """Return the vectors that came with the corpus, unit length again; a damaged file is done without."""
    if sti is None or not sti.is_file():
        return {}
    try:
        with sti.open("rb") as fil, np.load(fil, allow_pickle=False) as data:
            nokler, vektorer = data["nokler"], data["vektorer"].astype(np.float32)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as feil:
        logg.warning("%s kan ikke leses (%s): vektorene regnes ut.", sti.name, feil)
        return {}
    vektorer /= np.maximum(np.linalg.norm(vektorer, axis=1, keepdims=True), 1e-9)
    return {n.tobytes(): v for n, v in zip(nokler, vektorer, strict=False)}


def _nokkel(tekst: str, embedder: Embedder) -> bytes:
    return hashlib.blake2b(f"{embedder.navn}\x1f{tekst}".encode("utf-8", "replace"), digest_size=16).digest()


def _hent(kobling: sqlite3.Connection | None, nokler: Sequence[bytes]) -> dict[bytes, Vektorer]:
    ut: dict[bytes, Vektorer] = {}
    if kobling is None:
        return ut
    unike = list(set(nokler))
    for i in range(0, len(unike), 500):
        del_ = unike[i : i + 500]
        sporring = f"select nokkel, verdi from vektor where nokkel in ({','.join('?' * len(del_))})"  # noqa: S608 - only signs for values
        with contextlib.suppress(sqlite3.Error):
            ut.update({n: np.frombuffer(v, np.float32) for n, v in kobling.execute(sporring, del_)})
    return ut


def _lagre(kobling: sqlite3.Connection | None, rader: list[tuple[bytes, bytes]]) -> None:
    if kobling is None:
        return
    try:
        with kobling:
            kobling.executemany("insert or ignore into vektor values (?, ?)", rader)
    except sqlite3.Error as feil:
        logg.warning("Hurtiglageret for vektorer kunne ikke skrives: %s", feil)

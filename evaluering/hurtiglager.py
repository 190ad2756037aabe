"""Vectors of questions kept between runs of the training: the same thousands are embedded again and again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

from veileder.adaptere.feltmodell import medfolgende
from veileder.innstillinger import Innstillinger


def husk_sporsmal(embedder: Any, mappe: Path | None = None) -> None:
    """Let both readings of a question look in a SQLite file first; keyed by the model that reads and the text."""
    mappe = mappe or Innstillinger().hurtiglagermappe
    mappe.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(mappe / "sporsmal.sqlite", isolation_level=None, check_same_thread=False)
    base.execute("pragma journal_mode=wal")
    base.execute("pragma synchronous=off")
    base.execute("create table if not exists v (modell text, tekst text, verdi blob, primary key (modell, tekst))")
    embedder.embed_query = _husket(base, embedder.navn, embedder.embed_query)
    if hasattr(embedder, "les_i_feltet"):
        felt = blake2b(medfolgende(), digest_size=8).hexdigest()
        embedder.les_i_feltet = _husket(base, f"{embedder.navn} {felt}", embedder.les_i_feltet)


def _husket(base: sqlite3.Connection, modell: str, les: Callable[[str], list[float]]) -> Callable[[str], list[float]]:
    def fra_lageret(tekst: str) -> list[float]:
        rad = base.execute("select verdi from v where modell = ? and tekst = ?", (modell, tekst)).fetchone()
        if rad:
            return [float(x) for x in np.frombuffer(rad[0], np.float32)]
        vektor = list(les(tekst))
        verdi = np.asarray(vektor, np.float32).tobytes()
        base.execute("insert or replace into v values (?, ?, ?)", (modell, tekst, verdi))
        return vektor

    return fra_lageret

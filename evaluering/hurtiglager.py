"""Vectors of questions kept between runs of the training: the same thousands are embedded again and again."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import numpy as np

from veileder.innstillinger import Innstillinger


def husk_sporsmal(embedder: Any, mappe: Path | None = None) -> None:
    """Let ``embedder.embed_query`` look in a SQLite file first; keyed by the model's name and the text."""
    mappe = mappe or Innstillinger().hurtiglagermappe
    mappe.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(mappe / "sporsmal.sqlite", isolation_level=None, check_same_thread=False)
    base.execute("pragma journal_mode=wal")
    base.execute("pragma synchronous=off")
    base.execute("create table if not exists v (modell text, tekst text, verdi blob, primary key (modell, tekst))")
    ekte = embedder.embed_query

    def embed_query(tekst: str) -> list[float]:
        rad = base.execute("select verdi from v where modell = ? and tekst = ?", (embedder.navn, tekst)).fetchone()
        if rad:
            return [float(x) for x in np.frombuffer(rad[0], np.float32)]
        vektor = list(ekte(tekst))
        verdi = np.asarray(vektor, np.float32).tobytes()
        base.execute("insert or replace into v values (?, ?, ?)", (embedder.navn, tekst, verdi))
        return vektor

    embedder.embed_query = embed_query

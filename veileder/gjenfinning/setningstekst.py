"""A sentence of a passage as it reads alone."""

from __future__ import annotations

from veileder.domene import Setning, Utdrag


def bare(utdrag: Utdrag, setning: Setning) -> str:
    """Return the sentence as written."""
    return utdrag.tekst[setning.start - utdrag.start : setning.slutt - utdrag.start]


def med_hode(utdrag: Utdrag, setning: Setning) -> str:
    """Return the sentence; a row of a table with the table's first row before it."""
    if setning.slag != "rad":
        return bare(utdrag, setning)
    return f"{utdrag.tekst[setning.hode - utdrag.start :].split(chr(10), 1)[0]} {bare(utdrag, setning)}"

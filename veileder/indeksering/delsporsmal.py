"""The questions that each section answers, written for it: ``sporsmal/<document>.yaml`` beside the corpus.

A person asks for what she needs, in her own words; the text says what the municipality does, in its own.
Questions written section by section, in everyday words and several languages, bridge the two: they are
indexed beside the sentences (document expansion by queries, Nogueira et al. 2019; here written by hand).
They are never quoted and never shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import yaml

from veileder.domene import Utdrag
from veileder.feil import Lesefeil
from veileder.gjenfinning.delsporsmal import Delsporsmal
from veileder.porter import Vektorer

MAPPE = "sporsmal"
"""Folder of the corpus that holds them."""

Skrevne = Mapping[tuple[str, str], tuple[str, ...]]
"""Questions as written, by (document, aspect)."""


def les_delsporsmal(korpus: Path) -> tuple[Skrevne, tuple[Lesefeil, ...]]:
    """Return the questions of a corpus, and one clear line for each file that could not be read."""
    ut: dict[tuple[str, str], tuple[str, ...]] = {}
    feil: list[Lesefeil] = []
    rot = korpus / MAPPE
    for sti in sorted(rot.rglob("*.yaml")) if rot.is_dir() else ():
        dokument = sti.relative_to(rot).with_suffix("").as_posix()
        try:
            innhold = yaml.safe_load(sti.read_text(encoding="utf-8")) or {}
            ut |= {(dokument, str(aspekt)): _liste(aspekt, liste) for aspekt, liste in innhold.items()}
        except (OSError, ValueError, AttributeError, yaml.YAMLError) as f:
            grunn = " ".join(str(f).split())
            feil.append(Lesefeil(f"{MAPPE}/{dokument}.yaml", grunn))
    return ut, tuple(feil)


def _liste(aspekt: object, liste: object) -> tuple[str, ...]:
    if not isinstance(liste, list) or not all(isinstance(s, str) and s.strip() for s in liste):
        raise ValueError(f"«{aspekt}» må være en liste av spørsmål")
    return tuple(" ".join(s.split()) for s in liste)


def plasser(
    skrevne: Skrevne, utdrag: Sequence[Utdrag], vektorer: Vektorer, sporsmal: Vektorer, start: Sequence[int]
) -> Delsporsmal:
    """Return every question with the rows it belongs to: of a divided section, the part that is nearest to it.

    ``vektorer`` are the units of all rows, ``start`` where each row's begin; ``sporsmal`` the questions' vectors
    in the order of ``skrevne``. Questions about a section that is not there are left out.
    """
    deler: dict[tuple[str, str], dict[str, list[int]]] = {}
    for rad, u in enumerate(utdrag):
        deler.setdefault((u.dokument, u.aspekt), {}).setdefault(u.fil, []).append(rad)
    alle = enumerate((nokkel, tekst) for nokkel, liste in skrevne.items() for tekst in liste)
    med = [(nr, tekst, deler[nokkel].values()) for nr, (nokkel, tekst) in alle if nokkel in deler]
    return Delsporsmal(
        tekster=tuple(tekst for _, tekst, _ in med),
        rader=tuple(tuple(_naermest(r, vektorer, sporsmal[nr], start) for r in filer) for nr, _, filer in med),
        vektorer=sporsmal[[nr for nr, *_ in med]],
    )


def _naermest(rader: Sequence[int], vektorer: Vektorer, sporsmal: Vektorer, start: Sequence[int]) -> int:
    if len(rader) == 1:
        return rader[0]
    return max(rader, key=lambda r: float(np.max(vektorer[start[r] : start[r + 1]] @ sporsmal)))

"""What the search asks of every row, as columns: a number a row instead of a passage in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from veileder.domene import Malform, Utdrag

MALFORMER = tuple(Malform)

TABELLER = ("steder", "filer", "temaer", "aspekter")

Tall = NDArray[np.int32]
Ja = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Kolonner:
    """Each array has one value a row. Numbers of places, files, documents and subjects point into the tables.

    ``egen`` tells rows of our own kinds of text from imported pages, ``beskriver`` those of shared descriptions and
    ``lokal`` those of a place's own; ``enheter`` is how many vectors a row has, its heading included.
    """

    sted: Tall
    fil: Tall
    dokument: Tall
    tema: Tall
    aspekt: Tall
    malform: Tall
    enheter: Tall
    intern: Ja
    egen: Ja
    beskriver: Ja
    lokal: Ja
    steder: tuple[str, ...]
    filer: tuple[str, ...]
    temaer: tuple[str, ...]
    aspekter: tuple[str, ...]

    @classmethod
    def av(cls, utdrag: Iterable[Utdrag]) -> Kolonner:
        """Return the columns of passages, in one pass."""
        steder: dict[str, int] = {}
        filer: dict[str, int] = {}
        dokumenter: dict[str, int] = {}
        temaer: dict[str, int] = {}
        aspekter: dict[str, int] = {}
        tall: list[tuple[int, ...]] = []
        ja: list[tuple[bool, ...]] = []
        for u in utdrag:
            koder = (_kode(steder, u.kommune), _kode(filer, u.fil), _kode(dokumenter, u.dokument), _kode(temaer, u.tema))
            tall.append((*koder, _kode(aspekter, u.aspekt), MALFORMER.index(u.malform), 1 + len(u.setninger)))
            beskriver = u.type in ("tjeneste", "veileder", "prosjekt")
            ja.append((u.intern, u.type != "importert", beskriver, u.type == "lokalt"))
        t = np.ascontiguousarray(np.array(tall, np.int32).reshape(-1, 7).T)
        j = np.ascontiguousarray(np.array(ja, np.bool_).reshape(-1, 4).T)
        return cls(
            sted=t[0],
            fil=t[1],
            dokument=t[2],
            tema=t[3],
            aspekt=t[4],
            malform=t[5],
            enheter=t[6],
            intern=j[0],
            egen=j[1],
            beskriver=j[2],
            lokal=j[3],
            steder=tuple(steder),
            filer=tuple(filer),
            temaer=tuple(temaer),
            aspekter=tuple(aspekter),
        )

    def utvalg(self, rader: NDArray[np.int64]) -> Kolonner:
        """Return the columns of some rows; the tables stay as they are."""
        return replace(self, **{navn: verdi[rader] for navn, verdi in self.arrays().items()})

    def arrays(self) -> dict[str, Any]:
        """Return the arrays by name."""
        return {f.name: v for f in fields(self) if isinstance(v := getattr(self, f.name), np.ndarray)}

    def tabeller(self) -> dict[str, Sequence[str]]:
        """Return the tables by name."""
        return {navn: getattr(self, navn) for navn in TABELLER}


def _kode(tabell: dict[str, int], verdi: str) -> int:
    return tabell.setdefault(verdi, len(tabell))

"""What is looked up of a row when it is asked for, so that opening an index goes through none of them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np

from veileder.domene import Utdrag
from veileder.gjenfinning.analyse import Analyse
from veileder.gjenfinning.kolonner import Kolonner

T = TypeVar("T")

HUSKEDE = 48
"""Places whose view is kept: about 10 MB each when all of its passages have been read."""


class Husk(OrderedDict[str, T]):
    """The last few of something, by name; safe to use from several threads."""

    def __init__(self, antall: int) -> None:
        super().__init__()
        self.las, self._antall = threading.Lock(), antall

    def legg_i(self, navn: str, verdi: T) -> T:
        """Keep a value, and let go of the one that was longest unused. Call with ``las`` held."""
        self[navn] = verdi
        self.move_to_end(navn)
        while len(self) > self._antall:
            self.popitem(last=False)
        return verdi


class Overskriftsstammer(Sequence[frozenset[str]]):
    """Stems of titles and headings, each found once however many passages stand below it."""

    def __init__(self, utdrag: Sequence[Utdrag], analyse: Analyse) -> None:
        self._utdrag, self._analyse = utdrag, analyse
        self._minne: dict[tuple[str, ...], frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self._utdrag)

    def __getitem__(self, rad: int) -> frozenset[str]:  # type: ignore[override]
        u = self._utdrag[rad]
        nokkel = (u.tittel, *u.overskrifter)
        if nokkel not in self._minne:
            self._minne[nokkel] = frozenset(self._analyse.stammer(" ".join(nokkel), innhold=True))
        return self._minne[nokkel]


class RadFor(Mapping[tuple[str, str], int]):
    """Rows by id and file: the file's rows are found in the columns, and only they are looked at."""

    def __init__(self, utdrag: Sequence[Utdrag], kolonner: Kolonner) -> None:
        self._utdrag, self._fil = utdrag, kolonner.fil
        self._nr = {navn: i for i, navn in enumerate(kolonner.filer)}

    def __getitem__(self, nokkel: tuple[str, str]) -> int:
        id_, fil = nokkel
        for rad in np.flatnonzero(self._fil == self._nr[fil]).tolist():
            if self._utdrag[rad].id == id_:
                return int(rad)
        raise KeyError(nokkel)

    def __len__(self) -> int:
        return len(self._utdrag)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((u.id, u.fil) for u in self._utdrag)

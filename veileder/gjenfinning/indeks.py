"""An open bundle: passages with their lexical and dense indexes, read-only and shared by threads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from veileder.domene import Malform, Utdrag
from veileder.gjenfinning.delsporsmal import Delsporsmal
from veileder.gjenfinning.leksikalsk import LeksikalskIndeks
from veileder.porter import Embedder, Vektorindeks


@dataclass(frozen=True, kw_only=True)
class Indeks:
    """Row i is ``utdrag[i]``; its units are numbered from ``start[i]`` to ``start[i + 1]`` (heading first).

    ``enhetsvektorer`` (units, d) is the bundle's own copy of the vectors, mapped from disk: candidates are scored
    from it exactly, while Chroma finds them. Without it they are fetched from the dense index.
    """

    versjon: str
    utdrag: tuple[Utdrag, ...]
    leksikalsk: LeksikalskIndeks
    tett: Vektorindeks
    embedder: Embedder
    delsporsmal: Delsporsmal = field(default_factory=Delsporsmal)
    delsporsmal_leksikalsk: LeksikalskIndeks | None = None
    enhetsvektorer: NDArray[np.float16] | None = None

    @cached_property
    def start(self) -> NDArray[np.int64]:
        """First unit of each row, and the total at the end, shape (n + 1,)."""
        return np.concatenate([[0], np.cumsum([1 + len(u.setninger) for u in self.utdrag])]).astype(np.int64)

    def vektorer(self, enheter: Sequence[int]) -> NDArray[np.float32]:
        """Return the vectors of units, shape (n, d), in the order asked for."""
        if self.enhetsvektorer is None:
            return self.tett.vektorer(enheter)
        ut: NDArray[np.float32] = self.enhetsvektorer[np.asarray(enheter, np.int64)].astype(np.float32)
        return ut

    def rad_av(self, enhet: int) -> int:
        """Return the row that a unit belongs to."""
        return int(np.searchsorted(self.start, enhet, side="right") - 1)

    @cached_property
    def kommuner(self) -> frozenset[str]:
        """What places the index holds content for, ``felles`` included."""
        return frozenset(u.kommune for u in self.utdrag)

    @cached_property
    def kommune_nr(self) -> tuple[tuple[str, ...], NDArray[np.int32]]:
        """The places in order, and each row's place as a number."""
        navn = tuple(sorted(self.kommuner))
        nr = {k: i for i, k in enumerate(navn)}
        return navn, np.array([nr[u.kommune] for u in self.utdrag], np.int32)

    @cached_property
    def intern(self) -> NDArray[np.bool_]:
        """Which rows residents may not see."""
        return np.array([u.intern for u in self.utdrag], np.bool_)

    @cached_property
    def har_malform(self) -> Mapping[str, frozenset[Malform]]:
        """Which målformer each document exists in."""
        ut: dict[str, set[Malform]] = {}
        for u in self.utdrag:
            ut.setdefault(u.dokument, set()).add(u.malform)
        return {d: frozenset(m) for d, m in ut.items()}

    def tvilling_ute(self, malform: Malform) -> NDArray[np.bool_]:
        """Rows to leave out because the same document exists in the wanted målform (else in bokmål)."""
        return self._tvillinger[Malform.NN if malform is Malform.NN else Malform.NB]

    @cached_property
    def _tvillinger(self) -> Mapping[Malform, NDArray[np.bool_]]:
        ut = {}
        for onsket in (Malform.NB, Malform.NN):
            ute = [u.malform is not onsket and onsket in self.har_malform[u.dokument] for u in self.utdrag]
            ut[onsket] = np.array(ute, np.bool_)
        return ut

    @cached_property
    def seksjon_av(self) -> Mapping[tuple[str, str, str, Malform], tuple[int, ...]]:
        """Rows by (kommune, tema, aspekt, målform): a service's section, local or shared."""
        ut: dict[tuple[str, str, str, Malform], list[int]] = {}
        for i, u in enumerate(self.utdrag):
            ut.setdefault((u.kommune, u.tema, u.aspekt, u.malform), []).append(i)
        return {k: tuple(v) for k, v in ut.items()}

    def per_dokument(self, poeng: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return for each row the best score of any row of its document, shape (n,)."""
        nr, antall = self._dokument_nr
        best = np.zeros(antall, np.float32)
        np.maximum.at(best, nr, poeng)
        return best[nr]

    @cached_property
    def _dokument_nr(self) -> tuple[NDArray[np.int32], int]:
        nr: dict[str, int] = {}
        return np.array([nr.setdefault(u.fil, len(nr)) for u in self.utdrag], np.int32), len(nr)

    @cached_property
    def overskriftsstammer(self) -> tuple[frozenset[str], ...]:
        """The stems of each row's title and headings."""
        minne: dict[tuple[str, ...], frozenset[str]] = {}
        ut = []
        for u in self.utdrag:
            nokkel = (u.tittel, *u.overskrifter)
            if nokkel not in minne:
                minne[nokkel] = frozenset(self.leksikalsk.analyse.stammer(" ".join(nokkel), innhold=True))
            ut.append(minne[nokkel])
        return tuple(ut)

    @cached_property
    def rad_for(self) -> Mapping[tuple[str, str], int]:
        """Row by (passage id, file): two målformer of a document share their ids."""
        return {(u.id, u.fil): i for i, u in enumerate(self.utdrag)}

    @cached_property
    def temaer(self) -> Mapping[str, str]:
        """Subjects that have a shared description: slug -> title in bokmål."""
        ut: dict[str, str] = {}
        for u in self.utdrag:
            if u.type in ("tjeneste", "veileder", "prosjekt") and (u.tema not in ut or u.malform is Malform.NB):
                ut[u.tema] = u.tittel
        return ut

    @cached_property
    def rader_i_tema(self) -> Mapping[str, tuple[int, ...]]:
        """Rows of our own kinds of text by subject, local ones included."""
        ut: dict[str, list[int]] = {}
        for i, u in enumerate(self.utdrag):
            if u.type != "importert":
                ut.setdefault(u.tema, []).append(i)
        return {t: tuple(r) for t, r in ut.items()}

    def enheter_av(self, rader: Sequence[int]) -> list[int]:
        """Return the units of the rows, in order."""
        return [e for r in rader for e in range(int(self.start[r]), int(self.start[r + 1]))]

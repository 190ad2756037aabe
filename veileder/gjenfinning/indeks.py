"""An open bundle: passages with their lexical and dense indexes, read-only and shared by threads."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from veileder.domene import FELLES, Malform, Utdrag
from veileder.gjenfinning.delsporsmal import Delsporsmal
from veileder.gjenfinning.kolonner import MALFORMER, Kolonner
from veileder.gjenfinning.leksikalsk import LeksikalskIndeks
from veileder.gjenfinning.radoppslag import HUSKEDE, Husk, Overskriftsstammer, RadFor
from veileder.gjenfinning.vektorfil import les_rader
from veileder.porter import Embedder, Vektorindeks


@dataclass(frozen=True, kw_only=True)
class Indeks:
    """Row i is ``utdrag[i]``; its units are numbered from ``start[i]`` to ``start[i + 1]`` (heading first).

    ``enhetsvektorer`` (units, d) is the bundle's own copy of the vectors, on disk: candidates are scored from it
    exactly, while Chroma finds them. Without it they are fetched from the dense index. Passages of a large bundle are
    read when they are asked for, so nothing here goes through them all: that is what ``kolonner`` are for.
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
    def kolonner(self) -> Kolonner:
        """What is asked of every row: kept with a large bundle, made from the passages of a small one."""
        lagret: Kolonner | None = getattr(self.utdrag, "kolonner", None)
        return lagret or Kolonner.av(self.utdrag)

    @cached_property
    def start(self) -> NDArray[np.int64]:
        """First unit of each row, and the total at the end, shape (n + 1,)."""
        return np.concatenate([[0], np.cumsum(self.kolonner.enheter, dtype=np.int64)])

    def vektorer(self, enheter: Sequence[int]) -> NDArray[np.float32]:
        """Return the vectors of units, shape (n, d), in the order asked for."""
        if self.enhetsvektorer is None:
            return self.tett.vektorer(enheter)
        return les_rader(self.enhetsvektorer, np.asarray(enheter, np.int64))

    def rad_av(self, enhet: int) -> int:
        """Return the row that a unit belongs to."""
        return int(np.searchsorted(self.start, enhet, side="right") - 1)

    @cached_property
    def kommuner(self) -> frozenset[str]:
        """What places the index holds content for, ``felles`` included."""
        return frozenset(self.kolonner.steder[i] for i in np.unique(self.kolonner.sted))

    @cached_property
    def kommune_nr(self) -> tuple[tuple[str, ...], NDArray[np.int32]]:
        """The names of places, and each row's place as a number."""
        return self.kolonner.steder, self.kolonner.sted

    @property
    def intern(self) -> NDArray[np.bool_]:
        """Which rows residents may not see."""
        return self.kolonner.intern

    def tvilling_ute(self, malform: Malform) -> NDArray[np.bool_]:
        """Rows to leave out because the same document exists in the wanted målform (else in bokmål)."""
        return self._tvillinger[Malform.NN if malform is Malform.NN else Malform.NB]

    @cached_property
    def _tvillinger(self) -> Mapping[Malform, NDArray[np.bool_]]:
        k = self.kolonner
        ut = {}
        for onsket in (Malform.NB, Malform.NN):
            er = k.malform == MALFORMER.index(onsket)
            finnes = np.zeros(int(k.dokument.max(initial=-1)) + 1, np.bool_)
            finnes[k.dokument[er]] = True
            ut[onsket] = ~er & finnes[k.dokument]
        return ut

    def per_dokument(self, poeng: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return for each row the best score of any row of its document, shape (n,)."""
        nr, antall = self._dokument_nr
        best = np.zeros(antall, np.float32)
        np.maximum.at(best, nr, poeng)
        return best[nr]

    @cached_property
    def _dokument_nr(self) -> tuple[NDArray[np.intp], int]:
        unike, nr = np.unique(self.kolonner.fil, return_inverse=True)
        return nr, len(unike)

    @cached_property
    def overskriftsstammer(self) -> Sequence[frozenset[str]]:
        """The stems of each row's title and headings."""
        return Overskriftsstammer(self.utdrag, self.leksikalsk.analyse)

    @cached_property
    def rad_for(self) -> Mapping[tuple[str, str], int]:
        """Row by (passage id, file): two målformer of a document share their ids."""
        return RadFor(self.utdrag, self.kolonner)

    @cached_property
    def temaer(self) -> Mapping[str, str]:
        """Subjects that have a shared description: slug -> title in bokmål."""
        return self._titler(Malform.NB)

    @cached_property
    def temaer_nn(self) -> Mapping[str, str]:
        """The same subjects with their titles in nynorsk, bokmål where there is none."""
        return self._titler(Malform.NN)

    def _titler(self, onsket: Malform) -> Mapping[str, str]:
        k, rader = self.kolonner, np.flatnonzero(self.kolonner.beskriver)
        valgt: dict[int, int] = {}
        nr = MALFORMER.index(onsket)
        for rad, tema, malform in zip(rader.tolist(), k.tema[rader].tolist(), k.malform[rader].tolist(), strict=True):
            if tema not in valgt or malform == nr:
                valgt[tema] = rad
        return {k.temaer[tema]: self.utdrag[rad].tittel for tema, rad in valgt.items()}

    @cached_property
    def rader_i_tema(self) -> Mapping[str, Sequence[int]]:
        """Rows of our own kinds of text by subject, local ones included."""
        k, rader = self.kolonner, np.flatnonzero(self.kolonner.egen)
        ordnet = rader[np.argsort(k.tema[rader], kind="stable")]
        koder, start = np.unique(k.tema[ordnet], return_index=True)
        return {k.temaer[kode]: del_.tolist() for kode, del_ in zip(koder, np.split(ordnet, start[1:]), strict=True)}

    def har_lokalt(self, aspekt: str, temaer: Collection[str]) -> list[str]:
        """Return the places that have a section of their own about one of the subjects, in order."""
        k = self.kolonner
        valgte = [i for i, navn in enumerate(k.temaer) if navn in temaer]
        aspekter = [i for i, navn in enumerate(k.aspekter) if navn == aspekt]
        rader = k.lokal & np.isin(k.tema, valgte) & np.isin(k.aspekt, aspekter)
        return sorted(k.steder[i] for i in np.unique(k.sted[rader]) if k.steder[i] != FELLES)

    def enheter_av(self, rader: Sequence[int]) -> list[int]:
        """Return the units of the rows, in order."""
        return [e for r in rader for e in range(int(self.start[r]), int(self.start[r + 1]))]

    @cached_property
    def husk(self) -> Husk[Indeks]:
        """Kept views of this index by place (``utvalg``)."""
        return Husk(HUSKEDE)

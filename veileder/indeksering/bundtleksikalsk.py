"""The lexical index built part by part, in memory that does not grow with the number of passages.

The library that searches it holds every word of every passage while it builds. Here each part is counted by itself and
kept on disk, and the postings are put together a stretch of the vocabulary at a time. What is written is the library's
own form with the same numbers (``tests/test_leksikalsk.py`` holds the two against each other).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from veileder.gjenfinning.analyse import Analyse
from veileder.gjenfinning.leksikalsk import K1, B, idf, tom_bm25
from veileder.indeksering.bundtutdrag import npy_hode

STREKK = 8_000_000
"""Postings put together at a time: about 200 MB while it lasts."""

LAG = ("stammer", "gram")
Heltall = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Del:
    """Counted words of some passages: for each of their different words its number and how often it stands there."""

    ord_: list[str]
    nr: NDArray[np.int32]
    ganger: NDArray[np.int32]
    ulike: NDArray[np.int32]
    lengde: NDArray[np.int32]


def tell(tekster: Sequence[str], analyse: Analyse, mappe: Path) -> None:
    """Count the words of one part's passages and keep the counts in its folder."""
    for navn, del_opp in zip(LAG, (analyse.stammer, analyse.gram), strict=True):
        d = _tell(tekster, del_opp)
        np.savez(mappe / f"{navn}.npz", nr=d.nr, ganger=d.ganger, ulike=d.ulike, lengde=d.lengde)
        (mappe / f"{navn}.json").write_text(json.dumps(d.ord_, ensure_ascii=False), encoding="utf-8")


def _tell(tekster: Sequence[str], del_opp: Callable[[str], list[str]]) -> _Del:
    vokabular: dict[str, int] = {}
    nr: list[int] = []
    ganger: list[int] = []
    ulike, lengde = [], []
    for tekst in tekster:
        telt = Counter(del_opp(tekst) or [""])
        nr += [vokabular.setdefault(o, len(vokabular)) for o in telt]
        ganger += telt.values()
        ulike.append(len(telt))
        lengde.append(telt.total())
    return _Del(list(vokabular), *(np.array(x, np.int32) for x in (nr, ganger, ulike, lengde)))


def sett_sammen(deler: Sequence[Path], ut: Path) -> None:
    """Write both indexes below ``ut`` from the counts of all parts, in the order of the passages."""
    for navn in LAG:
        _sett_sammen(deler, navn, ut / navn)


def _sett_sammen(deler: Sequence[Path], navn: str, ut: Path) -> None:
    vokabular, med, antall, snitt = _les_over(deler, navn)
    start = np.concatenate([[0], np.cumsum(med)]).astype(np.int64)
    indeks: Any = tom_bm25()
    indeks.scores = {"data": med[:0], "indices": med[:0], "indptr": start, "num_docs": antall}
    indeks.vocab_dict, indeks.nonoccurrence_array = vokabular, None
    indeks.save(ut, show_progress=False)  # what is small as the library writes it; the postings follow below
    form = (int(start[-1]),)
    with (ut / "indices.csc.index.npy").open("wb") as rader, (ut / "data.csc.index.npy").open("wb") as poeng:
        npy_hode(rader, np.int32, form)
        npy_hode(poeng, np.float32, form)
        for strekk in _strekk(start):
            r, p = _postinger(deler, navn, vokabular, strekk, antall, snitt, med)
            rader.write(r.tobytes())
            poeng.write(p.tobytes())


def _les(mappe: Path, navn: str) -> _Del:
    with np.load(mappe / f"{navn}.npz", allow_pickle=False) as d:
        ord_ = json.loads((mappe / f"{navn}.json").read_text(encoding="utf-8"))
        return _Del(ord_, d["nr"], d["ganger"], d["ulike"], d["lengde"])


def _les_over(deler: Sequence[Path], navn: str) -> tuple[dict[str, int], Heltall, int, float]:
    """Return the vocabulary, how many passages hold each word, the number of passages and their mean length."""
    vokabular: dict[str, int] = {}
    med = np.zeros(1024, np.int64)
    antall = lengde = 0
    for d in (_les(m, navn) for m in deler):
        felles = np.array([vokabular.setdefault(o, len(vokabular)) for o in d.ord_], np.int64)
        if len(vokabular) > len(med):
            med = np.concatenate([med, np.zeros(2 * len(vokabular) - len(med), np.int64)])
        med += np.bincount(felles[d.nr], minlength=len(med))
        antall, lengde = antall + len(d.ulike), lengde + int(d.lengde.sum())
    return vokabular, med[: len(vokabular)], antall, lengde / max(1, antall)


def _strekk(start: Heltall) -> Iterator[tuple[int, int]]:
    """Divide the vocabulary into stretches of at most ``STREKK`` postings, or one word where it has more."""
    fra = 0
    while fra < len(start) - 1:
        til = max(fra + 1, int(np.searchsorted(start, start[fra] + STREKK, side="right")) - 1)
        yield fra, til
        fra = til


def _postinger(
    deler: Sequence[Path],
    navn: str,
    vokabular: dict[str, int],
    strekk: tuple[int, int],
    antall: int,
    snitt: float,
    med: Heltall,
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Return rows and scores of a stretch of the vocabulary, word by word, the rows of each in order."""
    fra, til = strekk
    nr, rad, poeng, forst = [], [], [], 0
    vekt = np.array([idf(int(m), antall) for m in med[fra:til]])
    for d in (_les(m, navn) for m in deler):
        ord_ = np.array([vokabular[o] for o in d.ord_], np.int64)[d.nr]
        ja = (ord_ >= fra) & (ord_ < til)
        rader = np.repeat(np.arange(len(d.ulike)), d.ulike)[ja]
        norm = K1 * (1 - B + B * d.lengde[rader] / snitt)
        nr.append(ord_[ja].astype(np.int32))
        rad.append((rader + forst).astype(np.int32))
        poeng.append((vekt[nr[-1] - fra] * d.ganger[ja] / (norm + d.ganger[ja])).astype(np.float32))
        forst += len(d.ulike)
    orden = np.argsort(np.concatenate(nr), kind="stable")
    return np.concatenate(rad)[orden], np.concatenate(poeng)[orden]

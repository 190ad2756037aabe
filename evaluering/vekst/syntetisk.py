"""A corpus of any size: the shared texts as they are, and for each municipality texts of its own made from them.

A local text is a shared one with the municipality's name and other numbers in it. Its vectors are the real ones of the
sentences it was made from, with noise, so that no model is run.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import overload

import numpy as np

from veileder.adaptere.embedding import InnebygdE5
from veileder.adaptere.vektorlager import Vektorlager
from veileder.domene import FELLES, Dokument
from veileder.forstaelse.sted import navn_av_slug, norske_kommuner
from veileder.indeksering.enheter import enheter
from veileder.indeksering.korpus import les_korpus
from veileder.indeksering.oppdeling import del_opp
from veileder.innstillinger import ROT
from veileder.porter import Vektorer

PER_KOMMUNE = 837
"""Passages of a municipality's own: 357 of them and the shared ones make 300,000."""

STOY = 0.02
"""Standard deviation of the noise in each of a vector's 384 numbers: the cosine with the real one is about 0.93."""

_TALL = re.compile(r"\d{2,}")
_NAVN = re.compile(r"[A-ZÆØÅ][\wæøåÆØÅ-]+(?: [A-ZÆØÅ][\wæøå-]+)? kommune\b")


class Syntetisk(Sequence[Dokument]):
    """Documents made when they are asked for, so that all of them are never in memory."""

    def __init__(self, antall: int) -> None:
        """``antall`` is about how many passages they come to."""
        alle = [d for d in les_korpus(ROT / "korpus", norske_kommuner()).dokumenter if d.kommune == FELLES]
        lengder = [len(del_opp(d)) for d in alle]
        felles = len(alle) if sum(lengder) <= antall // 3 else _sa_mange(lengder, antall // 3)
        kommuner = max(1, round((antall - sum(lengder[:felles])) / PER_KOMMUNE))
        egne = (antall - sum(lengder[:felles])) // kommuner
        self.kommuner = tuple(sorted(navn_av_slug())[:kommuner])
        self._alle, self._plan = alle, [(FELLES, i) for i in range(felles)]
        for nr, k in enumerate(self.kommuner):
            igjen, i = egne, nr * 7
            while igjen > 0:
                self._plan.append((k, i))
                igjen -= lengder[i % len(alle)]
                i += 1

    def __len__(self) -> int:
        return len(self._plan)

    @overload
    def __getitem__(self, i: int) -> Dokument: ...
    @overload
    def __getitem__(self, i: slice) -> Sequence[Dokument]: ...
    def __getitem__(self, i: int | slice) -> Dokument | Sequence[Dokument]:
        if isinstance(i, slice):
            return [self[j] for j in range(*i.indices(len(self)))]
        kommune, nr = self._plan[i]
        mal = self._alle[nr % len(self._alle)]
        return mal if kommune == FELLES else _lokalt(mal, kommune, nr)

    def __iter__(self) -> Iterator[Dokument]:
        return (self[i] for i in range(len(self)))


def _sa_mange(lengder: Sequence[int], tak: int) -> int:
    """Return how many documents come to at most ``tak`` passages."""
    sum_ = np.cumsum(lengder)
    return max(1, int(np.searchsorted(sum_, tak, side="right")))


def _lokalt(mal: Dokument, kommune: str, nr: int) -> Dokument:
    """Return a municipality's own version of a shared text; headings stay, so that sections are found again."""
    trekk = random.Random(f"{kommune} {nr}")  # noqa: S311 - numbers for a test, the same in every run
    deler, seksjoner, slutt = [], [], 0
    lengde = 0
    for s in mal.seksjoner:
        foran, kropp = mal.tekst[slutt : s.start], _varier(mal.tekst[s.start : s.slutt], kommune, trekk)
        seksjoner.append(replace(s, start=lengde + len(foran), slutt=lengde + len(foran) + len(kropp)))
        deler += [foran, kropp]
        lengde, slutt = lengde + len(foran) + len(kropp), s.slutt
    tekst = "".join(deler)
    navn = f"lokalt/{kommune}/{mal.tema}-{nr}"
    return replace(
        mal,
        id=navn,
        fil=f"{navn}.nn.md" if mal.fil.endswith(".nn.md") else f"{navn}.md",
        type="lokalt",
        kommune=kommune,
        lokale_aspekter=(),
        tekst=tekst,
        seksjoner=tuple(seksjoner),
        digest=hashlib.blake2b(tekst.encode(), digest_size=16).hexdigest(),
    )


def _varier(tekst: str, kommune: str, trekk: random.Random) -> str:
    ut = _TALL.sub(lambda m: "".join(trekk.choice("123456789") for _ in m[0]), tekst)
    return re.sub(r"\b[Kk]ommunen\b", f"{navn_av_slug()[kommune]} kommune", ut)


class Vektorkilde:
    """Vectors of synthetic units: those of the real sentence each was made from, with noise."""

    def __init__(self, hurtiglager: Path) -> None:
        self.embedder = InnebygdE5(hurtiglager)
        dokumenter = les_korpus(ROT / "korpus", norske_kommuner()).dokumenter
        tekster = list(dict.fromkeys(t for d in dokumenter for u in del_opp(d) for t in enheter(u)))
        lager = Vektorlager(hurtiglager, ROT / "korpus")
        self._ekte = lager.hent_eller_lag(tekster, self.embedder, lambda ting, _: ting)
        self._rad = {_nokkel(t): i for i, t in enumerate(tekster)}

    def __call__(self, tekster: Sequence[str]) -> Vektorer:
        """Return vectors, shape (n, 384), L2-normalised; the same for the same texts."""
        rader = [self._rad.get(_nokkel(t), _tilfeldig(t, len(self._ekte))) for t in tekster]
        fro = _tilfeldig("\x1f".join(tekster[:3]), 2**31)
        ut = self._ekte[rader]
        ut += np.random.default_rng(fro).normal(0, STOY, ut.shape).astype(np.float32)
        ut /= np.linalg.norm(ut, axis=1, keepdims=True)
        return ut


def _nokkel(tekst: str) -> str:
    """What a varied sentence has in common with the one it was made from."""
    return _TALL.sub("0", _NAVN.sub("kommunen", tekst)).lower()


def _tilfeldig(tekst: str, under: int) -> int:
    return int.from_bytes(hashlib.blake2b(tekst.encode(), digest_size=8).digest(), "big") % under

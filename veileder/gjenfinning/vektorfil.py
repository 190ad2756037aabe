"""Rows of a matrix that lies on disk, read when asked for and not held."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vektorer = NDArray[np.float32]
Matrise = NDArray[np.float16] | NDArray[np.float32]

SMA = 64 * 2**20
"""Bytes of a file that may lie mapped in memory as a whole; of a larger one only what is asked for is read."""


def les_rader(matrise: Matrise, rader: NDArray[np.int64]) -> Vektorer:
    """Return rows as float32, in the order asked for.

    A mapped file stays in the process once it was touched, and in time that is all of it. Neighbouring rows of a large
    file are therefore read with one call each, and the system's cache of the disk keeps what is used often.
    """
    if not isinstance(matrise, np.memmap) or matrise.nbytes <= SMA or not len(rader):
        ut: Vektorer = matrise[rader].astype(np.float32)
        return ut
    brudd = np.flatnonzero(np.diff(rader) != 1) + 1
    fra, til = np.r_[0, brudd], np.r_[brudd, len(rader)]
    deler = [les_spenn(matrise, int(rader[a]), int(rader[b - 1]) + 1) for a, b in zip(fra, til, strict=True)]
    return np.concatenate(deler)


def les_spenn(matrise: Matrise, fra: int, til: int) -> Vektorer:
    """Return neighbouring rows as float32."""
    if not isinstance(matrise, np.memmap) or matrise.filename is None:
        return matrise[fra:til].astype(np.float32)
    bredde = matrise.shape[1] * matrise.itemsize
    raa = _apne(Path(matrise.filename)).les(matrise.offset + fra * bredde, (til - fra) * bredde)
    return np.frombuffer(raa, matrise.dtype).reshape(-1, matrise.shape[1]).astype(np.float32)


class ApenFil:
    """A file that is read at any place by several threads, and closed when nobody uses it any longer."""

    def __init__(self, sti: Path) -> None:
        """Open it.

        Raises:
            OSError: it cannot be read.
        """
        self._nr = os.open(sti, os.O_RDONLY)

    def les(self, fra: int, lengde: int) -> bytes:
        """Return so many bytes from a place."""
        return os.pread(self._nr, lengde, fra)

    def __del__(self) -> None:
        if hasattr(self, "_nr"):
            os.close(self._nr)


@lru_cache(maxsize=8)
def _apne(sti: Path) -> ApenFil:
    return ApenFil(sti)

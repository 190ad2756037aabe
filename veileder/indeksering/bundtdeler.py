"""The work of an indexing in parts, each finished before the next: what a killed run had finished is not done again.

A part is a stretch of documents of about ``STORRELSE`` passages. Its folder takes its name when everything in it is
written, so that a folder with a part's name is whole.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from veileder.domene import Dokument, Utdrag
from veileder.gjenfinning.analyse import Analyse
from veileder.indeksering import bundtleksikalsk
from veileder.indeksering.bundtutdrag import npy_hode, skriv_linjer
from veileder.indeksering.enheter import enheter, overskrift, ren
from veileder.indeksering.oppdeling import del_opp
from veileder.porter import Vektorer

logg = logging.getLogger(__name__)

STORRELSE = 4_000
"""Passages of a part: about 100 MB while it is made, and a few minutes where all of its vectors must be computed."""

BUNKE = 10_000
"""Vectors converted at a time."""

Vektoriser = Callable[[Sequence[str]], Vektorer]
Framdrift = Callable[[int, int, str], None]
"""Told how many documents are done, of how many, and what is done to them."""


@dataclass(frozen=True, slots=True)
class Del:
    """A finished part: its folder, and how many documents, passages and units it holds."""

    mappe: Path
    dokumenter: int
    utdrag: int
    enheter: int

    @property
    def vektorer(self) -> Vektorer:
        """The units' vectors, mapped from disk."""
        ut: Vektorer = np.load(self.mappe / "vektorer.npy", mmap_mode="r", allow_pickle=False)
        return ut


def lag_deler(
    rot: Path, dokumenter: Sequence[Dokument], analyse: Analyse, vektoriser: Vektoriser, framdrift: Framdrift
) -> list[Del]:
    """Return the parts of all documents, in order; those that lie finished below ``rot`` are taken as they are."""
    rot.mkdir(exist_ok=True)
    ferdige: list[Del] = []
    fra = 0
    while fra < len(dokumenter):
        mappe = rot / f"del-{len(ferdige):05}"
        ferdige.append(_finn(mappe) or _lag(mappe, _neste(dokumenter, fra), analyse, vektoriser))
        fra += ferdige[-1].dokumenter
        framdrift(fra, len(dokumenter), "Deler opp og regner")
    return ferdige


def _finn(mappe: Path) -> Del | None:
    if not mappe.is_dir():
        return None
    tall = json.loads((mappe / "tall.json").read_text(encoding="utf-8"))
    return Del(mappe, tall["dokumenter"], tall["utdrag"], tall["enheter"])


def _neste(dokumenter: Sequence[Dokument], fra: int) -> list[tuple[Utdrag, ...]]:
    """Return the passages of the next documents, document by document."""
    ut: list[tuple[Utdrag, ...]] = []
    antall = 0
    while fra + len(ut) < len(dokumenter) and antall < STORRELSE:
        ut.append(del_opp(dokumenter[fra + len(ut)]))
        antall += len(ut[-1])
    return ut


def _lag(mappe: Path, per_dokument: Sequence[tuple[Utdrag, ...]], analyse: Analyse, vektoriser: Vektoriser) -> Del:
    ny = mappe.with_suffix(".ny")
    shutil.rmtree(ny, ignore_errors=True)
    ny.mkdir()
    utdrag = [u for d in per_dokument for u in d]
    tekster = [t for u in utdrag for t in enheter(u)]
    skriv_linjer(ny / "utdrag.jsonl", utdrag)
    bundtleksikalsk.tell([leksikalsk_tekst(u) for u in utdrag], analyse, ny)
    np.save(ny / "vektorer.npy", np.asarray(vektoriser(tekster), np.float32))
    tall = {"dokumenter": len(per_dokument), "utdrag": len(utdrag), "enheter": len(tekster)}
    (ny / "tall.json").write_text(json.dumps(tall), encoding="utf-8")
    for fil in ny.iterdir():
        _til_disk(fil)
    return Del(ny.rename(mappe), **tall)


def _til_disk(fil: Path) -> None:
    """Wait until the disk has a file: a part's name must not outlive its content when the power goes."""
    nr = os.open(fil, os.O_RDONLY)
    try:
        os.fsync(nr)
    finally:
        os.close(nr)


def leksikalsk_tekst(utdrag: Utdrag) -> str:
    """What the lexical side reads of a passage: file name, title and headings with the text."""
    navn = utdrag.fil.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", " ").replace("-", " ")
    return f"{navn}\n{overskrift(utdrag)}\n{ren(utdrag.tekst)}"


def slaa_sammen_linjer(deler: Sequence[Del], sti: Path) -> None:
    """Write the passages of all parts as one file."""
    with sti.open("wb") as ut:
        for d in deler:
            with (d.mappe / "utdrag.jsonl").open("rb") as fil:
                shutil.copyfileobj(fil, ut, 2**20)
        ut.flush()
        os.fsync(ut.fileno())


def skriv_enheter(deler: Sequence[Del], sti: Path) -> Vektorer:
    """Write every unit's vector as float16 (cosines then differ by less than 0.001) and return them, shape (n, d).

    Those of one part come back as they were computed, those of several from the file.
    """
    dimensjon = next((d.vektorer.shape[1] for d in deler if d.enheter), 0)
    with sti.open("wb") as ut:
        npy_hode(ut, np.float16, (sum(d.enheter for d in deler), dimensjon))
        for d in deler:
            vektorer = d.vektorer
            for i in range(0, len(vektorer), BUNKE):
                ut.write(vektorer[i : i + BUNKE].astype(np.float16).tobytes())
        ut.flush()
        os.fsync(ut.fileno())
    if len(deler) == 1:
        return np.array(deler[0].vektorer)
    alle: Vektorer = np.load(sti, mmap_mode="r", allow_pickle=False)
    return alle

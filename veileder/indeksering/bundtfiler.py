"""The files of a bundle: passages, vectors and questions, written so that a crash leaves nothing half."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from veileder.domene import Utdrag
from veileder.feil import Indeksfeil
from veileder.forstaelse.ordliste import Ordliste
from veileder.gjenfinning.analyse import Analyse
from veileder.gjenfinning.delsporsmal import Delsporsmal
from veileder.gjenfinning.leksikalsk import LeksikalskIndeks
from veileder.indeksering.bundtutdrag import SKADET, STORT, Utdragslager, alle_av
from veileder.porter import Vektorer


def les_utdrag(sti: Path, antall: int | None = None) -> tuple[Utdrag, ...]:
    """Return what a version holds, in row order; ``antall`` is how many passages there must be.

    A large number of them is left on disk and read when asked for: what comes back then reads as a tuple does.

    Raises:
        Indeksfeil: the file is missing or damaged.
    """
    if antall is not None and antall > STORT:
        return cast(tuple[Utdrag, ...], Utdragslager(sti, antall))
    ut = alle_av(sti)
    if antall is not None and len(ut) != antall:
        raise Indeksfeil(SKADET)
    return ut


def skriv_vektorer(sti: Path, vektorer: Vektorer) -> None:
    """Write vectors as float16: cosines then differ by less than 0.001."""
    with sti.open("wb") as fil:
        np.save(fil, vektorer.astype(np.float16))
        fil.flush()
        os.fsync(fil.fileno())


def les_vektorer(mappe: Path, antall: int) -> NDArray[np.float16]:
    """Map the vectors of a version's units from disk, shape (antall, d).

    Raises:
        Indeksfeil: the file is missing or damaged.
    """
    try:
        vektorer: NDArray[np.float16] = np.load(mappe / "enheter.npy", mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError) as feil:
        raise Indeksfeil(SKADET) from feil
    if len(vektorer) != antall:
        raise Indeksfeil(SKADET)
    return vektorer


def skriv_delsporsmal(arbeid: Path, p: Delsporsmal) -> None:
    """Write questions with their rows and vectors into a folder."""
    skriv_vektorer(arbeid / "delsporsmal.npy", p.vektorer)
    rader = [{"tekst": t, "rader": list(r)} for t, r in zip(p.tekster, p.rader, strict=True)]
    skriv_tekst(arbeid / "delsporsmal.jsonl", "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rader))


def les_delsporsmal(mappe: Path) -> Delsporsmal:
    """Read what a version holds of questions.

    Raises:
        Indeksfeil: the files are missing or damaged.
    """
    try:
        rader = [json.loads(linje) for linje in (mappe / "delsporsmal.jsonl").read_text(encoding="utf-8").splitlines()]
        vektorer = np.load(mappe / "delsporsmal.npy", allow_pickle=False).astype(np.float32)
        if len(vektorer) != len(rader):
            raise ValueError("ulike antall")
        return Delsporsmal(
            tekster=tuple(r["tekst"] for r in rader), rader=tuple(tuple(r["rader"]) for r in rader), vektorer=vektorer
        )
    except (OSError, ValueError, KeyError, TypeError) as feil:
        raise Indeksfeil(SKADET) from feil


def les_leksikalsk(mappe: Path, ordliste: Ordliste, antall: int) -> LeksikalskIndeks:
    """Open the lexical part of a version."""
    try:
        return LeksikalskIndeks.les(mappe, Analyse(ordliste.sprak), antall, fra_disk=antall > STORT)
    except Exception as feil:  # bm25s raises what numpy and json raise
        raise Indeksfeil(SKADET) from feil


def skriv_tekst(sti: Path, tekst: str) -> None:
    """Write a text and wait until the disk has it."""
    with sti.open("w", encoding="utf-8") as fil:
        fil.write(tekst)
        fil.flush()
        os.fsync(fil.fileno())

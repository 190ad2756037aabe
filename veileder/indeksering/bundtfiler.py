"""The files of a bundle: passages, vectors and questions, written so that a crash leaves nothing half."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from veileder.domene import Malform, Setning, Utdrag
from veileder.feil import Indeksfeil
from veileder.forstaelse.ordliste import Ordliste
from veileder.gjenfinning.analyse import Analyse
from veileder.gjenfinning.delsporsmal import Delsporsmal
from veileder.gjenfinning.leksikalsk import LeksikalskIndeks
from veileder.porter import Vektorer


def skriv_utdrag(sti: Path, utdrag: Sequence[Utdrag]) -> None:
    """Write passages as JSON lines, in row order."""
    with sti.open("w", encoding="utf-8", errors="surrogatepass") as fil:
        for u in utdrag:
            rad = {f.name: getattr(u, f.name) for f in dataclasses.fields(u)}
            rad["setninger"] = [[s.start, s.slutt, s.hode, s.blokk, s.slag] for s in u.setninger]
            fil.write(json.dumps(rad, ensure_ascii=False) + "\n")
        fil.flush()
        os.fsync(fil.fileno())


def les_utdrag(sti: Path, antall: int | None = None) -> tuple[Utdrag, ...]:
    """Read what a version holds, in row order; ``antall`` is how many passages there must be.

    Raises:
        Indeksfeil: the file is missing or damaged.
    """
    ut: list[Utdrag] = []
    try:
        with sti.open(encoding="utf-8", errors="surrogatepass") as fil:
            for linje in fil:
                rad = json.loads(linje)
                rad["setninger"] = tuple(Setning(start=a, slutt=b, hode=h, blokk=k, slag=s) for a, b, h, k, s in rad["setninger"])
                rad["overskrifter"] = tuple(rad["overskrifter"])
                rad["lokale_aspekter"] = tuple(rad["lokale_aspekter"])
                rad["malform"] = Malform(rad["malform"])
                ut.append(Utdrag(**rad))
    except (OSError, ValueError, KeyError, TypeError) as feil:
        raise Indeksfeil("Søkeindeksen er skadet. Bygg den på nytt med: veileder indekser") from feil
    if antall is not None and len(ut) != antall:
        raise Indeksfeil("Søkeindeksen er skadet. Bygg den på nytt med: veileder indekser")
    return tuple(ut)


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
        raise Indeksfeil("Søkeindeksen er skadet. Bygg den på nytt med: veileder indekser") from feil
    if len(vektorer) != antall:
        raise Indeksfeil("Søkeindeksen er skadet. Bygg den på nytt med: veileder indekser")
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
        raise Indeksfeil("Søkeindeksen er skadet. Bygg den på nytt med: veileder indekser") from feil


def les_leksikalsk(mappe: Path, ordliste: Ordliste, antall: int) -> LeksikalskIndeks:
    """Open the lexical part of a version."""
    try:
        return LeksikalskIndeks.les(mappe, Analyse(ordliste.sprak), antall)
    except Exception as feil:  # bm25s raises what numpy and json raise
        raise Indeksfeil("Søkeindeksen er skadet. Bygg den på nytt med: veileder indekser") from feil


def skriv_tekst(sti: Path, tekst: str) -> None:
    """Write a text and wait until the disk has it."""
    with sti.open("w", encoding="utf-8") as fil:
        fil.write(tekst)
        fil.flush()
        os.fsync(fil.fileno())

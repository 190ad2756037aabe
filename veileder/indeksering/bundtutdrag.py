"""The passages of a large bundle, read one by one from the file where they lie as JSON lines."""

from __future__ import annotations

import dataclasses
import json
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from veileder.domene import Malform, Setning, Utdrag
from veileder.feil import Indeksfeil
from veileder.gjenfinning.kolonner import TABELLER, Kolonner
from veileder.gjenfinning.vektorfil import ApenFil

STORT = 20_000
"""Passages above which they are left on disk: as objects they take about 6 KB each."""

HUSKES = 8_192
"""Passages that are kept once they were read."""

SKADET = "Søkeindeksen er skadet. Bygg den på nytt med: veileder indekser"


def linje_av(u: Utdrag) -> str:
    """Return a passage as one line of JSON."""
    rad: dict[str, Any] = {f.name: getattr(u, f.name) for f in dataclasses.fields(u)}
    rad["setninger"] = [[s.start, s.slutt, s.hode, s.blokk, s.slag] for s in u.setninger]
    return json.dumps(rad, ensure_ascii=False) + "\n"


def utdrag_av(linje: str | bytes) -> Utdrag:
    """Return the passage that a line holds.

    Raises:
        ValueError, KeyError, TypeError: the line is damaged.
    """
    rad = json.loads(linje.decode("utf-8", "surrogatepass") if isinstance(linje, bytes) else linje)
    rad["setninger"] = tuple(Setning(start=a, slutt=b, hode=h, blokk=k, slag=s) for a, b, h, k, s in rad["setninger"])
    rad["overskrifter"] = tuple(rad["overskrifter"])
    rad["lokale_aspekter"] = tuple(rad["lokale_aspekter"])
    rad["malform"] = Malform(rad["malform"])
    return Utdrag(**rad)


def lag_register(sti: Path) -> None:
    """Write where each line of a finished file begins, and the columns that the search asks for, beside the file."""
    lengder: list[int] = []

    def lest() -> Iterator[Utdrag]:
        with sti.open("rb") as fil:
            for linje in fil:
                lengder.append(len(linje))
                yield utdrag_av(linje)

    kolonner = Kolonner.av(lest())
    start = np.concatenate([[0], np.cumsum(lengder, dtype=np.int64)])
    felt: dict[str, Any] = {navn: np.array(json.dumps(tabell)) for navn, tabell in kolonner.tabeller().items()}
    with sti.with_suffix(".npz").open("wb") as fil:
        np.savez(fil, start=start, **kolonner.arrays(), **felt)
        fil.flush()
        os.fsync(fil.fileno())


class Utdragslager(Sequence[Utdrag]):
    """Passages in row order, by their number. Safe to read from several threads."""

    def __init__(self, sti: Path, antall: int) -> None:
        """Open what ``lag_register`` was called for.

        Raises:
            Indeksfeil: a file is missing or damaged, or there are not ``antall`` passages.
        """
        try:
            with np.load(sti.with_suffix(".npz"), allow_pickle=False) as data:
                self._start = data["start"]
                felt: dict[str, Any] = {n: data[n] for n in data.files if n != "start"}
            tabeller = {n: tuple(json.loads(str(felt[n]))) for n in TABELLER}
            self.kolonner = Kolonner(**felt | tabeller)
            self._sti, self._fil = sti, ApenFil(sti)
        except (OSError, ValueError, KeyError, TypeError) as feil:
            raise Indeksfeil(SKADET) from feil
        if len(self._start) != antall + 1 or sti.stat().st_size != self._start[-1]:
            raise Indeksfeil(SKADET)
        self._las, self._husket = threading.Lock(), dict[int, Utdrag]()

    def __len__(self) -> int:
        return len(self._start) - 1

    def __getitem__(self, rad: int) -> Utdrag:  # type: ignore[override]
        if (husket := self._husket.get(rad)) is not None:
            return husket
        fra, til = int(self._start[rad]), int(self._start[rad + 1])
        try:
            u = utdrag_av(self._fil.les(fra, til - fra))
        except (OSError, ValueError, KeyError, TypeError) as feil:
            raise Indeksfeil(SKADET) from feil
        with self._las:
            if len(self._husket) >= HUSKES:
                del self._husket[next(iter(self._husket))]
            self._husket[rad] = u
        return u

    def __iter__(self) -> Iterator[Utdrag]:
        """Go through them all, from the first to the last, without keeping any."""
        with self._sti.open("rb") as fil:
            yield from map(utdrag_av, fil)


def npy_hode(fil: BinaryIO, type_: type, form: tuple[int, ...]) -> None:
    """Begin a file of numpy's own form, so that its rows can be written one stretch after another."""
    hode = {"descr": np.dtype(type_).str, "fortran_order": False, "shape": form}
    np.lib.format.write_array_header_1_0(fil, hode)


def alle_av(sti: Path) -> tuple[Utdrag, ...]:
    """Return every passage of a file.

    Raises:
        Indeksfeil: the file is missing or damaged.
    """
    try:
        with sti.open(encoding="utf-8", errors="surrogatepass") as fil:
            return tuple(utdrag_av(linje) for linje in fil)
    except (OSError, ValueError, KeyError, TypeError) as feil:
        raise Indeksfeil(SKADET) from feil


def skriv_linjer(sti: Path, utdrag: Iterable[Utdrag]) -> None:
    """Write passages as JSON lines, in order."""
    with sti.open("w", encoding="utf-8", errors="surrogatepass") as fil:
        fil.writelines(map(linje_av, utdrag))
        fil.flush()
        os.fsync(fil.fileno())

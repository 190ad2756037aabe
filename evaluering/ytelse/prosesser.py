"""Runs a system's tasks as processes and keeps what they wrote, so that an interrupted run goes on where it stopped."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluering.ytelse.korpora import Korpus
from evaluering.ytelse.ledighet import andres, stand, vent
from evaluering.ytelse.omgivelser import tolk
from evaluering.ytelse.system import Slag
from evaluering.ytelse.systemer import LAGER
from veileder.innstillinger import ROT

FRIST = 3 * 3600
"""Seconds after which a task is given up."""

Svar = dict[str, Any]


class Sviktet(RuntimeError):
    """A system broke; the message has the end of what it wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plass:
    """One system over one corpus.

    ``variant`` is «dok» (as documented) or «likt» (handed our passages).

    ``ledig`` is how many seconds to wait for others to rest before each task.
    """

    slag: Slag
    korpus: Korpus
    variant: str
    arbeid: Path
    ledig: float = 0.0

    @property
    def navn(self) -> str:
        """What files of this place are called."""
        return f"{self.korpus.navn}-{self.slag.navn}-{self.variant}"

    @property
    def mappe(self) -> Path:
        """Where the system keeps its index."""
        return self.arbeid / "indekser" / self.navn

    @property
    def inn(self) -> Path:
        """Texts and questions."""
        return self.arbeid / "inn" / self.korpus.navn

    def gjort(self, oppgave: str) -> Path:
        """Where a task's answer is kept."""
        return self.arbeid / "deler" / f"{self.navn}-{oppgave}.json"


def ny_indeks(plass: Plass) -> None:
    """Make an empty folder for the index; ours reads a copy of the texts that lies in it."""
    shutil.rmtree(plass.mappe, ignore_errors=True)
    plass.mappe.mkdir(parents=True)
    if plass.slag.navn == "veileder":
        shutil.copytree(plass.korpus.mappe, plass.mappe / "korpus")


def kjor(
    plass: Plass, oppgave: str, del_: str = "", *, lager: Path | None = None, mappe: Path | None = None, nr: int = 0
) -> Svar:
    """Run one task in a process of its own and return its answer with ``vegg_s``, seconds from start to end.

    ``lager`` lends the system vectors that were computed before: then its time says nothing.

    ``andres_kjerner`` is what others used of the machine meanwhile.

    Raises:
        Sviktet: the process failed.
    """
    ut = plass.gjort(f"{oppgave}{nr or ''}")
    if ut.is_file():
        svar: Svar = json.loads(ut.read_text(encoding="utf-8"))
        return svar
    ut.parent.mkdir(parents=True, exist_ok=True)
    python = tolk(plass.slag)
    assert python is not None  # who is not installed was left out
    ny = ut.with_suffix(".ny")
    stier = [str(s) for s in (mappe or plass.mappe, plass.inn, ny)]
    kommando = [python, "-m", "evaluering.ytelse.arbeider", plass.slag.navn, oppgave, *stier, del_]
    vent(plass.ledig)
    for_, start = stand(), time.perf_counter()
    p = subprocess.run(kommando, env=_miljo(lager), cwd=ROT, capture_output=True, text=True, timeout=FRIST, check=False)
    vegg = time.perf_counter() - start
    if p.returncode:
        raise Sviktet(f"{plass.navn}, {oppgave}: {p.stderr.strip()[-2000:]}")
    svar = json.loads(ny.read_text(encoding="utf-8")) | {"vegg_s": vegg, "andres_kjerner": andres(for_)}
    ny.write_text(json.dumps(svar), encoding="utf-8")
    ny.replace(ut)
    return svar


def _miljo(lager: Path | None) -> dict[str, str]:
    """The same for all: nothing is sent or fetched, no progress bars, and threads that wait do so at rest."""
    return {
        **{k: v for k, v in os.environ.items() if not k.startswith("VEILEDER_")},
        "ANONYMIZED_TELEMETRY": "False",
        "HAYSTACK_TELEMETRY_ENABLED": "False",
        "HF_HUB_OFFLINE": "1",
        "LANGSMITH_TRACING": "false",
        "OMP_WAIT_POLICY": "PASSIVE",
        "PYTHONPATH": str(ROT),
        "PYTHONWARNINGS": "ignore",
        "TQDM_DISABLE": "1",
        **({LAGER: str(lager)} if lager else {}),
    }


def samle_vektorer(fra: Path, til: Path) -> None:
    """Add the vectors that one run computed to the common store."""
    kilde = fra / "lager" / "vektorer.sqlite"
    if not kilde.is_file():
        return
    til.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(til / "vektorer.sqlite")) as base:
        base.execute("create table if not exists vektor (nokkel blob primary key, verdi blob not null) without rowid")
        base.execute("attach ? as kilde", (str(kilde),))
        base.execute("insert or ignore into vektor select nokkel, verdi from kilde.vektor")
        base.commit()


def median(tall: Sequence[float]) -> float:
    """Return the middle value, the upper of two."""
    return sorted(tall)[len(tall) // 2]

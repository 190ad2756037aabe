"""The command ``python -m evaluering vekst``: build and serve at each size, and write ``vekst.json``, ``.md`` and a drawing."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from evaluering.kjoring import DATA
from evaluering.vekst.tabell import lag_markdown, tegn_vekst
from evaluering.ytelse.ledighet import andres, stand, vent
from veileder.innstillinger import ROT

STORRELSER = (1_000, 10_000, 100_000, 300_000)
"""Passages; the last is 357 municipalities."""

UT = DATA / "vekst"

Svar = dict[str, Any]


def kjor(storrelser: Sequence[int], *, ut: Path = UT, fortsett: Path | None = None, ledig: float = 0.0) -> Path:
    """Measure every size and return the JSON file. Messages go to standard error.

    ``fortsett`` is a folder to work in that is kept: what is done there is not done again. ``ledig`` are seconds to wait
    for others on the machine to rest before questions are asked.
    """
    with nullcontext(str(fortsett)) if fortsett else tempfile.TemporaryDirectory() as sti:
        arbeid = Path(sti)
        tall = {str(n): {"bygg": _bygg(n, arbeid), "spor": _spor(n, arbeid, ledig)} for n in storrelser}
    maskin = {"kjerner": os.cpu_count(), "prosessor": platform.machine(), "python": platform.python_version()}
    resultat = {"tid": time.strftime("%Y%m%d-%H%M%S"), "maskin": maskin, "storrelser": tall}
    return skriv(resultat, ut)


def skriv(resultat: Svar, ut: Path) -> Path:
    """Write the result with its table and drawing."""
    ut.mkdir(parents=True, exist_ok=True)
    (ut / "vekst.json").write_text(json.dumps(resultat, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (ut / "vekst.md").write_text(lag_markdown(resultat), encoding="utf-8")
    (ut / "vekst.svg").write_text(tegn_vekst(resultat), encoding="utf-8")
    return ut / "vekst.json"


def _bygg(antall: int, arbeid: Path) -> Svar:
    """Build; where there is more than one part, the process is killed half-way and the next one goes on."""
    ferdig = arbeid / f"bygg-{antall}.json"
    if ferdig.is_file():
        return _les(ferdig)
    mappe, ny = arbeid / str(antall), arbeid / "ny.json"
    shutil.rmtree(mappe, ignore_errors=True)
    ny.unlink(missing_ok=True)
    print(f"Bygger {antall}", file=sys.stderr, flush=True)
    drept = _bygg_og_drep(antall, mappe, ny)
    if not ny.is_file():
        svar = _les(_kjor("bygg", antall, mappe, ny)) | drept
        ny.write_text(json.dumps(svar, ensure_ascii=False), encoding="utf-8")
    return _les(ny.replace(ferdig))


def _bygg_og_drep(antall: int, mappe: Path, ny: Path) -> Svar:
    """Start building, and kill it when half of the documents are in finished parts; return what it had used by then."""
    start = time.perf_counter()
    with subprocess.Popen(_kommando("bygg", antall, mappe, ny), env=_miljo(), cwd=ROT, stderr=subprocess.PIPE, text=True) as p:
        assert p.stderr
        for linje in p.stderr:
            print(linje, end="", file=sys.stderr, flush=True)
            gjort, _, av = linje.rpartition(": ")[2].partition(" av ")
            if av and int(av) / 2 <= int(gjort) < int(av):
                topp = _topp(p.pid)
                p.kill()
                return {"drept_s": time.perf_counter() - start, "drept_mb": topp, "drept_deler": _deler(mappe)}
    if p.returncode:
        raise RuntimeError(f"Byggingen av {antall} utdrag sviktet.")
    return {}


def _deler(mappe: Path) -> int:
    return len(list(mappe.glob("indeks/.bygges-*/deler/del-?????")))


def _topp(pid: int) -> int:
    linjer = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(x.split()[1]) // 1024 for x in linjer if x.startswith("VmHWM"))


def _spor(antall: int, arbeid: Path, ledig: float) -> Svar:
    ferdig = arbeid / f"spor-{antall}.json"
    if not ferdig.is_file():
        print(f"Spør {antall}", file=sys.stderr, flush=True)
        vent(ledig)
        for_ = stand()
        svar = _les(_kjor("spor", antall, arbeid / str(antall), arbeid / "ny.json")) | {"andres_kjerner": andres(for_)}
        ferdig.write_text(json.dumps(svar, ensure_ascii=False), encoding="utf-8")
    return _les(ferdig)


def _kjor(oppgave: str, antall: int, mappe: Path, ut: Path) -> Path:
    subprocess.run(_kommando(oppgave, antall, mappe, ut), env=_miljo(), cwd=ROT, check=True)
    return ut


def _kommando(oppgave: str, antall: int, mappe: Path, ut: Path) -> list[str]:
    return [sys.executable, "-m", "evaluering.vekst.arbeider", oppgave, str(antall), str(mappe), str(ut)]


def _miljo() -> dict[str, str]:
    egne = {k: v for k, v in os.environ.items() if not k.startswith("VEILEDER_")}
    return egne | {"OMP_WAIT_POLICY": "PASSIVE", "PYTHONPATH": str(ROT), "TQDM_DISABLE": "1"}


def _les(sti: Path) -> Svar:
    svar: Svar = json.loads(sti.read_text(encoding="utf-8"))
    return svar

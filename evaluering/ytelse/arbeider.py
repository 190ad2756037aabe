"""One task of one system in a process of its own: ``python -m evaluering.ytelse.arbeider SYSTEM OPPGAVE MAPPE INN UT``.

``MAPPE`` is where the system keeps its index, ``INN`` holds texts and questions, ``UT`` is the JSON that is written. Imports
little itself, so that start and memory are the system's. Peak memory is VmHWM, what the kernel saw of resident pages.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from evaluering.ytelse.system import System, finn_slag

SPORRERE = (1, 4, 16)
"""Askers at a time, each a thread of the same process."""

OPPVARMING = 3
"""Questions asked before time is taken, so that what is loaded at the first question is not counted as its cost."""

Svar = dict[str, Any]


def indekser(system: System, mappe: Path, inn: Path, del_: str) -> Svar:
    """Index all texts (``tekster``) or our passages of them (``utdrag``)."""
    tekster = les(inn / f"{del_}.jsonl")
    start = time.perf_counter()
    treff = system.indekser(tekster, mappe)
    tid = time.perf_counter() - start
    return {"s": tid, "utdrag": len(treff), "tegn": sum(b - a for _, a, b in treff) / len(treff)}


def endre(system: System, mappe: Path, inn: Path, _: str) -> Svar:
    """Change one file and bring the index in line; tell whether the new text is then found."""
    tekst, nytt = les(inn / "endret.jsonl")[0], les(inn / "endret_sporsmal.jsonl")[0]["tekst"]
    start = time.perf_counter()
    system.endre(tekst, mappe)
    tid = time.perf_counter() - start
    system.apne(mappe)
    return {"s": tid, "funnet": any(fil == tekst["fil"] for fil, *_ in system.finn(nytt)[:5])}


def kald(system: System, mappe: Path, inn: Path, _: str) -> Svar:
    """Open the index and find passages for one question; whoever started the process takes the time."""
    system.apne(mappe)
    return {"treff": len(system.finn(les(inn / "sporsmal.jsonl")[0]["tekst"]))}


def spor(system: System, mappe: Path, inn: Path, del_: str) -> Svar:
    """Ask every question once, in order; with ``tid``, also with several askers at a time."""
    system.apne(mappe)
    sporsmal = les(inn / "sporsmal.jsonl")
    for q in sporsmal[:OPPVARMING]:
        system.finn(q["tekst"])
    system.glem()
    treff, ms = {}, []
    for q in sporsmal:
        start = time.perf_counter()
        treff[q["id"]] = system.finn(q["tekst"])
        ms.append((time.perf_counter() - start) * 1000)
    fart = {str(n): _fart(system, [q["tekst"] for q in sporsmal], n) for n in SPORRERE} if del_ == "tid" else {}
    return {"treff": treff, "ms": ms, "per_sekund": fart}


def _fart(system: System, sporsmal: Sequence[str], sporrere: int) -> float:
    """Return questions answered a second when so many ask at once, each question once."""
    system.glem()
    ko = iter(sporsmal)
    las = threading.Lock()
    feil: list[BaseException] = []

    def spor_videre() -> None:
        try:
            while (q := _neste(ko, las)) is not None:
                system.finn(q)
        except Exception as f:  # noqa: BLE001 - told by the main thread
            feil.append(f)

    start = time.perf_counter()
    trader = [threading.Thread(target=spor_videre) for _ in range(sporrere)]
    for t in trader:
        t.start()
    for t in trader:
        t.join()
    if feil:
        raise feil[0]
    return len(sporsmal) / (time.perf_counter() - start)


def _neste(ko: Any, las: threading.Lock) -> str | None:
    with las:
        return next(ko, None)


def les(sti: Path) -> list[Svar]:
    """Return the rows of a JSON lines file."""
    return [json.loads(linje) for linje in sti.read_text(encoding="utf-8").splitlines()]


def minne() -> float:
    """Return the most memory this process has had in use, in MB."""
    linje = next(x for x in Path("/proc/self/status").read_text(encoding="ascii").splitlines() if x.startswith("VmHWM"))
    return int(linje.split()[1]) / 1024


Oppgave = Callable[[System, Path, Path, str], Svar]
OPPGAVER: dict[str, Oppgave] = {"indekser": indekser, "endre": endre, "kald": kald, "spor": spor}


def main(argv: Sequence[str]) -> int:
    """Do the task and write what came of it."""
    navn, oppgave, mappe, inn, ut, *resten = argv
    start = time.perf_counter()
    system = finn_slag(navn).lag()
    lastet = time.perf_counter() - start
    svar = OPPGAVER[oppgave](system, Path(mappe), Path(inn), resten[0] if resten else "")
    svar |= {"lasting_s": lastet, "minne_mb": minne(), "utgaver": {p: version(p) for p in finn_slag(navn).utgaver}}
    Path(ut).write_text(json.dumps(svar), encoding="utf-8")
    if oppgave == "indekser":
        system.lagre_vektorer(Path(mappe) / "lager")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Time and memory: ``python -m evaluering.ytelse``. Prints JSON; run it on an otherwise idle machine."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import numpy as np

from veileder import oppstart
from veileder.domene import Henvendelse
from veileder.innstillinger import ROT, Innstillinger

SPORSMAL = ROT / "evaluering" / "datasett" / "skive1.dev.jsonl"
PORT = 8765


def i_prosessen(innst: Innstillinger) -> dict[str, float]:
    """Milliseconds of an answer inside a running process, over the development questions."""
    tjeneste = oppstart.lag_tjeneste(innst)
    tekster = [json.loads(linje)["sporsmal"] for linje in SPORSMAL.read_text(encoding="utf-8").splitlines()]
    tider = []
    for nr, tekst in enumerate(tekster):
        start = time.perf_counter()
        tjeneste.svar(Henvendelse(id=str(nr), tekst=tekst))
        tider.append((time.perf_counter() - start) * 1000)
    return {"svar median ms": float(np.median(tider[3:])), "svar p95 ms": float(np.quantile(tider[3:], 0.95))}


def kommandolinjen(innst: Innstillinger) -> dict[str, float]:
    """Seconds and megabytes of ``veileder svar`` from process start, the best and the median of five."""
    tider = []
    for _ in range(6):
        start = time.perf_counter()
        kommando = [sys.executable, "-m", "veileder.cli", "svar", "hva er trygghetsalarm", "--json", "--data", str(innst.data)]
        subprocess.run(kommando, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        tider.append(time.perf_counter() - start)
    minne = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"kommando median s": float(np.median(tider[1:])), "kommando minne MB": minne}


def serveren(innst: Innstillinger) -> dict[str, float]:
    """Seconds from ``veileder start`` until /klar says ready, with the index in place."""
    miljo = {**os.environ, "VEILEDER_PORT": str(PORT)}
    start = time.perf_counter()
    kommando = [sys.executable, "-m", "veileder.cli", "start", "--data", str(innst.data)]
    with subprocess.Popen(kommando, env=miljo, stderr=subprocess.DEVNULL) as p:
        while time.perf_counter() - start < 60:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/klar", timeout=1) as svar:
                    if svar.status == 200:
                        break
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        klar = time.perf_counter() - start
        p.terminate()
    return {"chatten klar s": klar}


def main() -> int:
    """Measure and print."""
    innst = Innstillinger(data=Path(tempfile.mkdtemp()))
    start = time.perf_counter()
    oppstart.indekser(innst)
    forste = time.perf_counter() - start
    start = time.perf_counter()
    oppstart.indekser(innst)
    tall = {"indeksering s": forste, "uten endringer s": time.perf_counter() - start}
    tall |= kommandolinjen(innst) | serveren(innst) | i_prosessen(innst)
    print(json.dumps({k: round(v, 2) for k, v in tall.items()}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())

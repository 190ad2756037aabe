"""What the others have nothing to hold against: the whole answer, the command and the chat, with our own texts."""

from __future__ import annotations

import json
import os
import resource
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import numpy as np

from veileder import oppstart
from veileder.domene import Henvendelse
from veileder.innstillinger import ROT, Innstillinger

SPORSMAL = ROT / "evaluering" / "datasett" / "skive1.dev.jsonl"
FRIST = 60
"""Seconds to wait for the chat."""

Tall = dict[str, float]


def mal_egen(arbeid: Path) -> Tall:
    """Return seconds, milliseconds and megabytes by what they are of; the index is made below ``arbeid``."""
    innst = Innstillinger(data=arbeid / "egen")
    start = time.perf_counter()
    oppstart.indekser(innst)
    forste = time.perf_counter() - start
    start = time.perf_counter()
    oppstart.indekser(innst)
    tall = {"indeks fra tom maskin, vektorene følger med (s)": forste, "indeks uten endringer (s)": time.perf_counter() - start}
    tall |= _kommandolinjen(innst) | _serveren(innst) | _i_prosessen(innst)
    return {k: round(v, 2) for k, v in tall.items()}


def _i_prosessen(innst: Innstillinger) -> Tall:
    """Milliseconds of an answer inside a running process, over the development questions."""
    tjeneste = oppstart.lag_tjeneste(innst)
    tekster = [json.loads(linje)["sporsmal"] for linje in SPORSMAL.read_text(encoding="utf-8").splitlines()]
    tider = []
    for nr, tekst in enumerate(tekster):
        start = time.perf_counter()
        tjeneste.svar(Henvendelse(id=str(nr), tekst=tekst))
        tider.append((time.perf_counter() - start) * 1000)
    return {"helt svar, median (ms)": float(np.median(tider[3:])), "helt svar, p95 (ms)": float(np.quantile(tider[3:], 0.95))}


def _kommandolinjen(innst: Innstillinger) -> Tall:
    """Seconds and megabytes of ``veileder svar`` from process start, the median of five."""
    tider = []
    for _ in range(6):
        start = time.perf_counter()
        kommando = [sys.executable, "-m", "veileder.cli", "svar", "hva er trygghetsalarm", "--json", "--data", str(innst.data)]
        subprocess.run(kommando, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        tider.append(time.perf_counter() - start)
    minne = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"veileder svar fra start (s)": float(np.median(tider[1:])), "veileder svar, minne (MB)": minne}


def _serveren(innst: Innstillinger) -> Tall:
    """Seconds from ``veileder start`` until /klar says ready, with the index in place."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    start = time.perf_counter()
    kommando = [sys.executable, "-m", "veileder.cli", "start", "--data", str(innst.data)]
    with subprocess.Popen(kommando, env={**os.environ, "VEILEDER_PORT": str(port)}, stderr=subprocess.DEVNULL) as p:
        try:
            while time.perf_counter() - start < FRIST and not _svarer(port):
                time.sleep(0.05)
            return {"chatten klar (s)": time.perf_counter() - start}
        finally:
            p.terminate()


def _svarer(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/klar", timeout=1) as svar:
            return bool(svar.status == 200)
    except (urllib.error.URLError, OSError):
        return False

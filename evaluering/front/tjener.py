"""The real server, in a process of its own: ``veileder start`` over the corpus, on any free port."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from veileder.innstillinger import ROT

OPPSTART = 60.0
"""Seconds that a server has to be ready, its index included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tjener:
    """A server that runs: its address without a trailing slash, its process, and its data folder."""

    adresse: str
    pid: int
    data: Path

    def prosessortid(self) -> float:
        """Return seconds of processor time that it has used so far."""
        felt = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(felt[11]) + int(felt[12])) / os.sysconf("SC_CLK_TCK")

    def minne(self) -> float:
        """Return its resident memory in MB."""
        linjer = dict(x.split(":", 1) for x in Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8").splitlines())
        return int(linjer["VmRSS"].split()[0]) / 1024


@contextmanager
def tjener(korpus: Path, data: Path | None = None, /, **miljo: str) -> Iterator[Tjener]:
    """Run a server until the end of the block. Without ``data`` it indexes into a folder that is removed afterwards.

    Raises:
        RuntimeError: it did not get ready; the message has its log.
    """
    with tempfile.TemporaryDirectory() as arbeid:
        mappe = data.resolve() if data else Path(arbeid) / "data"
        logg = Path(arbeid) / "tjener.log"
        egne = {"VEILEDER_KORPUS": str(korpus.resolve()), "VEILEDER_DATA": str(mappe), "PYTHONPATH": str(ROT)}
        kommando = [sys.executable, "-m", "veileder.cli", "start", "--port", "0"]
        with logg.open("w") as ut:
            prosess = subprocess.Popen(
                kommando,
                cwd=arbeid,
                env={**os.environ, "OMP_WAIT_POLICY": "PASSIVE", **egne, **miljo},
                stdout=subprocess.PIPE,
                stderr=ut,
                text=True,
            )
        try:
            yield Tjener(adresse=_adresse(prosess, logg), pid=prosess.pid, data=mappe)
        finally:
            prosess.send_signal(signal.SIGTERM)
            prosess.communicate(timeout=20)


def _adresse(prosess: subprocess.Popen[str], logg: Path) -> str:
    """Return the address that the server prints, once it is ready to answer there."""
    assert prosess.stdout is not None
    for linje in prosess.stdout:
        if "http://" in linje:
            adresse = "http" + linje.split("http", 1)[1].split(" ")[0]
            if _klar(adresse):
                return adresse
    raise RuntimeError(f"Tjeneren kom ikke i gang: {logg.read_text(encoding='utf-8')[-2000:]}")


def _klar(adresse: str) -> bool:
    frist = time.monotonic() + OPPSTART
    while time.monotonic() < frist:
        try:
            with urllib.request.urlopen(f"{adresse}/klar", timeout=10) as svar:  # noqa: S310 - our own server
                return bool(svar.status == 200)
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    return False

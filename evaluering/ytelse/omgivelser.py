"""Where the peers are installed: an environment of their own below ``build``, else the one in use.

    python3 -m venv build/sammenligning
    build/sammenligning/bin/pip install -c constraints.txt -c constraints-sammenligning.txt -e '.[sammenligning]'

An environment of their own keeps what the product was tested with as it is, and what they bring along out of its start.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

from evaluering.ytelse.system import Slag
from veileder.innstillinger import ROT

MAPPE = ROT / "build" / "sammenligning"


def tolk(slag: Slag) -> str | None:
    """Return the Python that can run a system, or None where its package is not installed."""
    if slag.navn == "veileder":
        return sys.executable
    egen = MAPPE / "bin" / "python"
    if egen.is_file():
        return str(egen) if _finnes(str(egen), slag.pakke) else None
    return sys.executable if importlib.util.find_spec(slag.pakke.split(".")[0]) and _finnes(sys.executable, slag.pakke) else None


def _finnes(python: str, pakke: str) -> bool:
    kommando = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({pakke!r}) is None)"
    return subprocess.run([python, "-c", kommando], capture_output=True, check=False).returncode == 0


def pakkemappe() -> Path | None:
    """Return where the environment of the peers keeps its packages, if there is one."""
    return next(iter(MAPPE.glob("lib/python3*/site-packages")), None)

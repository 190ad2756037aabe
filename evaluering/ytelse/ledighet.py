"""How busy others keep the machine: a time taken while something else runs is no figure to compare."""

from __future__ import annotations

import os
import resource
import time
from dataclasses import dataclass
from pathlib import Path

NOK = 0.25
"""Cores that others may use while time is taken."""

VINDU = 2.0
"""Seconds that are looked at before a measurement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Seconds since the machine started: the clock, work done by all, and work done by this process and its children."""

    klokke: float
    alle: float
    vare: float


def stand() -> Stand:
    """Return the state now. Children count when they have ended."""
    felt = [int(x) for x in Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()[1:9]]
    bruker, nice, system, _ledig, _vent, irq, softirq, steal = felt
    egne = [resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return Stand(
        klokke=time.perf_counter(),
        alle=(bruker + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK"),
        vare=sum(r.ru_utime + r.ru_stime for r in egne),
    )


def andres(for_: Stand) -> float:
    """Return how many cores others have used since then, on average."""
    na = stand()
    return max(0.0, (na.alle - for_.alle - (na.vare - for_.vare)) / max(1e-9, na.klokke - for_.klokke))


def vent(frist: float) -> None:
    """Wait until others rest, or until so many seconds have passed."""
    slutt = time.monotonic() + frist
    while time.monotonic() < slutt:
        for_ = stand()
        time.sleep(VINDU)
        if andres(for_) < NOK:
            return

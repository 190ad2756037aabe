"""A line chart as numbers for an inline SVG. The same figures stand in a table below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BREDDE, HOYDE = 640, 240
VENSTRE, HOYRE, TOPP, BUNN = 60, 12, 16, 38
"""Room for the scale and the weeks around the lines, in the SVG's own units."""

MERKER = 7
"""Weeks that are named below the chart at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linje:
    """One line: stretches between figures that are hidden (as ``points`` of polylines), and a dot for each figure."""

    kode: str
    strekk: tuple[str, ...]
    punkter: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """The chart: lines, the scale (y, figure) and the weeks (x, name)."""

    linjer: tuple[Linje, ...]
    skala: tuple[tuple[float, int], ...]
    uker: tuple[tuple[float, str], ...]
    bredde: int = BREDDE
    hoyde: int = HOYDE
    venstre: int = VENSTRE
    hoyre: int = BREDDE - HOYRE


def lag_diagram(uker: Sequence[str], serier: Sequence[tuple[str, Sequence[int | None]]]) -> Diagram:
    """Return the chart of (code, figures) over ``uker``; None leaves a gap."""
    hoyst = _rund(max((v or 0 for _, verdier in serier for v in verdier), default=0))
    trinn = max(len(uker) - 1, 1)
    x = [round(VENSTRE + n * (BREDDE - VENSTRE - HOYRE) / trinn, 1) for n in range(len(uker))]

    def y(v: int) -> float:
        return round(HOYDE - BUNN - v * (HOYDE - TOPP - BUNN) / hoyst, 1)

    hopp = -(-len(uker) // MERKER)
    return Diagram(
        linjer=tuple(_linje(kode, [(a, None if v is None else y(v)) for a, v in zip(x, v_, strict=True)]) for kode, v_ in serier),
        skala=tuple((y(v), v) for v in (0, hoyst // 2, hoyst)),
        uker=tuple((x[n], uker[n]) for n in range(len(uker) - 1, -1, -hopp)),
    )


def _linje(kode: str, punkter: Sequence[tuple[float, float | None]]) -> Linje:
    strekk: list[list[str]] = [[]]
    for x, y in punkter:
        if y is None:
            strekk.append([])
        else:
            strekk[-1].append(f"{x},{y}")
    synlige = tuple((x, y) for x, y in punkter if y is not None)
    return Linje(kode=kode, strekk=tuple(" ".join(s) for s in strekk if len(s) > 1), punkter=synlige)


def _rund(tall: int) -> int:
    """Return the next figure that a scale can end on."""
    enhet = 10
    while enhet * 10 < tall:
        enhet *= 10
    return max(enhet * -(-tall // enhet), 10)

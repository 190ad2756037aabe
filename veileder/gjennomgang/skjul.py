"""Figures that can point at nobody.

A figure of one to four persons is hidden, and every other is rounded to the nearest five. Statistics Norway rounds small
counts for the same reason (Langsrud & Heldal 2018, «An algorithm for small count rounding of tabular data»). A total is then
moved to the next five when the parts and their rounding would tell what is hidden. Between tables (a place from all places, a
period from another) rounding alone protects: each figure is up to two off, so what is taken from what is not known to the one.
"""

from __future__ import annotations

from collections.abc import Sequence

MINST = 5
"""Persons that a figure must be of."""

_AV = MINST // 2
"""How far a figure may be from the one that is shown."""


def vis(antall: int) -> int | None:
    """Return the figure as it is shown: None is «one to four»; 0 stays 0."""
    if antall <= 0:
        return 0
    return None if antall < MINST else MINST * ((antall + _AV) // MINST)


def vis_sum(i_alt: int, *tabeller: Sequence[int]) -> int | None:
    """Return a total as it is shown above tables of its parts, so that no hidden part can be found by taking away the rest."""
    vist = vis(i_alt)
    if not vist:
        return vist
    andre = (vist + MINST * n for n in (0, 1, -1, 2, -2))
    return next((v for v in andre if v >= MINST and all(_apent(v, t) for t in tabeller)), vist)


def _apent(vist: int, deler: Sequence[int]) -> bool:
    """Whether one hidden part may still be any of the four, and several may be other than all at their least or most."""
    skjulte = sum(0 < d < MINST for d in deler)
    viste = [v for d in deler if (v := vis(d))]
    minst = max(skjulte, max(vist - _AV, MINST) - sum(v + _AV for v in viste))
    mest = min((MINST - 1) * skjulte, vist + _AV - sum(max(v - _AV, MINST) for v in viste))
    if skjulte <= 1:
        return not skjulte or (minst, mest) == (1, MINST - 1)
    return max(minst, skjulte + 1) <= min(mest, (MINST - 1) * skjulte - 1)

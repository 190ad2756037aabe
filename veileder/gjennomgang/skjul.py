"""Figures that can point at nobody.

A figure of one to four persons is hidden, and every other is rounded to the nearest five, totals as well. What is hidden
can then not be found by taking the rest from a total, nor one place from all places, nor one period from another: each
figure that is shown is up to two off, and a difference of two is up to four off, so that a hidden one may be any of the
four that it may be anyway. Statistics Norway rounds small counts for the same reason (Langsrud & Heldal 2018,
«An algorithm for small count rounding of tabular data»).
"""

from __future__ import annotations

MINST = 5
"""Persons that a figure must be of."""


def vis(antall: int) -> int | None:
    """Return the figure as it is shown: None is «one to four»; 0 stays 0."""
    if antall <= 0:
        return 0
    return None if antall < MINST else MINST * ((antall + MINST // 2) // MINST)

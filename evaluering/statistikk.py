"""Means with intervals, and differences between runs: bootstrap over questions (Efron 1979), percentile method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

TREKNINGER = 2000
"""Resamples: the ends of a 95 % interval are then steady to about half a per cent of a share."""

FRO = 20261123
"""Seed of the resampling, so that two looks at the same run agree to the last digit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tall:
    """A mean with its 95 % interval and how many rows it is over."""

    snitt: float
    lav: float
    hoy: float
    antall: int

    def json(self) -> dict[str, float]:
        """Return the figures rounded to four decimals."""
        return {k: round(v, 4) for k, v in asdict(self).items()}


def snitt(verdier: Sequence[float]) -> Tall:
    """Return the mean of values with its interval; not a number when there are none."""
    if not len(verdier):
        return Tall(snitt=float("nan"), lav=float("nan"), hoy=float("nan"), antall=0)
    v = np.asarray(verdier, np.float64)
    lav, hoy = _intervall(v)
    return Tall(snitt=float(v.mean()), lav=lav, hoy=hoy, antall=len(v))


def forskjell(for_: Sequence[float], etter: Sequence[float]) -> Tall:
    """Return the mean of the paired differences (after less before) with its interval."""
    return snitt((np.asarray(etter, np.float64) - np.asarray(for_, np.float64)).tolist())


def _intervall(v: np.ndarray) -> tuple[float, float]:
    if np.all(v == v[0]):
        return float(v[0]), float(v[0])
    trekk = np.random.default_rng(FRO).integers(0, len(v), (TREKNINGER, len(v)))
    lav, hoy = np.quantile(v[trekk].mean(axis=1), [0.025, 0.975])
    return float(lav), float(hoy)

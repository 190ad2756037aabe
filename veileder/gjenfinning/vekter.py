"""Learnt weights that ship as plain numbers in vekter.json, written by ``python -m evaluering.tren_rangering``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray


@cache
def _alle() -> dict[str, Any]:
    innhold: dict[str, Any] = json.loads((files("veileder.gjenfinning") / "vekter.json").read_text(encoding="utf-8"))
    return innhold


def les_vekter(navn: str, trekk: Sequence[str]) -> NDArray[np.float32]:
    """Return the weights of the named features, in order; a feature without a weight weighs nothing."""
    tabell = _alle()[navn]
    return np.array([float(tabell.get(t, 0.0)) for t in trekk], np.float32)

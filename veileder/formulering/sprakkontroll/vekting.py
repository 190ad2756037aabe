"""The learnt scorer: logistic regression over ``trekk``, shipped as plain coefficients (``vekter.json``).

Learnt by ``python -m evaluering.tren_kontroll``. There is one set for the bundled embedding model and one that leaves the
cosine out, for any other.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from veileder.formulering.sprakkontroll.tvil import Tvil


@dataclass(frozen=True, slots=True, kw_only=True)
class Vekter:
    """``koeffisienter`` by feature; ``midt`` is what a feature is on the average. A sentence passes from ``terskel`` on."""

    koeffisienter: Mapping[str, float]
    midt: Mapping[str, float]
    konstant: float
    terskel: float
    versjon: str

    def poeng(self, trekk: Mapping[str, float]) -> float:
        """Return the probability in [0, 1] that a sentence is supported."""
        z = self.konstant + sum(k * trekk.get(n, 0.0) for n, k in self.koeffisienter.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))

    def verste(self, trekk: Mapping[str, float]) -> Tvil:
        """Return the doubt that weighs most against a sentence, compared with an average one."""
        mot: Counter[str] = Counter()
        for navn, k in self.koeffisienter.items():
            bidrag = k * (trekk.get(navn, 0.0) - self.midt[navn])
            if bidrag < 0:
                mot[navn.partition(".")[0]] -= bidrag  # type: ignore[assignment]
        return Tvil(mot.most_common(1)[0][0]) if mot else Tvil.DEKNING


@lru_cache(maxsize=4)
def les_vekter(modell: str) -> Vekter:
    """Return the weights for an embedding model, or those without the cosine."""
    data = json.loads((files("veileder.formulering.sprakkontroll") / "vekter.json").read_text(encoding="utf-8"))
    sett = data["sett"].get(modell) or data["sett"][""]
    return Vekter(**sett, versjon=data["versjon"])

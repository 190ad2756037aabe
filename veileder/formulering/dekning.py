"""How well do the shown sources cover the question? A calibrated probability, told in words.

The weights are learnt by ``python -m evaluering.tren_dekning`` from the development questions: was a right section
among those shown? The report has the reliability diagram over the test split.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from veileder.domene import Kilde, Vurdering
from veileder.forstaelse.emne import Emne
from veileder.gjenfinning.grunnlag import Grunnlag
from veileder.gjenfinning.soker import Funn
from veileder.gjenfinning.vekter import les_vekter

TREKK = ("grunnlag", "forsprang", "tjeneste", "aspekt", "aspekt_sikker", "nevnt", "kilder", "konstant")
VEKTER = les_vekter("dekning", TREKK)

GODT = 0.75
"""Probability from which the sources are said to cover the question well."""

TAK = 5.0
"""Log-odds of a basis are held within this."""


class Dekning(StrEnum):
    """Coverage in words."""

    GODT = "godt"
    USIKKERT = "usikkert"
    DELVIS = "delvis"


def dekningstrekk(emne: Emne, funn: Funn, grunnlag: Grunnlag, kilder: Sequence[Kilde]) -> NDArray[np.float64]:
    """Return the features in the order of ``TREKK``, shape (8,): how sure each step was, and whether they agree."""
    p = min(max(grunnlag.sikkerhet, 1e-4), 1 - 1e-4)
    forst = funn.treff[0].utdrag
    andre = [t.poeng for t in funn.treff if (t.utdrag.tema, t.utdrag.aspekt) != (forst.tema, forst.aspekt)]
    vist = {k.aspekt for k in kilder}
    return np.array(
        [
            max(-TAK, min(TAK, math.log(p / (1 - p)))),
            funn.treff[0].poeng - max(andre, default=0.0),
            emne.tjenester.get(forst.tema, 0.0),
            max((emne.aspekter.get(a, 0.0) for a in vist), default=0.0),
            max(emne.aspekter.values(), default=0.0),
            float(forst.tema in emne.nevnte),
            float(len(vist)),
            1.0,
        ]
    )


def vurder_dekning(emne: Emne, funn: Funn, grunnlag: Grunnlag, kilder: Sequence[Kilde]) -> Vurdering:
    """Return the probability, two decimals, that the shown sources hold the answer, and whether that is well covered."""
    if funn.treff[0].utdrag.type == "importert":
        sannsynlig = grunnlag.sikkerhet  # such pages have neither services nor aspects to agree on
    else:
        z = float(dekningstrekk(emne, funn, grunnlag, kilder) @ VEKTER)
        sannsynlig = 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
    return Vurdering(kontroll="dekning", bestatt=sannsynlig >= GODT, grunn=f"{sannsynlig:.2f}")


def i_ord(vurderinger: Sequence[Vurdering], mangler: Sequence[str]) -> Dekning:
    """Return coverage in words: partial where something asked for is missing, else by the weakest question's probability."""
    if mangler:
        return Dekning.DELVIS
    return Dekning.GODT if all(v.bestatt for v in vurderinger if v.kontroll == "dekning") else Dekning.USIKKERT

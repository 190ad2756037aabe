"""A second model that must also find a sentence supported. It can only stop: what it does not answer is stopped, too."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from veileder.domene import Utdrag
from veileder.feil import Sprakmodellfeil
from veileder.formulering.sprakmodell.ledetekst import avgrens, lag_merker

if TYPE_CHECKING:
    from veileder.formulering.sprakmodell.oppsett import Sprakoppsett

LEDETEKST = "dommer-setning"
_OBJEKT = re.compile(r"\{[^{}]*\}")


def er_stottet(setning: str, utdrag: Sequence[Utdrag], oppsett: Sprakoppsett) -> bool:
    """Whether the judge says, in the form asked for, that the passages say all that the sentence says."""
    if oppsett.dommer is None:
        return True
    merker = lag_merker(len(utdrag))
    deler = [(merke, f"{u.tittel} – {u.seksjon}", u.tekst) for merke, u in zip(merker, utdrag, strict=True)]
    tekst, avgrenset = avgrens(deler, setning)
    system, bruker = oppsett.ledetekster[LEDETEKST].fyll(utdrag=tekst, setning=avgrenset)
    try:
        svar = "".join(bit.tekst for bit in oppsett.dommer.strom(system, bruker))
        treff = _OBJEKT.findall(svar)
        return bool(treff) and json.loads(treff[-1]).get("stottet") is True
    except (Sprakmodellfeil, ValueError):
        return False

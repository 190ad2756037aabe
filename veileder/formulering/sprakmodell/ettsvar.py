"""A task that is one question and one JSON object back: read whole, then checked."""

from __future__ import annotations

import json
import re
from typing import Any

from veileder.domene import Vurdering
from veileder.feil import Sprakmodellfeil
from veileder.formulering.sprakmodell.ledetekst import som_data
from veileder.formulering.sprakmodell.oppsett import Oppgave, Sprakoppsett
from veileder.porter import Bit

_OBJEKT = re.compile(r"\{.*\}", re.DOTALL)

LENGST = 6000
"""Characters of a model's answer that are read."""


def sporr(oppsett: Sprakoppsett, oppgave: Oppgave, **felt: str) -> tuple[dict[str, Any], Bit, str]:
    """Return the object that the model wrote (empty when it wrote none), what was used, and why it broke off."""
    system, bruker = oppsett.ledetekster[oppgave.value].fyll(**{n: som_data(v) for n, v in felt.items()})
    tekst, bit = "", Bit()
    try:
        for bit in oppsett.modell.strom(system, bruker):
            tekst += bit.tekst
            if len(tekst) > LENGST:
                break
    except Sprakmodellfeil as feil:
        return {}, bit, feil.grunn
    try:
        verdi = json.loads(treff[0]) if (treff := _OBJEKT.search(tekst)) else {}
    except (ValueError, RecursionError):
        verdi = {}
    return (verdi if isinstance(verdi, dict) else {}), bit, ""


def vurdering(oppgave: Oppgave, grunn: str) -> Vurdering:
    """Return the check of a task; an empty ``grunn`` is one that passed."""
    return Vurdering(kontroll="språkmodell", bestatt=not grunn, grunn=f"{oppgave.value} {grunn}".strip())


def spor(oppsett: Sprakoppsett, oppgave: Oppgave, bit: Bit) -> dict[str, object]:
    """Return what a task used, as the answer's own is told."""
    mal = oppsett.ledetekster[oppgave.value]
    return {
        "ledetekst": f"{mal.navn}@{mal.digest}",
        "tokens_inn": bit.tokens_inn,
        "tokens_ut": bit.tokens_ut,
        "kroner": round(bit.kroner, 5),
    }

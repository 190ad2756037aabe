"""«Say it simpler»: our own answer, from the same quotations, in short sentences."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from veileder import standardtekster as st
from veileder.domene import Svar
from veileder.formulering.sprakmodell.omskriving import omskriv
from veileder.formulering.sprakmodell.oppsett import Oppgave

if TYPE_CHECKING:
    from veileder.ressurser import Ressurser

_NUMMER = re.compile(r"\[(\d+)\]")


def si_enklere(svar: Svar, r: Ressurser) -> Svar:
    """Return the answer in simpler words with the same sources, or told that it cannot be said simpler, with its checks."""
    kommune = svar.tur.kommune if svar.tur else ""
    ny = omskriv(svar, kommune, r, Oppgave.ENKLERE)
    if ny.tekst:
        avsnitt, brukt = [ny.tekst, st.tekst("av_sprakmodell", svar.sprak)], {int(n) for n in _NUMMER.findall(ny.tekst)}
    else:
        avsnitt, brukt = [st.tekst("ikke_enklere", svar.sprak)], set()
    return replace(
        svar,
        tekst="\n\n".join(avsnitt),
        kilder=tuple(k for k in svar.kilder if k.nr in brukt),
        vurderinger=ny.vurderinger,
        spor={
            **svar.spor,
            "sprakmodell": {Oppgave.ENKLERE.value: ny.spor},
            "formulering": "sprakmodell" if ny.tekst else "sitater",
        },
    )

"""Whether a question lies outside what the descriptions hold.

That is another public matter, or a particular of one place, person or day.
A head of its own beside the boundary's, read twice: over the whole message, and over the sentences that
ask. Many who ask about something else begin with a story full of our words («Far bor på sykehjem, og
passet hans er gått ut. Hvordan bestiller jeg time?»).
"""

from __future__ import annotations

import math

from veileder.forstaelse.grense import del_melding
from veileder.forstaelse.klassifikator import sannsynlig
from veileder.forstaelse.ordliste import Ordliste
from veileder.forstaelse.trekk import trekk_for
from veileder.gjenfinning.analyse import Analyse
from veileder.porter import Embedder

TAK = 8.0
"""The log-odds are held within this, so that one sure reading does not outweigh everything else."""

MINST = 3
"""Words that the asking sentences must have to be read alone."""


def sporsmalsdel(tekst: str) -> str:
    """Return the sentences of a message that end with a question mark, or the whole when they say too little."""
    sporrende = " ".join(s for s in del_melding(tekst) if s.endswith("?"))
    return sporrende if len(sporrende.split()) >= MINST else tekst


def utenfor_feltet(tekst: str, ordliste: Ordliste, analyse: Analyse, embedder: Embedder) -> float:
    """Return the log-odds in [-8, 8] that a question lies outside the field; 0 without a head for the model."""
    lesninger = [_logodds(t, ordliste, analyse, embedder) for t in dict.fromkeys((tekst, sporsmalsdel(tekst)))]
    return sum(lesninger) / len(lesninger)


def _logodds(tekst: str, ordliste: Ordliste, analyse: Analyse, embedder: Embedder) -> float:
    p = sannsynlig("felt", trekk_for(tekst, ordliste, analyse, embedder), embedder.navn).get("utenfor", 0.5)
    return max(-TAK, min(TAK, math.log(max(p, 1e-9) / max(1 - p, 1e-9))))

"""The best hits read again, each together with the question, where the search is not sure which is the right one.

A vector of a question and one of a text can only be near; a cross-encoder sees both at once (Nogueira and Cho 2019,
https://arxiv.org/abs/1901.04085). It is given the section's name and its two sentences nearest to the question. Its
order is taken with the search's; the scores go with the places, so that what they are compared with stays as it was.
Only where an operator has set a cross-encoder (``VEILEDER_KRYSSKODER``).
"""

from __future__ import annotations

import logging
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from veileder.domene import Treff
from veileder.feil import Modellfeil
from veileder.gjenfinning.indeks import Indeks
from veileder.gjenfinning.setningstekst import med_hode
from veileder.gjenfinning.soker import Funn
from veileder.porter import Krysskoder

logg = logging.getLogger(__name__)

LESES = 6
"""Hits that are read, the best first."""

VEKT = 0.12
"""What a unit of the cross-encoder's log-odds counts for against the search's score."""

TVIL = 0.25
"""The search is not sure when its second hit scores within this of the first: two questions in five."""

SETNINGER = 2
"""Sentences of a hit that are read."""


def les_sammen(krysskoder: Krysskoder, indeks: Indeks, sporsmal: str, funn: Funn) -> tuple[Treff, ...]:
    """Return the hits, best first.

    Where the first stands alone, nothing is read; where the model cannot be loaded, that is logged.
    """
    treff = funn.treff
    if len(treff) < 2 or treff[1].poeng < treff[0].poeng - TVIL:
        return treff
    try:
        lest = krysskoder.poeng(sporsmal, [_tekst(indeks, t, funn.vektor) for t in treff[:LESES]])
    except Modellfeil as feil:
        logg.error("Treffene ble ikke lest på nytt: %s", feil)
        return treff
    rekke = np.argsort([VEKT * -float(z) - t.poeng for t, z in zip(treff, lest, strict=False)], kind="stable")
    lest_om = (replace(treff[i], poeng=t.poeng) for t, i in zip(treff, rekke, strict=False))
    return (*lest_om, *treff[len(rekke) :])


def _tekst(indeks: Indeks, t: Treff, vektor: NDArray[np.float32]) -> str:
    """Return the section's name and its sentences nearest to the question, in the order they stand."""
    u = t.utdrag
    naere = (indeks.vektorer(indeks.enheter_av([indeks.rad_for[u.id, u.fil]])) @ vektor)[1 : 1 + len(u.setninger)]
    if not len(naere):
        return f"{u.tittel}: {u.tekst[:300]}"
    valgt = sorted(np.argsort(-naere, kind="stable")[:SETNINGER])
    navn = u.tittel if u.seksjon in ("", u.tittel) else f"{u.tittel} – {u.seksjon}"
    return f"{navn}: " + " ".join(" ".join(med_hode(u, u.setninger[i]).replace("|", " ").split()) for i in valgt)

"""From what is understood of a question to what is searched for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from veileder.domene import Malform, Rolle
from veileder.forstaelse.emne import Emne


@dataclass(frozen=True, slots=True, kw_only=True)
class Sok:
    """What to search for. Probabilities and strengths are in [0, 1]; everything but ``tekst`` may be empty."""

    tekst: str
    utvidelse: str = ""
    kommune: str = ""
    rolle: Rolle = Rolle.INNBYGGER
    malform: Malform = Malform.NB
    tjenester: Mapping[str, float] = field(default_factory=dict)
    aspekter: Mapping[str, float] = field(default_factory=dict)
    signaler: Mapping[str, float] = field(default_factory=dict)
    svartyper: tuple[str, ...] = ()
    trekk: NDArray[np.float32] | None = field(default=None, repr=False)
    antall: int = 10


_STEG_ASPEKT: Mapping[str, Mapping[str, float]] = {
    "klage": {"avslag-og-klage": 1.0},
    "sak": {"tildeling": 0.7, "soknad": 0.3},
    "pris": {"pris": 1.0},
    "soknad": {"kriterier": 0.6, "hvem": 0.5},
}
"""Which section holds the general rule when a question comes near a decision."""


def lag_sok(tekst: str, emne: Emne, *, kommune: str, rolle: Rolle, malform: Malform, steg: str = "", antall: int = 10) -> Sok:
    """Return what to search for; ``steg`` is what a question near a decision is about."""
    aspekter = dict(emne.aspekter)
    for aspekt, styrke in _STEG_ASPEKT.get(steg, {}).items():
        aspekter[aspekt] = max(styrke, aspekter.get(aspekt, 0.0))
    return Sok(
        tekst=tekst,
        utvidelse=emne.utvidelse,
        kommune=kommune,
        rolle=rolle,
        malform=malform,
        tjenester=emne.tjenester,
        aspekter=aspekter,
        signaler=emne.signaler,
        svartyper=emne.svartyper,
        trekk=emne.trekk,
        antall=antall,
    )

"""From what is understood of a question to what is searched for."""

from __future__ import annotations

from collections.abc import Mapping

from veileder.domene import Malform, Rolle
from veileder.forstaelse.emne import Emne
from veileder.gjenfinning.soker import Sok

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
        antall=antall,
    )

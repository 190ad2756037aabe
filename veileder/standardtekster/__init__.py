"""Every fixed text that a user can see in an answer, in bokmål, nynorsk and English.

Emergency numbers stand here, in code, so that they are told even when index and models are down.
Texts for the pages around the chat stand in web/tekster/.
"""

from __future__ import annotations

from veileder.domene import Malform
from veileder.standardtekster.akutt import AKUTT
from veileder.standardtekster.fremmede import FREMMEDE
from veileder.standardtekster.kontakt import KONTAKT
from veileder.standardtekster.mangler import MANGLER
from veileder.standardtekster.overlevering import OVERLEVERING
from veileder.standardtekster.svar import SVAR
from veileder.standardtekster.vedtak import VEDTAK

_TEKSTER: dict[str, dict[Malform, str]] = {**AKUTT, **VEDTAK, **MANGLER, **SVAR, **OVERLEVERING, **KONTAKT}

UTFALLSNAVN = {
    "besvart": "Besvart",
    "delvis": "Delvis besvart",
    "avklaring": "Spør tilbake",
    "uten_grunnlag": "Uten grunnlag",
    "overlevert": "Til et menneske",
    "akutt": "Akutt",
    "avvist": "Avvist",
    "samtale": "Samtale",
    "feilet": "Feilet",
}
"""What each outcome is called where a person reads it."""


def fremmed(navn: str, sprak: str) -> str:
    """Return a fixed text in another language than Norwegian and English, or an empty string for an unknown one."""
    return FREMMEDE.get(sprak, {}).get(navn, "")


def tekst(navn: str, sprak: Malform, /, **felt: str) -> str:
    """Return a fixed text in the language asked for, with its fields filled in.

    Raises:
        KeyError: no text has that name.
    """
    mal = _TEKSTER[navn][sprak]
    return mal.format(**felt) if felt else mal


def navn() -> tuple[str, ...]:
    """Names of all fixed texts."""
    return tuple(_TEKSTER)

"""Making a follow-up stand alone: «og for mor da?», «hva koster det?», «og i Molde?».

A follow-up is short or points back, and there is something to point back to. What it lacks is taken
from the last answered turn; what it says itself always wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from veileder.domene import Tur, Utfall

_PEKER = re.compile(
    r"^\W*(?:og|men|enn|hva med|kva med|ka med|da|gjelder det|gjeld det)\b|\b(?:det|den|dette|denne|disse|desse|der|da)\b\W*$"
    r"|\b(?:koster|kostar|koste|søker|søkjer|varer|gjelder|gjeld|får|fungerer|virker|betyr|omfatter|omfattar|på|for|om|til|av|med) (?:jeg |eg |man |en |ein |vi |du )?(?:på |om |for )?(?:det|den|dette|slikt|sånt|dem|dei)\b",
    re.IGNORECASE,
)
_SVARTE = (Utfall.BESVART, Utfall.DELVIS, Utfall.OVERLEVERT, Utfall.AVKLARING)


def forrige_svarte(tidligere: Sequence[Tur]) -> Tur | None:
    """Return the latest turn that was about something."""
    return next((t for t in reversed(tidligere) if t.utfall in _SVARTE), None)


def er_oppfolging(tekst: str, har_tjeneste: bool) -> bool:
    """Tell whether a message leans on what came before: it points back, or is short without a subject."""
    if har_tjeneste:
        return False
    return bool(_PEKER.search(tekst)) or len(tekst.split()) <= 5


def selvstendig(tekst: str, forrige: Tur, *, har_aspekt: bool, tema: str) -> str:
    """Return the message with what it lacks: the earlier subject, or the whole earlier question.

    ``tema`` is the title of what the earlier turn was about, in words that search understands.
    """
    ren = tekst.strip()
    if forrige.utfall is Utfall.AVKLARING or not har_aspekt:
        return f"{forrige.selvstendig} {ren}".strip()
    return f"{ren} ({tema})" if tema else f"{forrige.selvstendig} {ren}"

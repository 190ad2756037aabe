"""Whether a sentence is in the language it should be in: small words tell, and n-grams where they do not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from veileder.domene import Malform
from veileder.forstaelse.sprak import gjett_malform

if TYPE_CHECKING:
    from lingua import LanguageDetector

UTELUKKET, SIKKERT_ANNET = 0.15, 0.95
"""Confidence below which a målform is ruled out when the small words, too, say another, and from which Danish, Swedish and
English together are believed alone. Of the 300 development sentences one is taken for another language than its own."""

_ORD = re.compile(r"[a-zæøåäö]+")
_DANSK = frozenset(
    "af hvad mig dig sig uge uger ugen bliver blev blevet hjælp hjælpe hjælpen søge søger ansøge ansøger ansøgning"
    " ansøgningen ydelse ydelser afgørelse afgørelsen afgør ifølge derhjemme plejehjem sygehus sygepleje sygeplejerske"
    " hjemmepleje efter mere meget igen ud op gør beløb udgift udgifter borger borgere borgeren læge lægen".split()
) - {"gjør", "blev", "sig"}
"""Words of Danish that are neither bokmål nor nynorsk."""

_FREMMED = re.compile(r"[äöÄÖ]|[^\W\d_a-zæøåéèêòóôàâüA-ZÆØÅÉÈÊÒÓÔÀÂÜ]")
_NAVN = {Malform.NB: "BOKMAL", Malform.NN: "NYNORSK"}


def feil_malform(setning: str, malform: Malform) -> bool:
    """Whether a visible sentence is not in ``malform`` (nb or nn), as far as its words tell."""
    if _FREMMED.search(setning) or any(o in _DANSK for o in _ORD.findall(setning.lower())):
        return True
    tillit = {v.language.name: v.value for v in _lingua().compute_language_confidence_values(setning)}
    if sum(tillit[n] for n in ("DANISH", "SWEDISH", "ENGLISH")) >= SIKKERT_ANNET:
        return True
    gjettet = gjett_malform(setning)
    return gjettet not in (None, malform) and tillit[_NAVN[malform]] < UTELUKKET


@cache
def _lingua() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    sprak = [getattr(Language, navn) for navn in ("BOKMAL", "NYNORSK", "DANISH", "SWEDISH", "ENGLISH")]
    return LanguageDetectorBuilder.from_languages(*sprak).with_low_accuracy_mode().build()

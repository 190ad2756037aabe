"""Checks in code that every outgoing text passes: no quotation that is not there, no promise of ours.

The extractive answer is made of quotations, so the checks are exact. A failed check withdraws the
source, or the whole answer when nothing is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from veileder.domene import Kilde, Utdrag, Vurdering

_TRO = r"(?:nok |sikkert |truleg |trolig |sannsynligvis |heilt |helt )*"
_LOFTE = re.compile(
    rf"\b(?:du|dere|de) (?:har {_TRO}(?:rett|krav) (?:til|på)|får {_TRO}(?:plass|innvilget|innvilga|medhold|avslag)"
    rf"|(?:kommer|kjem) {_TRO}til å få|vil {_TRO}få|fyller {_TRO}vilkår\w*|oppfyller {_TRO}(?:vilkår|kriteri)\w*)\b"
    r"|\b(?:sannsynlig\w*|sjansen?|oddsen?) (?:er|for) (?:stor|god|liten|høy|høg|lav|låg)"
    r"|\b(?:vedtaket|avslaget) (?:ditt |er |ser )+(?:ut til å være )?(?:feil|galt|gale|ulovlig\w*|ugyldig\w*|riktig|rett)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"\bkr\.? ?\d|\b\d[\d ]* ?(?:kroner|kr|prosent|%|timer|timar)\b", re.IGNORECASE)


def brett(tekst: str) -> str:
    """Return a text with white space folded: how quotations are compared."""
    return " ".join(tekst.split())


def kontroller_sitat(kilde: Kilde, utdrag: Utdrag) -> Vurdering:
    """The quotation stands word for word in the passage that it names."""
    bestatt = bool(kilde.sitat) and kilde.sitat in brett(utdrag.tekst)
    return Vurdering(kontroll="sitat", bestatt=bestatt, grunn=kilde.utdrag if bestatt else f"sitatet står ikke i {kilde.utdrag}")


def kontroller_henvisninger(tekst: str, kilder: Sequence[Kilde]) -> Vurdering:
    """Every [n] has a source, and every source is pointed to."""
    brukt = {int(n) for n in re.findall(r"\[(\d+)\](?!\()", tekst)}
    finnes = {k.nr for k in kilder}
    bestatt = brukt == finnes
    return Vurdering(
        kontroll="henvisninger", bestatt=bestatt, grunn="" if bestatt else f"tekst {sorted(brukt)}, kilder {sorted(finnes)}"
    )


def lover(tekst: str) -> bool:
    """Whether a text promises the reader a right or an outcome, or says how likely one is."""
    return _LOFTE.search(tekst) is not None


def kontroller_egne_ord(egne: Iterable[str]) -> Vurdering:
    """None of our own sentences promises a right, an outcome or a sum."""
    brudd = [s for s in egne if lover(s) or _SUM.search(s)]
    return Vurdering(kontroll="ingen løfter", bestatt=not brudd, grunn="; ".join(brudd))

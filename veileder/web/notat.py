"""The note that a user may give to a human: drafted from the conversation, edited and approved by the user."""

from __future__ import annotations

from veileder.domene import Malform, Utfall
from veileder.gjennomgang.kontaktonske import LENGDE
from veileder.web.tekster import tekst
from veileder.web.tilstand import Tilstand

_SLUTT = {
    Utfall.BESVART: "notat_besvart",
    Utfall.DELVIS: "notat_delvis",
    Utfall.UTEN_GRUNNLAG: "notat_uten_grunnlag",
    Utfall.OVERLEVERT: "notat_overlevert",
}
"""How a question ended, in words; other turns are no questions to a human."""


def lag_notat(t: Tilstand, sprak: Malform) -> str:
    """Return what the user approved, or else a draft of the masked questions and how each ended; empty without any."""
    if t.eget_notat:
        return t.eget_notat
    if t.notat and t.siste is not None and t.notat != t.siste.sporsmal:
        return t.notat  # a chat model wrote it from the conversation
    spurt = {tur.tekst: tekst(_SLUTT[tur.utfall], sprak) for tur in t.turer if tur.utfall in _SLUTT}
    if len(spurt) == 1:
        return next(iter(spurt))  # said best as it was asked
    linjer = [f"– {sporsmal} ({slutt})" for sporsmal, slutt in spurt.items()]
    hode = tekst("notat_start", sprak)
    while linjer and len("\n".join([hode, *linjer])) > LENGDE["notat"]:
        linjer.pop(0)
    return "\n".join([hode, *linjer]) if linjer else ""

"""The note to a human: what the user told, in three sentences, with nothing that the user did not say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from veileder.domene import Malform, Vurdering
from veileder.formulering.kontroll import lover
from veileder.formulering.sprakmodell.egneord import nytt_i
from veileder.formulering.sprakmodell.ettsvar import spor, sporr, vurdering
from veileder.formulering.sprakmodell.oppsett import Oppgave, Sprakoppsett

if TYPE_CHECKING:
    from veileder.gjenfinning.analyse import Analyse

FLEST, LENGST = 3, 30
"""Sentences of a note, and words of each."""


def skriv_notat(
    meldinger: Sequence[str], malform: Malform, oppsett: Sprakoppsett, analyse: Analyse
) -> tuple[str, list[Vurdering], dict[str, object]]:
    """Return the note, or an empty string where not one sentence holds; the checks; what was used.

    ``meldinger`` are the user's own (masked) messages, oldest first.
    """
    sprak = "nynorsk" if malform is Malform.NN else "bokmål"
    verdi, bit, brudd = sporr(oppsett, Oppgave.NOTAT, malform=sprak, samtale="\n".join(f"- {t}" for t in meldinger))
    skrevet = verdi.get("setninger")
    if brudd or not isinstance(skrevet, list):
        return "", [vurdering(Oppgave.NOTAT, f"avbrudd: {brudd}" if brudd else "form")], spor(oppsett, Oppgave.NOTAT, bit)
    holdt, vurderinger = [], []
    for setning in (" ".join(str(s).split()) for s in skrevet[:FLEST]):
        feil = "lengde" if not 0 < len(setning.split()) <= LENGST else nytt_i(setning, " ".join(meldinger), analyse)
        feil = feil or ("lovnad" if lover(setning) else "")
        vurderinger.append(vurdering(Oppgave.NOTAT, feil))
        if not feil:
            holdt.append(setning)
    return " ".join(holdt), vurderinger, spor(oppsett, Oppgave.NOTAT, bit)

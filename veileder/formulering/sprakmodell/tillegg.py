"""What a chat model adds to an answer that is made: a translation, a twin for caseworkers, a note to a human.

Each is optional by setting, has a check of its own, and is left out where it does not hold. The answer stands as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from veileder import standardtekster as st
from veileder.domene import Henvendelse, Malform, Rolle, Svar, Utfall, Vurdering
from veileder.formulering.sprakmodell.notat import skriv_notat
from veileder.formulering.sprakmodell.omskriving import omskriv
from veileder.formulering.sprakmodell.oppsett import Oppgave, Sprakoppsett
from veileder.formulering.sprakmodell.oversettelse import oversett
from veileder.forstaelse.sprak import finn_fremmedsprak

if TYPE_CHECKING:
    from veileder.ressurser import Ressurser

LANG_MELDING = 25
"""Words of a message from which a note may be shorter than it."""


def legg_til(svar: Svar, h: Henvendelse, r: Ressurser) -> Svar:
    """Return the answer with what the settings ask for beside it."""
    oppsett = r.sprak
    if oppsett is None or svar.utfall in (Utfall.AKUTT, Utfall.AVVIST, Utfall.SAMTALE, Utfall.FEILET):
        return svar
    if Oppgave.OVERSETT in oppsett.oppgaver:
        svar = _oversatt(svar, oppsett)
    if Oppgave.TVILLING in oppsett.oppgaver and h.rolle is Rolle.SAKSBEHANDLER:
        svar = _med_tvilling(svar, r)
    return _med_notat(svar, h, r) if Oppgave.NOTAT in oppsett.oppgaver and svar.overlevering else svar


def _oversatt(svar: Svar, oppsett: Sprakoppsett) -> Svar:
    kode = "en" if svar.sprak is Malform.EN else finn_fremmedsprak(svar.sporsmal)
    if not kode or not svar.kilder:
        return svar
    deler, vurderinger, brukt = oversett(svar.kilder, kode, oppsett)
    merke = st.tekst("maskinoversatt", Malform.EN) if kode == "en" else st.fremmed("maskinoversatt", kode)
    tekster = [merke, *(f"{tekst} [{nr}]" for nr, tekst in deler)] if deler else []
    return _utvidet(svar, tekster, vurderinger, oppgave=Oppgave.OVERSETT, spor={"sitater": brukt}, oppsett=oppsett)


def _med_tvilling(svar: Svar, r: Ressurser) -> Svar:
    assert r.sprak is not None
    twin = omskriv(svar, svar.tur.kommune if svar.tur else "", r, Oppgave.TVILLING)
    tekster = [st.tekst("tvilling", svar.sprak), twin.tekst] if twin.tekst else []
    return _utvidet(svar, tekster, twin.vurderinger, oppgave=Oppgave.TVILLING, spor=twin.spor, oppsett=r.sprak)


def _med_notat(svar: Svar, h: Henvendelse, r: Ressurser) -> Svar:
    assert r.sprak is not None
    assert svar.overlevering is not None
    meldinger = [*(t.tekst for t in h.tidligere), svar.sporsmal]
    if len(" ".join(meldinger).split()) < LANG_MELDING or svar.sprak is Malform.EN:
        return svar
    notat, vurderinger, spor = skriv_notat(meldinger, svar.sprak, r.sprak, r.indeks.leksikalsk.analyse)
    if notat:
        svar = replace(svar, overlevering=replace(svar.overlevering, notat=notat))
    return _utvidet(svar, [], vurderinger, oppgave=Oppgave.NOTAT, spor=spor, oppsett=r.sprak)


def _utvidet(
    svar: Svar, tekster: Sequence[str], vurderinger: Sequence[Vurdering], *, oppgave: Oppgave, spor: object, oppsett: Sprakoppsett
) -> Svar:
    if not vurderinger and not tekster:
        return svar
    brukt: object = svar.spor.get("sprakmodell")
    egne = brukt if isinstance(brukt, dict) else {"modell": oppsett.modell.navn}
    return replace(
        svar,
        tekst="\n\n".join([svar.tekst, *tekster]),
        vurderinger=(*svar.vurderinger, *vurderinger),
        spor={**svar.spor, "sprakmodell": {**egne, oppgave.value: spor}},
    )

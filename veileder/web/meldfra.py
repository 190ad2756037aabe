"""«Meld fra om svaret»: a reason by one click, a receipt when it is stored, and more words for those who want.

A click names an answer and a reason by number. An answer that is not this session's is refused.
"""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

from collections.abc import Mapping

import chainlit as cl

from veileder.domene import Malform
from veileder.feil import Lagerfeil
from veileder.gjennomgang.flaggtekster import rapportgrunn
from veileder.gjennomgang.verdier import Rapportgrunn
from veileder.web import skjemaflyt
from veileder.web import utsending as ut
from veileder.web.knapper import menneskeknapp
from veileder.web.kobling import hent
from veileder.web.skjema import Tillegg
from veileder.web.tekster import tekst
from veileder.web.tekster.engelsk import MELDEGRUNNER
from veileder.web.tilstand import Tilstand
from veileder.web.vakt import etter_tur, slipp_inn, tilstand, vaktsom

GRUNNER = tuple(Rapportgrunn)
"""In the order of the buttons."""


def _etikett(grunn: Rapportgrunn, sprak: Malform) -> str:
    return MELDEGRUNNER[grunn.value] if sprak is Malform.EN else rapportgrunn(grunn, sprak)


@vaktsom
@etter_tur
async def velg_grunn(payload: Mapping[str, object]) -> None:
    """Ask what is wrong, or show the receipt of what was reported already."""
    t = tilstand()
    if (svar := await _svar(t, payload)) is None:
        return
    if nummer := t.meldt.get(svar):
        await ut.si(tekst("meld_alt_meldt", t.sprak).format(nummer=nummer))
        return
    knapper = [
        cl.Action(name="meldegrunn", payload={"svar": svar, "nr": nr}, label=_etikett(grunn, t.sprak))
        for nr, grunn in enumerate(GRUNNER)
    ]
    await ut.si(tekst("meld_grunn", t.sprak), knapper)


@vaktsom
@etter_tur
async def meld(payload: Mapping[str, object]) -> None:
    """Store the report, and show its receipt when it is stored."""
    t, nr = tilstand(), payload.get("nr")
    if (svar := await _svar(t, payload)) is None:
        return
    if type(nr) is not int or not 0 <= nr < len(GRUNNER):
        await ut.si(tekst("valg_utgatt", t.sprak))
        return
    if nummer := t.meldt.get(svar):
        await ut.si(tekst("meld_alt_meldt", t.sprak).format(nummer=nummer))
        return
    arkiv, kobling, grunn = hent().arkiv, hent(), GRUNNER[nr]
    assert arkiv is not None
    malform = Malform.NN if t.sprak is Malform.NN else Malform.NB  # the page where the report is seen has these two
    try:
        rapport = await kobling.kjor(lambda: arkiv.meld_fra(svar, t.samtale_id, grunn, malform))
    except Lagerfeil:
        await ut.si(tekst("lagring_feilet", t.sprak), menneskeknapp(t.sprak))
        return
    t.meldt[svar] = rapport.nummer
    mer = cl.Action(name="meldetekst", payload={"svar": svar}, label=tekst("meld_skriv_mer", t.sprak))
    dager = kobling.innstillinger.oppbevar_meldinger
    await ut.si(tekst("meld_kvittering", t.sprak).format(nummer=rapport.nummer, dager=dager), [mer, *menneskeknapp(t.sprak)])


@vaktsom
@etter_tur
async def skriv_mer(payload: Mapping[str, object]) -> None:
    """Take the next message as more words about a report of this session."""
    t = tilstand()
    if (svar := await _svar(t, payload, ogsa_stengt=False)) is None:
        return
    if nummer := t.meldt.get(svar):
        t.skjema = Tillegg(nummer=nummer)
        await ut.si(tekst("meld_skriv", t.sprak), skjemaflyt.knapper(t.skjema, t.sprak))
    else:
        await ut.si(tekst("valg_utgatt", t.sprak))


async def _svar(t: Tilstand, payload: Mapping[str, object], *, ogsa_stengt: bool = True) -> str | None:
    """Return the answer that was clicked under, or None after having told why not."""
    if not await slipp_inn(t, ogsa_stengt=ogsa_stengt):
        return None
    svar = payload.get("svar")
    if hent().arkiv is None or not isinstance(svar, str) or svar not in t.besvart:
        await ut.si(tekst("valg_utgatt", t.sprak))
        return None
    return svar

"""«Slett samtalen»: asks once, deletes what is stored of the conversation with its reports, and says so when it is gone."""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

import uuid
from collections.abc import Mapping

import chainlit as cl

from veileder.feil import Lagerfeil
from veileder.gjennomgang.nummer import vis_samtale
from veileder.web import utsending as ut
from veileder.web.knapper import menneskeknapp
from veileder.web.kobling import hent
from veileder.web.tekster import tekst
from veileder.web.tilstand import Tilstand
from veileder.web.vakt import etter_tur, slipp_inn, tilstand, vaktsom

ONSKER = {
    "slett samtalen",
    "slett samtalen min",
    "slett denne samtalen",
    "slett samtala",
    "slett samtala mi",
    "slett denne samtala",
}
"""What a message must say, and nothing else, to be taken for the wish."""

JA, NEI = 0, 1
"""Numbers of the buttons."""


def er_onske(skrevet: str) -> bool:
    """Return whether a message asks for the conversation to be deleted."""
    return len(skrevet) < 40 and " ".join(skrevet.lower().split()).rstrip(" .!") in ONSKER


async def sporr(t: Tilstand) -> None:
    """Ask whether it shall be deleted, and tell what that is. The id lets the person ask what is held instead."""
    t.slettesporsmal = uuid.uuid4().hex
    knapper = [
        cl.Action(name="slett_samtale", payload={"sporsmal": t.slettesporsmal, "nr": nr}, label=tekst(navn, t.sprak))
        for nr, navn in ((JA, "slett_ja"), (NEI, "slett_nei"))
    ]
    dager = hent().innstillinger.oppbevar_meldinger
    await ut.si(tekst("slett_sporsmal", t.sprak).format(dager=dager, id=vis_samtale(t.samtale_id)), knapper)


@vaktsom
@etter_tur
async def svar(payload: Mapping[str, object]) -> None:
    """Do what was clicked; a button of an earlier question, or of another conversation, does nothing."""
    t, nr = tilstand(), payload.get("nr")
    if not await slipp_inn(t, ogsa_stengt=True):
        return
    if not t.slettesporsmal or payload.get("sporsmal") != t.slettesporsmal or type(nr) is not int or nr not in (JA, NEI):
        await ut.si(tekst("valg_utgatt", t.sprak))
        return
    if nr == NEI:
        t.slettesporsmal = ""
        await ut.si(tekst("slett_avbrutt", t.sprak))
        return
    await _slett(t)


async def _slett(t: Tilstand) -> None:
    kobling = hent()
    if (arkiv := kobling.arkiv) is not None:
        try:
            await kobling.kjor(lambda: arkiv.slett_samtale(t.samtale_id))
        except Lagerfeil:
            await ut.si(tekst("slett_feilet", t.sprak), menneskeknapp(t.sprak))
            return
    hadde_kontaktsak = t.kontaktsaker > 0
    t.glem()
    deler = [tekst("slett_gjort", t.sprak), *([tekst("slett_kontaktsak", t.sprak)] if hadde_kontaktsak else [])]
    await ut.si("\n\n".join(deler))

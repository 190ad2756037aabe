"""An answer on its way to the page: in pieces, then its sources to open, then what may be done next."""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from collections.abc import Awaitable, Mapping

import chainlit as cl

from veileder.domene import Forslag, Svar, Utfall
from veileder.web import andre, visning
from veileder.web import utsending as ut
from veileder.web.knapper import INGEN, Knapper, til_menneske, under, valgknapper, videreknapper
from veileder.web.kontaktkort import apent_na
from veileder.web.kopi import kopitekst, som_tekst
from veileder.web.merking import biter
from veileder.web.tekster import tekst

STROMTID = 0.6
"""Seconds that an answer streams at the most: long enough to be seen coming, too short to wait for."""

VENTETID = 1.5
"""Seconds to wait for the questions to go on with, once the sources are shown."""

SOM_VEILEDER = {"avatarName": "Veileder"}
"""A source is shown with the assistant's picture; otherwise its title would be looked up as a picture's name."""

Navn = Mapping[str, str]


async def send_svar(
    svar: Svar,
    navn: Navn,
    melding: cl.Message,
    knapper: Knapper = INGEN,
    videre: Awaitable[tuple[Forslag, ...]] | None = None,
) -> tuple[Forslag, ...]:
    """Stream the answer, then its sources, each closed and to be opened by its title, then the buttons under it.

    ``melding`` is where the answer stands; what was shown in it while the answer was made gives way to the whole. ``navn``
    are the names of municipalities by slug. The library shows a message's buttons right under its text: where there are
    sources, the buttons wait for them. Returns the questions to go on with that are shown.
    """
    innhold = _innhold(svar, navn)
    menneske, stille = til_menneske(svar), under(svar, knapper, melding.id)
    melding.actions = [*valgknapper(svar), *([] if svar.kilder else [*menneske, *stille])]
    if melding.streaming:
        await melding.stream_token(innhold, is_sequence=True)
    else:
        await _strom(melding, innhold)
    await melding.send()
    await _send_kilder(svar, navn, melding)
    forslag = await _vent(videre)
    if forslag:
        await ut.rad(tekst("videre", svar.sprak), videreknapper(svar, forslag))
    if svar.kilder and (menneske or stille):
        await ut.rad(tekst("heller" if menneske else "meld_ledd", svar.sprak), [*menneske, *stille])
    if svar.utfall is Utfall.FEILET and svar.overlevering and svar.overlevering.kontakt.navn:
        await ut.send_kontakt(svar.overlevering.kontakt, svar.sprak, svar.overlevering.notat)
    return forslag


def _innhold(svar: Svar, navn: Navn) -> str:
    """Return the answer with who has a text of its own, and, where it shows a number with known hours, whether it is open."""
    kontakt = svar.overlevering.kontakt if svar.overlevering else None
    apent = apent_na(kontakt, svar.sprak, dt.datetime.now(dt.UTC)) if kontakt and kontakt.tider else ""
    return visning.svartekst(svar, andre.lokal_linje(svar, navn, svar.sprak), apent)


async def _send_kilder(svar: Svar, navn: Navn, melding: cl.Message) -> None:
    """Send the sources, what else was considered, and to the page's script what it copies and in which language they are."""
    sprak = {melding.id: svar.sprak.value}
    stier = {t.utdrag.id: (t.utdrag.tittel, *t.utdrag.overskrifter) for t in svar.treff}
    for kilde in svar.kilder:
        innhold = visning.kildetekst(kilde, navn, svar.sprak, stier.get(kilde.utdrag, ()))
        steg = await _steg(visning.kildetittel(kilde, navn, svar.sprak), innhold, melding)
        sprak |= {steg: svar.sprak.value, f"sitat:{steg}": kilde.malform.value}
    if svar.kilder and (vurdert := andre.vurdert(svar)):
        innhold = andre.vurdertliste(vurdert, navn, svar.sprak)
        sprak[await _steg(tekst("andre_tekster", svar.sprak), innhold, melding, "andre-")] = svar.sprak.value
    kopi = {melding.id: kopitekst(svar, navn, dt.date.today())} if svar.kilder else {}  # noqa: DTZ011 - the reader's day
    fremmede = [[k.malform.value, som_tekst(k.sitat)] for k in svar.kilder if k.malform is not svar.sprak]
    melding_ = {"fra": "veileder", "hva": "svar", "sprak": sprak, "kopi": kopi, "sitater": {melding.id: fremmede}}
    await cl.send_window_message(melding_)


async def _steg(navn: str, innhold: str, melding: cl.Message, slag: str = "") -> str:
    """Send a text that is opened by its name, and return its id, which begins with ``slag`` for the style sheet."""
    steg = cl.Step(
        name=navn,
        id=f"{slag}{uuid.uuid4()}",
        type="tool",
        show_input=False,
        metadata=SOM_VEILEDER,
        parent_id=melding.parent_id,  # else it is shown after all that has a parent
    )
    steg.output = innhold
    await steg.send()
    return str(steg.id)


async def _strom(melding: cl.Message, innhold: str) -> None:
    deler = biter(innhold)
    for bit in deler:
        await melding.stream_token(bit)
        await asyncio.sleep(min(0.02, STROMTID / len(deler)))


async def _vent(videre: Awaitable[tuple[Forslag, ...]] | None) -> tuple[Forslag, ...]:
    """Return the questions to go on with, none when they take too long: the buttons do not wait for them."""
    if videre is None:
        return ()
    try:
        return await asyncio.wait_for(videre, VENTETID)
    except Exception:  # noqa: BLE001 - an answer without them is whole
        return ()

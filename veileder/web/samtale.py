"""What happens when someone writes or clicks in the chat. Every entry catches, so no exception text is ever shown."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace

import chainlit as cl

from veileder.domene import Henvendelse, Kontakt, Malform, Rolle
from veileder.forstaelse.akutt import finn_akutt
from veileder.forstaelse.sprak import gjett_malform
from veileder.web import skjemaflyt, sletting
from veileder.web import utsending as ut
from veileder.web.knapper import onsker_menneske
from veileder.web.kobling import hent
from veileder.web.notat import lag_notat
from veileder.web.svarflyt import ANNEN_ROLLE, besvar_og_send
from veileder.web.svarsending import send_svar
from veileder.web.tekster import tekst
from veileder.web.tilstand import Tilstand
from veileder.web.vakt import etter_tur, slipp_inn, tilstand, vaktsom


@vaktsom
async def start() -> None:
    """Tell the page that a new session is open, so that it sends what is chosen in the bar."""
    await ut.meld_tilstand(tilstand(), ny=True)


@vaktsom
@etter_tur
async def melding(innhold: object, slag: str) -> None:
    """Answer a message. ``slag`` is the type that the client claims; only a user's message is answered."""
    t = tilstand()
    t.mottatt = innhold if isinstance(innhold, str) else ""
    grense = hent().innstillinger.meldingslengde
    if not await slipp_inn(t, innhold if isinstance(innhold, str) else ""):
        return
    if slag != "user_message" or not isinstance(innhold, str):
        await ut.si(tekst("ugyldig", t.sprak))
    elif not innhold.strip():
        await ut.si(tekst("tom", t.sprak))
    elif len(innhold) > grense:
        await ut.si(tekst("for_lang", t.sprak).format(antall=len(innhold), grense=grense))
    elif sletting.er_onske(innhold):
        await sletting.sporr(t)
    elif t.skjema is not None and not finn_akutt(innhold, innhold):
        await skjemaflyt.ta_imot(t, t.skjema, innhold)
    else:
        t.skjema = None  # danger goes before any form
        await _svar(t, innhold)


async def _svar(t: Tilstand, sporsmal: str) -> None:
    t.antall += 1
    henvendelse = Henvendelse(
        id=uuid.uuid4().hex,
        samtale_id=t.samtale_id,
        turnr=t.antall,
        tekst=sporsmal,
        rolle=t.rolle,
        kommune=t.kommune,
        sprak=None if gjett_malform(sporsmal) else t.sprak,  # the language of the question goes before that of the page
        tidligere=t.turer,
    )
    await besvar_og_send(t, henvendelse)
    if t.siste is not None and onsker_menneske(t.siste):
        await _vei_til_menneske(t)


@vaktsom
@etter_tur
async def valg(payload: Mapping[str, object]) -> None:
    """Answer a click on one of the readings that the latest answer offered: an index, and of that answer only."""
    t = tilstand()
    if not await slipp_inn(t):
        return
    nr, av = payload.get("nr"), payload.get("svar")
    siste = t.siste
    gyldig = siste is not None and siste.henvendelse == av and type(nr) is int and 0 <= nr < len(siste.valg)
    if not gyldig or siste is None or type(nr) is not int:
        await ut.si(tekst("valg_utgatt", t.sprak))
        return
    valgt, t.skjema = siste.valg[nr], None
    await ut.som_bruker(t, valgt)
    await _svar(t, f"{siste.tur.selvstendig} ({valgt})" if siste.tur else valgt)


@vaktsom
@etter_tur
async def videre(payload: Mapping[str, object]) -> None:
    """Ask one of the questions to go on with that stand under an answer of this session: the click sends an index."""
    t, nr, svar = tilstand(), payload.get("nr"), payload.get("svar")
    if not await slipp_inn(t):
        return
    forslag = t.forslag.get(svar, ()) if isinstance(svar, str) else ()
    if type(nr) is not int or not 0 <= nr < len(forslag):
        await ut.si(tekst("valg_utgatt", t.sprak))
        return
    valgt, t.skjema = forslag[nr], None
    await ut.som_bruker(t, valgt.sporsmal)
    await _svar(t, valgt.sporsmal)


@vaktsom
@etter_tur
async def annen_rolle(payload: Mapping[str, object]) -> None:
    """Answer the latest question again as for the other role; what is chosen in the bar stays."""
    t, svar = tilstand(), payload.get("svar")
    if not await slipp_inn(t):
        return
    spurt = t.spurt.get(svar) if isinstance(svar, str) else None
    if spurt is None:
        await ut.si(tekst("valg_utgatt", t.sprak))
        return
    t.antall, t.skjema = t.antall + 1, None
    henvendelse = replace(spurt, id=uuid.uuid4().hex, samtale_id=t.samtale_id, turnr=t.antall, rolle=ANNEN_ROLLE[spurt.rolle])
    await besvar_og_send(t, henvendelse, for_rolle=True)


@vaktsom
@etter_tur
async def enklere(payload: Mapping[str, object]) -> None:
    """Say the latest answer in simpler words; an older one is out of sight."""
    t, kobling = tilstand(), hent()
    if not await slipp_inn(t):
        return
    siste = t.siste
    if siste is None or siste.henvendelse != payload.get("svar"):
        await ut.si(tekst("valg_utgatt", t.sprak))
        return
    svar = await kobling.kjor(lambda: kobling.tjeneste.enklere(siste))
    await send_svar(svar, dict(await kobling.kommuner()), cl.Message(content=""))


@vaktsom
@etter_tur
async def menneske() -> None:
    """Show where a human is reached, or ask which kommune it is about."""
    await _menneske(tilstand())


async def _menneske(t: Tilstand) -> None:
    if await slipp_inn(t, ogsa_stengt=True):
        await _vei_til_menneske(t)


async def _vei_til_menneske(t: Tilstand) -> None:
    if t.kommune:
        await _send_kontakt(t)
    else:
        await ut.sporr_kommune(await hent().kommuner(), t.sprak)


async def _send_kontakt(t: Tilstand) -> None:
    kobling = hent()
    kan_sendes = kobling.stengning.les() is None and kobling.arkiv is not None
    notat = lag_notat(t, t.sprak)
    knapper, notatknapp = skjemaflyt.kontaktknapp(t.sprak) if kan_sendes else [], f"notat-{uuid.uuid4()}"
    if notat:
        knapper.append(cl.Action(id=notatknapp, name="hos_leseren", payload={}, label=tekst("notat_bruk", t.sprak)))
        await cl.send_window_message({"fra": "veileder", "hva": "notat", "notat": {notatknapp: notat}, "kan_sendes": kan_sendes})
    grunn = t.siste.overlevering.grunn if t.siste and t.siste.overlevering and t.siste.sprak is t.sprak else ""
    svarfrist = kobling.innstillinger.svarfrist if kan_sendes else 0
    await ut.send_kontakt(await _kontakt(t.kommune), t.sprak, notat, knapper, grunn=grunn, svarfrist=svarfrist)


async def _kontakt(kommune: str) -> Kontakt:
    kobling = hent()
    return await kobling.kjor(lambda: kobling.tjeneste.kontakt(kommune))


@vaktsom
@etter_tur
async def kommunevalg(payload: Mapping[str, object]) -> None:
    """Take the kommune that was clicked (an index) and show its contact."""
    t = tilstand()
    if not await slipp_inn(t, ogsa_stengt=True):
        return
    nr, kommuner = payload.get("nr"), await hent().kommuner()
    if type(nr) is not int or not 0 <= nr < len(kommuner):
        await ut.si(tekst("valg_utgatt", t.sprak))
        return
    t.velg_kommune(kommuner[nr][0])
    await ut.meld_tilstand(t, valgt=True)
    await _send_kontakt(t)


@vaktsom
@etter_tur
async def fra_siden(data: object) -> None:
    """Take what the page's bar says. Anything else is dropped: any window may post messages."""
    if not isinstance(data, Mapping) or data.get("til") != "veileder":
        return
    t = tilstand()
    if data.get("hva") == "menneske":
        await _menneske(t)
    elif data.get("hva") == "notat":
        await skjemaflyt.send_notat(t, data.get("notat"))
    elif data.get("hva") == "slett" and await slipp_inn(t, ogsa_stengt=True):
        await sletting.sporr(t)
    elif data.get("hva") == "valg":
        kommune, rolle = data.get("kommune"), data.get("rolle")
        if kommune == "" or kommune in {slug for slug, _ in await hent().kommuner()}:
            t.velg_kommune(str(kommune))
        if rolle in {r.value for r in Rolle}:
            t.rolle = Rolle(str(rolle))
        if (sprak := data.get("sprak")) in {m.value for m in Malform}:
            t.sprak, t.sprak_valgt = Malform(str(sprak)), True
        if data.get("fortsetter") is True and not t.turer:
            await ut.si(tekst("glemt", t.sprak))


@vaktsom
async def stoppet() -> None:
    """Say that the answer was stopped."""
    await ut.si(tekst("stoppet", tilstand().sprak))


async def slutt() -> None:
    """Forget what the chat library keeps of the conversation."""
    from chainlit.chat_context import chat_contexts

    chat_contexts.pop(cl.context.session.id, None)

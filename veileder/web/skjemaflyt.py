"""What happens while a user fills something in: the next question, the buttons, and the receipt when it is stored."""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import chainlit as cl

from veileder.domene import Malform
from veileder.feil import Lagerfeil
from veileder.gjennomgang.kontaktonske import LENGDE, Kontaktonske, kort, les_kontaktvei
from veileder.gjennomgang.verdier import Kontaktsak
from veileder.web import utsending as ut
from veileder.web.kobling import hent
from veileder.web.merking import trygg
from veileder.web.notat import lag_notat
from veileder.web.skjema import KAN_HOPPES_OVER, Kontaktskjema, Skjema, Tillegg
from veileder.web.tekster import dato, tekst
from veileder.web.tilstand import Tilstand
from veileder.web.vakt import etter_tur, slipp_inn, tilstand, vaktsom

KNAPPER = ("avbryt", "hopp", "bruk_notat", "send")
"""What a button of a form does; a click sends the number of one."""

HOYST = 3
"""Requests for contact that one session may leave."""

_ETIKETT = {"avbryt": "skjema_avbryt", "hopp": "skjema_hopp", "bruk_notat": "kontaktsak_bruk_notat", "send": "skjema_send"}


def kontaktknapp(sprak: Malform) -> list[cl.Action]:
    """Return the button that begins a request for contact."""
    return [cl.Action(name="kontaktsak", payload={}, label=tekst("kontaktsak", sprak), icon="mail")]


def knapper(skjema: Skjema, sprak: Malform, notat: str = "") -> list[cl.Action]:
    """Return the buttons of the step that a form has come to."""
    ledd = skjema.ledd if isinstance(skjema, Kontaktskjema) else ""
    slag = ["send"] if ledd == "se_over" else []
    slag += ["bruk_notat"] if ledd == "notat" and notat else []
    slag += ["hopp"] if ledd in KAN_HOPPES_OVER else []
    return [
        cl.Action(name="skjema", payload={"skjema": skjema.id, "nr": KNAPPER.index(s)}, label=tekst(_ETIKETT[s], sprak))
        for s in (*slag, "avbryt")
    ]


@vaktsom
@etter_tur
async def start_kontakt() -> None:
    """Begin a request for contact, or ask which kommune it is for."""
    await _start_kontakt(tilstand())


async def send_notat(t: Tilstand, notat: object) -> None:
    """Begin a request for contact with the note that the user has edited and approved."""
    if not isinstance(notat, str) or len(notat) > 4 * LENGDE["notat"]:
        await ut.si(tekst("ugyldig", t.sprak))
        return
    t.eget_notat = kort(notat, "notat")
    await _start_kontakt(t)


async def _start_kontakt(t: Tilstand) -> None:
    if not await slipp_inn(t) or hent().arkiv is None:
        return
    if t.kontaktsaker >= HOYST:
        await ut.si(tekst("kontaktsak_mange", t.sprak))
        return
    kommuner = await hent().kommuner()
    if t.kommune not in dict(kommuner):
        await ut.sporr_kommune(kommuner, t.sprak)
        return
    malform = Malform.NN if t.sprak is Malform.NN else Malform.NB  # what those who take it up read
    onske = Kontaktonske(kommune=t.kommune, malform=malform, notat=t.eget_notat)
    t.skjema = Kontaktskjema(onske=onske, kommunenavn=dict(kommuner)[t.kommune])
    await _sporr(t, t.skjema)


@vaktsom
@etter_tur
async def trykk(payload: Mapping[str, object]) -> None:
    """Do what a button of the form says; one of an earlier form does nothing."""
    t, nr = tilstand(), payload.get("nr")
    if not await slipp_inn(t):
        return
    s = t.skjema
    if s is None or payload.get("skjema") != s.id or type(nr) is not int or not 0 <= nr < len(KNAPPER):
        await ut.si(tekst("skjema_utgatt", t.sprak))
    elif KNAPPER[nr] == "avbryt":
        t.skjema = None
        await ut.si(tekst("skjema_avbrutt", t.sprak))
    elif isinstance(s, Kontaktskjema):
        await _trykk(t, s, KNAPPER[nr])


async def _trykk(t: Tilstand, s: Kontaktskjema, hva: str) -> None:
    if hva == "send" and s.ledd == "se_over":
        await _send(t, s)
    elif hva == "bruk_notat" and s.ledd == "notat" and (notat := lag_notat(t, t.sprak)):
        await _videre(t, s, replace(s.onske, notat=kort(notat, "notat")))
    elif hva == "hopp" and s.ledd in KAN_HOPPES_OVER:
        await _videre(t, s, s.onske)
    else:
        await ut.si(tekst("skjema_utgatt", t.sprak))


async def ta_imot(t: Tilstand, s: Skjema, skrevet: str) -> None:
    """Take what was written as the answer to the form's question."""
    if isinstance(s, Tillegg):
        await _legg_til(t, s, skrevet)
    elif s.ledd == "se_over":
        await _sporr(t, s)
    elif s.ledd in ("navn", "kontaktvei", "tid") and skrevet.rstrip().endswith("?"):
        ledd = tekst(f"kontaktsak_{s.ledd}", t.sprak).rsplit("\n\n", 1)[-1]
        await ut.si(tekst("skjema_sporsmal", t.sprak).format(ledd=ledd), knapper(s, t.sprak))
    elif s.ledd == "kontaktvei":
        await _ta_kontaktvei(t, s, skrevet)
    else:
        await _videre(t, s, _med(s.onske, s.ledd, kort(skrevet, s.ledd)))


def _med(onske: Kontaktonske, ledd: str, svar: str) -> Kontaktonske:
    if ledd == "navn":
        return replace(onske, navn=svar)
    return replace(onske, tid=svar) if ledd == "tid" else replace(onske, notat=svar)


async def _ta_kontaktvei(t: Tilstand, s: Kontaktskjema, skrevet: str) -> None:
    telefon, epost = les_kontaktvei(skrevet)
    if telefon or epost:
        await _videre(t, s, replace(s.onske, telefon=telefon, epost=epost))
    else:
        await ut.si(tekst("kontaktsak_kontaktvei_feil", t.sprak), knapper(s, t.sprak))


async def _videre(t: Tilstand, s: Kontaktskjema, onske: Kontaktonske) -> None:
    t.skjema = replace(s, onske=onske, ledd=s.neste)
    await _sporr(t, t.skjema)


async def _sporr(t: Tilstand, s: Kontaktskjema) -> None:
    sporsmal = tekst(f"kontaktsak_{s.ledd}", t.sprak).replace("{kommune}", trygg(s.kommunenavn))
    if s.ledd == "se_over":
        felt = ("navn", "telefon", "epost", "tid", "notat")
        linjer = [f"- {tekst(f'kontaktsak_felt_{f}', t.sprak)}: {trygg(v)}" for f in felt if (v := getattr(s.onske, f))]
        sporsmal = "\n".join([sporsmal, "", *linjer])
    if s.ledd == "navn" and s.onske.notat:
        sporsmal = f"{tekst('notat_godkjent', t.sprak)} {sporsmal}"
    await ut.si(sporsmal, knapper(s, t.sprak, lag_notat(t, t.sprak)))


async def _send(t: Tilstand, s: Kontaktskjema) -> None:
    """Store the request, and show its receipt when it is stored. What was written stays until then."""
    arkiv = hent().arkiv
    assert arkiv is not None
    try:
        sak = await hent().kjor(lambda: arkiv.be_om_kontakt(s.onske))
    except Lagerfeil:
        await ut.si(tekst("lagring_feilet", t.sprak), knapper(s, t.sprak))
        return
    t.skjema, t.kontaktsaker = None, t.kontaktsaker + 1
    await ut.si(_kvittering(sak, trygg(s.kommunenavn), t.sprak))


def _kvittering(sak: Kontaktsak, kommune: str, sprak: Malform) -> str:
    """Return the receipt: the number, when to expect an answer, and when what was left is deleted."""
    innst = hent().innstillinger
    uten, med = tekst("kontaktsak_uten_frist", sprak), tekst("kontaktsak_frist", sprak)
    frist = med.format(dato=dato(sak.frist.isoformat())) if sak.frist else uten
    dager, hoyst = innst.oppbevar_kontaktsaker, max(innst.oppbevar_kontaktsaker, innst.oppbevar_kontaktsaker_hoyst)
    felt = {"kommune": kommune, "nummer": sak.nummer, "frist": frist, "dager": dager, "hoyst": hoyst}
    return tekst("kontaktsak_kvittering", sprak).format(**felt)


async def _legg_til(t: Tilstand, s: Tillegg, skrevet: str) -> None:
    arkiv = hent().arkiv
    assert arkiv is not None
    try:
        lagret = await hent().kjor(lambda: arkiv.legg_til_tekst(s.nummer, skrevet))
    except Lagerfeil:
        await ut.si(tekst("lagring_feilet", t.sprak), knapper(s, t.sprak))
        return
    t.skjema = None
    await ut.si(tekst("meld_tekst_lagret" if lagret else "skjema_utgatt", t.sprak).format(nummer=s.nummer))

"""The states of the chat, in the order that one conversation passes through them: what axe checks and pictures show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evaluering.front.nettleser import SVAR as SAGT
from evaluering.front.nettleser import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Tilstand:
    """One state: what a person does to come there from the state before it. ``bilde`` is one of those that are kept.

    ``topp`` is what a picture is scrolled to; empty for as the page stands.
    """

    navn: str
    gjor: Callable[[Side], None]
    bilde: bool = True
    topp: str = ""


def _start(s: Side) -> None:
    s.apne_chat()
    s.ro()


def _velg_molde(s: Side) -> None:
    s.js("""const v = document.getElementById('v-kommune'); v.value = 'molde'; v.dispatchEvent(new Event('change'))""")
    s.ro()


def _sporsmal(tekst: str) -> Callable[[Side], None]:
    return lambda s: s.sporr(tekst)


def _trykk(tekst: str, venter: str = "") -> Callable[[Side], None]:
    """Press a button, wait for what comes of it, and until it stands still."""

    def gjor(s: Side) -> None:
        s.trykk(tekst)
        if venter:
            s.vent_tekst(venter)
        s.ro()

    return gjor


def _kilde(s: Side) -> None:
    s.klikk(s.alle('.message-content a[href="#kilde-1"]')[-1])
    s.alle('[data-step-type="tool"] h3 button[aria-expanded="true"]')
    s.ro()


def _andre(s: Side) -> None:
    s.klikk(s.alle('[data-step-type="tool"] h3 button')[-1])
    s.ro()


def _tvilling(s: Side) -> None:
    """Ask for the other role's answer, and look at it from its question."""
    for_ = len(s.alle(SAGT))
    s.trykk("Vis for saksbehandler")
    s.alle(SAGT, for_ + 1)
    s.ro()


def _notat(s: Side) -> None:
    s.trykk("Rett eller send notatet")
    s.alle("#v-notat[open]")


def _skjema(s: Side) -> None:
    s.trykk("Lukk", "#v-notat")
    s.trykk("Be kommunen ta kontakt")
    s.vent_tekst("Hva heter du?")
    s.ro()


def _til_oversikt(s: Side) -> None:
    """Fill in the form, one question after the other."""
    for svar in ("Kari", "kari@example.no", "formiddag"):
        s.sporr(svar)
    s.sporr("Spørsmål om trygghetsalarm")
    s.vent_tekst("Se over før du sender")


def _dialog(s: Side) -> None:
    s.klikk(s.alle("#v-ny")[0])
    s.alle("#v-dialog[open]")


def _lukk_dialog(s: Side) -> None:
    s.js("document.getElementById('v-dialog').remove()")


def _om(s: Side) -> None:
    _lukk_dialog(s)
    s.js("document.getElementById('readme-button').click()")
    s.alle('[role="dialog"]')
    s.ro()


SVAR = "Hva koster trygghetsalarm i Molde?"
SISTE_SVAR = '[data-step-type="user_message"]'

CHAT = (
    Tilstand(navn="start", gjor=_start),
    Tilstand(navn="start-valgt", gjor=_velg_molde, bilde=False),
    Tilstand(navn="avklaring", gjor=_sporsmal("Hvordan søker jeg om plass?"), topp=SISTE_SVAR),
    Tilstand(navn="svar", gjor=_sporsmal(SVAR), topp=SISTE_SVAR),
    Tilstand(navn="kilde", gjor=_kilde),
    Tilstand(navn="andre-tekster", gjor=_andre, bilde=False),
    Tilstand(navn="tvilling", gjor=_tvilling),
    Tilstand(navn="meld-fra", gjor=_trykk("Meld fra om svaret", "Hva er galt")),
    Tilstand(navn="meld-kvittering", gjor=_trykk("Svaret er utdatert", "VM-"), bilde=False),
    Tilstand(navn="naer-vedtak", gjor=_sporsmal("Har mor på 85 rett til sykehjemsplass?"), topp=SISTE_SVAR),
    Tilstand(navn="menneske", gjor=_trykk("Snakk med et menneske", "Be kommunen ta kontakt")),
    Tilstand(navn="notat", gjor=_notat),
    Tilstand(navn="skjema", gjor=_skjema),
    Tilstand(navn="skjema-oversikt", gjor=_til_oversikt),
    Tilstand(navn="skjema-avbrutt", gjor=_trykk("Avbryt", "Avbrutt"), bilde=False),
    Tilstand(navn="akutt", gjor=_sporsmal("Far har falt og puster ikke"), topp=SISTE_SVAR),
    Tilstand(navn="uten-grunnlag", gjor=_sporsmal("Hvor høyt kan jeg bygge garasjen?"), bilde=False),
    Tilstand(navn="for-lang", gjor=_sporsmal("Hva koster alarm? " * 240), bilde=False),
    Tilstand(navn="slett", gjor=_sporsmal("Slett samtalen"), topp=SISTE_SVAR),
    Tilstand(navn="slettet", gjor=_trykk("Ja, slett", "slettet"), bilde=False),
    Tilstand(navn="dialog", gjor=_dialog),
    Tilstand(navn="om", gjor=_om, bilde=False),
)
"""Chat states; each builds on the ones before it."""


def _enkel(tekst: str) -> Callable[[Side], None]:
    def gjor(s: Side) -> None:
        s.apne("/enkel")
        s.fyll("#_sporsmal", tekst)
        s.send("main form[method=post] button")
        s.js("document.querySelectorAll('main details').forEach(d => d.open = true)")

    return gjor


def _enkel_kontakt(s: Side) -> None:
    s.send('a[href*="/kontakt"]:not(header a)')


def _enkel_mangler(s: Side) -> None:
    """Send the form without a way to be reached: the page comes back with what is wrong."""
    s.fyll("#_navn", "Kari")
    s.send("section form button")


def _enkel_se_over(s: Side) -> None:
    s.fyll("#_kontaktvei", "kari@example.no")
    s.send("section form button")


def _enkel_meld(s: Side) -> None:
    _enkel(SVAR)(s)
    s.send('main a[href*="/meld/"]')


def _enkel_meldt(s: Side) -> None:
    s.klikk(s.alle("input[name=grunn]")[0])
    s.send("main form button")


ENKEL: tuple[tuple[str, Callable[[Side], None]], ...] = (
    ("enkel-avklaring", _enkel("Hvordan søker jeg om plass?")),
    ("enkel-akutt", _enkel("Far har falt og puster ikke")),
    ("enkel-svar", _enkel(SVAR)),
    ("enkel-kontakt", _enkel_kontakt),
    ("enkel-mangler", _enkel_mangler),
    ("enkel-se-over", _enkel_se_over),
    ("enkel-meld", _enkel_meld),
    ("enkel-meldt", _enkel_meldt),
)
"""The chat without JavaScript, from page to page; each may build on the one before it."""

SIDER: tuple[tuple[str, Callable[[Side], None]], ...] = (
    ("enkel", lambda s: s.apne("/enkel")),
    ("enkel-svar", _enkel(SVAR)),
    ("enkel-kontakt", lambda s: s.apne("/enkel/kontakt?kommune=molde")),
    ("side-tjeneste", lambda s: s.apne("/tjenester/trygghetsalarm?kommune=hustadvika")),
    ("side-sok", lambda s: s.apne("/sok?q=hva+koster+trygghetsalarm&kommune=molde")),
    ("side-sammenlign", lambda s: s.apne("/sammenlign/trygghetsalarm")),
)
"""Pages beside the chat, and how one comes there."""

MILJO = {"VEILEDER_MELDINGER_PER_MINUTT": "1000"}
"""Settings of a server that is walked through faster than a person writes."""

"""Afterwards: reporting an answer, and deleting the conversation."""

from __future__ import annotations

from fastapi.responses import Response

from veileder.domene import Malform
from veileder.feil import Lagerfeil
from veileder.gjennomgang.arkiv import TEKSTLENGDE
from veileder.gjennomgang.verdier import Rapportgrunn
from veileder.web.enkel import sporsmal
from veileder.web.enkel.foresporsel import INGEN, ROT, Foresporsel
from veileder.web.grenser import Slag

GRUNNER = tuple(Rapportgrunn)
"""In the order of the form."""


def meld_skjema(f: Foresporsel, feil: dict[str, str] | None = None, status: int = 200) -> Response:
    """Ask what is wrong with an answer of this conversation, or show the receipt."""
    svar = _svar(f)
    if f.samtale is None or svar is None or f.deler.arkiv is None:
        return sporsmal.side(f)
    if nummer := f.samtale.tilstand.meldt.get(svar):
        dager = f.deler.innstillinger.oppbevar_meldinger
        return f.side("meldt.html", nummer=nummer, dager=dager)
    valgt, tekst = f.inn.ett("grunn"), f.inn.ett("tekst", TEKSTLENGDE)
    return f.side("meld.html", status, feil=feil or INGEN, nr=_nr(f), grunner=GRUNNER, valgt=valgt, tekst=tekst)


def _nr(f: Foresporsel) -> int:
    skrevet = f.inn.deler.get("nr", "")
    return int(skrevet) if skrevet.isdecimal() and len(skrevet) < 6 else 0


def _svar(f: Foresporsel) -> str | None:
    """Return the id of the answer that the address names."""
    svar = f.samtale.finn(_nr(f)) if f.samtale else None
    return svar.henvendelse if svar else None


async def meld(f: Foresporsel) -> Response:
    """Store a report; one answer is reported once."""
    s, svar, arkiv = f.samtale, _svar(f), f.deler.arkiv
    if s is None or svar is None or arkiv is None:
        return sporsmal.side(f)
    if f.inn.ett("grunn") not in set(Rapportgrunn):
        return meld_skjema(f, {"grunn": f.t("feil_grunn")}, 422)
    if f.vent(Slag.KONTAKT):
        return meld_skjema(f, {"": f.t("feil_mange")}, 429)
    grunn, tekst = Rapportgrunn(f.inn.ett("grunn")), f.inn.ett("tekst", TEKSTLENGDE)
    malform = Malform.NN if f.sprak is Malform.NN else Malform.NB
    async with s.tilstand.tur:
        if svar not in s.tilstand.meldt:
            try:
                rapport = await f.deler.kjor(lambda: arkiv.meld_fra(svar, s.tilstand.samtale_id, grunn, malform, tekst))
            except Lagerfeil:
                return meld_skjema(f, {"": f.t("feil_lagring")}, 503)
            s.tilstand.meldt[svar] = rapport.nummer
    return f.videre(f"{f.rot}/meld/{_nr(f)}")


def slett_skjema(f: Foresporsel, feil: dict[str, str] | None = None, status: int = 200) -> Response:
    """Ask whether the conversation shall be deleted."""
    return f.side("slett.html", status, feil=feil or INGEN) if f.samtale else sporsmal.side(f)


async def slett(f: Foresporsel) -> Response:
    """Delete it, here and in storage."""
    s, arkiv = f.samtale, f.deler.arkiv
    if s is None:
        return f.videre(f"{ROT}/slettet")
    if arkiv is not None:
        try:
            await f.deler.kjor(lambda: arkiv.slett_samtale(s.tilstand.samtale_id))
        except Lagerfeil:
            return slett_skjema(f, {"": f.t("feil_slett")}, 503)
    f.samtaler.glem(s)
    return f.videre(f"{ROT}/slettet")


def slettet(f: Foresporsel) -> Response:
    """Say that it is gone."""
    return f.side("slettet.html")

"""Logging in and out, setting a password by a one-time link, and the page about oneself."""

from __future__ import annotations

import math
import re

from fastapi.responses import Response

from veileder.feil import Bruksfeil
from veileder.gjennomgang.innlogging import skjemanokkel
from veileder.web.gjennomgang import kapsel
from veileder.web.gjennomgang.kontekst import ROT, Kontekst
from veileder.web.gjennomgang.tekster import tekst
from veileder.web.gjettevakt import VINDU

_EGEN_STI = re.compile(rf"{ROT}(?:/[A-Za-z0-9_-]+)*")
"""Where a login may lead: our own pages only."""


def skjema(k: Kontekst) -> Response:
    """Show the login form, or go on for one who is logged in."""
    til = _til(k.inn.sporring.get("til", ""))
    return k.videre(til) if k.aktiv else _skjema(k, til=til)


def _skjema(k: Kontekst, status: int = 200, *, til: str, feil: str = "", brukernavn: str = "") -> Response:
    hemmelig = kapsel.les_skjema(k.inn) or kapsel.ny_skjema()
    svar = k.side("inn.html", status, nokkel=skjemanokkel(hemmelig), til=til, feil=feil, brukernavn=brukernavn)
    kapsel.sett_skjema(svar, k.inn, hemmelig)
    return svar


def logg_inn(k: Kontekst) -> Response:
    """Log in: a new session with a new id, whatever the browser had."""
    til, navn, passord = _til(k.inn.ett("til")), k.inn.ett("brukernavn", 100), _passord(k, "passord")
    if not k.vakt.slipp_inn(k.inn.klient):
        return _vent(k, VINDU, til, navn)
    forsok = k.innlogging.logg_inn(navn, passord)
    if forsok.vent:
        return _vent(k, forsok.vent, til, navn)
    if forsok.aktiv is None:
        return _skjema(k, 401, til=til, feil=tekst("feil_passord"), brukernavn=navn)
    k.vakt.traff(k.inn.klient)
    k.innlogging.slutt(kapsel.les_okt(k.inn))
    svar = k.videre(til)
    kapsel.sett_okt(svar, k.inn, forsok.aktiv.hemmelig)
    kapsel.sett_skjema(svar, k.inn, kapsel.ny_skjema())
    return svar


def _vent(k: Kontekst, sekunder: float, til: str, navn: str) -> Response:
    svar = _skjema(k, 429, til=til, feil=tekst("vent", minutter=math.ceil(sekunder / 60)), brukernavn=navn)
    svar.headers["Retry-After"] = str(math.ceil(sekunder))
    return svar


def logg_ut(k: Kontekst) -> Response:
    """Log out, here or everywhere."""
    assert k.aktiv is not None
    k.innlogging.logg_ut(k.aktiv, overalt=k.inn.ett("overalt") == "ja")
    svar = k.videre(k.utgang if k.aktiv.ekstern and k.utgang else f"{ROT}/inn")
    kapsel.slett_okt(svar, k.inn)
    return svar


def meg(k: Kontekst) -> Response:
    """Show what the user may do, and the button that logs out everywhere."""
    return k.side("meg.html", tilganger=k.bruker.tilganger)


def forside(k: Kontekst) -> str:
    """Return where a user begins."""
    return next((sti for sti, _, rett in k.meny if k.bruker.har(rett)), f"{ROT}/meg")


def passordskjema(k: Kontekst) -> Response:
    """Show the form for a new password. Looking uses no code up, since mail programs look at links."""
    kode = k.inn.sporring.get("kode", "")[:100]
    if not k.vakt.slipp_inn(k.inn.klient):
        return _passordside(k, "", 429, feil=tekst("vent", minutter=10))
    bruker = k.innlogging.for_kode(kode)
    if bruker is None:
        return _passordside(k, "", 404, feil=tekst("kode_ukjent"))
    k.vakt.traff(k.inn.klient)
    return _passordside(k, kode, brukernavn=bruker.brukernavn)


def _passordside(k: Kontekst, kode: str, status: int = 200, *, feil: str = "", brukernavn: str = "") -> Response:
    hemmelig = kapsel.les_skjema(k.inn) or kapsel.ny_skjema()
    nokkel = k.skjemanokkel or skjemanokkel(hemmelig)
    svar = k.side("nytt_passord.html", status, nokkel=nokkel, kode=kode, feil=feil, brukernavn=brukernavn)
    kapsel.sett_skjema(svar, k.inn, hemmelig)
    if status == 429:
        svar.headers["Retry-After"] = str(math.ceil(VINDU))
    return svar


def sett_passord(k: Kontekst) -> Response:
    """Set a password by a one-time code."""
    kode, passord = k.inn.ett("kode", 100), _passord(k, "passord")
    if not k.vakt.slipp_inn(k.inn.klient):
        return _passordside(k, "", 429, feil=tekst("vent", minutter=10))
    bruker = k.innlogging.for_kode(kode)
    if bruker is None:
        return _passordside(k, "", 404, feil=tekst("kode_ukjent"))
    k.vakt.traff(k.inn.klient)
    if passord != _passord(k, "igjen"):
        return _passordside(k, kode, 400, feil=tekst("passord_ulike"), brukernavn=bruker.brukernavn)
    try:
        satt = k.innlogging.sett_passord_med_kode(kode, passord)
    except Bruksfeil as feil:
        return _passordside(k, kode, 400, feil=str(feil), brukernavn=bruker.brukernavn)
    return k.videre(f"{ROT}/inn") if satt else _passordside(k, "", 404, feil=tekst("kode_ukjent"))


def _passord(k: Kontekst, felt: str) -> str:
    """Return a password as it was typed, blanks and all."""
    verdier = k.inn.felt.get(felt, ("",))
    return verdier[0][:1000]


def _til(sti: str) -> str:
    return sti if _EGEN_STI.fullmatch(sti) else ROT

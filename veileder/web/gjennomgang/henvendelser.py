"""People who want to be contacted: who takes it, what was done, and to whom it is sent on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from fastapi.responses import Response

from veileder.gjennomgang.ansatte import Handling, Rett
from veileder.gjennomgang.nummer import KONTAKT, les_nummer
from veileder.gjennomgang.verdier import Kontaktsak, Kontaktstatus
from veileder.web.gjennomgang.kontekst import ROT, Kontekst
from veileder.web.gjennomgang.tekster import tekst

HER = f"{ROT}/henvendelser"
NOTAT = 2000
"""Characters of a note."""

APNE = (Kontaktstatus.NY, Kontaktstatus.TATT)
"""States in which somebody still waits."""


def liste(k: Kontekst) -> Response:
    """List the requests of the user's municipalities, those who have waited longest first."""
    valgt = k.inn.sporring.get("status", "")
    statuser = [valgt] if valgt in set(Kontaktstatus) else [] if valgt == "alle" else [str(s) for s in APNE]
    saker = k.lager.kontakthendelser.liste(k.omfang(Rett.HENVENDELSER), statuser)
    k.logg(Handling.SA_HENVENDELSER, detalj=" ".join(s.nummer for s in saker))
    beskjed = k.inn.sporring.get("gjort", "")
    return k.side(
        "henvendelser.html", saker=saker, valgt=valgt, statuser=tuple(Kontaktstatus), beskjed=beskjed == "sendt", navn=_navn(k)
    )


def _hent(k: Kontekst) -> Kontaktsak:
    """Return a request that the user may see; the access is logged first. Raises IngenSide."""
    nummer = les_nummer(k.inn.deler["nummer"], KONTAKT)
    sak = k.lager.kontaktsaker.hent(nummer) if nummer else None
    if sak is None or not k.bruker.kan(Rett.HENVENDELSER, sak.kommune):
        k.finnes_ikke()
    k.logg(Handling.SA_HENVENDELSE, gjelder=sak.nummer)
    return sak


def vis(k: Kontekst) -> Response:
    """Show a request."""
    return _side(k, _hent(k), lagret=k.inn.sporring.get("lagret", "") == "ja")


def _side(
    k: Kontekst, sak: Kontaktsak, status: int = 200, *, feil: str = "", skrevet: str = "", lagret: bool = False
) -> Response:
    andre = [(slug, navn) for slug, navn in k.kommuner.items() if slug != sak.kommune]
    hendelser = k.lager.kontakthendelser.hendelser(sak.nummer)
    felt = {"hendelser": hendelser, "andre": andre, "feil": feil, "skrevet": skrevet, "lagret": lagret, "navn": _navn(k)}
    return k.side("henvendelse.html", status, sak=sak, knapper=tuple(_knapper(k, sak)), **felt)


def _navn(k: Kontekst) -> Mapping[str, str]:
    return {b.brukernavn: b.navn for b in k.lager.brukere.alle()}


def gjor(k: Kontekst) -> Response:
    """Do what a button says, unless somebody else did something first: then that is shown, and nothing written is lost."""
    sak, notat, versjon = _hent(k), k.inn.ett("notat", NOTAT), k.inn.ett("versjon", 9)
    knapp = k.inn.ett("knapp")
    if versjon != str(sak.versjon):
        return _side(k, sak, 409, feil=tekst("henvendelse_kollisjon"), skrevet=notat)
    if knapp == "notat":
        return _noter(k, sak, notat)
    ny = _overgang(k, sak, knapp)
    if ny is None:
        return _side(k, sak, 400, feil=tekst("velg_kommune" if knapp == "send" else "henvendelse_ikke_na"), skrevet=notat)
    hendelse = k.hendelse(tekst(f"kontakt_hendelse_{knapp}", kommune=k.kommunenavn(ny.kommune)), notat)
    lager = k.lager.kontakthendelser
    gjort = lager.send_videre(sak, ny.kommune, hendelse) if knapp == "send" else lager.lagre(ny, hendelse)
    if not gjort:
        return _side(k, _hent(k), 409, feil=tekst("henvendelse_kollisjon"), skrevet=notat)
    if not k.bruker.kan(Rett.HENVENDELSER, ny.kommune):
        return k.videre(f"{HER}?gjort=sendt")
    return k.videre(f"{HER}/{sak.nummer}?lagret=ja")


def _noter(k: Kontekst, sak: Kontaktsak, notat: str) -> Response:
    if not notat:
        return _side(k, sak, 400, feil=tekst("notat_tomt"))
    if not k.lager.kontakthendelser.noter(sak.nummer, k.hendelse(tekst("kontakt_hendelse_notat"), notat)):
        k.finnes_ikke()
    return k.videre(f"{HER}/{sak.nummer}?lagret=ja")


_FRA: Mapping[str, tuple[Kontaktstatus, ...]] = {
    "ta": (Kontaktstatus.NY, Kontaktstatus.TATT),
    "slipp": (Kontaktstatus.TATT,),
    "besvart": (Kontaktstatus.NY, Kontaktstatus.TATT),
    "lukk": (Kontaktstatus.NY, Kontaktstatus.TATT, Kontaktstatus.BESVART),
    "apne": (Kontaktstatus.BESVART, Kontaktstatus.LUKKET),
    "send": (Kontaktstatus.NY, Kontaktstatus.TATT),
}
"""From which states each button leads on."""


def _knapper(k: Kontekst, sak: Kontaktsak) -> list[str]:
    mine = sak.tatt_av == k.bruker.brukernavn
    return [n for n, fra in _FRA.items() if sak.status in fra and n != "send" and not (n == "ta" and mine)]


def _overgang(k: Kontekst, sak: Kontaktsak, knapp: str) -> Kontaktsak | None:
    """Return the request as it will be, or None when the button does not lead from here."""
    if sak.status not in _FRA.get(knapp, ()):
        return None
    meg = k.bruker.brukernavn
    gjor: Mapping[str, Callable[[], Kontaktsak | None]] = {
        "ta": lambda: replace(sak, status=Kontaktstatus.TATT, tatt_av=meg),
        "slipp": lambda: replace(sak, status=Kontaktstatus.NY, tatt_av=""),
        "besvart": lambda: replace(sak, status=Kontaktstatus.BESVART, tatt_av=sak.tatt_av or meg),
        "lukk": lambda: replace(sak, status=Kontaktstatus.LUKKET, tatt_av=sak.tatt_av or meg),
        "apne": lambda: replace(sak, status=Kontaktstatus.TATT, tatt_av=meg),
        "send": lambda: _send(k, sak),
    }
    return gjor[knapp]()


def _send(k: Kontekst, sak: Kontaktsak) -> Kontaktsak | None:
    til = k.inn.ett("kommune")
    gyldig = til in k.kommuner and til != sak.kommune
    return replace(sak, kommune=til, status=Kontaktstatus.NY, tatt_av="") if gyldig else None

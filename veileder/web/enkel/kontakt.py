"""A human: where to ring, and a request for contact that is written, looked over, approved and sent."""

from __future__ import annotations

from dataclasses import replace

from fastapi.responses import Response

from veileder.domene import Kontakt, Malform
from veileder.feil import Lagerfeil, VeilederFeil
from veileder.gjennomgang.kontaktonske import LENGDE, Kontaktonske, kort, les_kontaktvei
from veileder.gjennomgang.verdier import Kontaktsak
from veileder.web.enkel.foresporsel import INGEN, ROT, Foresporsel
from veileder.web.enkel.tekster import dato
from veileder.web.grenser import Slag
from veileder.web.kobling import OpptattFeil

HOYST = 3
"""Requests for contact that one conversation may leave."""

FELT = ("navn", "kontaktvei", "tid", "notat")
"""Fields of the form, besides the kommune."""


async def vis(f: Foresporsel, feil: dict[str, str] | None = None, status: int = 200) -> Response:
    """Show where to ring, and the form."""
    kontakt = await _kontakt(f)
    utkast = f.samtale.utkast if f.samtale else None
    verdier = {navn: f.inn.ett(navn, 4000) for navn in FELT} if f.inn.felt else _av(utkast, f)
    kan_sende = f.deler.arkiv is not None and f.stengt is None
    grunn = _grunn(f)
    return f.side("kontakt.html", status, feil=feil or INGEN, kontakt=kontakt, verdier=verdier, kan_sende=kan_sende, grunn=grunn)


async def _kontakt(f: Foresporsel) -> Kontakt | None:
    """Return where a human is reached, None when no kommune is chosen or the list cannot be read."""
    valgt = f.kommune
    if not valgt:
        return None
    try:
        kontakt = await f.deler.kjor(lambda: f.deler.tjeneste.kontakt(valgt))
    except (VeilederFeil, OpptattFeil):
        return None
    return kontakt if kontakt.navn else None


def _grunn(f: Foresporsel) -> str:
    """Return why the latest answer handed over, in its own language."""
    siste = f.samtale.tilstand.siste if f.samtale else None
    return siste.overlevering.grunn if siste and siste.overlevering else ""


def _av(utkast: Kontaktonske | None, f: Foresporsel) -> dict[str, str]:
    """Return what the form begins with: what was written before, or the question, masked."""
    if utkast is not None:
        kontaktvei = ", ".join(v for v in (utkast.telefon, utkast.epost) if v)
        return {"navn": utkast.navn, "kontaktvei": kontaktvei, "tid": utkast.tid, "notat": utkast.notat}
    siste = f.samtale.tilstand.siste if f.samtale else None
    notat = f.samtale.tilstand.notat if f.samtale else ""
    return {"navn": "", "kontaktvei": "", "tid": "", "notat": notat or (siste.sporsmal if siste else "")}


def _les(f: Foresporsel) -> tuple[Kontaktonske, dict[str, str]]:
    """Return what was written, as it would be stored, and what is wrong with it."""
    telefon, epost = les_kontaktvei(f.inn.ett("kontaktvei", LENGDE["kontaktvei"]))
    onske = Kontaktonske(
        kommune=f.kommune,
        navn=kort(f.inn.ett("navn", LENGDE["navn"]), "navn"),
        telefon=telefon,
        epost=epost,
        tid=kort(f.inn.ett("tid", LENGDE["tid"]), "tid"),
        notat=kort(f.inn.ett("notat", LENGDE["notat"]), "notat"),
        malform=Malform.NN if f.sprak is Malform.NN else Malform.NB,
    )
    galt = {"kommune": not onske.kommune, "navn": not onske.navn, "kontaktvei": not (telefon or epost)}
    return onske, {navn: f.t(f"feil_{navn}") for navn, feil in galt.items() if feil}


async def skriv(f: Foresporsel) -> Response:
    """Take what was written, and show it all before it is sent. Nothing is stored yet."""
    if f.deler.arkiv is None or f.stengt is not None:
        return f.videre(f"{f.rot}/kontakt")
    onske, feil = _les(f)
    if feil:
        return await vis(f, feil, 422)
    if f.vent(Slag.KALL):
        return await vis(f, {"": f.t("feil_mange")}, 429)
    samtale = f.samtale or f.samtaler.ny()
    samtale.utkast, samtale.sendt = onske, None
    samtale.tilstand.velg_kommune(onske.kommune)
    return f.videre(f"{ROT}/{samtale.nokkel}/kontakt/send")


def se_over(f: Foresporsel, feil: dict[str, str] | None = None, status: int = 200) -> Response:
    """Show what is about to be sent, or the receipt of what was."""
    s = f.samtale
    if s is not None and s.sendt is not None:
        return f.side("sendt.html", status, linjer=_kvittering(f, s.sendt))
    if s is None or s.utkast is None:
        return f.videre(f"{f.rot}/kontakt")
    return f.side("se_over.html", status, feil=feil or INGEN, onske=s.utkast)


async def send(f: Foresporsel) -> Response:
    """Store the request when it is approved. One that was sent already shows its receipt."""
    s, arkiv = f.samtale, f.deler.arkiv
    if s is None or s.utkast is None or arkiv is None or f.stengt is not None:
        return se_over(f)
    if f.inn.ett("godkjent") != "ja":
        return se_over(f, {"godkjent": f.t("feil_godkjenn")}, 422)
    if s.tilstand.kontaktsaker >= HOYST or f.vent(Slag.KONTAKT):
        return se_over(f, {"": f.t("feil_kontaktsaker")}, 429)
    async with s.tilstand.tur:
        if s.sendt is None:
            onske = replace(s.utkast)
            try:
                s.sendt = await f.deler.kjor(lambda: arkiv.be_om_kontakt(onske))
            except Lagerfeil:
                return se_over(f, {"": f.t("feil_lagring")}, 503)
            s.utkast, s.tilstand.kontaktsaker = None, s.tilstand.kontaktsaker + 1
    return f.videre(f"{f.rot}/kontakt/send")


def _kvittering(f: Foresporsel, sak: Kontaktsak) -> list[str]:
    innst = f.deler.innstillinger
    dager, hoyst = innst.oppbevar_kontaktsaker, max(innst.oppbevar_kontaktsaker, innst.oppbevar_kontaktsaker_hoyst)
    frist = f.t("frist", dato=dato(sak.frist.isoformat(), f.sprak)) if sak.frist else f.t("uten_frist")
    return [
        f.t("sendt", kommune=f.kommunenavn(sak.kommune), nummer=sak.nummer),
        frist,
        f.t("sendt_slettes", dager=dager, hoyst=hoyst),
    ]

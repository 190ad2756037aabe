"""What a reviewer does with a case: the verdict, and what the reporter is told."""

from __future__ import annotations

from dataclasses import replace

from fastapi.responses import Response

from veileder.forstaelse.maskering import masker
from veileder.gjennomgang.godkjente import fingeravtrykk
from veileder.gjennomgang.saker import Arsak, Dom, Hendelse, Sak, Sakstilstand
from veileder.gjennomgang.verdier import Innslag, Rapportstatus
from veileder.web.gjennomgang import sak as saksside
from veileder.web.gjennomgang.kofilter import som_sporring
from veileder.web.gjennomgang.kontekst import ROT, Kontekst
from veileder.web.gjennomgang.tekster import tekst

KOMMENTAR, TILBAKEMELDING = 4000, 2000
"""Characters of a reviewer's own words that are kept."""


def vurder(k: Kontekst) -> Response:
    """Store the verdict, unless somebody else has stored one meanwhile: then both are shown."""
    innslag = saksside.hent(k, k.inn.deler["melding"])
    lagret = k.lager.saker.hent(innslag.id)
    ny = _les(k, innslag)
    if feil := _mangler(ny):
        return saksside.side(k, innslag, 400, skrevet=ny, feil=feil)
    bindinger = saksside.bindinger(k, innslag) if ny.dom is Dom.RIKTIG else ()
    if bindinger and k.inn.ett("kilder") != fingeravtrykk(bindinger):
        return saksside.side(k, innslag, 409, skrevet=ny, feil=tekst("kilder_byttet"))
    if ny.versjon != lagret.versjon or not k.lager.saker.lagre(ny, _hendelser(k, lagret, ny), bindinger):
        return _kollisjon(k, innslag, ny)
    sporring = som_sporring(k.inn.sporring)
    if k.inn.ett("knapp") == "neste":
        neste = k.inn.ett("neste", 40)
        return k.videre(f"{ROT}/sak/{neste}{sporring}" if neste.isalnum() else f"{ROT}{sporring}")
    return k.videre(f"{ROT}/sak/{innslag.id}{som_sporring(k.inn.sporring, lagret='ja')}")


def _les(k: Kontekst, innslag: Innslag) -> Sak:
    """Return the case as the form says it should be."""
    inn, knapp = k.inn, k.inn.ett("knapp")
    dom, arsak, tildelt, versjon = inn.ett("dom"), inn.ett("arsak"), inn.ett("tildelt"), inn.ett("versjon", 9)
    tilstand = Sakstilstand.LUKKET if knapp in ("lukk", "neste") else Sakstilstand.ARBEID
    return Sak(
        melding_id=innslag.id,
        tilstand=tilstand,
        tildelt=tildelt if tildelt in saksside.kan_tildeles(k, innslag.kommune) else "",
        dom=Dom(dom) if dom in set(Dom) else None,
        arsak=Arsak(arsak) if arsak in set(Arsak) and dom != Dom.RIKTIG else None,
        kommentar=inn.ett("kommentar", KOMMENTAR),
        endret=k.na,
        endret_av=k.bruker.brukernavn,
        versjon=int(versjon) if versjon.isascii() and versjon.isdigit() else 0,
    )


def _mangler(ny: Sak) -> str:
    """Return what a case lacks before it can be closed."""
    if ny.tilstand is not Sakstilstand.LUKKET:
        return ""
    if ny.dom is None:
        return tekst("mangler_dom")
    return tekst("mangler_arsak") if ny.dom is not Dom.RIKTIG and ny.arsak is None else ""


def _hendelser(k: Kontekst, for_: Sak, ny: Sak) -> list[Hendelse]:
    navn = {b.id: b.navn for b in k.lager.brukere.alle()}
    sagt = {
        "dom": tekst(f"dom_{ny.dom.value}") if ny.dom else tekst("ingen"),
        "arsak": tekst(f"arsak_{ny.arsak.value}") if ny.arsak else tekst("ingen"),
        "kommentar": ny.kommentar,
        "tildelt": navn.get(ny.tildelt, tekst("ingen")),
        "tilstand": "",
    }
    ut = []
    for felt in saksside.endringer(for_, ny):
        hva = f"{felt}_{ny.tilstand.name.lower()}" if felt == "tilstand" else felt
        ut.append(k.hendelse(tekst(f"hendelse_{hva}"), sagt[felt]))
    return ut


def _kollisjon(k: Kontekst, innslag: Innslag, min_: Sak) -> Response:
    """Show what is stored beside what was written, to be chosen between."""
    lagret, brukere = k.lager.saker.hent(innslag.id), k.lager.brukere.alle()
    return k.side(
        "kollisjon.html",
        409,
        innslag=innslag,
        lagret=lagret,
        min=replace(min_, versjon=lagret.versjon),
        navn={b.id: b.navn for b in brukere},
        av=next((b.navn for b in brukere if b.brukernavn == lagret.endret_av), lagret.endret_av),
        knapp=k.inn.ett("knapp"),
        kilder=k.inn.ett("kilder"),
        neste=k.inn.ett("neste", 40),
        sporring=som_sporring(k.inn.sporring),
    )


def svar_melder(k: Kontekst) -> Response:
    """Store what the reporter is told. Refused with personal data in it, since whoever has the number reads it."""
    innslag = saksside.hent(k, k.inn.deler["melding"])
    rapport = saksside.finn_rapport(k, innslag, k.inn.ett("nummer"))
    status, ord_ = k.inn.ett("status"), k.inn.ett("tilbakemelding", TILBAKEMELDING)
    versjon = k.inn.ett("versjon", 9)
    ny = replace(rapport, tilbakemelding=ord_, status=Rapportstatus(status) if status in set(Rapportstatus) else rapport.status)
    if slag := masker(ord_).slag:
        return saksside.side(k, innslag, 400, feil=tekst("personopplysninger", slag=", ".join(slag)), svar_skrevet=ny)
    if versjon != str(rapport.versjon) or not k.lager.rapporter.oppdater(ny.nummer, rapport.versjon, ny.status, ord_):
        return saksside.side(k, innslag, 409, feil=tekst("svar_kollisjon"), svar_skrevet=ny)
    hva = tekst("hendelse_svar", nummer=ny.nummer, status=tekst(f"rapport_{ny.status.value}"))
    k.lager.saker.noter(innslag.id, k.hendelse(hva, ord_))
    return k.videre(f"{ROT}/sak/{innslag.id}{som_sporring(k.inn.sporring, lagret='ja')}")

"""What runs beside the answers: clean-up, and notices by e-mail. Settings in, threads that can be started out."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from typing import Protocol

from veileder.adaptere.epost import Smtp, Smtpoppsett
from veileder.feil import Bruksfeil
from veileder.gjennomgang.arkiv import Arkiv
from veileder.gjennomgang.godkjente import Digester, digester_av
from veileder.gjennomgang.gravsteiner import Gravsteiner
from veileder.gjennomgang.kildevakt import Kildevakt
from veileder.gjennomgang.oppbevaring import Oppbevaring
from veileder.gjennomgang.rydding import Rydder
from veileder.gjennomgang.varsling import Varsler
from veileder.indeksering.bundt import gjeldende
from veileder.innstillinger import Innstillinger
from veileder.porter import Lager
from veileder.ressurser import Ressurser

HENVENDELSER = "/gjennomgang/henvendelser"
"""Where requests for contact are read."""


class Bakgrunn(Protocol):
    """Something that runs in a thread of its own while the service does."""

    def start(self) -> None:
        """Begin."""

    def stopp(self) -> None:
        """Begin nothing more; returns within seconds."""


def oppbevaring(innst: Innstillinger) -> Oppbevaring:
    """Return how long each kind is kept."""
    return Oppbevaring(
        meldinger=innst.oppbevar_meldinger,
        kontaktsaker=innst.oppbevar_kontaktsaker,
        kontaktsaker_hoyst=max(innst.oppbevar_kontaktsaker_hoyst, innst.oppbevar_kontaktsaker),
        revisjon=innst.oppbevar_revisjon,
        statistikk=innst.oppbevar_statistikk,
    )


def lag_bakgrunn(innst: Innstillinger, arkiv: Arkiv, ressurser: Callable[[], Ressurser] | None = None) -> tuple[Bakgrunn, ...]:
    """Return what shall run beside the answers. Raises Bruksfeil for settings of e-mail that cannot work.

    With ``ressurser``, the index in use, approved answers are looked at whenever another is taken into use.
    """
    rydder = Rydder(arkiv.lager, oppbevaring(innst), innst.ryddetime, Gravsteiner(innst.data))
    varsler = lag_varsler(innst, arkiv.lager)
    deler: list[Bakgrunn] = [rydder]
    if ressurser is not None:
        deler.append(_kildevakt(innst, arkiv, ressurser))
    if varsler is not None:
        arkiv.ved_kontaktsak = varsler.vekk
        deler.append(varsler)
    return tuple(deler)


def _kildevakt(innst: Innstillinger, arkiv: Arkiv, ressurser: Callable[[], Ressurser]) -> Kildevakt:
    def digester() -> Digester:
        return digester_av(ressurser().indeks.utdrag)

    return Kildevakt(arkiv.lager.godkjente, lambda: gjeldende(innst.data), digester)


def lag_varsler(innst: Innstillinger, lager: Lager) -> Varsler | None:
    """Return what sends notices, or None when no mail server is set. Raises Bruksfeil."""
    if not innst.smtp_vert:
        return None
    if not _er_adresse(innst.smtp_fra):
        raise Bruksfeil("VEILEDER_SMTP_FRA må være en e-postadresse når VEILEDER_SMTP_VERT er satt.")
    if innst.smtp_sikring == "ingen" and innst.smtp_bruker and not _er_her(innst.smtp_vert):
        raise Bruksfeil("Passordet til e-posttjeneren sendes ikke ukryptert. Sett VEILEDER_SMTP_SIKRING til starttls eller tls.")
    oppsett = Smtpoppsett(
        vert=innst.smtp_vert,
        port=innst.smtp_port,
        sikring=innst.smtp_sikring,
        fra=innst.smtp_fra,
        bruker=innst.smtp_bruker,
        passord=innst.smtp_passord.get_secret_value(),
        sertifikat=str(innst.smtp_sertifikat or ""),
    )
    lenke = innst.nettadresse.rstrip("/") + HENVENDELSER if innst.nettadresse else ""
    return Varsler(lager, Smtp(oppsett), les_mottakere(innst.smtp_til), lenke)


def les_mottakere(skrevet: str) -> dict[str, str]:
    """Return the address of each municipality, of «molde=post@molde.no, *=post@felles.no». Raises Bruksfeil."""
    ut = {}
    for del_ in filter(None, (d.strip() for d in skrevet.split(","))):
        kommune, _, adresse = (d.strip() for d in del_.partition("="))
        if not kommune or not _er_adresse(adresse):
            raise Bruksfeil("VEILEDER_SMTP_TIL skrives slik: molde=post@molde.no,*=post@felles.no")
        ut[kommune.lower()] = adresse
    if not ut:
        raise Bruksfeil("VEILEDER_SMTP_TIL må si hvem som skal ha e-post, for eksempel *=post@kommunen.no")
    return ut


def _er_adresse(tekst: str) -> bool:
    bruker, krollalfa, vert = tekst.rpartition("@")
    return bool(bruker and krollalfa and vert) and tekst.isprintable() and not set(tekst) & set(' ,;<>"()[]')


def _er_her(vert: str) -> bool:
    try:
        return ipaddress.ip_address(vert).is_loopback
    except ValueError:
        return vert.lower() == "localhost"

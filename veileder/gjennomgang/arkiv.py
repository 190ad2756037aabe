"""What the running service keeps: answers with flags, reports on them, and people who want to be contacted.

An answer is stored as well as can be, and never waits for it. A report and a request for contact are durable when the
method returns, since the user is then told so.
"""

from __future__ import annotations

import datetime as dt
import logging
import random
from collections.abc import Callable, Mapping, Sequence

from veileder.domene import Henvendelse, Malform, Svar
from veileder.feil import Lagerfeil
from veileder.forstaelse.maskering import masker
from veileder.gjennomgang.flagg import Omstendigheter
from veileder.gjennomgang.frist import svarfrist as regn_frist
from veileder.gjennomgang.gravsteiner import Gravsteiner
from veileder.gjennomgang.innslag import lag_innslag, rens
from veileder.gjennomgang.ko import Skriveko
from veileder.gjennomgang.kontaktonske import Kontaktonske, til_sak
from veileder.gjennomgang.nummer import KONTAKT, MELDING, lag_nummer, les_nummer
from veileder.gjennomgang.porter import Gjennomgangslager
from veileder.gjennomgang.verdier import Flagg, Flaggslag, Innslag, Kontaktsak, Rapport, Rapportgrunn

logg = logging.getLogger(__name__)

FORSOK = 5
"""Numbers that are drawn before it is taken for an error that all are taken."""

HUSK_SLETTET = 10_000
"""Deleted conversations that are remembered, so that an answer under way then is not stored after all."""

TEKSTLENGDE = 2000
"""Characters of a user's own words that are kept with a report."""


def _na() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Arkiv:
    """The archive over a database. Safe to call from several threads at once."""

    def __init__(
        self,
        lager: Gjennomgangslager,
        *,
        stikkprove: float = 0.0,
        svarfrist: int = 0,
        gravsteiner: Gravsteiner | None = None,
        trekk: Callable[[], float] = random.random,
        na: Callable[[], dt.datetime] = _na,
    ) -> None:
        self.lager = lager
        self.ved_kontaktsak: Callable[[], None] = lambda: None
        self._stikkprove, self._svarfrist, self._gravsteiner = stikkprove, svarfrist, gravsteiner
        self._trekk, self._na = trekk, na
        self._slettet: dict[str, None] = {}
        self.ko = Skriveko(self._skriv)

    def lagre(
        self,
        henvendelse: Henvendelse,
        svar: Svar,
        *,
        likhet: Sequence[float] = (),
        versjoner: Mapping[str, str] | None = None,
        vektor: Sequence[float] = (),
    ) -> None:
        """Store an answer with its flags. Never raises, whatever happens."""
        try:
            na = self._na()
            o = Omstendigheter(
                i_dag=na.astimezone().date(),
                tidligere=henvendelse.tidligere,
                likhet=likhet,
                stikkprove=self._stikkprove,
                trekning=self._trekk(),
            )
            self.ko.legg(lag_innslag(henvendelse, svar, o, versjoner or {}, na, vektor))
        except Exception:
            logg.exception("Svar %s ble ikke lagret", henvendelse.id)

    def meld_fra(
        self, melding_id: str, samtale_id: str, grunn: Rapportgrunn, malform: Malform = Malform.NB, tekst: str = ""
    ) -> Rapport:
        """Store a report and flag the answer; it is durable when this returns.

        Raises:
            Lagerfeil: it could not be stored, and the user must be told so.
        """
        self.ko.tom()
        for _ in range(FORSOK):
            rapport = Rapport(
                nummer=lag_nummer(MELDING),
                melding_id=melding_id,
                samtale_id=samtale_id,
                grunn=grunn,
                tekst=_maskert(tekst),
                malform=malform,
                mottatt=self._na(),
            )
            if self.lager.rapporter.opprett(rapport, Flagg(slag=Flaggslag.RAPPORTERT, detalj=str(grunn))):
                return rapport
        raise Lagerfeil("fant ikke noe ledig nummer")

    def legg_til_tekst(self, nummer: str, tekst: str) -> bool:
        """Put the user's own words, masked, beside a report; durable when this returns. Raises Lagerfeil."""
        return self.lager.rapporter.skriv_tekst(nummer, _maskert(tekst))

    def rapport(self, skrevet: str) -> Rapport | None:
        """Return the report of a receipt number as somebody typed it. Raises Lagerfeil."""
        nummer = les_nummer(skrevet, MELDING)
        return self.lager.rapporter.hent(nummer) if nummer else None

    def be_om_kontakt(self, onske: Kontaktonske) -> Kontaktsak:
        """Store a person's request to be contacted; it is durable when this returns. Raises Lagerfeil."""
        for _ in range(FORSOK):
            sak = til_sak(onske, lag_nummer(KONTAKT), na := self._na(), regn_frist(na, self._svarfrist))
            if self.lager.kontaktsaker.opprett(sak):
                self.ved_kontaktsak()
                return sak
        raise Lagerfeil("fant ikke noe ledig nummer")

    def slett_samtale(self, samtale_id: str) -> int:
        """Delete a conversation with its reports, and what waits of it in the queue; return the messages that were stored.

        What is answered in the conversation afterwards is not stored. Nothing is left when this returns.

        Raises:
            Lagerfeil: it could not be deleted, and the user must be told so.
        """
        self._slettet[samtale_id] = None
        while len(self._slettet) > HUSK_SLETTET:
            self._slettet.pop(next(iter(self._slettet)), None)
        self.ko.glem(samtale_id)
        try:
            antall = self.lager.samtaler.slett(samtale_id)
        except Lagerfeil:
            self._slettet.pop(samtale_id, None)
            raise
        self._sett_gravstein(samtale_id)
        return antall

    def slett_kontaktsak(self, nummer: str) -> bool:
        """Delete a request for contact with all that follows it; return whether there was one. Raises Lagerfeil."""
        borte = self.lager.kontaktsaker.slett(nummer)
        if borte:
            self._sett_gravstein(nummer)
        return borte

    def _sett_gravstein(self, noe: str) -> None:
        if self._gravsteiner is None:
            return
        try:
            self._gravsteiner.sett(noe, self._na())
        except OSError:
            logg.exception("Noe er slettet, men kunne ikke føres opp. Settes en sikkerhetskopi tilbake, kommer det igjen.")

    def _skriv(self, innslag: Innslag) -> None:
        """Store a message, unless its conversation is deleted. One that is deleted meanwhile takes the message with it."""
        if innslag.samtale_id in self._slettet:
            return
        self.lager.samtaler.lagre(innslag)
        if innslag.samtale_id in self._slettet:
            self.lager.samtaler.slett(innslag.samtale_id)

    def lukk(self) -> None:
        """Write what waits, if it can be written, and let go of the database."""
        self.ko.lukk()
        self.lager.lukk()


def _maskert(tekst: str) -> str:
    return masker(rens(tekst)[:TEKSTLENGDE].strip()).tekst

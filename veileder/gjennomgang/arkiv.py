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
from veileder.gjennomgang.innslag import lag_innslag, rens
from veileder.gjennomgang.ko import Skriveko
from veileder.gjennomgang.kontaktonske import Kontaktonske, til_sak
from veileder.gjennomgang.nummer import KONTAKT, MELDING, lag_nummer, les_nummer
from veileder.gjennomgang.porter import Gjennomgangslager
from veileder.gjennomgang.verdier import Flagg, Flaggslag, Kontaktsak, Rapport, Rapportgrunn

logg = logging.getLogger(__name__)

FORSOK = 5
"""Numbers that are drawn before it is taken for an error that all are taken."""

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
        trekk: Callable[[], float] = random.random,
        na: Callable[[], dt.datetime] = _na,
    ) -> None:
        self.lager = lager
        self._stikkprove, self._trekk, self._na = stikkprove, trekk, na
        self.ko = Skriveko(lager.samtaler.lagre)

    def lagre(
        self, henvendelse: Henvendelse, svar: Svar, *, likhet: Sequence[float] = (), versjoner: Mapping[str, str] | None = None
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
            self.ko.legg(lag_innslag(henvendelse, svar, o, versjoner or {}, na))
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
            sak = til_sak(onske, lag_nummer(KONTAKT), self._na())
            if self.lager.kontaktsaker.opprett(sak):
                return sak
        raise Lagerfeil("fant ikke noe ledig nummer")

    def lukk(self) -> None:
        """Write what waits, if it can be written, and let go of the database."""
        self.ko.lukk()
        self.lager.lukk()


def _maskert(tekst: str) -> str:
    return masker(rens(tekst)[:TEKSTLENGDE].strip()).tekst

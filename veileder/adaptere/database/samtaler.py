"""``SamtaleRepo``: answered messages."""

from __future__ import annotations

from sqlalchemy import select

from veileder.adaptere.database.database import Database
from veileder.adaptere.database.flagg import sett_flagg
from veileder.adaptere.database.gjennomgangstabeller import Soketekst
from veileder.adaptere.database.innsikt import tell_med
from veileder.adaptere.database.oversetting import til_innslag, til_melding
from veileder.adaptere.database.sletting import slett_samtale
from veileder.adaptere.database.tabeller import Melding, Rapportrad
from veileder.gjennomgang.verdier import Flagg, Flaggslag, Innslag


class DatabaseSamtaler:
    """Messages in the database; see ``porter.SamtaleRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lagre(self, innslag: Innslag) -> None:
        """Store a message. One that waited in the queue may have been reported already, and gets that flag, too."""
        with self._database.skriv() as sesjon:
            if sesjon.get(Melding, innslag.id) is not None:
                return
            sesjon.add(til_melding(innslag))
            sesjon.flush()
            sesjon.add(Soketekst(melding_id=innslag.id, tekst=f"{innslag.sporsmal}\n{innslag.svar}".casefold()))
            tell_med(sesjon, innslag)
            meldt = select(Rapportrad.grunn).where(Rapportrad.melding_id == innslag.id).limit(1)
            if grunn := sesjon.scalar(meldt):
                sett_flagg(sesjon, innslag.id, [Flagg(slag=Flaggslag.RAPPORTERT, detalj=grunn)])

    def hent(self, melding_id: str) -> Innslag | None:
        """Return one message."""
        with self._database.les() as sesjon:
            rad = sesjon.get(Melding, melding_id)
            return til_innslag(rad) if rad else None

    def samtale(self, samtale_id: str) -> tuple[Innslag, ...]:
        """Return a conversation in order."""
        sporring = select(Melding).where(Melding.samtale_id == samtale_id).order_by(Melding.tur, Melding.tidspunkt)
        with self._database.les() as sesjon:
            return tuple(til_innslag(rad) for rad in sesjon.scalars(sporring))

    def slett(self, samtale_id: str) -> int:
        """Delete a conversation with all that belongs to it, in SQLite's log as well."""
        with self._database.skriv() as sesjon:
            antall = slett_samtale(sesjon, samtale_id)
        self._database.tom_loggen()
        return antall

"""``RapportRepo``: what users have reported."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from veileder.adaptere.database.database import Database
from veileder.adaptere.database.flagg import sett_flagg
from veileder.adaptere.database.oversetting import til_rapport, til_rapportrad
from veileder.adaptere.database.tabeller import Rapportrad
from veileder.gjennomgang.verdier import Flagg, Rapport, Rapportstatus


class DatabaseRapporter:
    """Reports in the database; see ``porter.RapportRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def opprett(self, rapport: Rapport, flagg: Flagg) -> bool:
        """Store a report and flag its message, both or neither."""
        with self._database.skriv() as sesjon:
            sesjon.add(til_rapportrad(rapport))
            try:
                sesjon.flush()
            except IntegrityError:
                sesjon.rollback()
                return False
            sett_flagg(sesjon, rapport.melding_id, [flagg])
        return True

    def hent(self, nummer: str) -> Rapport | None:
        """Return one report."""
        with self._database.les() as sesjon:
            rad = sesjon.get(Rapportrad, nummer)
            return til_rapport(rad) if rad else None

    def for_melding(self, melding_id: str) -> tuple[Rapport, ...]:
        """Return the reports on a message."""
        sporring = select(Rapportrad).where(Rapportrad.melding_id == melding_id).order_by(Rapportrad.mottatt)
        with self._database.les() as sesjon:
            return tuple(til_rapport(rad) for rad in sesjon.scalars(sporring))

    def skriv_tekst(self, nummer: str, tekst: str) -> bool:
        """Put the user's words beside a report."""
        return self._endre(Rapportrad.nummer == nummer, tekst=tekst)

    def oppdater(self, nummer: str, versjon: int, status: Rapportstatus, tilbakemelding: str) -> bool:
        """Say what came of it, unless somebody else has changed it since ``versjon``."""
        felt = {"status": str(status), "tilbakemelding": tilbakemelding, "behandlet": dt.datetime.now(dt.UTC)}
        return self._endre((Rapportrad.nummer == nummer) & (Rapportrad.versjon == versjon), **felt)

    def _endre(self, hvilken: object, **felt: object) -> bool:
        setning = update(Rapportrad).where(hvilken).values(**felt, versjon=Rapportrad.versjon + 1)  # type: ignore[arg-type]
        with self._database.skriv() as sesjon:
            return bool(sesjon.scalars(setning.returning(Rapportrad.nummer)).all())

"""``KontaktsakRepo``: people who asked to be contacted."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from veileder.adaptere.database.database import Database
from veileder.adaptere.database.oversetting import kontaktfelt, til_kontaktrad, til_kontaktsak
from veileder.adaptere.database.tabeller import Kontaktrad
from veileder.adaptere.database.varsler import legg_varsel
from veileder.gjennomgang.verdier import Kontaktsak, Kontaktstatus


class DatabaseKontaktsaker:
    """Requests for contact in the database; see ``porter.KontaktsakRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def opprett(self, sak: Kontaktsak) -> bool:
        """Store a request with its notice."""
        with self._database.skriv() as sesjon:
            sesjon.add(til_kontaktrad(sak))
            try:
                sesjon.flush()
            except IntegrityError:
                sesjon.rollback()
                return False
            legg_varsel(sesjon, sak.nummer, sak.kommune)
        return True

    def hent(self, nummer: str) -> Kontaktsak | None:
        """Return one request."""
        with self._database.les() as sesjon:
            rad = sesjon.get(Kontaktrad, nummer)
            return til_kontaktsak(rad) if rad else None

    def for_kommune(self, kommune: str, statuser: Sequence[Kontaktstatus] = ()) -> tuple[Kontaktsak, ...]:
        """Return the requests of a municipality, oldest first."""
        sporring = select(Kontaktrad).where(Kontaktrad.kommune == kommune).order_by(Kontaktrad.opprettet, Kontaktrad.nummer)
        if statuser:
            sporring = sporring.where(Kontaktrad.status.in_([str(s) for s in statuser]))
        with self._database.les() as sesjon:
            return tuple(til_kontaktsak(rad) for rad in sesjon.scalars(sporring))

    def oppdater(self, sak: Kontaktsak) -> bool:
        """Store a changed request, unless somebody else has changed it since it was read."""
        setning = (
            update(Kontaktrad)
            .where(Kontaktrad.nummer == sak.nummer, Kontaktrad.versjon == sak.versjon)
            .values(**{**kontaktfelt(sak), "versjon": sak.versjon + 1})
            .returning(Kontaktrad.nummer)
        )
        with self._database.skriv() as sesjon:
            return bool(sesjon.scalars(setning).all())

    def videresend(self, nummer: str, versjon: int, kommune: str) -> bool:
        """Hand a request to another municipality, with a notice."""
        nytt = {"kommune": kommune, "status": str(Kontaktstatus.NY), "tatt_av": "", "behandlet": None, "versjon": versjon + 1}
        setning = update(Kontaktrad).where(Kontaktrad.nummer == nummer, Kontaktrad.versjon == versjon).values(**nytt)
        with self._database.skriv() as sesjon:
            if not sesjon.scalars(setning.returning(Kontaktrad.nummer)).all():
                return False
            legg_varsel(sesjon, nummer, kommune)
        return True

    def slett(self, nummer: str) -> bool:
        """Delete a request, in SQLite's log as well."""
        with self._database.skriv() as sesjon:
            borte = sesjon.scalars(delete(Kontaktrad).where(Kontaktrad.nummer == nummer).returning(Kontaktrad.nummer)).all()
        self._database.tom_loggen()
        return bool(borte)

"""``VarselRepo``: notices that wait to be sent. Written with the request they tell of, so that no crash loses one."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from veileder.adaptere.database.database import Database
from veileder.adaptere.database.driftstabeller import Varselrad
from veileder.adaptere.database.tabeller import Kontaktrad
from veileder.gjennomgang.oppbevaring import Varsel
from veileder.gjennomgang.verdier import Kontaktstatus


class DatabaseVarsler:
    """Notices in the database; see ``porter.VarselRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def forfalte(self, na: dt.datetime, hoyst: int = 50) -> tuple[Varsel, ...]:
        """Return the notices whose time has come; of requests that nobody has taken yet."""
        sporring = (
            select(Varselrad)
            .join(Kontaktrad, Kontaktrad.nummer == Varselrad.nummer)
            .where(Varselrad.neste <= na, Kontaktrad.status == str(Kontaktstatus.NY), Kontaktrad.kommune == Varselrad.kommune)
            .order_by(Varselrad.neste, Varselrad.id)
            .limit(hoyst)
        )
        with self._database.les() as sesjon:
            return tuple(
                Varsel(id=r.id, nummer=r.nummer, kommune=r.kommune, opprettet=r.opprettet, forsok=r.forsok)
                for r in sesjon.scalars(sporring)
            )

    def venter(self) -> int:
        """Return how many are not sent."""
        with self._database.les() as sesjon:
            return sesjon.scalar(select(func.count()).select_from(Varselrad)) or 0

    def sendt(self, varsel_id: int) -> None:
        """Take away one that is sent."""
        with self._database.skriv() as sesjon:
            sesjon.execute(delete(Varselrad).where(Varselrad.id == varsel_id))

    def utsett(self, varsel_id: int, til: dt.datetime) -> None:
        """Count a try and wait."""
        with self._database.skriv() as sesjon:
            sesjon.execute(update(Varselrad).where(Varselrad.id == varsel_id).values(neste=til, forsok=Varselrad.forsok + 1))


def legg_varsel(sesjon: Session, nummer: str, kommune: str) -> None:
    """Store a notice within a transaction, due at once, in place of any that waits for the same request."""
    na = dt.datetime.now(dt.UTC)
    sesjon.execute(delete(Varselrad).where(Varselrad.nummer == nummer))
    sesjon.add(Varselrad(nummer=nummer, kommune=kommune, opprettet=na, forsok=0, neste=na))

"""``FlaggRepo``: flags on stored messages."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from veileder.adaptere.database.database import Database
from veileder.adaptere.database.oversetting import til_flagg
from veileder.adaptere.database.tabeller import Flaggrad, Melding
from veileder.gjennomgang.flagg import prioritet
from veileder.gjennomgang.verdier import Flagg


class DatabaseFlagg:
    """Flags in the database; see ``porter.FlaggRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sett(self, melding_id: str, flagg: Sequence[Flagg]) -> bool:
        """Add flags and follow up with the priority."""
        with self._database.skriv() as sesjon:
            return sett_flagg(sesjon, melding_id, flagg)

    def for_melding(self, melding_id: str) -> tuple[Flagg, ...]:
        """Return the flags of a message."""
        with self._database.les() as sesjon:
            return til_flagg(sesjon.scalars(select(Flaggrad).where(Flaggrad.melding_id == melding_id)))


def sett_flagg(sesjon: Session, melding_id: str, flagg: Sequence[Flagg]) -> bool:
    """Add flags within a transaction. The message is locked first, so that two at once both count in the priority."""
    sesjon.flush()
    melding = sesjon.get(Melding, melding_id, with_for_update=True, populate_existing=True)
    if melding is None:
        return False
    for f in flagg:
        sesjon.merge(Flaggrad(melding_id=melding_id, slag=str(f.slag), detalj=f.detalj))
    sesjon.flush()
    alle = til_flagg(sesjon.scalars(select(Flaggrad).where(Flaggrad.melding_id == melding_id)))
    melding.prioritet = prioritet(alle)
    return True

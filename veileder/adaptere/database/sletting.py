"""Deleting messages with all that belongs to them, whichever table it lies in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, delete, select
from sqlalchemy.orm import Session

from veileder.adaptere.database.plan import PLAN, Slag
from veileder.adaptere.database.tabeller import Kontaktrad, Melding, Rapportrad, Tabell


def tabeller_med(kolonne: str, slag: Slag) -> list[Table]:
    """Return the tables of a kind that have a column."""
    return [t for t in Tabell.metadata.sorted_tables if PLAN.get(t.name) is slag and kolonne in t.c and t.name != "meldinger"]


def slett_meldinger(sesjon: Session, ider: Sequence[str]) -> Counter[str]:
    """Delete messages within a transaction and return rows by table. Rows are counted before their keys take them."""
    antall: Counter[str] = Counter()
    for tabell in reversed(tabeller_med("melding_id", Slag.MELDING)):
        antall[tabell.name] += _slett(sesjon, tabell, tabell.c.melding_id.in_(ider))
    antall["meldinger"] += _slett(sesjon, Melding.__table__, Melding.id.in_(ider))
    return antall


def slett_samtale(sesjon: Session, samtale_id: str) -> int:
    """Delete a conversation within a transaction and return its messages; what has only the conversation's id goes, too."""
    ider = sesjon.scalars(select(Melding.id).where(Melding.samtale_id == samtale_id)).all()
    antall = slett_meldinger(sesjon, ider)["meldinger"]
    for tabell in reversed(tabeller_med("samtale_id", Slag.MELDING)):
        _slett(sesjon, tabell, tabell.c.samtale_id == samtale_id)
    return antall


def slett_rapporter(sesjon: Session, hvilke: Any) -> int:
    """Delete reports within a transaction and return how many."""
    return _slett(sesjon, Rapportrad.__table__, hvilke)


def slett_kontaktsaker(sesjon: Session, hvilke: Any) -> int:
    """Delete requests within a transaction, with what follows them by its key, and return how many."""
    return _slett(sesjon, Kontaktrad.__table__, hvilke)


def _slett(sesjon: Session, tabell: Any, hvilke: Any) -> int:
    return int(sesjon.execute(delete(tabell).where(hvilke)).rowcount)  # type: ignore[attr-defined]

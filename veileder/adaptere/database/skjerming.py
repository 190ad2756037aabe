"""Keeping people's words out of what PostgreSQL samples of columns for its planner, which no deletion of ours would reach."""

from __future__ import annotations

from sqlalchemy import JSON, Connection, Table, Text, text

from veileder.adaptere.database.plan import PLAN, Slag
from veileder.adaptere.database.tabeller import Tabell

KODER = {"aspekt", "grunn", "kommune", "malform", "rolle", "slag", "status", "tjeneste", "utfall"}
"""Columns that hold one of a few words of our own, which the planner may sample."""


def skjerm(tilkobling: Connection) -> None:
    """Switch sampling off for every text that is not looked up by, in tables of what persons have left."""
    if tilkobling.dialect.name != "postgresql":
        return
    for tabell in Tabell.metadata.sorted_tables:
        if PLAN.get(tabell.name) in (Slag.MELDING, Slag.KONTAKTSAK):
            endringer = ", ".join(f'ALTER COLUMN "{navn}" SET STATISTICS 0' for navn in frie_tekster(tabell))
            if endringer:
                tilkobling.execute(text(f'ALTER TABLE "{tabell.name}" {endringer}'))


def frie_tekster(tabell: Table) -> list[str]:
    """Return the columns of text or JSON that are in no key and no index, and hold no code of ours."""
    brukt = KODER | {k.name for i in tabell.indexes for k in i.columns} | {k.name for k in tabell.primary_key}
    return [k.name for k in tabell.columns if isinstance(k.type, Text | JSON) and k.name not in brukt]

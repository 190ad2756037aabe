"""Every row that is held about a conversation, found by the columns and keys that tie it, so that no table is forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, or_, select
from sqlalchemy.orm import Session

from veileder.adaptere.database.tabeller import Tabell

_LOGG = {"tilgangslogg": ("gjelder", "detalj")}
"""Logs that name conversations and messages in columns of their own."""


Rader = tuple[Mapping[str, Any], ...]


def rader_om(sesjon: Session, samtale_id: str, kontaktsak: str) -> dict[str, Rader]:
    """Return the rows by table, in the order that tables depend on each other. Either id may be empty."""
    funnet: dict[str, Rader] = {}
    for tabell in Tabell.metadata.sorted_tables:
        vilkar = _vilkar(tabell, samtale_id, kontaktsak, funnet)
        if not vilkar:
            continue
        orden = [k for k in (tabell.c.get("tur"), tabell.c.get("tidspunkt"), *tabell.primary_key) if k is not None]
        if rader := sesjon.execute(select(tabell).where(or_(*vilkar)).order_by(*orden)).mappings().all():
            funnet[tabell.name] = tuple(dict(r) for r in rader)
    return funnet


def _vilkar(tabell: Table, samtale_id: str, kontaktsak: str, funnet: Mapping[str, Rader]) -> list[ColumnElement[bool]]:
    meldinger = [r["id"] for r in funnet.get("meldinger", ())]
    ut: list[ColumnElement[bool]] = []
    if samtale_id and "samtale_id" in tabell.c:
        ut.append(tabell.c.samtale_id == samtale_id)
    if kontaktsak and tabell.name == "kontaktsaker":
        ut.append(tabell.c.nummer == kontaktsak)
    if meldinger and "melding_id" in tabell.c:
        ut.append(tabell.c.melding_id.in_(meldinger))
    for navn in _LOGG.get(tabell.name, ()):
        ut += [tabell.c[navn].contains(i, autoescape=True) for i in (samtale_id, kontaktsak, *meldinger) if i]
    for nokkel in tabell.foreign_keys:
        mor = nokkel.column
        if verdier := [r[mor.name] for r in funnet.get(mor.table.name, ())]:
            ut.append(nokkel.parent.in_(verdier))
    return ut

"""The tables of insight: what each message is counted by, vectors of what was not answered, and letters that were made."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from veileder.adaptere.database.tabeller import Tabell


class _Tall:
    """A column for each of ``kjennetegn.TALL``; a message has 0 or 1 in most of them, so that they can be summed."""

    antall: Mapped[int]
    samtaler: Mapped[int]
    om_tjeneste: Mapped[int]
    om_aspekt: Mapped[int]
    om_utfall: Mapped[int]
    skille: Mapped[int]
    ubesvart: Mapped[int]
    lix: Mapped[int]
    lix_antall: Mapped[int]
    t200: Mapped[int]
    t500: Mapped[int]
    t1000: Mapped[int]
    t2000: Mapped[int]
    tover: Mapped[int]


class Kjennetegnrad(_Tall, Tabell):
    """A message's counts, narrow, so that insight reads no more than it must."""

    __tablename__ = "kjennetegn"
    __table_args__ = (Index(None, "uke", "kommune"),)

    melding_id: Mapped[str] = mapped_column(ForeignKey("meldinger.id", ondelete="CASCADE"), primary_key=True)
    dag: Mapped[dt.date]
    uke: Mapped[dt.date]
    kommune: Mapped[str]
    tjeneste: Mapped[str]
    aspekt: Mapped[str]
    utfall: Mapped[str]


class Tellerad(_Tall, Tabell):
    """Deleted messages as the same counts a week. Messages that are still stored are not among them."""

    __tablename__ = "statistikk"

    uke: Mapped[dt.date] = mapped_column(primary_key=True)
    kommune: Mapped[str] = mapped_column(primary_key=True)
    tjeneste: Mapped[str] = mapped_column(primary_key=True)
    aspekt: Mapped[str] = mapped_column(primary_key=True)
    utfall: Mapped[str] = mapped_column(primary_key=True)


class Vektorrad(Tabell):
    """The vector of a question that was not answered in whole: float16 in base64. Goes with its message."""

    __tablename__ = "vektorer"

    melding_id: Mapped[str] = mapped_column(ForeignKey("meldinger.id", ondelete="CASCADE"), primary_key=True)
    vektor: Mapped[str]


class Brevrad(Tabell):
    """The figures of a weekly letter as it was when its week was over; hidden ones are not in it. ``kommune`` '' is all."""

    __tablename__ = "ukesbrev"

    uke: Mapped[dt.date] = mapped_column(primary_key=True)
    kommune: Mapped[str] = mapped_column(primary_key=True)
    laget: Mapped[dt.datetime]
    innhold: Mapped[dict[str, Any]]

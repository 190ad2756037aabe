"""The tables that the service keeps for itself: locks, notices to be sent, and clean-ups done."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from veileder.adaptere.database.tabeller import Tabell


class Lasrad(Tabell):
    """A lock that one process holds until it lets go or the time is out."""

    __tablename__ = "laser"

    navn: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    utloper: Mapped[dt.datetime]


class Varselrad(Tabell):
    """A notice that waits to be sent. Goes when it is sent, and with its request."""

    __tablename__ = "varsler"

    id: Mapped[int] = mapped_column(primary_key=True)
    nummer: Mapped[str] = mapped_column(ForeignKey("kontaktsaker.nummer", ondelete="CASCADE"), index=True)
    kommune: Mapped[str]
    opprettet: Mapped[dt.datetime]
    forsok: Mapped[int]
    neste: Mapped[dt.datetime] = mapped_column(index=True)


class Rydderad(Tabell):
    """A clean-up that is done: numbers only."""

    __tablename__ = "ryddinger"

    id: Mapped[int] = mapped_column(primary_key=True)
    tidspunkt: Mapped[dt.datetime] = mapped_column(index=True)
    antall: Mapped[dict[str, Any]]
    skrubbet: Mapped[bool]

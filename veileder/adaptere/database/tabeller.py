"""The tables. A change here needs a migration beside it in ``migreringer/versions``; a test compares the two.

No table holds an IP address, a cookie or a user's name. ``kontaktsaker`` holds what a person has left in order to be
reached, and has no column in common with the conversations.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from veileder.adaptere.database.typer import Tidspunkt


class Tabell(DeclarativeBase):
    """Root of the tables. Constraints have names by rule, so that a migration can find them on both engines."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        dt.datetime: Tidspunkt(),
        list[dict[str, Any]]: JSON(),
        dict[str, Any]: JSON(),
    }


class Melding(Tabell):
    """One answered message: ``verdier.Innslag``. Hits, checks and trace are only read whole, so they are JSON."""

    __tablename__ = "meldinger"
    __table_args__ = (
        Index(None, "samtale_id", "tur"),
        # All that the queue of review asks of a message, so that it reads no rows but those it shows.
        Index("ix_meldinger_koen", "prioritet", "tidspunkt", "id", "kommune", "tjeneste", "utfall", "malform"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    samtale_id: Mapped[str]
    tur: Mapped[int]
    tidspunkt: Mapped[dt.datetime] = mapped_column(index=True)
    rolle: Mapped[str]
    kommune: Mapped[str]
    malform: Mapped[str]
    utfall: Mapped[str] = mapped_column(index=True)
    tjeneste: Mapped[str] = mapped_column(index=True)
    aspekt: Mapped[str]
    sporsmal: Mapped[str]
    svar: Mapped[str]
    overleveringsgrunn: Mapped[str]
    prioritet: Mapped[int]
    treff: Mapped[list[dict[str, Any]]]
    vurderinger: Mapped[list[dict[str, Any]]]
    spor: Mapped[dict[str, Any]]
    kilder: Mapped[list[Kilderad]] = relationship(order_by="Kilderad.nr", lazy="selectin", passive_deletes="all")
    flagg: Mapped[list[Flaggrad]] = relationship(order_by="Flaggrad.slag", lazy="selectin", passive_deletes="all")


class Kilderad(Tabell):
    """A source as it was shown, findable by file and by the digest of the passage."""

    __tablename__ = "kilder"
    __table_args__ = (Index(None, "fil", "digest"),)

    melding_id: Mapped[str] = mapped_column(ForeignKey("meldinger.id", ondelete="CASCADE"), primary_key=True)
    nr: Mapped[int] = mapped_column(primary_key=True)
    utdrag: Mapped[str] = mapped_column(index=True)
    dokument: Mapped[str]
    fil: Mapped[str]
    digest: Mapped[str]
    tittel: Mapped[str]
    seksjon: Mapped[str]
    aspekt: Mapped[str]
    kommune: Mapped[str]
    malform: Mapped[str]
    sitat: Mapped[str]
    status: Mapped[str]
    gjelder_fra: Mapped[str]
    revideres: Mapped[str]
    kilde_dato: Mapped[str]
    lenke: Mapped[str]


class Flaggrad(Tabell):
    """One flag on one message; a kind of flag stands once."""

    __tablename__ = "flagg"

    melding_id: Mapped[str] = mapped_column(ForeignKey("meldinger.id", ondelete="CASCADE"), primary_key=True)
    slag: Mapped[str] = mapped_column(primary_key=True, index=True)
    detalj: Mapped[str]


class Rapportrad(Tabell):
    """A report. Not tied to ``meldinger`` by a key: a report is kept also when its message could not be stored."""

    __tablename__ = "rapporter"

    nummer: Mapped[str] = mapped_column(primary_key=True)
    melding_id: Mapped[str] = mapped_column(index=True)
    samtale_id: Mapped[str] = mapped_column(index=True)
    grunn: Mapped[str]
    tekst: Mapped[str]
    malform: Mapped[str]
    mottatt: Mapped[dt.datetime] = mapped_column(index=True)
    status: Mapped[str] = mapped_column(index=True)
    tilbakemelding: Mapped[str]
    behandlet: Mapped[dt.datetime | None]
    versjon: Mapped[int]


class Kontaktrad(Tabell):
    """A person who wants to be contacted. Deleted after handling."""

    __tablename__ = "kontaktsaker"
    __table_args__ = (Index(None, "kommune", "status", "opprettet"),)

    nummer: Mapped[str] = mapped_column(primary_key=True)
    kommune: Mapped[str]
    navn: Mapped[str]
    telefon: Mapped[str]
    epost: Mapped[str]
    tid: Mapped[str]
    notat: Mapped[str]
    malform: Mapped[str]
    opprettet: Mapped[dt.datetime]
    frist: Mapped[dt.date | None]
    status: Mapped[str]
    tatt_av: Mapped[str]
    behandlet: Mapped[dt.datetime | None]
    versjon: Mapped[int]

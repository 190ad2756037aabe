"""The tables of review: users and sessions, the access log, cases with their history, and what comes of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from veileder.adaptere.database.tabeller import Tabell


class Brukerrad(Tabell):
    """A user. ``passord`` and ``engangskode`` are digests."""

    __tablename__ = "brukere"

    id: Mapped[str] = mapped_column(primary_key=True)
    brukernavn: Mapped[str] = mapped_column(unique=True)
    navn: Mapped[str]
    tilganger: Mapped[list[dict[str, Any]]]
    ekstern: Mapped[bool]
    passord: Mapped[str]
    engangskode: Mapped[str]
    engangskode_utloper: Mapped[dt.datetime | None]
    opprettet: Mapped[dt.datetime]
    stengt: Mapped[dt.datetime | None]


class Oktrad(Tabell):
    """A session, by the digest of its id."""

    __tablename__ = "okter"

    nokkel: Mapped[str] = mapped_column(primary_key=True)
    bruker_id: Mapped[str] = mapped_column(ForeignKey("brukere.id", ondelete="CASCADE"), index=True)
    opprettet: Mapped[dt.datetime]
    sist_brukt: Mapped[dt.datetime]
    ekstern: Mapped[bool]


class Forsokrad(Tabell):
    """Failed logins in a row, by the digest of the name that was tried."""

    __tablename__ = "innloggingsforsok"

    nokkel: Mapped[str] = mapped_column(primary_key=True)
    antall: Mapped[int]
    siste: Mapped[dt.datetime] = mapped_column(index=True)


class Loggrad(Tabell):
    """A line of the access log. Tied to nothing by a key: it outlives what it tells about."""

    __tablename__ = "tilgangslogg"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own form

    id: Mapped[int] = mapped_column(primary_key=True)
    tidspunkt: Mapped[dt.datetime] = mapped_column(index=True)
    bruker_id: Mapped[str]
    brukernavn: Mapped[str] = mapped_column(index=True)
    handling: Mapped[str]
    gjelder: Mapped[str] = mapped_column(index=True)
    detalj: Mapped[str]


class Sakrad(Tabell):
    """The review of a message; no row until somebody has touched it."""

    __tablename__ = "saker"

    melding_id: Mapped[str] = mapped_column(ForeignKey("meldinger.id", ondelete="CASCADE"), primary_key=True)
    tilstand: Mapped[str] = mapped_column(index=True)
    tildelt: Mapped[str] = mapped_column(index=True)
    dom: Mapped[str]
    arsak: Mapped[str]
    kommentar: Mapped[str]
    endret: Mapped[dt.datetime | None]
    endret_av: Mapped[str]
    versjon: Mapped[int]


class Sakshendelse(Tabell):
    """A line of a case's history."""

    __tablename__ = "sakshendelser"

    id: Mapped[int] = mapped_column(primary_key=True)
    melding_id: Mapped[str] = mapped_column(ForeignKey("meldinger.id", ondelete="CASCADE"), index=True)
    tidspunkt: Mapped[dt.datetime]
    bruker: Mapped[str]
    hva: Mapped[str]
    detalj: Mapped[str]


class Kontakthendelse(Tabell):
    """A line of a request's history; goes with the request."""

    __tablename__ = "kontakthendelser"

    id: Mapped[int] = mapped_column(primary_key=True)
    nummer: Mapped[str] = mapped_column(ForeignKey("kontaktsaker.nummer", ondelete="CASCADE"), index=True)
    tidspunkt: Mapped[dt.datetime]
    bruker: Mapped[str]
    hva: Mapped[str]
    detalj: Mapped[str]


class Soketekst(Tabell):
    """Question and answer in lower case, narrow, so that a search reads no more than it must."""

    __tablename__ = "soketekster"

    melding_id: Mapped[str] = mapped_column(ForeignKey("meldinger.id", ondelete="CASCADE"), primary_key=True)
    tekst: Mapped[str]


class Forslagsrad(Tabell):
    """A suggested text."""

    __tablename__ = "tekstforslag"

    id: Mapped[str] = mapped_column(primary_key=True)
    melding_id: Mapped[str | None] = mapped_column(ForeignKey("meldinger.id", ondelete="SET NULL"), index=True)
    fil: Mapped[str]
    utdrag: Mapped[str]
    tittel: Mapped[str]
    seksjon: Mapped[str]
    kommune: Mapped[str]
    opprinnelig: Mapped[str]
    forslag: Mapped[str]
    begrunnelse: Mapped[str]
    laget_av: Mapped[str]
    opprettet: Mapped[dt.datetime]
    avgjort: Mapped[dt.datetime | None]
    status: Mapped[str]
    versjon: Mapped[int]


class Testrad(Tabell):
    """A case for the test set."""

    __tablename__ = "testtilfeller"

    id: Mapped[str] = mapped_column(primary_key=True)
    melding_id: Mapped[str | None] = mapped_column(ForeignKey("meldinger.id", ondelete="SET NULL"), index=True)
    kommune: Mapped[str]
    rad: Mapped[dict[str, Any]]
    laget_av: Mapped[str]
    opprettet: Mapped[dt.datetime]

"""The connection to the database: what SQLite and PostgreSQL must be told so that a commit is durable.

SQLite runs with a write-ahead log that is synced at every commit (``synchronous=FULL``), and a transaction that writes
takes its lock at once, so that it waits for another writer instead of failing in the middle. What is deleted is written
over (``secure_delete``). PostgreSQL syncs at commit by default.
"""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from veileder.feil import Bruksfeil

VENTETID = 2.0
"""Seconds to wait for another writer or for PostgreSQL to answer. An answer may wait this long once in an outage; then
messages go to the queue without asking."""

BYTTETID = 10.0
"""Seconds to wait while another process that has just made the file switches it to a write-ahead log."""

_PRAGMAER = ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


def les_adresse(adresse: str) -> URL:
    """Return the address with the driver that we ship.

    Raises:
        Bruksfeil: it is neither SQLite nor PostgreSQL.
    """
    try:
        url = make_url(adresse)
    except ArgumentError:
        raise Bruksfeil("VEILEDER_DATABASE_URL er ikke en gyldig adresse.") from None
    slag = url.get_backend_name()
    if slag in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if slag != "sqlite":
        raise Bruksfeil("VEILEDER_DATABASE_URL må begynne med sqlite: eller postgresql:")
    return url


def lag_motor(adresse: str) -> Engine:
    """Return the engine; nothing is opened yet. Parameters are kept out of error messages: they are what people wrote.

    Raises:
        Bruksfeil: the address is of no use, or the driver for PostgreSQL is not installed.
    """
    url = les_adresse(adresse)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    millisekunder = int(VENTETID * 1000)
    valg = f"-c lock_timeout={millisekunder} -c statement_timeout={10 * millisekunder}"
    try:
        return create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,
            pool_timeout=VENTETID,
            connect_args={"connect_timeout": int(VENTETID), "options": valg, "application_name": "veileder"},
        )
    except ImportError as feil:
        raise Bruksfeil(
            "PostgreSQL trenger en pakke til. Installer med: pip install -c constraints.txt '.[postgresql]'"
        ) from feil


def _sqlite(url: URL) -> Engine:
    motor = create_engine(
        url, hide_parameters=True, pool_timeout=VENTETID, connect_args={"timeout": VENTETID, "isolation_level": None}
    )

    @event.listens_for(motor, "connect")
    def oppsett(tilkobling: sqlite3.Connection, _post: Any) -> None:
        _bruk_skrivelogg(tilkobling)
        for pragma in _PRAGMAER:
            tilkobling.execute(f"PRAGMA {pragma}")

    @event.listens_for(motor, "begin")
    def begynn(tilkobling: Connection) -> None:
        skriver = tilkobling.get_execution_options().get("skriver", False)
        tilkobling.exec_driver_sql("BEGIN IMMEDIATE" if skriver else "BEGIN")

    return motor


def _bruk_skrivelogg(tilkobling: sqlite3.Connection) -> None:
    """Switch the file to a write-ahead log. The switch does not wait for others as other statements do: SQLITE_BUSY at once."""
    slutt = time.monotonic() + BYTTETID
    while True:
        try:
            tilkobling.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as feil:
            if feil.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > slutt:
                raise
        time.sleep(0.05)


def lag_fil(motor: Engine) -> None:
    """Make SQLite's file with its folder when missing, readable by its owner only. Raises OSError when it cannot."""
    fil = motor.url.database
    if motor.dialect.name != "sqlite" or not fil or fil == ":memory:" or fil.startswith("file:"):
        return
    if not Path(fil).exists():
        Path(fil).parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(fil, os.O_CREAT | os.O_RDWR, 0o600))

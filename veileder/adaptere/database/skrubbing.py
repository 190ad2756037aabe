"""Writing over what deleted rows held.

SQLite writes zeros over what it deletes (``secure_delete``), but a row that was moved between pages may leave a copy in
unused space, which ``vask`` zeroes a moment at a time. PostgreSQL leaves deleted rows in its files until the table is written
anew (``VACUUM FULL``), and empties the old file at its next checkpoint. What the planner samples of columns is
kept off people's words (``skjerming``). Its log and all back-ups follow the server's own settings; docs/drift.md tells which.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from veileder.adaptere.database import vask
from veileder.adaptere.database.database import Database, oversatt
from veileder.adaptere.database.plan import PLAN, Slag

logg = logging.getLogger(__name__)

TABELLER = tuple(navn for navn, slag in PLAN.items() if slag in (Slag.MELDING, Slag.KONTAKTSAK))
"""Where what persons wrote has been."""

LASETID = 10_000
"""Milliseconds to wait for a table that others use, before it is left for the next time."""


def skrubb(database: Database) -> bool:
    """Write over what is deleted; return whether all of it is done. Raises Lagerfeil when the database is away."""
    database.klargjor()
    with oversatt():
        return _sqlite(database) if database.motor.dialect.name == "sqlite" else _postgresql(database)


def krymp(database: Database) -> bool:
    """Have SQLite write its file anew, without what is empty in it; return whether it did. Nobody can write meanwhile.

    PostgreSQL's files are made small by ``skrubb``. Raises Lagerfeil when the database is away.
    """
    database.klargjor()
    if database.motor.dialect.name != "sqlite":
        return skrubb(database)
    if fil := _fil(database):
        os.environ["SQLITE_TMPDIR"] = str(fil.parent)  # the file made anew never lies in another's folder
    with oversatt(), closing(database.motor.raw_connection()) as tilkobling:
        try:
            tilkobling.cursor().execute("VACUUM")
        except Exception as feil:  # noqa: BLE001 - busy or no room: the file stays as it was
            logg.warning("Databasefilen ble ikke laget på nytt (%s).", type(feil).__name__)
            return False
    return database.tom_loggen()


def _fil(database: Database) -> Path | None:
    fil = database.motor.url.database
    return Path(fil).resolve() if fil and Path(fil).is_file() else None


def _sqlite(database: Database) -> bool:
    fil = _fil(database)
    if fil is None:
        return database.tom_loggen()
    kommando = [sys.executable, "-I", vask.__file__, str(fil)]
    kode = subprocess.run(kommando, check=False, stdin=subprocess.DEVNULL).returncode  # noqa: S603 - our own program
    if kode > 1:
        logg.warning("Databasefilen kan ikke vaskes mens den er i bruk (%d). Den lages på nytt i stedet.", kode)
        return krymp(database)
    if kode:
        logg.warning("Databaseloggen er i bruk og ble ikke tømt. Det prøves igjen ved neste rydding.")
        return False
    return database.tom_loggen()


def _postgresql(database: Database) -> bool:
    ferdig = True
    with database.motor.connect().execution_options(isolation_level="AUTOCOMMIT") as tilkobling:
        tilkobling.execute(text("SET statement_timeout = 0"))
        tilkobling.execute(text(f"SET lock_timeout = {LASETID}"))
        try:
            for navn in TABELLER:
                ferdig &= _vakuum(tilkobling, navn)
        finally:
            tilkobling.execute(text("RESET statement_timeout"))
            tilkobling.execute(text("RESET lock_timeout"))
    return ferdig


def _vakuum(tilkobling: Any, navn: str) -> bool:
    try:
        tilkobling.execute(text(f'VACUUM (FULL) "{navn}"'))
    except DBAPIError:
        logg.warning("Tabellen %s var i bruk og ble ikke skrevet på nytt. Det prøves igjen neste gang.", navn)
        return False
    return True

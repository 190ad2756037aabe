"""One database: its transactions, and its errors told in our own words."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

from sqlalchemy import Engine
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError
from sqlalchemy.orm import Session

from veileder.adaptere.database.migrering import er_oppdatert, oppgrader
from veileder.adaptere.database.motor import VENTETID, lag_fil, lag_motor
from veileder.adaptere.database.skjerming import skjerm
from veileder.feil import Lagerfeil, LagerUtilgjengelig

logg = logging.getLogger(__name__)

TOMMETID = 3.0
"""Seconds that emptying SQLite's log is tried for."""

TOMMEPAUSE = 0.1
"""Seconds that each try waits for a reader, and between two tries."""

_VARIGE = (DataError, IntegrityError, ProgrammingError)
"""What the database will say again however often it is asked."""


class Database:
    """The engine with its transactions. Opened at first use; safe to use from several threads."""

    def __init__(self, adresse: str) -> None:
        self.motor: Engine = lag_motor(adresse)
        self._skriver = self.motor.execution_options(skriver=True)
        self._las = threading.Lock()
        self._klar = False

    def klargjor(self) -> None:
        """Bring the tables up to date, once. Raises Lagerfeil."""
        with self._las:
            if self._klar:
                return
            with oversatt():
                lag_fil(self.motor)
                with self.motor.connect() as tilkobling:
                    klar = er_oppdatert(tilkobling)
                if not klar:
                    self._oppgrader()
            self._klar = True

    def _oppgrader(self) -> None:
        """Run the migrations; on SQLite another process may be at it, and is waited for longer than a writer is."""
        with self._skriver.connect() as tilkobling:
            if tilkobling.dialect.name == "sqlite":
                tilkobling.connection.cursor().execute("PRAGMA busy_timeout = 30000")
            with tilkobling.begin():
                oppgrader(tilkobling)
                skjerm(tilkobling)
            tilkobling.detach()  # closed afterwards, and its patience with it

    @contextmanager
    def les(self) -> Iterator[Session]:
        """A transaction that only reads. Raises Lagerfeil."""
        self.klargjor()
        with oversatt(), Session(self.motor) as sesjon:
            yield sesjon

    @contextmanager
    def skriv(self) -> Iterator[Session]:
        """A transaction that is durable when the block has ended. Raises Lagerfeil, and then nothing is stored."""
        self.klargjor()
        with oversatt(), Session(self._skriver) as sesjon, sesjon.begin():
            yield sesjon

    def tom_loggen(self) -> bool:
        """Let SQLite move its log into the file and empty it, so that nothing deleted stands there; return whether it is.

        A reader may hold the log for a moment, so it is tried for up to ``TOMMETID``. Nobody can write while it waits for
        one, so each try waits for ``TOMMEPAUSE`` at most. Never raises. Outside SQLAlchemy's transactions, which it must be.
        """
        if self.motor.dialect.name != "sqlite":
            return True
        slutt = time.monotonic() + TOMMETID
        while not (tomt := self._tom_en_gang()) and time.monotonic() < slutt:
            time.sleep(TOMMEPAUSE)
        if not tomt:
            logg.warning("Databaseloggen er i bruk og ble ikke tømt. Det prøves igjen ved neste rydding.")
        return tomt

    def _tom_en_gang(self) -> bool:
        with suppress(Lagerfeil), oversatt(), closing(self.motor.raw_connection()) as tilkobling:
            peker = tilkobling.cursor()
            peker.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()  # most of the work, in nobody's way
            peker.execute(f"PRAGMA busy_timeout = {1000 * TOMMEPAUSE:.0f}").fetchone()
            try:
                opptatt, *_ = peker.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                peker.execute(f"PRAGMA busy_timeout = {1000 * VENTETID:.0f}").fetchone()
            return not opptatt
        return False

    def lukk(self) -> None:
        """Let go of the connections."""
        self.motor.dispose()


@contextmanager
def oversatt() -> Iterator[None]:
    """Raise the library's errors as ours. The original is left out, since PostgreSQL's tells what was in the row."""
    try:
        yield
    except _VARIGE as feil:
        raise Lagerfeil(_grunn(feil)) from None
    except (SQLAlchemyError, OSError) as feil:
        raise LagerUtilgjengelig(_grunn(feil)) from None


def _grunn(feil: Exception) -> str:
    """Return what went wrong, without any value."""
    if not isinstance(feil, DBAPIError):
        return type(feil).__name__
    kode = getattr(feil.orig, "sqlite_errorname", "") or getattr(feil.orig, "sqlstate", "") or ""
    return f"{type(feil.orig).__name__} {kode}".strip()

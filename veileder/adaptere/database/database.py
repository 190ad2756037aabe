"""One database: its transactions, and its errors told in our own words."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

from sqlalchemy import Engine
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError
from sqlalchemy.orm import Session

from veileder.adaptere.database.migrering import er_oppdatert, oppgrader
from veileder.adaptere.database.motor import lag_fil, lag_motor
from veileder.feil import Lagerfeil, LagerUtilgjengelig

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
                    with self._skriver.begin() as tilkobling:
                        oppgrader(tilkobling)
            self._klar = True

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

    def tom_loggen(self) -> None:
        """Let SQLite move its log into the file and empty it, so that nothing deleted stands there. Best effort.

        Outside SQLAlchemy's transactions, which it must be.
        """
        if self.motor.dialect.name != "sqlite":
            return
        with suppress(Lagerfeil), oversatt(), closing(self.motor.raw_connection()) as tilkobling:
            tilkobling.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

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

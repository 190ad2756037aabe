"""A back-up of SQLite while it is in use, by its own back-up interface. PostgreSQL has pg_dump."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from veileder.adaptere.database.motor import les_adresse
from veileder.feil import Bruksfeil


def kopier(adresse: str, til: Path) -> None:
    """Copy the database to a new file, readable by its owner only, and check the copy.

    Raises:
        Bruksfeil: it is not SQLite, the file is there already, or it could not be written.
    """
    url = les_adresse(adresse)
    if url.get_backend_name() != "sqlite":
        raise Bruksfeil("Databasen er PostgreSQL. Ta kopi med pg_dump, se docs/drift.md.")
    fra = Path(url.database or "")
    if not fra.is_file():
        raise Bruksfeil(f"Finner ingen database i {fra}.")
    try:
        os.close(os.open(til, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise Bruksfeil(f"{til} finnes fra før, og blir ikke skrevet over.") from None
    except OSError as feil:
        raise Bruksfeil(f"Kan ikke skrive {til}: {feil.strerror}.") from feil
    try:
        _kopier(fra, til)
    except sqlite3.Error as feil:
        til.unlink(missing_ok=True)
        raise Bruksfeil(f"Kopien ble ikke tatt ({type(feil).__name__}). Er disken full?") from feil


def _kopier(fra: Path, til: Path) -> None:
    with closing(sqlite3.connect(fra, timeout=30)) as kilde, closing(sqlite3.connect(til)) as mal:
        kilde.backup(mal)
        mal.execute("PRAGMA journal_mode=DELETE")
        if mal.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError

"""Bringing the tables up to date, by Alembic's scripts in the package."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from veileder.feil import NyereDatabase

_LASNUMMER = 0x5645_494C
"""The lock that PostgreSQL holds while one process brings the tables up to date; any number of our own."""


def oppsett(tilkobling: Connection | None = None) -> Config:
    """Return Alembic's configuration: the scripts of the package, and the connection to run them on."""
    valg = Config()
    valg.set_main_option("script_location", "veileder.adaptere.database:migreringer")
    valg.set_main_option("path_separator", "os")
    valg.attributes["connection"] = tilkobling
    return valg


def er_oppdatert(tilkobling: Connection) -> bool:
    """Return whether the tables are of this version.

    Raises:
        NyereDatabase: they are of a later one.
    """
    skript = ScriptDirectory.from_config(oppsett())
    her = MigrationContext.configure(tilkobling).get_current_revision()
    if her is not None and her not in {s.revision for s in skript.walk_revisions()}:
        raise NyereDatabase(her, skript.get_current_head() or "")
    return her == skript.get_current_head()


def oppgrader(tilkobling: Connection) -> None:
    """Run the scripts that are missing, inside the caller's writing transaction, one process at a time.

    SQLite's transaction is itself the lock; PostgreSQL is asked for one, which goes with the transaction.
    """
    if tilkobling.dialect.name == "postgresql":
        tilkobling.execute(text("SET LOCAL lock_timeout = '30s'"))
        tilkobling.execute(text("SELECT pg_advisory_xact_lock(:nr)"), {"nr": _LASNUMMER})
    if not er_oppdatert(tilkobling):
        command.upgrade(oppsett(tilkobling), "head")

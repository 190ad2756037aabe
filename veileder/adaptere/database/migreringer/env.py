"""What Alembic runs first: our tables, and the connection that was handed over."""

from __future__ import annotations

from alembic import context

from veileder.adaptere.database import driftstabeller, gjennomgangstabeller, omkjoringstabeller  # noqa: F401 - their tables are part of what is described
from veileder.adaptere.database.tabeller import Tabell

tilkobling = context.config.attributes["connection"]
context.configure(
    connection=tilkobling,
    target_metadata=Tabell.metadata,
    render_as_batch=tilkobling.dialect.name == "sqlite",
    transactional_ddl=True,  # SQLite as well, since the transaction is begun in so many words
)
with context.begin_transaction():
    context.run_migrations()

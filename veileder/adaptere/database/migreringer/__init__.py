"""Alembic's scripts. ``versions`` holds one module a change, named by number and by what it does."""

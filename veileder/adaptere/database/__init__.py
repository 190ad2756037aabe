"""The database: SQLite in the data folder, or PostgreSQL by setting. Only the running service loads it."""

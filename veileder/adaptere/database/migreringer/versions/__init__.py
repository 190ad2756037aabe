"""The changes, in order of their ``down_revision``."""

"""The colour of what can be pressed."""

FARGE = "#0f5467"
"""Our own: as ``--primary`` in theme.json."""

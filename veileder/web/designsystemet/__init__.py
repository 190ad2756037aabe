"""Designsystemet's tokens and style, as vendored, and our own theme of them. See KILDE.md."""

"""Links in Markdown, and text without their addresses."""

from __future__ import annotations

import re

LENKE = re.compile(r"\[([^\]\[]*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+\"[^\"\n]*\")?\s*\)")
"""Text and address of a link in Markdown."""


def uten_adresser(tekst: str, unntatt: str = "\n") -> str:
    """Return a text with its links as their words alone, as long as before, so that offsets hold.

    Addresses that hold ``unntatt`` stay.
    """
    return LENKE.sub(lambda t: t[0] if unntatt in t[2] else ("[" + t[1]).ljust(len(t[0])), tekst)

"""Text as a reader sees it: what sentences are compared by."""

from __future__ import annotations

import re

_LENKE = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TEGN = re.compile(r"[*_`#>|«»\"“”]+")
_LISTE = re.compile(r"(?m)^\s*(?:[-*•]|\d{1,2}[.)])\s+")


def uten_lenker(tekst: str) -> str:
    """Return Markdown with the words of its links, not their addresses."""
    return _LENKE.sub(r"\1", tekst)


def synlig(tekst: str) -> str:
    """Return Markdown as a reader sees it: links by their words, no marks, white space folded."""
    uten = _LISTE.sub("", uten_lenker(tekst))
    return " ".join(_TEGN.sub(" ", uten).split())

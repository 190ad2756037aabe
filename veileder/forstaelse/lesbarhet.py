"""How hard a text is to read."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ORD = re.compile(r"\w+")
_TEGN = re.compile(r"\[\d+\]|\]\([^)]*\)|[*_#>`|\[]")
"""What a marked-up text shows nobody: numbers of sources, addresses of links, signs."""
_GRENSE = re.compile(r"[.!?:]+(?=\s)|\n+")


def lix(setninger: Sequence[str]) -> float:
    """Readability by Björnsson (1968): words a sentence plus the percentage of words of more than six letters."""
    ord_ = [o for s in setninger for o in _ORD.findall(s)]
    return len(ord_) / len(setninger) + 100 * sum(len(o) > 6 for o in ord_) / len(ord_) if ord_ else 0.0


def lix_av_svar(tekst: str, minst: int) -> float | None:
    """Return the LIX of an answer in Markdown, or None when it has fewer than ``minst`` words, of which it says nothing."""
    setninger = [s for s in _GRENSE.split(_TEGN.sub(" ", tekst)) if _ORD.search(s)]
    return lix(setninger) if sum(len(_ORD.findall(s)) for s in setninger) >= minst else None

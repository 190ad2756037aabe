"""Links in an answer lead only where its sources and its contact lead: a host that none of them names becomes plain text.

A quotation's links are the corpus's own, and stay. What a chat model or a person writes cannot add one.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from veileder.domene import Svar

FASTE = frozenset({"lovdata.no"})
"""Hosts that need no source: the law itself."""

_LENKE = re.compile(r"\[([^\]\n]*)\]\(\s*<?((?:[a-z][a-z0-9+.-]*:)?//[^)\s>]*)>?[^)\n]*\)", re.IGNORECASE)
_BAR = re.compile(r"https?://[^\s<>()\[\]]+", re.IGNORECASE)


def kjente_verter(svar: Svar) -> frozenset[str]:
    """Return the hosts that the answer's sources and contact name."""
    k = svar.overlevering.kontakt if svar.overlevering else None
    tekster = [d for kilde in svar.kilder for d in (kilde.tekst, kilde.sitat, kilde.lenke)]
    tekster += [k.nettsted, k.lenke] if k else []
    return FASTE | frozenset(v for t in tekster for lenke in _BAR.findall(t) if (v := _vert(lenke)))


def uten_fremmede_lenker(tekst: str, verter: frozenset[str]) -> str:
    """Return Markdown with the links to other hosts as plain text; a bare address loses what makes it a link."""

    def lenke(treff: re.Match[str]) -> str:
        return treff[0] if _vert(treff[2]) in verter else treff[1]

    def bar(treff: re.Match[str]) -> str:
        return treff[0] if (vert := _vert(treff[0])) in verter else vert.removeprefix("www.")

    return _BAR.sub(bar, _LENKE.sub(lenke, tekst))


def _vert(adresse: str) -> str:
    try:
        return (urlsplit(adresse).hostname or "").lower()
    except ValueError:
        return ""

"""What is embedded: each passage's heading and each of its sentences, on their own.

A passage scores as its best unit. On NorQuAD's validation split this found the right passage first in
0.88 of the questions, against 0.83 for one vector a passage (docs/adr/0003), for half the time.
"""

from __future__ import annotations

import re

from veileder.domene import Setning, Utdrag

_LENKE = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MERKE = re.compile(r"[*_`#|]+|\s+")


def enheter(utdrag: Utdrag) -> list[str]:
    """Return the texts to embed: the heading path first, then one for each of ``utdrag.setninger``."""
    return [overskrift(utdrag), *(_enhet(utdrag, s) for s in utdrag.setninger)]


def overskrift(utdrag: Utdrag) -> str:
    """Title and heading path as one line."""
    return ": ".join(dict.fromkeys((utdrag.tittel, *utdrag.overskrifter)))


def ren(tekst: str) -> str:
    """A text without Markdown's signs, white space folded."""
    return _MERKE.sub(" ", _LENKE.sub(r"\1", tekst)).strip()


def _enhet(utdrag: Utdrag, setning: Setning) -> str:
    tekst = utdrag.tekst[setning.start - utdrag.start : setning.slutt - utdrag.start]
    if setning.slag == "rad":
        return f"{utdrag.seksjon}: {_rad(utdrag, setning, tekst)}"
    return ren(tekst)


def _rad(utdrag: Utdrag, setning: Setning, tekst: str) -> str:
    """A table row with each cell after the name of its column."""
    hode = utdrag.tekst[setning.hode - utdrag.start :].split("\n", 1)[0]
    navn, celler = ([c.strip() for c in r.strip().strip("|").split("|")] for r in (hode, tekst))
    if len(navn) != len(celler):
        return ren(tekst)
    return ren(", ".join(f"{n} {c}" if n else c for n, c in zip(navn, celler, strict=True) if c))

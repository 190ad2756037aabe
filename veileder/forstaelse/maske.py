"""What a find of personal data is, and how masks are held while a text is worked on.

A mask is one noncharacter of Unicode in the working text, so that no rule reads the words inside «[fødselsdato]»
as words of the message, and a text that already carries masks is read as it was the first time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

SLAG = (
    "e-postadresse",
    "fødselsnummer",
    "d-nummer",
    "h-nummer",
    "kontonummer",
    "telefonnummer",
    "fødselsdato",
    "saksnummer",
    "adresse",
    "navn",
)
"""Every kind, as it stands between the brackets."""
_TEGN = {slag: chr(0xFDD0 + i) for i, slag in enumerate(SLAG)}
_SLAG_AV = {tegn: f"[{slag}]" for slag, tegn in _TEGN.items()}
MASKETEGN = "".join(_TEGN.values())
"""The signs that stand for masks, for use inside a character class."""
NAVNETEGN = _TEGN["navn"]
_MASKE = re.compile(r"\[(" + "|".join(SLAG) + r")\]")
_BLANK_MASKE = re.compile(r"\s*" + _MASKE.pattern)
_ETT_TEGN = re.compile(f"[{MASKETEGN}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Funn:
    """Personal data of one kind at ``start:slutt``; ``hale`` is what stays behind the mask in place of it."""

    start: int
    slutt: int
    slag: str
    hale: str = ""


def skjul(tekst: str) -> str:
    """Return the working text: masks as single signs. Noncharacters that came with the text are dropped."""
    return _MASKE.sub(lambda m: _TEGN[m[1]], _ETT_TEGN.sub("", tekst))


def vis(tekst: str) -> str:
    """Return the text with masks written out."""
    return _ETT_TEGN.sub(lambda m: _SLAG_AV[m[0]], tekst)


def fjern(tekst: str) -> str:
    """Return a text without written masks."""
    return _BLANK_MASKE.sub("", tekst)


def uten_overlapp(funn: Iterable[Funn]) -> tuple[Funn, ...]:
    """Return the finds in order; of two that overlap, the first that starts, then the longest, then the first found."""
    ut: list[Funn] = []
    for f in sorted(funn, key=lambda f: (f.start, -f.slutt)):
        if f.start < f.slutt and (not ut or f.start >= ut[-1].slutt):
            ut.append(f)
    return tuple(ut)


def sett_inn(tekst: str, funn: Iterable[Funn]) -> str:
    """Return the working text with the finds masked; they are in order and do not overlap."""
    deler: list[str] = []
    her = 0
    for f in funn:
        deler += [tekst[her : f.start], _TEGN[f.slag], f.hale]
        her = f.slutt
    return "".join([*deler, tekst[her:]])

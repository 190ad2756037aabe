"""The words of a text, and where runs of them that may be names end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from veileder.forstaelse.navneord import er_etternavn, er_fornavn, er_tvetydig, er_vanlig, ligner_etternavn

_ORD = re.compile(r"[^\W\d_]+(?:[-'’´ʼ][^\W\d_]+)*")
_PARTIKLER = frozenset("von van der den de del di da dos la le el al bin binti ibn ben abu abdul ter zu af".split())
_FORKORTET = frozenset("Aa Kr Th Chr Fr Joh Jo Ma Ol".split())
_LUFT = re.compile(r"[ \t\u00a0]{1,2}")
_ETTER_INITIAL = re.compile(r"\.?[ \t\u00a0]{0,2}")
_FIRMA = re.compile(
    r"\s?&|\s(?:AS|ASA|og\s+[Ss]ønn\w*|kommune|fylke|sykehus|sjukehus|hospital|sykehjem|sjukeheim|legesenter"
    r"|apotek|syndrom|sykdom|sjukdom|skole|skule|omsorgs\w+|bo-?\s?og\s\w+)\b"
)
_IKKE_ETTER = re.compile(r"\b(?:St|Sankt|Sta|Kong|Dronning)\.?\s$|&\s?(?:\w+\s)?$|\d\s?$")
_SETNINGSSTART = re.compile(r"(?:[.!?:\n•*–-]\s*|[«\"“(]\s*)$")
MAKS = 5
"""Words in a name at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ord:
    """A word, where it stands, and whether it has a capital as names have."""

    tekst: str
    start: int
    slutt: int
    stor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordrekke:
    """The words of a text. ``flat`` when capitals say nothing, because all letters or none are capitals."""

    tekst: str
    ord: tuple[Ord, ...]
    flat: bool

    def fra(self, posisjon: int) -> int:
        """Return the index of the word that starts right at the position (past an opening sign), or -1."""
        return next((i for i, o in enumerate(self.ord) if o.start == posisjon), -1)

    def nabo(self, i: int, j: int) -> bool:
        """Whether word ``j`` follows word ``i`` with nothing but space, or the dot of an initial, between."""
        if not 0 <= i < j < len(self.ord):
            return False
        mellom = self.tekst[self.ord[i].slutt : self.ord[j].start]
        initial = len(self.ord[i].tekst) == 1 or self.ord[i].tekst in _FORKORTET
        return bool((_ETTER_INITIAL if initial else _LUFT).fullmatch(mellom))

    def foran(self, i: int) -> str:
        """Return the twenty characters before a word, or all when there are fewer, then with a line break in front."""
        start = self.ord[i].start
        return self.tekst[start - 20 : start] if start > 20 else "\n" + self.tekst[:start]

    def innleder(self, i: int) -> bool:
        """Whether a word is the first of its sentence."""
        return bool(_SETNINGSSTART.search(self.foran(i)))


def del_i_ord(tekst: str) -> Ordrekke:
    """Return the words of a text."""
    store = sum(c.isupper() for c in tekst)
    bokstaver = sum(c.isalpha() for c in tekst)
    alle = [m[0] for m in _ORD.finditer(tekst)]
    titler = len(alle) >= 6 and sum(o[0].isupper() for o in alle) > 0.8 * len(alle)
    flat = not store or titler or (bokstaver > 12 and store > 0.8 * bokstaver)
    ord_ = tuple(Ord(tekst=m[0], start=m.start(), slutt=m.end(), stor=_stor(m[0]) and not flat) for m in _ORD.finditer(tekst))
    return Ordrekke(tekst=tekst, ord=ord_, flat=flat)


def _stor(ord_: str) -> bool:
    """Whether each part starts with a capital: «Inger-Lise», not «Kari-boten»."""
    return ord_[0].isupper() and all(d[:1].isupper() or d in ("s", "al", "el") for d in re.split(r"[-’']", ord_))


def navnerekke(r: Ordrekke, i: int) -> int:
    """Return the end of the run of capitalised words, initials and particles that starts at ``i``."""
    j = i
    while j < len(r.ord) and j - i < MAKS and (j == i or r.nabo(j - 1, j)):
        o = r.ord[j]
        partikkel = j > i and o.tekst in _PARTIKLER and r.nabo(j, j + 1) and r.ord[j + 1].stor
        navnelik = o.stor and (
            not er_vanlig(o.tekst)
            or (j == i and er_tvetydig(o.tekst))
            or (j > i and er_etternavn(o.tekst))
            or (len(o.tekst) == 1 and _initial(r, j))
        )
        if not (partikkel or navnelik):
            break
        j += 1
    while j > i and len(r.ord[j - 1].tekst) == 1:
        j -= 1
    return i if j > i and _er_firma(r, i, j) else j


def _er_firma(r: Ordrekke, i: int, j: int) -> bool:
    """Whether the words belong to a firm, a hospital or an illness; «Anne & Jon» do not."""
    foran = _IKKE_ETTER.search(r.foran(i))
    bak = _FIRMA.match(r.tekst, r.ord[j - 1].slutt)
    if foran and not (foran[0].startswith("&") and er_fornavn(r.ord[i].tekst)):
        return True
    return bak is not None and not ("&" in bak[0] and j < len(r.ord) and er_fornavn(r.ord[j].tekst))


def _initial(r: Ordrekke, i: int) -> bool:
    return r.tekst[r.ord[i].slutt : r.ord[i].slutt + 1] == "." and i + 1 < len(r.ord) and r.nabo(i, i + 1) and r.ord[i + 1].stor


def liten_rekke(r: Ordrekke, i: int) -> int:
    """Return the end of the run of names without capitals that starts at ``i``: first names, then surnames."""
    j = i
    while j < len(r.ord) and j - i < MAKS and (j == i or r.nabo(j - 1, j)) and er_fornavn(r.ord[j].tekst):
        j += 1
    if j > i and j < len(r.ord) and r.nabo(j - 1, j) and ligner_etternavn(r.ord[j].tekst):
        j += 1
    return j

"""The words of a text, and what its capitals say."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ORD = re.compile(r"[^\W\d_]+(?:[-'’´ʼ][^\W\d_]+)*")
_FORKORTET = frozenset("Aa Kr Th Chr Fr Joh Jo Ma Ol".split())
_LUFT = re.compile(r"[ \t\u00a0]{1,2}")
_ETTER_INITIAL = re.compile(r"\.?[ \t\u00a0]{0,2}")
_SETNINGSSTART = re.compile(r"(?:[.!?:\n•*–-]\s*|[«\"“(]\s*)$")
_NORSK = frozenset(
    "og på er til av som har jeg eg ikke ikkje vi det kan får æ hva kva ka den med i ho hun han meg mæ å at når for om fra"
    " frå".split()
)
_ENGELSK = frozenset("the is of and my to in a i for with she he can do what how we they are not this".split())
_TYSK = frozenset("ich und der das ist nicht für mein meine meinen ein eine einen wir wie kann habe dem".split())
_APNER = ("«", '"', "“", "”", "„", "'", "‘")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ord:
    """A word, where it stands, and whether it has a capital as names have."""

    tekst: str
    start: int
    slutt: int
    stor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordrekke:
    """The words of a text.

    ``flat`` when capitals say nothing, because all letters or none are capitals; ``tysk`` when nouns carry them, ``norsk``
    when names do.
    """

    tekst: str
    ord: tuple[Ord, ...]
    flat: bool
    tysk: bool
    norsk: bool

    def fra(self, posisjon: int) -> int:
        """Return the index of the word that starts right at the position (past an opening sign), or -1."""
        posisjon += self.tekst[posisjon : posisjon + 1] in _APNER
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
    sma = {o.lower() for o in alle}
    tysk = len(sma & _TYSK)
    norsk = len(sma & _NORSK) > max(len(sma & _ENGELSK), tysk)
    return Ordrekke(tekst=tekst, ord=ord_, flat=flat, tysk=tysk >= 2, norsk=norsk)


def _stor(ord_: str) -> bool:
    """Whether each part starts with a capital: «Inger-Lise», not «Kari-boten»."""
    return ord_[0].isupper() and all(d[:1].isupper() or d in ("s", "al", "el") for d in re.split(r"[-’']", ord_))

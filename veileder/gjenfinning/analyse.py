"""Norwegian text analysis for lexical search: words, stems and character 4-grams.

Lower case with æøå kept, accents folded, both målformer brought to one form by the word pairs in
ordliste.yaml, then the Norwegian Snowball stemmer. 4-grams within a word carry compounds
(sykehjemsplass ~ sykehjem) and misspellings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

import snowballstemmer

_ORD = re.compile(r"[a-zæøå0-9]+(?:-[a-zæøå0-9]+)*|§+")
_STEMMER = snowballstemmer.stemmer("norwegian")

STOPPORD = frozenset(
    "og i jeg det at en et den til er som på de med han av ikke der så var meg seg men ett har om vi min mitt ha hadde hun nå"
    " over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv sjøl her alle vil bli ble blitt kunne inn når"
    " være kom noen noe ville dere som deres kun ja etter ned skulle denne for deg si sine sitt mot å meget hvorfor dette disse"
    " uten hvordan ingen din ditt blir samme hvilken hvilke sånn inni mellom vår hver hvem vors hvis både bare enn fordi før"
    " mange også slik vært begge siden eg ikkje kva kven korleis me dykk no ein eit dei vere var vart dokker dåkker mor far"
    " mamma pappa må får finnes gjør gjøre kva kven ka kem koss korleis kor kvar lenge mye mykje lang langt ganger gang måte tid"
    " går gå komme kommer kan kunne bør burde skal skulle vil ville må måtte får fikk fått ta tar gi gir har hatt ha vært være"
    " så da nå altså jo vel nok sånn sånne slikt en ett to dere oss dem vi man folk noen noe ting litt helt bare heller enda hos"
    " hjelp hjelpe the is a of what how do does i my to for in and".split()
)


def normaliser(tekst: str) -> str:
    """Return lower case with accents folded, but æ, ø and å kept as letters of their own."""
    return "".join(
        tegn if tegn in "æøå" or tegn.isascii() else unicodedata.normalize("NFD", tegn)[0]
        for tegn in unicodedata.normalize("NFC", tekst).lower()
    )


def ord_i(tekst: str) -> list[str]:
    """Return the normalised words of a text, hyphenated ones both whole and in parts."""
    ut: list[str] = []
    for treff in _ORD.findall(normaliser(tekst)):
        ut.append(treff)
        if "-" in treff:
            ut.extend(treff.split("-"))
    return ut


@lru_cache(maxsize=50_000)
def stamme(ord_: str) -> str:
    """Return the Snowball stem of one normalised word."""
    return str(_STEMMER.stemWord(ord_))


class Analyse:
    """Text to stems and 4-grams, with the word pairs that make two målformer one."""

    def __init__(self, ordpar: Mapping[str, str] | None = None) -> None:
        self._par = {normaliser(fra): normaliser(til) for fra, til in (ordpar or {}).items()}

    def ord(self, tekst: str) -> list[str]:
        """Words of a text in bokmål form where a pair is known."""
        return [self._par.get(o, o) for o in ord_i(tekst)]

    def stammer(self, tekst: str, *, innhold: bool = False) -> list[str]:
        """Stems of a text; with ``innhold`` the small words are left out."""
        return [stamme(o) for o in self.ord(tekst) if not (innhold and o in STOPPORD)]

    def gram(self, tekst: str, *, innhold: bool = False) -> list[str]:
        """Character 4-grams inside each word, with the word's edges marked by a space."""
        ut: list[str] = []
        for o in self.ord(tekst):
            if innhold and o in STOPPORD:
                continue
            kant = f" {o} "
            ut.extend(kant[i : i + 4] for i in range(max(1, len(kant) - 3)))
        return ut

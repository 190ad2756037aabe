"""Names that their place tells: before a comma, before «her», after an introducer in a script without capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from veileder.forstaelse.navneform import er_rolle, ligner_etternavn, ligner_ord
from veileder.forstaelse.navnefremmed import STOPP_UTEN_STORE, UTEN_STORE
from veileder.forstaelse.navneord import er_fornavn, er_kommune, er_vanlig
from veileder.forstaelse.navnerekke import MAKS
from veileder.forstaelse.ordrekke import Ord, Ordrekke

_HETER_JEG = re.compile(
    r"([^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+)?)\s+(?:heter|heiter|heite|het|er navnet|er namnet)\s+"
    r"(?:jeg|eg|i|e|æ|ej|mitt|hun|ho|han)\b"
)
_ETTER_HER = re.compile(r"\s*(?:[,.!?:–-]|$|fra\b|frå\b|from\b|igjen\b)")


def etternavn_forst(r: Ordrekke) -> Iterator[tuple[int, int]]:
    """Yield the surname of «Nilsen, Kari» and the name of «Kari heter jeg»."""
    for i, (o, neste) in enumerate(pairwise(r.ord)):
        komma = r.tekst[o.slutt : neste.start] == ", "
        if komma and o.stor and neste.stor and er_fornavn(neste.tekst) and _bare_etternavn(o.tekst):
            yield i, i + 1
    for treff in _HETER_JEG.finditer(r.tekst):
        i = j = r.fra(treff.start(1))
        while 0 <= j < len(r.ord) and r.ord[j].slutt <= treff.end(1) and _kan_hete(r.ord[j]):
            j += 1
        yield max(i, 0), max(j, 0)


def _bare_etternavn(ord_: str) -> bool:
    return ligner_etternavn(ord_) and not (er_vanlig(ord_) or er_fornavn(ord_) or er_kommune(ord_))


def _kan_hete(o: Ord) -> bool:
    return (o.stor or er_fornavn(o.tekst)) and not er_vanlig(o.tekst)


def for_her(r: Ordrekke) -> Iterator[tuple[int, int]]:
    """Yield the name of «Kari Nilsen her» at the head of a sentence."""
    for k, o in enumerate(r.ord):
        if o.tekst.lower() not in ("her", "here", "hær") or not _ETTER_HER.match(r.tekst, o.slutt):
            continue
        i = k
        while i > 0 and k - i < MAKS and r.nabo(i - 1, i) and not er_vanlig(r.ord[i - 1].tekst):
            i -= 1
        navn = r.ord[i:k]
        if len(navn) == 1 and not er_fornavn(navn[0].tekst) and (er_rolle(navn[0].tekst) or ligner_ord(navn[0].tekst)):
            continue
        if navn and r.innleder(i) and (er_fornavn(navn[0].tekst) or all(n.stor for n in navn)) and not er_kommune(navn[0].tekst):
            yield i, k


def uten_store(r: Ordrekke) -> Iterator[tuple[int, int]]:
    """Yield names after an introducer in a script without capitals: two words, three when the last carries the article."""
    for treff in UTEN_STORE.finditer(r.tekst):
        i = j = r.fra(treff.end())
        while 0 <= j < len(r.ord) and j - i < (3 if r.ord[j].tekst.startswith("ال") else 2):
            o = r.ord[j].tekst
            if (
                o in STOPP_UTEN_STORE
                or re.match("[a-zæøå]", o)
                or (j > i and (o.startswith("و") or not r.nabo(j - 1, j)))
            ):
                break
            j += 1
        yield max(i, 0), max(j, 0)

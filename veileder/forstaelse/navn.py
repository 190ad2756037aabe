"""Names of people, by the lists and by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from veileder.forstaelse import navnekontekst as kontekst
from veileder.forstaelse.maske import MASKETEGN, NAVNETEGN, Funn
from veileder.forstaelse.navneord import (
    er_etternavn,
    er_fornavn,
    er_kommune,
    er_maned,
    er_navn_uten_stor,
    er_rolle,
    er_tvetydig,
    er_vanlig,
    ligner_etternavn,
    ligner_fornavn,
)
from veileder.forstaelse.navnesteder import etternavn_forst, for_her, uten_store
from veileder.forstaelse.ordrekke import Ordrekke, del_i_ord, liten_rekke, navnerekke

_NAVN_SLUTT = re.compile(r"\s*(?:[,.!?\n)]|(?:og|å|and|fra|frå|er|e|har|bor|bur|her)\b|$)")
_PERSON_BAK = re.compile(
    r"\s(?:bor|bur|trenger|treng|ringte|ringde|sa|sier|fikk|fekk|klarer|falt|fall|skal|vil|har\s(?:fått|vært"
    r"|vore|hatt|ikke|ikkje|slutta|sluttet)|(?:er|e)\s(?:min|mi|mor|far|bror|søster|\d)|og\s[A-ZÆØÅ])"
)
_ANNEN_MASKE = re.compile(rf"[\s,(:.]{{0,3}}[{MASKETEGN.replace(NAVNETEGN, '')}]")
_SITAT = re.compile(r"[«“\"][^»”\"\n]{1,60}[»”\"]")


def finn_navn(tekst: str) -> Iterator[Funn]:
    """Yield names."""
    rekke = del_i_ord(tekst)
    if not rekke.ord:
        return
    for i, j in _alle(rekke):
        if j > i:
            start, slutt = rekke.ord[i].start, rekke.ord[j - 1].slutt
            yield Funn(start=start, slutt=slutt, slag="navn")


def _alle(r: Ordrekke) -> Iterator[tuple[int, int]]:
    yield from uten_store(r)
    for uttrykk, styrke in (
        (kontekst.STERK, 3),
        (kontekst.HILSEN, 2),
        (kontekst.TITTEL, 3),
        (kontekst.MIDDELS, 2),
        (kontekst.SVAK, 1),
    ):
        for treff in uttrykk.finditer(r.tekst):
            i = r.fra(treff.end())
            if i >= 0:
                yield i, _ved_innleder(r, i, styrke, loven=uttrykk is kontekst.STERK)
    yield from _sok(r)
    yield from etternavn_forst(r)
    yield from for_her(r)


def _ved_innleder(r: Ordrekke, i: int, styrke: int, *, loven: bool) -> int:
    """Return the end of the name after an introducer, or ``i`` when none stands there."""
    o = r.ord[i]
    if not o.stor:
        return _liten_ved_innleder(r, i, loven=loven)
    j = navnerekke(r, i)
    if j - i != 1:
        return j if j - i > 1 and not (styrke < 3 and er_kommune(o.tekst)) else i
    if er_fornavn(o.tekst) or ligner_fornavn(o.tekst):
        return j
    if o.tekst.isupper() or (styrke < 3 and er_kommune(o.tekst)) or _sted_foran(r, i):
        return i
    return j if styrke >= 2 or not er_rolle(o.tekst) else i


def _sted_foran(r: Ordrekke, i: int) -> bool:
    return bool(re.search(r"\b(?:i|på|ved)\s$", r.foran(i)))


def _liten_ved_innleder(r: Ordrekke, i: int, *, loven: bool) -> int:
    o = r.ord[i]
    j = liten_rekke(r, i)
    if j > i and (loven or not all(er_tvetydig(n.tekst) or er_vanlig(n.tekst) for n in r.ord[i:j])):
        ett_til = (
            r.nabo(j - 1, j) and len(r.ord[j].tekst) > 3 and not er_vanlig(r.ord[j].tekst) and not er_kommune(r.ord[j].tekst)
        )
        return j + 1 if ett_til and _NAVN_SLUTT.match(r.tekst, r.ord[j].slutt) else j
    if not loven or er_vanlig(o.tekst) or len(o.tekst) < 2 or (er_tvetydig(o.tekst) and j == i):
        return i
    j = i + 2 if r.nabo(i, i + 1) and not er_vanlig(r.ord[i + 1].tekst) else i + 1
    slutt = r.ord[j - 1].slutt
    return j if _NAVN_SLUTT.match(r.tekst, slutt) else i


def _sok(r: Ordrekke) -> Iterator[tuple[int, int]]:
    """Yield the names that the lists alone tell."""
    sitater = [m.span() for m in _SITAT.finditer(r.tekst)]
    i = 0
    while i < len(r.ord):
        o = r.ord[i]
        j = _stort_navn(r, i) if o.stor else _lite_navn(r, i)
        if j > i and not any(a < o.start and r.ord[j - 1].slutt < b - 1 for a, b in sitater):
            yield i, j
        i = max(j, i + 1)


def _stort_navn(r: Ordrekke, i: int) -> int:
    o = r.ord[i]
    j = navnerekke(r, i)
    if j == i:
        return i
    fornavn = er_fornavn(o.tekst) or ligner_fornavn(o.tekst)
    if j - i > 1:
        resten = [n.tekst for n in r.ord[i + 1 : j]]
        if o.tekst.isupper() and not all(n.isupper() for n in resten):
            return i
        if fornavn and not (er_maned(o.tekst) and not any(er_etternavn(n) for n in resten)):
            return j
        if er_kommune(o.tekst):
            return i
        return j if any(er_fornavn(n) or ligner_etternavn(n) for n in resten) or _for_maske(r, j) else i
    if not fornavn or o.tekst.isupper() or er_maned(o.tekst) or er_kommune(o.tekst):
        return i
    alene = er_tvetydig(o.tekst) and r.innleder(i) and not _PERSON_BAK.match(r.tekst, o.slutt)
    return i if alene else j


def _for_maske(r: Ordrekke, j: int) -> bool:
    """Whether another mask stands right behind: a name before an address or a number."""
    return bool(_ANNEN_MASKE.match(r.tekst, r.ord[j - 1].slutt))


def _lite_navn(r: Ordrekke, i: int) -> int:
    """Return the end of a name without capitals: a first name that is no word, or one with a surname behind."""
    o = r.ord[i]
    if len(o.tekst) < 3 or (o.tekst[0].isupper() and not r.flat) or not er_fornavn(o.tekst):
        return i
    j = liten_rekke(r, i)
    entydig = [n for n in r.ord[i:j] if not (er_tvetydig(n.tekst) or er_vanlig(n.tekst))]
    return j if (j - i > 1 and len(entydig) > 1) or (j > i and er_navn_uten_stor(o.tekst)) else i

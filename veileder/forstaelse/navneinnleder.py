"""Names behind a word that says that one follows."""

from __future__ import annotations

import re

from veileder.forstaelse.navneform import er_fremmed, er_rolle, ligner_fornavn, ligner_ord
from veileder.forstaelse.navneord import (
    er_etternavn,
    er_fornavn,
    er_kommune,
    er_organisasjon,
    er_stopp,
    er_tvetydig,
    er_vanlig,
)
from veileder.forstaelse.navnerekke import liten_rekke, navnerekke
from veileder.forstaelse.ordrekke import Ordrekke

_NAVN_SLUTT = re.compile(r"\s*(?:[,.!?\n)]|(?:og|å|and|fra|frå|er|e|har|bor|bur|her)\b|$)")
_ER_VERB = re.compile(r"\s(?:seg|sæ|ikke|ikkje|itj|itje|det|at|opp|ut)\b")
_HAN_BAK = re.compile(r"\s(?:han|hun|ho|hu|hain|hainn)\b")


def ved_innleder(r: Ordrekke, i: int, styrke: int, *, loven: bool) -> int:
    """Return the end of the name after an introducer, or ``i`` when none stands there."""
    o = r.ord[i]
    if not o.stor:
        return _liten_ved_innleder(r, i, styrke, loven=loven) if styrke else i
    j = navnerekke(r, i)
    if j == i and (loven or (styrke == 3 and er_kommune(o.tekst))) and not er_stopp(o.tekst) and not o.tekst.isupper():
        return max(i + 1, navnerekke(r, i + 1) if r.nabo(i, i + 1) else i)
    if j - i != 1:
        return j if j - i > 1 and not (styrke < 3 and er_kommune(o.tekst)) and (styrke or kan_hete(r, i, j)) else i
    if er_fornavn(o.tekst) or ligner_fornavn(o.tekst):
        return j
    if o.tekst.isupper() or (styrke < 3 and er_kommune(o.tekst)) or re.search(r"\b(?:i|på|ved)\s$", r.foran(i)):
        return i
    if not styrke:
        return j if er_fremmed(o.tekst) and not ligner_ord(o.tekst) else i
    return j if styrke >= 2 or not er_rolle(o.tekst) else i


def kan_hete(r: Ordrekke, i: int, j: int) -> bool:
    """Whether several unknown words may be a person: none in capitals or built as an office's, and no number behind."""
    navn = [o.tekst for o in r.ord[i:j]]
    return not any(n.isupper() or er_organisasjon(n) for n in navn) and not re.match(r"\s?\d", r.tekst[r.ord[j - 1].slutt :])


def _liten_ved_innleder(r: Ordrekke, i: int, styrke: int, *, loven: bool) -> int:
    o = r.ord[i]
    j = liten_rekke(r, i)
    if j > i and (loven or _sikkert(r, i, j)):
        neste = r.ord[j].tekst if r.nabo(j - 1, j) else ""
        ett_til = len(neste) > 3 and not er_vanlig(neste) and not er_kommune(neste)
        return j + 1 if ett_til and _NAVN_SLUTT.match(r.tekst, r.ord[j].slutt) else j
    if len(o.tekst) == 1 and r.tekst[o.slutt : o.slutt + 1] == "." and r.nabo(i, i + 1):
        return i if er_vanlig(r.ord[i + 1].tekst) else i + 2
    if er_vanlig(o.tekst) or len(o.tekst) < 2 or (er_tvetydig(o.tekst) and j == i):
        return i
    if not loven:
        ukjent = len(o.tekst) > 2 and not (ligner_ord(o.tekst) or o.tekst.endswith(("e", "en")) or er_kommune(o.tekst))
        return i + 1 if styrke > 1 and ukjent and _HAN_BAK.match(r.tekst, o.slutt) else i
    j = i + 2 if r.nabo(i, i + 1) and not er_vanlig(r.ord[i + 1].tekst) else i + 1
    return j if _NAVN_SLUTT.match(r.tekst, r.ord[j - 1].slutt) else i


def _sikkert(r: Ordrekke, i: int, j: int) -> bool:
    """Whether words without capitals that the lists have are no verb or other word here: «mor klara seg»."""
    navn = [o.tekst for o in r.ord[i:j]]
    entydig = any(er_fornavn(n) and not (er_tvetydig(n) or er_vanlig(n)) for n in navn)
    return (entydig or (len(navn) > 1 and er_etternavn(navn[-1]))) and not _ER_VERB.match(r.tekst, r.ord[j - 1].slutt)

"""Where runs of words that may be a name end."""

from __future__ import annotations

from veileder.forstaelse.navneannet import er_noe_annet
from veileder.forstaelse.navneform import ligner_etternavn
from veileder.forstaelse.navneord import er_etternavn, er_fornavn, er_organisasjon, er_stopp, er_tvetydig, er_vanlig
from veileder.forstaelse.ordrekke import Ordrekke

_PARTIKLER = frozenset("von van der den de del di da dos la le el al bin binti ibn ben abu abdul ter zu af".split())
MAKS = 5
"""Words in a name at the most."""


def navnerekke(r: Ordrekke, i: int) -> int:
    """Return the end of the run of capitalised words, initials and particles that starts at ``i``."""
    j = i
    while j < len(r.ord) and j - i < MAKS and (j == i or r.nabo(j - 1, j)):
        o = r.ord[j]
        partikkel = j > i and o.tekst in _PARTIKLER and r.nabo(j, j + 1) and r.ord[j + 1].stor
        if not (partikkel or (o.stor and (not er_vanlig(o.tekst) or _navn_likevel(r, i, j)))):
            break
        j += 1
    while j > i and len(r.ord[j - 1].tekst) == 1:
        j -= 1
    return i if j > i and er_noe_annet(r, i, j) else j


def _navn_likevel(r: Ordrekke, i: int, j: int) -> bool:
    """Whether a capitalised word that is a common one too belongs to the name."""
    o = r.ord[j]
    if len(o.tekst) == 1:
        return _initial(r, j)
    if j == i:
        return er_tvetydig(o.tekst)
    if er_etternavn(o.tekst):
        return True
    if er_organisasjon(o.tekst):
        return False
    forst = r.ord[i].tekst
    if er_fornavn(forst) and not (er_tvetydig(forst) or er_stopp(o.tekst) or o.tekst.isupper()):
        return True
    mellom = r.nabo(j, j + 1) and r.ord[j + 1].stor and not er_vanlig(r.ord[j + 1].tekst)
    return mellom and (er_tvetydig(o.tekst) or er_fornavn(forst))


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

"""The page and the words of ``veileder forhandsvis``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from veileder.gjennomgang.forhandsvisning import Utslag
from veileder.gjennomgang.ulikheter import linjer
from veileder.web.designsystemet.tema import stilark
from veileder.web.farge import FARGE
from veileder.web.gjennomgang.maler import MAPPE, fyll
from veileder.web.gjennomgang.omkjoring import forklar
from veileder.web.gjennomgang.tekster import tekst


def hva_er_endret(u: Utslag) -> list[str]:
    """Return what differs, a sentence each."""
    return [forklar(f) for f in u.forskjeller]


def slagnavn(u: Utslag) -> str:
    """Return where the question comes from, in words."""
    return tekst(f"slag_{u.sporsmal.slag.value}")


def lag_side(andre: Sequence[Utslag], antall: int, na: dt.datetime) -> str:
    """Return a page that needs no other file: a table of what would be answered otherwise, and both answers to each."""
    rader = [(u, slagnavn(u), hva_er_endret(u), *linjer(u.for_.svar, u.etter.svar)) for u in andre]
    stil = stilark(FARGE) + (MAPPE.parent / "stil" / "gjennomgang.css").read_text(encoding="utf-8")
    return fyll("forhandsvisning.html", rader=rader, antall=antall, na=na, stil=stil)

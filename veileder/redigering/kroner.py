"""Amounts in a text: how many kroner, for each of what, and of which year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from veileder.redigering.adresser import uten_adresser
from veileder.redigering.manus import Manus, Sats

_TALL = r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+"
_KRONER = re.compile(rf"(?<![\d,.])(?:kr\.? ?)?({_TALL})(?:,\d+)?\s?(?:kroner|kr\b|,-)|\bkr\.? ?({_TALL})", re.IGNORECASE)
_NOE = re.compile(r"\bkr\b|kroner|,-", re.IGNORECASE)
_AR = re.compile(r"\b20\d\d\b")
_PER = re.compile(
    r"\b(?:per |pr\.? |i |om |for |hver(?:t)? |kvar(?:t)? )?(?P<navn>døgn|dag|måned|månad|time|uke|veke|gang|år|porsjon|reise|besøk)\w*",
    re.IGNORECASE,
)
_ENHET = {"månad": "måned", "veke": "uke"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Belop:
    """An amount in kroner at an offset, what it is paid for each of (or nothing), and the years beside it.

    ``tekst`` is what a reader takes it by: the sentence, or a table row with its header.
    """

    manus: Manus
    sats: Sats
    tekst: str
    kroner: int
    per: str
    ar: tuple[int, ...]
    sted: int

    def __str__(self) -> str:
        return f"{self.kroner:,} kroner".replace(",", " ")


def belop_i(m: Manus) -> Iterator[Belop]:
    """Yield the amounts of a text."""
    for sats in m.satser:
        if not _NOE.search(sats.tekst):
            continue
        rad = sats.setning.slag == "rad"
        lest, skrevet = f"{m.tabellhode(sats)} {sats.ren}".strip(), uten_adresser(sats.tekst)
        ar = tuple(int(a) for a in _AR.findall(lest))
        for t in _KRONER.finditer(skrevet):
            per = _PER.match(skrevet[t.end() :].lstrip()) or (_PER.search(lest) if rad else None)
            navn = per["navn"].lower() if per else ""
            kroner = int(re.sub(r"\D", "", t[1] or t[2]))
            yield Belop(
                manus=m, sats=sats, tekst=lest, kroner=kroner, per=_ENHET.get(navn, navn), ar=ar, sted=sats.start + t.start()
            )

"""Splitting a document along its headings into passages; tables and lists stay whole where they can.

A passage is searched by its sentences and shown as a whole, so it may be long. Sections above
``STORST`` characters are divided at blocks into parts of even length; the length was chosen on
NorQuAD's validation split (docs/adr/0003).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import pairwise

from veileder.domene import Dokument, Seksjon, Setning, Utdrag
from veileder.indeksering.setninger import finn_setninger

STORST = 1400
"""Characters of one passage, unless one block (a table, a list) is longer by itself."""


def del_opp(dokument: Dokument) -> tuple[Utdrag, ...]:
    """Return the passages of a document in reading order, with stable ids ``dokument#aspekt#n``."""
    teller: Counter[str] = Counter()
    markdown = not dokument.fil.lower().endswith(".txt")
    ut: list[Utdrag] = []
    for seksjon in dokument.seksjoner:
        setninger = finn_setninger(dokument.tekst, seksjon.start, seksjon.slutt, markdown=markdown)
        for gruppe in _grupper(setninger):
            teller[seksjon.aspekt or "tekst"] += 1
            ut.append(_utdrag(dokument, seksjon, gruppe, teller[seksjon.aspekt or "tekst"]))
    return tuple(ut)


def _grupper(setninger: tuple[Setning, ...]) -> list[tuple[Setning, ...]]:
    """Pack units into groups of even length, at most ``STORST`` where a boundary allows it."""
    if not setninger:
        return []
    lengde = setninger[-1].slutt - setninger[0].start
    antall = -(-lengde // STORST)
    mal = lengde / antall * 1.05 + 40
    grupper: list[list[Setning]] = [[setninger[0]]]
    for forrige, setning in pairwise(setninger):
        storrelse = setning.slutt - grupper[-1][0].start
        hel = _hores_sammen(forrige, setning)
        if storrelse > (2 * STORST if hel else STORST) or (storrelse > mal and not hel):
            grupper.append([])
        grupper[-1].append(setning)
    return [tuple(g) for g in grupper]


def _hores_sammen(forrige: Setning, setning: Setning) -> bool:
    """Rows of one table, items of one list, and the sentence that introduces either."""
    return setning.slag in ("punkt", "rad") and (forrige.slag == setning.slag or forrige.slag == "setning")


def _utdrag(dokument: Dokument, seksjon: Seksjon, gruppe: tuple[Setning, ...], nr: int) -> Utdrag:
    start = min(gruppe[0].start, gruppe[0].hode)
    slutt = gruppe[-1].slutt
    tekst = dokument.tekst[start:slutt]
    innhold = "\x1f".join((dokument.tittel, *seksjon.overskrifter, tekst))
    return Utdrag(
        id=f"{dokument.id}#{seksjon.aspekt or 'tekst'}#{nr}",
        dokument=dokument.id,
        fil=dokument.fil,
        tittel=dokument.tittel,
        type=dokument.type,
        overskrifter=seksjon.overskrifter,
        aspekt=seksjon.aspekt,
        kommune=dokument.kommune,
        malform=dokument.malform,
        malgruppe=dokument.malgruppe,
        status=dokument.status,
        gjelder_fra=dokument.gjelder_fra,
        revideres=dokument.revideres,
        kilde_dato=dokument.kilde_dato,
        lenke=dokument.lenke,
        tema=dokument.tema,
        lokale_aspekter=dokument.lokale_aspekter,
        intern=dokument.intern,
        start=start,
        slutt=slutt,
        tekst=tekst,
        setninger=gruppe,
        digest=hashlib.blake2b(innhold.encode(), digest_size=16).hexdigest(),
    )

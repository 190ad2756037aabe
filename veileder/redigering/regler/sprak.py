"""How the text reads: LIX, long sentences, passive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from veileder.forstaelse.lesbarhet import lix
from veileder.redigering.manus import Manus, Sats
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.samling import Samling

TUNG_LIX = 50
"""LIX of a section from which it is hard to read (Björnsson 1968: 45 to 55 is «difficult»)."""

KORTEST_LIX = 40
"""Words that a section must have before its LIX says anything."""

LANG_SETNING = 30
"""Words of a sentence, above which it should be divided."""

MYE_PASSIV = 0.5
"""Share of a section's sentences in passive from which the reader no longer sees who does what."""

_ORD = re.compile(r"\w+")


def _seksjoner(m: Manus) -> Iterator[tuple[int, list[Sats]]]:
    """Offset of each section's heading, and its running text; table rows are no sentences."""
    lopende = (s for s in m.satser if s.setning.slag != "rad")
    for seksjon, gruppe in groupby(lopende, key=lambda s: s.seksjon):
        yield m.overskriftstart(seksjon), list(gruppe)


def tung(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """A section that is hard to read."""
    for start, satser in _seksjoner(m):
        tekster = [s.ren for s in satser]
        tall = lix(tekster)
        if tall > TUNG_LIX and sum(len(_ORD.findall(t)) for t in tekster) >= KORTEST_LIX:
            funn = f"Seksjonen er tung å lese (LIX {tall:.0f}; over {TUNG_LIX} er vanskelig)."
            yield m.merk(Alvor.ADVARSEL, "lix", start, funn, "Del lange setninger, og bytt lange ord med korte.")


def lang_setning(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """A sentence that the reader loses on the way."""
    for s in m.satser:
        antall = len(s.ren.split())
        if s.setning.slag != "rad" and antall > LANG_SETNING:
            yield m.merk(
                Alvor.ADVARSEL,
                "lang-setning",
                s.start,
                f"Setningen har {antall} ord: «{_start(s.ren)}»",
                f"Del den, så hver setning har høyst {LANG_SETNING} ord.",
            )


_BLI = re.compile(
    r"\b(?:bli|blir|ble|blitt|blei|vert|vart|vorte|verte)\b(?: \w+){0,3}? \w+(?:et|t|dd|te|de|a|ne)\b", re.IGNORECASE
)
_S_PASSIV = re.compile(
    r"\b(?:kan|skal|må|bør|vil|kunne|skulle|måtte|å)(?: \w+){0,2}? \w{3,}(?:es|ast)\b|\b\w{2,}(?:eres|erast|ges|kes|des|tes|les|ves)\b"
)
_IKKE_PASSIV = re.compile(
    r"\b(?:synes|synast|møtes|møtast|finnes|finnast|trives|trivast|skyldes|deles|ventes|diabetes|felles|annerledes|elles|dømes)\b",
    re.IGNORECASE,
)


def passiv(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """A section where most sentences hide who does what."""
    for start, satser in _seksjoner(m):
        antall = sum(_er_passiv(s.ren) for s in satser)
        if len(satser) >= 5 and antall / len(satser) > MYE_PASSIV:
            funn = f"{antall} av {len(satser)} setninger er i passiv."
            yield m.merk(
                Alvor.RAD, "passiv", start, funn, "Skriv hvem som gjør det: «Kommunen vurderer» i stedet for «det blir vurdert»."
            )


def _er_passiv(setning: str) -> bool:
    ren = _IKKE_PASSIV.sub(" ", setning)
    return bool(_BLI.search(ren) or _S_PASSIV.search(ren))


def _start(tekst: str) -> str:
    ord_ = tekst.split()
    return " ".join(ord_[:10]) + (" …" if len(ord_) > 10 else "")


REGLER = (tung, lang_setning, passiv)

"""Which of a passage's own sentences answer: one contiguous window, never a patchwork.

A window that begins in a list takes the sentence that introduces the list with it; one that begins in
a table takes the header. So a quotation is always one piece of the source.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from veileder.domene import Setning, Utdrag
from veileder.forstaelse.svartype import har_form
from veileder.gjenfinning.analyse import Analyse
from veileder.gjenfinning.setningstekst import bare, med_hode

VEKT_MENING, VEKT_ORD, VEKT_FORM, VEKT_FORST = 0.5, 0.3, 0.45, 0.28
"""What a sentence's worth is made of: cosine, shared rare words, the asked-for kind, standing first.
Chosen on the development questions (evaluering/datasett/*.dev.jsonl)."""

TERSKEL = 0.42
"""What a sentence must be worth to earn its place; below it, it only fills a gap."""


HENGER = 0.25
"""What a window loses when its first sentence, in the middle of a passage, leans on one that is not shown."""

_HENGER = re.compile(
    r"^\W*(?:det|dette|den|denne|disse|desse|de|dei|da|då|der|slik\w*|derfor|likevel|ellers|elles|i så fall|hun|ho|han)\b"
    r"|^(?:\S+\s+){0,5}(?:også|òg|heller ikke|heller ikkje)\b",
    re.IGNORECASE,
)
"""How such a sentence begins."""

SPERRET = float("-inf")
"""The worth of a sentence that may not be shown: no window holds one."""

HEL_LISTE = 1.5
"""How far above the word limit a window may go to end a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vindu:
    """A contiguous piece of a document: offsets in the document's text, and its summed worth."""

    start: int
    slutt: int
    verdi: float
    ord: int


def velg_vindu(utdrag: Utdrag, verdier: Sequence[float], ordgrense: int) -> Vindu:
    """Return the window of sentences worth most, at most ``ordgrense`` words where one sentence allows.

    ``verdier`` has one worth in [0, ~1.5] for each of ``utdrag.setninger``, or ``SPERRET``. A window whose worth is
    ``SPERRET`` means that the passage has nothing to show.
    """
    setninger = utdrag.setninger
    hele = _antall_ord(utdrag, utdrag.start, utdrag.slutt)
    if hele <= ordgrense and SPERRET not in verdier:
        return Vindu(start=utdrag.start, slutt=utdrag.slutt, verdi=sum(v - TERSKEL for v in verdier), ord=hele)
    best: Vindu | None = None
    for i in range(len(setninger)):
        henger = HENGER * (i > 0 and _HENGER.search(bare(utdrag, setninger[i])) is not None)
        for j in range(i, len(setninger)):
            start = _med_innledning(setninger, i, utdrag)
            ord_ = _antall_ord(utdrag, start, setninger[j].slutt)
            if ord_ > ordgrense and j > i:
                break
            verdi = sum(v - TERSKEL for v in verdier[i : j + 1]) - 0.004 * max(0, ord_ - ordgrense) - henger
            if best is None or verdi > best.verdi + 1e-9:
                best = Vindu(start=start, slutt=setninger[j].slutt, verdi=verdi, ord=ord_)
    if best is None:
        return Vindu(start=utdrag.start, slutt=utdrag.slutt, verdi=0.0, ord=len(utdrag.tekst.split()))
    if SPERRET in verdier:
        return best  # nothing is added to a window beside what may not be shown
    return _med_hele_listen(utdrag, _fylt(utdrag, best, ordgrense), ordgrense)


def _fylt(utdrag: Utdrag, vindu: Vindu, ordgrense: int) -> Vindu:
    """Go on with the sentences that follow while there is room: what follows is mostly the conditions.

    A window inside a table is not filled, since the next row is another fact.
    """
    inne = [s for s in utdrag.setninger if vindu.start <= s.start < vindu.slutt]
    slutt = vindu.slutt
    if not inne or inne[-1].slag == "rad":
        return vindu
    for s in utdrag.setninger:
        if s.start < slutt:
            continue
        if s.slag == "rad" or _antall_ord(utdrag, vindu.start, s.slutt) > ordgrense:
            break
        slutt = s.slutt
    return Vindu(start=vindu.start, slutt=slutt, verdi=vindu.verdi, ord=_antall_ord(utdrag, vindu.start, slutt))


def _med_innledning(setninger: Sequence[Setning], i: int, utdrag: Utdrag) -> int:
    """Where a window that begins with sentence i must start."""
    forst = setninger[i]
    if forst.slag == "rad":
        return forst.hode
    if forst.slag == "punkt":
        k = i
        while k > 0 and setninger[k - 1].slag == "punkt":
            k -= 1
        if k > 0 and _innleder(utdrag, setninger[k - 1]):
            return setninger[k - 1].start
    return forst.start


def _med_hele_listen(utdrag: Utdrag, vindu: Vindu, ordgrense: int) -> Vindu:
    """A window that ends with «…:» or inside a list goes on to the list's end where there is room.

    Where there is not, it ends before the list when something is said before it: half a list of criteria
    reads as all of them.
    """
    inne = [s for s in utdrag.setninger if vindu.start <= s.start < vindu.slutt]
    if not inne or not (inne[-1].slag == "punkt" or _innleder(utdrag, inne[-1])):
        return vindu
    resten = list(takewhile(lambda s: s.slag in ("punkt", "rad"), (s for s in utdrag.setninger if s.start >= vindu.slutt)))
    if not resten:
        return vindu
    slutt = resten[-1].slutt
    if _antall_ord(utdrag, vindu.start, slutt) > ordgrense * HEL_LISTE:
        foran = list(dropwhile(lambda s: s.slag == "punkt", reversed(inne)))
        foran = foran[1:] if foran and _innleder(utdrag, foran[0]) else foran
        slutt = foran[0].slutt if foran else vindu.slutt
    return Vindu(start=vindu.start, slutt=slutt, verdi=vindu.verdi, ord=_antall_ord(utdrag, vindu.start, slutt))


def _innleder(utdrag: Utdrag, setning: Setning) -> bool:
    """Whether a sentence leads into a list."""
    return bare(utdrag, setning).rstrip("*_ ").endswith(":")


def _antall_ord(utdrag: Utdrag, start: int, slutt: int) -> int:
    return len(utdrag.tekst[start - utdrag.start : slutt - utdrag.start].replace("|", " ").split())


def verdsett(
    utdrag: Utdrag,
    cosinus: Sequence[float],
    spenn: tuple[float, float],
    sporsmalsstammer: Mapping[str, float],
    svartyper: Sequence[str],
    analyse: Analyse,
) -> list[float]:
    """Return the worth of each sentence.

    ``cosinus`` has the question's cosine with each sentence and ``spenn`` the (low, high) that they are
    scaled by; ``sporsmalsstammer`` maps the question's content stems to their rarity.
    """
    lav, hoy = spenn
    vekt = sum(sporsmalsstammer.values()) or 1.0
    ut: list[float] = []
    for nr, (setning, c) in enumerate(zip(utdrag.setninger, cosinus, strict=True)):
        tekst = med_hode(utdrag, setning)
        stammer = set(analyse.stammer(tekst))
        delt = sum(v for s, v in sporsmalsstammer.items() if s in stammer) / vekt
        form = any(har_form(tekst, t) for t in svartyper)
        mening = min(1.0, max(0.0, (c - lav) / max(1e-6, hoy - lav)))
        ut.append(VEKT_MENING * mening + VEKT_ORD * delt + VEKT_FORM * form * (0.4 + 0.6 * mening) + VEKT_FORST * (nr == 0))
    return ut

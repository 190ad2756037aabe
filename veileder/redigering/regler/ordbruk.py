"""Words: technical terms that nobody explains, promises, and sentences that two services share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from veileder.redigering.manus import Manus, Sats
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.samling import Samling

FLEST_LIKE = 2
"""Sentences that two services may share."""

_FORKLART = r"(?:\bdet vil si|\bdet vil seie|\baltså\b|\bbetyr\b|\btyder\b|\ber (?:en|et|ei|ein|eit|at|når|den|det|evne|kort)\b|\bkalles\b|\bblir kalla\b|\bheter\b|\bheiter\b|\bsom er\b|\bsier\b|\bseier\b|, som\b|[(–])"


def fagord(m: Manus, s: Samling) -> Iterable[Merknad]:
    """A technical term that a text for residents uses without saying what it means."""
    if m.dokument.malgruppe == "saksbehandler" or not m.eget:
        return
    kjente = {o.term.lower(): o for o in s.ordliste.ord if o.forklaring}
    for term in s.lister.fagord:
        rad = kjente.get(term.lower())
        former = (term, *(rad.nynorsk if rad and not term.isupper() else ()))
        uttrykk = _bruk_av(former)
        brukt = [x for x in m.satser if uttrykk.search(x.ren)]
        if brukt and rad and not any(_forklart(x, uttrykk) for x in brukt):
            yield m.merk(
                Alvor.RAD,
                "fagord",
                brukt[0].start,
                f"«{term}» blir brukt uten forklaring.",
                f"Forklar det, for eksempel slik: {rad.forklaring}",
            )


@cache
def _bruk_av(former: tuple[str, ...]) -> re.Pattern[str]:
    """The forms of a term with their endings; an abbreviation in capitals alone."""
    flagg = re.NOFLAG if former[0].isupper() else re.IGNORECASE
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, former))})(?:en|et|a|er|ene|ane|n)?\b", flagg)


def _forklart(s: Sats, uttrykk: re.Pattern[str]) -> bool:
    """Whether the sentence tells what the word means, before it or after."""
    return bool(
        re.search(rf"{uttrykk.pattern}.{{0,60}}?{_FORKLART}|{_FORKLART}[^.]{{0,80}}{uttrykk.pattern}", s.ren, uttrykk.flags)
    )


_LOFTE = re.compile(
    r"\b(?:du (?:får alltid|har alltid (?:rett|krav)|vil få|kommer til å få|kjem til å få)|garanterer|(?:vi|kommunen) lov(?:er|ar) (?:deg|at))\b",
    re.IGNORECASE,
)


def lofte(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """A description tells what one may get, and promises nothing: the municipality decides each case."""
    for s in m.satser if m.type in ("tjeneste", "lokalt") else ():
        if t := _LOFTE.search(s.ren):
            yield m.merk(
                Alvor.ADVARSEL,
                "lofte",
                s.start,
                f"«{t[0]}» kan leses som et løfte.",
                "Skriv «kan», og at kommunen vurderer hver sak.",
            )


def gjentatt(s: Samling) -> Iterable[Merknad]:
    """Services that share sentences hide each other in search."""
    felles = [m for m in s.manus if m.type == "tjeneste"]
    hvor: dict[tuple[bool, str], list[tuple[Manus, Sats]]] = {}
    for m in felles:
        for sats in m.satser:
            if len(sats.ren.split()) >= 6 and sats.setning.slag != "rad":
                hvor.setdefault((m.er_nynorsk, sats.ren.lower()), []).append((m, sats))
    par = Counter(
        (a.fil, b[0].fil) for steder in hvor.values() for i, b in enumerate(steder) for a, _ in steder[:i] if a is not b[0]
    )
    for steder in hvor.values():
        for i, (m, sats) in enumerate(steder):
            andre = next((a for a, _ in steder[:i] if par[a.fil, m.fil] > FLEST_LIKE), None)
            if andre:
                yield m.merk(
                    Alvor.RAD,
                    "gjentatt-setning",
                    sats.start,
                    f"Setningen står også i {andre.fil}: «{_start(sats.ren)}»",
                    "Skriv den om denne tjenesten, så søket skiller dem.",
                )


def _start(tekst: str) -> str:
    ord_ = tekst.split()
    return " ".join(ord_[:10]) + (" …" if len(ord_) > 10 else "")


REGLER = (fagord, lofte)
REGLER_PA_TVERS = (gjentatt,)

"""A passage as the checker reads it: its sentences one by one, a list item with the words that lead into the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from veileder.domene import Malform, Setning, Utdrag
from veileder.formulering.sprakkontroll.renskrift import synlig


@dataclass(frozen=True, slots=True, kw_only=True)
class Enhet:
    """One sentence, list item or table row. ``tekst`` is visible text; offsets are those of the passage's text."""

    tekst: str
    start: int
    slutt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passasje:
    """What a sentence may rest on. ``merke`` is the token that the model cites it by.

    ``vektorer`` has shape (len(enheter), d), L2-normalised. ``kontekst`` is title and heading: names in it are known,
    but nothing is claimed by it.
    """

    merke: str
    enheter: tuple[Enhet, ...]
    vektorer: NDArray[np.float32] = field(repr=False)
    kontekst: str = ""
    malform: Malform = Malform.NB


def les_passasje(merke: str, utdrag: Utdrag, vektorer: NDArray[np.float32]) -> Passasje:
    """Return a passage of the index; ``vektorer`` are those of its sentences, in order."""
    enheter = del_i_enheter(utdrag.tekst, utdrag.setninger, utdrag.start)
    kontekst = f"{utdrag.tittel}. {utdrag.seksjon}"
    return Passasje(merke=merke, enheter=enheter, vektorer=vektorer, kontekst=kontekst, malform=utdrag.malform)


def del_i_enheter(tekst: str, setninger: Sequence[Setning], forskyvning: int = 0) -> tuple[Enhet, ...]:
    """Return one unit for each of ``setninger``, whose offsets are ``forskyvning`` ahead of those in ``tekst``."""
    ut: list[Enhet] = []
    innledning = ""
    for s in setninger:
        start, slutt = s.start - forskyvning, s.slutt - forskyvning
        sett = synlig(tekst[start:slutt])
        if s.slag == "rad":
            hode = tekst[s.hode - forskyvning :].split("\n", 1)[0]
            ut.append(Enhet(tekst=f"{synlig(hode)} {sett}", start=start, slutt=slutt))
            continue
        if s.slag != "punkt":
            innledning = sett if sett.endswith(":") else ""
        ut.append(Enhet(tekst=f"{innledning} {sett}" if s.slag == "punkt" and innledning else sett, start=start, slutt=slutt))
    return tuple(ut)

"""Headings: the fourteen of a service description, word for word as korpus/README.md lists them, and those of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt

from veileder.domene import ASPEKTER, Malform
from veileder.indeksering.enheter import ren

_NB = (
    "Hva er tjenesten?",
    "Hvem kan få tjenesten?",
    "Hva omfatter tjenesten?",
    "Hva omfatter tjenesten ikke?",
    "Hva er kommunens ansvar?",
    "Hva er ditt ansvar?",
    "Hvilke kriterier gjelder?",
    "Hvordan søker du?",
    "Hvordan vurderer kommunen søknaden?",
    "Hvordan og når blir tjenesten tildelt?",
    "Hva kan du gjøre ved avslag?",
    "Hva koster tjenesten?",
    "Hvilke lover gjelder?",
    "Hvem kan du kontakte?",
)
_NN = (
    "Kva er tenesta?",
    "Kven kan få tenesta?",
    "Kva omfattar tenesta?",
    "Kva omfattar tenesta ikkje?",
    "Kva er ansvaret til kommunen?",
    "Kva er ansvaret ditt?",
    "Kva kriterium gjeld?",
    "Korleis søkjer du?",
    "Korleis vurderer kommunen søknaden?",
    "Korleis og når blir tenesta tildelt?",
    "Kva kan du gjere ved avslag?",
    "Kva kostar tenesta?",
    "Kva lover gjeld?",
    "Kven kan du kontakte?",
)
OVERSKRIFTER: Mapping[Malform, Mapping[str, str]] = {
    Malform.NB: dict(zip(ASPEKTER, _NB, strict=True)),
    Malform.NN: dict(zip(ASPEKTER, _NN, strict=True)),
}
"""Heading by målform and aspekt, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overskrift:
    """A heading. ``innhold`` tells whether any text follows it before the next one of its level or above."""

    niva: int
    tekst: str
    start: int
    innhold: bool


def finn_overskrifter(tekst: str, kropp: int) -> tuple[Overskrift, ...]:
    """Return the headings of Markdown from ``kropp`` on, those with nothing under them included."""
    linjer = [kropp, *(kropp + m.end() for m in re.finditer("\n", tekst[kropp:])), len(tekst)]
    tokens = MarkdownIt("commonmark").enable("table").disable("inline").parse(tekst[kropp:])
    rader = [
        (int(t.tag[1]), ren(tokens[i + 1].content), linjer[t.map[0]], linjer[t.map[1]])
        for i, t in enumerate(tokens)
        if t.type == "heading_open" and t.map and t.level == 0
    ]
    ender = [*((neste[2], neste[0]) for _, neste in pairwise(rader)), *([(len(tekst), 0)] if rader else [])]
    return tuple(
        Overskrift(niva=niva, tekst=navn, start=a, innhold=bool(tekst[b:c].strip()) or neste > niva)
        for (niva, navn, a, b), (c, neste) in zip(rader, ender, strict=True)
    )

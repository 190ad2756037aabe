"""Who has the answer when a question lies outside health and care: «andre_kontorer» in korpus/kommuner.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from veileder.domene import Malform

FLEST = 2
"""Offices named in one answer."""


@dataclass(frozen=True, kw_only=True)
class Kontor:
    """An office with another field, and the words that point to it."""

    navn: str
    navn_nn: str
    nett: str
    monster: re.Pattern[str]

    def vist(self, sprak: Malform) -> str:
        """Return its name, with its web address where it has one."""
        navn = self.navn_nn if sprak is Malform.NN else self.navn
        return f"{navn} ({self.nett})" if self.nett else navn


def les_andre_kontorer(rader: Iterable[Mapping[str, object]]) -> tuple[Kontor, ...]:
    """Return the offices of the part «andre_kontorer» of kommuner.yaml."""
    return tuple(_kontor(rad) for rad in rader)


def _kontor(rad: Mapping[str, object]) -> Kontor:
    def liste(felt: str) -> list[str]:
        return [re.escape(str(o)) for o in rad.get(felt) or ()]  # type: ignore[attr-defined]

    former = [rf"{o}\w*" for o in liste("ord")] + liste("hele")
    return Kontor(
        navn=str(rad["navn"]),
        navn_nn=str(rad.get("navn_nn") or rad["navn"]),
        nett=str(rad.get("nett") or ""),
        monster=re.compile(rf"\b(?:{'|'.join(former) or '(?!)'})\b", re.IGNORECASE),
    )


def finn_kontorer(bokmal: str, kontorer: tuple[Kontor, ...]) -> tuple[Kontor, ...]:
    """Return the offices that a message points to, those named last first: the question stands at the end."""
    funnet = [(max(t.start() for t in treff), k) for k in kontorer if (treff := list(k.monster.finditer(bokmal)))]
    return tuple(k for _, k in sorted(funnet, key=lambda par: -par[0])[:FLEST])

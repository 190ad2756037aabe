"""All that a check looks at: the texts of a folder, the lists they are held against, and today's date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from veileder.domene import FELLES
from veileder.forstaelse.ordliste import Ordliste
from veileder.redigering.lister import Lister
from veileder.redigering.manus import Manus


@dataclass(frozen=True, kw_only=True)
class Samling:
    """The texts of ``mappe``. ``kommuner`` are the slugs that a text may name as its own."""

    mappe: Path
    manus: tuple[Manus, ...]
    ordliste: Ordliste
    kommuner: frozenset[str]
    lister: Lister
    i_dag: date

    @cached_property
    def tvillinger(self) -> tuple[tuple[Manus, Manus], ...]:
        """Pairs (bokmål, nynorsk) of one document."""
        nb = {m.dokument.id: m for m in self.manus if not m.er_nynorsk}
        return tuple((nb[m.dokument.id], m) for m in self.manus if m.er_nynorsk and m.dokument.id in nb)

    @cached_property
    def beskrivelser(self) -> Mapping[str, tuple[Manus, ...]]:
        """The shared descriptions of each service, in both målformer."""
        ut: dict[str, tuple[Manus, ...]] = {}
        for m in self.manus:
            if m.type == "tjeneste" and m.dokument.kommune == FELLES:
                ut[m.slug] = (*ut.get(m.slug, ()), m)
        return ut

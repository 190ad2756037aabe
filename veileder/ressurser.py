"""What an answer is built from, switched as one when a new index is taken into use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from veileder.domene import FELLES
from veileder.forstaelse.ordliste import Ordliste
from veileder.forstaelse.sted import Stedsnavn
from veileder.gjenfinning.indeks import Indeks
from veileder.overlevering.kontakt import Kontakter
from veileder.porter import Krysskoder

if TYPE_CHECKING:
    from veileder.formulering.sprakmodell.oppsett import Sprakoppsett


@dataclass(frozen=True, kw_only=True)
class Ressurser:
    """An open index with its glossary and contacts, and the limits that an operator sets.

    ``egne_kontakter`` tells that the corpus brought its own kommuner.yaml, so that its municipalities
    are covered even where no local text exists. ``ordgrense`` is in words, ``meldingslengde`` in characters.
    ``korpus`` is the digest of the texts that the index was made from. ``sprak`` is the chat model with its tasks, and
    ``krysskoder`` what reads the best hits again, if any.
    """

    indeks: Indeks
    ordliste: Ordliste
    kontakter: Kontakter
    steder: Stedsnavn
    egne_kontakter: bool = True
    ordgrense: int = 180
    meldingslengde: int = 4000
    korpus: str = ""
    sprak: Sprakoppsett | None = None
    krysskoder: Krysskoder | None = None

    @property
    def dekket(self) -> frozenset[str]:
        """Places that can be answered for: what the index holds, and whom the corpus lists."""
        return self.indeks.kommuner | (frozenset(self.kontakter.kommuner) if self.egne_kontakter else frozenset())

    @property
    def stedsnavn(self) -> Stedsnavn:
        """Names that point to a municipality, those of the index included."""
        return self.steder.med(self.indeks.kommuner - {FELLES})

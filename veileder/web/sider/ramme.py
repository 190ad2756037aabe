"""What every page needs to know: the index in use, and what the reader has chosen in the address."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from veileder.domene import Malform
from veileder.ressurser import Ressurser
from veileder.web.sider.adresse import med_valg
from veileder.web.sider.bibliotek import Bibliotek
from veileder.web.sider.tekster import tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Valg:
    """What the address says. ``kommune`` is as written, and may be anything."""

    sti: str
    kommune: str
    malform: Malform
    q: str
    i_dag: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramme:
    """The choices, checked against the index. ``kommune`` is a known one or empty; ``eier`` is whose service it is, if told."""

    ressurser: Ressurser
    bibliotek: Bibliotek
    kommuner: tuple[tuple[str, str], ...]
    valg: Valg
    eier: str = ""

    @property
    def malform(self) -> Malform:
        """The målform that the reader asks for."""
        return self.valg.malform

    @property
    def kommune(self) -> str:
        """The chosen kommune, if it is one of ours."""
        return self.valg.kommune if self.valg.kommune in dict(self.kommuner) else ""

    @property
    def kommunenavn(self) -> str:
        """Its name."""
        return dict(self.kommuner).get(self.kommune, "")

    def navn(self, kommune: str) -> str:
        """Return the name of a municipality."""
        return dict(self.kommuner).get(kommune) or self.ressurser.kontakter.navn(kommune)

    def adresse(self, sti: str, **felt: str) -> str:
        """Return a path that keeps what is chosen."""
        return med_valg(sti, kommune=self.kommune, malform=self.malform, **felt)

    def i_annet_malform(self) -> str:
        """Return this page in the other målform."""
        annet = Malform.NB if self.malform is Malform.NN else Malform.NN
        return med_valg(self.valg.sti, kommune=self.kommune, malform=annet, q=self.valg.q)

    def t(self, nokkel: str, **felt: object) -> str:
        """Return a fixed text in the reader's målform."""
        return tekst(nokkel, self.malform, **felt)

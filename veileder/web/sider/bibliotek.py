"""The index's passages as documents: what is indexed is what is shown."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from veileder.domene import FELLES, Malform, Utdrag
from veileder.ressurser import Ressurser
from veileder.web.sider.adresse import er_lokal

_ALFABET = str.maketrans({"æ": "{", "ø": "|", "å": "}", "é": "e"})


def norsk(tekst: str) -> str:
    """Return a key that sorts æ, ø and å last."""
    return tekst.lower().translate(_ALFABET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Avsnitt:
    """One section of a document: consecutive passages under the same headings."""

    utdrag: tuple[Utdrag, ...]

    @property
    def forst(self) -> Utdrag:
        """The first passage, which carries what all have in common."""
        return self.utdrag[0]

    @property
    def tekst(self) -> str:
        """All text of the section; a passage that repeats its table's header repeats it here."""
        return "\n\n".join(u.tekst for u in self.utdrag)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """A document in one målform."""

    avsnitt: tuple[Avsnitt, ...]

    @property
    def hode(self) -> Utdrag:
        """The first passage: title, status and dates are the same on all."""
        return self.avsnitt[0].forst

    @property
    def slug(self) -> str:
        """The last part of the path, which names a service or chapter."""
        return self.hode.dokument.rsplit("/", 1)[-1]

    def med_aspekt(self, aspekt: str) -> Avsnitt | None:
        """Return the first section about an aspect."""
        return next((a for a in self.avsnitt if a.forst.aspekt == aspekt), None)


@dataclass(frozen=True, kw_only=True)
class Bibliotek:
    """All documents of an index that residents may read."""

    utdrag: tuple[Utdrag, ...]

    @cached_property
    def _tekster(self) -> Mapping[tuple[str, Malform], Tekst]:
        rader: dict[tuple[str, Malform], list[Utdrag]] = {}
        for u in self.utdrag:
            if not u.intern:
                rader.setdefault((u.dokument, u.malform), []).append(u)
        return {nokkel: Tekst(avsnitt=_avsnitt(liste)) for nokkel, liste in rader.items()}

    def hent(self, dokument: str, malform: Malform) -> Tekst | None:
        """Return a document in the målform asked for, else in the other."""
        andre = (malform, Malform.NB, Malform.NN)
        return next((t for m in andre if (t := self._tekster.get((dokument, m)))), None)

    def finnes_i(self, dokument: str, malform: Malform) -> bool:
        """Return whether a document has a text in this very målform."""
        return (dokument, malform) in self._tekster

    def i_mappe(self, mappe: str, malform: Malform) -> tuple[Tekst, ...]:
        """Return the documents straight below a folder, by title."""
        navn = {d for d, _ in self._tekster if d.startswith(f"{mappe}/") and d.count("/") == 1}
        tekster = [t for d in navn if (t := self.hent(d, malform))]
        return tuple(sorted(tekster, key=lambda t: norsk(t.hode.tittel)))

    @cached_property
    def _lokale(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        ut: dict[tuple[str, str], dict[str, None]] = {}
        for tekst in self._tekster.values():
            u = tekst.hode
            if er_lokal(u.dokument) and u.kommune != FELLES:
                ut.setdefault((tekst.slug, u.kommune), {})[u.dokument] = None
        return {nokkel: tuple(dokumenter) for nokkel, dokumenter in ut.items()}

    def lokale(self, slug: str, kommune: str, malform: Malform) -> tuple[Avsnitt, ...]:
        """Return a municipality's own sections about a service, in order."""
        tekster = (self.hent(d, malform) for d in self._lokale.get((slug, kommune), ()))
        return tuple(a for t in tekster if t for a in t.avsnitt)


def _avsnitt(utdrag: list[Utdrag]) -> tuple[Avsnitt, ...]:
    grupper = groupby(utdrag, key=lambda u: (u.fil, u.overskrifter, u.aspekt))
    return tuple(Avsnitt(utdrag=tuple(gruppe)) for _, gruppe in grupper)


class Bibliotekar:
    """Keeps the library of the index in use, made anew when another index is taken into use."""

    def __init__(self) -> None:
        self._las = threading.Lock()
        self._siste: tuple[Ressurser, Bibliotek] | None = None

    def __call__(self, ressurser: Ressurser) -> Bibliotek:
        """Return the library of these resources."""
        with self._las:
            if self._siste is None or self._siste[0] is not ressurser:
                self._siste = (ressurser, Bibliotek(utdrag=ressurser.indeks.utdrag))
            return self._siste[1]

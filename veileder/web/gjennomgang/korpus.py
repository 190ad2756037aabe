"""The texts in use, for review: looked up by what is stored of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from veileder.domene import FELLES, Malform, Utdrag
from veileder.feil import VeilederFeil
from veileder.indeksering.korpus import les_titler
from veileder.web.kontrakt import Tjenestelik
from veileder.web.sider.ruter import ressurser_av


@dataclass(frozen=True, slots=True, kw_only=True)
class Korpus:
    """Passages by id and file, the folder they come from, and what services and chapters are called by slug."""

    utdrag: Mapping[tuple[str, str], Utdrag]
    mappe: Path
    titler: Mapping[str, str]


class Korpusleser:
    """Keeps the texts of the index in use, made anew when another index is. Safe to call from several threads."""

    def __init__(self, tjeneste: Tjenestelik, mappe: Path) -> None:
        self._tjeneste, self._mappe = tjeneste, mappe
        self._siste: tuple[object, Korpus] | None = None
        self._uten: Korpus | None = None

    def __call__(self) -> Korpus:
        """Return the texts; without an open index only the titles, as the files have them."""
        try:
            indeks = ressurser_av(self._tjeneste).indeks
        except VeilederFeil:
            self._uten = self._uten or Korpus(utdrag={}, mappe=self._mappe, titler=les_titler(self._mappe))
            return self._uten
        if self._siste is None or self._siste[0] is not indeks:
            self._siste = (indeks, _korpus_av(indeks.utdrag, self._mappe))
        return self._siste[1]


def _korpus_av(utdrag: Sequence[Utdrag], mappe: Path) -> Korpus:
    """A title in bokmål goes before one in nynorsk, and a shared one before a local."""
    titler: dict[str, str] = {}
    for u in sorted(utdrag, key=lambda u: (u.malform is Malform.NN, u.kommune != FELLES)):
        titler.setdefault(u.tema or u.dokument.rsplit("/", 1)[-1], u.tittel)
    return Korpus(utdrag={(u.id, u.fil): u for u in utdrag}, mappe=mappe, titler=titler)

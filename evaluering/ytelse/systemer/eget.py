"""This system: the indexing and the search that the command line and the chat use, from message to passages."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluering.ytelse.system import Tekst, Treff
from evaluering.ytelse.systemer import LAGER
from veileder import oppstart
from veileder.domene import Rolle
from veileder.innstillinger import Innstillinger
from veileder.rader import Rad, finn_rad


class Eget:
    """Reads the folder itself, so the texts that the others are handed are not used. Asked without kommune or role."""

    def indekser(self, tekster: Sequence[Tekst], mappe: Path) -> list[Treff]:  # noqa: ARG002 - see the class
        """Index the folder ``korpus`` beside the index."""
        oppstart.indekser(_innst(mappe))
        self.apne(mappe)
        return [(u.fil, u.start, u.slutt) for u in self._tjeneste.ressurser.indeks.utdrag]

    def endre(self, tekst: Tekst, mappe: Path) -> None:
        """Write the file and index anew; vectors of what is unchanged are kept beside the index."""
        (mappe / "korpus" / tekst["fil"]).write_text(tekst["tekst"], encoding="utf-8")
        oppstart.indekser(_innst(mappe))

    def apne(self, mappe: Path) -> None:
        """Open the service."""
        self._tjeneste = oppstart.lag_tjeneste(_innst(mappe))

    def finn(self, sporsmal: str) -> list[Treff]:
        """Understand the question and search, as ``veileder finn`` does."""
        rad = finn_rad(self._tjeneste, Rad(id=None, turer=(sporsmal,), kommune="", rolle=Rolle.INNBYGGER), 10)
        return [(t["fil"], t["start"], t["slutt"]) for t in rad["treff"]]

    def glem(self) -> None:
        """Forget both readings of the questions that were asked."""
        embedder: Any = self._tjeneste.ressurser.indeks.embedder
        embedder.embed_query.cache_clear()
        embedder.les_i_feltet.cache_clear()

    def lagre_vektorer(self, mappe: Path) -> None:
        """The indexing keeps them by itself, in ``lager`` beside the index."""


def _innst(mappe: Path) -> Innstillinger:
    lager = os.environ.get(LAGER)
    return Innstillinger(korpus=mappe / "korpus", data=mappe / "data", hurtiglager=Path(lager) if lager else mappe / "lager")

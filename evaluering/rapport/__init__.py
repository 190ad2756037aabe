"""The report of an evaluation run, for those in the municipality who are to judge the answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluering.gull import Gullrad, les_gull
from evaluering.metrikker import Rad, Vurdert
from evaluering.rapport.innhold import lag_innhold
from evaluering.rapport.navn import les_navn
from evaluering.rapport.sammenligning import Vurder, sammenlign
from evaluering.rapport.side import lag_data, lag_markdown, lag_side
from veileder.innstillinger import ROT

__all__ = ["lag_rapport", "sammenlign"]

KORPUS = ROT / "korpus"


def lag_rapport(
    mappe: Path, *, gull: Sequence[Gullrad] | None = None, korpus: Path = KORPUS, vurder: Vurder | None = None
) -> Path:
    """Write ``rapport.html``, ``rapport.md`` and ``rapport.json`` in a run folder and return the page.

    The run is held against the last of the earlier runs in the sibling folders (by name, which is time).

    Args:
        mappe: A run folder with ``vurdering.json``.
        gull: Golden rows that the comparison judges both runs by. None: those of ``datasett``.
        korpus: The texts, for titles and for judging.
        vurder: Judges answers. None: ``evaluering.vurdering.vurder_svar``.

    Raises:
        ValueError: the folder has no readable ``vurdering.json``.
    """
    navn = les_navn(korpus)
    innhold = lag_innhold(mappe, les_gull() if gull is None else gull, korpus, navn, vurder or _vurder)
    filer = (
        ("rapport.json", lag_data(innhold)),
        ("rapport.md", lag_markdown(innhold, navn)),
        ("rapport.html", lag_side(innhold, navn)),
    )
    for filnavn, tekst in filer:
        midlertidig = mappe / f"{filnavn}.ny"
        midlertidig.write_text(tekst, encoding="utf-8")
        midlertidig.replace(mappe / filnavn)
    return mappe / "rapport.html"


def _vurder(gull: Sequence[Gullrad], svar: Iterable[Rad], korpus: Path) -> list[Vurdert]:
    from evaluering.vurdering import vurder_svar

    return vurder_svar(gull, svar, korpus)

"""Puts cases to the judge, some at a time and some times over, and keeps each value or why there is none."""

from __future__ import annotations

import asyncio
import atexit
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any, TypeVar

from evaluering.dommer_lenke import Dommer, Dommersvikt
from evaluering.dommer_mal import MALINGER, Maling, Sak, digester, mal_sak
from evaluering.ragas_mal import skru_av_sporing

Framdrift = Callable[[int, int], None]
"""Told how many verdicts are done, of how many."""

_Ting = TypeVar("_Ting")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dom:
    """What one metric says of one case. ``verdi`` is the mean over the times that succeeded; None when all failed."""

    sak: str
    navn: str
    ganger: tuple[float, ...]
    feil: tuple[str, ...]
    spurt: bool = True
    """False when the value follows without asking: an empty answer covers nothing."""

    @property
    def verdi(self) -> float | None:
        """The mean over the times that succeeded."""
        return sum(self.ganger) / len(self.ganger) if self.ganger else None

    @property
    def spredning(self) -> float | None:
        """The highest less the lowest value; None with fewer than two."""
        return max(self.ganger) - min(self.ganger) if len(self.ganger) > 1 else None


def stille(_gjort: int, _av: int) -> None:
    """Tell nobody."""


def om_dommer(dommer: Dommer, ganger: int) -> dict[str, Any]:
    """Return what must be the same for two results to be compared."""
    skru_av_sporing()
    return {
        "dommer": dommer.navn,
        "temperatur": dommer.temperatur,
        "ragas": version("ragas"),
        "embedder": dommer.embedder.navn,
        "prompter": digester(MALINGER, dommer),
        "ganger": ganger,
        "tegn": dommer.tegn,
    }


def dom_saker(
    saker: Sequence[Sak],
    dommer: Dommer,
    malinger: Sequence[Maling] = MALINGER,
    *,
    ganger: int = 1,
    framdrift: Framdrift = stille,
) -> list[Dom]:
    """Return a verdict for each case and metric that applies to it, in that order."""
    skru_av_sporing()
    par = [(s, m) for s in saker for m in malinger if m.gjelder(s)]
    return _lokke().run(_alle(par, dommer, ganger, framdrift))


async def _alle(par: Sequence[tuple[Sak, Maling]], dommer: Dommer, ganger: int, framdrift: Framdrift) -> list[Dom]:
    plass, gjort = asyncio.Semaphore(dommer.samtidige), 0

    async def en(sak: Sak, maling: Maling) -> Dom:
        nonlocal gjort
        async with plass:
            ut = await _dom(sak, maling, dommer, ganger)
        gjort += 1
        framdrift(gjort, len(par))
        return ut

    return await asyncio.gather(*(en(s, m) for s, m in par))


async def _dom(sak: Sak, maling: Maling, dommer: Dommer, ganger: int) -> Dom:
    navn = maling.metrikk.navn
    if not all(getattr(sak, felt) for felt in maling.trenger.values()):
        return Dom(sak=sak.id, navn=navn, ganger=(0.0,), feil=(), spurt=False)
    verdier, feil = [], []
    for _ in range(ganger):
        try:
            verdier.append(await mal_sak(maling, sak, dommer))
        except Dommersvikt as svikt:
            feil.append(str(svikt))
    return Dom(sak=sak.id, navn=navn, ganger=tuple(verdier), feil=tuple(feil))


@cache
def _lokke() -> asyncio.Runner:
    """Return one event loop for the process: the providers' clients keep connections that belong to a loop."""
    lokke = asyncio.Runner()
    atexit.register(lokke.close)
    return lokke


def spredt(ting: Sequence[_Ting], antall: int) -> Sequence[_Ting]:
    """Return ``antall`` things spread evenly over all, so that a cap is not a look at the first files alone. 0: all."""
    if not antall or antall >= len(ting):
        return ting
    return [ting[i * len(ting) // antall] for i in range(antall)]

"""``python -m evaluering last``: many open chats at once over real websockets, and how fast they may ask before it gets slow."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from evaluering.front.chatter import Chatter
from evaluering.front.tjener import Tjener
from evaluering.gull import les_gull

MILJO = {"VEILEDER_MELDINGER_PER_MINUTT": "100000"}
"""Settings of the server: a session may ask faster than a person does. An address of this machine has no limit."""

OPPVARMING = 0.2
"""Share of the time that says nothing of memory: what is loaded at the first questions of a kind is no leak."""

GRENSE = 1.0
"""Seconds to the first words that 95 of 100 shall be within."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lastmaling:
    """What came of one load. Seconds; MB; cores. ``minne`` is (early, late, most) of the server."""

    sesjoner: int
    hvert: float
    varighet: float
    sendt: int
    besvart: int
    avvist: int
    tapt: int
    per_sekund: float
    forste: tuple[float, float, float]
    ferdig: tuple[float, float, float]
    minne: tuple[float, float, float]
    kjerner_tjener: float
    kjerner_last: float

    @property
    def holder(self) -> bool:
        """Return whether every message was answered, with the first words in time."""
        return self.besvart == self.sendt and self.forste[1] <= GRENSE

    def som_tekst(self) -> str:
        """Return the figures as two lines for the terminal."""
        f, s, m = self.forste, self.ferdig, self.minne
        linjer = (
            f"{self.sesjoner} samtaler, en melding hvert {self.hvert:.3g}. sekund i {self.varighet:.0f} s:"
            f" {self.besvart} av {self.sendt} besvart ({self.avvist} bedt om å vente, {self.tapt} uten svar),"
            f" {self.per_sekund:.1f} per sekund",
            f"  første ord: median {f[0]:.2f} s, p95 {f[1]:.2f} s, lengst {f[2]:.2f} s;"
            f" hele svaret: median {s[0]:.2f} s, p95 {s[1]:.2f} s",
            f"  minne: {m[0]:.0f} MB tidlig, {m[1]:.0f} MB sent, {m[2]:.0f} MB mest;"
            f" kjerner: tjeneren {self.kjerner_tjener:.2f}, lastprogrammet {self.kjerner_last:.2f}",
        )
        return "\n".join(linjer)

    def som_dict(self) -> dict[str, Any]:
        """Return the figures for a file."""
        return asdict(self)


def sporsmal() -> list[str]:
    """Return what is asked: the first message of each question that the service is developed on."""
    return [(g.turer or [g.sporsmal])[0] for g in les_gull(("dev",))]


def mal(tjener: Tjener, *, sesjoner: int, hvert: float, varighet: float, fro: int = 7) -> Lastmaling:
    """Let so many open chats ask every ``hvert`` seconds for ``varighet`` seconds, and return what came of it."""
    return asyncio.run(_mal(tjener, sesjoner, hvert, varighet, random.Random(fro)))  # noqa: S311 - a load that can be repeated


async def _mal(tjener: Tjener, sesjoner: int, hvert: float, varighet: float, terning: random.Random) -> Lastmaling:
    samtaler = [Chatter(tjener.adresse) for _ in range(sesjoner)]
    tekster = sporsmal()
    for c in samtaler:
        await c.apne()
    await samtaler[0].sporr("Hvem kan få trygghetsalarm?")  # the models are loaded at the first question
    samtaler[0].svar.clear()
    start, arbeid, egen = time.perf_counter(), tjener.prosessortid(), time.process_time()
    minne: list[tuple[float, float]] = []
    prover = asyncio.create_task(_folg_minnet(tjener, minne, start))
    forskjov = [terning.random() * hvert for _ in samtaler]
    antall = await asyncio.gather(
        *(_samtale(c, tekster, hvert, (start + f, start + varighet), terning) for c, f in zip(samtaler, forskjov, strict=True))
    )
    prover.cancel()
    brukt = time.perf_counter() - start
    kjerner = ((tjener.prosessortid() - arbeid) / brukt, (time.process_time() - egen) / brukt)
    for c in samtaler:
        await c.lukk()
    svar = [s for c in samtaler for s in c.svar]
    return Lastmaling(
        sesjoner=sesjoner,
        hvert=hvert,
        varighet=varighet,
        sendt=sum(antall),
        besvart=len(svar),
        avvist=sum(c.avvist for c in samtaler),
        tapt=sum(c.tapt for c in samtaler),
        per_sekund=sum(antall) / brukt,
        forste=_fordeling([s.forste for s in svar]),
        ferdig=_fordeling([s.ferdig for s in svar]),
        minne=_minne(minne, varighet),
        kjerner_tjener=kjerner[0],
        kjerner_last=kjerner[1],
    )


async def _samtale(c: Chatter, tekster: Sequence[str], hvert: float, mellom: tuple[float, float], terning: random.Random) -> int:
    """Ask at an even pace between two moments; return how many messages were sent. A late answer delays none that follow."""
    antall, (neste, slutt) = 0, mellom
    while neste < slutt:
        await asyncio.sleep(max(0.0, neste - time.perf_counter()))
        await c.sporr(terning.choice(tekster))
        antall, neste = antall + 1, neste + hvert
    return antall


async def _folg_minnet(tjener: Tjener, ut: list[tuple[float, float]], start: float) -> None:
    while True:
        ut.append((time.perf_counter() - start, tjener.minne()))
        await asyncio.sleep(1)


def _minne(prover: Sequence[tuple[float, float]], varighet: float) -> tuple[float, float, float]:
    """Return MB early (after the warm-up), late (the last tenth), and the most."""
    tidlig = [mb for t, mb in prover if OPPVARMING * varighet <= t <= (OPPVARMING + 0.1) * varighet]
    sent = [mb for t, mb in prover if t >= 0.9 * varighet]
    return float(np.mean(tidlig)), float(np.mean(sent)), max(mb for _, mb in prover)


def _fordeling(tider: Sequence[float]) -> tuple[float, float, float]:
    """Return median, 95th percentile and the longest, NaN of nothing."""
    if not tider:
        return (float("nan"),) * 3
    return float(np.median(tider)), float(np.quantile(tider, 0.95)), max(tider)


def opp_til(
    tjener: Tjener, *, sesjoner: int = 100, fra: float = 5.0, steg: float = 1.25, varighet: float = 60.0
) -> list[Lastmaling]:
    """Raise the rate (messages a second in all) by ``steg`` until the first words are late or somebody gets no answer."""
    ut: list[Lastmaling] = []
    rate = fra
    while not ut or ut[-1].holder:
        ut.append(mal(tjener, sesjoner=sesjoner, hvert=sesjoner / rate, varighet=varighet))
        print(ut[-1].som_tekst(), flush=True)
        rate *= steg
    return ut

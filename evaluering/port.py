"""The gate: does a change make the answers worse? Run by ``make test`` over the development questions.

It closes when (1) a section that questions rest on is gone or has other facts than those confirmed, (2) a
measure is below its floor in ``golv.yaml``, or (3) a measure is below the committed baseline by more than
chance explains: the whole of the 95 % interval of the paired differences is on the wrong side of zero. It
names the questions that got worse, with the answer before and after.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evaluering.kjoring import Rad
from evaluering.metrikker import METRIKKER, Vurdert
from evaluering.seksjonslas import Endring
from evaluering.statistikk import Tall, forskjell
from evaluering.vurdering import feil_ved, oppsummer
from veileder.innstillinger import ROT

GOLV = ROT / "evaluering" / "golv.yaml"
BASISLINJE = ROT / "evaluering" / "basislinje.jsonl"

_HOYT_ER_BRA = {m.navn: m.hoyt_er_bra for m in METRIKKER}
UTEN_PORT = frozenset({"ms", "ord"})
"""Measures that the gate leaves alone: time belongs to the machine, and length is no fault in itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gulv:
    """The least (or most, where low is good) that a measure may be, why, and what is aimed at."""

    metrikk: str
    gulv: float
    hvorfor: str
    mal: float | None = None
    """The aim («målet»). A floor below it says how far there is to go."""

    def holder(self, verdi: float) -> bool:
        """Tell whether a value passes; rounding in the last digit is no fall."""
        return verdi >= self.gulv - 1e-9 if _HOYT_ER_BRA[self.metrikk] else verdi <= self.gulv + 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """A reason why the gate is closed, with the answers that show it."""

    hva: str
    rader: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The reason, and below it each question with what changed."""
        return "\n".join((self.hva, *self.rader))


def les_golv(sett: str, sti: Path = GOLV) -> list[Gulv]:
    """Return the floors of a split."""
    tabell: Mapping[str, Mapping[str, Any]] = yaml.safe_load(sti.read_text(encoding="utf-8"))[sett]
    return [Gulv(metrikk=navn, **felt) for navn, felt in tabell.items()]


def les_basislinje(sti: Path = BASISLINJE) -> dict[str, Rad]:
    """Return the committed answers and their values by id; empty when none were committed."""
    linjer = sti.read_text(encoding="utf-8").splitlines() if sti.is_file() else []
    return {rad["id"]: rad for rad in map(json.loads, linjer)}


def skriv_basislinje(vurderte: Sequence[Vurdert], sti: Path = BASISLINJE) -> None:
    """Make these answers the ones that later changes are held against."""
    linjer = []
    for v in vurderte:
        verdier = {k: round(x, 4) for k, x in v.verdier.items() if x is not None and k not in UTEN_PORT}
        linjer.append(
            json.dumps(
                {"id": v.gull.id, "utfall": v.svar["utfall"], "svar": v.svar["tekst"], "verdier": verdier}, ensure_ascii=False
            )
        )
    midlertidig = sti.with_suffix(".ny")
    midlertidig.write_text("".join(f"{linje}\n" for linje in linjer), encoding="utf-8")
    midlertidig.replace(sti)


def prov(
    vurderte: Sequence[Vurdert], golv: Sequence[Gulv], basis: Mapping[str, Rad], endringer: Sequence[Endring] = ()
) -> list[Fall]:
    """Return why the gate is closed; empty when it is open."""
    return [
        *(Fall(hva=f"Seksjon endret: {e}") for e in endringer if e.slag in ("borte", "fakta")),
        *_under_gulvet(vurderte, golv),
        *_under_basislinjen(vurderte, basis),
    ]


def _under_gulvet(vurderte: Sequence[Vurdert], golv: Sequence[Gulv]) -> list[Fall]:
    tall = oppsummer(vurderte)
    ut = []
    for g in golv:
        if g.metrikk in tall and not g.holder(tall[g.metrikk]["snitt"]):
            svake = [v for v in vurderte if (x := v.verdier.get(g.metrikk)) is not None and not g.holder(x)]
            rader = tuple(
                f"  {v.gull.id} «{v.gull.sporsmal[:90]}»: {'; '.join(feil_ved(v)) or v.svar['utfall']}" for v in svake[:15]
            )
            ut.append(Fall(hva=f"{g.metrikk} er {tall[g.metrikk]['snitt']:.3f}, og gulvet er {g.gulv}: {g.hvorfor}", rader=rader))
    return ut


def _under_basislinjen(vurderte: Sequence[Vurdert], basis: Mapping[str, Rad]) -> list[Fall]:
    ut = []
    kjente = [v for v in vurderte if v.gull.id in basis]
    for m in METRIKKER:
        if m.navn in UTEN_PORT:
            continue
        par = [
            (v, float(for_), etter)
            for v in kjente
            if (etter := v.verdier.get(m.navn)) is not None and (for_ := basis[v.gull.id]["verdier"].get(m.navn)) is not None
        ]
        if not par:
            continue
        endring = forskjell([f for _, f, _ in par], [e for _, _, e in par])
        if _er_verre(endring, m.hoyt_er_bra):
            verre = [v for v, f, e in par if (e < f - 1e-6) == m.hoyt_er_bra and abs(e - f) > 1e-6]
            hva = (
                f"{m.navn} er verre enn basislinjen: {endring.snitt:+.3f} "
                f"({endring.lav:+.3f} til {endring.hoy:+.3f}, {endring.antall} spørsmål)"
            )
            ut.append(Fall(hva=hva, rader=tuple(_for_og_na(v, basis[v.gull.id]) for v in verre[:15])))
    return ut


AVRUNDING = 1e-3
"""A mean difference below this is the rounding of the committed baseline."""


def _er_verre(endring: Tall, hoyt_er_bra: bool) -> bool:
    if abs(endring.snitt) < AVRUNDING:
        return False
    return endring.hoy < 0 if hoyt_er_bra else endring.lav > 0


def _for_og_na(v: Vurdert, for_: Rad) -> str:
    return (
        f"  {v.gull.id} «{v.gull.sporsmal[:120]}»\n"
        f"    før [{for_['utfall']}] {_kort(for_['svar'])}\n"
        f"    nå  [{v.svar['utfall']}] {_kort(v.svar['tekst'])}"
    )


def _kort(tekst: str) -> str:
    en_linje = " ".join(tekst.split())
    return en_linje if len(en_linje) <= 220 else en_linje[:217] + "…"


def til_rapport(vurderte: Sequence[Vurdert], golv: Sequence[Gulv]) -> list[dict[str, Any]]:
    """Return each floor with the value and whether it holds, for the report."""
    tall = oppsummer(vurderte)
    return [
        {
            "metrikk": g.metrikk,
            "gulv": g.gulv,
            "mal": g.mal,
            "hvorfor": g.hvorfor,
            **tall[g.metrikk],
            "holder": g.holder(tall[g.metrikk]["snitt"]),
        }
        for g in golv
        if g.metrikk in tall
    ]

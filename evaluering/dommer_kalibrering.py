"""How far a judge may be trusted: its verdicts held against sixty answers that were read and judged beforehand.

What the verdicts mean. ``trofast``: all that the answer claims can be read out of the passages. ``relevant``: it
speaks to what was asked and does not evade; it may still be wrong. ``riktig``: it agrees with the reference and
leaves nothing essential of it out. References are whole sentences: ragas takes them apart without seeing the question.
NoiseSensitivity and ContextRecall have no verdicts and are not calibrated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from evaluering.dommer_kjoring import Dom, Framdrift, dom_saker, om_dommer, spredt, stille
from evaluering.dommer_lenke import Dommer
from evaluering.dommer_mal import MALINGER, Sak
from evaluering.gull import DATASETT
from evaluering.statistikk import snitt

FIL = DATASETT / "kalibrering.jsonl"

Verdikt = Literal["trofast", "relevant", "riktig"]

TERSKLER: dict[Verdikt, tuple[str, float]] = {
    "trofast": ("trofasthet", 1.0),
    "relevant": ("svarrelevans", 0.89),
    "riktig": ("faktariktighet", 0.75),
}
"""The metric that answers to each verdict, and the value from which it says yes.

``trofast`` asks for every claim. ``relevant`` is a cosine of the bundled model, which lies high also between strangers:
0.89 is the 95th percentile between two different questions of the calibration set. ``riktig`` lets one of four
claims differ in wording. All three were set before any judge was run.
"""


class Kalibreringsrad(BaseModel):
    """An answer with the verdicts of a careful reader. ``slag`` says in what way it is good or bad."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    malform: Literal["nb", "nn"]
    slag: str
    sporsmal: str
    kontekst: tuple[str, ...]
    svar: str
    referanse: str
    dom: dict[Verdikt, bool]
    grunn: str
    opphav: str


def les_kalibrering(sti: Path = FIL) -> list[Kalibreringsrad]:
    """Return the rows."""
    return [Kalibreringsrad.model_validate_json(linje) for linje in sti.read_text(encoding="utf-8").splitlines()]


def kalibrer(
    dommer: Dommer,
    rader: Sequence[Kalibreringsrad] | None = None,
    *,
    antall: int = 0,
    framdrift: Framdrift = stille,
) -> dict[str, Any]:
    """Return by verdict how often the judge agrees, Cohen's kappa, and what it did when it did not. Failures count apart."""
    alle = les_kalibrering() if rader is None else rader
    rader = spredt(alle, antall)
    malinger = [m for m in MALINGER if m.metrikk.navn in {navn for navn, _ in TERSKLER.values()}]
    saker = [Sak(id=r.id, sporsmal=r.sporsmal, svar=r.svar, kontekst=r.kontekst, referanse=r.referanse) for r in rader]
    dommer_ = dom_saker(saker, dommer, malinger, ganger=dommer.ganger, framdrift=framdrift)
    return {
        **om_dommer(dommer, dommer.ganger),
        "opphav": sorted({r.opphav for r in rader}),
        "antall": len(rader),
        "av": len(alle),
        "enighet": {v: _enighet(v, rader, {d.sak: d for d in dommer_ if d.navn == TERSKLER[v][0]}) for v in TERSKLER},
    }


def _enighet(verdikt: Verdikt, rader: Sequence[Kalibreringsrad], dommer_: dict[str, Dom]) -> dict[str, Any]:
    navn, terskel = TERSKLER[verdikt]
    par = [(r.id, r.dom[verdikt], v >= terskel) for r in rader if (v := dommer_[r.id].verdi) is not None]
    return {
        "mål": navn,
        "terskel": terskel,
        "enige": snitt([float(a == b) for _, a, b in par]).json() if par else None,
        "kappa": kappa([(a, b) for _, a, b in par]),
        "for strengt": [i for i, a, b in par if a and not b],
        "for snilt": [i for i, a, b in par if b and not a],
        "uten_verdi": len(rader) - len(par),
        "feil": dict(Counter(f.partition(":")[0] for d in dommer_.values() for f in d.feil).most_common()),
    }


def kappa(par: Sequence[tuple[bool, bool]]) -> float | None:
    """Return agreement beyond chance (Cohen 1960), in [-1, 1]; None when both always said the same."""
    if not par:
        return None
    n = len(par)
    ja_a, ja_b = sum(a for a, _ in par) / n, sum(b for _, b in par) / n
    tilfeldig = ja_a * ja_b + (1 - ja_a) * (1 - ja_b)
    enige = sum(a == b for a, b in par) / n
    return None if tilfeldig == 1 else round((enige - tilfeldig) / (1 - tilfeldig), 4)

"""Layers B and C: a language model judges the answers through ragas' metrics. Optional; nothing else needs it.

A judge that fails (no answer, no JSON, claims left out) has failed: the row gets no value, the reason is kept,
and how many failed stands beside each mean. Without a model ``dommer_fra_miljo`` gives None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from evaluering.dommer_kalibrering import kalibrer
from evaluering.dommer_kjoring import Dom, Framdrift, dom_saker, om_dommer, spredt, stille
from evaluering.dommer_lenke import Dommer, dommer_fra_miljo
from evaluering.dommer_mal import MALINGER, kutt, som_sak
from evaluering.metrikker import Vurdert
from evaluering.statistikk import snitt

__all__ = ["Dommer", "dom", "dommer_fra_miljo", "kalibrer"]


def dom(
    vurderte: Sequence[Vurdert],
    dommer: Dommer,
    *,
    ganger: int | None = None,
    antall: int = 0,
    framdrift: Framdrift = stille,
) -> dict[str, Any]:
    """Judge answers by all five metrics; return means, failures, what was cut and every value, for JSON.

    Args:
        vurderte: The answers.
        dommer: The judge.
        ganger: Times that each is judged. None: as the judge is set.
        antall: Rows at the most, spread evenly over all. 0: all.
        framdrift: Told as verdicts come in.
    """
    valgte = spredt(vurderte, antall)
    par = [kutt(som_sak(v), dommer.tegn) for v in valgte]
    ganger = ganger or dommer.ganger
    dommer_ = dom_saker([s for s, _ in par], dommer, ganger=ganger, framdrift=framdrift)
    return {
        **om_dommer(dommer, ganger),
        "antall": len(valgte),
        "av": len(vurderte),
        "kuttet": [k for _, meldt in par for k in meldt],
        "metrikker": {m.metrikk.navn: _samlet([d for d in dommer_ if d.navn == m.metrikk.navn]) for m in MALINGER},
        "rader": _per_rad(dommer_),
    }


def _samlet(dommer_: Sequence[Dom]) -> dict[str, Any]:
    """Return mean and interval with what stands beside them. ``feil`` counts failed verdicts by kind."""
    verdier = [v for d in dommer_ if (v := d.verdi) is not None]
    spredning = [s for d in dommer_ if (s := d.spredning) is not None]
    return {
        **(snitt(verdier).json() if verdier else {"snitt": None, "antall": 0}),
        "uten_verdi": sum(d.verdi is None for d in dommer_),
        "uten_dommer": sum(not d.spurt for d in dommer_),
        "feil": dict(Counter(f.partition(":")[0] for d in dommer_ for f in d.feil).most_common()),
        "spredning": round(sum(spredning) / len(spredning), 4) if spredning else None,
    }


def _per_rad(dommer_: Sequence[Dom]) -> dict[str, dict[str, Any]]:
    """Return by row and metric the value of each time, and why it has none where it failed."""
    ut: dict[str, dict[str, Any]] = {}
    for d in dommer_:
        felt = {"verdi": round(v, 4) if (v := d.verdi) is not None else None, "ganger": [round(g, 4) for g in d.ganger]}
        ut.setdefault(d.sak, {})[d.navn] = felt | ({"feil": list(d.feil)} if d.feil else {})
    return ut

"""What a judge model said, if one was used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evaluering.rapport.tallform import desimal

ORD = {
    "dommer": "Dommermodell",
    "temperatur": "Temperatur",
    "ragas": "ragas, versjon",
    "embedder": "Vektormodell",
    "ganger": "Ganger hvert svar er vurdert",
    "tegn": "Tegn dommeren får av hvert felt",
    "antall": "Svar vurdert",
    "av": "Svar i alt",
}
"""What the settings of a judge are called; one that is not here stands under its own name."""

Rad = dict[str, Any]


def lag_dommer(dommer: Mapping[str, Any] | None) -> Rad | None:
    """Return the means as a table, how the judge was set, and the digests of its prompts; None without a judge."""
    if not dommer:
        return None
    forklaring = _forklaringer()
    tabell = [
        {"navn": navn, "forklaring": forklaring.get(navn, ""), **_rad(tall)}
        for navn, tall in (dommer.get("metrikker") or {}).items()
        if isinstance(tall, Mapping)
    ]
    felter = [{"navn": ORD.get(k, k), "verdi": _kort(v)} for k, v in dommer.items() if not isinstance(v, Mapping | list)]
    kuttet, prompter = dommer.get("kuttet") or [], dommer.get("prompter") or {}
    return {"tabell": tabell, "felter": felter, "kuttet": len(kuttet), "prompter": {k: _kort(v) for k, v in prompter.items()}}


def _forklaringer() -> dict[str, str]:
    from evaluering.dommer_mal import MALINGER

    return {m.metrikk.navn: m.metrikk.forklaring for m in MALINGER}


def _rad(tall: Mapping[str, Any]) -> Rad:
    feil = tall.get("feil") or {}
    return {
        **{k: tall.get(k) for k in ("snitt", "lav", "hoy", "antall", "uten_dommer", "spredning")},
        "uten_verdi": tall.get("uten_verdi", 0),
        "feil": ", ".join(f"{hva}: {n}" for hva, n in feil.items()),
    }


def _kort(verdi: Any) -> str:
    if isinstance(verdi, Mapping):
        return ", ".join(f"{k}: {_kort(v)}" for k, v in verdi.items())
    return desimal(verdi, 2) if isinstance(verdi, float) else str(verdi)

"""Every measure against its floor, its aim and the last run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evaluering.metrikker import METRIKKER, Metrikk
from evaluering.rapport.lesing import Kjoring
from evaluering.rapport.tallform import utvid

VIKTIGE = (
    "seksjon vist", "seksjon topp 3", "utfall", "avsto med rette", "unødig avslag", "fakta vist", "forbudt vist",
    "sitat ordrett", "målform",
)  # fmt: skip
"""Measures told first, besides those with a floor. The rest stand in a table below."""

KJENTE = {m.navn: m for m in METRIKKER}

Rad = dict[str, Any]


def metrikk(navn: str) -> Metrikk:
    """Return a measure by name; one that the code no longer knows is taken for a share."""
    return KJENTE.get(navn) or Metrikk(navn=navn, forklaring="")


def lag_hovedtall(na: Kjoring, sist: Kjoring | None) -> list[Rad]:
    """Return a row for each measure that either split has a value of, in the order of the measures."""
    navn = [*KJENTE, *(n for s in ("test", "dev") for n in na.tall(s) if n not in KJENTE)]
    rader = []
    for n in dict.fromkeys(navn):
        m, sett = metrikk(n), {s: _celle(n, s, na, sist) for s in ("test", "dev")}
        if any(sett.values()):
            viktig = n in VIKTIGE or any(c and c["gulv"] is not None for c in sett.values())
            rader.append(
                {
                    "navn": n,
                    "forklaring": m.forklaring,
                    "enhet": m.enhet,
                    "hoyt_er_bra": m.hoyt_er_bra,
                    "viktig": viktig,
                    "sett": sett,
                }
            )
    return rader


def _celle(navn: str, sett: str, na: Kjoring, sist: Kjoring | None) -> Rad | None:
    tall = na.tall(sett).get(navn)
    if tall is None:
        return None
    golv = next((g for g in _golv(na, sett) if g["metrikk"] == navn), {})
    for_ = sist.tall(sett).get(navn, {}).get("snitt") if sist else None
    m = metrikk(navn)
    return {
        **(utvid(tall) if m.enhet == "andel" else {**tall, "treregel": False}),
        "gulv": golv.get("gulv"),
        "mal": golv.get("mal"),
        "hvorfor": golv.get("hvorfor", ""),
        "sist": for_,
        "status": _status(golv, tall["snitt"], m.hoyt_er_bra),
    }


def _golv(kjoring: Kjoring, sett: str) -> list[Rad]:
    golv: list[Rad] = (kjoring.vurdering.get("golv") or {}).get(sett) or []
    return golv


def _status(golv: Mapping[str, Any], verdi: float, hoyt_er_bra: bool) -> str:
    """Return under, holder or over; empty without a floor."""
    if not golv:
        return ""
    if not golv["holder"]:
        return "under"
    mal = golv.get("mal")
    if mal is None:
        return "holder"
    return "over" if (verdi >= mal - 1e-9 if hoyt_er_bra else verdi <= mal + 1e-9) else "holder"


def svakest(rader: list[Rad], sett: str) -> Rad | None:
    """Return the important share furthest from perfect; None when all are perfect."""
    avstander = [(_avstand(r, c, 1.0 if r["hoyt_er_bra"] else 0.0), r) for r, c in _andeler(rader, sett)]
    return _lengst(avstander)


def lengst_fra_malet(rader: list[Rad], sett: str) -> Rad | None:
    """Return the important share furthest on the wrong side of its aim; None when all reach theirs, or none is set."""
    return _lengst([(_avstand(r, c, c["mal"]), r) for r, c in _andeler(rader, sett) if c["mal"] is not None])


def _andeler(rader: list[Rad], sett: str) -> list[tuple[Rad, Rad]]:
    return [(r, c) for r in rader if r["enhet"] == "andel" and r["viktig"] and (c := r["sett"][sett])]


def _avstand(rad: Rad, celle: Rad, til: float) -> float:
    return float(til - celle["snitt"] if rad["hoyt_er_bra"] else celle["snitt"] - til)


def _lengst(avstander: list[tuple[float, Rad]]) -> Rad | None:
    verst = max(avstander, key=lambda par: par[0], default=None)
    return verst[1] if verst and verst[0] > 1e-9 else None

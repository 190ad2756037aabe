"""The comparison with other systems, when ``python -m evaluering ytelse`` has made one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluering.rapport.navn import tidspunkt


def les_ytelse(kjoring: Path) -> Mapping[str, Any] | None:
    """Return what the report tells of the comparison beside a run's folder, or None where there is none."""
    from evaluering.ytelse.figurer import kost, kvalitet
    from evaluering.ytelse.tabell import FORBEHOLD, der_andre_er_foran, tabeller

    sti = kjoring.parent.parent / "ytelse" / "ytelse.json"
    try:
        r = json.loads(sti.read_text(encoding="utf-8"))
        return {
            "tid": tidspunkt(r["tid"]),
            "maskin": r["maskin"],
            "hoppet_over": r["hoppet_over"],
            "tabeller": [{"tittel": t.tittel, "hode": t.hode, "rader": t.rader} for t in tabeller(r)],
            "foran": der_andre_er_foran(r),
            "oppsett": [{"navn": s["vist"], "verdi": s["oppsett"]} for s in r["systemer"].values()],
            "forbehold": FORBEHOLD,
            "figurer": [{"tittel": t.tittel, "lesning": t.lesning, "svg": t.svg} for t in (kvalitet(r), kost(r))],
        }
    except (OSError, ValueError, KeyError, TypeError):
        return None  # no comparison, or one of another version: the report is about the answers and stands without it

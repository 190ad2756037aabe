"""All that the report says, as data: the three files are made from this, so that their figures agree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluering.gull import Gullrad
from evaluering.rapport.dommerbilde import lag_dommer
from evaluering.rapport.grupper import lag_forveksling, lag_grupper, lag_likhet, lag_robusthet
from evaluering.rapport.hovedtall import lag_hovedtall
from evaluering.rapport.kortsagt import kort_sagt
from evaluering.rapport.kurver import DEKNING, avstaelse, palitelighet
from evaluering.rapport.lesing import Kjoring, les_kjoring, les_tidligere
from evaluering.rapport.navn import Navn, tidspunkt
from evaluering.rapport.sammenligning import Vurder, sammenlign
from evaluering.rapport.tidsfigurer import svartid, vekst
from evaluering.rapport.varmekart import varmekart
from evaluering.rapport.ytelse import les_ytelse

Rad = dict[str, Any]


def lag_innhold(mappe: Path, gull: Sequence[Gullrad], korpus: Path, navn: Navn, vurder: Vurder) -> Rad:
    """Return the contents of the report of a run, held against the runs before it."""
    na = les_kjoring(mappe)
    tidligere, hoppet = les_tidligere(na)
    sist = tidligere[-1] if tidligere else None
    sammenligning = sammenlign(na, sist, gull, korpus, vurder) if sist else None
    hovedtall = lag_hovedtall(na, sist)
    sikre = (palitelighet(na), palitelighet(na, DEKNING), avstaelse(na))
    figurer = (varmekart(na, navn), *sikre, svartid(na), vekst([*tidligere, na]))
    return {
        "kjoring": {"navn": na.navn, "tid": tidspunkt(na.navn), "sist": sist.navn if sist else None},
        "versjon": _versjon(na),
        "antall": {"test": na.antall("test"), "dev": na.antall("dev"), "kjort": na.oppsett.get("sporsmal", {}).get("antall")},
        "kort_sagt": kort_sagt(na, hovedtall, sammenligning),
        "hovedtall": hovedtall,
        "figurer": [f for f in figurer if f],
        "grupper": lag_grupper(na, navn),
        "likhet": lag_likhet(na),
        "robusthet": lag_robusthet(na),
        "forveksling": lag_forveksling(na),
        "verste": na.vurdering.get("verste") or [],
        "sammenligning": sammenligning,
        "dommer": lag_dommer(na.vurdering.get("dommer")),
        "ytelse": les_ytelse(mappe),
        "oppsett": [{"navn": n, "verdi": v} for n, v in _oppsett(na.oppsett)],
        "uleselige": hoppet,
    }


def _versjon(kjoring: Kjoring) -> str:
    """Return program and texts in a few words."""
    kode, korpus = kjoring.oppsett.get("kode", {}), kjoring.oppsett.get("korpus", {})
    endret = ", med endringer som ikke er lagret i git" if kode.get("endret") else ""
    return (
        f"Program {kode.get('versjon') or 'ukjent'} ({kode.get('commit') or 'uten git'}{endret}), "
        f"tekster {korpus.get('digest') or 'ukjent'}"
    )


_ORD = {
    "kode.versjon": "Program, versjon",
    "kode.commit": "Program, lagret utgave (git)",
    "kode.endret": "Endringer som ikke er lagret i git",
    "korpus.navn": "Tekstmappe",
    "korpus.digest": "Tekster, avtrykk",
    "korpus.utdrag": "Tekstutdrag i søket",
    "modell": "Språkmodell i søket",
    "vekter": "Vekter i søket, avtrykk",
    "ordgrense": "Ord et svar kan ha",
    "sporsmal.antall": "Spørsmål kjørt, med alle former",
    "sporsmal.digest": "Spørsmål, avtrykk",
}


def _oppsett(del_: Rad, sti: str = "") -> list[tuple[str, str]]:
    """Return every setting of the run with its name in words, parts of parts named by their path."""
    ut: list[tuple[str, str]] = []
    for k, v in del_.items():
        her = f"{sti}{k}"
        if isinstance(v, dict):
            ut += _oppsett(v, f"{her}.")
        else:
            ut.append((_ORD.get(her, her.replace(".", ": ")), {True: "ja", False: "nei"}[v] if isinstance(v, bool) else str(v)))
    return ut

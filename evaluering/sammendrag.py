"""The second phase: score a run folder again without running it. Writes ``vurdering.json`` beside the answers."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from evaluering.dommer import Dommer, dom
from evaluering.gull import Gullrad, Sett
from evaluering.kjoring import les_svar
from evaluering.likhet import les_behov, vurder_likhet
from evaluering.metrikker import Rad, Vurdert, mal_soket, mal_svar, samle
from evaluering.port import les_golv, til_rapport
from evaluering.statistikk import forskjell, snitt
from evaluering.vurdering import oppsummer, verste, vurder_svar
from veileder.domene import ASPEKTER

GRUPPER: dict[str, Callable[[Gullrad], str]] = {
    "tjeneste": lambda g: g.tjeneste,
    "aspekt": lambda g: g.aspekt,
    "språk": lambda g: g.malform,
    "rolle": lambda g: g.rolle,
    "kommune": lambda g: g.kommune or "ingen valgt",
}
"""What the figures are broken down by."""

HOVEDTALL = ("seksjon topp 3", "seksjon vist", "utfall", "fakta vist", "målform")
"""What a group is measured by."""

_SIKKERHET = re.compile(r"^(\d\.\d+) mot (\d\.\d+)")


def vurder(
    mappe: Path,
    gull: Sequence[Gullrad],
    korpus: Path,
    *,
    dommer: Dommer | None = None,
    antall: int = 0,
    framdrift: Callable[[int, int], None] = lambda _gjort, _av: None,
) -> dict[str, Any]:
    """Score a run folder, write ``vurdering.json`` in it and return what was written.

    With a judge model its verdicts are added, over ``antall`` answers spread evenly (0: all).
    """
    svar = les_svar(mappe)
    vurderte = vurder_svar(gull, svar, korpus)
    sett: tuple[Sett, ...] = ("dev", "test")
    ut = {
        "mappe": mappe.name,
        "oppsett": json.loads((mappe / "oppsett.json").read_text(encoding="utf-8")),
        "metrikker": {s: oppsummer([v for v in vurderte if v.gull.sett == s]) for s in sett},
        "grupper": {s: _grupper([v for v in vurderte if v.gull.sett == s]) for s in sett},
        "varmekart": _varmekart(vurderte),
        "forveksling": {s: _forveksling([v for v in vurderte if v.gull.sett == s]) for s in sett},
        "avstaelse": _avstaelse(vurderte),
        "palitelighet": _palitelighet([(p, float(v.gull.svarbar)) for v in vurderte if (p := sikkerhet(v.svar)) is not None]),
        "dekning": _palitelighet(
            [(p, r) for v in vurderte if (p := dekning(v.svar)) is not None and (r := v.verdier["seksjon vist"]) is not None]
        ),
        "robusthet": robusthet(gull, svar, vurderte, korpus),
        "likhet": vurder_likhet(les_behov(), svar),
        "golv": {s: til_rapport([v for v in vurderte if v.gull.sett == s], les_golv(s)) for s in sett},
        "dommer": dom(vurderte, dommer, antall=antall, framdrift=framdrift) if dommer else None,
        "tid": sorted(round(v.svar["ms"], 1) for v in vurderte),
        "verste": verste(vurderte),
    }
    fil = mappe / "vurdering.json"
    midlertidig = fil.with_suffix(".ny")
    midlertidig.write_text(json.dumps(ut, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    midlertidig.replace(fil)
    return ut


def _grupper(vurderte: Sequence[Vurdert]) -> dict[str, dict[str, dict[str, dict[str, float]]]]:
    """Return the main figures by each grouping and group."""
    ut: dict[str, dict[str, dict[str, dict[str, float]]]] = {}
    for navn, nokkel in GRUPPER.items():
        deler: dict[str, list[Vurdert]] = defaultdict(list)
        for v in vurderte:
            if nokkel(v.gull):
                deler[nokkel(v.gull)].append(v)
        ut[navn] = {
            gruppe: {m: snitt(tall).json() for m in HOVEDTALL if (tall := samle([v.verdier for v in rader], m))}
            for gruppe, rader in sorted(deler.items())
        }
    return ut


def _varmekart(vurderte: Sequence[Vurdert]) -> dict[str, dict[str, dict[str, float]]]:
    """Return by service and aspect the share of questions whose right section was shown, and how many they are."""
    celler: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for v in vurderte:
        if v.gull.aspekt in ASPEKTER and (verdi := v.verdier["seksjon vist"]) is not None:
            celler[v.gull.tjeneste][v.gull.aspekt].append(verdi)
    return {
        t: {a: {"andel": round(sum(x) / len(x), 3), "antall": len(x)} for a in ASPEKTER if (x := rad.get(a))}
        for t, rad in sorted(celler.items())
    }


def _forveksling(vurderte: Sequence[Vurdert]) -> dict[str, dict[str, int]]:
    """Return how often each expected outcome (the first accepted) ended as each outcome."""
    ut: dict[str, Counter[str]] = defaultdict(Counter)
    for v in vurderte:
        # Two outcomes may be right: what came is then what was expected.
        ventet = v.svar["utfall"] if v.svar["utfall"] in v.gull.utfall else v.gull.utfall[0].value
        ut[ventet][v.svar["utfall"]] += 1
    return {k: dict(sorted(n.items())) for k, n in sorted(ut.items())}


def sikkerhet(svar: Rad) -> float | None:
    """Return how sure the assistant was of having a basis, in [0, 1]; None when it never came so far."""
    grunn = next((v["grunn"] for v in svar["vurderinger"] if v["kontroll"] == "grunnlag"), "")
    treff = _SIKKERHET.match(grunn)
    return float(treff[1]) if treff else None


def dekning(svar: Rad) -> float | None:
    """Return how likely it was held that the shown sources cover the question, in [0, 1]; None where nothing was answered."""
    if not svar.get("dekning"):
        return None
    return min((float(v["grunn"]) for v in svar["vurderinger"] if v["kontroll"] == "dekning"), default=None)


def _avstaelse(vurderte: Sequence[Vurdert]) -> list[dict[str, float]]:
    """Return for each threshold the share of answerable questions let through and of the others turned down."""
    med = [p for v in vurderte if v.gull.svarbar and (p := sikkerhet(v.svar)) is not None]
    uten = [p for v in vurderte if v.gull.utfall[0] == "uten_grunnlag" and (p := sikkerhet(v.svar)) is not None]
    if not med or not uten:
        return []
    return [
        {
            "terskel": t / 20,
            "svart": round(sum(p >= t / 20 for p in med) / len(med), 4),
            "avstatt": round(sum(p < t / 20 for p in uten) / len(uten), 4),
        }
        for t in range(21)
    ]


def _palitelighet(par_: Iterable[tuple[float, float]]) -> list[dict[str, float]]:
    """Return in ten bins how sure the assistant was, and how often it was right, of (probability, 0 or 1)."""
    bokser: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for p, rett in par_:
        bokser[min(9, int(p * 10))].append((p, rett))
    return [
        {
            "sikkerhet": round(sum(p for p, _ in par) / len(par), 4),
            "rett": round(sum(r for _, r in par) / len(par), 4),
            "antall": len(par),
        }
        for _, par in sorted(bokser.items())
    ]


def robusthet(
    gull: Sequence[Gullrad], svar: Iterable[Rad], vurderte: Sequence[Vurdert], korpus: Path
) -> dict[str, dict[str, dict[str, float]]]:
    """Return by kind of disturbance and main figure the paired difference to the rows as written, with interval."""
    per_id = {g.id: g for g in gull}
    som_skrevet = {v.gull.id: v.verdier for v in vurderte}
    slag: dict[str, list[Rad]] = defaultdict(list)
    for s in svar:
        if s["variant"].startswith("forstyrret:") and s["id"] in som_skrevet:
            slag[s["variant"].partition(":")[2]].append(s)
    ut: dict[str, dict[str, dict[str, float]]] = {}
    for navn, rader in sorted(slag.items()):
        egne = [per_id[s["id"]] for s in rader]
        nye = [{**sok, **mal_svar(g, s, korpus)} for g, s, sok in zip(egne, rader, mal_soket(egne, rader), strict=True)]
        ut[navn] = {}
        for m in ("seksjon topp 3", "seksjon vist", "utfall"):
            for_ = [som_skrevet[s["id"]].get(m) for s in rader]
            par = [(a, b) for a, ny in zip(for_, nye, strict=True) if a is not None and (b := ny.get(m)) is not None]
            if par:
                ut[navn][m] = forskjell([a for a, _ in par], [b for _, b in par]).json()
    return ut

"""The figures by group: language, role, aspect, service, kommune; equality, robustness and how it ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from evaluering.rapport.hovedtall import KJENTE, metrikk
from evaluering.rapport.lesing import Kjoring
from evaluering.rapport.navn import SPRAK, Navn, likhetsgruppe, stor, utfall
from evaluering.rapport.tallform import endringsspenn, poeng, prosent
from veileder.domene import ASPEKTER, Utfall

MINST = 5
"""Questions that a group must have before it is called the weakest."""

TITLER = {"språk": "Språk", "rolle": "Rolle", "aspekt": "Tema", "tjeneste": "Tjeneste eller kapittel", "kommune": "Kommune"}

Rad = dict[str, Any]


def lag_grupper(kjoring: Kjoring, navn: Navn) -> list[Rad]:
    """Return a table for each grouping, both splits together, the weakest group of each measure marked."""
    ut = []
    for slag, tittel in TITLER.items():
        tall = _samlet(kjoring.vurdering.get("grupper", {}), slag)
        rader = [{"nokkel": g, "navn": navn.gruppe(slag, g), "tall": t, "svakest": []} for g, t in tall.items() if t]
        kolonner = [m for m in KJENTE if any(m in r["tall"] for r in rader)]
        for m in kolonner:
            _merk(rader, m)
        if rader:
            ut.append({"slag": slag, "tittel": tittel, "kolonner": kolonner, "rader": sorted(rader, key=_rekkefolge(slag))})
    return ut


def _samlet(grupper: Mapping[str, Any], slag: str) -> dict[str, dict[str, dict[str, float]]]:
    """Return mean and count by group and measure, both splits together, each weighing by its count."""
    ut: dict[str, dict[str, dict[str, float]]] = {}
    for sett in ("test", "dev"):
        for gruppe, tall in grupper.get(sett, {}).get(slag, {}).items():
            her = ut.setdefault(gruppe, {})
            for m, t in tall.items():
                for_ = her.get(m, {"snitt": 0.0, "antall": 0})
                n = for_["antall"] + t["antall"]
                if n:
                    snitt = (for_["snitt"] * for_["antall"] + t["snitt"] * t["antall"]) / n
                    her[m] = {"snitt": round(snitt, 4), "antall": n}
    return ut


def _merk(rader: list[Rad], m: str) -> None:
    """Mark the weakest groups of a measure, when there are groups to choose between and they differ."""
    store = [r for r in rader if m in r["tall"] and r["tall"][m]["antall"] >= MINST]
    fortegn = 1 if metrikk(m).hoyt_er_bra else -1
    verdier = [fortegn * r["tall"][m]["snitt"] for r in store]
    if len(set(verdier)) > 1:
        for r, v in zip(store, verdier, strict=True):
            if v == min(verdier):
                r["svakest"].append(m)


def _rekkefolge(slag: str) -> Any:
    """Sort languages and aspects in their own order, services with the weakest first and small ones last, the rest by name."""
    if slag == "tjeneste":
        vist = {"snitt": 2.0, "antall": 0}
        return lambda r: ((t := r["tall"].get("seksjon vist", vist))["antall"] < MINST, t["snitt"], r["navn"])
    faste = {"språk": SPRAK, "aspekt": ASPEKTER}.get(slag, ())
    return lambda r: (_plass(faste, r["nokkel"]), r["navn"])


def _plass(faste: Iterable[str], nokkel: str) -> int:
    """Return where a key stands in its fixed order, those without a place last."""
    return ([*faste, nokkel]).index(nokkel)


def lag_likhet(kjoring: Kjoring) -> Rad | None:
    """Return the equality tables and a sentence that names the group that comes out worst."""
    akser: list[Rad] = [
        {
            "tittel": stor(akse),
            "rader": [
                {"nokkel": f"{akse}:{g}", "navn": likhetsgruppe(akse, g), **t}
                for g, t in sorted(grupper.items(), key=lambda par: (_plass(SPRAK, par[0]), par[0]))
            ],
        }
        for akse, grupper in sorted((kjoring.vurdering.get("likhet") or {}).items(), key=lambda par: par[0] != "språk")
        if grupper
    ]
    if not akser:
        return None
    alle = [r for a in akser for r in a["rader"] if r["nokkel"] != "språk:nb"]
    return {"akser": akser, "lesning": _svakeste_gruppe(alle)}


def _svakeste_gruppe(rader: list[Rad]) -> str:
    verst = min(rader, key=lambda r: (r["forskjell"]["snitt"], r["rett"]["snitt"]), default=None)
    if verst is None or verst["forskjell"]["snitt"] >= 0:
        return "Ingen gruppe får sjeldnere riktig svar enn den som spør på bokmål uten å nevne sted eller person."
    d = verst["forskjell"]
    sikkert = "mer enn tilfeldigheter forklarer" if d["hoy"] < 0 else "ikke mer enn tilfeldigheter kan forklare"
    return (
        f"Dårligst ut kommer gruppen {verst['navn'].lower() if ':' not in verst['navn'] else verst['navn']} "
        f"med {prosent(verst['rett']['snitt'])} riktige svar. "
        f"Det er {poeng(d['snitt']).lstrip('−')} prosentpoeng under samme spørsmål på bokmål, uten sted og person "
        f"(intervall {endringsspenn(d['lav'], d['hoy'])}), og {sikkert}."
    )


def lag_robusthet(kjoring: Kjoring) -> Rad | None:
    """Return the loss by kind of disturbance, the hardest first, and a sentence that names it."""
    slag = {k: t for k, t in (kjoring.vurdering.get("robusthet") or {}).items() if t}
    kolonner = [m for m in KJENTE if any(m in t for t in slag.values())]
    if not kolonner:
        return None
    maler = "seksjon vist" if "seksjon vist" in kolonner else kolonner[0]
    rader = [{"navn": stor(k), "tall": t} for k, t in slag.items()]
    rader.sort(key=lambda r: (r["tall"].get(maler, {}).get("snitt", 9.0), r["navn"]))
    d = rader[0]["tall"].get(maler)
    if d is None or d["snitt"] >= 0:
        lesning = f"Ingen av forstyrrelsene senker «{maler}»."
    else:
        lesning = (
            f"Mest taper assistenten på «{rader[0]['navn'].lower()}»: {poeng(d['snitt'])} prosentpoeng i «{maler}» "
            f"(intervall {endringsspenn(d['lav'], d['hoy'])})."
        )
    return {"kolonner": kolonner, "rader": rader, "lesning": lesning}


def lag_forveksling(kjoring: Kjoring) -> list[Rad]:
    """Return for each split the table of expected ending by what came."""
    ut = []
    for sett in ("test", "dev"):
        tabell = (kjoring.vurdering.get("forveksling") or {}).get(sett) or {}
        kom = [u.value for u in Utfall if any(u.value in n for n in tabell.values())]
        rader = [{"ventet": u.value, "kom": tabell[u.value]} for u in Utfall if u.value in tabell]
        if rader:
            ut.append({"sett": sett, "kolonner": kom, "rader": rader, "lesning": _oftest_feil(rader)})
    return ut


def _oftest_feil(rader: list[Rad]) -> str:
    gale = [(n, r["ventet"], kom) for r in rader for kom, n in r["kom"].items() if kom != r["ventet"]]
    if not gale:
        return "Alle samtalene endte slik de skulle."
    n, ventet, kom = max(gale, key=lambda x: x[0])
    start = f"{sum(g[0] for g in gale)} av {sum(sum(r['kom'].values()) for r in rader)} endte galt."
    if n == 1:
        return f"{start} Ingen slags feil går igjen."
    return f"{start} Vanligst var «{utfall(kom)}» der det skulle vært «{utfall(ventet)}»: {n} ganger."

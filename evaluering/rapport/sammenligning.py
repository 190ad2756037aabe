"""Two runs held against each other: which figures moved by more than chance, and which questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from evaluering.gull import Gullrad
from evaluering.kjoring import les_svar
from evaluering.metrikker import Rad, Vurdert, viste
from evaluering.rapport.hovedtall import KJENTE, metrikk
from evaluering.rapport.lesing import Kjoring
from evaluering.statistikk import Tall, forskjell

Vurder = Callable[[Sequence[Gullrad], Iterable[Rad], Path], list[Vurdert]]
Par = tuple[Vurdert, Vurdert]

UTEN_DOM = frozenset({"ms", "ord"})
"""Neither better nor worse: time belongs to the machine, and length is no fault in itself."""

AV_TEKSTENE = frozenset({"sitat ordrett", "målform"})
"""Judged against the files as they lie now, so an older run cannot be judged anew once the texts are edited."""

RADENE_MANGLER = "svarene fra den forrige kjøringen finnes ikke lenger."
INGEN_FELLES = "de to kjøringene har ingen spørsmål felles."


def sammenlign(na: Kjoring, sist: Kjoring, gull: Sequence[Gullrad], korpus: Path, vurder: Vurder) -> dict[str, Any]:
    """Return what differs from an earlier run, over the questions that both were asked in the same words.

    Answers of both runs are judged anew with the golden rows of today, so that a corrected row is no change.
    Questions are named for the development split only; of the test split no more than the number is told.
    """
    par = _par(na, sist, gull, korpus, vurder)
    grunn = "" if par else INGEN_FELLES if les_svar(sist.mappe) else RADENE_MANGLER
    samme_tekster = na.oppsett.get("korpus", {}).get("digest") == sist.oppsett.get("korpus", {}).get("digest")
    utelatt = frozenset() if samme_tekster else AV_TEKSTENE
    deler = {s: [p for p in par if p[1].gull.sett == s] for s in ("test", "dev")}
    endret = {s: [(retning(p), p) for p in deler[s]] for s in deler}
    return {
        "for": sist.navn,
        "na": na.navn,
        "grunn": grunn,
        "felles": {s: len(p) for s, p in deler.items()},
        "samme_tekster": samme_tekster,
        "samme_program": samme_program(na, sist),
        "forskjeller": {s: _forskjeller(p, utelatt) if par else _uten_intervall(na, sist, s) for s, p in deler.items()},
        "antall": {s: {r: sum(x == r for x, _ in e) for r in ("verre", "bedre", "annerledes")} for s, e in endret.items()},
        "verre": [_vis(p) for r, p in endret["dev"] if r == "verre"],
        "bedre": [_vis(p) for r, p in endret["dev"] if r == "bedre"],
    }


def samme_program(na: Kjoring, sist: Kjoring) -> bool:
    """Tell whether two runs are certain to be of the same code: what is not committed may be anything."""
    kode = na.oppsett.get("kode", {})
    return bool(kode) and not kode.get("endret") and kode == sist.oppsett.get("kode")


def _par(na: Kjoring, sist: Kjoring, gull: Sequence[Gullrad], korpus: Path, vurder: Vurder) -> list[Par]:
    rader = [{s["id"]: s for s in les_svar(k.mappe) if not s["variant"]} for k in (sist, na)]
    felles = [g for g in gull if _likt_spurt(rader[0].get(g.id), rader[1].get(g.id))]
    if not felles:
        return []
    for_, etter = (vurder(felles, [r[g.id] for g in felles], korpus) for r in rader)
    return list(zip(for_, etter, strict=True))


def _likt_spurt(a: Rad | None, b: Rad | None) -> bool:
    return a is not None and b is not None and (a["sporsmal"], a["kommune"]) == (b["sporsmal"], b["kommune"])


def _forskjeller(par: Sequence[Par], utelatt: frozenset[str]) -> list[dict[str, Any]]:
    ut = []
    for navn in KJENTE:
        tall = [
            (a, b)
            for for_, etter in par
            if (a := for_.verdier.get(navn)) is not None and (b := etter.verdier.get(navn)) is not None
        ]
        if tall and navn not in utelatt:
            diff = forskjell([a for a, _ in tall], [b for _, b in tall])
            snitt = {"for": _snitt([a for a, _ in tall]), "na": _snitt([b for _, b in tall])}
            ut.append({"navn": navn, **snitt, **diff.json(), "dom": dom(navn, diff)})
    return ut


def _uten_intervall(na: Kjoring, sist: Kjoring, sett: str) -> list[dict[str, Any]]:
    for_, etter = sist.tall(sett), na.tall(sett)
    return [
        {
            "navn": navn,
            "for": for_[navn]["snitt"],
            "na": etter[navn]["snitt"],
            "snitt": round(etter[navn]["snitt"] - for_[navn]["snitt"], 4),
            "lav": None,
            "hoy": None,
            "antall": etter[navn]["antall"],
            "dom": "ukjent",
        }
        for navn in etter
        if navn in for_
    ]


def dom(navn: str, diff: Tall) -> str:
    """Return bedre, verre or endret when the whole interval is on one side of zero, else uendret or usikker."""
    if diff.snitt == diff.lav == diff.hoy == 0:
        return "uendret"
    if diff.lav <= 0 <= diff.hoy:
        return "usikker"
    if navn in UTEN_DOM:
        return "endret"
    return "bedre" if (diff.lav > 0) == metrikk(navn).hoyt_er_bra else "verre"


def retning(par: Par) -> str:
    """Return verre, bedre, annerledes or lik: by how it ended, whether a right section is shown, and what is untrue."""
    for_, etter = par
    skritt = [
        fortegn * ((etter.verdier.get(m) or 0.0) - (for_.verdier.get(m) or 0.0))
        for m, fortegn in (("utfall", 1), ("seksjon vist", 1), ("forbudt vist", -1))
    ]
    if min(skritt) < 0:
        return "verre"
    if max(skritt) > 0:
        return "bedre"
    likt = for_.svar["utfall"] == etter.svar["utfall"] and viste(for_.svar) == viste(etter.svar)
    return "lik" if likt else "annerledes"


def _vis(par: Par) -> dict[str, Any]:
    g = par[1].gull
    sider = {
        navn: {"utfall": v.svar["utfall"], "viste": viste(v.svar), "svar": v.svar["tekst"]}
        for navn, v in zip(("for", "na"), par, strict=True)
    }
    return {"id": g.id, "sporsmal": g.sporsmal, "riktige": list(g.seksjoner), "ventet": [u.value for u in g.utfall], **sider}


def _snitt(tall: Sequence[float]) -> float:
    return round(sum(tall) / len(tall), 4)

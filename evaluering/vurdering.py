"""Answers judged: every metric for each, what is wrong in plain words, and which are the worst."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from evaluering.gull import Gullrad
from evaluering.mal import avstatt
from evaluering.metrikker import (
    METRIKKER,
    Rad,
    Vurdert,
    fakta_som_mangler,
    mal_soket,
    mal_svar,
    rangert,
    samle,
    viste,
)
from evaluering.ragas_mal import mal_ragas
from evaluering.statistikk import snitt

VERSTE = 20
"""Answers that the report shows in full."""


def vurder_svar(gull: Sequence[Gullrad], svar: Iterable[Rad], korpus: Path) -> list[Vurdert]:
    """Judge the answers to the rows as written; rows that were not run are left out."""
    per_id = {s["id"]: s for s in svar if not s["variant"]}
    rader = [(g, per_id[g.id]) for g in gull if g.id in per_id]
    soket = mal_soket([g for g, _ in rader], [s for _, s in rader])
    egne = [Vurdert(gull=g, svar=s, verdier={**x, **mal_svar(g, s, korpus)}) for (g, s), x in zip(rader, soket, strict=True)]
    return [replace(v, verdier={**v.verdier, **x}) for v, x in zip(egne, mal_ragas(egne), strict=True)]


def oppsummer(vurderte: Sequence[Vurdert]) -> dict[str, dict[str, float]]:
    """Return mean, interval and count of each metric that applies to any of the rows."""
    verdier = [v.verdier for v in vurderte]
    return {m.navn: snitt(tall).json() for m in METRIKKER if (tall := samle(verdier, m.navn))}


def feil_ved(v: Vurdert) -> list[str]:
    """Return in plain words what is wrong with an answer, the worst first."""
    x, g, s = v.verdier, v.gull, v.svar
    ut = []
    if x["forbudt vist"]:
        ut.append("viser noe som ville vært galt")
    if x["sitat ordrett"] not in (None, 1.0) or x["sitat bærer"] not in (None, 1.0):
        ut.append("sitatet står ikke slik i kilden")
    if not x["utfall"]:
        ut.append(f"endte som {s['utfall']}, skulle være {' eller '.join(g.utfall)}")
    if x["avsto med rette"] == 0:
        ut.append("svarte på noe tekstene ikke dekker")
    if x["seksjon vist"] == 0:
        ut.append("viste ikke seksjonen som svarer" + (", men hadde den blant de tre første" if x["seksjon topp 3"] else ""))
    if x["fakta vist"] not in (None, 1.0):
        ut.append(f"viser ikke: {', '.join(fakta_som_mangler(g, s))}")
    if not x["målform"]:
        ut.append(f"svarte på {s['sprak']}, spørsmålet er på {g.sprak}")
    return ut


def verste(vurderte: Sequence[Vurdert]) -> list[dict[str, Any]]:
    """Return the worst development answers with what was wrong. The test split is not shown, so that nobody tunes to it."""
    gale = [(feil, v) for v in vurderte if v.gull.sett == "dev" and (feil := feil_ved(v))]
    gale.sort(key=lambda par: (-_tyngde(par[1]), par[1].gull.id))
    return [vis(v, feil) for feil, v in gale[:VERSTE]]


_GALT = {"forbudt vist": 8, "unødig avslag": 2, "unødig overlevering": 1}
_MANGLER = {
    "sitat ordrett": 8, "sitat bærer": 8, "utfall": 3, "avsto med rette": 2, "seksjon vist": 2, "seksjon topp 3": 1,
    "fakta vist": 2, "målform": 1,
}  # fmt: skip
"""How much each fault weighs when the worst answers are sorted: what is untrue before what is missing."""


def _tyngde(v: Vurdert) -> float:
    x = v.verdier
    tungt = 5.0 if v.gull.utfall[0] in ("akutt", "overlevert") and not x["utfall"] else 0.0
    galt = sum(w * (x[m] or 0.0) for m, w in _GALT.items())
    return tungt + galt + sum(w * (1 - d) for m, w in _MANGLER.items() if (d := x[m]) is not None)


def vis(v: Vurdert, feil: Sequence[str]) -> dict[str, Any]:
    """Return an answer as the report shows it."""
    g, s = v.gull, v.svar
    return {
        "id": g.id,
        "sporsmal": g.sporsmal,
        "vil_vite": g.vil_vite,
        "språk": g.malform,
        "rolle": g.rolle,
        "feil": list(feil),
        "utfall": s["utfall"],
        "svar": s["tekst"],
        "viste": viste(s),
        "riktige": list(g.seksjoner),
        "søket": rangert(s)[:5],
        "referanse": g.referanse,
        "avsto": avstatt(s),
    }

"""``python -m evaluering kontroll``: how well the checker of single sentences tells supported from unsupported ones."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from evaluering.kontrollpar import Par, Vektorkilde, les_par
from veileder.domene import Dokument
from veileder.formulering.sprakkontroll.kontroll import Dom, Setningskontroll
from veileder.forstaelse.ordliste import Ordliste
from veileder.gjenfinning.analyse import Analyse

MAL_FIRE = ("tall", "dato", "nektelse", "aktor")
"""Kinds of which nearly none may get through."""


def mal_kontroll(
    sett: Literal["dev", "test"], dokumenter: Sequence[Dokument], vektorer: Vektorkilde, ordliste: Ordliste
) -> dict[str, Any]:
    """Return the figures of one set.

    Stopped by kind of fault; precision and recall of stopping at all; how many supported sentences were dropped and for
    what; milliseconds a sentence, the embedding included.
    """
    par = les_par(sett, dokumenter, vektorer)
    kontroll = Setningskontroll(vektorer.embedder, ordliste, Analyse(ordliste.sprak))
    kontroll.kontroller(par[0].setning, [par[0].passasje], par[0].malform)  # what is loaded at first is not counted
    dommer, tider = [], []
    for p in par:
        start = time.perf_counter()
        dommer.append(kontroll.kontroller(p.setning, [p.passasje], p.malform))
        tider.append((time.perf_counter() - start) * 1000)
    return tell(par, dommer) | {"ms": {"median": _kvantil(tider, 0.5), "p95": _kvantil(tider, 0.95)}}


def tell(par: Sequence[Par], dommer: Sequence[Dom]) -> dict[str, Any]:
    """Return the figures of sentences that were judged."""
    stanset = [not d.bestatt for d in dommer]
    usann = [not p.stottet for p in par]
    rett_stanset = sum(s and u for s, u in zip(stanset, usann, strict=True))
    feil = Counter(p.feil for p in par if not p.stottet)
    fanget = Counter(p.feil for p, s in zip(par, stanset, strict=True) if s and not p.stottet)
    mistet = Counter(d.tvil[0].value for p, d in zip(par, dommer, strict=True) if p.stottet and not d.bestatt)
    antall_rette = len(par) - sum(usann)
    return {
        "antall": len(par),
        "stanset av alle usanne": _andel(rett_stanset, sum(usann)),
        "stanset av " + ", ".join(MAL_FIRE): _andel(sum(fanget[f] for f in MAL_FIRE), sum(feil[f] for f in MAL_FIRE)),
        "mistet av de sanne": _andel(sum(mistet.values()), antall_rette),
        "presisjon": _andel(rett_stanset, sum(stanset)),
        "per feil": {f: {"antall": feil[f], "stanset": _andel(fanget[f], feil[f])} for f in sorted(feil)},
        "mistet på grunn av": dict(mistet.most_common()),
    }


def som_tekst(tall: Mapping[str, Any]) -> str:
    """Return the figures as lines to read."""
    linjer = [f"{navn}: {verdi}" for navn, verdi in tall.items() if not isinstance(verdi, dict)]
    linjer += [f"  {f:<26}{v['antall']:>4}  {v['stanset']:.3f}" for f, v in tall["per feil"].items()]
    linjer += [f"{navn}: {tall[navn]}" for navn in ("mistet på grunn av", "ms")]
    return "\n".join(linjer)


def _andel(antall: int, av: int) -> float:
    return round(antall / av, 3) if av else 0.0


def _kvantil(tider: Sequence[float], q: float) -> float:
    return round(sorted(tider)[min(len(tider) - 1, int(q * len(tider)))], 1)

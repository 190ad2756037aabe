"""The command ``python -m evaluering ytelse``: measure, write ``ytelse.json``, ``ytelse.md`` and two drawings."""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from evaluering.kjoring import DATA
from evaluering.ytelse.korpora import Korpus, lag_korpora, skriv_inn
from evaluering.ytelse.maling import Oppdrag, endret_fil, mal_alt
from evaluering.ytelse.omgivelser import tolk
from evaluering.ytelse.system import SYSTEMER, Slag

UT = DATA / "ytelse"
"""Where the result lies that the report of the evaluation shows."""


def kjor(
    norquad: Path | None,
    *,
    liten: bool = False,
    ut: Path = UT,
    fortsett: Path | None = None,
    uten: Sequence[str] = (),
    ledig: float = 0.0,
) -> Path:
    """Measure every system that is installed and return the JSON file. Messages go to standard error.

    ``fortsett`` is a folder to work in that is kept: what is done there is not done again. ``ledig`` are seconds to wait
    for others on the machine to rest before each task.
    """
    if not liten and norquad is None:
        _si("NorQuAD er ikke med: gi mappen med --norquad.")
    with nullcontext(str(fortsett)) if fortsett else tempfile.TemporaryDirectory() as sti:
        arbeid = Path(sti)
        arbeid.mkdir(parents=True, exist_ok=True)
        korpora = lag_korpora(arbeid / "tekster", norquad, liten=liten)
        for k in korpora:
            _skriv_inn(k, arbeid / "inn" / k.navn)
        systemer, hoppet = _velg(uten)
        tall = mal_alt(Oppdrag(korpora=korpora, systemer=systemer, arbeid=arbeid, liten=liten, ledig=ledig, si=_si))
        resultat = {**_om(korpora, systemer, hoppet, liten=liten), **tall, "egen": {} if liten else _egen(arbeid)}
    return skriv(resultat, ut)


def skriv(resultat: dict[str, Any], ut: Path) -> Path:
    """Write the result with its table and drawings, each by way of a file beside it."""
    from evaluering.ytelse.figurer import tegn_alle
    from evaluering.ytelse.tabell import lag_markdown

    filer = {"ytelse.json": json.dumps(resultat, ensure_ascii=False, indent=1) + "\n", "ytelse.md": lag_markdown(resultat)}
    filer |= tegn_alle(resultat)
    ut.mkdir(parents=True, exist_ok=True)
    for navn, innhold in filer.items():
        (ut / f"{navn}.ny").write_text(innhold, encoding="utf-8")
        (ut / f"{navn}.ny").replace(ut / navn)
    return ut / "ytelse.json"


def _velg(uten: Sequence[str]) -> tuple[list[Slag], dict[str, str]]:
    """Return the systems that can run, and why the others cannot."""
    from evaluering.ytelse.minilm import er_klar

    med, hoppet = [], {}
    for slag in SYSTEMER:
        if slag.navn in uten:
            hoppet[slag.vist] = "valgt bort"
        elif tolk(slag) is None:
            hoppet[slag.vist] = "pakken er ikke installert (tillegget «sammenligning», se evaluering/README.md)"
        elif slag.navn == "chroma" and not er_klar():
            hoppet[slag.vist] = "modellen mangler; lag den med: python -m evaluering.ytelse.minilm"
        else:
            med.append(slag)
    for navn, grunn in hoppet.items():
        _si(f"{navn} er ikke med: {grunn}.")
    return med, hoppet


def _skriv_inn(korpus: Korpus, mappe: Path) -> None:
    if (mappe / "endret_sporsmal.jsonl").is_file():
        return
    skriv_inn(korpus, mappe)
    fil, sporsmal = endret_fil(korpus)
    (mappe / "endret.jsonl").write_text(json.dumps(fil, ensure_ascii=False) + "\n", encoding="utf-8")
    (mappe / "endret_sporsmal.jsonl").write_text(json.dumps(sporsmal, ensure_ascii=False) + "\n", encoding="utf-8")


def _om(korpora: Sequence[Korpus], systemer: Sequence[Slag], hoppet: dict[str, str], *, liten: bool) -> dict[str, Any]:
    return {
        "tid": time.strftime("%Y%m%d-%H%M%S"),
        "liten": liten,
        "maskin": {"kjerner": os.cpu_count(), "prosessor": platform.machine(), "python": platform.python_version()},
        "systemer": {s.navn: {"vist": s.vist, "oppsett": s.oppsett, "felles_modell": s.felles_modell} for s in systemer},
        "hoppet_over": hoppet,
        "korpora": {k.navn: {"sporsmal": len(k.sporsmal)} for k in korpora},
    }


def _egen(arbeid: Path) -> dict[str, float]:
    from evaluering.ytelse.egen import mal_egen

    _si("Veileder alene: helt svar, kommando og chat")
    return mal_egen(arbeid)


def _si(tekst: str) -> None:
    print(tekst, file=sys.stderr, flush=True)

"""Retrieval on NorQuAD: ``python -m evaluering.norquad MAPPE``.

NorQuAD (Ivanova et al. 2023, CC0, published by the language technology group at the University of Oslo)
has human-written questions over Norwegian news and Wikipedia. The folder holds ``dokumenter.jsonl``
({"id","tekst"}) and ``sporsmal.jsonl`` ({"id","dokument","sporsmal","svar","start"}). A hit is a passage
of the right document that covers the answer's position.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from veileder import oppstart
from veileder.domene import Rolle
from veileder.innstillinger import Innstillinger
from veileder.rader import Rad, finn_rad


def skriv_mappe(kilde: Path, arbeid: Path) -> Path:
    """Write each document as a text file, as a municipality would hand them over; return the folder."""
    mappe = arbeid / "norquad"
    mappe.mkdir(parents=True, exist_ok=True)
    for linje in (kilde / "dokumenter.jsonl").read_text(encoding="utf-8").splitlines():
        dokument = json.loads(linje)
        (mappe / f"{dokument['id']}.txt").write_text(dokument["tekst"], encoding="utf-8")
    return mappe


def mal(kilde: Path, arbeid: Path) -> dict[str, float]:
    """Index, ask every question, and return hit@1, 3, 5, 10, MRR@10 and the mean passage length."""
    innst = Innstillinger(korpus=skriv_mappe(kilde, arbeid), data=arbeid / "norquad-indeks")
    oppstart.indekser(innst)
    tjeneste = oppstart.lag_tjeneste(innst)
    sporsmal = [json.loads(linje) for linje in (kilde / "sporsmal.jsonl").read_text(encoding="utf-8").splitlines()]
    plasser, tid = [], time.perf_counter()
    for q in sporsmal:
        svar = finn_rad(tjeneste, Rad(id=q["id"], turer=(q["sporsmal"],), kommune="", rolle=Rolle.INNBYGGER), 10)
        fil, fra, til = f"{q['dokument']}.txt", q["start"], q["start"] + len(q["svar"])
        rett = (i for i, t in enumerate(svar["treff"], 1) if t["fil"] == fil and t["start"] < til and t["slutt"] > fra)
        plasser.append(next(rett, 0))
    p = np.array(plasser)
    return {
        "spørsmål": float(len(p)),
        **{f"hit@{k}": float(np.mean((p > 0) & (p <= k))) for k in (1, 3, 5, 10)},
        "mrr@10": float(np.mean(np.where(p > 0, 1 / np.maximum(p, 1), 0))),
        "tegn per utdrag": float(np.mean([u.slutt - u.start for u in tjeneste.ressurser.indeks.utdrag])),
        "ms per spørsmål": (time.perf_counter() - tid) / len(p) * 1000,
    }


def main() -> int:
    """Print the figures as JSON."""
    valg = argparse.ArgumentParser(description="Mål gjenfinning på NorQuAD.")
    valg.add_argument("mappe", type=Path, help="mappe med dokumenter.jsonl og sporsmal.jsonl")
    valg.add_argument("--arbeid", type=Path, help="mappe å beholde indeksen i (standard: en midlertidig)")
    a = valg.parse_args()
    print(json.dumps({k: round(v, 3) for k, v in mal(a.mappe, a.arbeid or Path(tempfile.mkdtemp())).items()}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())

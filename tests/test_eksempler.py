"""What is learnt from and what is measured on: apart, well-formed, and of every kind and language."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz import fuzz, process

ROT = Path(__file__).resolve().parent.parent
EKSEMPLER = ROT / "veileder" / "forstaelse" / "eksempler"
TRENING = ROT / "evaluering" / "trening"
DATASETT = ROT / "evaluering" / "datasett"

NAER = 90
"""Likeness in [0, 100] (indel) from which two messages are taken for the same; «hva koster det i Molde» and «… i
Aukra» lie at 85. Short messages («hei», «tt kort pris») are all alike, and left out below ``KORTEST`` characters."""

KORTEST = 25


def les(fil: Path) -> list[dict[str, object]]:
    return [json.loads(linje) for linje in fil.read_text(encoding="utf-8").splitlines() if linje.strip()]


def ren(tekst: object) -> str:
    return re.sub(r"\W+", " ", str(tekst).lower()).strip()


@pytest.fixture(scope="module")
def laert() -> list[str]:
    filer = [*sorted(EKSEMPLER.glob("*.jsonl")), *sorted(TRENING.glob("*.jsonl"))]
    return [ren(r.get("melding") or r.get("sporsmal") or r["turer"][-1]) for fil in filer for r in les(fil)]  # type: ignore[index]


@pytest.mark.parametrize("sett", ["grense.dev", "grense.test", "samtaler.dev", "samtaler.test", "gull.dev", "gull.test"])
def test_ingen_melding_det_males_pa_er_laert(laert: list[str], sett: str) -> None:
    alle = [ren(r.get("melding") or r.get("sporsmal") or r["turer"][-1]) for r in les(DATASETT / f"{sett}.jsonl")]  # type: ignore[index]
    assert not [m for m in alle if len(m) >= KORTEST and m in set(laert)]
    lange, kjente = [m for m in alle if len(m) >= KORTEST], [m for m in laert if len(m) >= KORTEST]
    likhet = process.cdist(lange, kjente, scorer=fuzz.ratio, score_cutoff=NAER, dtype=np.uint8, workers=2)
    assert not [lange[i] for i in np.unique(np.nonzero(likhet)[0])]


def test_eksemplene_er_mange_ulike_og_av_alle_slag() -> None:
    rader = [r for fil in sorted(EKSEMPLER.glob("*.jsonl")) for r in les(fil)]
    assert len(rader) >= 5000
    klasser, sprak = Counter(r["klasse"] for r in rader), Counter(r["maalform"] for r in rader)
    assert all(klasser[k] >= 150 for k in ("generelt", "vedtak", "akutt", "medisinsk", "misbruk", "smaaprat", "utenfor"))
    assert all(sprak[s] >= 40 for s in ("nb", "nn", "dialekt", "feilstavet", "en", "pl", "uk", "ar", "so", "de", "ti", "lt"))
    meldinger = Counter(ren(r["melding"]) for r in rader)
    assert sum(n - 1 for n in meldinger.values()) <= 0.01 * len(rader)

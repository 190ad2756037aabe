"""The measurement of growth: synthetic texts that are found again, and a table that says whether the goals are met."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluering.__main__ import main
from evaluering.rapport.tallform import desimal
from evaluering.vekst.kjor import skriv
from evaluering.vekst.syntetisk import Syntetisk
from evaluering.vekst.tabell import RUNDER
from veileder.domene import FELLES
from veileder.indeksering.oppdeling import del_opp


def test_de_syntetiske_tekstene_er_like_hver_gang_og_deles_opp_der_de_ble_laget() -> None:
    tekster = Syntetisk(3000)
    antall = sum(len(del_opp(d)) for d in tekster)
    assert abs(antall - 3000) < 300
    lokal = next(d for d in tekster if d.kommune != FELLES)
    assert lokal == next(d for d in Syntetisk(3000) if d.kommune != FELLES)
    assert lokal.id.startswith(f"lokalt/{lokal.kommune}/") and all(u.kommune == lokal.kommune for u in del_opp(lokal))


def resultat(median: float, minne: int) -> dict[str, Any]:
    ms = {"median": median, "p95": median * 2, "lengst": median * 3}
    runde = {"ms": ms, "uten_modell_ms": ms, "prosessor_ms": ms, "uten_modell_prosessor_ms": ms, "minne": {"alt": minne, "egen": minne, "filer": 0, "topp": minne}}
    bygg = {"utdrag": 1012, "kommuner": 1, "enheter": 9531, "s": 4.0, "disk_mb": 36.7, "minne": {"topp": 248}}
    stort = bygg | {"utdrag": 10077, "drept_s": 30.0, "drept_mb": 300, "drept_deler": 2}
    spor = dict.fromkeys(RUNDER, runde) | {"andres_kjerner": 0.1}
    maskin = {"kjerner": 2, "prosessor": "x86_64", "python": "3.11"}
    storrelser = {"1000": {"bygg": bygg, "spor": spor}, "10000": {"bygg": stort, "spor": spor}}
    return {"tid": "20261123-190000", "maskin": maskin, "storrelser": storrelser}


@pytest.mark.parametrize(("median", "minne", "ventet"), [(20, 700, ("nådd", "nådd")), (80, 2000, ("ikke nådd", "ikke nådd"))])
def test_tabellen_sier_om_malene_er_nadd(tmp_path: Path, median: float, minne: int, ventet: tuple[str, str]) -> None:
    skriv(resultat(median, minne), tmp_path)
    md = (tmp_path / "vekst.md").read_text(encoding="utf-8")
    assert f"Søk, median: {median} ms, målet er høyst 60: {ventet[0]}." in md
    assert f"Minne i drift: {desimal(minne, 0)} MB, målet er høyst {desimal(1536, 0)}: {ventet[1]}." in md
    assert "30 + 4" in md
    assert (tmp_path / "vekst.svg").read_text(encoding="utf-8").startswith('<svg xmlns="http://www.w3.org/2000/svg"')


@pytest.mark.alt
def test_tusen_utdrag_bygges_og_sokes(tmp_path: Path) -> None:
    assert main(["vekst", "--storrelser", "1000", "--til", str(tmp_path)]) == 0
    tall = json.loads((tmp_path / "vekst.json").read_text(encoding="utf-8"))["storrelser"]["1000"]
    assert tall["bygg"]["utdrag"] > 900 and tall["spor"]["én kommune"]["ms"]["median"] > 0

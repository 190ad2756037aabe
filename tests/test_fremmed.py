"""A folder of foreign pages: no front matter, odd headings, tables, PDF, Word, nynorsk, other municipalities.

The pages and questions were written by someone who had not seen the code, and committed before the first
run. A fixed floor, not the best figure: what was measured stands in README.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROT

from evaluering.mal import avstatt, fakta_vist, kjor, mal
from veileder.innstillinger import Innstillinger
from veileder.oppstart import indekser, lag_tjeneste
from veileder.tjeneste import Tjeneste

MAPPE = ROT / "tests" / "data" / "fremmed"
SPORSMAL = [json.loads(linje) for linje in (ROT / "tests" / "data" / "fremmed.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def fremmed(tmp_path_factory: pytest.TempPathFactory) -> Tjeneste:
    innst = Innstillinger(korpus=MAPPE, data=tmp_path_factory.mktemp("fremmed"))
    bygd, ulest = indekser(innst)
    assert bygd.dokumenter == len(list(Path(MAPPE).iterdir())) == 8 and not ulest
    return lag_tjeneste(innst)


def test_fremmede_sider_besvares_fra_rett_fil_med_rett_faktum(fremmed: Tjeneste) -> None:
    med = [q for q in SPORSMAL if q["fil"]]
    svar = kjor(med, fremmed)
    rette = [q["id"] for q, s in zip(med, svar, strict=True) if fakta_vist(q, s) and any(k["fil"] == q["fil"] for k in s["kilder"])]
    assert len(med) == 20 and len(rette) >= 16, sorted({q["id"] for q in med} - set(rette))
    assert mal(med, svar, MAPPE)["ordrett"] == 1.0


@pytest.mark.xfail(
    strict=True,
    reason="målet er fem av fem; målt tre av fem. Modellen skiller ikke nær og rett godt nok på fremmede sider (docs/adr/0003)",
)
def test_sporsmal_som_fremmede_sider_ikke_svarer_pa_avvises(fremmed: Tjeneste) -> None:
    uten = [q for q in SPORSMAL if not q["fil"]]
    besvart = [q["id"] for q, s in zip(uten, kjor(uten, fremmed), strict=True) if not avstatt(s)]
    assert len(uten) == 5 and not besvart

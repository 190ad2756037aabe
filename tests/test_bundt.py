"""The bundle: everything that an answer is built from switches as one, and the old serves until it does."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from conftest import ROT, Kommando, MatriseIndeks, OrdEmbedder, skriv
from hypothesis import given, settings
from hypothesis import strategies as st

from veileder import oppstart
from veileder.adaptere.vektorlager import BUNKE, Vektorlager
from veileder.domene import Henvendelse, Svar
from veileder.feil import Bruksfeil, Indeksfeil, VeilederFeil
from veileder.forstaelse.sted import Stedsnavn
from veileder.indeksering import bundt, bundtfiler
from veileder.indeksering.korpus import les_korpus
from veileder.innstillinger import Innstillinger
from veileder.porter import Vektorer
from veileder.tjeneste import Tjeneste

GAMMEL = "# Trygghetsalarm\n\n## Hva koster tjenesten?\n\nTrygghetsalarm koster 400 kroner i måneden.\n"
NY = GAMMEL.replace("400", "500")
SPORSMAL = "Hva koster trygghetsalarm?"


@pytest.fixture
def innst(tmp_path: Path, smalager: Path) -> Innstillinger:
    """A small corpus of one page, not yet indexed."""
    skriv(tmp_path / "korpus", {"trygghetsalarm.md": GAMMEL})
    return Innstillinger(korpus=tmp_path / "korpus", data=tmp_path / "data", hurtiglager=smalager)


def svar(tjeneste: Tjeneste, tekst: str = SPORSMAL) -> Svar:
    return tjeneste.svar(Henvendelse(id="1", tekst=tekst))


def avtrykk(mappe: Path) -> dict[str, tuple[int, bytes]]:
    """Every file with the time of its last write and its content."""
    return {
        str(s.relative_to(mappe)): (s.stat().st_mtime_ns, s.read_bytes())
        for s in sorted(mappe.rglob("*"))
        if s.is_file() and s.name != ".las"
    }


def versjoner(innst: Innstillinger) -> list[str]:
    """What lies in the index folder: versions, and anything half made."""
    return sorted(m.name for m in (innst.data / "indeks").iterdir() if m.is_dir())


def med_feil(monkeypatch: pytest.MonkeyPatch, feil: Exception) -> None:
    """Break the building of vectors after its files are half written."""

    def bygg(innst: object, embedder: object, mappe: Path, *_: object) -> object:
        (mappe / "chroma").mkdir()
        (mappe / "chroma" / "halv").write_bytes(b"x")
        raise feil

    monkeypatch.setattr(oppstart, "_bygg_chroma", bygg)


# --- synchronising ---------------------------------------------------------------------------------


def test_en_indeks_av_vart_korpus_har_alt_den_trenger(eget: Innstillinger) -> None:
    versjon = bundt.gjeldende(eget.data)
    manifest = bundt.les_manifest(eget.data, versjon)
    utdrag = bundtfiler.les_utdrag(bundt.mappe_for(eget.data, versjon) / "utdrag.jsonl")
    filer = {s.relative_to(eget.korpus).as_posix() for s in eget.korpus.rglob("*.md") if s.name != "README.md"}
    assert {u.fil for u in utdrag} == filer
    assert manifest["antall"] == {
        "dokumenter": len(filer),
        "utdrag": len(utdrag),
        "enheter": sum(1 + len(u.setninger) for u in utdrag),
    }
    assert set(manifest["kommuner"]) == {u.kommune for u in utdrag}
    for navn in ("ordliste.yaml", "kommuner.yaml"):
        assert (bundt.mappe_for(eget.data, versjon) / navn).read_bytes() == (eget.korpus / navn).read_bytes()


def test_utdrag_kommer_like_tilbake_fra_disken(eget: Innstillinger) -> None:
    from veileder.indeksering.oppdeling import del_opp
    from veileder.oppstart import datafil
    from veileder.overlevering.kontakt import les_kontakter

    steder = les_kontakter(datafil(eget, "kommuner.yaml")).steder(Stedsnavn({}))
    ventet = tuple(u for d in les_korpus(eget.korpus, steder).dokumenter for u in del_opp(d))
    assert bundtfiler.les_utdrag(bundt.mappe_for(eget.data, bundt.gjeldende(eget.data)) / "utdrag.jsonl") == ventet


def test_a_synkronisere_to_ganger_skriver_ingenting(innst: Innstillinger) -> None:
    forst, _ = oppstart.indekser(innst)
    for_ = avtrykk(innst.data)
    andre, _ = oppstart.indekser(innst)
    assert (forst.ny, andre.ny) == (True, False)
    assert (andre.versjon, andre.dokumenter, andre.utdrag, andre.enheter) == (forst.versjon, 1, 1, 2)
    assert avtrykk(innst.data) == for_


def bygg_liten(data: Path, korpus: Path, embedder: OrdEmbedder) -> bundt.Bygd:
    """Build with small fakes in place of model and Chroma."""

    def bygg_vektorer(_mappe: Path, _versjon: str, vektorer: Vektorer, kommuner: Sequence[str]) -> MatriseIndeks:
        return MatriseIndeks(vektorer, kommuner)

    return bundt.bygg(
        data,
        les_korpus(korpus, Stedsnavn({})).dokumenter,
        ROT / "korpus" / "ordliste.yaml",
        ROT / "korpus" / "kommuner.yaml",
        embedder,
        vektoriser=lambda t: np.asarray(embedder.embed_documents(list(t)), np.float32),
        bygg_vektorer=bygg_vektorer,
    )


@settings(max_examples=12)
@given(st.dictionaries(st.sampled_from("abcdef"), st.text("abc æøå.\n#|-", min_size=1, max_size=60).filter(lambda t: any(c.isalpha() for c in t)), min_size=1))
def test_a_synkronisere_et_vilkarlig_korpus_to_ganger_skriver_ingenting(tmp_path_factory: pytest.TempPathFactory, sider: dict[str, str]) -> None:
    mappe = tmp_path_factory.mktemp("synk")
    korpus = skriv(mappe / "korpus", {f"{navn}.md": f"Tittel\n\nOrd. {tekst}" for navn, tekst in sider.items()})
    embedder = OrdEmbedder()
    forst = bygg_liten(mappe / "data", korpus, embedder)
    for_, regnet = avtrykk(mappe / "data"), len(embedder.regnet)
    assert not bygg_liten(mappe / "data", korpus, embedder).ny
    assert avtrykk(mappe / "data") == for_ and len(embedder.regnet) == regnet
    assert forst.ny


@pytest.mark.parametrize("endring", ["ny fil", "borte", "endret", "flyttet", "ny ordliste", "ny kontakt", "ny modell"])
def test_enhver_endring_gir_en_ny_versjon(tmp_path: Path, endring: str, monkeypatch: pytest.MonkeyPatch) -> None:
    korpus = skriv(tmp_path / "korpus", {"a.md": GAMMEL, "b.md": "# B\n\nEn annen side.\n"})
    innst = Innstillinger(korpus=korpus, data=tmp_path / "data", hurtiglager=tmp_path / "lager")
    navn = ["ord-1"]
    monkeypatch.setattr(oppstart, "velg_embedder", lambda *_: OrdEmbedder(navn[0]))
    forst, _ = oppstart.indekser(innst)
    match endring:
        case "ny fil":
            skriv(korpus, {"c.md": "# C\n\nEn tredje side.\n"})
        case "borte":
            (korpus / "b.md").unlink()
        case "endret":
            skriv(korpus, {"b.md": "# B\n\nEn annen side, endret.\n"})
        case "flyttet":
            (korpus / "b.md").rename(korpus / "bb.md")
        case "ny ordliste":
            skriv(korpus, {"ordliste.yaml": "ord: []\n"})
        case "ny kontakt":
            skriv(korpus, {"kommuner.yaml": "kommuner: {}\n"})
        case "ny modell":
            navn[0] = "ord-2"
    andre, _ = oppstart.indekser(innst)
    assert andre.ny and bundt.gjeldende(innst.data) == andre.versjon != forst.versjon
    assert versjoner(innst) == sorted([forst.versjon, andre.versjon])


def test_bare_de_to_siste_versjonene_beholdes(innst: Innstillinger) -> None:
    bygd = []
    for pris in (1, 2, 3, 4):
        skriv(innst.korpus, {"trygghetsalarm.md": GAMMEL.replace("400", str(pris))})
        bygd.append(oppstart.indekser(innst)[0].versjon)
    assert versjoner(innst) == sorted(bygd[-2:])
    assert bundt.gjeldende(innst.data) == bygd[-1]
    assert "4 kroner" in svar(oppstart.lag_tjeneste(innst)).tekst


def test_en_tjeneste_i_drift_tar_den_nye_indeksen_i_bruk_ved_neste_melding(innst: Innstillinger) -> None:
    oppstart.indekser(innst)
    tjeneste = oppstart.lag_tjeneste(innst)
    assert "400 kroner" in svar(tjeneste).tekst
    gammel = tjeneste.ressurser
    skriv(innst.korpus, {"trygghetsalarm.md": NY})
    oppstart.indekser(innst)
    assert "500 kroner" in svar(tjeneste).tekst
    # A reader that began on the old version finishes on it.
    assert "400 kroner" in svar(Tjeneste(lambda: gammel)).tekst


def test_ingen_dokumenter_gir_en_klar_feil_og_ingen_indeks(innst: Innstillinger) -> None:
    (innst.korpus / "trygghetsalarm.md").unlink()
    with pytest.raises(Bruksfeil, match="Fant ingen dokumenter"):
        oppstart.indekser(innst)
    assert bundt.gjeldende(innst.data) == ""


def test_et_korpus_som_blir_tomt_tommer_ikke_indeksen(innst: Innstillinger) -> None:
    oppstart.indekser(innst)
    skriv(innst.korpus, {"trygghetsalarm.md": b"\x00\x01"})
    with pytest.raises(Bruksfeil, match=r"trygghetsalarm\.md"):
        oppstart.indekser(innst)
    assert "400 kroner" in svar(oppstart.lag_tjeneste(innst)).tekst


# --- crashes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("feil", [RuntimeError("krasj"), OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_et_krasj_midt_i_lar_den_gamle_svare_og_neste_kjoring_lykkes(innst: Innstillinger, feil: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    oppstart.indekser(innst)
    tjeneste = oppstart.lag_tjeneste(innst)
    skriv(innst.korpus, {"trygghetsalarm.md": NY})
    with monkeypatch.context() as m:
        med_feil(m, feil)
        with pytest.raises((type(feil), Bruksfeil)):
            oppstart.indekser(innst)
    assert "400 kroner" in svar(tjeneste).tekst
    assert "400 kroner" in svar(oppstart.lag_tjeneste(innst)).tekst
    bygd, _ = oppstart.indekser(innst)
    assert bygd.ny and "500 kroner" in svar(tjeneste).tekst
    assert not [v for v in versjoner(innst) if v.startswith(".")]


def test_full_disk_gir_en_klar_linje_i_stedet_for_et_spor(innst: Innstillinger, monkeypatch: pytest.MonkeyPatch) -> None:
    med_feil(monkeypatch, OSError(28, "No space left on device"))
    with pytest.raises(Bruksfeil, match=r"Kunne ikke skrive til .*Den gamle indeksen er urørt"):
        oppstart.indekser(innst)


def test_en_indeks_som_ikke_finner_igjen_sine_egne_vektorer_tas_ikke_i_bruk(innst: Innstillinger, monkeypatch: pytest.MonkeyPatch) -> None:
    oppstart.indekser(innst)
    skriv(innst.korpus, {"trygghetsalarm.md": NY})
    monkeypatch.setattr(oppstart, "_bygg_chroma", lambda *a: MatriseIndeks(np.zeros_like(a[4]), a[5]))
    with pytest.raises(Indeksfeil, match="besto ikke kontrollen"):
        oppstart.indekser(innst)
    assert "400 kroner" in svar(oppstart.lag_tjeneste(innst)).tekst


@pytest.fixture
def argumenter(innst: Innstillinger) -> list[object]:
    return ["--korpus", innst.korpus, "--data", innst.data]


@pytest.mark.parametrize("ved", ["fsync", "rename", "replace"])
def test_kill_9_midt_i_en_indeksering_lar_den_gamle_indeksen_svare(
    veileder: Kommando, argumenter: list[object], innst: Innstillinger, ved: str
) -> None:
    oppstart.indekser(innst)
    skriv(innst.korpus, {"trygghetsalarm.md": NY})
    prosess = veileder.stans("indekser", *argumenter, ved=ved)
    assert any(v.startswith(".bygges-") for v in versjoner(innst)) or len(versjoner(innst)) == 2
    prosess.kill()
    prosess.communicate()
    assert prosess.returncode == -9
    tjeneste = oppstart.lag_tjeneste(innst)
    assert "400 kroner" in svar(tjeneste).tekst
    assert oppstart.indekser(innst)[0].ny
    assert "500 kroner" in svar(tjeneste).tekst
    assert not [v for v in versjoner(innst) if v.startswith(".")] and len(versjoner(innst)) <= 2


def test_to_indekseringer_pa_en_gang_gir_den_andre_en_klar_beskjed(veileder: Kommando, argumenter: list[object], innst: Innstillinger) -> None:
    oppstart.indekser(innst)
    skriv(innst.korpus, {"trygghetsalarm.md": NY})
    forste = veileder.stans("indekser", *argumenter, ved="replace")
    try:
        assert "En annen indeksering er i gang" in veileder("indekser", *argumenter).avvist()
    finally:
        forste.kill()
        forste.communicate()
    assert "400 kroner" in veileder("svar", SPORSMAL, *argumenter, "--json").en["tekst"]
    assert veileder("indekser", *argumenter, "--json").en["ny"]


# --- damage ----------------------------------------------------------------------------------------

Skade = Callable[[Path], None]


def _skriv(navn: str, innhold: bytes) -> Skade:
    def skade(mappe: Path) -> None:
        (mappe / navn).write_bytes(innhold)

    return skade


def _overskriv_chroma(mappe: Path) -> None:
    for sti in (mappe / "chroma").rglob("*"):
        if sti.is_file():
            sti.write_bytes(b"x" * 100)


KJENT_SKADE: dict[str, Skade] = {
    "manifest kappet": _skriv("manifest.json", b'{"digest": "x", '),
    "manifest er ikke UTF-8": _skriv("manifest.json", b"\xff\xfe\x00"),
    "manifest borte": lambda m: (m / "manifest.json").unlink(),
    "utdrag kappet": _skriv("utdrag.jsonl", b'{"id": "a'),
    "utdrag med et felt for lite": _skriv("utdrag.jsonl", b'{"id": "a", "setninger": []}\n'),
    "utdrag borte": lambda m: (m / "utdrag.jsonl").unlink(),
    "ordindeks borte": lambda m: shutil.rmtree(m / "stammer"),
    "chroma borte": lambda m: shutil.rmtree(m / "chroma"),
    "chroma skrevet over": _overskriv_chroma,
    "ordliste borte": lambda m: (m / "ordliste.yaml").unlink(),
    "kontakter borte": lambda m: (m / "kommuner.yaml").unlink(),
}
UKJENT_SKADE: dict[str, Skade] = {
    "manifest er en liste": _skriv("manifest.json", b"[]"),
    "manifest uten felt": _skriv("manifest.json", b"{}"),
    "utdrag tomt": _skriv("utdrag.jsonl", b""),
}


def _skadet(innst: Innstillinger, skade: Skade) -> None:
    oppstart.indekser(innst)
    skade(bundt.mappe_for(innst.data, bundt.gjeldende(innst.data)))


@pytest.mark.parametrize("navn", KJENT_SKADE)
def test_en_skadet_indeks_gir_en_klar_feil(innst: Innstillinger, navn: str) -> None:
    _skadet(innst, KJENT_SKADE[navn])
    with pytest.raises(VeilederFeil) as feil:
        oppstart.lag_tjeneste(innst)
    assert "\n" not in str(feil.value)


@pytest.mark.parametrize("navn", UKJENT_SKADE)
def test_ogsa_skade_som_ser_gyldig_ut_gir_en_klar_feil(innst: Innstillinger, navn: str) -> None:
    _skadet(innst, UKJENT_SKADE[navn])
    with pytest.raises(Indeksfeil):
        oppstart.lag_tjeneste(innst)


@pytest.mark.parametrize("navn", ["manifest kappet", "manifest borte"])
def test_en_ny_indeksering_reparerer_et_skadet_manifest(innst: Innstillinger, navn: str) -> None:
    _skadet(innst, KJENT_SKADE[navn])
    assert oppstart.indekser(innst)[0].ny
    assert "400 kroner" in svar(oppstart.lag_tjeneste(innst)).tekst


@pytest.mark.parametrize("navn", [n for n in KJENT_SKADE if "manifest" not in n])
def test_radet_om_a_bygge_pa_nytt_virker(innst: Innstillinger, navn: str) -> None:
    _skadet(innst, KJENT_SKADE[navn])
    oppstart.indekser(innst)
    assert "400 kroner" in svar(oppstart.lag_tjeneste(innst)).tekst


@pytest.mark.parametrize("innhold", [b"finnes-ikke\n", b"../../etc\n", b"\xff\xfe"])
def test_en_skadet_peker_gir_en_klar_feil_og_kan_bygges_opp_igjen(innst: Innstillinger, innhold: bytes) -> None:
    oppstart.indekser(innst)
    (innst.data / "indeks" / "gjeldende").write_bytes(innhold)
    with pytest.raises(Indeksfeil):
        oppstart.lag_tjeneste(innst)
    assert oppstart.indekser(innst)[0].ny
    assert "400 kroner" in svar(oppstart.lag_tjeneste(innst)).tekst


def test_en_tjeneste_i_drift_beholder_den_gamle_nar_den_nye_er_skadet(innst: Innstillinger, caplog: pytest.LogCaptureFixture) -> None:
    oppstart.indekser(innst)
    tjeneste = oppstart.lag_tjeneste(innst)
    skriv(innst.korpus, {"trygghetsalarm.md": NY})
    ny, _ = oppstart.indekser(innst)
    (bundt.mappe_for(innst.data, ny.versjon) / "utdrag.jsonl").write_text("{")
    assert "400 kroner" in svar(tjeneste).tekst and "400 kroner" in svar(tjeneste).tekst
    assert sum("kunne ikke åpnes" in r.message for r in caplog.records) == 1


def test_en_indeks_laget_med_en_annen_modell_blir_oppdaget(innst: Innstillinger, monkeypatch: pytest.MonkeyPatch) -> None:
    oppstart.indekser(innst)
    monkeypatch.setattr(oppstart, "velg_embedder", lambda *_: OrdEmbedder())
    with pytest.raises(Indeksfeil, match="annen språkmodell"):
        oppstart.lag_tjeneste(innst)
    assert oppstart.indekser(innst)[0].ny
    assert svar(oppstart.lag_tjeneste(innst)).utfall != "feilet"


def test_en_datamappe_som_ikke_kan_skrives_gir_en_klar_feil(innst: Innstillinger, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("ikke en mappe")
    with pytest.raises(Bruksfeil, match="Kunne ikke skrive til"):
        oppstart.indekser(innst.model_copy(update={"data": tmp_path / "fil" / "data"}))


@pytest.mark.skipif(os.geteuid() == 0, reason="root is refused nothing")
def test_en_skrivebeskyttet_datamappe_gir_en_klar_feil(innst: Innstillinger) -> None:
    innst.data.mkdir()
    innst.data.chmod(0o500)
    with pytest.raises(Bruksfeil, match="Kunne ikke skrive til"):
        oppstart.indekser(innst)


def test_uten_indeks_sier_feilen_hva_som_skal_gjores(innst: Innstillinger) -> None:
    with pytest.raises(Indeksfeil, match="veileder indekser"):
        oppstart.lag_tjeneste(innst)


# --- the cache of vectors --------------------------------------------------------------------------


@pytest.fixture
def ordmodell(monkeypatch: pytest.MonkeyPatch) -> OrdEmbedder:
    """The embedder in use, which counts what it is asked."""
    embedder = OrdEmbedder()
    monkeypatch.setattr(oppstart, "velg_embedder", lambda *_: embedder)
    return embedder


def test_en_ny_indeks_regner_bare_ut_vektorer_av_det_som_er_nytt(tmp_path: Path, ordmodell: OrdEmbedder) -> None:
    korpus = skriv(tmp_path / "korpus", {"a.md": GAMMEL, "b.md": "# B\n\nEn annen side.\n"})
    innst = Innstillinger(korpus=korpus, data=tmp_path / "data", hurtiglager=tmp_path / "lager")
    bygd, _ = oppstart.indekser(innst)
    assert len(ordmodell.regnet) == bygd.enheter
    ordmodell.regnet.clear()
    assert oppstart.indekser(innst.model_copy(update={"data": tmp_path / "andre"}))[0].ny
    assert ordmodell.regnet == []
    skriv(korpus, {"a.md": NY})
    oppstart.indekser(innst)
    assert ordmodell.regnet == ["Trygghetsalarm koster 500 kroner i måneden."]


def test_vektorer_fra_en_annen_modell_brukes_ikke(tmp_path: Path) -> None:
    lager = Vektorlager(tmp_path)
    en, to = OrdEmbedder("ord-1"), OrdEmbedder("ord-2")
    for e in (en, to):
        lager.hent_eller_lag(["hei"], e, lambda ting, _: ting)
    assert en.regnet == to.regnet == ["hei"]


@given(st.lists(st.text(max_size=20), max_size=3 * BUNKE))
@settings(max_examples=25)
def test_lageret_gir_de_samme_vektorene_som_modellen_i_samme_rekkefolge(tmp_path_factory: pytest.TempPathFactory, tekster: list[str]) -> None:
    lager, embedder = Vektorlager(tmp_path_factory.mktemp("lager")), OrdEmbedder()
    ventet = np.asarray([embedder.embed_query(t) for t in tekster], np.float32).reshape(-1, embedder.dimensjon)
    for _ in range(2):
        assert np.array_equal(lager.hent_eller_lag(tekster, embedder, lambda ting, _n: ting), ventet)
    assert set(embedder.regnet) == set(tekster) and len(embedder.regnet) <= len(tekster)


def _skadet_fil(mappe: Path) -> Path:
    return skriv(mappe, {"vektorer.sqlite": b"dette er ingen database " * 50})


def _fil_i_veien(mappe: Path) -> Path:
    mappe.write_text("ikke en mappe")
    return mappe


@pytest.mark.parametrize("odelegg", [_skadet_fil, _fil_i_veien])
def test_et_lager_som_ikke_virker_sinker_men_stopper_ikke(tmp_path: Path, odelegg: Callable[[Path], Path], caplog: pytest.LogCaptureFixture) -> None:
    embedder = OrdEmbedder()
    vektorer = Vektorlager(odelegg(tmp_path / "lager")).hent_eller_lag(["hei", "du"], embedder, lambda ting, _: ting)
    assert np.array_equal(vektorer, np.asarray([embedder.embed_query(t) for t in ("hei", "du")], np.float32))
    assert "alt regnes ut på nytt" in caplog.text


def test_en_avbrutt_utregning_har_lagret_det_den_rakk(tmp_path: Path) -> None:
    class Lei(OrdEmbedder):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            if len(self.regnet) >= BUNKE:
                raise KeyboardInterrupt
            return super().embed_documents(texts)

    tekster = [f"tekst {i}" for i in range(2 * BUNKE)]
    with pytest.raises(KeyboardInterrupt):
        Vektorlager(tmp_path).hent_eller_lag(tekster, Lei(), lambda ting, _: ting)
    igjen = OrdEmbedder()
    Vektorlager(tmp_path).hent_eller_lag(tekster, igjen, lambda ting, _: ting)
    assert len(igjen.regnet) == BUNKE


def test_manifestet_er_lesbart_for_en_drifter(innst: Innstillinger) -> None:
    oppstart.indekser(innst)
    manifest = json.loads((bundt.mappe_for(innst.data, bundt.gjeldende(innst.data)) / "manifest.json").read_text())
    assert set(manifest) >= {"digest", "format", "laget", "modell", "dimensjon", "kommuner", "antall"}

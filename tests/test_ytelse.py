"""The comparison: passages of any system are judged by where they lie, and what is missing is said in one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROT
from hypothesis import given
from hypothesis import strategies as st

from evaluering.__main__ import main
from evaluering.rapport.ytelse import les_ytelse
from evaluering.ytelse import kjor, omgivelser
from evaluering.ytelse.korpora import Sporsmal, lag_korpora
from evaluering.ytelse.kvalitet import per_sporsmal, rangering, rett
from evaluering.ytelse.system import SYSTEMER

UTDRAG = st.tuples(st.sampled_from(["a", "b"]), st.integers(0, 50), st.integers(0, 50)).map(lambda t: (t[0], min(t[1:]), max(t[1:]) + 1))


def sporsmal(*fasit: tuple[tuple[str, int, int], ...], id_: str = "q", del_: bool = False) -> Sporsmal:
    return Sporsmal(id=id_, tekst="hva?", gruppe="g", fasit=fasit, del_=del_)


def test_et_utdrag_er_rett_nar_det_overlapper_svaret_i_rett_fil() -> None:
    svar = ("a.txt", 100, 110)
    assert rett(("a.txt", 0, 101), svar, del_=False)
    assert not rett(("a.txt", 0, 100), svar, del_=False)
    assert not rett(("b.txt", 100, 110), svar, del_=False)


def test_et_utdrag_som_bare_sa_vidt_berorer_en_seksjon_er_ikke_rett() -> None:
    seksjon = ("a.md", 1000, 2000)
    assert rett(("a.md", 900, 1400), seksjon, del_=True)  # most of the passage
    assert rett(("a.md", 0, 5000), seksjon, del_=True)  # all of the section
    assert not rett(("a.md", 0, 1100), seksjon, del_=True)


def test_den_samme_delen_av_svaret_teller_bare_en_gang() -> None:
    q = sporsmal((("a", 10, 20),), (("a", 100, 120), ("b", 0, 20)))
    assert rangering(q, [("a", 0, 15), ("a", 15, 30), ("b", 0, 9), ("a", 100, 110)]) == ["del-0", "ute-1", "del-1", "ute-3"]


@given(st.lists(UTDRAG, max_size=14))
def test_malene_er_i_orden_for_ethvert_svar(treff: list[tuple[str, int, int]]) -> None:
    tall = per_sporsmal([sporsmal((("a", 10, 20),))], {"q": treff})
    forst = next((i for i, t in enumerate(treff[:10], 1) if rett(t, ("a", 10, 20), del_=False)), 0)
    assert tall["hit@1"] == [float(forst == 1)] and tall["hit@5"] == [float(0 < forst <= 5)]
    assert tall["MRR@10"][0] == pytest.approx(1 / forst if forst else 0)
    assert 0 <= tall["nDCG@10"][0] <= 1


def test_alle_sporsmalene_har_svaret_sitt_i_tekstene(tmp_path: Path) -> None:
    for korpus in lag_korpora(tmp_path, None):
        assert korpus.sporsmal
        assert all(q.fasit and all(q.fasit) for q in korpus.sporsmal), korpus.navn
        assert all((korpus.mappe / fil).is_file() for q in korpus.sporsmal for spenn in q.fasit for fil, *_ in spenn)


def test_et_system_som_ikke_er_installert_hoppes_over_med_en_klar_linje(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(omgivelser, "MAPPE", tmp_path)
    monkeypatch.setattr(omgivelser, "_finnes", lambda *_: False)
    med, hoppet = kjor._velg(())
    assert [s.navn for s in med] == ["veileder"]
    assert set(hoppet) == {s.vist for s in SYSTEMER} - {"Veileder"}
    assert "LangChain + Chroma er ikke med: pakken er ikke installert" in capsys.readouterr().err


def resultat(**felt: Any) -> dict[str, Any]:
    """A run of two systems in which the other finds less and is quicker."""

    def mal(x: float) -> dict[str, Any]:
        return {m: {"snitt": x, "lav": x - 0.1, "hoy": x + 0.1, "antall": 20} for m in ("hit@1", "hit@5", "nDCG@10", "MRR@10")}

    kost = {"utdrag_per_s": 10.0, "tegn_per_s": 1000, "indeksering_mb": 200, "endring_s": 1.0, "kald_s": 2.0, "median_ms": 60.0, "p95_ms": 90.0, "minne_mb": 300, "per_sekund": {"1": 16.0}, "andres_kjerner": 0.0}
    felles = {"grupper": {"g": {"antall": 20, "hit@1": 0.5, "hit@5": 0.5}}, "utdrag": 5, "tegn_per_utdrag": 900}
    return {
        "tid": "20261123-190000",
        "liten": True,
        "maskin": {"kjerner": 2, "prosessor": "x86_64", "python": "3.11"},
        "systemer": {"veileder": {"vist": "Veileder", "oppsett": "o"}, "langchain": {"vist": "LangChain + Chroma", "oppsett": "o"}},
        "hoppet_over": {"Haystack, hybrid": "pakken er ikke installert"},
        "korpora": {"fremmed": {"sporsmal": 20}},
        "kvalitet": {"fremmed": {"veileder-dok": {"alle": mal(0.7), **felles, "mot_veileder": None}, "langchain-dok": {"alle": mal(0.5), **felles, "mot_veileder": mal(-0.2)}}},
        "kost": {"fremmed": {"veileder": kost, "langchain": kost | {"median_ms": 30.0}}},
        "egen": {},
        **felt,
    }  # fmt: skip


def test_resultatet_sier_hvor_andre_er_foran(tmp_path: Path) -> None:
    kjor.skriv(resultat(), tmp_path)
    md = (tmp_path / "ytelse.md").read_text(encoding="utf-8")
    assert "LangChain + Chroma | 30,0 (×0,50)" in md.replace("| LangChain", "LangChain")
    foran = md.split("## Der andre er foran")[1].split("##")[0]
    assert foran.strip() == "- Importerte sider, spørsmål, median (ms): LangChain + Chroma 30,0 mot 60,0."
    for navn in ("ytelse-kvalitet.svg", "ytelse-kost.svg"):
        assert (tmp_path / navn).read_text(encoding="utf-8").startswith('<svg xmlns="http://www.w3.org/2000/svg"')


def test_rapporten_viser_sammenligningen_nar_den_finnes(tmp_path: Path) -> None:
    kjoring = tmp_path / "kjoringer" / "20261123-200000"
    kjoring.mkdir(parents=True)
    assert les_ytelse(kjoring) is None
    kjor.skriv(resultat(), tmp_path / "ytelse")
    lest = les_ytelse(kjoring)
    assert lest is not None and lest["tabeller"][0]["tittel"] == "Importerte sider: kvalitet, 20 spørsmål"
    (tmp_path / "ytelse" / "ytelse.json").write_text("{}")
    assert les_ytelse(kjoring) is None


@pytest.mark.alt
def test_den_lille_malingen_gar_gjennom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ytelse", "--liten", "--til", str(tmp_path)]) == 0
    r = json.loads((tmp_path / "ytelse.json").read_text(encoding="utf-8"))
    assert r["kvalitet"]["fremmed"]["veileder-dok"]["alle"]["hit@5"]["snitt"] > 0.6
    assert all(k["endring_funnet"] for k in r["kost"]["fremmed"].values())
    assert set(r["systemer"]) | {s.navn for s in SYSTEMER if s.vist in r["hoppet_over"]} == {s.navn for s in SYSTEMER}
    assert str(ROT) not in (tmp_path / "ytelse.json").read_text(encoding="utf-8")

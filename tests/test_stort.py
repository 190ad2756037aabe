"""A large index: built in parts that a stopped run keeps, read from disk, and searched from one municipality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import ROT, MatriseIndeks, OrdEmbedder, skriv
from test_embedding import enhetsvektorer

from veileder import oppstart
from veileder.adaptere import chroma
from veileder.adaptere.chroma import ChromaIndeks
from veileder.domene import Malform, Utdrag
from veileder.feil import Indeksfeil
from veileder.forstaelse.sted import Stedsnavn
from veileder.gjenfinning import utvalg as utvalget
from veileder.gjenfinning import vektorfil
from veileder.gjenfinning.indeks import Indeks
from veileder.gjenfinning.soker import sok
from veileder.gjenfinning.sporring import Sok
from veileder.gjenfinning.utvalg import utvalg_for
from veileder.indeksering import bundt, bundtdeler, bundtfiler, bundtutdrag
from veileder.indeksering.bundtutdrag import Utdragslager
from veileder.indeksering.korpus import les_korpus
from veileder.innstillinger import Innstillinger

STEDER = ("molde", "rauma", "vestnes")
SIDE = "---\ntittel: {tittel}\n---\n\n## Hva koster det?\n\n{tittel} koster {pris} kroner i måneden.\n\n## Hvordan søker du?\n\nSøk om {liten} på nett.\n"
TJENESTER = ("Trygghetsalarm", "Matombringing", "Avlastning", "Dagsenter")


def sider(mappe: Path) -> Path:
    """Shared descriptions, and each place's own prices."""
    filer = {f"tjenester/{t.lower()}.md": SIDE.format(tittel=t, liten=t.lower(), pris="mange") for t in TJENESTER}
    for i, sted in enumerate(STEDER):
        filer |= {f"lokalt/{sted}/{t.lower()}.md": SIDE.format(tittel=t, liten=t.lower(), pris=100 * i + 37) for t in TJENESTER}
    return skriv(mappe, filer)


@pytest.fixture
def stort(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every limit lowered, so that a few pages are a large index."""
    monkeypatch.setattr(bundtutdrag, "STORT", 0)
    monkeypatch.setattr(bundtfiler, "STORT", 0)
    monkeypatch.setattr(bundtutdrag, "HUSKES", 2)
    monkeypatch.setattr(bundtdeler, "STORRELSE", 5)
    monkeypatch.setattr(chroma, "SAMLET", 0)
    monkeypatch.setattr(utvalget, "STORT", 0)
    monkeypatch.setattr(vektorfil, "SMA", 0)


@pytest.fixture
def modell(monkeypatch: pytest.MonkeyPatch) -> OrdEmbedder:
    embedder = OrdEmbedder()
    monkeypatch.setattr(oppstart, "velg_embedder", lambda *_: embedder)
    return embedder


@pytest.fixture
def innst(tmp_path: Path, modell: OrdEmbedder) -> Innstillinger:
    return Innstillinger(korpus=sider(tmp_path / "korpus"), data=tmp_path / "data", hurtiglager=tmp_path / "lager")


def apne(innst: Innstillinger) -> Iterator[Indeks]:
    oppstart.indekser(innst)
    indeks = oppstart.LevendeRessurser(innst)().indeks
    yield indeks
    indeks.tett.lukk()


@pytest.fixture
def stor_indeks(stort: None, innst: Innstillinger) -> Iterator[Indeks]:
    yield from apne(innst)


def test_en_stor_indeks_gir_de_samme_utdragene_som_en_liten(innst: Innstillinger, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    oppstart.indekser(innst)
    liten = oppstart.LevendeRessurser(innst)().indeks
    request.getfixturevalue("stort")
    stor = next(apne(innst.model_copy(update={"data": tmp_path / "stor"})))
    assert isinstance(stor.utdrag, Utdragslager) and isinstance(liten.utdrag, tuple)
    assert tuple(stor.utdrag) == liten.utdrag == tuple(stor.utdrag[i] for i in range(len(stor.utdrag)))
    assert np.array_equal(stor.start, liten.start) and stor.kommuner == liten.kommuner
    assert stor.temaer == liten.temaer and stor.rader_i_tema == liten.rader_i_tema
    assert stor.har_lokalt("pris", {"avlastning"}) == liten.har_lokalt("pris", {"avlastning"}) == list(STEDER)
    assert stor.har_lokalt("pris", {"ukjent"}) == stor.har_lokalt("kontakt", {"avlastning"}) == []
    for m in Malform:
        assert np.array_equal(stor.tvilling_ute(m), liten.tvilling_ute(m))
    for rad, u in enumerate(liten.utdrag):
        assert stor.rad_for[u.id, u.fil] == liten.rad_for[u.id, u.fil] == rad
        assert stor.overskriftsstammer[rad] == liten.overskriftsstammer[rad]
    enheter = [5, 0, 3, 4, len(stor.start)]
    assert np.array_equal(stor.vektorer(enheter), liten.vektorer(enheter))


def finn(indeks: Indeks, tekst: str, kommune: str) -> list[Utdrag]:
    return [t.utdrag for t in sok(utvalg_for(indeks, kommune), Sok(tekst=tekst, kommune=kommune, antall=30)).treff]


@pytest.mark.parametrize("sted", STEDER)
def test_en_kommune_ser_sitt_eget_og_det_felles_og_ingen_andres(stor_indeks: Indeks, sted: str) -> None:
    funnet = finn(stor_indeks, "hva koster avlastning", sted)
    assert {u.kommune for u in funnet} == {sted, "felles"}
    assert {"avlastning"} == {u.tema for u in funnet[:2]}
    assert len(funnet) == sum(u.kommune in (sted, "felles") for u in stor_indeks.utdrag)


def test_utvalget_gir_de_samme_vektorene_og_radene_som_helheten(stor_indeks: Indeks) -> None:
    del_ = utvalg_for(stor_indeks, "rauma")
    assert del_ is utvalg_for(stor_indeks, "rauma") and utvalg_for(stor_indeks, "") is stor_indeks
    for rad, u in enumerate(del_.utdrag):
        hel = stor_indeks.rad_for[u.id, u.fil]
        assert del_.rad_for[u.id, u.fil] == rad and stor_indeks.utdrag[hel] == u
        assert np.array_equal(del_.vektorer(del_.enheter_av([rad])), stor_indeks.vektorer(stor_indeks.enheter_av([hel])))
    vektor = stor_indeks.vektorer(stor_indeks.enheter_av([stor_indeks.rad_for["lokalt/rauma/avlastning#pris#1", "lokalt/rauma/avlastning.md"]]))[1]
    (enhet, cosinus), *_ = del_.tett.naermeste(vektor, 3, ["rauma", "felles"])
    assert del_.utdrag[del_.rad_av(enhet)].fil == "lokalt/rauma/avlastning.md" and cosinus == pytest.approx(1, abs=1e-2)


def test_uten_sted_blant_mange_sokes_det_i_det_felles(stor_indeks: Indeks, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {u.kommune for u in finn(stor_indeks, "hva koster avlastning", "")} == {"felles", *STEDER}
    monkeypatch.setattr(utvalget, "MANGE_STEDER", 2)
    assert {u.kommune for u in finn(stor_indeks, "hva koster avlastning", "")} == {"felles"}
    assert {u.kommune for u in finn(stor_indeks, "hva koster avlastning", "rauma")} == {"felles", "rauma"}


def test_bare_de_siste_stedene_holdes_i_minnet(stor_indeks: Indeks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stor_indeks.husk, "_antall", 2)
    for sted in STEDER:
        utvalg_for(stor_indeks, sted)
    assert list(stor_indeks.husk) == list(STEDER[-2:])


def test_en_kappet_stor_utdragsfil_gir_en_klar_feil(stort: None, innst: Innstillinger) -> None:
    oppstart.indekser(innst)
    sti = bundt.mappe_for(innst.data, bundt.gjeldende(innst.data)) / "utdrag.jsonl"
    sti.write_bytes(sti.read_bytes()[:-10])
    with pytest.raises(Indeksfeil):
        oppstart.LevendeRessurser(innst)()
    assert oppstart.indekser(innst)[0].ny


# --- parts -----------------------------------------------------------------------------------------


def bygg(data: Path, korpus: Path, embedder: OrdEmbedder, **felt: Any) -> bundt.Bygd:
    def vektoriser(tekster: Sequence[str]) -> Any:
        return np.asarray(embedder.embed_documents(list(tekster)), np.float32).reshape(-1, embedder.dimensjon)

    return bundt.bygg(
        data,
        les_korpus(korpus, Stedsnavn({s: s for s in STEDER})).dokumenter,
        ROT / "korpus" / "ordliste.yaml",
        ROT / "korpus" / "kommuner.yaml",
        embedder,
        bygg_vektorer=lambda mappe, versjon, v, k: ChromaIndeks.bygg(mappe, "", f"veileder-{versjon}", v, k, embedder.navn),
        **{"vektoriser": vektoriser} | felt,
    )


def test_en_stanset_bygging_gar_videre_der_den_slapp(stort: None, tmp_path: Path) -> None:
    korpus, data = sider(tmp_path / "korpus"), tmp_path / "data"
    forst = OrdEmbedder()
    deler: list[tuple[int, int]] = []

    def stans(gjort: int, av: int, _hva: str) -> None:
        deler.append((gjort, av))
        if len(deler) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bygg(data, korpus, forst, framdrift=stans)
    andre = OrdEmbedder()
    bygd = bygg(data, korpus, andre)
    assert len(forst.regnet) + len(andre.regnet) == bygd.enheter and forst.regnet
    assert not [m for m in (data / "indeks").iterdir() if m.name.startswith(".bygges")]
    assert deler[0][0] < deler[1][0] <= deler[1][1] == 16


def test_er_tekstene_endret_siden_den_stanset_begynner_den_pa_nytt(stort: None, tmp_path: Path) -> None:
    korpus, data = sider(tmp_path / "korpus"), tmp_path / "data"

    def stans(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bygg(data, korpus, OrdEmbedder(), framdrift=stans)
    skriv(korpus, {"lokalt/molde/ny.md": SIDE.format(tittel="Ny", liten="ny", pris="1")})
    igjen = OrdEmbedder()
    assert len(igjen.regnet) == 0 and bygg(data, korpus, igjen).enheter == len(igjen.regnet)


# --- vectors by place ------------------------------------------------------------------------------


@pytest.mark.parametrize("sammenlignes", [0, 1000])
def test_delt_etter_sted_finner_det_samme_som_samlet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sammenlignes: int) -> None:
    v, steder = enhetsvektorer(90), ["felles", "molde", "rauma"] * 30
    samlet = MatriseIndeks(v, steder)
    np.save(tmp_path / "enheter.npy", v.astype(np.float16))
    monkeypatch.setattr(chroma, "SAMLET", 0)
    monkeypatch.setattr(chroma, "SAMMENLIGNES", sammenlignes)
    ChromaIndeks.bygg(tmp_path, "", "veileder-to", v, steder, "modell").lukk()
    delt = ChromaIndeks.apne(tmp_path, "", "veileder-to", "modell", v.shape[1])
    for valgt in (["molde", "felles"], ["felles"], ["rauma"], ["rauma", "molde"]):
        ventet, fikk = samlet.naermeste(v[1], 12, valgt), delt.naermeste(v[1], 12, valgt)
        assert [e for e, _ in fikk] == [e for e, _ in ventet]
        assert [c for _, c in fikk] == pytest.approx([c for _, c in ventet], abs=2e-3)
    assert delt.naermeste(v[0], 3, ["ukjent"]) == [] and delt.naermeste(v[0], 3, []) == []
    assert {steder[e] for e, _ in delt.naermeste(v[0], 90, None)} == {"felles"}
    assert np.allclose(delt.vektorer([7, 2]), v[[7, 2]], atol=1e-3)
    assert chroma.er_hel(tmp_path, "", "veileder-to") and not chroma.er_hel(tmp_path, "", "veileder-en")
    delt.lukk()

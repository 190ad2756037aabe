"""The gate: open for the code as it is, shut by each planted fault, and it says which questions got worse."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import OrdEmbedder

from evaluering.gull import Gullrad, les_gull
from evaluering.kjoring import svar_pa
from evaluering.mal import kjor as besvar_alle
from evaluering.mal import mal
from evaluering.metrikker import Vurdert
from evaluering.oppgaver import som_skrevet, svar_og_vurder
from evaluering.port import Gulv, les_basislinje, les_golv, prov, skriv_basislinje
from evaluering.seksjonslas import avtrykk, endringer, les_las
from evaluering.vurdering import vurder_svar
from veileder import oppstart
from veileder.domene import Malform, Utkast
from veileder.formulering import oppslag
from veileder.formulering.ekstraktiv import formuler
from veileder.forstaelse import melding
from veileder.forstaelse.sted import norske_kommuner
from veileder.gjenfinning.leksikalsk import LeksikalskIndeks
from veileder.gjenfinning.sporring import lag_sok
from veileder.indeksering.korpus import les_korpus
from veileder.innstillinger import Innstillinger

DEL = 90
"""Development questions that a planted fault is run over: enough to see it, few enough to wait for."""


@pytest.fixture(scope="module")
def na(eget: Any) -> list[Vurdert]:
    return svar_og_vurder(les_gull(("dev",)), eget)


def test_porten_er_apen(na: list[Vurdert], eget_korpus: Path) -> None:
    """Shut? The text below names what got worse. A change that was meant: python -m evaluering basislinje (or bekreft)."""
    endret = endringer(les_gull(), avtrykk(les_korpus(eget_korpus, norske_kommuner()).dokumenter), les_las())
    fall = prov(na, les_golv("dev"), les_basislinje(), endret)
    assert not fall, "\n\n".join(map(str, fall))


def test_alle_mal_i_golvfilen_finnes_og_har_en_grunn(na: list[Vurdert]) -> None:
    for sett in ("dev", "test"):
        for g in les_golv(sett):
            assert g.hvorfor and any(g.metrikk in v.verdier for v in na), g


# --- planted faults ---------------------------------------------------------------------------------


def kjor(rader: list[Gullrad], tjeneste: Any, korpus: Path) -> list[Vurdert]:
    return vurder_svar(rader, [svar_pa(s, tjeneste, med_tekst=False) for s in som_skrevet(rader)], korpus)


@pytest.fixture(scope="module")
def utvalg(na: list[Vurdert]) -> list[Gullrad]:
    return [v.gull for v in na if v.gull.svarbar][:DEL]


@pytest.fixture(scope="module")
def basis(na: list[Vurdert], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The answers of the code as it is, as a baseline: what is tested is whether the gate sees a difference."""
    sti = tmp_path_factory.mktemp("basis") / "basislinje.jsonl"
    skriv_basislinje(na, sti)
    return les_basislinje(sti)


def forskyv(ekte: Callable[..., Utkast]) -> Callable[..., Utkast]:
    def med_feil(*args: Any) -> Utkast:
        u = ekte(*args)
        return dataclasses.replace(u, avsnitt=tuple(a.replace(f"[{i}]", f"[{i % len(u.avsnitt) + 1}]") for i, a in enumerate(u.avsnitt, 1)))

    return med_feil


def test_forskjovne_kildenumre_stenger(na: list[Vurdert], basis: dict[str, Any], tjeneste: Any, eget: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    flere = [v.gull for v in na if len(v.svar["kilder"]) > 1][:25]
    monkeypatch.setattr(oppslag, "formuler", forskyv(formuler))
    fall = prov(kjor(flere, tjeneste, eget.korpus), [Gulv(metrikk="sitat bærer", gulv=1.0, hvorfor="prøve")], basis)
    assert any(f.hva.startswith("sitat bærer er verre") and flere[0].id in str(f) for f in fall)
    assert any("gulvet er 1.0" in f.hva for f in fall)


def test_topp_k_kuttet_til_en_stenger(utvalg: list[Gullrad], basis: dict[str, Any], tjeneste: Any, eget: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oppslag, "lag_sok", lambda *a, **f: lag_sok(*a, **f, antall=1))
    rader = [r.model_copy() for r in utvalg]
    vurderte = kjor(rader, tjeneste, eget.korpus)
    assert any(f.hva.startswith(("treff@5", "seksjon topp 3", "kontekstdekning")) and f.rader for f in prov(vurderte, [], basis))


def test_malform_som_ikke_folges_stenger(utvalg: list[Gullrad], basis: dict[str, Any], tjeneste: Any, eget: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(melding, "gjett_malform", lambda _tekst: Malform.NB)
    nynorske = [r for r in utvalg if r.malform == "nn"]
    fall = prov(kjor(nynorske, tjeneste, eget.korpus), [], basis)
    (malform,) = [f for f in fall if f.hva.startswith("målform er verre")]
    assert nynorske[0].id in str(malform) and "før" in str(malform) and "nå" in str(malform)


def test_leksikalsk_side_slatt_av_ses_pa_andre_sider(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On our own texts the learnt step carries what BM25 carried before; on other pages nothing does."""
    mappe = Path(__file__).parent / "data" / "fremmed"
    innst = Innstillinger(korpus=mappe, data=tmp_path / "data")
    oppstart.indekser(innst)
    monkeypatch.setattr(LeksikalskIndeks, "_poeng", lambda self, _i, _t: np.zeros(self.antall, np.float32))
    sporsmal = [json.loads(linje) for linje in (mappe.parent / "fremmed.jsonl").read_text(encoding="utf-8").splitlines()]
    med = [q for q in sporsmal if q["fil"]]
    tall = mal(med, besvar_alle(med, oppstart.lag_tjeneste(innst)), mappe)
    assert tall["fakta vist"] < 16 / 20  # the floor that test_fremmed keeps


def test_en_annen_embedder_stenger(utvalg: list[Gullrad], basis: dict[str, Any], eget_korpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oppstart, "velg_embedder", lambda *_: OrdEmbedder("annen"))
    innst = Innstillinger(korpus=eget_korpus, data=tmp_path / "data", hurtiglager=tmp_path / "lager")
    oppstart.indekser(innst)
    fall = prov(kjor(utvalg[:40], oppstart.lag_tjeneste(innst), eget_korpus), [], basis)
    assert any(f.hva.startswith("seksjon vist er verre") and f.rader for f in fall)


@pytest.mark.parametrize(
    ("fil", "seksjon", "gammel", "ny"),
    [
        ("tjenester/stottekontakt.md", "tjenester/stottekontakt#avslag-og-klage", "fire uker", "seks uker"),
        ("tjenester/bpa.md", "tjenester/bpa#pris", None, ""),
    ],
    ids=["en frist endret i én fil", "en seksjon tømt"],
)
def test_en_feil_i_korpuset_stenger_og_nevner_radene(
    fil: str, seksjon: str, gammel: str | None, ny: str, basis: dict[str, Any], eget_korpus: Path, tmp_path: Path
) -> None:
    korpus = tmp_path / "korpus"
    shutil.copytree(eget_korpus, korpus)
    tekst = (korpus / fil).read_text(encoding="utf-8")
    dokument = next(d for d in les_korpus(eget_korpus, norske_kommuner()).dokumenter if d.fil == fil)
    s = next(s for s in dokument.seksjoner if s.aspekt == seksjon.partition("#")[2])
    innhold = dokument.tekst[s.start : s.slutt]
    (korpus / fil).write_text(tekst.replace(innhold, innhold.replace(gammel, ny) if gammel else "\n\n"), encoding="utf-8")
    endret = endringer(les_gull(), avtrykk(les_korpus(korpus, norske_kommuner()).dokumenter), les_las())
    fall = [f for f in prov([], [], basis, endret) if seksjon in f.hva]
    rader = [r.id for r in les_gull() if seksjon in r.seksjoner]
    assert rader and fall and all(id_ in fall[0].hva for id_ in rader)


# --- the gate's own arithmetic ------------------------------------------------------------------------


def test_en_enkelt_darligere_rad_er_ikke_mer_enn_tilfeldighet_men_mange_er_det(na: list[Vurdert], basis: dict[str, Any]) -> None:
    gode = [v for v in na if v.verdier["utfall"] == 1.0]
    for antall, stengt in ((0, False), (1, False), (12, True)):
        verre = [dataclasses.replace(v, verdier={**v.verdier, "utfall": 0.0}) for v in gode[:antall]]
        fall = prov([*verre, *gode[antall:]], [], basis)
        assert bool(fall) is stengt, (antall, fall)
    assert all(v.gull.id in str(fall[0]) for v in gode[:12])


def test_en_bedre_kjoring_stenger_ingenting(na: list[Vurdert], basis: dict[str, Any]) -> None:
    bedre = [dataclasses.replace(v, verdier={k: (1.0 if k.startswith("seksjon") and x is not None else x) for k, x in v.verdier.items()}) for v in na]
    assert prov(bedre, [], basis) == []

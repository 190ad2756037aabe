"""The evaluation itself: rows that hold, measures that measure, runs that go on, cases that become tests."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluering.forstyrr import SLAG, forstyrr
from evaluering.fra_sak import legg_til
from evaluering.gull import Gullfeil, Gullrad, les_gull, les_rader, skriv_rader
from evaluering.kjoring import Sporsmal, generer, les_svar
from evaluering.likhet import les_behov, vurder_likhet
from evaluering.metrikker import mal_soket, mal_svar
from evaluering.oppgaver import som_skrevet
from evaluering.seksjonslas import Avtrykk, avtrykk, endringer, finn_fakta, les_las
from evaluering.statistikk import forskjell, snitt
from evaluering.valider import valider
from veileder.domene import Dokument, Utfall
from veileder.forstaelse.sted import norske_kommuner
from veileder.indeksering.korpus import les_korpus

ROT = Path(__file__).resolve().parent.parent


def dokumenter(korpus: Path) -> tuple[Dokument, ...]:
    return les_korpus(korpus, norske_kommuner()).dokumenter


@pytest.fixture(scope="module")
def na(eget_korpus: Path) -> dict[str, Avtrykk]:
    return avtrykk(dokumenter(eget_korpus))


# --- the golden questions ----------------------------------------------------------------------------


def test_gullsporsmalene_holder(eget_korpus: Path, na: dict[str, Avtrykk]) -> None:
    rader = les_gull()
    assert len(rader) >= 500
    assert valider(rader, dokumenter(eget_korpus), na) == []


def test_gullsporsmalene_er_bekreftet_mot_teksten_slik_den_er(na: dict[str, Avtrykk]) -> None:
    assert not [str(e) for e in endringer(les_gull(), na, les_las()) if e.slag != "ordlyd"]


def test_alle_tjenester_og_kapitler_har_sporsmal(na: dict[str, Avtrykk]) -> None:
    spurt = {s.split("#")[0] for r in [*les_gull()] for s in r.seksjoner}
    finnes = {s.split("#")[0] for s in na if s.startswith(("tjenester/", "veileder/", "prosjekt/"))}
    assert finnes <= spurt


RAD = Gullrad(id="a-1", sporsmal="Når kan jeg få alarm hjem til mor?", seksjoner=("tjenester/trygghetsalarm#tildeling",), utfall=(Utfall.BESVART,))


@pytest.mark.parametrize(
    ("feil", "rader"),
    [
        ("er brukt 2 ganger", [RAD, RAD]),
        ("finnes ikke i korpuset", [RAD.model_copy(update={"seksjoner": ("tjenester/trygghetsalarm#pris-og-slikt",)})]),
        ("peker ikke på noen seksjon", [RAD.model_copy(update={"seksjoner": ()})]),
        ("skal ikke besvares", [RAD.model_copy(update={"utfall": (Utfall.UTEN_GRUNNLAG,)})]),
        ("står ikke i noen av seksjonene", [RAD.model_copy(update={"fakta": (("sytten uker",),)})]),
        ("både krevd og forbudt", [RAD.model_copy(update={"fakta": (("nøkkelboks",),), "forbudt": ("nøkkelboks",)})]),
        ("nesten likt utviklingsspørsmålet a-1", [RAD, RAD.model_copy(update={"id": "a-2", "sett": "test", "sporsmal": "når kan jeg få alarm heim til mor"})]),
    ],
)
def test_en_rad_som_ikke_holder_blir_nevnt(feil: str, rader: list[Gullrad], eget_korpus: Path, na: dict[str, Avtrykk]) -> None:
    funnet = valider(rader, dokumenter(eget_korpus), na)
    assert any(feil in linje and ("a-1" in linje or "a-2" in linje) for linje in funnet), funnet


def test_et_sporsmal_skrevet_av_fra_korpuset_blir_nevnt(eget_korpus: Path, na: dict[str, Avtrykk]) -> None:
    dokument = next(d for d in dokumenter(eget_korpus) if d.id == "tjenester/bpa")
    seksjon = dokument.seksjoner[2]
    setning = " ".join(dokument.tekst[seksjon.start : seksjon.slutt].split()[:14])
    assert any("skrevet av" in f for f in valider([RAD.model_copy(update={"sporsmal": setning})], [dokument], na))


def test_en_odelagt_rad_sier_fil_linje_og_felt(tmp_path: Path) -> None:
    fil = tmp_path / "gull.dev.jsonl"
    fil.write_text('{"id":"a","sporsmal":"hva er bpa","utfall":["besvart"]}\n{"id":"b","sporsmal":"x y","utfall":["vet ikke"]}\n', encoding="utf-8")
    with pytest.raises(Gullfeil, match=r"gull\.dev\.jsonl, linje 2, utfall"):
        les_rader(fil)
    fil.write_text("{ikke json\n", encoding="utf-8")
    with pytest.raises(Gullfeil, match="linje 1"):
        les_rader(fil)


def test_rader_overlever_a_skrives_og_leses(tmp_path: Path) -> None:
    rader = [RAD, RAD.model_copy(update={"id": "a-3", "turer": ("hei", "hva er bpa"), "fakta": (("to år", "2 år"),)})]
    skriv_rader(tmp_path / "g.jsonl", rader)
    assert les_rader(tmp_path / "g.jsonl") == rader


# --- what the questions rest on -----------------------------------------------------------------------


def endret_korpus(eget_korpus: Path, til: Path, fil: str, gammel: str, ny: str) -> dict[str, Avtrykk]:
    shutil.copytree(eget_korpus, til)
    sti = til / fil
    tekst = sti.read_text(encoding="utf-8")
    assert gammel in tekst
    sti.write_text(tekst.replace(gammel, ny), encoding="utf-8")
    return avtrykk(dokumenter(til))


KLAGE = "tjenester/trygghetsalarm#avslag-og-klage"


def test_en_endret_frist_i_en_fil_stenger_og_nevner_radene(eget_korpus: Path, na: dict[str, Avtrykk], tmp_path: Path) -> None:
    nytt = endret_korpus(eget_korpus, tmp_path / "k", "tjenester/trygghetsalarm.nn.md", "tre veker", "seks veker")
    rad = RAD.model_copy(update={"seksjoner": (KLAGE,)})
    (endring,) = [e for e in endringer([rad], nytt, na) if e.seksjon == KLAGE]
    assert endring.slag == "fakta"
    assert "tre veker" in endring.hva and "seks veker" in endring.hva and "nn" in endring.hva
    assert endring.rader == ("a-1",)


def test_ny_ordlyd_med_samme_fakta_er_bare_et_varsel(eget_korpus: Path, na: dict[str, Avtrykk], tmp_path: Path) -> None:
    nytt = endret_korpus(eget_korpus, tmp_path / "k", "tjenester/trygghetsalarm.md", "## Hva er", "Til orientering.\n\n## Hva er")
    assert {e.slag for e in endringer([RAD], nytt, na)} <= {"ordlyd"}


def test_en_seksjon_som_er_borte_nevnes_med_den_som_ligner(eget_korpus: Path, na: dict[str, Avtrykk], tmp_path: Path) -> None:
    nytt = endret_korpus(eget_korpus, tmp_path / "k", "veileder/klagebehandling.md", "## Hvor lang er klagefristen?", "## Hvor lang er fristen for å klage?")
    seksjon = "veileder/klagebehandling#hvor-lang-er-klagefristen"
    (endring,) = [e for e in endringer([RAD.model_copy(update={"seksjoner": (seksjon,)})], nytt, na) if e.slag == "borte"]
    assert endring.seksjon == seksjon and "hvor-lang-er-fristen" in endring.hva


def test_fakta_er_belop_frister_paragrafer_ar_og_nummer() -> None:
    tekst = "Høyst 245 kroner i 2026. Klag innen tre uker ([§ 7-2](https://lovdata.no/lov/1999-07-02-63/§7-2)), eller ring 116 117. Gjelder to år."
    assert finn_fakta(tekst) == sorted(["245 kroner", "2026", "tre uker", "§ 7-2", "116 117", "to år"])


# --- measures -----------------------------------------------------------------------------------------


def svar(**felt: Any) -> dict[str, Any]:
    return {
        "id": "a-1", "variant": "", "utfall": "besvart", "tekst": "Alarmen koster 90 kroner. [1]", "sprak": "nb", "ms": 12.0, "treff": [], "kontekst": [],
        "vurderinger": [], "overlevering": None, "kilder": [kilde()], **felt,
    }  # fmt: skip


def kilde(**felt: Any) -> dict[str, Any]:
    return {"nr": 1, "dokument": "tjenester/a", "fil": "a.md", "aspekt": "pris", "malform": "nb", "sitat": "Alarmen koster 90 kroner.", **felt}


def treff(*seksjoner: str) -> list[dict[str, Any]]:
    return [{"seksjon": s, "kommune": "felles", "poeng": 1.0} for s in seksjoner]


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text("# A\n\nAlarmen koster\n90 kroner. Den er grå.\n", encoding="utf-8")
    return tmp_path


def test_rangeringen_regnes_som_i_boka() -> None:
    to = RAD.model_copy(update={"seksjoner": ("x#1", "x#2")})
    rader = [svar(treff=treff("y#1", "x#1", "x#1", "y#2", "x#2")), svar(treff=treff("x#2")), svar(treff=[], kilder=[])]
    a, b, ingen = mal_soket([to, to, RAD], rader)
    assert (a["treff@1"], a["seksjon topp 3"], a["MRR@10"]) == (0.0, 1.0, 0.5)  # a section counts once, at its best
    assert a["nDCG@10"] == pytest.approx((1 / 1.585 + 1 / 2.3219) / (1 + 1 / 1.585), abs=1e-3)
    assert (b["treff@1"], b["MRR@10"]) == (1.0, 1.0)
    assert (ingen["treff@5"], ingen["seksjon først"]) == (0.0, 0.0)


def test_et_sitat_som_ikke_star_i_filen_og_et_som_ikke_star_i_svaret(mappe: Path) -> None:
    riktig = mal_svar(RAD, svar(), mappe)
    assert (riktig["sitat ordrett"], riktig["sitat bærer"], riktig["kilde finnes"]) == (1.0, 1.0, 1.0)
    diktet = mal_svar(RAD, svar(kilder=[kilde(sitat="Alarmen koster 80 kroner.")]), mappe)
    assert (diktet["sitat ordrett"], diktet["sitat bærer"]) == (0.0, 0.0)
    forskjovet = mal_svar(RAD, svar(tekst="Alarmen koster 90 kroner. [2]"), mappe)
    assert forskjovet["sitat bærer"] == 0.0
    assert mal_svar(RAD, svar(kilder=[], tekst="Alarmen er gratis."), mappe)["kilde finnes"] == 0.0


def test_en_tabell_og_et_listepunkt_baeres_av_sitatet(mappe: Path) -> None:
    (mappe / "t.md").write_text("# T\n\n| Hva | Pris |\n| --- | --- |\n| Alarm | 90 |\n\n- Ring først\n", encoding="utf-8")
    tabell = kilde(fil="t.md", sitat="| Hva | Pris | | --- | --- | | Alarm | 90 |")
    assert mal_svar(RAD, svar(tekst="**T**\n\n| Hva | Pris |\n| --- | --- |\n| Alarm | 90 |\n\n[1]", kilder=[tabell]), mappe)["sitat bærer"] == 1.0
    punkt = kilde(fil="t.md", sitat="- Ring først")
    assert mal_svar(RAD, svar(tekst="Ring først [1]", kilder=[punkt]), mappe)["sitat bærer"] == 1.0


def test_fakta_regnes_som_hele_ord_i_en_av_formene(mappe: Path) -> None:
    krever = RAD.model_copy(update={"fakta": (("90 kr", "90 kroner"), ("2 uker",)), "forbudt": ("0 kroner",)})
    x = mal_svar(krever, svar(tekst="Alarmen koster 90 kroner i 12 uker. [1]"), mappe)
    assert (x["fakta vist"], x["fakta i kilde"], x["forbudt vist"]) == (0.5, 1.0, 0.0)
    assert mal_svar(krever, svar(tekst="Alarmen koster 0 kroner."), mappe)["forbudt vist"] == 1.0


@pytest.mark.parametrize(
    ("ventet", "ble", "verdier"),
    [
        ("besvart", "uten_grunnlag", {"utfall": 0.0, "unødig avslag": 1.0, "unødig overlevering": 0.0, "avsto med rette": None}),
        ("besvart", "overlevert", {"utfall": 0.0, "unødig avslag": 0.0, "unødig overlevering": 1.0, "avsto med rette": None}),
        ("uten_grunnlag", "uten_grunnlag", {"utfall": 1.0, "avsto med rette": 1.0, "unødig avslag": None}),
        ("uten_grunnlag", "besvart", {"utfall": 0.0, "avsto med rette": 0.0}),
        ("akutt", "besvart", {"utfall": 0.0, "avsto med rette": None, "unødig avslag": None}),
    ],
)
def test_slutten_males_mot_det_som_var_ventet(ventet: str, ble: str, verdier: dict[str, float | None], mappe: Path) -> None:
    seksjoner = RAD.seksjoner if ventet == "besvart" else ()
    x = mal_svar(RAD.model_copy(update={"utfall": (Utfall(ventet),), "seksjoner": seksjoner}), svar(utfall=ble), mappe)
    assert {k: x[k] for k in verdier} == verdier


def test_malformen_males_i_svar_og_sitat(mappe: Path) -> None:
    nynorsk = RAD.model_copy(update={"malform": "nn"})
    assert mal_svar(nynorsk, svar(sprak="nb"), mappe)["målform"] == 0.0
    assert mal_svar(nynorsk, svar(sprak="nn"), mappe)["målform"] == 1.0  # a.md has no twin to quote from
    (mappe / "a.nn.md").write_text("# A\n", encoding="utf-8")
    assert mal_svar(nynorsk, svar(sprak="nn"), mappe)["målform"] == 0.0
    assert mal_svar(RAD.model_copy(update={"malform": "dialekt"}), svar(), mappe)["målform"] == 1.0
    assert mal_svar(RAD.model_copy(update={"malform": "en"}), svar(sprak="en"), mappe)["målform"] == 1.0


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=1, max_size=40))
def test_intervallet_holder_snittet_og_to_like_skiller_ingenting(verdier: list[float]) -> None:
    tall = snitt(verdier)
    assert tall.lav - 1e-9 <= tall.snitt <= tall.hoy + 1e-9
    assert snitt(verdier) == tall
    likt = forskjell(verdier, verdier)
    assert (likt.lav, likt.snitt, likt.hoy) == (0.0, 0.0, 0.0)


# --- disturbances and equality ---------------------------------------------------------------------


@given(st.sampled_from(list(SLAG)), st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_en_forstyrrelse_taler_enhver_tekst_og_gir_det_samme_to_ganger(slag: str, tekst: str) -> None:
    assert forstyrr("r-1", tekst, slag) == forstyrr("r-1", tekst, slag)


@pytest.mark.parametrize("slag", SLAG)
def test_en_forstyrrelse_endrer_skrivemaaten_og_ikke_alt(slag: str) -> None:
    tekst = "Hvordan søker jeg om trygghetsalarm for mor, og hva må vi legge ved søknaden?"
    ny = forstyrr("r-1", tekst, slag)
    assert ny != tekst
    felles = set(random.Random(0).sample(tekst.lower().split(), 13)) & set(ny.lower().replace("oker", "øker").split())
    assert felles


def test_likhet_skiller_riktig_svar_fra_samme_svar() -> None:
    (behov, *_) = [b for b in les_behov() if b.seksjoner]
    rett, gal = behov.seksjoner[0], "tjenester/finnes-ikke#om"

    def rad(variant: str, seksjon: str, utfall: str = "besvart") -> dict[str, Any]:
        dokument, _, aspekt = seksjon.partition("#")
        return svar(id=behov.id, variant=variant, utfall=utfall, kilder=[kilde(dokument=dokument, aspekt=aspekt)])

    ut = vurder_likhet([behov], [rad("språk:nb", rett), rad("språk:nn", gal), rad("person:mann", rett, "overlevert"), rad("kommune:molde", rett, "delvis")])
    assert ut["språk"]["nn"]["rett"]["snitt"] == 0 and ut["språk"]["nn"]["forskjell"]["snitt"] == -1
    assert ut["person"]["mann"]["samme"]["snitt"] == 0
    assert ut["kommune"]["molde"]["samme"]["snitt"] == 1


# --- runs ---------------------------------------------------------------------------------------------


SPURT = [
    Sporsmal(id=f"s-{i}", sporsmal=tekst)
    for i, tekst in enumerate(("Hva er trygghetsalarm?", "kva kostar matombringing", "Hei", "Hvordan søker jeg om BPA?"))
]


def uten_tid(rader: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{k: v for k, v in r.items() if k not in ("ms", "ms_steg")} for r in rader]


def test_to_kjoringer_skiller_bare_tiden_og_en_avbrutt_gar_videre(eget: Any, tmp_path: Path) -> None:
    hel = generer(tmp_path / "a", SPURT, eget, arbeidere=1)
    avbrutt = generer(tmp_path / "b", SPURT, eget, arbeidere=1)
    fil = avbrutt / "rader.jsonl"
    linjer = fil.read_bytes().splitlines(keepends=True)
    fil.write_bytes(linjer[0] + linjer[1][:40])  # killed in the middle of a line
    sett: list[tuple[int, int]] = []
    generer(avbrutt, SPURT, eget, arbeidere=1, framdrift=lambda gjort, av: sett.append((gjort, av)))
    assert uten_tid(les_svar(hel)) == uten_tid(les_svar(avbrutt))
    assert sett[-1] == (4, 4)
    assert json.loads((hel / "oppsett.json").read_text()) == json.loads((avbrutt / "oppsett.json").read_text())


def test_en_mappe_med_en_annen_kjoring_rores_ikke(eget: Any, tmp_path: Path) -> None:
    generer(tmp_path / "a", SPURT[:1], eget, arbeidere=1)
    for_ = (tmp_path / "a" / "rader.jsonl").read_bytes()
    with pytest.raises(ValueError, match="annen kjøring"):
        generer(tmp_path / "a", SPURT[:2], eget, arbeidere=1)
    assert (tmp_path / "a" / "rader.jsonl").read_bytes() == for_


def test_gullrader_med_turer_og_rolle_blir_sporsmal() -> None:
    (s,) = som_skrevet([RAD.model_copy(update={"rolle": "saksbehandler", "turer": ("hva er bpa",), "kommune": "molde"})])
    assert (s.rolle, s.turer, s.kommune, s.variant) == ("saksbehandler", ("hva er bpa",), "molde", "")


# --- from review to test -------------------------------------------------------------------------------


SAK = {
    "sak": 41, "sporsmal": "Må jeg låse ut bikkja før hjemmesykepleien kommer?", "malform": "nb", "rolle": "innbygger", "arsak": "fant ikke",
    "seksjoner": ["tjenester/helsetjenester-i-hjemmet#ditt-ansvar"], "utfall": ["besvart", "delvis"],
}  # fmt: skip


def sak_fil(mappe: Path, *saker: dict[str, Any]) -> Path:
    fil = mappe / "saker.json"
    fil.write_text(json.dumps(list(saker)), encoding="utf-8")
    return fil


def test_en_vurdert_sak_blir_et_gullsporsmal_med_opphav(tmp_path: Path, na: dict[str, Avtrykk]) -> None:
    (rad,) = legg_til(sak_fil(tmp_path, SAK), les_gull(), na, tmp_path / "gull.gjennomgang.dev.jsonl")
    assert (rad.opphav, rad.sett, rad.seksjoner) == ("gjennomgang", "dev", tuple(SAK["seksjoner"]))  # type: ignore[arg-type]
    assert les_gull(("dev",), tmp_path) == [rad]


@pytest.mark.parametrize(
    ("endring", "grunn"),
    [
        ({"sporsmal": "Jeg heter Kari Nordmann, når kommer de hjem til meg?"}, "personopplysninger"),
        ({"vil_vite": "om 41 23 45 67 er riktig nummer"}, "personopplysninger"),
        ({"seksjoner": ["tjenester/finnes-ikke#om"]}, "finnes ikke"),
        ({"utfall": ["kanskje"]}, "utfall"),
    ],
)
def test_en_sak_som_ikke_holder_skriver_ingenting(endring: dict[str, Any], grunn: str, tmp_path: Path, na: dict[str, Avtrykk]) -> None:
    til = tmp_path / "gull.gjennomgang.dev.jsonl"
    with pytest.raises(Gullfeil, match=grunn):
        legg_til(sak_fil(tmp_path, SAK, {**SAK, "sak": 42, "sporsmal": "Hva med vedfyring hos ergoterapeuten?", **endring}), [], na, til)
    assert not til.exists()


def test_en_sak_som_finnes_fra_for_avvises(tmp_path: Path, na: dict[str, Avtrykk]) -> None:
    til = tmp_path / "gull.gjennomgang.dev.jsonl"
    with pytest.raises(Gullfeil, match="fra før: a-1"):
        legg_til(sak_fil(tmp_path, {**SAK, "sporsmal": "når kan jeg få alarm hjem til mor"}), [RAD], na, til)

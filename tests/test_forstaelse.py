"""What kind of message it is, in any language, alone and in a conversation; and how a question is led to its sentences."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from conftest import Kommando, skriv

from evaluering.gull import les_gull
from veileder.domene import Henvendelse, Malform, Svar, Tur, Utfall
from veileder.forstaelse.emne import Emne
from veileder.forstaelse.grense import Grense, vurder_grense
from veileder.forstaelse.oppfolging import er_oppfolging, med_aspekt
from veileder.forstaelse.sprak import finn_fremmedsprak, gjett_malform
from veileder.forstaelse.trekk import trekk_for
from veileder.gjenfinning.delsporsmal import Delsporsmal
from veileder.gjenfinning.tilpasning import les_tilpasning
from veileder.indeksering.delsporsmal import les_delsporsmal, plasser
from veileder.oppstart import indekser
from veileder.tjeneste import Tjeneste


def spor(tjeneste: Tjeneste, *turer: str) -> Svar:
    tidligere: list[Tur] = []
    for tekst in turer:
        svar = tjeneste.svar(Henvendelse(id="1", tekst=tekst, tidligere=tuple(tidligere)))
        if svar.tur:
            tidligere.append(svar.tur)
    return svar


# --- languages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "kode"),
    [
        ("Jak mogę złożyć wniosek o opiekę dla mojego ojca?", "pl"),
        ("Як отримати допомогу вдома для моєї бабусі?", "uk"),
        ("كيف يمكنني التقدم بطلب للحصول على مساعدة منزلية لأمي؟", "ar"),
        ("Sidee ayaan u codsan karaa kaalmada guriga ee hooyaday?", "so"),
        ("Wie beantrage ich einen Platz im Pflegeheim für meinen Vater?", "de"),
        ("ንኣደይ ሓገዝ ገዛ ከመይ ገይረ እሓትት?", "ti"),
        ("Kaip galiu pateikti prašymą dėl pagalbos namuose mamai?", "lt"),
        ("Hvordan søker jeg om plass til far?", ""),
        ("Ka e det me BPA, kan'n bror min få det?", ""),
        ("How do I apply for home help for my mother?", ""),
        ("BPA pris", ""),
        ("", ""),
    ],
)
def test_andre_sprak_kjennes_og_norsk_forveksles_ikke(tekst: str, kode: str) -> None:
    assert finn_fremmedsprak(tekst, gjett_malform(tekst)) == kode


def test_den_som_skriver_polsk_far_en_setning_pa_polsk_og_et_svar_med_kilde(tjeneste: Tjeneste) -> None:
    svar = spor(tjeneste, "Ile kosztuje pomoc domowa (hjemmehjelp) dla mojej mamy?")
    assert svar.tekst.startswith("Moje źródła są po norwesku")
    assert svar.kilder


@pytest.mark.parametrize(
    ("tekst", "begynner"),
    [("Mój mąż nie oddycha, pomocy!", "**Zadzwoń teraz pod 113**"), ("أبي لا يتنفس، ماذا أفعل؟", "**اتصل الآن بالرقم 113**")],
)
def test_fare_pa_et_annet_sprak_gir_numrene_pa_det_spraket(tekst: str, begynner: str, tjeneste: Tjeneste) -> None:
    svar = spor(tjeneste, tekst)
    assert svar.utfall is Utfall.AKUTT
    assert svar.tekst.startswith(begynner) and "113" in svar.tekst


def test_dialekt_besvares_pa_bokmal_og_nynorsk_pa_nynorsk() -> None:
    assert gjett_malform("Koss søke æ om heimehjelp te ho mor?") is Malform.NB
    assert gjett_malform("Ka må i gjær for å få drosjekort? E det gratis?") is Malform.NB
    assert gjett_malform("Korleis søkjer eg om heimehjelp til mor?") is Malform.NN


# --- the conversation --------------------------------------------------------------------------------


def test_takk_med_et_nytt_sporsmal_blir_besvart(tjeneste: Tjeneste) -> None:
    svar = spor(tjeneste, "Hva er trygghetsalarm?", "Tusen takk, det var nyttig! Hva koster den i Molde?")
    assert svar.utfall in (Utfall.BESVART, Utfall.DELVIS)
    assert any(k.dokument.endswith("trygghetsalarm") and k.aspekt == "pris" for k in svar.kilder)


def test_en_annen_tjeneste_arver_det_som_ble_spurt(tjeneste: Tjeneste) -> None:
    svar = spor(tjeneste, "Hvordan søker jeg om matombringing?", "nei, jeg mente støttekontakt")
    assert (svar.kilder[0].dokument, svar.kilder[0].aspekt) == ("tjenester/stottekontakt", "soknad")


def test_nummeret_star_i_svaret_etter_en_akutt_melding(tjeneste: Tjeneste) -> None:
    svar = spor(tjeneste, "Far puster ikke!", "Hvem kan få trygghetsalarm?")
    assert svar.utfall in (Utfall.BESVART, Utfall.DELVIS)
    assert "**113**" in svar.tekst.split("\n\n")[0]


TUR = Tur(tekst="hva koster bpa", selvstendig="hva koster bpa", utfall=Utfall.BESVART, tjeneste="bpa", aspekt="pris")


@pytest.mark.parametrize(
    ("tekst", "emne", "ventet"),
    [
        ("og for mor da?", Emne(), True),
        ("Bare noen uker mens jeg kommer meg", Emne(tjenester={"korttidsopphold": 0.9}), True),
        ("Forresten, en helt annen ting", Emne(), False),
        ("Hva med ergoterapi?", Emne(nevnte=("ergoterapi",)), False),
        ("Må vi i familien stille opp med nøkkel og slikt noe, eller ordner kommunen alt?", Emne(tjenester={"trygghetsalarm": 0.4}), True),
        ("My sister is losing her sight and lives alone. Who in the municipality can tell us what help there is?",
         Emne(tjenester={"hjelpemidler": 0.9}), False),
    ],
)  # fmt: skip
def test_en_oppfolging_peker_eller_har_ikke_noe_emne_selv(tekst: str, emne: Emne, ventet: bool) -> None:
    assert er_oppfolging(tekst, emne, TUR) is ventet


def test_en_ny_tjeneste_tar_med_det_forrige_sporsmalet_gjaldt() -> None:
    assert med_aspekt("nei, jeg mente avlastning", TUR) == "nei, jeg mente avlastning (hva koster det)"


# --- from question to sentence -------------------------------------------------------------------------


def test_det_laerte_soket_finnes_for_den_innebygde_modellen_alene(tjeneste: Tjeneste) -> None:
    r = tjeneste.ressurser
    tilpasning = les_tilpasning(r.indeks.embedder.navn)
    trekk = trekk_for("hva koster snora rundt halsen", r.ordliste, r.indeks.leksikalsk.analyse, r.indeks.embedder)
    assert tilpasning is not None and les_tilpasning("en annen modell") is None
    assert trekk is not None and np.isclose(np.linalg.norm(tilpasning(trekk)), 1.0, atol=1e-5)


def test_uten_feltmodell_er_det_ingen_trekk_og_reglene_star_alene(tjeneste: Tjeneste) -> None:
    class Annen:
        navn, dimensjon = "en annen", 3

        def embed_query(self, text: str) -> list[float]:
            return [float(len(text)), 0.0, 0.0]

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [[1.0, 0.0, 0.0] for _ in texts]

    r = tjeneste.ressurser
    assert trekk_for("hva koster det", r.ordliste, r.indeks.leksikalsk.analyse, Annen()) is None
    assert vurder_grense("har mor rett til sykehjemsplass").grense is Grense.VEDTAK


def test_delsporsmal_gir_hver_rad_sin_beste_og_ingenting_der_ingen_er_skrevet() -> None:
    d = Delsporsmal(tekster=("a", "b"), rader=((0, 2), (2,)), vektorer=np.eye(2, dtype=np.float32))
    assert d.likhet(np.array([0.6, 0.8], np.float32), 4).tolist() == pytest.approx([0.6, -1.0, 0.8, -1.0])
    assert Delsporsmal().likhet(np.array([1.0, 0.0], np.float32), 2).tolist() == [-1.0, -1.0]


def test_en_odelagt_fil_med_delsporsmal_blir_nevnt_og_resten_brukes(tmp_path: Path) -> None:
    mappe = tmp_path / "sporsmal" / "tjenester"
    mappe.mkdir(parents=True)
    (mappe / "god.yaml").write_text("om:\n  - Hva er dette?\n", encoding="utf-8")
    (mappe / "tekst.yaml").write_text("om: bare en tekst\n", encoding="utf-8")
    (mappe / "ugyldig.yaml").write_text("om: [\n", encoding="utf-8")
    skrevne, feil = les_delsporsmal(tmp_path)
    assert skrevne == {("tjenester/god", "om"): ("Hva er dette?",)}
    assert [f.fil for f in feil] == ["sporsmal/tjenester/tekst.yaml", "sporsmal/tjenester/ugyldig.yaml"]


def test_delsporsmal_i_korpuset_peker_pa_seksjoner_som_finnes_og_ligner_ingen_proevesporsmal(tjeneste: Tjeneste, eget_korpus: Path) -> None:
    skrevne, feil = les_delsporsmal(eget_korpus)
    assert not feil and len(skrevne) > 600
    finnes = {(u.dokument, u.aspekt) for u in tjeneste.ressurser.indeks.utdrag}
    assert set(skrevne) <= finnes
    proeve = {g.sporsmal.lower().strip() for g in les_gull(("test",))}
    assert not proeve & {q.lower().strip() for liste in skrevne.values() for q in liste}


def test_sporsmal_uten_seksjon_faller_bort_nar_de_plasseres(tjeneste: Tjeneste) -> None:
    utdrag = tjeneste.ressurser.indeks.utdrag[:1]
    skrevne = {("finnes/ikke", "om"): ("x",), (utdrag[0].dokument, utdrag[0].aspekt): ("y",)}
    plassert = plasser(skrevne, utdrag, np.eye(2, dtype=np.float32), np.eye(2, dtype=np.float32), [0, 2])
    assert (plassert.tekster, plassert.rader) == (("y",), ((0,),))


def test_en_folder_uten_sporsmal_virker_som_for(tmp_path: Path) -> None:
    from veileder.innstillinger import Innstillinger
    from veileder.oppstart import lag_tjeneste

    (tmp_path / "k").mkdir()
    (tmp_path / "k" / "side.md").write_text("# Hageparsell\n\n## Pris\n\nEn hageparsell koster 700 kroner i året.\n", encoding="utf-8")
    innst = Innstillinger(korpus=tmp_path / "k", data=tmp_path / "d", hurtiglager=tmp_path / "h")
    indekser(innst)
    svar = spor(lag_tjeneste(innst), "hva koster en hageparsell i året?")
    assert "700 kroner" in svar.tekst


def test_en_indeks_fra_en_eldre_utgave_bygges_pa_nytt(veileder: Kommando, tmp_path: Path) -> None:
    mappe = skriv(tmp_path / "k", {"side.md": "# Hageparsell\n\n## Pris\n\nEn hageparsell koster 700 kroner i året.\n"})
    assert veileder("indekser", "--korpus", mappe, "--data", tmp_path / "d").kode == 0
    (manifest,) = (tmp_path / "d" / "indeks").glob("*/manifest.json")
    manifest.write_text(re.sub(r'"format": \d+', '"format": 1', manifest.read_text(encoding="utf-8")), encoding="utf-8")
    kjoring = veileder("svar", "hva koster en hageparsell?", "--korpus", mappe, "--data", tmp_path / "d", "--json")
    assert "700 kroner" in kjoring.en["tekst"] and "eldre utgave" in kjoring.feil

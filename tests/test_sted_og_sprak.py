"""Which municipality a message names, and which language it is written in, as the answers show it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import brett, skriv

from veileder import oppstart
from veileder.domene import FELLES, Henvendelse, Malform, Svar, Tur
from veileder.forstaelse.sprak import gjett_malform
from veileder.forstaelse.sted import Stedsnavn, nevnte_kommuner, norske_kommuner, uten_steder
from veileder.innstillinger import Innstillinger
from veileder.overlevering.kontakt import les_kontakter
from veileder.tjeneste import Tjeneste


@pytest.fixture(scope="module")
def steder(eget_korpus: Path) -> Stedsnavn:
    """Norway's municipalities with the local names of our six."""
    return les_kontakter(eget_korpus / "kommuner.yaml").steder(norske_kommuner())


# --- places ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "kommuner"),
    [
        ("Hva koster alarm i Molde?", ("molde",)),
        ("hva koster alarm i molde", ("molde",)),
        ("Moldes priser, takk", ("molde",)),
        ("Gjelder det i Rauma eller Vestnes?", ("rauma", "vestnes")),
        ("Vestnes? Nei, Rauma. Ja, Vestnes.", ("vestnes", "rauma")),
        ("Vi bor på Gossen", ("aukra",)),
        ("Jeg bor i Fræna", ("hustadvika",)),
        ("Finnes det i Fjellvær kommune?", ("fjellvaer",)),
        ("Hva med Sør-Fron kommune?", ("sor-fron",)),
        ("Jeg bor i Ås", ("as",)),
        ("Hva sier Time kommune?", ("time",)),
        ("Hvor mange timer får man? En time?", ()),
        ("På ås og i dal", ()),
        ("Hva gjør kommunen min?", ()),
        ("Hvilken kommune svarer?", ()),
        ("Molderegionen og Moldegård", ()),
        ("", ()),
    ],
)
def test_kommuner_blir_kjent_igjen_i_den_rekkefolgen_de_nevnes(steder: Stedsnavn, tekst: str, kommuner: tuple[str, ...]) -> None:
    assert nevnte_kommuner(tekst, steder) == kommuner


@pytest.mark.parametrize("tekst", ["Har Molde kommune dagsenter?", "Kan Molde kommune hjelpe meg?", "Tilbyr Molde kommune BPA?"])
def test_det_forste_ordet_i_et_sporsmal_er_ikke_en_del_av_navnet(steder: Stedsnavn, tekst: str) -> None:
    assert nevnte_kommuner(tekst, steder) == ("molde",)


@pytest.mark.parametrize("tekst", ["Mor eide en leilighet før.", "Kjører dere ut mat til øyer uten bro?", "Vi så hvaler på turen."])
def test_vanlige_ord_er_ikke_kommuner(steder: Stedsnavn, tekst: str) -> None:
    assert nevnte_kommuner(tekst, steder) == ()


def test_hvert_navn_i_kontaktlista_finner_sin_kommune(eget_korpus: Path, steder: Stedsnavn) -> None:
    kontakter = les_kontakter(eget_korpus / "kommuner.yaml")
    for slug, kontakt in kontakter.kommuner.items():
        assert nevnte_kommuner(f"Jeg bor i {kontakt.navn}.", steder) == (slug,)
    for navn, slug in kontakter.andre_navn.items():
        assert nevnte_kommuner(f"Jeg bor i {navn}.", steder) == (slug,)


def test_lista_over_norske_kommuner_er_hel() -> None:
    navn = norske_kommuner().navn
    assert 350 <= len(navn) <= 360
    assert {"oslo", "bergen", "molde", "kautokeino", "midt-telemark"} <= set(navn)
    assert all(slug.isascii() and slug == slug.lower() and " " not in slug for slug in navn.values())


# --- places, through the front door ----------------------------------------------------------------

ALARM = "Hva koster trygghetsalarm?"
LOKALT = "# Trygghetsalarm i {0}\n\n## Hva koster tjenesten?\n\nTrygghetsalarm i {0} koster {1} kroner i måneden.\n"
FELLESTEKST = (
    "---\ntype: tjeneste\nlokalt: [pris]\n---\n\n# Trygghetsalarm\n\n## Hvem kan få tjenesten?\n\nDu kan få trygghetsalarm hvis du bor hjemme.\n\n"
    "## Hva koster tjenesten?\n\nPrisen på trygghetsalarm fastsettes av hver kommune.\n"
)


def sporrer(tmp: Path, lager: Path, filer: dict[str, str]) -> Tjeneste:
    innst = Innstillinger(korpus=skriv(tmp / "korpus", dict(filer)), data=tmp / "data", hurtiglager=lager)
    oppstart.indekser(innst)
    return oppstart.lag_tjeneste(innst)


@pytest.fixture(scope="module")
def tre(tmp_path_factory: pytest.TempPathFactory, smalager: Path) -> Tjeneste:
    """A corpus of our own making: shared rules, and two places with a price of their own."""
    return sporrer(
        tmp_path_factory.mktemp("tre"),
        smalager,
        {
            "tjenester/trygghetsalarm.md": FELLESTEKST,
            "lokalt/molde/trygghetsalarm.md": LOKALT.format("Molde", 520),
            "lokalt/rauma/trygghetsalarm.md": LOKALT.format("Rauma", 300),
        },
    )


def spor(tjeneste: Tjeneste, tekst: str, kommune: str = "", tidligere: tuple[Tur, ...] = ()) -> Svar:
    return tjeneste.svar(Henvendelse(id="1", tekst=tekst, kommune=kommune, tidligere=tidligere))


def steder_i(svar: Svar) -> set[str]:
    return {k.kommune for k in svar.kilder}


def test_den_valgte_kommunen_og_felles_er_alt_som_vises(tre: Tjeneste) -> None:
    svar = spor(tre, ALARM, "molde")
    assert "520 kroner" in svar.tekst and steder_i(svar) <= {"molde", FELLES}
    assert {t.utdrag.kommune for t in (*svar.treff, *svar.forkastet)} <= {"molde", FELLES}


def test_en_kommune_i_meldingen_gar_foran_den_valgte_og_huskes(tre: Tjeneste) -> None:
    forst = spor(tre, "Hva koster trygghetsalarm i Rauma?", "molde")
    assert "300 kroner" in forst.tekst and "520" not in forst.tekst
    assert forst.tur is not None and forst.tur.kommune == "rauma"
    etter = spor(tre, "Hva koster trygghetsalarm per måned?", "molde", (forst.tur,))
    assert "300 kroner" in etter.tekst and "520" not in etter.tekst
    assert etter.tur is not None
    bytte = spor(tre, "og i Molde?", "rauma", (forst.tur, etter.tur))
    assert "520 kroner" in bytte.tekst and "300" not in bytte.tekst


def test_samme_sporsmal_i_to_kommuner_gir_de_samme_kriteriene(tre: Tjeneste) -> None:
    svar = [spor(tre, "Hvem kan få trygghetsalarm?", k) for k in ("molde", "rauma", "")]
    assert {tuple(k.sitat for k in s.kilder if k.aspekt == "hvem") for s in svar} == {("Du kan få trygghetsalarm hvis du bor hjemme.",)}


def test_en_lokal_pris_et_sted_som_ikke_er_dekket_blir_aldri_gjettet(tre: Tjeneste) -> None:
    svar = spor(tre, "Hva koster trygghetsalarm i Bodø?")
    assert svar.utfall in ("uten_grunnlag", "delvis")
    assert steder_i(svar) <= {FELLES} and "520" not in svar.tekst and "300" not in svar.tekst


@pytest.mark.parametrize("sted", ["Bodø", "Ålesund", "Værøy"])
def test_et_sted_som_ikke_er_dekket_skrives_slik_det_heter(tre: Tjeneste, sted: str) -> None:
    assert sted in spor(tre, f"Hva koster trygghetsalarm i {sted}?").tekst


def test_uten_kommune_nevner_et_lokalt_svar_hvem_det_gjelder(tre: Tjeneste) -> None:
    svar = spor(tre, "Hvor mange kroner koster trygghetsalarm i måneden?")
    for kilde in svar.kilder:
        if kilde.kommune != FELLES:
            assert kilde.kommune.title() in svar.tekst


def test_et_korpus_fra_en_annen_kommune_gir_uten_grunnlag_og_ikke_feil(tmp_path: Path, smalager: Path) -> None:
    bare_molde = sporrer(tmp_path, smalager, {"lokalt/molde/trygghetsalarm.md": LOKALT.format("Molde", 520)})
    assert spor(bare_molde, ALARM, "rauma").utfall == "uten_grunnlag"


def test_stedene_som_er_dekket_er_de_indeksen_har(tmp_path: Path, smalager: Path) -> None:
    fremmed = sporrer(tmp_path, smalager, {"pris.md": "# Trygghetsalarm i Fjellvær kommune\n\nTrygghetsalarm koster 99 kroner i måneden.\n"})
    assert "99 kroner" in spor(fremmed, "Hva koster trygghetsalarm i Fjellvær?").tekst
    assert [slug for slug, _ in fremmed.kommuner()] == ["fjellvaer"]


# --- languages -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "sprak"),
    [
        ("Kva kostar tryggleiksalarm?", Malform.NN),
        ("Korleis søkjer eg om støttekontakt?", Malform.NN),
        ("Eg treng hjelp heime", Malform.NN),
        ("Når kjem dei?", Malform.NN),
        ("Hva koster trygghetsalarm?", Malform.NB),
        ("Hvordan søker jeg om støttekontakt?", Malform.NB),
        ("Jeg trenger hjelp hjemme", Malform.NB),
        ("How much does it cost?", Malform.EN),
        ("Who can get help at home?", Malform.EN),
        ("Ka e prisen på alarm?", Malform.NB),
        ("Støttekontakt", None),
        ("BPA", None),
        ("12345 !!", None),
        ("", None),
    ],
)
def test_spraket_leses_av_smaordene(tekst: str, sprak: Malform | None) -> None:
    assert gjett_malform(tekst) is sprak


@pytest.mark.parametrize("tekst", ["Kva kostar tryggleiksalarm?", "Hva koster trygghetsalarm?", "How much does it cost?"])
def test_store_bokstaver_og_tegn_endrer_ikke_spraket(tekst: str) -> None:
    assert gjett_malform(tekst.upper()) is gjett_malform(f"  «{tekst}»!! ") is gjett_malform(tekst)


def test_korpusets_egne_filer_leses_som_den_malformen_de_er_skrevet_i(eget_korpus: Path) -> None:
    feil = {
        str(fil.relative_to(eget_korpus)): gjett_malform(fil.read_text(encoding="utf-8"))
        for fil in eget_korpus.rglob("*.md")
        if fil.name != "README.md" and (gjett_malform(fil.read_text(encoding="utf-8")) is Malform.NN) != fil.name.endswith(".nn.md")
    }
    assert not feil


NB = "---\ntype: tjeneste\nmalform: nb\n---\n\n# Dagsenter\n\n## Hva koster tjenesten?\n\nEt opphold på dagsenter koster 150 kroner dagen.\n"
NN = NB.replace("malform: nb", "malform: nn").replace("Hva koster tjenesten", "Kva kostar tenesta").replace("Et opphold", "Eit opphald").replace("koster", "kostar")


@pytest.fixture(scope="module")
def tvillinger(tmp_path_factory: pytest.TempPathFactory, smalager: Path) -> Tjeneste:
    """One document in both målformer, and one in bokmål only."""
    filer = {"tjenester/dagsenter.md": NB, "tjenester/dagsenter.nn.md": NN, "tjenester/trygghetsalarm.md": FELLESTEKST}
    return sporrer(tmp_path_factory.mktemp("tvillinger"), smalager, filer)


@pytest.mark.parametrize(
    ("tekst", "fil", "sitat"),
    [
        ("Kva kostar dagsenter?", "tjenester/dagsenter.nn.md", "Eit opphald på dagsenter kostar 150 kroner dagen."),
        ("Hva koster dagsenter?", "tjenester/dagsenter.md", "Et opphold på dagsenter koster 150 kroner dagen."),
        ("How much does dagsenter cost?", "tjenester/dagsenter.md", "Et opphold på dagsenter koster 150 kroner dagen."),
    ],
)
def test_svaret_siterer_tvillingen_pa_sporsmalets_malform(tvillinger: Tjeneste, tekst: str, fil: str, sitat: str) -> None:
    svar = spor(tvillinger, tekst)
    assert [(k.fil, k.dokument, k.sitat) for k in svar.kilder if "dagsenter" in k.fil] == [(fil, "tjenester/dagsenter", sitat)]
    assert sitat in brett(svar.tekst)


def test_bokmal_brukes_der_nynorsk_mangler_og_resten_av_svaret_er_nynorsk(tvillinger: Tjeneste) -> None:
    svar = spor(tvillinger, "Kven kan få tryggleiksalarm?")
    assert svar.sprak is Malform.NN and [k.fil for k in svar.kilder] == ["tjenester/trygghetsalarm.md"]


def test_et_engelsk_svar_sier_at_kildene_er_norske(tvillinger: Tjeneste) -> None:
    svar = spor(tvillinger, "How much does dagsenter cost?")
    assert svar.sprak is Malform.EN and "My sources are in Norwegian" in svar.tekst


def test_et_kort_oppfolgingssporsmal_svares_pa_samtalens_sprak(tvillinger: Tjeneste) -> None:
    forst = spor(tvillinger, "Kva kostar dagsenter?")
    assert forst.tur is not None
    assert spor(tvillinger, "Dagsenter?", tidligere=(forst.tur,)).sprak is Malform.NN


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Hva koster trygghetsalarm i Hustadvika?", "Hva koster trygghetsalarm?"),
        ("Kva kostar det i Rauma kommune no", "Kva kostar det no"),
        ("Vi var på stranda. Hva koster alarm?", "Vi var på stranda. Hva koster alarm?"),
    ],
)
def test_et_sted_kan_tas_ut_av_teksten(tekst: str, ventet: str, steder: Stedsnavn) -> None:
    assert uten_steder(tekst, steder) == ventet

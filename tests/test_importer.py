"""``veileder importer``: what a municipality has becomes drafts that can be checked, searched and answered from."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Kjoring, Kommando, brett, skriv
from hypothesis import given
from hypothesis import strategies as st
from import_filer import HJEMMEHJELP, KORTTIDSOPPHOLD, Del, lag_docx, lag_pdf, med_endringer, nordvag, skannet_pdf

from veileder.domene import Dokument, Henvendelse, Malform, Rolle
from veileder.feil import Lesefeil
from veileder.forstaelse.sted import norske_kommuner
from veileder.indeksering.korpus import les_dokument, les_korpus
from veileder.indeksering.oppdeling import del_opp
from veileder.innstillinger import Innstillinger
from veileder.oppstart import indekser, lag_tjeneste
from veileder.redigering.importer_datoer import finn_kilde_dato
from veileder.redigering.importer_tekst import lag_kropp
from veileder.redigering.manus import les_manus

Importer = Callable[..., Kjoring]


@pytest.fixture
def importer(veileder: Kommando, tmp_path: Path) -> Importer:
    """Import files given by name and content, into ``tmp_path/utkast``, and read what is told as JSON."""

    def kjor(filer: dict[str, str | bytes], *valg: str) -> Kjoring:
        kilde = skriv(tmp_path / "kilde", filer)
        return veileder("importer", kilde, "--til", tmp_path / "utkast", "--json", *valg)

    return kjor


def utkast(tmp_path: Path, fil: str) -> tuple[dict[str, Any], str]:
    """The fields and the body of a draft."""
    hode, kropp = (tmp_path / "utkast" / fil).read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
    return yaml.safe_load(hode), kropp.lstrip("\n")


# --- twelve documents of a municipality ------------------------------------------------------------

SPORSMAL = [
    ("Hva koster trygghetsalarm?", "lokalt/nordvag/trygghetsalarm.md", "245 kroner"),
    ("Kor mange timar støttekontakt er vanleg?", "lokalt/nordvag/stottekontakt.nn.md", "tre timar i veka"),
    ("Når blir middagen kjørt ut?", "lokalt/nordvag/matombringing.md", "mandag, onsdag og fredag"),
    ("Hvor lang tid tar det å behandle søknaden om parkeringskort?", "lokalt/nordvag/parkeringstillatelse.md", "fem uker"),
    ("Hva koster hjemmehjelp når inntekten er over 4 G?", "lokalt/nordvag/praktisk-bistand.md", "2 780 kroner"),
    ("Hva koster et døgn på korttidsopphold?", "lokalt/nordvag/korttidsopphold.md", "203 kroner"),
    ("Når holdes inntaksmøtet?", "veileder/rutine-for-inntaksmotet.md", "hver onsdag klokka 9"),
    ("Hva er husleia i omsorgsbolig?", "lokalt/nordvag/omsorgsbolig.md", "9 850 kroner"),
    ("Hva koster en gjestemiddag for pårørende?", "annet/betalingssatser-for-helse-og-omsorg-2026.md", "142 kroner"),
    ("Hvor lenge gjelder ledsagerbeviset?", "lokalt/nordvag/ledsagerbevis.md", "fire år"),
    ("Når kan jeg treffe kreftkoordinatoren?", "lokalt/nordvag/kreftkoordinator.md", "tirsdag og torsdag"),
    ("Hvor ofte blir omsorgsstønaden vurdert på nytt?", "lokalt/nordvag/omsorgsstonad.md", "hver sjette måned"),
]
"""Asked by one who has chosen Nordvåg: question, file and fact."""
KOMMUNER = "kommuner:\n  nordvag:\n    navn: Nordvåg\n    nettsted: https://www.nordvag.kommune.no\n"
FORKLART = {"felt-mangler", "felt-verdi", "felt-og-plass"}
"""The errors that an imported draft may have: what the source does not tell, and an editor must."""


def test_tolv_dokumenter_i_fem_formater_importeres_kontrolleres_indekseres_og_besvares(veileder: Kommando, tmp_path: Path, smalager: Path) -> None:
    korpus = skriv(tmp_path / "utkast", {"kommuner.yaml": KOMMUNER})
    rader = veileder("importer", nordvag(tmp_path / "kilde"), "--til", korpus, "--korpus", korpus, "--json").json
    assert len(rader) == 12 and {r["status"] for r in rader} == {"skrevet"}
    assert {Path(r["fil"]).suffix.lower() for r in rader} == {".html", ".txt", ".md", ".docx", ".pdf"}
    assert {r["utkast"] for r in rader} == {fil for _, fil, _ in SPORSMAL}
    assert all(r["grunner"] and all(g["grunn"] for g in r["grunner"]) for r in rader)

    lest = les_korpus(korpus, norske_kommuner())
    assert not lest.ulest and len(lest.dokumenter) == 12
    assert {d.status for d in lest.dokumenter} == {"utkast"}
    kontroll = veileder("kontroller", "--korpus", korpus, "--data", tmp_path / "data", "--json")
    funn = [json.loads(linje) for linje in kontroll.ut.splitlines()]
    assert {f["regel"] for f in funn if f["alvor"] == "feil"} <= FORKLART
    assert all(f["rettelse"] for f in funn)

    innst = Innstillinger(korpus=korpus, data=tmp_path / "data", hurtiglager=smalager)
    indekser(innst)
    tjeneste = lag_tjeneste(innst)
    feil = []
    for sporsmal, fil, faktum in SPORSMAL:
        rolle = Rolle.SAKSBEHANDLER if fil.startswith("veileder/") else Rolle.INNBYGGER
        svar = tjeneste.svar(Henvendelse(id="1", tekst=sporsmal, rolle=rolle, kommune="nordvag"))
        if not any(k.fil == fil and faktum in k.sitat for k in svar.kilder) or faktum not in brett(svar.tekst):
            feil.append((sporsmal, svar.utfall, svar.tekst, [k.fil for k in svar.kilder]))
    assert not feil


# --- the text stays as it was ----------------------------------------------------------------------


def ordene(tekst: str) -> str:
    """White space folded, and the signs left out that make a heading of a line or underline it."""
    return " ".join(filter(None, (o.strip("=-*~_#") for o in tekst.split())))


def star_i_rekkefolge(d: Dokument, utkast: str) -> bool:
    """Whether every quotable unit of a document as read stands in the draft, one after the other."""
    tekst, posisjon = ordene(utkast), 0
    for enhet in (ordene(d.tekst[s.start : s.slutt]) for u in del_opp(d) for s in u.setninger):
        posisjon = tekst.find(enhet, posisjon)
        if posisjon < 0:
            return False
        posisjon += len(enhet)
    return True


def test_hver_setning_i_de_tolv_dokumentene_star_ordrett_og_i_rekkefolge_i_utkastet(importer: Importer, tmp_path: Path) -> None:
    kilde = nordvag(tmp_path / "kilde")
    for rad in importer({}).json:
        fra = les_dokument(kilde / rad["fil"], rad["fil"], norske_kommuner())
        _, kropp = utkast(tmp_path, rad["utkast"])
        assert len(del_opp(fra)[-1].setninger) and star_i_rekkefolge(fra, kropp), rad["fil"]


LINJER = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "", "", "", "# Tittel", "## Hva koster det?", "### Pris", "Tittel", "======", "----", "***", "**Pris**", "PRIS OG BETALING",
                "Hvem kan få?", "Praktisk:", "- et punkt", "  videre på neste linje", "1. først dette", "2) så dette", "• kule",
                "| a | b |", "| --- | --- |", "| 1 | 2 |", "> SKRIV: et hint", "```", "    innrykk", "<b>fet</b> skrift", "[lenke](https://a.no)",
                "---", "#hash", "2. Søknad", "Du søker på nett. Vi svarer innen fire uker, f.eks. 3. mai.", "tittel: ikke et felt",
            ]
        ),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=60),
    ),
    max_size=14,
)  # fmt: skip


@given(linjer=LINJER, endelse=st.sampled_from([".md", ".txt"]))
def test_ingen_setning_i_en_tekst_gar_tapt_eller_bytter_plass(tmp_path_factory: pytest.TempPathFactory, linjer: list[str], endelse: str) -> None:
    sti = skriv(tmp_path_factory.mktemp("tekst"), {f"a{endelse}": "\n".join(linjer) + "\nSlutt.\n"}) / f"a{endelse}"
    try:
        fra = les_dokument(sti, sti.name, norske_kommuner())
    except Lesefeil:
        return  # front matter that is no YAML
    assert star_i_rekkefolge(fra, lag_kropp(fra, les_manus(fra).kropp))


def test_en_tabell_er_en_tabell_i_utkastet_ogsa(importer: Importer, tmp_path: Path) -> None:
    nordvag(tmp_path / "kilde")
    for rad in importer({}).json:
        kropp = brett(utkast(tmp_path, rad["utkast"])[1])
        if rad["fil"] == "Hjemmehjelp.docx":
            assert "| Inntekt | Pris per måned | | --- | --- | | Under 2 G | 240 kroner |" in kropp
        if rad["fil"] == "brosjyrer/solsiden.pdf":
            assert "| Hva | Pris i måneden | | --- | --- | | Husleie, toroms | 9 850 kroner |" in kropp


def test_overskrifter_som_forstas_blir_staende_og_andre_far_et_forslag_i_en_kommentar(importer: Importer, tmp_path: Path) -> None:
    (rad,) = importer({"Hjemmehjelp.docx": lag_docx(HJEMMEHJELP)}).json
    lest = {s["overskrift"]: (s["aspekt"], s["forslag"]) for s in rad["seksjoner"]}
    assert lest["Dette hjelper vi ikke med"] == ("omfatter-ikke", "")
    assert lest["Rutiner hjemme hos deg"] == ("", "")
    assert "\n## Rutiner hjemme hos deg\n" in (tmp_path / "utkast" / rad["utkast"]).read_text(encoding="utf-8")
    rader = importer({"b.md": "# Heimehjelp\n\n## Pengar\n\nDu betaler 200 kroner for kvar gong.\n"}).json
    rad = next(r for r in rader if r["fil"] == "b.md")
    fil = (tmp_path / "utkast" / rad["utkast"]).read_text(encoding="utf-8")
    assert "# - «Pengar» er ikke forstått; kanskje «Kva kostar tenesta?»\n" in fil and "\n## Pengar\n" in fil


def test_ren_tekst_far_markdown_uten_at_ordene_endres(importer: Importer, tmp_path: Path) -> None:
    tekst = "TT-kort i Molde\n\nHvem kan få kort?\n\nDu må ha vansker med å reise kollektivt.\n\nSøknad\n------\n1. Fyll ut skjema\n2. Legg ved\nlegeerklæring\n"
    (rad,) = importer({"tt.txt": tekst}).json
    assert utkast(tmp_path, rad["utkast"])[1] == (
        "# TT-kort i Molde\n\n## Hvem kan få kort?\n\nDu må ha vansker med å reise kollektivt.\n\n"
        "## Søknad\n\n1. Fyll ut skjema\n2. Legg ved\n  legeerklæring\n"
    )


@pytest.mark.parametrize(
    ("tekst", "kropp"),
    [
        ("# BPA\n\nTekst.\n\n## Tom til slutt\n", "# BPA\n\nTekst.\n\n## Tom til slutt\n"),
        ("BPA\n===\nTekst.\n\nPris\n----\nGratis.\n", "# BPA\n\nTekst.\n\n## Pris\n\nGratis.\n"),
        ("**BPA**\n\n**Pris:**\n\nGratis.\n", "# side\n\n## BPA\n\n## Pris:\n\nGratis.\n"),
        ("# A\n\nTekst.\n\n# B ##\n\nMer.\n", "# side\n\n## A\n\nTekst.\n\n## B\n\nMer.\n"),
        ("## BPA\n\n##### Pris\n\nGratis.\n\n#### Søknad\n\nSkjema.\n", "# BPA\n\n### Pris\n\nGratis.\n\n## Søknad\n\nSkjema.\n"),
    ],
)
def test_tittelen_star_overst_og_seksjonene_fra_andre_niva(importer: Importer, tmp_path: Path, tekst: str, kropp: str) -> None:
    assert utkast(tmp_path, importer({"side.md": tekst}).en["utkast"])[1] == kropp


# --- what is proposed, and why ---------------------------------------------------------------------


def test_utkastet_har_feltene_og_grunnene(importer: Importer, tmp_path: Path) -> None:
    nordvag(tmp_path / "kilde")
    rad = {r["fil"]: r for r in importer({}).json}["trygghetsalarm.html"]
    felt, kropp = utkast(tmp_path, rad["utkast"])
    assert felt == {
        "id": "trygghetsalarm", "tittel": "Trygghetsalarm i Nordvåg", "type": "lokalt", "kommune": "nordvag", "malform": "nb",
        "malgruppe": "innbygger", "status": "utkast", "revideres": dt.datetime.now(tz=dt.UTC).astimezone().date() + dt.timedelta(days=365),
        "kilde_dato": dt.date(2026, 2, 14), "lenke": "https://www.nordvag.kommune.no/helse-og-omsorg/hjelp-i-hjemmet/trygghetsalarm/",
    }  # fmt: skip
    for stoy in ("informasjonskapsler", "Godta", "Forsiden", "Skole", "Hopp til", "Del på", "Sjøgata", "statistikk"):
        assert stoy not in kropp
    hode = (tmp_path / "utkast" / rad["utkast"]).read_text(encoding="utf-8").split("\n---\n")[0]
    for grunn in rad["grunner"]:
        assert f"# {grunn['felt']}: {grunn['verdi']}, fordi {grunn['grunn']}\n" in hode


def test_hver_type_tekst_havner_i_sin_mappe(importer: Importer) -> None:
    rader = importer(
        {
            "a.md": "# Sjekkliste for saksbehandlere\n\nSaksbehandleren journalfører søknaden.\n",
            "b.md": "# Korttidsopphold\n\nEt korttidsopphold varer noen uker.\n",
            "c.md": "# Korttidsopphold, avlastning og støttekontakt\n\nVi tilbyr korttidsopphold, avlastning og støttekontakt.\n",
            "d.md": "# Brannvern\n\nKommunen feier skorsteiner i Molde hvert fjerde år.\n",
            "tjenester/e.md": "# BPA i Molde\n\nBPA er personlig assistanse.\n",
            "veileder/f.md": "# Brannvern\n\nSkorsteiner i Molde.\n",
        }
    ).json
    assert [(r["type"], r["tjeneste"], r["utkast"].split("/")[0]) for r in rader] == [
        ("veileder", "", "veileder"), ("tjeneste", "korttidsopphold", "tjenester"), ("importert", "", "annet"), ("importert", "", "annet"),
        ("lokalt", "bpa", "lokalt"), ("veileder", "", "veileder"),
    ]  # fmt: skip


def test_kommune_kan_oppgis_for_dem_som_ikke_sier_det_selv(importer: Importer) -> None:
    filer: dict[str, str | bytes] = {
        "a.md": "# BPA\n\nBPA er personlig assistanse.\n",
        "b.md": "# BPA i Molde\n\nBPA er personlig assistanse.\n",
    }
    rader = importer(filer, "--kommune", "Vestnes").json
    assert [r["utkast"] for r in rader] == ["lokalt/vestnes/bpa.md", "lokalt/molde/bpa.md"]


def test_det_filen_selv_sier_i_hodet_star_fast_men_statusen_er_utkast(importer: Importer, tmp_path: Path) -> None:
    hode = "---\nid: matombringing\ntype: lokalt\nkommune: molde\nstatus: vedtatt\nintern: true\nlokalt: [pris]\ngjelder_fra: 2025-01-01\n---\n"
    (rad,) = importer({"x.md": hode + "# Mat i Molde\n\n## Pris\n\nMaten koster 90 kroner.\n"}).json
    felt, kropp = utkast(tmp_path, rad["utkast"])
    assert rad["utkast"] == "lokalt/molde/matombringing.md" and kropp.startswith("# Mat i Molde\n")
    assert (felt["status"], felt["intern"], felt["lokalt"], felt["gjelder_fra"]) == ("utkast", True, ["pris"], dt.date(2025, 1, 1))


def test_et_felt_kan_ikke_styre_utkastet_ut_av_mappen(importer: Importer, tmp_path: Path) -> None:
    hode = "---\nid: ../../bpa\ntype: lokalt\nkommune: ../../../ute\n---\n"
    (rad,) = importer({"x.md": hode + "# BPA\n\nBPA er personlig assistanse.\n"}).json
    assert rad["utkast"] == "lokalt/ute/bpa.md" and (tmp_path / "utkast" / rad["utkast"]).is_file()


@pytest.mark.parametrize(
    ("tekst", "dato"),
    [
        ("Sist oppdatert 12.03.2025", "2025-03-12"),
        ("Nordvåg kommune. Publisert 4. mai 2024, sist endret 31.12.2025.", "2025-12-31"),
        ("Prisane gjeld frå", ""),
        ("Prisene gjelder fra 1. januar 2026.", "2026-01-01"),
        ("Gjelder frå 1. januar 2027", "2027-01-01"),
        ("Egenandeler i 2026: 203 kroner", "2026"),
        ("Loven ble endret 1. juli 2026", ""),
        ("Oppdatert: 31.02.2025", ""),
        ("Takstene i 2035", ""),
        ("Vi har holdt på siden 2011.", ""),
    ],
)
def test_kilde_dato_leses_bare_der_teksten_snakker_om_seg_selv(tekst: str, dato: str) -> None:
    assert finn_kilde_dato(tekst, dt.date(2026, 11, 23))[0] == dato


def test_rare_tegn_i_titler_og_overskrifter_gir_gyldig_hode(importer: Importer, tmp_path: Path) -> None:
    filer: dict[str, str | bytes] = {
        "a.md": "# Tittel: «BPA» # \u2028 ikke: {gyldig} \x0c YAML 🙂\n\n## Over\u2028skrift: \x1b her\n\nBPA er personlig assistanse i Molde kommune.\n",
        "tittel: 'x' \udce5.md": "BPA i Molde.\n",
    }
    for rad in importer(filer).json:
        assert rad["status"] == "skrevet"
        d = les_dokument(tmp_path / "utkast" / rad["utkast"], rad["utkast"], norske_kommuner())
        assert (d.tittel, d.kommune) == (rad["tittel"], rad["kommune"])


# --- never twice, never over -----------------------------------------------------------------------

ALARM = "# Trygghetsalarm i Molde\n\nAlarmen er en knapp.\n"


def test_samme_fil_importeres_en_gang_og_en_annen_med_samme_navn_far_nummer(importer: Importer, tmp_path: Path) -> None:
    assert [r["utkast"] for r in importer({"alarm.md": ALARM}).json] == ["lokalt/molde/trygghetsalarm.md"]
    forste = (tmp_path / "utkast/lokalt/molde/trygghetsalarm.md").read_bytes()
    igjen = importer({"alarm.md": ALARM, "kopi/annet navn.md": ALARM})
    assert [(r["status"], r["utkast"]) for r in igjen.json] == [("finnes", "lokalt/molde/trygghetsalarm.md")] * 2
    assert "Hoppet over alarm.md: er importert før, som lokalt/molde/trygghetsalarm.md\n" in igjen.feil
    ny = importer({"alarm.md": ALARM + "\nDen virker ute.\n"})
    assert [r["utkast"] for r in ny.json if r["status"] == "skrevet"] == ["lokalt/molde/trygghetsalarm-2.md"]
    assert (tmp_path / "utkast/lokalt/molde/trygghetsalarm.md").read_bytes() == forste


def test_en_nynorsk_tekst_blir_ikke_tatt_for_tvillingen_til_en_annen(importer: Importer) -> None:
    nynorsk = "# Tryggleiksalarm i Molde\n\nEin tryggleiksalarm er ein knapp du ikkje skal ta av deg. Kva kostar han? Eg veit ikkje.\n"
    rader = importer({"a.md": ALARM, "b.md": nynorsk}).json
    assert [r["utkast"] for r in rader] == ["lokalt/molde/trygghetsalarm.md", "lokalt/molde/trygghetsalarm-2.nn.md"]
    assert rader[1]["malform"] == Malform.NN


def test_utkastene_importeres_ikke_selv_og_en_fil_er_ingen_mappe(veileder: Kommando, tmp_path: Path) -> None:
    skriv(tmp_path, {"a.md": ALARM})
    for _ in range(2):
        rader = veileder("importer", tmp_path, "--til", tmp_path / "ut", "--json").json
        assert [r["fil"] for r in rader] == ["a.md"]
    assert "finnes ikke" in veileder("importer", tmp_path / "nei", "--til", tmp_path / "ut").avvist()
    assert "ikke en mappe" in veileder("importer", tmp_path / "a.md", "--til", tmp_path / "a.md").avvist()
    assert "annen mappe" in veileder("importer", tmp_path, "--til", tmp_path).avvist()
    (tmp_path / "tom").mkdir()
    assert "ingen filer" in veileder("importer", tmp_path / "tom", "--til", tmp_path / "ut").avvist()


@pytest.mark.parametrize("hvordan", [signal.SIGINT, signal.SIGKILL])
def test_en_import_som_blir_avbrutt_etterlater_hele_utkast_eller_ingen(veileder: Kommando, tmp_path: Path, hvordan: signal.Signals) -> None:
    kilde, ut = skriv(tmp_path / "kilde", {"a.md": ALARM}), tmp_path / "ut"
    with veileder.stans("importer", kilde, "--til", ut, ved="link") as prosess:
        prosess.send_signal(hvordan)
        assert prosess.wait() == (130 if hvordan is signal.SIGINT else -hvordan)
    rester = [sti.name for sti in ut.rglob("*") if sti.is_file()]
    assert not any(navn.endswith(".md") for navn in rester)
    assert hvordan is signal.SIGKILL or not rester
    assert veileder("importer", kilde, "--til", ut, "--json").en["status"] == "skrevet"
    assert len(les_korpus(ut, norske_kommuner()).dokumenter) == 1


# --- hard files ------------------------------------------------------------------------------------


VANSKELIGE: dict[str, tuple[bytes, str]] = {
    "skannet.pdf": (skannet_pdf(), "filen har ingen tekst (er den skannet som bilde?)"),
    "laast.pdf": (lag_pdf(KORTTIDSOPPHOLD, passord="hemmelig"), "PDF-en er kryptert eller skadet"),
    "laast.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "filen har passord, eller er et gammelt Word-dokument; lagre den som .docx uten passord"),
    "odelagt.docx": (b"PK\x03\x04 ikke en zip", "kunne ikke leses som docx (BadZipFile)"),
    "tom.txt": (b"", "filen er tom"),
    "tomt.docx": (lag_docx([]), "filen har ingen tekst (er den skannet som bilde?)"),
    "bilde.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 40, "filen er binær, ikke tekst"),
    "gammel.doc": (b"\xd0\xcf\x11\xe0", "formatet .doc kan ikke leses; lagre den som .docx i Word"),
    "priser.xlsx": (b"PK", "formatet .xlsx kan ikke leses; lagre arket som PDF"),
    "logo.png": (b"\x89PNG", "formatet .png kan ikke leses; bruk .docx, .pdf, .html, .txt eller .md"),
    "uten endelse": (b"tekst", "en fil uten endelse kan ikke leses; bruk .docx, .pdf, .html, .txt eller .md"),
}  # fmt: skip


def test_en_fil_som_ikke_kan_leses_far_en_klar_linje_og_resten_blir_gjort(importer: Importer, tmp_path: Path) -> None:
    kjoring = importer({"a.md": ALARM, "ø.md": ALARM + "Mer.\n", **{navn: innhold for navn, (innhold, _) in VANSKELIGE.items()}})
    rader = {r["fil"]: r for r in kjoring.json}
    assert [rader[n]["status"] for n in ("a.md", "ø.md")] == ["skrevet"] * 2
    for navn, (_, grunn) in VANSKELIGE.items():
        assert (rader[navn]["status"], rader[navn]["grunn"], rader[navn]["utkast"]) == ("feil", grunn, None)
    assert sorted(kjoring.feil.splitlines()) == sorted(f"Hoppet over {navn}: {grunn}" for navn, (_, grunn) in VANSKELIGE.items())
    assert len([sti for sti in (tmp_path / "utkast").rglob("*") if sti.is_file()]) == 2


def test_nar_ingenting_kan_leses_er_koden_1_og_linjen_klar(importer: Importer) -> None:
    kjoring = importer({"tom.txt": b""})
    assert (kjoring.kode, kjoring.feil) == (1, "Hoppet over tom.txt: filen er tom\n")


def test_sporede_endringer_i_word_er_godtatt_slik_de_star(importer: Importer, tmp_path: Path) -> None:
    def endre(xml: str) -> str:
        gammel = re.search(r"<w:r>(?:(?!</w:r>).)*Dagopphold koster 106 kroner\.(?:(?!</w:r>).)*</w:r>", xml)
        assert gammel is not None
        ny = gammel[0].replace("Et døgn på korttidsopphold koster 203 kroner i 2026. Dagopphold koster 106 kroner.", "{}")
        beholdt, slettet, satt_inn = (ny.format(t) for t in ("Et døgn koster ", "195 kroner i 2025.", "203 kroner i 2026."))
        slettet = slettet.replace("<w:t", "<w:delText").replace("</w:t>", "</w:delText>")
        hvem = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
        return xml.replace(gammel[0], f"{beholdt}<w:del {hvem}>{slettet}</w:del><w:ins {hvem}>{satt_inn}</w:ins>")

    (rad,) = importer({"a.docx": med_endringer(lag_docx(KORTTIDSOPPHOLD), endre)}).json
    kropp = utkast(tmp_path, rad["utkast"])[1]
    assert "Et døgn koster 203 kroner i 2026." in kropp and "195" not in kropp


@pytest.mark.parametrize("tegnsett", ["cp1252", "utf-16", "utf-8-sig", "latin-1"])
def test_andre_tegnsett_blir_norsk_utf_8(importer: Importer, tmp_path: Path, tegnsett: str) -> None:
    tekst = "Omsorgsstønad i Ålesund kommune\n\nDu får lønn for pleie på kvelden når behovet øker, ifølge rådmannen.\n"
    (rad,) = importer({"a.txt": tekst.encode(tegnsett)}).json
    assert rad["utkast"] == "lokalt/alesund/omsorgsstonad.md"
    assert "Du får lønn for pleie på kvelden når behovet øker, ifølge rådmannen." in utkast(tmp_path, rad["utkast"])[1]


def test_to_hundre_sider_blir_ett_utkast_med_alle_kapitlene(importer: Importer, tmp_path: Path) -> None:
    navn = [f"{a}{b}{c}" for a in "BDFGH" for b in "aeioå" for c in ("la", "mi", "no", "ra", "si", "ta", "vu", "ke")]
    deler: list[Del] = [("h0", "Tjenester i Nordvåg kommune")]
    for n in navn:
        deler += [("h1", f"Hva er {n}?"), ("p", f"Dette er teksten om {n}, og den er viktig."), ("p", "Ring oss gjerne."), ("side", "")]
    (rad,) = importer({"hele.pdf": lag_pdf(deler)}).json
    kropp = utkast(tmp_path, rad["utkast"])[1]
    assert re.findall(r"^## Hva er (\w+)\?$", kropp, re.MULTILINE) == navn
    assert all(f"Dette er teksten om {n}, og den er viktig." in kropp for n in navn)


# --- what the one who runs it sees -----------------------------------------------------------------


def test_en_framdriftslinje_blander_seg_ikke_inn_i_json(veileder: Kommando, tmp_path: Path) -> None:
    kode = "import sys\nfrom veileder.redigering import importer_visning\nimporter_visning.VENT = 0.0\nfrom veileder.cli import main\nsys.exit(main(sys.argv[1:]))\n"
    skript = skriv(tmp_path, {"kjor.py": kode, "kilde/a.md": ALARM}) / "kjor.py"
    leser, skriver = os.openpty()
    ferdig = subprocess.run(
        [sys.executable, str(skript), "importer", str(tmp_path / "kilde"), "--til", str(tmp_path / "ut"), "--json"],
        env={**veileder.miljo, "TERM": "xterm"}, stdout=subprocess.PIPE, stderr=skriver, check=True,
    )  # fmt: skip
    os.close(skriver)
    assert json.loads(ferdig.stdout)["status"] == "skrevet"
    assert b"Importerer" in os.read(leser, 100_000)
    os.close(leser)


def test_uten_json_star_grunnene_og_en_tabell_pa_standard_ut(veileder: Kommando, tmp_path: Path) -> None:
    skriv(tmp_path / "kilde", {"Hjemmehjelp.docx": lag_docx(HJEMMEHJELP), "tom.txt": b""})
    kjoring = veileder("importer", tmp_path / "kilde", "--til", tmp_path / "ut")
    assert kjoring.kode == 0 and kjoring.feil == "Hoppet over tom.txt: filen er tom\n"
    assert "Hjemmehjelp.docx → lokalt/nordvag/praktisk-bistand.md" in kjoring.ut
    assert "tjeneste: praktisk-bistand, fordi tittelen er «Hjemmehjelp i Nordvåg kommune»" in kjoring.ut
    assert "3 av 4" in kjoring.ut and "hoppet over" in kjoring.ut and "1 av 2 filer ble til utkast." in kjoring.ut
    assert "{" not in kjoring.ut

"""``veileder ny``: a new file with headings, hints and dates, whose hints are never searched or quoted."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import Kjoring, Kommando, skriv

from veileder.domene import ASPEKTER, Dokument, Malform
from veileder.forstaelse.sprak import gjett_malform
from veileder.forstaelse.sted import norske_kommuner
from veileder.indeksering.korpus import SKRIVEHINT, les_korpus
from veileder.indeksering.oppdeling import del_opp
from veileder.redigering.manus import les_manus
from veileder.redigering.overskrifter import OVERSKRIFTER

Ny = Callable[..., Kjoring]
FELLES = "---\ntittel: Støttekontakt\nmalform: nb\n---\n# Støttekontakt\n\n## Hva er tjenesten?\n\nEn støttekontakt følger deg ut.\n"


@pytest.fixture
def korpus(tmp_path: Path) -> Path:
    return skriv(tmp_path / "korpus", {"tjenester/stottekontakt.md": FELLES})


@pytest.fixture
def ny(veileder: Kommando, korpus: Path) -> Ny:
    return lambda *valg: veileder("ny", *valg, "--korpus", korpus)


def les(korpus: Path, fil: str) -> Dokument:
    lest = les_korpus(korpus, norske_kommuner())
    assert not lest.ulest
    return next(d for d in lest.dokumenter if d.fil == fil)


@pytest.mark.parametrize("malform", list(Malform)[:2])
def test_en_ny_tjeneste_har_de_fjorten_overskriftene_og_datoer(ny: Ny, korpus: Path, malform: Malform) -> None:
    fil = f"tjenester/besokshund-for-eldre-pa-sjoen{'.nn' if malform is Malform.NN else ''}.md"
    kjoring = ny("tjeneste", "Besøkshund for eldre på sjøen", "--malform", malform)
    assert kjoring.kode == 0 and kjoring.ut == f"{korpus / fil}\n"
    tekst = (korpus / fil).read_text(encoding="utf-8")
    felt = yaml.safe_load(tekst.split("---\n")[1])
    i_dag = dt.datetime.now(tz=dt.UTC).astimezone().date()
    assert felt == {
        "id": "besokshund-for-eldre-pa-sjoen", "tittel": "Besøkshund for eldre på sjøen", "type": "tjeneste", "kommune": "felles",
        "malform": malform.value, "malgruppe": "innbygger", "status": "utkast", "gjelder_fra": i_dag,
        "revideres": i_dag + dt.timedelta(days=365),
    }  # fmt: skip
    m = les_manus(les(korpus, fil))
    assert [o.tekst for o in m.seksjoner] == list(OVERSKRIFTER[malform].values())
    assert m.aspekter() == ASPEKTER
    hint = [t[0] for t in SKRIVEHINT.finditer(tekst)]
    assert len(hint) == 15 and all(len(h) > 60 for h in hint)
    assert gjett_malform(" ".join(hint)) is malform


def test_en_lokal_fil_far_navnene_fra_fellesteksten_og_kommunen(ny: Ny, korpus: Path) -> None:
    assert ny("lokal", "Støttekontakt", "--kommune", "Fræna").kode == 0
    m = les_manus(les(korpus, "lokalt/hustadvika/stottekontakt.md"))
    d = m.dokument
    assert (d.tittel, d.kommune, d.tema, d.type) == ("Støttekontakt i Hustadvika", "hustadvika", "stottekontakt", "lokalt")
    assert set(m.aspekter()) < set(ASPEKTER) and "" not in m.aspekter()
    nynorsk = ny("lokal", "stottekontakt", "--kommune", "aukra", "--malform", "nn")
    assert nynorsk.kode == 0 and (korpus / "lokalt/aukra/stottekontakt.nn.md").is_file()


def test_et_nytt_kapittel_er_for_saksbehandlere(ny: Ny, korpus: Path) -> None:
    assert ny("kapittel", "BPA: hva nå? $id {x}").kode == 0
    d = les(korpus, "veileder/bpa-hva-na-id-x.md")
    assert (d.tittel, d.malgruppe, d.type, d.status) == ("BPA: hva nå? $id {x}", "saksbehandler", "veileder", "utkast")
    assert ny("kapittel", "min-nye-rutine", "--malform", "nn").kode == 0
    assert les(korpus, "veileder/min-nye-rutine.nn.md").tittel == "Min nye rutine"


def test_et_hint_blir_aldri_sokt_i_eller_sitert(ny: Ny, korpus: Path) -> None:
    ny("tjeneste", "Besøkshund")
    fil = korpus / "tjenester/besokshund.md"
    assert les(korpus, "tjenester/besokshund.md").seksjoner == ()
    tekst = fil.read_text(encoding="utf-8")
    hint = next(t[0] for t in SKRIVEHINT.finditer(tekst) if "frist" in t[0])
    fil.write_text(tekst.replace(hint, f"Du søker på nett.\n\n{hint}\n> mer hint\nSvaret kommer i posten.\n\n> Et vanlig sitat.\n"), encoding="utf-8")
    d = les(korpus, "tjenester/besokshund.md")
    assert [u.tekst for u in del_opp(d)] == ["Du søker på nett.", "Svaret kommer i posten.\n\n> Et vanlig sitat."]
    assert {u.aspekt for u in del_opp(d)} == {"soknad"}
    assert all(d.tekst[s.start : s.slutt] in fil.read_text(encoding="utf-8") for s in d.seksjoner)


def test_kontrollen_kjenner_igjen_det_som_ikke_er_skrevet(ny: Ny, veileder: Kommando, korpus: Path, tmp_path: Path) -> None:
    ny("tjeneste", "Besøkshund")
    kontroll = veileder("kontroller", "--korpus", korpus, "--data", tmp_path / "data", "--json")
    funn = [f for f in map(json.loads, kontroll.ut.splitlines()) if f["fil"] == "tjenester/besokshund.md"]
    linjer = (korpus / "tjenester/besokshund.md").read_text(encoding="utf-8").splitlines()
    assert {nr for nr, linje in enumerate(linjer, 1) if linje.startswith("> SKRIV:")} <= {f["linje"] for f in funn}


def test_ingenting_blir_overskrevet(ny: Ny, korpus: Path) -> None:
    assert ny("tjeneste", "Støttekontakt").avvist().endswith("tjenester/stottekontakt.md finnes allerede og er ikke rørt.")
    assert (korpus / "tjenester/stottekontakt.md").read_text(encoding="utf-8") == FELLES
    assert [sti.name for sti in (korpus / "tjenester").iterdir()] == ["stottekontakt.md"]


@pytest.mark.parametrize("navn", ["../x", "a/b", "a\\b", "/etc/x", "..", ".skjult", "x.md", "", "  ", "🙂"])
def test_et_navn_som_er_en_sti_eller_ingenting_avvises(ny: Ny, korpus: Path, navn: str) -> None:
    for valg in (("tjeneste", navn), ("lokal", "bpa", "--kommune", navn)):
        assert "veileder: " in ny(*valg).avvist()
    assert [sti.name for sti in korpus.rglob("*.md")] == ["stottekontakt.md"]


def test_lokal_og_kommune_horer_sammen_og_mappen_ma_finnes(ny: Ny, veileder: Kommando, tmp_path: Path) -> None:
    assert "trenger --kommune" in ny("lokal", "bpa").avvist()
    assert "bare lokale filer" in ny("kapittel", "bpa", "--kommune", "molde").avvist()
    assert "SLAG" in ny("side", "bpa").avvist()
    assert "finnes ikke" in veileder("ny", "tjeneste", "x", "--korpus", tmp_path / "nei").avvist()
    assert not (tmp_path / "nei").exists()


def test_en_mulig_skrivefeil_blir_nevnt_men_stopper_ingen(ny: Ny) -> None:
    feil = ny("lokal", "stottekontak", "--kommune", "molde").feil
    assert "Det finnes ingen felles tekst som heter stottekontak. Mente du stottekontakt?" in feil
    assert "Kjenner ingen kommune som heter mollde." in ny("lokal", "stottekontakt", "--kommune", "mollde").feil
    assert "Mente du" not in ny("lokal", "stottekontakt", "--kommune", "molde").feil

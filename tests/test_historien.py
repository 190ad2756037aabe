"""The whole story in a browser: a poor answer is reported, found, judged, mended, run again, and told of."""

from __future__ import annotations

import base64
import importlib.resources
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from gjennomgang_hjelp import PASSORD, K, bruker
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait
from test_sider import ekte_tjener
from test_sider_nettleser import AXE
from test_web_nettleser import SVAR, _alle, _knapp, _sporr, _vent_tekst

from evaluering.__main__ import main as evaluering
from evaluering.front.nettleser import start_nettleser
from evaluering.gull import les_rader
from evaluering.seksjonslas import avtrykk
from evaluering.valider import valider
from veileder.adaptere.database.lager import DatabaseLager
from veileder.forstaelse.sted import norske_kommuner
from veileder.gjennomgang.ansatte import ALLE
from veileder.gjennomgang.saker import Dom, Sakstilstand
from veileder.gjennomgang.verdier import Flaggslag
from veileder.indeksering.korpus import les_korpus
from veileder.innstillinger import Innstillinger
from veileder.oppstart import indekser

SPORSMAL = "Må jeg ha henvisning fra legen for å komme til frisklivssentralen?"
RETT, GALT = "Du trenger vanligvis verken henvisning eller diagnose.", "Du må ha henvisning fra fastlegen."
FIL = "tjenester/frisklivssentral.md"
SEKSJON = "tjenester/frisklivssentral#hvem"


@pytest.fixture(scope="module")
def innst(eget: Innstillinger, tmp_path_factory: pytest.TempPathFactory) -> Innstillinger:
    """Our own corpus with one sentence that is wrong, indexed."""
    mappe = tmp_path_factory.mktemp("historien")
    shutil.copytree(eget.korpus, mappe / "korpus")
    fil = mappe / "korpus" / FIL
    tekst = fil.read_text(encoding="utf-8")
    assert RETT in tekst
    fil.write_text(tekst.replace(RETT, GALT), encoding="utf-8")
    innst = Innstillinger(korpus=mappe / "korpus", data=mappe / "data")
    indekser(innst)
    return innst


@pytest.fixture(scope="module")
def lager(innst: Innstillinger) -> Iterator[DatabaseLager]:
    apen = DatabaseLager(innst.databaseadresse)
    bruker(apen, "kari", (K, ALLE))
    yield apen
    apen.lukk()


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[webdriver.Chrome]:
    nettleser = start_nettleser(tmp_path / "profil")
    yield nettleser
    nettleser.quit()


def bredde(driver: webdriver.Chrome, bredde: int) -> None:
    mal = {"width": bredde, "height": 900, "deviceScaleFactor": 1, "mobile": bredde < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", mal)


def se_over(driver: webdriver.Chrome, navn: str) -> None:
    """Check the page that is open, wide and narrow: no fault by axe, nothing beside the screen. Keep a picture when asked."""
    axe = (importlib.resources.files("selenium_axe_python") / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    driver.execute_script(axe)
    for b in (1280, 360):
        bredde(driver, b)
        svar: dict[str, Any] = driver.execute_async_script("axe.run(arguments[0]).then(arguments[1])", AXE)
        assert [(f["id"], [n["html"][:120] for n in f["nodes"][:3]]) for f in svar["violations"]] == [], (navn, b)
        assert driver.execute_script("return document.documentElement.scrollWidth <= innerWidth"), (navn, b)
        if mappe := os.environ.get("SKJERMBILDER"):
            valg = {"format": "png", "captureBeyondViewport": True}
            data = driver.execute_cdp_cmd("Page.captureScreenshot", valg)["data"]
            (Path(mappe) / f"gjennomgang-{navn}-{b}.png").write_bytes(base64.b64decode(data))
    bredde(driver, 1280)


def trykk(driver: webdriver.Chrome, velger: str) -> None:
    """Click, and wait for the page that comes of it."""
    gammel = driver.find_element(By.TAG_NAME, "html")
    element = driver.find_element(By.CSS_SELECTOR, velger)
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()
    WebDriverWait(driver, 30).until(lambda d: d.find_element(By.TAG_NAME, "html") != gammel)
    WebDriverWait(driver, 30).until(lambda d: d.execute_script("return document.readyState") == "complete")


def lest(driver: webdriver.Chrome) -> str:
    return " ".join(driver.find_element(By.TAG_NAME, "main").text.split())


def synlig(driver: webdriver.Chrome, element: Any) -> str:
    """Return what is seen of an element: without the words that are there for those who hear the page."""
    uten = """const kopi = arguments[0].cloneNode(true);
        kopi.querySelectorAll('.bare-lest').forEach(e => e.remove());
        return kopi.textContent"""
    return " ".join(str(driver.execute_script(uten, element)).split())


def innbyggeren_melder_fra(driver: webdriver.Chrome, adresse: str) -> str:
    """Ask, get the wrong answer, report it; return the receipt number."""
    driver.get(adresse)
    _alle(driver, "#starters button:not([disabled])")
    _sporr(driver, SPORSMAL)
    _vent_tekst(driver, SVAR, GALT)
    _knapp(driver, "Meld fra om svaret").click()
    _knapp(driver, "Svaret er feil").click()
    _vent_tekst(driver, SVAR, "VM-")
    alt = " ".join(e.text for e in driver.find_elements(By.CSS_SELECTOR, SVAR))
    return alt[alt.index("VM-") :][:12]


def gjennomgaeren_finner_og_vurderer(driver: webdriver.Chrome, adresse: str, nummer: str) -> str:
    """Log in, find the case first in the queue, judge it; return its address."""
    driver.get(f"{adresse}/gjennomgang")
    driver.find_element(By.NAME, "brukernavn").send_keys("kari")
    driver.find_element(By.NAME, "passord").send_keys(PASSORD)
    trykk(driver, "main form button")
    assert driver.find_element(By.CSS_SELECTOR, ".ko h2").text == SPORSMAL and "Meldt fra" in lest(driver)
    se_over(driver, "ko")
    trykk(driver, ".ko h2 a")
    sak = driver.current_url
    assert GALT in lest(driver) and nummer in lest(driver) and "Svaret er feil" in lest(driver)
    se_over(driver, "sak")
    driver.find_element(By.TAG_NAME, "body").send_keys("f")  # the shortcut that the page tells of
    assert driver.find_element(By.CSS_SELECTOR, 'input[value="feil"]').is_selected()
    Select(driver.find_element(By.ID, "_arsak")).select_by_value("korpus_feil")
    driver.find_element(By.ID, "_kommentar").send_keys("Ingen trenger henvisning.")
    trykk(driver, '#_vurdering button[value="lukk"]')
    assert "Lagret." in lest(driver)
    return sak


def teksten_foreslas_og_tas_inn(driver: webdriver.Chrome, adresse: str, innst: Innstillinger) -> None:
    """Write the section anew, download the patch, apply it where the texts are, and index them while the server runs."""
    lenke = next(
        a for a in driver.find_elements(By.LINK_TEXT, "Foreslå ny tekst") if "%23hvem%23" in str(a.get_attribute("href"))
    )
    driver.get(str(lenke.get_attribute("href")))
    felt = driver.find_element(By.NAME, "forslag")
    nytt = str(felt.get_attribute("value")).replace(GALT, RETT)
    driver.execute_script("arguments[0].value = arguments[1]", felt, nytt)
    driver.find_element(By.NAME, "begrunnelse").send_keys("Slik er det ikke.")
    trykk(driver, "main form button")
    driver.get(f"{adresse}/gjennomgang/forslag")
    patch = driver.find_element(By.LINK_TEXT, "Last ned som patch-fil").get_attribute("href")
    (innst.korpus.parent / "f.patch").write_bytes(hent(driver, str(patch)).content)
    subprocess.run(["git", "apply", "f.patch"], cwd=innst.korpus.parent, check=True)
    assert RETT in (innst.korpus / FIL).read_text(encoding="utf-8")
    bygd, _ = indekser(innst)
    assert bygd.ny


def hent(driver: webdriver.Chrome, adresse: str) -> httpx.Response:
    """Download as the one who is logged in."""
    kapsler = {k["name"]: k["value"] for k in driver.get_cookies()}
    svar = httpx.get(adresse, cookies=kapsler, trust_env=False, timeout=20)
    assert svar.status_code == 200
    return svar


def svaret_er_bedre(driver: webdriver.Chrome, sak: str) -> None:
    """Run the question again and approve the new answer."""
    driver.get(f"{sak}/omkjoring")
    trykk(driver, "main form button")
    side = lest(driver)
    assert "Teksten i svaret er endret." in side and "Teksten i kilden er endret: Frisklivssentral" in side
    da, na = (synlig(driver, e) for e in driver.find_elements(By.CSS_SELECTOR, ".linjer"))
    assert "gjennomstrekede er borte" in da and "understrekede er nytt" in na
    assert GALT in da and RETT not in da and RETT in na and GALT not in na
    se_over(driver, "side-om-side")
    driver.find_element(By.TAG_NAME, "body").send_keys("r")
    trykk(driver, '#_vurdering button[value="lagre"]')
    assert "Lagret." in lest(driver) and "vurderte svaret nå: Riktig" in lest(driver)


def behovet_blir_en_test(driver: webdriver.Chrome, adresse: str, sak: str, innst: Innstillinger, til: Path) -> None:
    """Write the need anew; what is downloaded is a golden question that holds."""
    driver.get(f"{sak}/test")
    driver.find_element(By.NAME, "sporsmal").send_keys(
        "Kan man begynne på frisklivssentral uten at fastlegen har vist en videre?"
    )
    boks = driver.find_element(By.CSS_SELECTOR, f'input[name="seksjon"][value="{SEKSJON}"]')
    if not boks.is_selected():
        boks.click()
    trykk(driver, "main form.skjema button")
    til.write_bytes(hent(driver, f"{adresse}/gjennomgang/testsett.jsonl").content)
    dokumenter = les_korpus(innst.korpus, norske_kommuner()).dokumenter
    gull = til.with_name("gull.gjennomgang.dev.jsonl")
    assert evaluering(["fra-sak", str(til), "--korpus", str(innst.korpus), "--til", str(gull)]) == 0
    rader = les_rader(gull)
    assert [r.seksjoner for r in rader] == [(SEKSJON,)]
    assert valider(rader, dokumenter, avtrykk(dokumenter)) == []


def godkjent_svar_kommer_tilbake(innst: Innstillinger, lager: DatabaseLager, melding: str) -> None:
    """Change a text that the approved answer rests on: the running server puts the case back in the queue."""
    assert lager.saker.hent(melding).tilstand is Sakstilstand.LUKKET
    assert SEKSJON in {b.utdrag.rsplit("#", 1)[0] for b in lager.godkjente.alle()}
    fil = innst.korpus / FIL
    fil.write_text(fil.read_text(encoding="utf-8").replace(RETT, "Du trenger ikke henvisning."), encoding="utf-8")
    indekser(innst)
    slutt = time.monotonic() + 120
    while lager.saker.hent(melding).tilstand is Sakstilstand.LUKKET and time.monotonic() < slutt:
        time.sleep(0.5)
    lest = lager.samtaler.hent(melding)
    assert lest is not None and Flaggslag.KILDE_ENDRET in {f.slag for f in lest.flagg}


@pytest.mark.nettleser
def test_a_poor_answer_is_reported_judged_mended_run_again_and_told_of(
    driver: webdriver.Chrome, innst: Innstillinger, lager: DatabaseLager, tmp_path: Path
) -> None:
    with ekte_tjener(innst, tmp_path / "tjener") as adresse:
        nummer = innbyggeren_melder_fra(driver, adresse)
        sak = gjennomgaeren_finner_og_vurderer(driver, adresse, nummer)
        teksten_foreslas_og_tas_inn(driver, adresse, innst)
        svaret_er_bedre(driver, sak)
        behovet_blir_en_test(driver, adresse, sak, innst, tmp_path / "testsett.jsonl")
        driver.get(f"{adresse}/gjennomgang/omkjoring?arsak=korpus_feil")
        assert "Svaret er endret" in lest(driver) and "Nå: Riktig" in lest(driver)
        se_over(driver, "omkjoringer")
        trykk(driver, 'form[action="/gjennomgang/omkjoring"] button')
        while "Ferdig: 1 spørsmål er kjørt på nytt." not in lest(driver):
            driver.refresh()
        assert "Nå: Riktig" in lest(driver)  # the same answer: the verdict holds
        driver.delete_all_cookies()
        driver.get(f"{adresse}/melding/{nummer}")
        assert "er rettet" in lest(driver) and "Veileder svarer bedre på det du spurte om nå." in lest(driver)
        godkjent_svar_kommer_tilbake(innst, lager, sak.rpartition("/")[2].partition("?")[0])
        alvorlige = [r["message"] for r in driver.get_log("browser") if r["level"] == "SEVERE"]
        assert alvorlige == []
    melding = sak.rpartition("/")[2].partition("?")[0]
    ny = lager.omkjoringer.hent(melding)
    assert lager.saker.hent(melding).dom is Dom.FEIL and ny is not None and ny.dom is Dom.RIKTIG
    rader = [json.loads(linje) for linje in (tmp_path / "testsett.jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(SPORSMAL not in str(r) for r in rader)

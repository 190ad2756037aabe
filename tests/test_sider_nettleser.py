"""The pages in a real browser: a link opens at its place, axe finds no fault, and print reads well."""

from __future__ import annotations

import base64
import importlib.resources
import io
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select
from test_sider import ekte_tjener

from evaluering.front.nettleser import start_nettleser
from veileder.innstillinger import Innstillinger

SIDER = (
    "/tjenester",
    "/tjenester/trygghetsalarm?kommune=hustadvika#pris",
    "/veileder/klagebehandling#hvor-lang-er-klagefristen--2",
    "/sok?q=hva+koster+trygghetsalarm&kommune=molde",
    "/sammenlign",
    "/sammenlign/trygghetsalarm",
    "/tjenester/finnes-ikke?malform=nn",
)
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture(scope="module")
def adresse(eget: Innstillinger, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with ekte_tjener(eget, tmp_path_factory.mktemp("sidenettleser")) as url:
        yield url


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    nettleser = start_nettleser(tmp_path_factory.mktemp("profil"))
    yield nettleser
    nettleser.quit()


def apne(driver: webdriver.Chrome, url: str, bredde: int = 1280, hoyde: int = 900, farge: str = "light") -> None:
    mal = {"width": bredde, "height": hoyde, "deviceScaleFactor": 1, "mobile": bredde < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", mal)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": farge}]})
    driver.get("about:blank")
    driver.get(url)


@pytest.fixture(scope="module")
def axe() -> str:
    return (importlib.resources.files("selenium_axe_python") / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("farge", ["light", "dark"])
@pytest.mark.parametrize("bredde", [1280, 390])
def test_axe_finds_no_fault_on_any_kind_of_page(
    driver: webdriver.Chrome, adresse: str, axe: str, farge: str, bredde: int
) -> None:
    for sti in SIDER:
        apne(driver, adresse + sti, bredde, farge=farge)
        driver.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
        driver.execute_script(axe)
        svar: dict[str, Any] = driver.execute_async_script("axe.run(arguments[0]).then(arguments[1])", AXE)
        feil = [(f["id"], [n["html"][:120] for n in f["nodes"][:3]]) for f in svar["violations"]]
        assert feil == [], sti
        assert len(svar["passes"]) > 10 and any(p["id"] == "color-contrast" for p in svar["passes"]), sti


@pytest.mark.parametrize(("sti", "tekst"), [
    ("/tjenester/trygghetsalarm?kommune=hustadvika#pris", "Hva koster tjenesten?"),
    ("/tjenester/trygghetsalarm?kommune=hustadvika#hustadvika--pris--1", "504 kroner"),
    ("/tjenester/trygghetsalarm#avslag-og-klage--1", "Får du avslag"),
    ("/veileder/klagebehandling#hvor-lang-er-klagefristen", "Hvor lang er klagefristen?"),
])  # fmt: skip
@pytest.mark.parametrize("bredde", [1280, 390, 320])
def test_a_link_opens_at_its_place(driver: webdriver.Chrome, adresse: str, sti: str, tekst: str, bredde: int) -> None:
    apne(driver, adresse + sti, bredde)
    sted = driver.find_element(By.CSS_SELECTOR, ":target")
    assert tekst in sted.text
    topp = driver.execute_script("return arguments[0].getBoundingClientRect().top", sted)
    assert -1 <= topp < 120 and driver.execute_script("return scrollY") > 0


def test_kommune_is_chosen_and_a_search_made_with_the_keyboard_alone(driver: webdriver.Chrome, adresse: str) -> None:
    apne(driver, f"{adresse}/tjenester/trygghetsalarm")
    driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    hopp = driver.switch_to.active_element
    assert hopp.text == "Hopp til innholdet" and hopp.rect["x"] >= 0
    hopp.send_keys(Keys.ENTER)
    assert driver.switch_to.active_element.get_attribute("id") == "_hoved"
    Select(driver.find_element(By.ID, "_kommune")).select_by_visible_text("Molde")
    driver.find_element(By.ID, "_kommune").submit()
    assert driver.current_url == f"{adresse}/tjenester/trygghetsalarm?kommune=molde"
    assert "520 kroner" in driver.find_element(By.CSS_SELECTOR, "#pris .lokal").text
    driver.find_element(By.ID, "_q").send_keys("hva koster alarmen", Keys.ENTER)
    assert "kommune=molde" in driver.current_url
    driver.find_element(By.CSS_SELECTOR, ".funn a").click()
    assert driver.find_element(By.CSS_SELECTOR, ":target").is_displayed() and "kommune=molde" in driver.current_url


@pytest.mark.parametrize("bredde", [320, 390, 1280])
def test_no_page_scrolls_sideways_and_text_is_large(driver: webdriver.Chrome, adresse: str, bredde: int) -> None:
    for sti in (*SIDER, "/veileder/kostra-funksjoner", "/veileder", "/sok"):
        apne(driver, adresse + sti, bredde, 640)
        assert driver.execute_script("return document.documentElement.scrollWidth") <= bredde, sti
        minst = (
            "return Math.min(...[...document.querySelectorAll(arguments[0])].map(e => parseFloat(getComputedStyle(e).fontSize)))"
        )
        assert (
            driver.execute_script(minst, ".brod section > .utdrag p, .ingress, .funn p:not(.merkelapp), .kort p, .sok.stor") >= 18
        ), sti


def test_headings_are_in_order_and_nothing_is_asked_of_other_hosts(driver: webdriver.Chrome, adresse: str) -> None:
    driver.get_log("performance")
    for sti in SIDER:
        apne(driver, adresse + sti)
        nivaer = [int(h.tag_name[1]) for h in driver.find_elements(By.CSS_SELECTOR, "h1, h2, h3, h4")]
        assert nivaer.count(1) == 1 and all(b - a <= 1 for a, b in pairwise(nivaer)), (sti, nivaer)
    meldinger = [json.loads(rad["message"])["message"] for rad in driver.get_log("performance")]
    spurt = [m["params"]["request"]["url"] for m in meldinger if m["method"] == "Network.requestWillBeSent"]
    assert spurt and [u for u in spurt if not u.startswith((adresse, "about:", "data:", "chrome:"))] == []
    assert driver.get_cookies() == []
    assert [r["message"] for r in driver.get_log("browser") if r["level"] == "SEVERE" and "404" not in r["message"]] == []


def test_a_printed_page_has_the_whole_text_and_nothing_to_click(driver: webdriver.Chrome, adresse: str, tmp_path: Path) -> None:
    apne(driver, f"{adresse}/tjenester/trygghetsalarm?kommune=hustadvika")
    pdf = base64.b64decode(
        driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "paperWidth": 8.27, "paperHeight": 11.69})["data"]
    )
    with pdfplumber.open(io.BytesIO(pdf)) as fil:
        tekst = "\n".join(side.extract_text() for side in fil.pages)
        assert 3 <= len(fil.pages) <= 7
        storrelser = [tegn["size"] for tegn in fil.pages[0].chars if tegn["text"].isalpha()]
    assert sorted(storrelser)[len(storrelser) // 2] >= 10
    for ventet in (
        "Hva er tjenesten?",
        "Gjelder bare i Hustadvika",
        "504 kroner",
        "Hvem kan du kontakte?",
        "Utkast.",
        "Skrevet ut fra Veileder",
    ):
        assert ventet in tekst
    for skjermting in ("Hopp til innholdet", "Innhold på siden", "Velg kommune", "Til toppen", "Les på nynorsk"):
        assert skjermting not in tekst

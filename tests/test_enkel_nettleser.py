"""/enkel in a real browser with JavaScript switched off: the whole way from the chat's page to a request that is sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import Select, WebDriverWait
from web_hjelp import tjener

from evaluering.front.nettleser import start_nettleser


@pytest.fixture(scope="module")
def adresse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with tjener(tmp_path_factory.mktemp("enkelnettleser")) as url:
        yield url


@pytest.fixture
def side(tmp_path: Path) -> Iterator[webdriver.Chrome]:
    driver = start_nettleser(tmp_path, skript=False)
    mal = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", mal)
    yield driver
    driver.quit()


def finn(side: webdriver.Chrome, velger: str) -> webdriver.remote.webelement.WebElement:
    return side.find_element(By.CSS_SELECTOR, velger)


def trykk(side: webdriver.Chrome, knapp: webdriver.remote.webelement.WebElement) -> None:
    """Press what leads to another page, and wait until it is there."""
    gammel = finn(side, "html")
    knapp.click()
    WebDriverWait(side, 20).until(staleness_of(gammel))


def test_without_javascript_a_question_leads_to_an_answer_a_source_and_a_human(side: webdriver.Chrome, adresse: str) -> None:
    side.get(f"{adresse}/chat/")
    trykk(side, finn(side, 'a[href="/enkel"]'))
    assert side.current_url == f"{adresse}/enkel"
    finn(side, "#_sporsmal").send_keys("Har mor rett til trygghetsalarm?")
    Select(finn(side, "#_kommune")).select_by_visible_text("Molde")
    trykk(side, finn(side, "form:has(#_sporsmal) button"))
    svar = side.current_url
    assert finn(side, "h1").text == "Svar" and not finn(side, "blockquote").is_displayed()
    finn(side, "a.henvisning").click()
    assert finn(side, "mark").is_displayed() and "Du kan søke om trygghetsalarm" in finn(side, "mark").text
    side.get(svar)
    side.refresh()
    finn(side, "#_sporsmal").send_keys("tidligere?")
    trykk(side, finn(side, "form:has(#_sporsmal) button"))
    assert "turer=1 kommune=molde rolle=bor" in finn(side, ".svartekst").text
    side.back()
    side.forward()
    assert len(side.find_elements(By.CSS_SELECTOR, "article")) == 2
    trykk(side, side.find_element(By.LINK_TEXT, "Snakk med et menneske"))
    assert finn(side, "a.ring").get_attribute("href") == "tel:71111000"
    finn(side, "#_navn").send_keys("Kari")
    finn(side, "#_kontaktvei").send_keys("99 88 77 66")
    trykk(side, finn(side, "section form button"))
    assert "Se over" in finn(side, "h1").text
    finn(side, "#_godkjent").click()
    trykk(side, finn(side, "main form button"))
    assert finn(side, "h1").text == "Henvendelsen er sendt" and "VK-" in finn(side, ".ingress").text
    spurt = [json.loads(r["message"])["message"] for r in side.get_log("performance")]
    adresser = [m["params"]["request"]["url"] for m in spurt if m["method"] == "Network.requestWillBeSent"]
    assert len(adresser) > 8 and [u for u in adresser if not u.startswith((adresse, "data:", "chrome:", "about:"))] == []
    assert side.get_cookies() == []

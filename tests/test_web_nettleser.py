"""The page in a real browser: Chromium from the system's packages, with no request to any other host."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait
from web_hjelp import tjener

from evaluering.front.nettleser import start_nettleser

SVAR = '[data-step-type="assistant_message"] .message-content'
KILDE = '[data-step-type="tool"] h3 button'


@pytest.fixture(scope="module")
def adresse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with tjener(tmp_path_factory.mktemp("nettleser"), VEILEDER_MELDINGER_PER_MINUTT="200") as url:
        yield url


@pytest.fixture
def side(adresse: str, tmp_path: Path) -> Iterator[webdriver.Chrome]:
    driver = start_nettleser(tmp_path)
    driver.get(adresse)
    _alle(driver, "#v-valg")
    _alle(driver, "#starters button:not([disabled])")
    yield driver
    driver.quit()


def _storrelse(driver: webdriver.Chrome, bredde: int, hoyde: int) -> None:
    mal = {"width": bredde, "height": hoyde, "deviceScaleFactor": 1, "mobile": bredde < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", mal)


def _alle(driver: webdriver.Chrome, velger: str, antall: int = 1) -> list[Any]:
    def funnet(d: webdriver.Chrome) -> Any:
        treff = d.find_elements(By.CSS_SELECTOR, velger)
        return treff if len(treff) >= antall else False

    return list(WebDriverWait(driver, 20).until(funnet, f"fant ikke {antall} av {velger}"))


def _vent_tekst(driver: webdriver.Chrome, velger: str, tekst: str) -> None:
    def star(d: webdriver.Chrome) -> bool:
        skript = "return [...document.querySelectorAll(arguments[0])].map(e => e.value || e.innerText).join('\\n')"
        return tekst in str(d.execute_script(skript, velger)).replace("\u00a0", " ")

    WebDriverWait(driver, 20, ignored_exceptions=[StaleElementReferenceException]).until(star, f"fant ikke «{tekst}» i {velger}")


def _sporr(driver: webdriver.Chrome, tekst: str) -> None:
    felt = _alle(driver, "#chat-input")[0]
    felt.send_keys(tekst)
    felt.send_keys(Keys.ENTER)


def _knapp(driver: webdriver.Chrome, tekst: str) -> Any:
    def funnet(d: webdriver.Chrome) -> Any:
        return next((k for k in d.find_elements(By.CSS_SELECTOR, "#root button") if k.text.strip() == tekst), False)

    return WebDriverWait(driver, 20, ignored_exceptions=[StaleElementReferenceException]).until(
        funnet, f"fant ikke knappen «{tekst}»"
    )


def _foresporsler(driver: webdriver.Chrome) -> list[str]:
    ut = []
    for rad in driver.get_log("performance"):
        melding = json.loads(rad["message"])["message"]
        if melding["method"] == "Network.requestWillBeSent":
            ut.append(melding["params"]["request"]["url"])
        elif melding["method"] == "Network.webSocketCreated":
            ut.append(melding["params"]["url"])
    return ut


def test_a_question_is_answered_with_a_source_and_nothing_is_asked_of_other_hosts(side: webdriver.Chrome, adresse: str) -> None:
    assert side.current_url == f"{adresse}/chat/"
    assert "Du skriver med en datamaskin (KI)" in side.find_element(By.ID, "welcome-screen").text
    _sporr(side, "Kan mor få trygghetsalarm i Molde?")
    _vent_tekst(side, SVAR, "Du får svar innen fire uker.")
    kilde = _alle(side, KILDE, 2)[0]
    assert kilde.text == "Kilde 1: Trygghetsalarm – Hvem kan få trygghetsalarm?\nFelles tekst, utkast"
    side.execute_script("arguments[0].click()", kilde)
    _vent_tekst(side, '[data-step-type="tool"] blockquote .font-bold', "Du kan søke om trygghetsalarm når du bor hjemme")
    assert not side.find_elements(By.CSS_SELECTOR, ".message-content script, .message-content img")
    egne = (adresse, adresse.replace("http", "ws"), "data:", "blob:", "chrome:")
    assert [u for u in _foresporsler(side) if not u.startswith(egne)] == []
    assert side.get_cookies() == []
    alvorlige = [r["message"] for r in side.get_log("browser") if r["level"] == "SEVERE"]
    assert alvorlige == []


@pytest.mark.parametrize("tast", [None, Keys.ENTER, Keys.SPACE])
def test_a_reference_in_the_answer_opens_its_source_and_goes_there(side: webdriver.Chrome, tast: str | None) -> None:
    _storrelse(side, 390, 844)
    for antall in (1, 2):
        _sporr(side, "Kan mor få trygghetsalarm i Molde?")
        lenke = _alle(side, 'a[href="#kilde-2"][role="button"]', antall)[-1]
        _alle(side, KILDE, 2 * antall)
    assert lenke.accessible_name == "Vis kilde 2" and lenke.text == "[2]" and lenke.get_attribute("target") == ""
    if tast:
        side.execute_script("arguments[0].focus()", lenke)
        webdriver.ActionChains(side).send_keys(tast).perform()
    else:
        lenke.click()
    apne = "return [...document.querySelectorAll(arguments[0])].map(e => e.getAttribute('aria-expanded')).join()"
    assert side.execute_script(apne, KILDE) == "false,false,false,true"
    assert side.switch_to.active_element.text.startswith("Kilde 2: ")
    synlig = """const r = [...document.querySelectorAll(arguments[0])].pop().getBoundingClientRect();
        return r.top >= document.getElementById('v-topp').getBoundingClientRect().bottom - 1
            && r.bottom <= document.getElementById('message-composer').getBoundingClientRect().top"""
    WebDriverWait(side, 10).until(lambda d: d.execute_script(synlig, KILDE))
    assert side.execute_script("return scrollY + document.body.scrollTop") == 0
    assert len(side.window_handles) == 1


def test_kommune_and_role_are_seen_at_first_sight_and_are_used(side: webdriver.Chrome) -> None:
    kommune, rolle = (side.find_element(By.ID, i) for i in ("v-kommune", "v-rolle"))
    assert kommune.is_displayed() and rolle.is_displayed()
    Select(kommune).select_by_visible_text("Molde")
    Select(rolle).select_by_visible_text("Jeg arbeider i kommunen")
    _sporr(side, "tidligere?")
    _vent_tekst(side, SVAR, "turer=0 kommune=molde rolle=arbeider")
    side.find_element(By.ID, "v-ny").click()
    side.find_element(By.CSS_SELECTOR, "#v-dialog .v-fylt").click()
    _alle(side, "#starters button:not([disabled])")
    assert Select(side.find_element(By.ID, "v-kommune")).first_selected_option.text == "Molde"
    _sporr(side, "tidligere?")
    _vent_tekst(side, SVAR, "turer=0 kommune=molde rolle=arbeider")


def test_a_human_is_reached_before_the_first_question_with_a_number_that_can_be_tapped(side: webdriver.Chrome) -> None:
    side.find_element(By.ID, "v-menneske").click()
    _knapp(side, "Molde").click()
    _vent_tekst(side, SVAR, "Molde kommune – Tildelingskontoret")
    assert _alle(side, 'a[href="tel:71111000"]')[0].text == "Ring kommunen: 71 11 10 00"
    assert Select(side.find_element(By.ID, "v-kommune")).first_selected_option.text == "Molde"


def test_a_reading_is_chosen_with_a_button(side: webdriver.Chrome) -> None:
    _sporr(side, "alarm")
    _knapp(side, "Trygghetsalarm").click()
    _vent_tekst(side, SVAR, "Du får svar innen fire uker.")


def test_a_starter_works_before_a_kommune_is_chosen(side: webdriver.Chrome) -> None:
    _alle(side, "#starters button", 4)[0].click()
    _vent_tekst(side, SVAR, "Du får svar innen fire uker.")


def _synlige(driver: webdriver.Chrome) -> list[str]:
    return [k.text for k in driver.find_elements(By.CSS_SELECTOR, "#starters button") if k.is_displayed()]


def _sprak(driver: webdriver.Chrome, kode: str, h2: str) -> None:
    Select(driver.find_element(By.ID, "v-sprak")).select_by_value(kode)
    _vent_tekst(driver, "#welcome-screen h2", h2)
    _alle(driver, "#starters button:not([disabled])")


def test_what_is_chosen_lasts_to_the_next_visit_in_this_browser_only(side: webdriver.Chrome, adresse: str) -> None:
    assert len(_synlige(side)) == 6 and _synlige(side)[0] == "Hvem kan få trygghetsalarm?"
    Select(side.find_element(By.ID, "v-kommune")).select_by_value("molde")
    assert len(_synlige(side)) == 6 and "Hva koster trygghetsalarm?" in _synlige(side)
    Select(side.find_element(By.ID, "v-rolle")).select_by_value("saksbehandler")
    assert "Hva skal stå i et vedtak?" in _synlige(side) and len(_synlige(side)) == 6
    _sprak(side, "nn", "Kva lurer du på?")
    assert side.execute_script("return document.documentElement.lang") == "nn"
    assert "Kva skal stå i eit vedtak?" in _synlige(side)
    side.get("about:blank")
    side.get(adresse)
    _vent_tekst(side, "#welcome-screen h2", "Kva lurer du på?")
    assert side.find_element(By.ID, "v-kommune").get_attribute("value") == "molde"
    assert side.find_element(By.ID, "v-rolle").get_attribute("value") == "saksbehandler"
    assert side.current_url == f"{adresse}/chat/" and side.get_cookies() == []
    _sprak(side, "en", "What would you like to know?")
    assert side.execute_script("return document.documentElement.lang") == "en"
    next(k for k in _alle(side, "#starters button") if k.is_displayed()).click()
    _vent_tekst(side, SVAR, "Du får svar innen fire uker.")
    Select(side.find_element(By.ID, "v-sprak")).select_by_value("nb")  # in the middle of a conversation, which stays
    _vent_tekst(side, "#v-menneske", "Snakk med et menneske")
    _vent_tekst(side, SVAR, "Du får svar innen fire uker.")


def test_an_answer_is_copied_with_its_sources_and_printed_with_those_that_are_open(side: webdriver.Chrome, adresse: str) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    _sporr(side, "Kan mor få trygghetsalarm i Molde?")
    _knapp(side, "Kopier svaret").click()
    _vent_tekst(side, "#v-melding", "Kopiert.")
    side.find_element(By.ID, "chat-input").send_keys(Keys.CONTROL, "v")
    for del_ in (f"{adresse}/tjenester/trygghetsalarm#hvem--1", "Kilde 2: Trygghetsalarm", "Ja, du kan søke."):
        _vent_tekst(side, "#chat-input", del_)
    side.execute_script("arguments[0].click(); window.print = () => {}", _alle(side, KILDE)[0])
    _alle(side, '[data-step-type="tool"] blockquote')
    _knapp(side, "Skriv ut").click()
    ark = base64.b64decode(side.execute_cdp_cmd("Page.printToPDF", {})["data"])
    papir = " ".join(" ".join(s.extract_text() for s in PdfReader(BytesIO(ark)).pages).split())
    assert "Du får svar innen fire uker." in papir and "Du må kunne trykke på knappen selv." in papir and "Kilde 2" in papir
    assert "Snakk med et menneske" not in papir and "Meld fra" not in papir and "325 kr |" not in papir


def test_the_note_to_a_human_is_edited_and_approved_before_it_is_sent(side: webdriver.Chrome) -> None:
    _storrelse(side, 360, 740)
    Select(side.find_element(By.ID, "v-kommune")).select_by_value("molde")
    _sporr(side, "Har mor rett til trygghetsalarm?")
    side.find_element(By.ID, "v-menneske").click()
    side.execute_script("arguments[0].click()", _knapp(side, "Rett eller send notatet"))
    felt = _alle(side, "#v-notatfelt")[0]
    assert "Jeg lurer på om jeg har rett til det." in felt.get_attribute("value")
    assert side.switch_to.active_element == felt
    felt.send_keys(" Ring etter klokka tolv.", Keys.ESCAPE)
    assert not side.find_elements(By.ID, "v-notat")
    side.execute_script("arguments[0].click()", _knapp(side, "Rett eller send notatet"))  # what was edited is there still
    assert _alle(side, "#v-notatfelt")[0].get_attribute("value").endswith("Ring etter klokka tolv.")
    next(k for k in _alle(side, "#v-notat button") if k.text == "Send til kommunen").click()
    for skrevet, vent in (
        ("Kari", "Hvilket telefonnummer"),
        ("99 11 22 33", "Når passer det best"),
        ("kveld", "Ring etter klokka tolv."),
    ):
        _sporr(side, skrevet)
        _vent_tekst(side, SVAR, vent)


def test_what_was_being_written_is_there_when_the_page_is_opened_again(side: webdriver.Chrome, adresse: str) -> None:
    _alle(side, "#chat-input")[0].send_keys("Kan far få ")
    side.get("about:blank")
    side.get(adresse)
    _vent_tekst(side, "#chat-input", "Kan far få")
    _alle(side, "#chat-submit:not([disabled])")
    side.find_element(By.ID, "chat-input").send_keys(" trygghetsalarm?", Keys.ENTER)
    _vent_tekst(side, SVAR, "Du får svar innen fire uker.")
    side.refresh()
    _alle(side, "#starters button:not([disabled])")
    assert side.find_element(By.ID, "chat-input").get_attribute("value") == ""  # it was sent, and answered


def test_those_who_hear_the_page_get_names_language_and_the_answer(side: webdriver.Chrome) -> None:
    assert side.execute_script("return document.documentElement.lang") == "nb"
    assert side.find_element(By.TAG_NAME, "h1").text == "Veileder"
    assert side.find_element(By.ID, "chat-input").get_attribute("aria-label") == "Skriv spørsmålet ditt"
    assert side.find_element(By.ID, "chat-submit").get_attribute("aria-label") == "Send spørsmålet"
    _sporr(side, "Hvordan søker jeg om trygghetsalarm?")
    skript = "return document.getElementById('v-live').textContent.includes('Du får svar innen fire uker.')"
    WebDriverWait(side, 20).until(lambda d: d.execute_script(skript))
    uten_navn = """return [...document.querySelectorAll('button, a, select, textarea')]
        .filter(e => e.checkVisibility() && !(e.innerText || '').trim()
            && !e.getAttribute('aria-label') && !(e.labels && e.labels.length)).map(e => e.outerHTML)"""
    assert side.execute_script(uten_navn) == []


@pytest.mark.parametrize(("bredde", "hoyde"), [(360, 740), (390, 844)])
def test_a_narrow_screen_needs_no_sideways_scrolling(side: webdriver.Chrome, bredde: int, hoyde: int) -> None:
    _storrelse(side, bredde, hoyde)
    _sporr(side, "Har mor rett til trygghetsalarm?")
    _vent_tekst(side, SVAR, "De kan vurdere saken din.")
    side.execute_script("arguments[0].click()", _alle(side, KILDE)[0])
    _alle(side, '[data-step-type="tool"] blockquote')
    for_bredt = """return [...document.querySelectorAll('body *')].filter(e => e.checkVisibility()
        && e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('table')).map(e => e.outerHTML.slice(0, 120))"""
    assert side.execute_script(for_bredt) == []
    sma = """return [...document.querySelectorAll('button, select')].filter(e => e.checkVisibility()
        && e.getBoundingClientRect().height < 40).map(e => e.outerHTML.slice(0, 120))"""
    assert side.execute_script(sma) == []

"""Trouble on the way, in a real browser: the line breaks, the server starts anew, two tabs, a slow answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from brytbar import Linje
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait
from test_web_nettleser import KILDE, SVAR, _alle, _knapp, _sporr, _vent_tekst
from web_hjelp import tjener

from evaluering.front.nettleser import start_nettleser
from veileder.web.tekster import NB

MILJO = {"VEILEDER_MELDINGER_PER_MINUTT": "200"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with tjener(tmp_path_factory.mktemp("brudd"), **MILJO) as url:
        yield url


@pytest.fixture
def linje(server: str) -> Iterator[Linje]:
    linje = Linje(server)
    yield linje
    linje.lukk()


@pytest.fixture
def side(linje: Linje, tmp_path: Path) -> Iterator[webdriver.Chrome]:
    driver = start_nettleser(tmp_path)
    driver.get(linje.adresse)
    _alle(driver, "#starters button:not([disabled])")
    yield driver
    driver.quit()


def test_an_answer_that_comes_while_the_line_is_broken_is_shown_once_when_it_is_mended(
    side: webdriver.Chrome, linje: Linje
) -> None:
    _sporr(side, "Svar setning for setning")
    _vent_tekst(side, SVAR, "Du kan søke når du er utrygg.")
    linje.brudd()
    _vent_tekst(side, "#v-brudd", NB["brudd"])
    side.find_element(By.ID, "chat-input").send_keys("Og hva koster")
    linje.hel()
    _vent_tekst(side, SVAR, "Svaret er bare sitatet.")
    _alle(side, KILDE)
    _knapp(side, "Meld fra om svaret")
    assert not side.find_elements(By.ID, "v-brudd")
    tekst = side.find_element(By.ID, "root").text
    assert tekst.count("Svaret er bare sitatet.") == 1 and tekst.count("Meld fra om svaret") == 1
    assert side.find_element(By.ID, "chat-input").get_attribute("value") == "Og hva koster"


def test_a_question_that_a_restarted_server_never_answered_is_put_back_in_the_field(
    side: webdriver.Chrome, linje: Linje, tmp_path: Path
) -> None:
    Select(side.find_element(By.ID, "v-kommune")).select_by_value("rauma")
    _sporr(side, "Svar setning for setning")
    _alle(side, '[data-step-type="user_message"]')
    linje.brudd()
    with tjener(tmp_path / "ny", **MILJO) as ny:
        linje.hel(ny)
        _vent_tekst(side, SVAR, NB["glemt"])
        _vent_tekst(side, "#chat-input", "Svar setning for setning")
        _sporr(side, "")  # sends what stands there
        _vent_tekst(side, SVAR, "Svaret er bare sitatet.")
        _sporr(side, "tidligere?")
        _vent_tekst(side, SVAR, "turer=1 kommune=rauma")
        linje.brudd()


def test_two_tabs_have_each_their_conversation_and_kommune(side: webdriver.Chrome, linje: Linje) -> None:
    Select(side.find_element(By.ID, "v-kommune")).select_by_value("molde")
    forste = side.current_window_handle
    side.switch_to.new_window("tab")
    side.get(linje.adresse)
    _alle(side, "#starters button:not([disabled])")
    Select(side.find_element(By.ID, "v-kommune")).select_by_value("rauma")
    _sporr(side, "tidligere?")
    _vent_tekst(side, SVAR, "turer=0 kommune=rauma")
    side.switch_to.window(forste)
    _sporr(side, "tidligere?")
    _vent_tekst(side, SVAR, "turer=0 kommune=molde")


def test_the_conversation_is_there_after_the_back_button_and_goes_on(side: webdriver.Chrome, linje: Linje) -> None:
    _sporr(side, "tidligere?")
    _vent_tekst(side, SVAR, "turer=0")
    side.get(f"{linje.adresse}/tjenester")
    side.back()
    _vent_tekst(side, SVAR, "turer=0")
    WebDriverWait(side, 20).until(lambda d: not d.find_elements(By.CSS_SELECTOR, "html.v-brutt"))
    _sporr(side, "tidligere?")
    _vent_tekst(side, SVAR, "turer=1")


def test_a_button_that_does_not_get_through_says_so(side: webdriver.Chrome, linje: Linje) -> None:
    _sporr(side, "Kan mor få trygghetsalarm i Molde?")
    knapp = _knapp(side, "Meld fra om svaret")
    linje.brudd()
    side.execute_script("arguments[0].click()", knapp)
    _vent_tekst(side, "#v-melding", NB["klikk_feilet"])

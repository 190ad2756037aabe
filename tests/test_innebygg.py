"""The chat on another website, in a real browser: a page at another port embeds it; one that is not allowed is refused."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.shadowroot import ShadowRoot
from selenium.webdriver.support.ui import Select, WebDriverWait
from test_web_nettleser import SVAR, _alle, _sporr, _storrelse, _vent_tekst
from web_hjelp import hent, tjener

from evaluering.front.nettleser import start_nettleser
from veileder.feil import Bruksfeil
from veileder.innstillinger import Innstillinger
from veileder.web.oppsett import opphav

VERTSSIDE = """<!doctype html><html lang="nn"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kommunen</title>
<link rel="stylesheet" href="/stil.css"><script src="{rot}/innebygg.js" data-kommune="molde" defer></script></head>
<body><h1>Kommunen</h1><p><a href="#x" id="forst">Ei lenkje</a></p><iframe id="rett" title="x" src="about:blank"></iframe></body></html>"""
FIENDTLIG = """* { color: red !important; font-size: 5px !important; } button, h2, div, span { display: none !important; }
dialog, iframe { width: 3px !important; height: 3px !important; } :focus { outline: none !important; }"""


class _Vert(BaseHTTPRequestHandler):
    """A municipality's website with a strict content policy, as docs/innebygging.md gives it, and style sheets that spare nobody."""

    rot = ""

    def do_GET(self) -> None:
        stil = self.path == "/stil.css"
        self.send_response(200)
        self.send_header("Content-Type", "text/css" if stil else "text/html")
        policy = f"default-src 'self'; script-src 'self' {self.rot}; frame-src 'self' {self.rot}"
        self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write((FIENDTLIG if stil else VERTSSIDE.format(rot=self.rot)).encode())

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _vert() -> Iterator[tuple[str, type[_Vert]]]:
    slag = type("Vert", (_Vert,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), slag)
    trad = threading.Thread(target=server.serve_forever)
    trad.start()
    yield f"http://127.0.0.1:{server.server_port}", slag
    server.shutdown()
    trad.join()
    server.server_close()


@pytest.fixture(scope="module")
def steder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """The chat's address, that of a site that may show it, and that of one that may not."""
    mappe = tmp_path_factory.mktemp("innebygg")
    with (
        _vert() as (god, god_vert),
        _vert() as (ond, ond_vert),
        tjener(mappe, VEILEDER_OPPHAV=f"https://www.molde.kommune.no, {god}") as chat,
    ):
        god_vert.rot = ond_vert.rot = chat
        yield chat, god, ond


@pytest.fixture
def side(tmp_path: Path) -> Iterator[webdriver.Chrome]:
    driver = start_nettleser(tmp_path)
    yield driver
    driver.quit()


def _tre(side: webdriver.Chrome) -> ShadowRoot:
    return _alle(side, "veileder-innebygd")[0].shadow_root


def _spurt(side: webdriver.Chrome) -> list[str]:
    rader = [json.loads(rad["message"])["message"] for rad in side.get_log("performance")]
    return [m["params"]["request"]["url"] for m in rader if m["method"] == "Network.requestWillBeSent"]


def test_another_site_shows_a_button_that_opens_the_chat_and_a_question_is_answered(
    side: webdriver.Chrome, steder: tuple[str, str, str]
) -> None:
    chat, god, _ = steder
    side.get(god)
    knapp = _tre(side).find_element(By.CSS_SELECTOR, ".knapp")
    assert knapp.text == "Spør Veileder" and knapp.size["height"] >= 44 and knapp.value_of_css_property("font-size") == "18px"
    assert knapp.get_attribute("aria-expanded") == "false" and knapp.aria_role == "button"
    assert [u for u in _spurt(side) if u.startswith(chat)] == [f"{chat}/innebygg.js"]  # nothing else before the button is pressed
    side.find_element(By.ID, "forst").send_keys(Keys.TAB, Keys.TAB)  # past the other frame
    webdriver.ActionChains(side).send_keys(Keys.ENTER).perform()
    dialog = _tre(side).find_element(By.CSS_SELECTOR, "dialog")
    assert (
        dialog.aria_role == "dialog" and dialog.accessible_name == "Veileder" and knapp.get_attribute("aria-expanded") == "true"
    )
    aktiv = "return document.querySelector('veileder-innebygd').shadowRoot.activeElement.className"
    assert side.execute_script(aktiv) == "lukk"
    ramme = dialog.find_element(By.CSS_SELECTOR, "iframe")
    assert ramme.get_attribute("title") == "Chatten Veileder" and ramme.size["height"] > 500
    side.switch_to.frame(ramme)
    assert Select(_alle(side, "#v-kommune")[0]).first_selected_option.text == "Molde"
    assert side.execute_script("return document.documentElement.lang") == "nn"
    _alle(side, "#starters button:not([disabled])")
    _sporr(side, "tidligere?")
    _vent_tekst(side, SVAR, "kommune=molde")
    webdriver.ActionChains(side).send_keys(Keys.ESCAPE).perform()
    side.switch_to.default_content()
    WebDriverWait(side, 10).until(lambda _: knapp.get_attribute("aria-expanded") == "false")  # told a moment after it is hidden
    assert not dialog.is_displayed() and side.execute_script(aktiv) == "knapp"
    knapp.send_keys(Keys.ENTER)
    side.switch_to.frame(ramme)
    _vent_tekst(side, SVAR, "kommune=molde")  # the conversation is still there
    assert [u for u in _spurt(side) if not u.startswith((chat, god, "data:", "blob:", "about:", "chrome:"))] == []
    assert [r["message"] for r in side.get_log("browser") if r["level"] == "SEVERE" and "favicon" not in r["message"]] == []
    assert side.get_cookies() == []


def test_focus_stays_in_the_dialog_and_a_narrow_screen_is_filled(side: webdriver.Chrome, steder: tuple[str, str, str]) -> None:
    _storrelse(side, 320, 640)
    side.get(steder[1])
    tre = _tre(side)
    tre.find_element(By.CSS_SELECTOR, ".knapp").click()
    dialog = tre.find_element(By.CSS_SELECTOR, "dialog")
    side.execute_script("arguments[0].getAnimations().forEach(a => a.finish())", dialog)
    assert dialog.rect == {"x": 0, "y": 0, "width": 320, "height": 640}
    topp = [e for e in tre.find_elements(By.CSS_SELECTOR, ".topp > *") if e.rect["x"] + e.rect["width"] > 320]
    assert topp == []
    utenfor = "return document.activeElement.id || document.activeElement.tagName.toLowerCase()"
    for _ in range(12):
        webdriver.ActionChains(side).send_keys(Keys.TAB).perform()
        assert side.execute_script(utenfor) in ("veileder-innebygd", "body")
    tre.find_element(By.CSS_SELECTOR, ".lukk").click()
    assert not dialog.is_displayed()


def test_a_site_that_is_not_allowed_gets_no_button_and_cannot_frame_the_pages(
    side: webdriver.Chrome, steder: tuple[str, str, str]
) -> None:
    chat, _, ond = steder
    side.get(ond)
    assert not side.find_elements(By.CSS_SELECTOR, "veileder-innebygd")
    assert any("står ikke i VEILEDER_OPPHAV" in r["message"] for r in side.get_log("browser"))
    for sti in ("/chat/", "/enkel", "/gjennomgang/inn"):
        side.execute_script("document.getElementById('rett').src = arguments[0]", chat + sti)
        WebDriverWait(side, 10).until(lambda d: any("frame-ancestors" in r["message"] for r in d.get_log("browser")), sti)
        side.switch_to.frame("rett")
        assert not side.find_elements(By.CSS_SELECTOR, "main, #root, form")
        side.switch_to.default_content()


def test_the_demo_page_is_shown_on_this_machine_only(steder: tuple[str, str, str]) -> None:
    chat = steder[0]
    status, html, hoder = hent(f"{chat}/innebygg/demo")
    assert status == 200 and f'src="{chat}/innebygg.js"' in html.replace("&#34;", '"')
    assert (
        "script-src 'self'; frame-src 'self'" in hoder["content-security-policy"]
        and "unsafe" not in hoder["content-security-policy"]
    )
    assert hent(f"{chat}/innebygg/demo", Host="veileder.kommunen.no")[0] == 404
    assert hent(f"{chat}/innebygg.js")[2]["cross-origin-resource-policy"] == "cross-origin"


@pytest.mark.parametrize(
    "galt", ["www.molde.kommune.no", "https://molde.no/side", "*", "https://*.molde.no", "https://x; script-src *"]
)
def test_an_origin_that_is_none_is_told_clearly(galt: str) -> None:
    with pytest.raises(Bruksfeil, match="VEILEDER_OPPHAV skal være adresser som"):
        opphav(Innstillinger(opphav=f"https://ok.no, {galt}"))

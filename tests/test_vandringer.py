"""The ways that people go, from beginning to end, in a real browser over our own corpus. None asks anything of another host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from evaluering.front.nettleser import LITEN, STOR, SVAR, Side, nettleser
from evaluering.front.tjener import Tjener

pytestmark = pytest.mark.nettleser

TELEFON = replace(LITEN, bredde=360, hoyde=740, rolig=True)
BOKMAL = re.compile(r"\b(hva|hvem|hvor|hvordan|ikke|jeg|noen|kilden?|fra om|spørsmål\w*|skriver|søker|eller trykk på et)\b", re.IGNORECASE)
"""Words that are not nynorsk."""

SKALLET = "#v-topp, #message-composer, .watermark, #welcome-screen, button, [data-step-type] [aria-label]"


@pytest.fixture
def telefon(front: Tjener) -> Iterator[Side]:
    with nettleser(front.adresse) as side:
        side.skjerm(TELEFON)
        yield side
        assert side.fremmede() == []


@pytest.fixture
def skrivebord(front: Tjener) -> Iterator[Side]:
    with nettleser(front.adresse) as side:
        side.skjerm(replace(STOR, rolig=True))
        yield side
        assert side.fremmede() == []


def velg(side: Side, felt: str, verdi: str) -> None:
    """Choose in a list as a person does."""
    from selenium.webdriver.support.ui import Select

    Select(side.alle(felt)[0]).select_by_value(verdi)


def test_a_resident_reads_nynorsk_on_a_telephone(front: Tjener) -> None:
    with nettleser(front.adresse, sprak="nn-NO") as side:
        side.skjerm(TELEFON)
        side.apne_chat()
        assert side.js("return document.documentElement.lang") == "nn"
        velg(side, "#v-kommune", "vestnes")
        side.sporr("Korleis søkjer eg om tryggleiksalarm?")
        side.vent_tekst("Du søkjer om tryggleiksalarm på skjemaet")
        side.klikk(side.siste('.message-content a[href="#kilde-1"]'))
        side.vent_tekst("tryggleiksalarm", '[data-step-type="tool"] blockquote')
        lest = side.js("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText).join('\\n')", "body")
        assert BOKMAL.findall(lest) == [], lest
        assert side.js("return document.documentElement.scrollWidth") <= TELEFON.bredde
        assert side.fremmede() == []


def test_a_relative_ends_with_a_note_that_the_kommune_gets(telefon: Side) -> None:
    telefon.apne_chat()
    velg(telefon, "#v-kommune", "molde")
    telefon.sporr("Har mor på 85 rett til sykehjemsplass?")
    telefon.vent_tekst("avgjør kommunen i et vedtak")
    telefon.trykk("Snakk med et menneske", "#v-topp")
    telefon.vent_tekst("Molde kommune – Kontor for tildeling og koordinering")
    assert telefon.siste('a.v-ring[href^="tel:"]').is_displayed()
    telefon.trykk("Rett eller send notatet")
    notat = telefon.alle("#v-notatfelt")[0]
    assert notat.get_property("value") == "Har mor på 85 rett til sykehjemsplass?"
    notat.send_keys(" Ring helst meg, datteren.")
    telefon.trykk("Send til kommunen", "#v-notat")
    telefon.vent_tekst("Hva heter du?")
    telefon.sporr("Kari")
    telefon.sporr("kari@example.no")
    telefon.trykk("Hopp over")
    telefon.vent_tekst("Gjelder: Har mor på 85 rett til sykehjemsplass? Ring helst meg, datteren.")
    telefon.trykk("Send til kommunen")
    telefon.vent_tekst("Nummeret er VK-")


def tre(side: Side, rolle: str = "") -> list[tuple[str, str]]:
    """Return (role, name) of what a screen reader meets, in its order; text and wrappers are left out."""
    noder: list[dict[str, Any]] = side.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    etter_id = {n["nodeId"]: n for n in noder}
    ut: list[tuple[str, str]] = []

    def gaa(n: dict[str, Any]) -> None:
        if not n.get("ignored"):
            ut.append((n["role"]["value"], n.get("name", {}).get("value", "")))
        for barn in n.get("childIds", ()):
            gaa(etter_id[barn])

    gaa(noder[0])
    return [(r, navn) for r, navn in ut if r not in ("StaticText", "InlineTextBox", "generic", "none")]


def i_rekke(funnet: list[tuple[str, str]], ventet: list[tuple[str, str]]) -> bool:
    """Return whether all that is waited for comes in that order; a name need only begin so."""
    rest = iter(funnet)
    return all(any(r == rolle and navn.startswith(begynner) for r, navn in rest) for rolle, begynner in ventet)


def test_a_screen_reader_meets_the_page_in_the_order_that_it_is_read(skrivebord: Side) -> None:
    side = skrivebord
    side.apne_chat()
    forst = tre(side)
    assert i_rekke(forst, [
        ("banner", ""), ("link", "Hopp til skrivefeltet"), ("heading", "Veileder"), ("link", "Fare for liv: ring 113"),
        ("combobox", "Kommune"), ("combobox", "Hvem er du?"), ("button", "Snakk med et menneske"),
        ("main", ""), ("heading", "Hva lurer du på?"), ("textbox", "Skriv spørsmålet ditt"), ("button", "Send spørsmålet"),
    ]), forst  # fmt: skip
    side.sporr("Hva koster trygghetsalarm i Molde?")
    lest = tre(side)
    assert i_rekke(lest, [
        ("main", ""), ("group", "Du skrev"), ("group", "Svar"), ("button", "Vis kilde 1"), ("heading", "Kilde 1: Trygghetsalarm i Molde"),
        ("button", "Kilde 1: Trygghetsalarm i Molde"), ("button", "Meld fra om svaret"), ("textbox", "Skriv spørsmålet ditt"),
        ("status", ""),
    ]), lest  # fmt: skip
    uten_navn = [r for r, navn in lest if r in ("button", "link", "textbox", "combobox", "dialog", "img") and not navn.strip()]
    assert uten_navn == []


def test_the_keyboard_alone_leads_to_an_answer_with_its_source_open(skrivebord: Side) -> None:
    from selenium.webdriver import ActionChains, Keys

    side = skrivebord
    side.apne_chat()
    side.fra_toppen()

    assert side.tab() == "Hopp til skrivefeltet"
    side.tast(Keys.ENTER)
    assert side.js("return document.activeElement.id") == "chat-input"
    side.tast("Hva koster trygghetsalarm i Molde?", Keys.ENTER)
    side.vent_tekst("520 kroner")
    side.ro()
    assert side.js("return document.activeElement.id") == "chat-input"
    for _ in range(40):
        ActionChains(side.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        if side.driver.switch_to.active_element.accessible_name == "Vis kilde 1":
            break
    side.tast(Keys.ENTER)
    side.vent_tekst("I Molde kommune koster trygghetsalarm", '[data-step-type="tool"] blockquote')
    apnet = side.driver.switch_to.active_element
    assert apnet.get_attribute("aria-expanded") == "true" and apnet.text.startswith("Kilde 1")
    ring = "const c = getComputedStyle(arguments[0]); return parseFloat(c.outlineWidth) >= 2 && c.outlineStyle !== 'none'"
    assert side.js(ring, apnet)


def test_a_caseworker_opens_the_criteria_and_sees_what_the_resident_is_told(skrivebord: Side) -> None:
    side = skrivebord
    side.apne_chat()
    velg(side, "#v-kommune", "molde")
    velg(side, "#v-rolle", "saksbehandler")
    side.sporr("kriterier for avlastning")
    side.vent_tekst("Avlastning forutsetter at omsorgsarbeidet er særlig tyngende")
    side.klikk(side.siste('.message-content a[href="#kilde-1"]'))
    side.vent_tekst("særlig tyngende", '[data-step-type="tool"] blockquote')
    lenke = side.siste('[data-step-type="tool"] .message-content a[href^="/"]')
    assert re.match(r"/(tjenester|veileder)/[\w-]+\?.*#|/(tjenester|veileder)/[\w-]+#", str(lenke.get_dom_attribute("href")))
    for_ = side.js("return document.querySelectorAll(arguments[0]).length", SVAR)
    side.trykk("Vis for innbygger")
    side.alle(SVAR, for_ + 1)
    side.ro()
    svar = [s.text for s in side.alle(SVAR)]
    assert "Avlastning" in svar[for_] and svar[for_] != svar[0]
    assert side.js("return document.getElementById('v-rolle').value") == "saksbehandler"


def test_where_the_chat_loads_slowly_the_way_to_the_simple_page_is_there_meanwhile(telefon: Side) -> None:
    telefon.driver.execute_cdp_cmd("Network.enable", {})
    telefon.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*/assets/index-*.js"]})
    telefon.apne("/chat/")
    lenke = telefon.alle('.v-laster a[href="/enkel"]')[0]
    telefon.vent(lenke.is_displayed, "veien til den enkle siden")
    assert "Fare for liv: ring 113" in telefon.js("return document.body.innerText")
    telefon.send('.v-laster a[href="/enkel"]')
    assert telefon.alle("#_sporsmal")[0].is_displayed()
    telefon.driver.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
    telefon.apne_chat()
    assert telefon.driver.find_elements("css selector", ".v-laster") == []

"""Every page and state under axe-core in a real Chromium, and what axe cannot see: what is read aloud, where focus is, what moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_hjelp import FOR_BREDT, feil
from gjennomgang_hjelp import A, K, S, T, bruker, meldt
from gjennomgang_hjelp import nettleser as skjemaleser
from lager_hjelp import kontaktsak
from selenium.webdriver import Keys
from web_hjelp import tjener as falsk_tjener

from evaluering.front.nettleser import FORSTORRET, SMAL, STOR, Side, Skjerm, nettleser
from evaluering.front.tilstander import CHAT, ENKEL
from evaluering.front.tjener import Tjener
from veileder.adaptere.database.lager import DatabaseLager
from veileder.gjennomgang.ansatte import ALLE
from veileder.stengning import Stengning

pytestmark = pytest.mark.nettleser

MORK = replace(STOR, navn="mørk", mork=True)
SMAL_MORK = replace(SMAL, navn="smal og mørk", mork=True)
SKJERMER = pytest.mark.parametrize(
    "skjermer", [(SMAL_MORK,), pytest.param((STOR, MORK, SMAL, FORSTORRET), marks=pytest.mark.alt)], ids=["smal", "alle"]
)
"""The hardest in each run; the rest in the long one."""

SIDER = (
    "/tjenester",
    "/tjenester/bpa?kommune=molde",
    "/sok?q=alarm",
    "/sammenlign/trygghetsalarm",
    "/finnes-ikke",
    "/melding/VM-2222-3333",
)
ROMSLIG = """const s = document.createElement('style');
    s.textContent = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-bottom: 2em !important }`;
    document.head.append(s);"""
"""What a reader may ask for by WCAG 1.4.12."""

KLIPT = """return [...document.querySelectorAll('body *')].filter(e => {
    const c = getComputedStyle(e), skjult = v => v === 'hidden' || v === 'clip', r = e.getBoundingClientRect();
    return e.checkVisibility({opacityProperty: true, visibilityProperty: true}) && r.width > 2 && r.height > 2 && e.innerText?.trim()
        && (skjult(c.overflowX) && e.scrollWidth > e.clientWidth + 2 || skjult(c.overflowY) && e.scrollHeight > e.clientHeight + 2);
}).map(e => e.tagName + '.' + e.className + ' «' + e.innerText.slice(0, 60) + '»')"""
"""What can be seen and whose text is cut off by its own box."""

SAMTALEN = """const r = (document.querySelector('[data-step-type]') || document.querySelector('#welcome-screen'));
    const bunn = document.getElementById('message-composer').getBoundingClientRect().top;
    const boks = r.closest('.overflow-y-auto, [class*=overflow-y]') || document.getElementById('root');
    return Math.round(bunn - Math.max(0, boks.getBoundingClientRect().top))"""
"""CSS pixels of height that the conversation has above the field."""


@pytest.fixture
def side(front: Tjener) -> Iterator[Side]:
    with nettleser(front.adresse) as s:
        yield s
        assert s.fremmede() == []


@SKJERMER
def test_no_state_of_the_chat_has_a_fault_wide_narrow_enlarged_or_dark(side: Side, skjermer: tuple[Skjerm, ...]) -> None:
    funnet = {}
    for t in CHAT:
        t.gjor(side)
        if galt := feil(side, *skjermer):
            funnet[t.navn] = galt
        side.skjerm(STOR)
    assert funnet == {}


def test_at_four_times_the_size_there_is_room_to_read_the_conversation(side: Side) -> None:
    side.skjerm(FORSTORRET)
    side.apne_chat()
    side.sporr("Hva koster trygghetsalarm i Molde?")
    assert side.js(SAMTALEN) >= 120
    assert feil(side, FORSTORRET) == []
    side.js("window.scrollTo(0, 0)")
    assert side.js("return document.getElementById('v-menneske').getBoundingClientRect().top") > 0


def test_nothing_is_cut_off_for_who_needs_more_room_between_letters_words_and_lines(side: Side) -> None:
    side.skjerm(SMAL)
    side.apne_chat()
    funnet: dict[str, list[str]] = {}

    def se(hva: str) -> None:
        side.js(ROMSLIG)
        side.ro()
        if galt := [*side.js(KLIPT), *side.js(FOR_BREDT)]:
            funnet[hva] = galt

    se("start")
    side.sporr("Hva koster trygghetsalarm i Molde?")
    se("svar")
    side.trykk("Snakk med et menneske")
    se("et menneske")
    for sti in ("/", "/enkel", "/tjenester/bpa?kommune=molde", "/sok?q=alarm"):
        side.apne(sti)
        se(sti)
    assert funnet == {}


@SKJERMER
def test_no_page_beside_the_chat_has_a_fault(side: Side, front: Tjener, skjermer: tuple[Skjerm, ...]) -> None:
    funnet: dict[str, list[str]] = {}
    for sti in SIDER:
        side.apne(sti)
        side.js("document.querySelectorAll('details').forEach(d => d.open = true)")
        if galt := feil(side, *skjermer):
            funnet[sti] = galt
    for navn, gjor in ENKEL:
        gjor(side)
        if galt := feil(side, *skjermer):
            funnet[navn] = galt
    bryter = Stengning(front.data)
    bryter.steng("Vi retter en feil i prisene.")
    try:
        side.apne("/chat/")
        funnet |= {"stengt": galt} if (galt := feil(side, *skjermer)) else {}
        assert "Vi retter en feil i prisene." in side.js("return document.body.innerText")
        side.apne("/enkel")
        funnet |= {"enkel, stengt": galt} if (galt := feil(side, *skjermer)) else {}
    finally:
        bryter.apne()
    assert funnet == {}


@SKJERMER
def test_no_page_of_review_has_a_fault(tmp_path: Path, skjermer: tuple[Skjerm, ...]) -> None:
    lager = DatabaseLager(f"sqlite:///{tmp_path}/veileder.sqlite")
    bruker(lager, "kari", (K, ALLE), (S, ALLE), (T, ALLE), (A, ALLE))
    en, _ = meldt(lager)
    lager.kontaktsaker.opprett(kontaktsak("VK-7F3K-92QD"))
    stier = (
        "/inn", "", f"/sak/{en.id}", f"/sak/{en.id}/forslag", f"/sak/{en.id}/test", "/omkjoring", "/forslag", "/testsett",
        "/henvendelser", "/henvendelser/VK-7F3K-92QD", "/innsikt", "/innsikt/ukesbrev", "/meg", "/logg", "/finnes-ikke",
    )  # fmt: skip
    funnet: dict[str, list[str]] = {}
    with falsk_tjener(tmp_path) as url, nettleser(url) as side, skjemaleser(url, "kari") as n:
        for sti in stier:
            side.apne(f"/gjennomgang{sti}")
            if sti == "/inn":
                kapsel = {"name": "veileder-okt", "value": str(n.klient.cookies["veileder-okt"])}
                funnet |= {sti: galt} if (galt := feil(side, *skjermer)) else {}
                side.driver.add_cookie(kapsel)
            elif galt := feil(side, *skjermer):
                funnet[sti] = galt
        assert side.fremmede() == []
    lager.lukk()
    assert funnet == {}


LYTT = """window.lest = []; window.fokus = [];
    new MutationObserver(() => window.lest.push(document.getElementById('v-live').textContent))
        .observe(document.getElementById('v-live'), {childList: true, characterData: true, subtree: true});
    addEventListener('focusin', e => window.fokus.push(e.target.id || e.target.outerHTML.slice(0, 80)), true);"""
"""What a screen reader is given to say, and where the keyboard's focus goes."""


def test_an_answer_is_read_out_once_when_it_is_finished_and_focus_stays_in_the_field(side: Side) -> None:
    side.apne_chat()
    side.js(LYTT)
    side.sporr("Hva koster trygghetsalarm i Molde?")
    side.ro(1.5)
    (lest,) = side.js("return window.lest")
    assert lest.startswith("Svar: ") and "520\u00a0kroner" in lest and "Kilde 1" not in lest
    assert set(side.js("return window.fokus")) <= {"chat-input"}
    assert side.js("return document.activeElement.id") == "chat-input"


def test_an_answer_that_comes_slowly_is_not_read_out_in_pieces(tmp_path: Path) -> None:
    with falsk_tjener(tmp_path) as url, nettleser(url) as side:
        side.apne_chat()
        side.js(LYTT)
        side.sporr("Svar sakte, setning for setning")
        side.vent_tekst("Svaret er bare sitatet.")
        side.ro(1.5)
        assert [x.removeprefix("Svar: ").split(". [")[0] for x in side.js("return window.lest")] == ["Svaret er bare sitatet"]
        assert side.js("return document.activeElement.id") == "chat-input"


def test_the_page_is_gone_through_in_the_order_that_it_is_read(side: Side) -> None:
    """Every stop of the tabulator is seen, has a name, and comes after the one before it on the page."""
    side.apne_chat()
    side.fra_toppen()
    stopp = [side.tab() for _ in range(9)]
    assert stopp[0] == "Hopp til skrivefeltet"
    rekke = ["Hopp til skrivefeltet", "113", "Kommune", "Snakk med et menneske", "Skriv spørsmålet ditt"]
    steder = [next((i for i, navn in enumerate(stopp) if hva in navn), -1) for hva in rekke]
    assert -1 not in steder and steder == sorted(steder), stopp
    assert all(stopp), stopp


def test_who_asks_for_less_motion_gets_none(side: Side) -> None:
    side.skjerm(replace(STOR, rolig=True))
    side.apne_chat()
    side.sporr("Hva koster trygghetsalarm i Molde?")
    lengst = """return Math.max(...[...document.querySelectorAll('*')].flatMap(e => { const c = getComputedStyle(e);
        return (c.animationDuration + ',' + c.transitionDuration).split(',').map(parseFloat); }))"""
    assert side.js(lengst) <= 0.01


def test_who_goes_by_keyboard_keeps_the_place_when_a_button_works_and_when_a_dialog_closes(side: Side) -> None:
    side.apne_chat()
    side.sporr("Hva koster trygghetsalarm i Molde?")
    for knapp, venter in (("Meld fra om svaret", "Hva er galt"), ("Svaret er utdatert", "VM-")):
        side.tast(Keys.ENTER, pa=side.knapp(knapp))
        side.vent_tekst(venter)
        side.ro()
        assert side.driver.switch_to.active_element.text == knapp
    om = side.knapp("Om tjenesten", "#v-topp")
    side.tast(Keys.ENTER, pa=om)
    side.alle('[role="dialog"]')
    side.tast(Keys.TAB, Keys.TAB, Keys.TAB)
    assert side.js("return !!document.activeElement.closest('[role=dialog]')")
    side.tast(Keys.ESCAPE)
    side.vent(lambda: side.driver.switch_to.active_element == om, "fokus tilbake på knappen som åpnet")

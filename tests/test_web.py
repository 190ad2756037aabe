"""The chat over its own websocket, against a real server: what a user gets, and what a forger does not."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import socketio
from chatklient import Klient, _post, kjor, klient
from web_hjelp import SLAG, hent, kilde, tjener

from veileder.domene import Kontakt, Malform, Overlevering, Svar, Utfall
from veileder.web import merking
from veileder.web.sikkerhet import tillatt
from veileder.web.tekster import EN, NB, NN, VALGT_ENGELSK
from veileder.web.tilpasning import gyldig_melding, norsk_html
from veileder.web.tilstand import Tilstand
from veileder.web.visning import kildetekst, svartekst

PER_MINUTT = 12


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("web")


@pytest.fixture(scope="module")
def adresse(mappe: Path) -> Iterator[str]:
    with tjener(
        mappe,
        VEILEDER_MELDINGER_PER_MINUTT=str(PER_MINUTT),
        VEILEDER_MELDINGSLENGDE="300",
        VEILEDER_OPPHAV="https://www.molde.kommune.no",
        DATABASE_URL="postgresql://finnes-ikke/",
        LITERAL_API_KEY="nei",
    ) as url:
        yield url


def test_an_answer_streams_and_its_sources_follow_with_the_quotation_marked(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            svar = await k.sporr("Kan mor få trygghetsalarm i Molde?")
            assert "Du kan søke om trygghetsalarm" in svar
            assert r"[\[1\]](#kilde-1)" in svar and r"[\[2\]](#kilde-2)" in svar
            assert len(k.alle("stream_token")) > 5
            await k.vent(lambda: len(k.steg("tool")) == 2)
            en, to = k.steg("tool")
            assert en["name"] == "Kilde 1: Trygghetsalarm – Hvem kan få trygghetsalarm?\nFelles tekst, utkast"
            assert to["name"] == "Kilde 2: Trygghetsalarm – Hva koster det?\nTekst for Molde, vedtatt"
            assert "Vår tekst. Utkast, ikke vedtatt av kommunen." in en["output"] and "Utkast" not in to["output"]
            assert "[Se siden hos molde.kommune.no](<https://www.molde.kommune.no/trygghetsalarm>)" in en["output"]
            assert "**Du kan søke om trygghetsalarm når du bor hjemme og er utrygg.**" in en["output"]
            assert "Gjelder fra: 1. januar 2026" in en["output"] and "Skal ses over: 1. januar 2027" in en["output"]
            assert "| **Trygghetsalarm** | **325\u00a0kr** |" in to["output"]
            assert "<script" not in en["output"] and "![" not in en["output"].replace("!\\[", "")

    kjor(scenario)


def test_checked_sentences_are_shown_as_they_come_and_give_way_to_the_whole_answer(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await k.send("Svar setning for setning")
            (start,) = await k.vent(lambda: k.alle("stream_start"))
            assert start["output"].startswith("Du kan søke når du er utrygg.") and not k.tekster()  # long before the answer
            await k.vent(k.tekster)
            (forste, siste) = k.alle("stream_token")
            assert "er for deg som kan falle" in forste["token"] and "<script" not in forste["token"]
            assert siste["isSequence"] and siste["token"] == k.tekster()[0]
            assert k.tekster()[0].startswith("Svaret er bare sitatet.") and "utrygg" not in k.tekster()[0]
            assert len({start["id"], siste["id"], k.steg("assistant_message")[0]["id"]}) == 1

    kjor(scenario)


def test_an_answer_can_be_asked_for_in_simpler_words_where_the_task_is_on(adresse: str, tmp_path: Path) -> None:
    async def scenario(url: str, pa: bool) -> None:
        async with klient(url) as k:
            await k.sporr("Kan mor få trygghetsalarm i Molde?")
            await k.vent(lambda: k.knapper("meld_fra") or k.knapper("menneske"))
            assert bool(k.knapper("enklere")) is pa
            if pa:
                knapp = await k.knapp("enklere")
                assert knapp["label"] == NB["enklere"]
                assert (await k.klikk(knapp)).startswith("Du kan søke.")
                eldre = knapp | {"payload": {"svar": "et annet"}}
                assert await k.klikk(eldre) == NB["valg_utgatt"]

    kjor(lambda: scenario(adresse, False))
    with tjener(tmp_path, VEILEDER_SPRAKMODELL="openai:ingen", VEILEDER_SPRAKMODELL_OPPGAVER="enklere") as url:
        kjor(lambda: scenario(url, True))


def test_the_button_to_a_human_comes_after_the_sources_and_gives_way_to_a_number(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await k.sporr("Kan mor få trygghetsalarm i Molde?")
            knapp = await k.knapp("menneske")
            sist = k.alle("new_message")[-1]
            assert sist["output"] == NB["heller"] and knapp["forId"] == sist["id"]
            assert len({d["parentId"] for d in k.alle("new_message")[-5:]}) == 1
            antall = len(k.knapper("menneske"))
            await k.sio.emit("window_message", {"til": "veileder", "hva": "valg", "kommune": "molde", "rolle": "innbygger"})
            assert "[Ring kommunen: 71 11 10 00](#ring-71111000)" in await k.sporr("Har mor rett til trygghetsalarm?")
            await k.vent(lambda: len(k.steg("tool")) == 3)
            await k.sporr("tidligere?")
            assert len(k.knapper("menneske")) == antall

    kjor(scenario)


def test_a_question_to_go_on_with_is_asked_by_its_number_also_from_an_older_answer(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await k.sporr("Kan mor få trygghetsalarm i Molde?")
            forste = await k.knapp("videre", "Hvordan søker jeg?")
            assert set(forste["payload"]) == {"svar", "nr"}
            await k.sporr("tidligere?")
            for falsk in (7, -1, "0", True, None):
                assert await k.klikk({**forste, "payload": {**forste["payload"], "nr": falsk}}) == NB["valg_utgatt"]
            assert await k.klikk({**forste, "payload": {"svar": ["x"], "nr": 0}}) == NB["valg_utgatt"]
            assert "Du kan søke" in await k.klikk({**forste, "label": "Noe helt annet"})
            assert k.steg("user_message")[-1]["output"] == "Hvordan søker jeg? (Trygghetsalarm)"

    kjor(scenario)


def test_an_answer_is_shown_for_the_other_role_and_the_choice_of_role_stays(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await k.sporr("Kan mor få trygghetsalarm i Molde?")
            knapp = await k.knapp("annen_rolle")
            assert knapp["label"] == "Vis for saksbehandler"
            assert (await k.klikk(knapp)).startswith("**Slik er svaret for en saksbehandler:**\n\nJa, du kan søke.")
            assert await k.sporr("tidligere?") == "turer=1 kommune= rolle=bor"
            assert await k.klikk({**knapp, "payload": {"svar": "et annet"}}) == NB["valg_utgatt"]

    kjor(scenario)


def test_the_page_gets_the_answer_as_plain_text_with_numbered_sources_and_the_language_of_each_part(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await k.sporr("Kan mor få trygghetsalarm i Molde?")
            (melding,) = await k.vent(lambda: [d for d in k.alle("window_message") if d.get("hva") == "svar"])
            (kopi,) = melding["kopi"].values()
            assert kopi.startswith("Ja, du kan søke.") and "**" not in kopi
            assert "Kilde 1: Trygghetsalarm – Hvem kan få trygghetsalarm? (Felles tekst, utkast, gjelder fra: 1. januar 2026)" in kopi
            assert "{adresse}/tjenester/trygghetsalarm#hvem--1\n   https://www.molde.kommune.no/trygghetsalarm" in kopi
            assert set(melding["sprak"].values()) == {"nb"}

    kjor(scenario)


def test_a_human_is_one_click_away_under_every_answer_and_from_the_bar(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await k.sporr("Har mor rett til trygghetsalarm?")
            knapp = await k.vent(lambda: next((a for a in k.alle("action") if a["name"] == "menneske"), None))
            assert knapp["label"] == "Snakk med et menneske"
            assert "Hvilken kommune gjelder det?" in await k.klikk(knapp)
            kommuner = await k.vent(lambda: [a for a in k.alle("action") if a["name"] == "kommune"][5:] and k.alle("action"))
            molde = next(a for a in kommuner if a["label"] == "Molde")
            kort = await k.klikk(molde)
            assert "[Ring kommunen: 71 11 10 00](#ring-71111000)" in kort and "Molde kommune – Tildelingskontoret" in kort and "lese opp når du ringer" in kort
            assert [d["kommune"] for d in k.alle("window_message") if "kommune" in d][-1] == "molde"
            await k.sio.emit("window_message", {"til": "veileder", "hva": "valg", "kommune": "rauma", "rolle": "innbygger"})
            await k.sio.emit("window_message", {"til": "veileder", "hva": "menneske"})
            await k.vent(lambda: "Rauma kommune" in k.tekster()[-1])
            assert "nummeret mangler hos oss, se nettstedet" in k.tekster()[-1]

    kjor(scenario)


def test_the_note_is_drafted_from_the_conversation_and_what_the_user_approves_goes_along(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await k.sio.emit("window_message", {"til": "veileder", "hva": "valg", "kommune": "molde", "rolle": "innbygger"})
            await k.sporr("Kan mor få trygghetsalarm i Molde?")
            assert "> Kan mor få trygghetsalarm i Molde?" in await k.sporr_fra_siden("menneske")
            await k.sporr("Hva koster trygghetsalarm?")
            kort = await k.sporr_fra_siden("menneske")
            sporsmal = ("Kan mor få trygghetsalarm i Molde?", "Hva koster trygghetsalarm?")
            utkast = "\n".join(["Jeg har spurt Veileder om dette:", *(f"– {s} (fikk svar)" for s in sporsmal)])
            melding = [d for d in k.alle("window_message") if d.get("hva") == "notat"][-1]
            assert list(melding["notat"].values()) == [utkast] and melding["kan_sendes"] is True
            assert "> – Hva koster trygghetsalarm? (fikk svar)" in kort and "innen 3 arbeidsdager" in kort
            assert (await k.knapp("hos_leseren", NB["notat_bruk"]))["id"] == next(iter(melding["notat"]))
            await k.sio.emit("window_message", {"til": "veileder", "hva": "notat", "notat": "x" * 5000})
            await k.vent(lambda: k.tekster()[-1] == NB["ugyldig"])
            rettet = "Mor er utrygg hjemme.\nFødselsnummer 13097248022. Kan dere ringe?"
            await k.sio.emit("window_message", {"til": "veileder", "hva": "notat", "notat": rettet})
            await k.vent(lambda: k.tekster()[-1].startswith(NB["notat_godkjent"]))
            await k.sporr("Kari")
            await k.sporr("99 11 22 33")
            oversikt = await k.sporr("formiddag")
            assert "Gjelder: Mor er utrygg hjemme. Fødselsnummer" in oversikt and "Kan dere ringe?" in oversikt
            assert "13097248022" not in oversikt
            assert "er lagret" in await k.klikk(await k.knapp("skjema", NB["skjema_send"]))

    kjor(scenario)


def test_a_click_on_a_reading_sends_an_index_and_never_text(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await k.sporr("alarm")
            valg = await k.vent(lambda: [a for a in k.alle("action") if a["name"] == "valg"][1:] and k.alle("action"))
            forste = next(a for a in valg if a["label"] == SLAG[0])
            assert set(forste["payload"]) == {"svar", "nr"}
            for falsk in (7, -1, "0", True, None):
                svar = await k.klikk({**forste, "payload": {**forste["payload"], "nr": falsk}})
                assert svar == NB["valg_utgatt"]
            assert await k.klikk({**forste, "payload": {"svar": "et annet", "nr": 0}}) == NB["valg_utgatt"]
            assert "Du kan søke" in await k.klikk({**forste, "label": "Noe helt annet"})
            assert k.steg("user_message")[-1]["output"] == SLAG[0]
            assert await k.klikk(forste) == NB["valg_utgatt"]

    kjor(scenario)


def test_the_bar_sets_kommune_and_role_and_the_conversation_is_remembered(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            valg = {"til": "veileder", "hva": "valg", "kommune": "molde", "rolle": "saksbehandler"}
            await k.sio.emit("window_message", valg)
            await k.sio.emit("window_message", {**valg, "kommune": "oslo", "rolle": "sjef"})
            await k.sio.emit("window_message", "ikke et objekt")
            await asyncio.sleep(0.2)
            assert await k.sporr("tidligere?") == "turer=0 kommune=molde rolle=arbeider"
            for _ in range(8):
                siste = await k.sporr("tidligere?")
            assert siste == "turer=6 kommune=molde rolle=arbeider"

    kjor(scenario)


def test_a_page_whose_session_is_lost_is_told_that_the_conversation_is_forgotten(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            valg = {"til": "veileder", "hva": "valg", "kommune": "", "rolle": "innbygger", "fortsetter": True}
            await k.sio.emit("window_message", valg)
            await k.vent(lambda: k.tekster() == [NB["glemt"]])

    kjor(scenario)


def test_too_many_messages_too_long_and_empty_ones_get_a_kind_text(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            assert "for lang" in await k.sporr("a" * 301)
            assert await k.sporr("   ") == NB["tom"]
            for _ in range(PER_MINUTT - 2):
                await k.sporr("tidligere?")
            assert await k.sporr("tidligere?") == NB["for_mange"]
        async with klient(adresse) as annen:
            assert "turer=0" in await annen.sporr("tidligere?")

    kjor(scenario)


def test_where_life_is_in_danger_the_numbers_can_be_tapped(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            svar = await k.sporr("Han puster ikke!")
            assert "**Ring [113](#tel-113) nå**" in svar and "[116 117](#tel-116117)" in svar

    kjor(scenario)


def test_an_error_of_ours_is_told_without_its_text(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            assert await k.sporr("Nå blir det feil") == NB["feilet"]
            assert "hemmelig" not in json.dumps(k.hendelser)

    kjor(scenario)


@pytest.mark.parametrize("felt", [{"type": "assistant_message"}, {"type": "run"}, {"id": "ikke-uuid"}, {"output": 5}])
def test_a_forged_message_is_not_answered(adresse: str, felt: dict[str, Any]) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            assert await k.sporr("Kan jeg få trygghetsalarm?", **felt) == NB["ugyldig"]

    kjor(scenario)


def test_forged_events_do_nothing_and_the_chat_goes_on(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await k.sio.emit("edit_message", {"message": {"id": "x", "output": "y"}})
            await k.sio.emit("chat_settings_change", {"a": 1})
            await k.sio.emit("client_message", "tull")
            await k.vent(lambda: NB["ugyldig"] in k.tekster())
            await k.sio.emit("stop")
            await k.vent(lambda: NB["stoppet"] in k.tekster())
            assert "turer=0" in await k.sporr("tidligere?")
            assert '"isError": true' not in json.dumps(k.hendelser)

    kjor(scenario)


def test_only_pages_of_our_own_open_the_websocket(adresse: str) -> None:
    async def scenario() -> None:
        with pytest.raises(socketio.exceptions.ConnectionError):
            await Klient(adresse).koble(Origin="https://ond.example")
        for origin in (adresse, "https://www.molde.kommune.no"):
            k = Klient(adresse)
            await k.koble(Origin=origin)
            await k.sio.disconnect()

    kjor(scenario)


def test_health_readiness_and_the_way_in(adresse: str) -> None:
    assert json.loads(hent(f"{adresse}/helse")[1]) == {"status": "ok"}
    assert hent(f"{adresse}/klar")[0] == 200
    status, html, hoder = hent(f"{adresse}/")
    assert status == 200 and '<html lang="nb">' in html and "<title>Veileder</title>" in html
    assert "unsafe-eval" not in hoder["content-security-policy"]
    assert "frame-ancestors 'self' https://www.molde.kommune.no" in hoder["content-security-policy"]
    assert hoder["x-content-type-options"] == "nosniff" and hoder["referrer-policy"] == "no-referrer"
    assert "server" not in hoder
    assert "set-cookie" not in hoder


def test_no_cookie_is_set(adresse: str) -> None:
    import urllib.request

    foresporsel = urllib.request.Request(f"{adresse}/chat/set-session-cookie", b'{"session_id": "x"}', method="POST")
    with urllib.request.urlopen(foresporsel, timeout=10) as svar:
        assert svar.status == 200
        assert svar.headers["Set-Cookie"] is None


def test_without_an_index_it_lives_but_is_not_ready_and_says_so(tmp_path: Path) -> None:
    with tjener(tmp_path, VEILEDER_TEST_IKKE_KLAR="1") as url:
        assert hent(f"{url}/helse")[0] == 200
        status, tekst, _ = hent(f"{url}/klar")
        assert status == 503 and "Det finnes ingen indeks" in tekst
        assert json.loads(hent(f"{url}/side.json")[1])["kommuner"] == []

        async def scenario() -> None:
            async with klient(url) as k:
                assert await k.sporr("Kan mor få trygghetsalarm?") == NB["ikke_klar"]

        kjor(scenario)


def test_the_page_names_no_other_host(adresse: str) -> None:
    for sti in ("/chat/", "/chat/public/veileder.css", "/chat/public/veileder.js", "/side.json"):
        innhold = hent(adresse + sti)[1].replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"(?:https?:)?//[a-z0-9-]+\.[a-z]", innhold), sti
    side = hent(f"{adresse}/chat/")[1]
    for sti in re.findall(r'(?:href|src)="(/[^"]+)"', side):
        assert hent(adresse + sti)[0] == 200, sti
    stilark = re.search(r'href="(/chat/assets/[^"]+\.css)"', side)
    assert stilark and not re.search(r"url\(['\"]?(?:https?:)?//", hent(adresse + stilark[1])[1])


def test_what_the_chat_does_not_use_is_closed(adresse: str) -> None:
    for sti in ("/chat/project/threads", "/chat/mcp", "/chat/login", "/chat/project/file", "/chat/project/element"):
        assert _post(adresse + sti, {}) == 404, sti
        assert not tillatt("PUT", sti) and not tillatt("GET", sti)
    oppsett = json.loads(hent(f"{adresse}/chat/project/settings?language=nb")[1])
    assert oppsett["dataPersistence"] is False
    assert oppsett["features"]["spontaneous_file_upload"]["enabled"] is False
    assert oppsett["features"]["unsafe_allow_html"] is False


def _chainlit() -> Path:
    """Return the folder of the installed package, without importing it: an import writes files here."""
    sted = importlib.util.find_spec("chainlit")
    assert sted is not None and sted.origin is not None
    return Path(sted.origin).parent


def _nokler(d: dict[str, Any], foran: str = "") -> set[str]:
    ut: set[str] = set()
    for k, v in d.items():
        ut |= _nokler(v, f"{foran}{k}.") if isinstance(v, dict) else {f"{foran}{k}"}
    return ut


@pytest.mark.parametrize("sprak", ["nb", "nn", "no", "nb-NO", "nn-NO", "en-US", "de-DE", "pl"])
def test_every_string_of_the_page_is_norwegian_whatever_the_browser_says(adresse: str, sprak: str) -> None:
    fasit = json.loads((_chainlit() / "translations" / "en-US.json").read_text())
    gitt = json.loads(hent(f"{adresse}/chat/project/translations?language={sprak}")[1])["translation"]
    assert _nokler(gitt) == _nokler(fasit)
    assert gitt["chat"]["messages"]["status"]["used"] == ""  # the name of the source says it, in the language of the answer
    assert gitt["common"]["actions"]["cancel"] == "Avbryt"
    profil = json.loads(hent(f"{adresse}/chat/project/settings?language={sprak}")[1])
    assert ("Kva lurer" if sprak.startswith("nn") else "Hva lurer") in profil["chatProfiles"][0]["markdown_description"]
    assert "datamaskin (KI)" in profil["chatProfiles"][0]["markdown_description"]
    sendes = "Ingenting blir sendt ut" if sprak.startswith("nn") else "Ingenting sendes ut"
    assert sendes in profil["markdown"] and "etter 21 dag" in profil["markdown"] and "@" not in profil["markdown"]


def test_nothing_is_written_where_the_server_was_started(adresse: str, mappe: Path) -> None:
    assert list((mappe / "arbeid").iterdir()) == []
    assert (mappe / "chainlit" / "public" / "veileder.css").is_file()


def test_the_page_is_english_only_for_those_who_chose_it(adresse: str) -> None:
    valgt = json.loads(hent(f"{adresse}/chat/project/settings?language={VALGT_ENGELSK}")[1])
    assert "computer (AI)" in valgt["chatProfiles"][0]["markdown_description"] and "Privacy" in valgt["markdown"]
    side = json.loads(hent(f"{adresse}/side.json?sprak={VALGT_ENGELSK}")[1])
    assert side["sprak"] == "en" and side["tekster"]["menneske"] == EN["menneske"]
    assert json.loads(hent(f"{adresse}/side.json?sprak=en-GB")[1])["sprak"] == "nb"


def test_the_three_languages_have_the_same_texts_with_the_same_fields() -> None:
    for annen in (NN, EN):
        assert list(annen) == list(NB)
        for nokkel in NB:
            assert set(re.findall(r"\{\w+\}", NB[nokkel])) == set(re.findall(r"\{\w+\}", annen[nokkel])), nokkel
            assert NB[nokkel].strip() and annen[nokkel].strip()


def test_the_language_of_the_page_can_be_chosen_and_the_language_of_a_question_goes_before(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await k.sio.emit("window_message", {"til": "veileder", "hva": "valg", "sprak": "nn"})
            assert await k.sporr("   ") == NN["tom"]
            assert await k.sporr("språk?") == "sprak=nn"
            assert await k.sporr("språk, hva koster det egentlig for meg?") == "sprak=None"
            assert await k.sporr("   ") == NN["tom"]  # the answers are in bokmål, the page is not
            await k.sio.emit("window_message", {"til": "veileder", "hva": "valg", "sprak": "klingon"})
            assert await k.sporr("   ") == NN["tom"]

    kjor(scenario)


def test_marking_keeps_every_word_and_marks_the_right_one_of_two() -> None:
    tekst = "Ring oss.\n- Ring oss.\n\nKl. 9–15: Ring."
    assert merking.med_sitat(tekst, "Ring oss.", (12, 21)) == "Ring oss.\n- **Ring oss.**\n\nKl. 9–15: Ring."
    assert merking.med_sitat(tekst, "finnes ikke") == merking.trygg(tekst)
    assert merking.trygg("a :b ::c <i> ![x](y)") == "a \\:b \\:\\:c &lt;i> !\\[x](y)"
    assert "".join(merking.biter("en to\n\ntre  fire fem seks")) == "en to\n\ntre  fire fem seks"


def test_a_long_address_in_an_answer_becomes_a_link_with_a_name() -> None:
    svar = Svar(
        henvendelse="x",
        sporsmal="",
        tekst="Telefon 71 57 40 00 (https://www.molde.kommune.no/helse/). Se [loven](https://lovdata.no/lov/1).",
        utfall=Utfall.OVERLEVERT,
        sprak=Malform.NB,
        overlevering=Overlevering(grunn="", kontakt=Kontakt(lenke="https://www.molde.kommune.no/helse/")),
    )
    vent = "Telefon 71\u00a057\u00a040\u00a000 ([nettside](<https://www.molde.kommune.no/helse/>)). Se [loven](https://lovdata.no/lov/1)."
    assert svartekst(svar) == vent


def test_only_references_to_the_answers_own_sources_lead_somewhere() -> None:
    svar = Svar(
        henvendelse="x",
        sporsmal="",
        tekst="En. [1] To. [2] Se [1](https://lovdata.no) og ![1].",
        utfall=Utfall.BESVART,
        sprak=Malform.NB,
        kilder=(kilde(1),),
    )
    assert svartekst(svar) == r"En. [\[1\]](#kilde-1) To. [2] Se [1](https://lovdata.no) og !\[1]."


def test_a_source_without_a_sound_address_has_no_line_that_names_its_host() -> None:
    for lenke in ("javascript:alert(1)", "https://[x", "https://]evil[/a", ""):
        assert "Se siden hos" not in kildetekst(kilde(1, lenke=lenke), {}, Malform.NB)


def test_the_rate_limit_forgets_after_a_minute() -> None:
    t = Tilstand()
    assert [t.slipp_inn(2, na) for na in (0.0, 1.0, 2.0, 60.5)] == [True, True, False, True]


def test_a_message_with_files_or_without_shape_is_refused_at_the_door() -> None:
    god = {"message": {"id": str(uuid.uuid4()), "type": "user_message", "output": "hei"}}
    assert gyldig_melding(god)
    assert not gyldig_melding({**god, "fileReferences": [{"id": "x"}]})
    formlose: list[object] = [None, [], {}, {"message": None}, {"message": {"type": "user_message"}}]
    assert not any(gyldig_melding(x) for x in formlose)


def test_the_template_loses_other_hosts_and_says_its_language() -> None:
    html = norsk_html('<html lang="en"><link\n rel="x" href="https://a.b/c"\n/><meta property="og:image" content="https://x"><p>')
    assert html == '<html lang="nb"><p>'


@pytest.mark.parametrize(
    ("tekst", "delt"),
    [
        ("Det koster 1 162 kroner i 2025 for 12 uker.", ["Det", "koster", "1 162 kroner", "i", "2025", "for", "12", "uker."]),
        ("Ring 116 117, se § 11-2 og §§ 3-1.", ["Ring", "116 117,", "se", "§ 11-2", "og", "§§ 3-1."]),
        ("Telefon 71 57 40 00. 50 prosent", ["Telefon", "71 57 40 00.", "50 prosent"]),
    ],
)
def test_a_number_is_not_parted_from_its_own_at_the_end_of_a_line(tekst: str, delt: list[str]) -> None:
    assert [d.replace("\u00a0", " ") for d in re.split(r"[ \n]", merking.hold_sammen(tekst))] == delt

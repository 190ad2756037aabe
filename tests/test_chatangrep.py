"""Attacks on the chat's websocket and calls, against a real server: forged handshakes, ids, profiles and types."""

from __future__ import annotations

import asyncio
import json
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import socketio
from chatklient import _post, kjor, klient
from web_hjelp import hent, kilde, tjener

from veileder.domene import Kontakt, Malform, Overlevering, Svar, Utfall
from veileder.web.enkel.visning import svarhtml
from veileder.web.tekster import NB
from veileder.web.visning import svartekst

EKTE: dict[str, Any] = {
    "sessionId": str(uuid.uuid4()),
    "clientType": "webapp",
    "userEnv": "{}",
    "threadId": "",
    "chatProfile": "Veileder",
}


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("chatangrep")


@pytest.fixture(scope="module")
def adresse(mappe: Path) -> Iterator[str]:
    with tjener(mappe) as url:
        yield url


async def _koble(adresse: str, auth: object) -> socketio.AsyncClient:
    sio = socketio.AsyncClient(reconnection=False)
    await sio.connect(adresse, socketio_path="/chat/ws/socket.io", auth=auth, transports=["websocket"])
    return sio


def test_a_session_named_as_a_folder_deletes_nothing(adresse: str, mappe: Path) -> None:
    """The chat's library removes a folder by the session's name when a session is cleared."""
    offer = mappe / "offer"
    offer.mkdir()
    (offer / "base.sqlite").write_text("viktig")

    async def scenario() -> None:
        for navn in (str(offer), "../../offer", "../offer", "..", "."):
            try:
                sio = await _koble(adresse, {**EKTE, "sessionId": navn})
            except socketio.exceptions.ConnectionError:
                continue
            await sio.emit("clear_session")
            await asyncio.sleep(0.1)
            await sio.disconnect()
        await asyncio.sleep(0.5)

    kjor(scenario)
    assert (offer / "base.sqlite").read_text() == "viktig" and (mappe / "chainlit" / "public").is_dir()


FORFALSKET: list[object] = [
    None,
    "tull",
    [],
    {},
    *(
        {**EKTE, "sessionId": id_}
        for id_ in (None, 7, ["x"], "", "x", str(uuid.uuid1()), str(uuid.uuid4()).upper(), "{" + str(uuid.uuid4()) + "}")
    ),
    {**EKTE, "chatProfile": "Administrator"},
    {**EKTE, "chatProfile": {"x": 1}},
    {**EKTE, "clientType": "copilot"},
    {**EKTE, "userEnv": '{"OPENAI_API_KEY": "x"}'},
    {**EKTE, "userEnv": "{"},
    {**EKTE, "threadId": "en-annens"},
]


def test_a_forged_handshake_is_refused_and_the_chat_goes_on(adresse: str) -> None:
    async def scenario() -> None:
        for auth in FORFALSKET:
            with pytest.raises(socketio.exceptions.ConnectionError):
                await _koble(adresse, auth)
        async with klient(adresse) as k:
            assert "turer=0" in await k.sporr("tidligere?")

    kjor(scenario)


FORMLOST: list[Any] = [
    None,
    7,
    ["x"],
    {"message": {"id": [], "type": {}, "output": None}},
    {"til": "veileder", "hva": "valg", "kommune": {}},
]


def test_calls_and_events_with_anything_in_them_are_refused_without_a_trace_of_ours(adresse: str, mappe: Path) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await k.sporr("alarm")
            knapp = await k.knapp("valg")
            for payload in (
                {},
                {"sessionId": "../..", "action": knapp},
                {"sessionId": k.sesjon, "action": {"name": "finnes_ikke"}},
            ):
                assert await asyncio.to_thread(_post, f"{adresse}/chat/project/action", payload) in (400, 404)
            for hendelse in ("client_message", "window_message", "stop", "clear_session_x", "edit_message", "message_favorite"):
                for data in FORMLOST:
                    await k.sio.emit(hendelse, data)
            await k.vent(lambda: NB["ugyldig"] in k.tekster())
            assert "Traceback" not in json.dumps(k.hendelser)
        async with klient(adresse) as ny:
            assert "turer=0" in await ny.sporr("tidligere?")

    kjor(scenario)
    assert hent(f"{adresse}/helse")[0] == 200


def test_one_session_cannot_click_in_another(adresse: str) -> None:
    async def scenario() -> None:
        async with klient(adresse) as en, klient(adresse) as annen:
            await en.sporr("alarm")
            knapp = await en.knapp("valg")
            assert "tidligere spørsmål" in await annen.klikk(knapp)

    kjor(scenario)


@pytest.mark.parametrize("sti", [
    "/chat/public/../../veileder.sqlite", "/chat/public/%2e%2e/%2e%2e/veileder.sqlite", "/chat/public/..%2f..%2fveileder.sqlite",
    "/chat/assets/%2e%2e/%2e%2e/x", "/chat/avatars/..%2f..%2fx", "/chat/public//etc/passwd", "/chat/public/elements/..%5c..%5cx",
    "/sider.css/../../x", "/enkel/..%2f..%2fx", "/dokument/..%2f..%2fveileder.sqlite", "/dokument/%00",
])  # fmt: skip
def test_no_path_leads_out_of_what_is_shown(adresse: str, sti: str) -> None:
    status, tekst, _ = hent(adresse + sti)
    assert status in (400, 404, 410, 503) and "root:" not in tekst and "SQLite" not in tekst and "Traceback" not in tekst


def _svar(tekst: str, **felt: Any) -> Svar:
    return Svar(henvendelse="x", sporsmal="", tekst=tekst, utfall=Utfall.BESVART, sprak=Malform.NB, kilder=(kilde(1),), **felt)


@pytest.mark.parametrize("lenke", [
    "[les her](https://ond.example/x)", "[les her](<https://ond.example>)", "[les her](//ond.example/x)", "[les her]( https://ond.example 'x')",
    "https://ond.example/stjel?x=1", "[les her](https://molde.kommune.no@ond.example/)", "[les her](javascript://ond.example/%0aalert(1))",
    "[les her](HTTPS://OND.EXAMPLE)", "[x]: https://ond.example",
])  # fmt: skip
def test_an_answer_links_only_to_hosts_that_its_sources_or_contact_name(lenke: str) -> None:
    svar = _svar(f"Se {lenke} og [kommunen](https://www.molde.kommune.no/trygghetsalarm?side=2). [1]")
    for vist in (str(svarhtml(1, svar, Malform.NB)), svartekst(svar)):
        assert "https://www.molde.kommune.no/trygghetsalarm?side=2" in vist
        assert not re.search(r"(?:href=\"|\]\(<?)[^\"#)]*ond\.example", vist, re.IGNORECASE), vist
        assert "://ond" not in vist.lower()


def test_a_contacts_own_page_may_be_linked_to() -> None:
    kontakt = Kontakt(kommune="molde", navn="Molde", lenke="https://helse.molde.no/x")
    svar = _svar("Se (https://helse.molde.no/x).", overlevering=Overlevering(grunn="", kontakt=kontakt))
    assert 'href="https://helse.molde.no/x"' in svarhtml(1, svar, Malform.NB)


@pytest.mark.parametrize(
    ("metode", "sti"), [("POST", "/tjenester"), ("DELETE", "/enkel"), ("PUT", "/sok?malform=nn"), ("PATCH", "/melding")]
)
def test_a_call_that_no_page_takes_is_told_in_norwegian(adresse: str, metode: str, sti: str) -> None:
    svar = httpx.request(metode, adresse + sti)
    assert svar.status_code == 405 and ("kan ikke brukes slik" in svar.text or "kan ikkje brukast slik" in svar.text)
    assert "default-src 'none'" in svar.headers["content-security-policy"]

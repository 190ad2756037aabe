"""Attacks on the chat's websocket and calls, against a real server: forged handshakes, ids, profiles and types."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import socketio
from chatklient import _post, kjor, klient
from web_hjelp import hent, tjener

from veileder.web.tekster import NB

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

"""Limits for each address over HTTP and the chat's websocket: told kindly, with when to come back, and nobody else is hit."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import socketio
from chatklient import Klient, kjor
from test_enkel import NETTLESER
from web_hjelp import tjener

from veileder.web.adressevern import DOGN, Adressevern
from veileder.web.demning import MEST
from veileder.web.grenser import FASTE, Grense, Grenser, Slag, Teller
from veileder.web.tekster import NB

PER_MINUTT = 6
HER, DER = "192.0.2.7", "198.51.100.9"


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("grenser")


@pytest.fixture(scope="module")
def adresse(mappe: Path) -> Iterator[str]:
    with tjener(mappe, VEILEDER_MELDINGER_PER_MINUTT_ADRESSE=str(PER_MINUTT), VEILEDER_LOGG="INFO") as url:
        yield url


def fra(adresse: str, sted: str) -> httpx.Client:
    """A browser at another address, behind the proxy that the settings believe."""
    return httpx.Client(base_url=adresse, headers={**NETTLESER, "X-Forwarded-For": sted}, timeout=20)


def test_many_conversations_from_one_address_share_a_limit_in_the_chat_and_without_it(adresse: str) -> None:
    async def scenario() -> None:
        for _ in range(PER_MINUTT):
            k = Klient(adresse)
            await k.koble(**{"X-Forwarded-For": HER})
            assert "turer=0" in await k.sporr("tidligere?")
            await k.sio.disconnect()
        k = Klient(adresse)
        await k.koble(**{"X-Forwarded-For": HER})
        assert await k.sporr("tidligere?") == NB["for_mange"]
        await k.sio.disconnect()

    kjor(scenario)
    with fra(adresse, HER) as her, fra(adresse, DER) as der, httpx.Client(base_url=adresse, headers=NETTLESER) as uten:
        svar = her.post("/enkel", data={"sporsmal": "tidligere?"})
        assert svar.status_code == 429 and 0 < int(svar.headers["retry-after"]) <= 60
        assert "Vent et minutt" in svar.text and "tidligere?</textarea>" in svar.text
        assert der.post("/enkel", data={"sporsmal": "tidligere?"}).status_code == 303
        for _ in range(PER_MINUTT + 1):  # a proxy that says nothing is not a person
            assert uten.post("/enkel", data={"sporsmal": "tidligere?"}).status_code == 303


def test_addresses_are_neither_stored_nor_logged(adresse: str, mappe: Path) -> None:
    with fra(adresse, "203.0.113.77") as c:
        for _ in range(PER_MINUTT + 2):
            c.post("/enkel", data={"sporsmal": "tidligere?"})
    for fil in mappe.rglob("*"):
        if fil.is_file():
            assert b"203.0.113.77" not in fil.read_bytes(), fil


def test_searches_from_one_address_are_limited_with_a_page_that_says_when_to_come_back(adresse: str) -> None:
    with fra(adresse, "192.0.2.50") as c:
        koder = [c.get("/sok?q=alarm&malform=nn") for _ in range(FASTE[Slag.OPPSLAG].antall + 1)]
    assert koder[-2].status_code != 429 and koder[-1].status_code == 429
    assert 0 < int(koder[-1].headers["retry-after"]) <= 60 and "Vent eit minutt" in koder[-1].text
    assert "default-src 'none'" in koder[-1].headers["content-security-policy"]


def test_what_is_too_large_is_refused_whether_or_not_its_length_is_told(adresse: str) -> None:
    with fra(adresse, DER) as c:
        stort = b"sporsmal=" + b"a" * (MEST + 1)
        for sti in ("/enkel", "/chat/project/action", "/chat/ws/socket.io/?EIO=4&transport=polling", "/gjennomgang/inn"):
            assert c.post(sti, content=stort).status_code == 413, sti
        biter = (stort[i : i + 50_000] for i in range(0, len(stort), 50_000))
        svar = c.post("/enkel", content=biter)
        assert svar.status_code == 413 and "for stort" in svar.text
        assert c.get("/helse").status_code == 200


async def _handtrykk(adresse: str, sted: str) -> int:
    """Open a websocket as far as the status, and let it go."""
    leser, skriver = await asyncio.open_connection("127.0.0.1", int(adresse.rsplit(":", 1)[1]))
    skriver.write(
        (
            "GET /chat/ws/socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nX-Forwarded-For: {sted}\r\n\r\n"
        ).encode()
    )
    linje = await leser.readline()
    skriver.close()
    return int(linje.split()[1])


def test_websockets_are_limited_in_number_and_in_messages(adresse: str) -> None:
    async def flom() -> None:
        k = Klient(adresse)
        await k.koble(**{"X-Forwarded-For": "192.0.2.80"})
        for _ in range(FASTE[Slag.RAMME].antall + 20):
            if not k.sio.connected:
                break
            await k.sio.emit("window_message", "x")
        await k.vent(lambda: not k.sio.connected)

    async def mange() -> None:
        k = Klient(adresse)
        await k.koble(**{"X-Forwarded-For": DER})
        for _ in range(FASTE[Slag.TILKOBLING].antall):
            assert await _handtrykk(adresse, "192.0.2.81") == 101
        assert await _handtrykk(adresse, "192.0.2.81") == 429
        with pytest.raises(socketio.exceptions.ConnectionError):
            await Klient(adresse).koble(**{"X-Forwarded-For": "192.0.2.81"})
        await k.sio.emit("connection_successful")
        assert k.sio.connected
        await k.sio.disconnect()

    logging.getLogger("engineio.client").setLevel(logging.CRITICAL)
    kjor(flom)
    kjor(mange)


def test_a_message_of_a_megabyte_does_no_harm(adresse: str) -> None:
    async def scenario() -> None:
        k = Klient(adresse)
        await k.koble(**{"X-Forwarded-For": "192.0.2.90"})
        assert "for lang" in await k.sporr("a" * 900_000)
        await k.send("a" * 2_000_000)
        await k.vent(lambda: not k.sio.connected)
        ny = Klient(adresse)
        await ny.koble(**{"X-Forwarded-For": "192.0.2.90"})
        assert "turer=0" in await ny.sporr("tidligere?")
        await ny.sio.disconnect()

    kjor(scenario)


def test_guessing_receipts_and_passwords_is_told_when_to_come_back(adresse: str) -> None:
    with fra(adresse, "192.0.2.60") as c:
        skjema = c.get("/gjennomgang/inn").text.split('name="nokkel" value="')[1].split('"')[0]
        svar = [c.post("/gjennomgang/inn", data={"nokkel": skjema, "brukernavn": "ada", "passord": f"feil{n}"}) for n in range(7)]
    assert svar[-1].status_code == 429 and int(svar[-1].headers["retry-after"]) > 0


def test_marks_are_others_each_day_and_each_start_and_a_household_has_one() -> None:
    en, to = Adressevern(), Adressevern()
    assert en.merke(HER, 0.0) == en.merke(HER, DOGN - 1) != en.merke(HER, DOGN)
    assert en.merke(HER, 0.0) != to.merke(HER, 0.0) and HER not in en.merke(HER, 0.0)
    assert en.merke("2001:db8::1", 5.0) == en.merke("2001:db8::ffff", 5.0) != en.merke("2001:db8:0:1::1", 5.0)
    assert en.merke("::ffff:192.0.2.7", 5.0) == en.merke(HER, 5.0)


def test_a_window_slides_and_only_so_many_places_are_remembered() -> None:
    teller = Teller(Grense(2, 60.0))
    assert [teller.vent("a", na) for na in (0.0, 1.0, 2.0, 60.0)] == [0.0, 0.0, 58.0, 0.0]
    for n in range(10_001):
        teller.vent(f"sted{n}", 61.0)
    assert len(teller._steder) == 10_000
    grenser = Grenser(1)
    assert [grenser.vent(Slag.MELDING, HER, 0.0), grenser.vent(Slag.MELDING, HER, 0.5)] == [0, 60]
    assert {grenser.vent(Slag.MELDING, sted, 1.0) for sted in ("127.0.0.1", "::1", "") * 3} == {0}


def test_our_own_pages_allow_nothing_inline_and_the_chats_page_no_eval(adresse: str) -> None:
    with fra(adresse, DER) as c:
        for sti in ("/enkel", "/tjenester", "/sok", "/melding", "/finnes-ikke", "/gjennomgang/inn", "/side.json", "/sider.css"):
            policy = c.get(sti).headers["content-security-policy"]
            assert "unsafe" not in policy and "default-src 'none'" in policy and "base-uri 'none'" in policy, sti
        chat = c.get("/chat/").headers["content-security-policy"]
        skript = next(d for d in chat.split("; ") if d.startswith("script-src"))
        assert "unsafe" not in skript and json.dumps(chat).count("unsafe") == 1  # the chat's library sets style attributes

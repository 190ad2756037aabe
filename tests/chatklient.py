"""A browser's end of the chat's websocket, for the tests."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import socketio


class Klient:
    """A browser's end of the websocket: what it sends, and everything that it is sent."""

    def __init__(self, url: str) -> None:
        self.url, self.sesjon = url, str(uuid.uuid4())
        self.sio = socketio.AsyncClient(reconnection=False)
        self.hendelser: list[tuple[str, Any]] = []
        self.sio.on("*", self._motta)

    async def _motta(self, hendelse: str, *data: Any) -> None:
        self.hendelser.append((hendelse, data[0] if data else None))

    async def koble(self, **hoder: str) -> None:
        auth = {"sessionId": self.sesjon, "clientType": "webapp", "userEnv": "{}", "threadId": "", "chatProfile": "Veileder"}
        await self.sio.connect(self.url, socketio_path="/chat/ws/socket.io", auth=auth, headers=hoder, transports=["websocket"])
        await self.sio.emit("connection_successful")
        await self.vent(lambda: self.alle("window_message"))

    async def vent(self, sant: Any, sekunder: float = 8.0) -> Any:
        for _ in range(int(sekunder / 0.02)):
            if funnet := sant():
                return funnet
            await asyncio.sleep(0.02)
        raise AssertionError(f"ventet forgjeves; fikk {[h for h, _ in self.hendelser][-12:]}")

    def alle(self, hendelse: str) -> list[Any]:
        return [data for navn, data in self.hendelser if navn == hendelse]

    def steg(self, slag: str) -> list[dict[str, Any]]:
        return [d for d in self.alle("new_message") if d["type"] == slag]

    def tekster(self) -> list[str]:
        """Return what is said, as it is read; the lines that carry buttons after the sources are left out."""
        return [d["output"].replace("\u00a0", " ") for d in self.steg("assistant_message") if not d["id"].startswith("rad-")]

    def knapper(self, navn: str) -> list[dict[str, Any]]:
        """Return the buttons of a kind, oldest first."""
        return [a for a in self.alle("action") if a["name"] == navn]

    async def knapp(self, navn: str, etikett: str = "") -> dict[str, Any]:
        """Wait for a button and return the newest of its kind."""
        finn = lambda: [a for a in self.knapper(navn) if etikett in a["label"]]  # noqa: E731 - asked again and again
        funnet: list[dict[str, Any]] = await self.vent(finn)
        return funnet[-1]

    async def send(self, tekst: str, **felt: Any) -> None:
        melding = {"id": str(uuid.uuid4()), "output": tekst, "type": "user_message", "name": "User", "createdAt": None, **felt}
        await self.sio.emit("client_message", {"message": melding, "fileReferences": None})

    async def sporr(self, tekst: str, **felt: Any) -> str:
        for_ = len(self.tekster())
        await self.send(tekst, **felt)
        await self.vent(lambda: len(self.tekster()) > for_)
        return self.tekster()[for_]

    async def sporr_fra_siden(self, hva: str) -> str:
        """Press a button of the page's bar, and return what is said."""
        for_ = len(self.tekster())
        await self.sio.emit("window_message", {"til": "veileder", "hva": hva})
        await self.vent(lambda: len(self.tekster()) > for_)
        return self.tekster()[for_]

    async def klikk(self, handling: dict[str, Any]) -> str:
        for_ = len(self.tekster())
        status = await asyncio.to_thread(_post, f"{self.url}/chat/project/action", {"sessionId": self.sesjon, "action": handling})
        assert status == 200
        await self.vent(lambda: len(self.tekster()) > for_)
        return self.tekster()[-1]


def _post(url: str, data: dict[str, Any]) -> int:
    import urllib.error
    import urllib.request

    foresporsel = urllib.request.Request(url, json.dumps(data).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(foresporsel, timeout=10) as svar:
            return int(svar.status)
    except urllib.error.HTTPError as feil:
        return feil.code


@asynccontextmanager
async def klient(url: str) -> AsyncIterator[Klient]:
    k = Klient(url)
    await k.koble()
    try:
        yield k
    finally:
        await k.sio.disconnect()


def kjor(scenario: Any) -> None:
    asyncio.run(scenario())

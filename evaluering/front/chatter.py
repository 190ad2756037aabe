"""One open chat over a real websocket: writes as a person does, and times the first words and the end of each answer."""

from __future__ import annotations

import asyncio
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from veileder.web.tekster import NB

FRIST = 30.0
"""Seconds after which a message counts as not answered."""


PROFIL = {"chatProfile": "Veileder"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Svartid:
    """Seconds from a message was sent to its first words and to its end, and when it was sent on the loop's clock."""

    sendt: float
    forste: float
    ferdig: float


@dataclass(slots=True)
class Chatter:
    """A session: opens, asks, closes.

    ``svar`` are the answers so far, ``tapt`` the messages without one, ``avvist`` those that were told to wait.
    """

    adresse: str
    svar: list[Svartid] = field(default_factory=list)
    tapt: int = 0
    avvist: int = 0
    _klient: Any = None
    _forste: float = 0.0
    _opptatt: bool = False
    _apen: asyncio.Event = field(default_factory=asyncio.Event)
    _slutt: asyncio.Event = field(default_factory=asyncio.Event)

    async def apne(self) -> None:
        """Connect as the page does, and wait until the session has begun."""
        import socketio

        self._klient = socketio.AsyncClient(reconnection=False)
        self._klient.on("*", self._motta)
        auth = {"sessionId": str(uuid.uuid4()), "clientType": "webapp", "userEnv": "{}", "threadId": "", **PROFIL}
        sti = "/chat/ws/socket.io"
        await self._klient.connect(self.adresse, socketio_path=sti, auth=auth, transports=["websocket"], wait_timeout=FRIST)
        await self._klient.emit("connection_successful")
        await asyncio.wait_for(self._apen.wait(), FRIST)

    async def _motta(self, hendelse: str, *data: Any) -> None:
        if hendelse == "window_message":
            self._apen.set()
        if not self._forste and _ord(hendelse, data[0] if data else None):
            self._forste = time.perf_counter()
        if hendelse == "new_message" and data and str(data[0].get("output")) in (NB["opptatt"], NB["for_mange"]):
            self._opptatt = True
        if hendelse == "task_end" and self._forste:
            self._slutt.set()

    async def sporr(self, tekst: str) -> None:
        """Ask, and note when the first words came and when the whole stood there."""
        melding = {"id": str(uuid.uuid4()), "output": tekst, "type": "user_message", "name": "User", "createdAt": None}
        self._forste, self._opptatt = 0.0, False
        self._slutt.clear()
        sendt = time.perf_counter()
        try:
            await self._klient.emit("client_message", {"message": melding, "fileReferences": None})
            await asyncio.wait_for(self._slutt.wait(), FRIST)
        except Exception:  # noqa: BLE001 - whatever broke, the person got no answer
            self.tapt += 1
            return
        if self._opptatt:
            self.avvist += 1
        else:
            self.svar.append(Svartid(sendt=sendt, forste=self._forste - sendt, ferdig=time.perf_counter() - sendt))

    async def lukk(self) -> None:
        """Leave."""
        if self._klient is not None:
            await self._klient.disconnect()


def _ord(hendelse: str, data: Any) -> bool:
    """Return whether an event brings words of an answer to the screen."""
    if hendelse == "stream_token":
        return bool(data and data.get("token", "").strip())
    if hendelse in ("new_message", "update_message", "stream_start"):
        return bool(data and data.get("type") == "assistant_message" and str(data.get("output") or "").strip())
    return False

"""The dam: what is too large or comes too fast is stopped before anything is computed, with a kind text and Retry-After."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from veileder.domene import Malform
from veileder.web.grenser import Grenser, Slag
from veileder.web.sider.maler import fyll_nodside
from veileder.web.sider.tekster import tekst
from veileder.web.sikkerhet import CHAT

MEST = 256 * 1024
"""Bytes of anything that is sent to us: the longest form of review, and some."""

OPPSLAG = ("/sok", "/sammenlign")
"""Pages that cost a search or a comparison."""


class ForStorFeil(Exception):
    """More was sent than is taken."""


class Demning:
    """ASGI middleware: counts by address what the handlers do not count themselves."""

    def __init__(self, app: ASGIApp, grenser: Grenser) -> None:
        self._app, self._grenser = app, grenser

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or connection."""
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        slag = _slag(scope)
        if slag and (vent := self._grenser.vent(slag, _adresse(scope))):
            await _for_mange(scope, vent)(scope, receive, send)
        elif _lengde(scope) > MEST:
            await _for_stort(scope)(scope, receive, send)
        else:
            await self._maalt(scope, receive, send)

    async def _maalt(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a body through for as long as it is not too large; a sender may tell no length, or a wrong one."""
        lest, begynt = 0, False

        async def motta() -> Message:
            nonlocal lest
            melding = await receive()
            lest += len(melding.get("body", b""))
            if lest > MEST:
                raise ForStorFeil
            return melding

        async def svar(melding: Message) -> None:
            nonlocal begynt
            begynt = True
            await send(melding)

        try:
            await self._app(scope, motta, svar)
        except ForStorFeil:
            if not begynt:
                await _for_stort(scope)(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        adresse = _adresse(scope)
        if vent := self._grenser.vent(Slag.TILKOBLING, adresse):
            await _avvis(scope, vent, receive, send)
            return

        async def motta() -> Message:
            melding = await receive()
            if melding["type"] == "websocket.receive" and self._grenser.vent(Slag.RAMME, adresse):
                await send({"type": "websocket.close", "code": 1008})
                return {"type": "websocket.disconnect", "code": 1008}
            return melding

        await self._app(scope, motta, send)


def _adresse(scope: Scope) -> str:
    klient = scope.get("client")
    return str(klient[0]) if klient else ""


def _slag(scope: Scope) -> Slag | None:
    if scope["method"] == "POST":
        return Slag.KALL
    return Slag.OPPSLAG if str(scope["path"]).startswith(OPPSLAG) else None


def _lengde(scope: Scope) -> int:
    lengde = Headers(scope=scope).get("content-length", "0")
    return int(lengde) if lengde.isdecimal() else MEST + 1


def _malform(scope: Scope) -> Malform:
    return Malform.NN if b"=nn" in scope["query_string"] else Malform.NB


def _for_mange(scope: Scope, vent: int) -> Response:
    return _stopp(scope, 429, "for_mange", {"Retry-After": str(vent)})


def _for_stort(scope: Scope) -> Response:
    return _stopp(scope, 413, "for_stort", {"Connection": "close"})


def _stopp(scope: Scope, status: int, hva: str, hoder: dict[str, str]) -> Response:
    malform = _malform(scope)
    if str(scope["path"]).startswith(CHAT):
        return PlainTextResponse(tekst(hva, malform), status, hoder)
    innhold = fyll_nodside(sprak=malform.value, tittel=tekst(f"{hva}_tittel", malform), melding=tekst(hva, malform))
    return HTMLResponse(innhold, status, hoder)


async def _avvis(scope: Scope, vent: int, receive: Receive, send: Send) -> None:
    """Refuse a websocket, with a status where the server can tell one."""
    if "websocket.http.response" in scope.get("extensions", {}):
        await _for_mange(scope, vent)(scope, receive, send)
    else:
        await send({"type": "websocket.close", "code": 1013})

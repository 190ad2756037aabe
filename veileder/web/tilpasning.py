"""Changes to Chainlit after import: what its settings cannot say. Each names what it mends."""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

import asyncio
import logging
import re
import uuid
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from veileder.domene import Malform
from veileder.web.enkel.tekster import tekst as enkeltekst
from veileder.web.handtrykk import gyldig_handtrykk, uten_trad
from veileder.web.sikkerhet import CHAT
from veileder.web.tekster import NB

UTEN_BRUK = (
    "edit_message",
    "message_favorite",
    "fetch_favorites",
    "audio_start",
    "audio_chunk",
    "audio_end",
    "chat_settings_change",
    "chat_settings_edit",
)
"""Events of the websocket that no button of ours sends; an unknown one is ignored."""


def norsk_html(html: str) -> str:
    """Return the page in Norwegian and without any other host: fonts, style sheets, previews."""
    html = html.replace('<html lang="en">', '<html lang="nb">')
    html = re.sub(r'<link\b[^>]*href="https?://[^>]*>', "", html, flags=re.DOTALL)
    html = re.sub(r'<meta property="og:(?:image|url)"[^>]*>', "", html)
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    html = html.replace("<head>", f'<head><script src="{CHAT}/public/innebygd.js"></script>', 1)
    enkel = f'<a href="/enkel">{enkeltekst("uten_skript", Malform.NB)}</a>'
    html = html.replace("<body>", f"<body><noscript><p>{NB['uten_skript']}</p><p>{enkel}</p></noscript>")
    return html.replace('<div id="root"></div>', f'<div id="root">{_mens_det_lastes()}</div>')


def _mens_det_lastes() -> str:
    """Return what stands on the page until the library, which is large, takes its place: the way to a page that is not."""
    linjer = (
        NB["laster"],
        f'<a href="/enkel">{NB["laster_tregt"]}</a>',
        f'<a href="tel:113">{NB["nodnummer"]}</a>',
    )
    return f'<div class="v-laster"><h1>Veileder</h1>{"".join(f"<p>{linje}</p>" for linje in linjer)}</div>'


def _bytt_mal() -> None:
    import chainlit.server as server

    opprinnelig = server.get_html_template

    def mal(root_path: str) -> str:
        return norsk_html(opprinnelig(root_path))

    server.get_html_template = mal


def gyldig_melding(payload: object) -> bool:
    """Return whether a message has the shape that the page sends: a user's text with a random id and no files."""
    melding = payload.get("message") if isinstance(payload, Mapping) else None
    if not isinstance(melding, Mapping) or (isinstance(payload, Mapping) and payload.get("fileReferences")):
        return False
    if melding.get("type") != "user_message" or not isinstance(melding.get("output"), str):
        return False
    try:
        return uuid.UUID(str(melding.get("id"))).version == 4
    except ValueError:
        return False


def _renset(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return the message with only what is used; the rest is the client's word for who it is."""
    melding = payload["message"]
    kjent = {"id": melding["id"], "output": melding["output"], "type": "user_message", "name": "User"}
    return {"message": {**kjent, "createdAt": None, "metadata": {}}, "fileReferences": None}


async def _ved_melding(sid: str, payload: object) -> None:
    """Check a message at the door; what is not one gets a kind text and goes no further."""
    import chainlit.socket as socket
    from chainlit.context import init_ws_context
    from chainlit.session import WebsocketSession

    from veileder.web import samtale

    if gyldig_melding(payload) and isinstance(payload, Mapping):
        await socket.message(sid, _renset(payload))
    elif session := WebsocketSession.get(sid):
        init_ws_context(session)
        await samtale.melding("", "ugyldig")


async def _ved_tilkobling(sid: str, environ: dict[str, Any], auth: object = None) -> bool:
    """Let only a handshake of our page's shape reach the library."""
    import chainlit.socket as socket

    if not isinstance(auth, Mapping) or not gyldig_handtrykk(auth):
        raise ConnectionRefusedError("ugyldig")
    return bool(await socket.connect(sid, environ, uten_trad(auth)))


async def _ved_stopp(sid: str) -> None:
    """Stop what is being answered, and say so in Norwegian."""
    from chainlit.context import init_ws_context
    from chainlit.session import WebsocketSession

    from veileder.web import samtale

    if session := WebsocketSession.get(sid):
        init_ws_context(session)
        if isinstance(session.current_task, asyncio.Task):
            session.current_task.cancel()
        await samtale.stoppet()


def _med_gjenopptak(opprinnelig: Callable[[str], Awaitable[None]]) -> Callable[[str], Awaitable[None]]:
    """Return the handler of a new connection with what a session that had one before must get again."""

    async def ved_tilkobling(sid: str) -> None:
        from chainlit.context import init_ws_context
        from chainlit.session import WebsocketSession

        from veileder.web import gjenopptak

        if session := WebsocketSession.get(sid):
            init_ws_context(session)
            gjenopptak.folg(session)
        await opprinnelig(sid)
        if session and session.restored:
            init_ws_context(session)
            await gjenopptak.spill_av(session)

    return ved_tilkobling


def _bytt_hendelser() -> None:
    import chainlit.server as server

    hendelser = server.sio.handlers["/"]
    hendelser["connection_successful"] = _med_gjenopptak(hendelser["connection_successful"])
    for navn in UTEN_BRUK:
        hendelser.pop(navn, None)
    hendelser.update({"connect": _ved_tilkobling, "client_message": _ved_melding, "stop": _ved_stopp})


def _sjekk_opphav(ekstra: list[str]) -> None:
    """Let only pages of our own host, or of the settings, open the websocket."""
    from chainlit.server import sio

    def tillatt(origin: str | None, environ: Mapping[str, str]) -> bool:
        vert = environ.get("HTTP_HOST", "")
        return origin in {f"http://{vert}", f"https://{vert}", *ekstra}

    sio.eio.cors_allowed_origins = tillatt


def _uten_datalag() -> None:
    """Settle that there is no data layer of Chainlit's, whatever the environment says later."""
    import chainlit.data as data

    data._data_layer = None  # noqa: SLF001 - no setting says it
    data._data_layer_initialized = True  # noqa: SLF001


def tilpass(ekstra_opphav: list[str]) -> None:
    """Apply all of them, once in a process."""
    _bytt_mal()
    _bytt_hendelser()
    _sjekk_opphav(ekstra_opphav)
    _uten_datalag()
    logging.getLogger("chainlit").setLevel(logging.ERROR)  # it warns at each page load of a browser in another language

"""A click in the chat's page, before the chat's library takes it: an unknown session or button is told so, and is no error."""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's functions carry no types.)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.responses import JSONResponse, Response
from starlette.requests import Request

from veileder.web.handtrykk import er_okt
from veileder.web.sikkerhet import CHAT
from veileder.web.tekster import tekst


def les_kall(data: object) -> dict[str, Any] | None:
    """Return the session and the button of a click with only what is used, or None when it has not the page's shape."""
    handling = data.get("action") if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping) or not isinstance(handling, Mapping) or not er_okt(data.get("sessionId")):
        return None
    navn, payload = handling.get("name"), handling.get("payload")
    if not isinstance(navn, str) or not isinstance(payload, Mapping):
        return None
    kjent = {k: handling[k] for k in ("id", "forId") if isinstance(handling.get(k), str)}
    return {"sessionId": data["sessionId"], "action": {"name": navn, "payload": dict(payload), "label": "", **kjent}}


def monter(app: FastAPI) -> None:
    """Stand before the library's own route."""

    @app.post(f"{CHAT}/project/action", include_in_schema=False)
    async def kall(request: Request) -> Response:
        try:
            lest = les_kall(await request.json())
        except (ValueError, RecursionError):
            lest = None
        return await _utfor(lest) if lest else _ukjent(400)


async def _utfor(kall: dict[str, Any]) -> Response:
    from chainlit.config import config
    from chainlit.server import call_action
    from chainlit.session import WebsocketSession
    from chainlit.types import CallActionRequest

    if WebsocketSession.get_by_id(kall["sessionId"]) is None or kall["action"]["name"] not in config.code.action_callbacks:
        return _ukjent(404)
    svar: Response = await call_action(CallActionRequest(**kall), None)
    return svar


def _ukjent(status: int) -> Response:
    return JSONResponse({"detail": tekst("valg_utgatt")}, status_code=status)

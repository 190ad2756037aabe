"""The routes: the script that another site loads, and the page that shows how it looks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import Request

from veileder.web.innebygg.tekster import DEMO, IKKE_TILLATT, KNAPP
from veileder.web.sikkerhet import DEMOSIDE

MAPPE = Path(__file__).parent
LOKALE = ("localhost", "127.0.0.1", "::1")
"""Names of this machine: there the demo page is open without a setting. It holds nothing that must be hid."""


def monter(app: FastAPI, opphav: Sequence[str], farge: str, *, demo: bool) -> None:
    """Add the routes. ``opphav`` are the sites that may show the chat, ``farge`` the button's colour as #rrggbb."""
    ruter = APIRouter(include_in_schema=False)
    skript = lag_skript(opphav, farge)

    async def innebygg() -> Response:
        hoder = {"Cache-Control": "public, max-age=300", "Cross-Origin-Resource-Policy": "cross-origin"}
        return Response(skript, media_type="text/javascript; charset=utf-8", headers=hoder)

    async def vis(request: Request) -> Response:
        if not demo and request.url.hostname not in LOKALE:
            raise HTTPException(404)
        return HTMLResponse(_demoside(str(request.base_url).rstrip("/")))

    ruter.add_api_route("/innebygg.js", innebygg, methods=["GET", "HEAD"], response_model=None)
    ruter.add_api_route(DEMOSIDE, vis, methods=["GET", "HEAD"], response_model=None)
    app.include_router(ruter)


def lag_skript(opphav: Sequence[str], farge: str) -> str:
    """Return the script with what the settings say in it."""
    stil = (MAPPE / "innebygg.css").read_text(encoding="utf-8").replace("__FARGE__", farge)
    oppsett = {"opphav": list(opphav), "ikke_tillatt": IKKE_TILLATT, "tekster": KNAPP, "stil": stil}
    return (MAPPE / "innebygg.js").read_text(encoding="utf-8").replace("__OPPSETT__", json.dumps(oppsett, ensure_ascii=True))


def _demoside(rot: str) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    miljo = Environment(loader=FileSystemLoader(MAPPE / "maler"), autoescape=True, undefined=StrictUndefined)
    return miljo.get_template("demo.html").render(t=DEMO, rot=rot)

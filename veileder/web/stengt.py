"""The chat's page while the chat is closed: the operator's words, and where to ring in each kommune. Needs no index."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from veileder.domene import Kontakt, Malform
from veileder.feil import Bruksfeil
from veileder.innstillinger import Innstillinger
from veileder.oppstart import datafil
from veileder.overlevering.kontakt import les_kontakter
from veileder.stengning import Stengning, Stengt
from veileder.web.sider.maler import fyll_stengt
from veileder.web.sider.tekster import tekst
from veileder.web.sikkerhet import CHAT

SIDER = (CHAT, f"{CHAT}/")
"""Where the chat is opened."""


class Dor:
    """ASGI middleware: shows the page in place of the chat's for as long as the chat is closed."""

    def __init__(self, app: ASGIApp, stengning: Stengning, innstillinger: Innstillinger) -> None:
        self.app, self._stengning, self._innst = app, stengning, innstillinger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        apen = scope["type"] != "http" or scope["path"] not in SIDER or scope["method"] not in ("GET", "HEAD")
        stengt = None if apen else self._stengning.les()
        if stengt is None:
            await self.app(scope, receive, send)
            return
        malform = _malform(Request(scope))
        innhold = await run_in_threadpool(_side, stengt, malform, datafil(self._innst, "kommuner.yaml"), self._innst.navn)
        await HTMLResponse(innhold, headers={"Cache-Control": "no-store"})(scope, receive, send)


def _malform(request: Request) -> Malform:
    """Return what the address asks for, or else the browser."""
    valgt = request.query_params.get("malform") or request.headers.get("accept-language", "")[:2]
    return Malform.NN if valgt.lower() == "nn" else Malform.NB


def _side(stengt: Stengt, malform: Malform, fil: Path, eier: str) -> str:
    def t(nokkel: str, **felt: object) -> str:
        return tekst(nokkel, malform, **felt)

    melding = stengt.melding or t("stengt_standard")
    felt = {"melding": melding, "siden": stengt.siden, "kontakter": _kontakter(fil), "eier": eier}
    return fyll_stengt(t=t, malform=malform, **felt)


def _kontakter(fil: Path) -> tuple[Kontakt, ...]:
    """Return the contacts by name, none when the list cannot be read: the page must come, whatever is broken."""
    try:
        return _les(fil, fil.stat().st_mtime_ns)
    except (OSError, Bruksfeil):
        return ()


@lru_cache(maxsize=2)
def _les(fil: Path, _endret: int) -> tuple[Kontakt, ...]:
    return tuple(sorted(les_kontakter(fil).kommuner.values(), key=lambda k: k.navn))

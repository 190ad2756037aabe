"""Who is at the other end of the connection, and what a proxy that we believe says of the browser behind it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

_NOKKEL = "veileder.motpart"


class Motpart:
    """ASGI middleware: notes the peer's own address before a proxy's word about the client replaces it.

    Uvicorn's middleware does the latter; it is used here rather than by uvicorn, which would leave no trace of the peer.
    """

    def __init__(self, app: ASGIApp, proxyer: str) -> None:
        trodd = [p.strip() for p in proxyer.split(",") if p.strip()]
        self._app = ProxyHeadersMiddleware(app, trusted_hosts=trodd)  # type: ignore[arg-type]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] in ("http", "websocket"):
            scope[_NOKKEL] = scope["client"][0] if scope.get("client") else ""
        await self._app(scope, receive, send)  # type: ignore[arg-type]


def motpart(request: Request) -> str:
    """Return the address at the other end of the connection, whatever any header says."""
    return str(request.scope.get(_NOKKEL, ""))

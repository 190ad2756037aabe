"""Security headers, and a list of the only paths of Chainlit's that are open."""

from __future__ import annotations

import base64
import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CHAT = "/chat"
"""Where Chainlit is mounted."""

APNE_GET = (
    r"/?",
    r"/(?:assets|public)/.+",
    r"/project/(?:translations|settings)",
    r"/auth/config",
    r"/user",
    r"/favicon",
    r"/logo",
    r"/avatars/[\w .-]+",
    r"/ws/socket\.io/?",
)
"""What the page asks for. Uploads, threads, log-in, MCP and the copilot are closed."""

APNE_POST = (r"/project/action", r"/set-session-cookie", r"/ws/socket\.io/?")
"""What the page sends."""

EVIG = "public, max-age=31536000, immutable"
"""Chainlit's own files carry a digest in their names; everything else is asked for anew, so an upgrade is seen."""

_GET = re.compile(f"{CHAT}(?:{'|'.join(APNE_GET)})")
_POST = re.compile(f"{CHAT}(?:{'|'.join(APNE_POST)})")


def tillatt(metode: str, sti: str) -> bool:
    """Return whether a request may pass; paths outside the chat are our own and always may."""
    if not sti.startswith(CHAT):
        return True
    if metode in ("GET", "HEAD"):
        return _GET.fullmatch(sti) is not None
    return metode == "POST" and _POST.fullmatch(sti) is not None


def innholdspolicy(html: str, innrammere: list[str]) -> str:
    """Return a Content-Security-Policy: own host only, inline scripts by their hash, no eval.

    Inline style is allowed because the chat's library sets style attributes and style elements.
    """
    skript = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
    hasher = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in skript]
    tillatte_skript = " ".join(["'self'", *(f"'sha256-{h}'" for h in hasher)])
    innramming = " ".join(["'self'", *innrammere])
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {tillatte_skript}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'",
            f"frame-ancestors {innramming}",
        )
    )


def egen_policy(innrammere: list[str]) -> str:
    """Return the policy of our own pages: a style sheet and pictures of ours, forms to us, no script, nothing inline."""
    innramming = " ".join(["'self'", *innrammere])
    return (
        f"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {innramming}"
    )


DEMOSIDE = "/innebygg/demo"
"""The page that shows the chat inside another: the one of ours with a script and a frame."""

GJENNOMGANG = "/gjennomgang"
"""What only those who work in review see; such a page is never kept, framed or found by a search engine."""

LUKKET = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}
"""Headers of those pages."""


def er_lukket(sti: str) -> bool:
    """Return whether a path is of review; its style sheet and script, which hold nothing, are not."""
    return sti == GJENNOMGANG or sti.startswith(f"{GJENNOMGANG}/")


class Sikkerhet:
    """ASGI middleware: closes what is not on the list, and puts the headers on every answer.

    ``chatpolicy`` holds for Chainlit's page, ``egen`` for all others.
    """

    def __init__(self, app: ASGIApp, chatpolicy: str, egen: str) -> None:
        self.app = app
        self._chat, self._egen = chatpolicy, egen
        self._hoder = {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
            "Cross-Origin-Opener-Policy": "same-origin",
        }

    def _for(self, sti: str) -> dict[str, str]:
        """Return the headers that are a path's own."""
        if er_lukket(sti):
            return LUKKET
        policy = self._chat if sti.startswith(CHAT) else self._egen
        return {"Content-Security-Policy": f"{policy}; script-src 'self'; frame-src 'self'" if sti == DEMOSIDE else policy}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def med_hoder(melding: Message) -> None:
            if melding["type"] == "http.response.start":
                hoder = MutableHeaders(scope=melding)
                sti = str(scope["path"])
                hoder.update(self._hoder | self._for(sti))
                hoder.setdefault("Cache-Control", EVIG if sti.startswith(f"{CHAT}/assets/") else "no-cache")
            await send(melding)

        if tillatt(scope["method"], scope["path"]):
            await self.app(scope, receive, med_hoder)
        else:
            await PlainTextResponse("Finnes ikke.", status_code=404)(scope, receive, med_hoder)

"""An answer that is shown while a chat model words it: each checked sentence as it comes, the whole answer at the end."""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

import asyncio
from collections.abc import Awaitable

import chainlit as cl

from veileder.domene import Svar
from veileder.web.merking import trygg


class Underveis:
    """Takes checked sentences in the thread that makes the answer, and shows them in the chat's own loop.

    ``melding`` holds what was shown. It is not the answer: the whole one takes its place, or the quotations do when the
    model's sentences did not hold.
    """

    def __init__(self) -> None:
        self.melding = cl.Message(content="")
        self._loop = asyncio.get_running_loop()
        self._ko: asyncio.Queue[str] = asyncio.Queue()

    def vis(self, setning: str) -> None:
        """Take a checked sentence; called from another thread."""
        self._loop.call_soon_threadsafe(self._ko.put_nowait, setning)

    async def folg(self, svar: Awaitable[Svar]) -> Svar:
        """Show what comes until the answer is made, and return the answer."""
        lages = asyncio.ensure_future(svar)
        try:
            while not lages.done():
                neste = asyncio.ensure_future(self._ko.get())
                await asyncio.wait({lages, neste}, return_when=asyncio.FIRST_COMPLETED)
                if neste.done():
                    await self.melding.stream_token(trygg(neste.result()) + " ")
                else:
                    neste.cancel()
            return await lages
        finally:
            lages.cancel()  # the user stopped the answer; one that is made already is left as it is

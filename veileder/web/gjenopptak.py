"""A connection that breaks and comes back: what was sent in between is sent again, and nothing that was written is lost.

The library keeps the session for an hour, but what it sends while nobody listens is gone, and so is a message that the
browser sent just as the connection broke.
"""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import chainlit as cl

from veileder.web.vakt import tilstand, vaktsom

HUSKES = {"new_message", "update_message", "action"}
"""What the page shows. Pieces of a message under way are not: the whole message comes at its end."""


def folg(session: Any) -> None:
    """Remember what is sent over this connection, until the next message or click. The session's context must be set."""
    opptak, send = tilstand().opptak, session.emit

    async def husk(hendelse: str, data: Any) -> None:
        av_svaret = hendelse == "window_message" and isinstance(data, Mapping) and "hva" in data
        if hendelse in HUSKES or av_svaret:
            opptak.append((hendelse, data))
        await send(hendelse, data)

    session.emit = husk


@vaktsom
async def spill_av(session: Any) -> None:
    """Send again what was sent since the latest message or click, and tell the page which message that was.

    The page takes what it has already as the same: messages by id; a button is taken away and put back.
    """
    t, send = tilstand(), session.emit
    sendt = list(t.opptak)
    t.opptak.clear()  # it is recorded anew as it is sent
    for hendelse, data in sendt:
        if hendelse == "action":
            await send("remove_action", data)
        await send(hendelse, data)
    await cl.send_window_message({"fra": "veileder", "hva": "tilkoblet", "mottatt": t.mottatt})

"""What a browser says when it opens the chat's websocket: checked before the chat's library believes it.

The library makes a folder's name of the session's id and removes that folder when the session ends, so an id that is a path
would remove any folder that we may write in. Only a random UUID is let through, and only what our page sends besides.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping

PROFILER = (None, "", "Veileder")
"""The chat profile, or none yet."""


def gyldig_handtrykk(auth: object) -> bool:
    """Return whether a handshake has the shape that the page sends."""
    if not isinstance(auth, Mapping):
        return False
    return (
        er_okt(auth.get("sessionId"))
        and auth.get("clientType") == "webapp"
        and auth.get("userEnv") in (None, "", "{}")
        and (auth.get("threadId") in (None, "") or er_okt(auth.get("threadId")))
        and auth.get("chatProfile") in PROFILER
    )


def uten_trad(auth: Mapping[str, object]) -> dict[str, object]:
    """Return a handshake without the thread that the page names when a connection comes back: no threads are kept here."""
    return {**auth, "threadId": ""}


def er_okt(id_: object) -> bool:
    """Return whether an id is a random UUID, written as browsers write it."""
    try:
        return isinstance(id_, str) and uuid.UUID(id_).version == 4 and str(uuid.UUID(id_)) == id_
    except ValueError:
        return False

"""Where the app factory leaves what the chat file needs: Chainlit loads that file itself, by path."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from veileder.gjennomgang.arkiv import Arkiv
from veileder.innstillinger import Innstillinger
from veileder.stengning import Stengning
from veileder.web.grenser import Grenser
from veileder.web.kontrakt import Tjenestelik

T = TypeVar("T")

ARBEIDERE = 4
"""Threads that compute answers. One answer takes about 50 ms of processor time, so more would only queue in the kernel."""

ARBEIDERE_MED_MODELL = 24
"""Threads when a chat model words the answers: each waits for the model most of the time."""

KOGRENSE = 64
"""Calls under way or waiting before a new one is refused: at 50 ms and four threads, under a second's wait."""

EKSTRA = 1
"""Calls at a time of what is nice to have: questions to go on with cost as much as several answers each."""


class OpptattFeil(Exception):
    """Too many calls wait already."""


@dataclass(slots=True)
class Kobling:
    """The service and the settings, a bounded pool of threads, the off switch, the limits, and the archive if answers are kept.

    ``ved_slutt`` is called when the application stops.
    """

    tjeneste: Tjenestelik
    innstillinger: Innstillinger
    arkiv: Arkiv | None = None
    ved_slutt: list[Callable[[], None]] = field(default_factory=list)
    stengning: Stengning = field(init=False)
    grenser: Grenser = field(init=False)
    _pool: ThreadPoolExecutor = field(init=False)
    _plasser: threading.BoundedSemaphore = field(init=False)
    _ekstra: threading.BoundedSemaphore = field(init=False)

    def __post_init__(self) -> None:
        self.stengning = Stengning(self.innstillinger.data)
        self.grenser = Grenser(self.innstillinger.meldinger_per_minutt_adresse)
        arbeidere = ARBEIDERE_MED_MODELL if self.innstillinger.sprakmodell else ARBEIDERE
        self._pool = ThreadPoolExecutor(arbeidere, thread_name_prefix="veileder-svar")
        self._plasser = threading.BoundedSemaphore(KOGRENSE)
        self._ekstra = threading.BoundedSemaphore(EKSTRA)

    async def kjor(self, oppgave: Callable[[], T]) -> T:
        """Run ``oppgave`` in the pool and return its result. Raises ``OpptattFeil`` when the queue is full."""
        if not self._plasser.acquire(blocking=False):
            raise OpptattFeil
        future = self._pool.submit(oppgave)
        future.add_done_callback(lambda _: self._plasser.release())
        return await asyncio.wrap_future(future)

    async def kjor_om_ledig(self, oppgave: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
        """Run what is nice to have, or return nothing at once when another such runs: what people wait for goes before it."""
        if not self._ekstra.acquire(blocking=False):
            return ()
        try:
            return await self.kjor(oppgave)
        except OpptattFeil:
            return ()
        finally:
            self._ekstra.release()

    async def kommuner(self) -> tuple[tuple[str, str], ...]:
        """Return (slug, name) of the municipalities."""
        return await self.kjor(self.tjeneste.kommuner)

    def lukk(self) -> None:
        """Let the threads go; what is under way is finished."""
        for gjor in self.ved_slutt:
            gjor()
        self._pool.shutdown(wait=False, cancel_futures=True)
        if self.arkiv is not None:
            self.arkiv.lukk()


_aktiv: Kobling | None = None


def sett(kobling: Kobling) -> None:
    """Make ``kobling`` the one that the chat uses. One a process, as Chainlit itself."""
    global _aktiv  # noqa: PLW0603 - Chainlit loads its file by path, so that nothing can be handed to it
    _aktiv = kobling


def hent() -> Kobling:
    """Return what the chat uses. Raises RuntimeError before the app is made."""
    if _aktiv is None:
        raise RuntimeError("lag_app er ikke kjørt")
    return _aktiv

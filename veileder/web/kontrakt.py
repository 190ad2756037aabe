"""What the web needs of the service: a small Protocol, so that a fake stands in for it in tests."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol

from veileder.domene import Forslag, Henvendelse, Kontakt, Svar


class Tjenestelik(Protocol):
    """The part of ``veileder.tjeneste.Tjeneste`` that the web calls. Safe to call from several threads."""

    def svar(self, henvendelse: Henvendelse, vis: Callable[[str], None] | None = None) -> Svar:
        """Return the answer; never raises for what a user wrote.

        ``vis`` is given each checked sentence as it comes, in the thread that makes the answer.
        """

    def enklere(self, svar: Svar) -> Svar:
        """Return an answer in simpler words, or one that says that it cannot be said simpler."""

    def videre(self, svar: Svar, henvendelse: Henvendelse, vist: Collection[tuple[str, str]] = ()) -> tuple[Forslag, ...]:
        """Return questions to go on with, which are known to be answered."""

    def kommuner(self) -> tuple[tuple[str, str], ...]:
        """Return (slug, name) of the municipalities that are covered; raises when no index is open."""

    def kontakt(self, kommune: str) -> Kontakt:
        """Return where a human is reached; ``kommune`` may be empty."""

"""What the web needs of the service: a small Protocol, so that a fake stands in for it in tests."""

from __future__ import annotations

from typing import Protocol

from veileder.domene import Henvendelse, Kontakt, Svar


class Tjenestelik(Protocol):
    """The part of ``veileder.tjeneste.Tjeneste`` that the web calls. Safe to call from several threads."""

    def svar(self, henvendelse: Henvendelse) -> Svar:
        """Return the answer; never raises for what a user wrote."""

    def kommuner(self) -> tuple[tuple[str, str], ...]:
        """Return (slug, name) of the municipalities that are covered; raises when no index is open."""

    def kontakt(self, kommune: str) -> Kontakt:
        """Return where a human is reached; ``kommune`` may be empty."""

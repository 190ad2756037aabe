"""What the server remembers about one chat session, and the limits that hold for it."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections import deque
from collections.abc import Container
from dataclasses import dataclass, field, replace
from typing import Any

from veileder.domene import Forslag, Henvendelse, Malform, Rolle, Svar, Tur
from veileder.web.skjema import Skjema

HUSK_TURER = 6
"""Turns that follow a question; older ones are forgotten."""

HUSK_SPURT = 20
"""Questions of a session that can be answered for the other role."""

HUSK_SVAR = 100
"""Answers of a session that can be reported; older ones are out of sight."""

HUSK_SENDT = 60
"""Messages and buttons since the latest message or click that are sent again when a connection comes back."""

VINDU = 60.0
"""Seconds that the rate limit looks back."""


@dataclass(slots=True, kw_only=True)
class Tilstand:
    """State of one session. Lives in memory only and goes with the session.

    ``sprak`` is the language of our fixed texts: that of the latest answer, or what was chosen (``sprak_valgt``).
    ``samtale_id`` is random and ours: the client names its session itself. ``besvart`` are the answers that may be
    reported, ``meldt`` the receipts of those that are. By answer, too: ``spurt`` the question, ``forslag`` the questions to
    go on with; ``vist`` are (title, heading) of the sections shown. ``mottatt`` is the latest message as the page shows it,
    ``opptak`` what was sent since. ``skjema`` is what is being filled in, ``slettesporsmal`` the question about deleting
    that has not been answered, ``eget_notat`` the note to a human that the user has approved.
    """

    sprak: Malform = Malform.NB
    sprak_valgt: bool = False
    kommune: str = ""
    rolle: Rolle = Rolle.INNBYGGER
    turer: tuple[Tur, ...] = ()
    siste: Svar | None = field(default=None, repr=False)
    forslag: dict[str, tuple[Forslag, ...]] = field(default_factory=dict, repr=False)
    spurt: dict[str, Henvendelse] = field(default_factory=dict, repr=False)
    vist: set[tuple[str, str]] = field(default_factory=set, repr=False)
    mottatt: str = field(default="", repr=False)
    opptak: deque[tuple[str, Any]] = field(default_factory=lambda: deque(maxlen=HUSK_SENDT), repr=False)
    samtale_id: str = field(default_factory=lambda: uuid.uuid4().hex)
    antall: int = 0
    besvart: deque[str] = field(default_factory=lambda: deque(maxlen=HUSK_SVAR), repr=False)
    meldt: dict[str, str] = field(default_factory=dict, repr=False)
    skjema: Skjema | None = field(default=None, repr=False)
    slettesporsmal: str = ""
    eget_notat: str = field(default="", repr=False)
    kontaktsaker: int = 0
    tider: deque[float] = field(default_factory=deque, repr=False)
    tur: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    @property
    def notat(self) -> str:
        """What the user may read out to a human, or leave: from the latest answer that handed over."""
        return self.siste.overlevering.notat if self.siste and self.siste.overlevering else ""

    def velg_kommune(self, slug: str) -> None:
        """Take a chosen kommune into use, also for what was said before: a choice goes before a name in the text."""
        if slug == self.kommune:
            return
        self.kommune = slug
        self.turer = tuple(replace(tur, kommune=slug) for tur in self.turer)

    def husk(
        self, svar: Svar, kommuner: Container[str], henvendelse: Henvendelse | None = None
    ) -> frozenset[tuple[str, str]]:
        """Remember an answer as the latest turn, and the kommune that the conversation is now about if we cover it.

        With the ``henvendelse`` the question can be answered again for the other role. Returns (title, heading) of the
        sections that the conversation has shown.
        """
        self.siste = svar
        self.besvart.append(svar.henvendelse)
        self.vist |= {(k.tittel, k.seksjon) for k in svar.kilder}
        self._husk_turen(svar, kommuner)
        if henvendelse is not None and svar.tur is not None:
            self._husk_sporsmalet(svar, svar.tur, henvendelse)
        return frozenset(self.vist)

    def _husk_turen(self, svar: Svar, kommuner: Container[str]) -> None:
        if not self.sprak_valgt:
            self.sprak = svar.sprak
        if svar.tur is None:
            return
        self.turer = (*self.turer, svar.tur)[-HUSK_TURER:]
        if svar.tur.kommune in kommuner:
            self.kommune = svar.tur.kommune

    def _husk_sporsmalet(self, svar: Svar, tur: Tur, henvendelse: Henvendelse) -> None:
        while len(self.spurt) >= HUSK_SPURT:
            eldst = next(iter(self.spurt))
            del self.spurt[eldst]
            self.forslag.pop(eldst, None)
        sporsmal = tur.selvstendig or tur.tekst
        self.spurt[svar.henvendelse] = replace(
            henvendelse, tekst=sporsmal, kommune=tur.kommune, sprak=svar.sprak, tidligere=()
        )

    def glem(self) -> None:
        """Forget the conversation and begin a new one, with the same choices of kommune and role."""
        self.turer, self.siste, self.skjema, self.slettesporsmal, self.antall = (), None, None, "", 0
        self.samtale_id, self.eget_notat = uuid.uuid4().hex, ""
        for samling in (self.besvart, self.meldt, self.spurt, self.vist, self.forslag):
            samling.clear()

    def slipp_inn(self, grense: int, na: float | None = None) -> bool:
        """Count one message and return whether it is within ``grense`` a minute. ``na`` is seconds, monotonic."""
        na = time.monotonic() if na is None else na
        while self.tider and na - self.tider[0] >= VINDU:
            self.tider.popleft()
        if len(self.tider) >= grense:
            return False
        self.tider.append(na)
        return True

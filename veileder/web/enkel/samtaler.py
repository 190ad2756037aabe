"""The conversations of /enkel, in memory only: each is found by a random key that its address carries, for half an hour.

No cookie is needed, and no text that comes back from a form is trusted: what was said is remembered here. The key opens
nothing but the conversation, is never stored, and is another one than the number that reviewers see.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from veileder.domene import Svar, Utdrag
from veileder.gjennomgang.kontaktonske import Kontaktonske
from veileder.gjennomgang.verdier import Kontaktsak
from veileder.web.andre import lokal_linje, vurdert
from veileder.web.tilstand import Tilstand

STILLE, LENGST = 1800.0, 4 * 3600.0
"""Seconds without a visit after which a conversation is forgotten, and however busy."""

MEST = 2000
"""Conversations at a time; the one unused longest goes first."""

HUSK_SVAR = 10
"""Answers that the page shows."""

HUSK_SKJEMA = 50
"""Forms that are remembered as sent, so that one sent twice is answered once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utveksling:
    """An answer with what stands beside it. ``lokalt`` says who has a text of its own, ``andre`` are other texts considered."""

    nr: int
    svar: Svar
    lokalt: str = ""
    andre: tuple[Utdrag, ...] = field(default=(), repr=False)
    for_rolle: str = ""


@dataclass(slots=True, kw_only=True)
class Samtale:
    """One conversation. ``utkast`` is a request for contact that is not sent, ``sendt`` the receipt of the last one."""

    nokkel: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    tilstand: Tilstand = field(default_factory=Tilstand)
    svar: list[Utveksling] = field(default_factory=list, repr=False)
    skjemaer: deque[str] = field(default_factory=lambda: deque(maxlen=HUSK_SKJEMA), repr=False)
    utkast: Kontaktonske | None = field(default=None, repr=False)
    sendt: Kontaktsak | None = field(default=None, repr=False)
    begynt: float = 0.0
    sist: float = 0.0

    def legg(self, svar: Svar, navn: Mapping[str, str], for_rolle: str = "") -> None:
        """Show an answer; of what the search found besides, the best is kept."""
        kort = replace(svar, treff=(), forkastet=(), vurderinger=())
        lokalt, andre = lokal_linje(svar, navn, svar.sprak), vurdert(svar) if svar.kilder else ()
        self.svar.append(Utveksling(nr=self.tilstand.antall, svar=kort, lokalt=lokalt, andre=andre, for_rolle=for_rolle))
        del self.svar[:-HUSK_SVAR]

    def finn(self, nr: int) -> Svar | None:
        """Return an answer by its number, or None when it is not shown any more."""
        return next((u.svar for u in self.svar if u.nr == nr), None)

    def er_sendt(self, skjema: str) -> bool:
        """Note a form by its random mark; return whether it was sent before."""
        if skjema in self.skjemaer:
            return True
        if skjema:
            self.skjemaer.append(skjema)
        return False


class Samtaler:
    """All of them. Lives on the event loop, so it needs no lock."""

    def __init__(self) -> None:
        self._alle: OrderedDict[str, Samtale] = OrderedDict()

    def ny(self, na: float | None = None) -> Samtale:
        """Begin a conversation. ``na`` is seconds, monotonic, here and below."""
        na = time.monotonic() if na is None else na
        self._rydd(na)
        samtale = Samtale(begynt=na, sist=na)
        self._alle[samtale.nokkel] = samtale
        while len(self._alle) > MEST:
            self._alle.popitem(last=False)
        return samtale

    def hent(self, nokkel: str, na: float | None = None) -> Samtale | None:
        """Return the conversation of a key, or None when there is none any more."""
        na = time.monotonic() if na is None else na
        self._rydd(na)
        samtale = self._alle.get(nokkel)
        if samtale is not None:
            samtale.sist = na
            self._alle.move_to_end(nokkel)
        return samtale

    def glem(self, samtale: Samtale) -> None:
        """Forget a conversation at once."""
        self._alle.pop(samtale.nokkel, None)

    def _rydd(self, na: float) -> None:
        """Forget those that are over: the one unused longest stands first."""
        while self._alle:
            eldst = next(iter(self._alle.values()))
            if na - eldst.sist < STILLE:
                break
            self._alle.popitem(last=False)
        for samtale in [s for s in self._alle.values() if na - s.begynt >= LENGST]:
            self.glem(samtale)

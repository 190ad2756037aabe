"""What a user is filling in, one answer at a time: values only, so that the rules can be read without the chat."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from veileder.gjennomgang.kontaktonske import Kontaktonske

LEDD = ("navn", "kontaktvei", "tid", "notat", "se_over")
"""The steps of a request for contact, in order; the last shows it all before it is sent."""

KAN_HOPPES_OVER = ("tid", "notat")
"""Steps that nobody needs to answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tillegg:
    """More words about the report with this receipt."""

    nummer: str
    id: str = field(default_factory=lambda: uuid.uuid4().hex)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontaktskjema:
    """A request for contact as far as it has come. Nothing of it is stored before it is sent."""

    onske: Kontaktonske
    kommunenavn: str
    ledd: str = LEDD[0]
    id: str = field(default_factory=lambda: uuid.uuid4().hex)

    @property
    def neste(self) -> str:
        """The step after this one; a note that came along is not asked for."""
        neste = LEDD[LEDD.index(self.ledd) + 1]
        return "se_over" if neste == "notat" and self.onske.notat else neste


Skjema = Tillegg | Kontaktskjema

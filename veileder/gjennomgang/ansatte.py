"""Those who work in review: who they are, what they may do, and for which municipalities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

ALLE = "alle"
"""The kommune of an access that holds for all of them, and for what belongs to none."""


class Ansvar(StrEnum):
    """What a person is there to do. Stored with exactly these strings."""

    SAKSBEHANDLER = "saksbehandler"
    KOMMUNIKASJON = "kommunikasjon"
    TEKSTANSVARLIG = "tekstansvarlig"
    ADMINISTRATOR = "administrator"


class Rett(StrEnum):
    """What a page asks for."""

    SAMTALER = "samtaler"
    HENVENDELSER = "henvendelser"
    TEKSTER = "tekster"
    TILGANGER = "tilganger"
    INNSIKT = "innsikt"


RETTER: Mapping[Ansvar, frozenset[Rett]] = {
    Ansvar.SAKSBEHANDLER: frozenset({Rett.HENVENDELSER}),
    Ansvar.KOMMUNIKASJON: frozenset({Rett.SAMTALER, Rett.TEKSTER, Rett.INNSIKT}),
    Ansvar.TEKSTANSVARLIG: frozenset({Rett.TEKSTER, Rett.INNSIKT}),
    Ansvar.ADMINISTRATOR: frozenset(Rett),
}
"""As little as each needs: who answers people does not read conversations, who owns the texts reads what is suggested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tilgang:
    """One responsibility in one kommune, or in ``ALLE``."""

    ansvar: Ansvar
    kommune: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bruker:
    """One who may log in. ``ekstern`` logs in where the proxy says, and has no password here."""

    id: str
    brukernavn: str
    navn: str
    tilganger: tuple[Tilgang, ...]
    opprettet: dt.datetime
    ekstern: bool = False
    stengt: dt.datetime | None = None

    def kommuner(self, rett: Rett) -> frozenset[str] | None:
        """Return where the right holds: None is everywhere, an empty set nowhere."""
        steder = {t.kommune for t in self.tilganger if rett in RETTER[t.ansvar]}
        return None if ALLE in steder else frozenset(steder)

    def har(self, rett: Rett) -> bool:
        """Return whether the right holds anywhere."""
        return self.kommuner(rett) != frozenset()

    def kan(self, rett: Rett, kommune: str) -> bool:
        """Return whether the right holds for a kommune. What belongs to no kommune is for those who have all."""
        steder = self.kommuner(rett)
        return steder is None or kommune in steder


@dataclass(frozen=True, slots=True, kw_only=True)
class Okt:
    """One session. ``nokkel`` is the digest of the random id that the browser holds; the id itself is stored nowhere."""

    nokkel: str
    bruker_id: str
    opprettet: dt.datetime
    sist_brukt: dt.datetime
    ekstern: bool = False


class Handling(StrEnum):
    """What the access log tells."""

    INNLOGGET = "innlogget"
    UTLOGGET = "utlogget"
    AVVIST = "avvist innlogging"
    NYTT_PASSORD = "nytt passord"
    NEKTET = "nektet"
    SA_KO = "så køen"
    SA_SAK = "så sak"
    SA_HENVENDELSER = "så henvendelser"
    SA_HENVENDELSE = "så henvendelse"
    LASTET_NED = "lastet ned"
    KJORTE = "kjørte på nytt"
    FORHANDSVISTE = "forhåndsviste"
    SA_LOGG = "så loggen"
    INNSYN = "ga innsyn"
    SLETTET = "slettet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loggforing:
    """One line of the access log: who, what, when. ``gjelder`` is a conversation or a number; never what anybody wrote."""

    tidspunkt: dt.datetime
    bruker_id: str
    brukernavn: str
    handling: Handling
    gjelder: str = ""
    detalj: str = ""

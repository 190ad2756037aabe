"""What reviewers make of an answer: the case with its verdict, its history, and what comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from veileder.domene import Utfall
from veileder.gjennomgang.verdier import Flagg, Flaggslag


class Sakstilstand(StrEnum):
    """How far the review of an answer has come."""

    NY = "ny"
    ARBEID = "under arbeid"
    LUKKET = "lukket"


class Dom(StrEnum):
    """What the answer should have been."""

    RIKTIG = "riktig"
    DELVIS = "delvis"
    FEIL = "feil"
    BURDE_OVERLEVERT = "burde_overlevert"
    BURDE_SVART = "burde_svart"


class Arsak(StrEnum):
    """Why the answer was not right."""

    KORPUS_MANGLER = "korpus_mangler"
    KORPUS_FEIL = "korpus_feil"
    KORPUS_UTDATERT = "korpus_utdatert"
    FANT_IKKE = "fant_ikke"
    MISFORSTOD = "misforstod"
    SPRAK = "sprak"
    GRENSE = "grense"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sak:
    """The review of one answer. ``tildelt`` is a user's id. ``versjon`` 0 is a case that nobody has touched."""

    melding_id: str
    tilstand: Sakstilstand = Sakstilstand.NY
    tildelt: str = ""
    dom: Dom | None = None
    arsak: Arsak | None = None
    kommentar: str = ""
    endret: dt.datetime | None = None
    endret_av: str = ""
    versjon: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hendelse:
    """One line of a case's history: who (a user name) did what."""

    tidspunkt: dt.datetime
    bruker: str
    hva: str
    detalj: str = ""


class Tilstandsvalg(StrEnum):
    """States to choose among in the queue."""

    APNE = "apne"
    NY = "ny"
    ARBEID = "arbeid"
    LUKKET = "lukket"
    ALLE = "alle"


INGEN = "ingen"
"""Assigned to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kofilter:
    """Which cases to list. ``omfang`` is what the reviewer may see (None: all) and is never chosen on the page.

    ``uten_flagg`` lists answers that nothing is flagged on, too. ``fra`` and ``til`` are moments, the latter not included.
    """

    omfang: frozenset[str] | None
    grunn: Flaggslag | None = None
    uten_flagg: bool = False
    tjeneste: str = ""
    kommune: str = ""
    utfall: Utfall | None = None
    malform: str = ""
    fra: dt.datetime | None = None
    til: dt.datetime | None = None
    tildelt: str = ""
    tilstand: Tilstandsvalg = Tilstandsvalg.APNE
    ord: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Korad:
    """One line of the queue."""

    melding_id: str
    samtale_id: str
    tidspunkt: dt.datetime
    sporsmal: str = field(repr=False)
    utfall: Utfall
    tjeneste: str
    kommune: str
    malform: str
    prioritet: int
    flagg: tuple[Flagg, ...]
    tilstand: Sakstilstand
    tildelt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Koside:
    """One page of the queue. ``antall`` counts all that fit, up to ``saker.TELL``."""

    rader: tuple[Korad, ...]
    antall: int
    nr: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kovalg:
    """What there is to choose among in the queue's filters."""

    tjenester: tuple[str, ...]
    kommuner: tuple[str, ...]


class Forslagsstatus(StrEnum):
    """What came of a suggested text."""

    NY = "ny"
    TATT_INN = "tatt inn"
    AVSLATT = "ikke tatt inn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekstforslag:
    """A suggestion to whoever owns a text. Holds the reviewer's words and the text's, none of the person's.

    ``opprinnelig`` stands in ``fil`` character by character. ``melding_id`` goes when the message is deleted.
    """

    id: str
    melding_id: str | None
    fil: str
    utdrag: str
    tittel: str
    seksjon: str
    kommune: str
    opprinnelig: str
    forslag: str
    begrunnelse: str
    laget_av: str
    opprettet: dt.datetime
    status: Forslagsstatus = Forslagsstatus.NY
    versjon: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Testtilfelle:
    """A need in the reviewer's own words, as a row that ``evaluering fra-sak`` takes."""

    id: str
    melding_id: str | None
    kommune: str
    rad: Mapping[str, object]
    laget_av: str
    opprettet: dt.datetime

"""The values that storage takes and returns: frozen, of the standard library and ``domene`` only.

Times are aware and in UTC. Text of a user is masked before it becomes one of these, but for ``Kontaktsak``, which a
person leaves in order to be reached.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from veileder.domene import Malform, Rolle, Utfall, Vurdering


class Flaggslag(StrEnum):
    """Why a person should look at an answer. Stored with exactly these strings."""

    RAPPORTERT = "rapportert"
    OVERLEVERT = "overlevert"
    AKUTT = "akutt"
    UTEN_GRUNNLAG = "uten_grunnlag"
    DELVIS = "delvis"
    LAV_DEKNING = "lav_dekning"
    KILDER_UENIGE = "kilder_uenige"
    KILDE_UTGATT = "kilde_utgatt"
    KILDE_ENDRET = "kilde_endret"
    MISBRUK = "misbruk"
    MASKERT = "maskert"
    KONTROLL_FEILET = "kontroll_feilet"
    SPRAKMODELL = "sprakmodell"
    SPURTE_IGJEN = "spurte_igjen"
    STIKKPROVE = "stikkprove"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagg:
    """One flag on one answer. ``detalj`` fills the sentence that ``gjennomgang.flaggtekster`` tells it with."""

    slag: Flaggslag
    detalj: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kildeinnslag:
    """A source as it was shown. ``digest`` is of the passage's text then; empty when the passage was not among the hits."""

    nr: int
    utdrag: str
    dokument: str
    fil: str
    digest: str
    tittel: str
    seksjon: str
    aspekt: str
    kommune: str
    malform: Malform
    sitat: str
    status: str
    gjelder_fra: str
    revideres: str
    kilde_dato: str
    lenke: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Treffinnslag:
    """A passage that the search found, with its scores as in ``domene.Treff``; ``brukt`` tells hits from rejected ones."""

    utdrag: str
    fil: str
    digest: str
    brukt: bool
    dense: float
    leksikalsk: float
    setning: float
    poeng: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Innslag:
    """One answered message as it is stored. ``id`` is that of the ``Henvendelse``; ``tur`` counts from 1.

    ``prioritet`` is in [0, 100], computed from ``flagg``. ``spor`` holds versions and ``ms``, and is plain JSON. ``vektor``
    is the question's, where something was not answered; storage keeps it for insight, and reads it back as none.
    """

    id: str
    samtale_id: str
    tur: int
    tidspunkt: dt.datetime
    rolle: Rolle
    kommune: str
    malform: Malform
    utfall: Utfall
    tjeneste: str
    aspekt: str
    sporsmal: str = field(repr=False)
    svar: str = field(repr=False)
    overleveringsgrunn: str = ""
    kilder: tuple[Kildeinnslag, ...] = ()
    treff: tuple[Treffinnslag, ...] = field(default=(), repr=False)
    vurderinger: tuple[Vurdering, ...] = ()
    spor: Mapping[str, object] = field(default_factory=dict)
    flagg: tuple[Flagg, ...] = ()
    prioritet: int = 0
    vektor: tuple[float, ...] = field(default=(), repr=False)


class Rapportgrunn(StrEnum):
    """What a user says is wrong with an answer, in the order that the chat offers them."""

    FEIL = "feil"
    UTDATERT = "utdatert"
    MANGLER = "mangler"
    MISFORSTOD = "misforstod"
    VANSKELIG = "vanskelig"
    UBEHAGELIG = "ubehagelig"
    ANNET = "annet"


class Rapportstatus(StrEnum):
    """How far a report has come."""

    MOTTATT = "mottatt"
    VURDERES = "vurderes"
    RETTET = "rettet"
    UENDRET = "uendret"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """«Meld fra om svaret»: ``nummer`` is the receipt (VM-7F3K-92QD), ``tekst`` is masked.

    ``tilbakemelding`` is a reviewer's words to the one who reported, shown at /melding/<nummer>. ``versjon`` counts
    changes, so that two reviewers do not overwrite each other.
    """

    nummer: str
    melding_id: str
    samtale_id: str
    grunn: Rapportgrunn
    tekst: str = field(repr=False)
    malform: Malform
    mottatt: dt.datetime
    status: Rapportstatus = Rapportstatus.MOTTATT
    tilbakemelding: str = ""
    behandlet: dt.datetime | None = None
    versjon: int = 1


class Kontaktstatus(StrEnum):
    """How far a person's request for contact has come."""

    NY = "ny"
    TATT = "tatt"
    BESVART = "besvart"
    LUKKET = "lukket"


BEHANDLET = (Kontaktstatus.BESVART, Kontaktstatus.LUKKET)
"""States in which the request is handled, and the time until it is deleted runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontaktsak:
    """A person's request that a human takes contact («henvendelse» to the user). Nothing ties it to a conversation.

    ``nummer`` is the receipt (VK-7F3K-92QD). At least one of ``telefon`` and ``epost`` is filled in; ``tid`` is the
    best time in the person's words. ``frist`` is the day it should be answered by. ``behandlet`` is when it was answered
    or closed, which storage fills in. ``versjon`` as in ``Rapport``.
    """

    nummer: str
    kommune: str
    navn: str = field(repr=False)
    telefon: str = field(default="", repr=False)
    epost: str = field(default="", repr=False)
    tid: str = field(default="", repr=False)
    notat: str = field(default="", repr=False)
    malform: Malform = Malform.NB
    opprettet: dt.datetime
    frist: dt.date | None = None
    status: Kontaktstatus = Kontaktstatus.NY
    tatt_av: str = ""
    behandlet: dt.datetime | None = None
    versjon: int = 1

"""The values that flow: ``Dokument -> Utdrag -> Treff -> Utkast -> Svar``.

Frozen and keyword-only, with tuples inside, so that a step can only return a new value.
Standard library only: every other module may import this one, and it imports none of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

FELLES = "felles"
"""The kommune of content that all municipalities share."""


class Utfall(StrEnum):
    """How a message ended. Stored and printed with exactly these strings."""

    BESVART = "besvart"
    DELVIS = "delvis"
    AVKLARING = "avklaring"
    UTEN_GRUNNLAG = "uten_grunnlag"
    OVERLEVERT = "overlevert"
    AKUTT = "akutt"
    AVVIST = "avvist"
    SAMTALE = "samtale"
    FEILET = "feilet"


class Rolle(StrEnum):
    """Who asks. It ranks what is shown, and hides only documents marked ``intern``."""

    INNBYGGER = "innbygger"
    SAKSBEHANDLER = "saksbehandler"


class Malform(StrEnum):
    """Language of a text. English exists for our own fixed sentences only."""

    NB = "nb"
    NN = "nn"
    EN = "en"


ASPEKTER: tuple[str, ...] = (
    "om",
    "hvem",
    "omfatter",
    "omfatter-ikke",
    "kommunens-ansvar",
    "ditt-ansvar",
    "kriterier",
    "soknad",
    "vurdering",
    "tildeling",
    "avslag-og-klage",
    "pris",
    "lovgrunnlag",
    "kontakt",
)
"""The fourteen sections of a service description, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seksjon:
    """One headed part of a document.

    ``start`` and ``slutt`` are character offsets of the body (heading excluded) in ``Dokument.tekst``;
    ``overskrifter`` is the path of headings down to and including this one, without the title.
    """

    overskrifter: tuple[str, ...]
    aspekt: str
    start: int
    slutt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dokument:
    """A source as read. ``tekst`` is the whole file as decoded, so offsets hold against the file.

    For PDF, Word and HTML it is the text extracted from the file. ``id`` is the path without ending
    and without ``.nn``, so that both målformer of a text are one document.
    """

    id: str
    fil: str
    type: str
    tittel: str
    kommune: str
    malform: Malform
    malgruppe: str
    status: str
    gjelder_fra: str
    revideres: str
    kilde_dato: str
    lenke: str
    tema: str
    lokale_aspekter: tuple[str, ...]
    intern: bool
    tekst: str = field(repr=False)
    seksjoner: tuple[Seksjon, ...] = field(repr=False)
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setning:
    """A quotable unit: a sentence, a list item or a table row.

    Offsets are characters in the *document's* text. ``hode`` is the start of the table header when
    the unit is a row (a row is quoted from its header on), otherwise equal to ``start``.
    """

    start: int
    slutt: int
    hode: int
    blokk: int
    slag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Utdrag:
    """A passage: the unit that is retrieved. ``tekst == dokument.tekst[start:slutt]``."""

    id: str
    dokument: str
    fil: str
    tittel: str
    type: str
    overskrifter: tuple[str, ...]
    aspekt: str
    kommune: str
    malform: Malform
    malgruppe: str
    status: str
    gjelder_fra: str
    revideres: str
    kilde_dato: str
    lenke: str
    tema: str
    lokale_aspekter: tuple[str, ...]
    intern: bool
    start: int
    slutt: int
    tekst: str = field(repr=False)
    setninger: tuple[Setning, ...] = field(repr=False)
    digest: str

    @property
    def seksjon(self) -> str:
        """The nearest heading, or the title where the text has none."""
        return self.overskrifter[-1] if self.overskrifter else self.tittel


@dataclass(frozen=True, slots=True, kw_only=True)
class Tur:
    """One earlier turn of the conversation, as the server remembers it."""

    tekst: str = field(repr=False)
    selvstendig: str = field(repr=False)
    utfall: Utfall
    tjeneste: str = ""
    aspekt: str = ""
    kommune: str = ""
    valg: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Henvendelse:
    """A message with what is known about the one who sends it. ``turnr`` counts the conversation's messages from 1."""

    id: str
    samtale_id: str = ""
    tekst: str = field(repr=False)
    rolle: Rolle = Rolle.INNBYGGER
    kommune: str = ""
    sprak: Malform | None = None
    tidligere: tuple[Tur, ...] = ()
    turnr: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Treff:
    """A retrieved passage with its scores.

    ``dense`` is a cosine in [-1, 1]; ``leksikalsk`` and ``setning`` are scaled to [0, 1] within the
    search; ``poeng`` is the fused score that ranks (higher is better, comparable within one search).
    """

    utdrag: Utdrag
    dense: float
    leksikalsk: float
    setning: float
    poeng: float
    setningspoeng: tuple[float, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kilde:
    """A source as shown: ``sitat`` is one contiguous piece of the document, white space folded."""

    nr: int
    utdrag: str
    dokument: str
    fil: str
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
    tekst: str = field(default="", repr=False)
    start: int = 0
    slutt: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Vurdering:
    """The result of one check, kept with the answer. ``versjon`` names the rules that decided."""

    kontroll: str
    bestatt: bool
    grunn: str
    versjon: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontakt:
    """Where a human is reached. Empty strings are facts that we do not have.

    ``apningstid`` is the hours in words; ``tider`` are (weekday from 0, from, to) as «HH:MM», and ``stengte_dager`` the
    office's own closing days, ISO dates.
    """

    kommune: str = ""
    navn: str = ""
    kontor: str = ""
    telefon: str = ""
    epost: str = ""
    nettsted: str = ""
    lenke: str = ""
    apningstid: str = ""
    kilde_dato: str = ""
    sist_kontrollert: str = ""
    tider: tuple[tuple[int, str, str], ...] = ()
    stengte_dager: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlevering:
    """Hand-over to a human: why, to whom, and a masked note that the user may pass on."""

    grunn: str
    kontakt: Kontakt
    notat: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forslag:
    """A question that may be asked next: what the button says, and what is asked when it is pressed."""

    etikett: str
    sporsmal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Utkast:
    """What the formulation made before it was checked."""

    avsnitt: tuple[str, ...]
    kilder: tuple[Kilde, ...]
    mangler: tuple[str, ...] = ()
    les_mer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Svar:
    """The answer with everything that led to it.

    ``spor`` holds versions and ``ms`` (milliseconds per step). ``valg`` are the readings offered when
    ``utfall`` is ``avklaring``: the client sends back the index of one, never its text. ``dekning`` says how well the
    sources cover the question: godt, usikkert, delvis, or nothing where no question was answered.
    """

    henvendelse: str
    sporsmal: str = field(repr=False)
    tekst: str
    utfall: Utfall
    sprak: Malform
    kilder: tuple[Kilde, ...] = ()
    treff: tuple[Treff, ...] = field(default=(), repr=False)
    forkastet: tuple[Treff, ...] = field(default=(), repr=False)
    vurderinger: tuple[Vurdering, ...] = ()
    overlevering: Overlevering | None = None
    valg: tuple[str, ...] = ()
    dekning: str = ""
    tur: Tur | None = None
    spor: Mapping[str, object] = field(default_factory=dict)

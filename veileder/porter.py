"""What the steps need from outside, shaped so that the library's own object fits unchanged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from veileder.gjennomgang.oppbevaring import Grenser, Ryddet, Varsel
    from veileder.gjennomgang.varseltekst import Brev
    from veileder.gjennomgang.verdier import Flagg, Innslag, Kontaktsak, Kontaktstatus, Rapport, Rapportstatus

Vektorer = NDArray[np.float32]


class Embedder(Protocol):
    """LangChain's ``Embeddings`` interface, with the name and dimension that the index records.

    Vectors are L2-normalised, so that a dot product is a cosine in [-1, 1].
    """

    @property
    def navn(self) -> str:
        """Name and version of the model: vectors of different names never mix."""

    @property
    def dimensjon(self) -> int:
        """Length of a vector."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector of length ``dimensjon`` for each text."""

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""


@runtime_checkable
class Feltleser(Protocol):
    """An embedding model that can also read a question as it was taught to in this field."""

    def les_i_feltet(self, tekst: str) -> list[float]:
        """Return the vector of a question that the classifiers and the learnt search were trained on, L2-normalised."""


class Krysskoder(Protocol):
    """A cross-encoder: it reads a question and a text together, and tells how well the text answers."""

    @property
    def navn(self) -> str:
        """Name and version of the model."""

    def poeng(self, sporsmal: str, tekster: Sequence[str]) -> Vektorer:
        """Return one score for each text, shape (n,), higher is better; about log-odds that the text answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bit:
    """A piece of what a chat model writes, and what the call has used so far: tokens read and written, and kroner."""

    tekst: str = ""
    tokens_inn: int = 0
    tokens_ut: int = 0
    kroner: float = 0.0


class Sprakmodell(Protocol):
    """A chat model that is asked once and writes piece by piece. LangChain's behind it; safe to call from several threads."""

    @property
    def navn(self) -> str:
        """The model as leverandør:modell."""

    @property
    def sted(self) -> str:
        """Where what is sent goes: an address, or the provider's name."""

    def strom(self, system: str, bruker: str) -> Iterator[Bit]:
        """Yield what the model writes. An iterator that is closed before its end stops the model.

        Raises:
            Sprakmodellfeil: it cannot be reached, stopped midway, is too slow, or has used what it may use in a day.
        """


class Vektorindeks(Protocol):
    """Nearest passages by cosine. Chroma in use; a matrix in tests."""

    def naermeste(self, query: Vektorer, antall: int, kommuner: Sequence[str] | None) -> list[tuple[int, float]]:
        """Return up to ``antall`` (row, cosine), best first, within ``kommuner`` (None: everywhere)."""

    def vektorer(self, rader: Sequence[int]) -> Vektorer:
        """Return the stored vectors of ``rader``, shape (n, d) float32, in that order."""

    def lukk(self) -> None:
        """Release the files; the index cannot be used afterwards."""


class SamtaleRepo(Protocol):
    """Answered messages. Every method is one transaction, durable when it returns.

    All the repositories raise ``LagerUtilgjengelig`` when the database cannot be reached or written to just now, and
    ``Lagerfeil`` when it will never take what it was given.
    """

    def lagre(self, innslag: Innslag) -> None:
        """Store a message with its sources and flags. Storing the same ``id`` again changes nothing."""

    def hent(self, melding_id: str) -> Innslag | None:
        """Return one message."""

    def samtale(self, samtale_id: str) -> tuple[Innslag, ...]:
        """Return the messages of a conversation, in order."""

    def slett(self, samtale_id: str) -> int:
        """Delete a conversation with all that belongs to it; return the number of messages.

        SQLite's log is emptied, too. Traces in unused space of the files go when ``RydderRepo.skrubb`` has run.
        """


class FlaggRepo(Protocol):
    """Flags on stored messages. The priority of the message follows its flags."""

    def sett(self, melding_id: str, flagg: Sequence[Flagg]) -> bool:
        """Add flags, each in place of one of its kind; return False when the message is not stored."""

    def for_melding(self, melding_id: str) -> tuple[Flagg, ...]:
        """Return the flags of a message, in the order of ``Flaggslag``."""


class RapportRepo(Protocol):
    """Reports from users, by receipt number."""

    def opprett(self, rapport: Rapport, flagg: Flagg) -> bool:
        """Store a report and flag its message, if that is stored; return False when the number is taken."""

    def hent(self, nummer: str) -> Rapport | None:
        """Return one report."""

    def for_melding(self, melding_id: str) -> tuple[Rapport, ...]:
        """Return the reports on a message, oldest first."""

    def skriv_tekst(self, nummer: str, tekst: str) -> bool:
        """Put the user's (masked) words beside a report; return False when there is no such report."""

    def oppdater(self, nummer: str, versjon: int, status: Rapportstatus, tilbakemelding: str) -> bool:
        """Say what came of it; return False when the report is gone or no longer at ``versjon``."""


class KontaktsakRepo(Protocol):
    """People who asked to be contacted."""

    def opprett(self, sak: Kontaktsak) -> bool:
        """Store a request with a notice to be sent, both or neither; return False when the number is taken."""

    def hent(self, nummer: str) -> Kontaktsak | None:
        """Return one request."""

    def for_kommune(self, kommune: str, statuser: Sequence[Kontaktstatus] = ()) -> tuple[Kontaktsak, ...]:
        """Return the requests of a municipality, oldest first; all states when none is named."""

    def oppdater(self, sak: Kontaktsak) -> bool:
        """Store a changed request, its ``versjon`` raised by one; return False when it is gone or was changed since."""

    def videresend(self, nummer: str, versjon: int, kommune: str) -> bool:
        """Hand a request to another municipality, new there and taken by nobody; the deadline stands.

        A notice to be sent is stored in the same transaction. Returns False as ``oppdater`` does.
        """

    def slett(self, nummer: str) -> bool:
        """Delete a request with its notices and return whether there was one; what else is as for a conversation."""


class VarselRepo(Protocol):
    """Notices that wait to be sent by e-mail: one for each new request and each forwarding. One that is sent is gone."""

    def forfalte(self, na: dt.datetime, hoyst: int = 50) -> tuple[Varsel, ...]:
        """Return the notices whose time has come, oldest first; those of requests that somebody has taken are not sent."""

    def venter(self) -> int:
        """Return how many are not sent."""

    def sendt(self, varsel_id: int) -> None:
        """Take away a notice that was handed to the mail server."""

    def utsett(self, varsel_id: int, til: dt.datetime) -> None:
        """Count a try that failed, and wait until ``til`` with the next."""


class RydderRepo(Protocol):
    """What clean-up and a person's rights need of storage."""

    def ta_las(self, navn: str, holder: str, na: dt.datetime, varighet: dt.timedelta) -> bool:
        """Take a lock that one process holds at a time, or hold on to it; return False when another has it.

        It falls when ``varighet`` has passed, so that a process that was killed blocks nobody for longer.
        """

    def slipp_las(self, navn: str, holder: str) -> None:
        """Let go of a lock."""

    def slett_eldre(self, grenser: Grenser) -> Mapping[str, int]:
        """Delete what is too old, in small transactions, counting messages into the statistics; return rows by table."""

    def slett_merkede(self, merker: Collection[str]) -> Mapping[str, int]:
        """Delete conversations and requests whose ``gravsteiner.merke`` is among these; return rows by table."""

    def skrubb(self) -> bool:
        """Write over what deleted rows held, in the files of the database; return whether all of it is done.

        SQLite: unused space zeroed a moment at a time, the log emptied. PostgreSQL: the tables written anew.
        """

    def krymp(self) -> bool:
        """Give the room of what is deleted back to the disk; nobody can write meanwhile. Return whether it was done."""

    def skriv_ryddet(self, ryddet: Ryddet) -> None:
        """Store that a clean-up is done."""

    def sist_skrubbet(self) -> dt.datetime | None:
        """Return when files were last written over."""

    def innsyn(self, *, samtale_id: str = "", kontaktsak: str = "") -> Mapping[str, tuple[Mapping[str, object], ...]]:
        """Return every row that is held about a conversation or a request for contact, by table; empty when there is none."""


class Lager(Protocol):
    """The repositories over one database, opened when first used."""

    @property
    def samtaler(self) -> SamtaleRepo:
        """Answered messages."""

    @property
    def flagg(self) -> FlaggRepo:
        """Flags."""

    @property
    def rapporter(self) -> RapportRepo:
        """Reports."""

    @property
    def kontaktsaker(self) -> KontaktsakRepo:
        """People who asked to be contacted."""

    @property
    def varsler(self) -> VarselRepo:
        """Notices to be sent by e-mail."""

    @property
    def rydder(self) -> RydderRepo:
        """Clean-up and insight."""

    def klargjor(self) -> None:
        """Bring the tables up to date, once, under a lock. Raises as the repositories do."""

    def lukk(self) -> None:
        """Let go of the connections."""


class Post(Protocol):
    """Outgoing e-mail."""

    def send(self, til: str, brev: Brev) -> None:
        """Hand a letter to the mail server; it has taken it when this returns. Raises Postfeil."""

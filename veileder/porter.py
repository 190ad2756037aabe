"""What the steps need from outside, shaped so that the library's own object fits unchanged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
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
        """Delete a conversation with its sources, flags and reports; return the number of messages."""


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
        """Store a request; return False when the number is taken."""

    def hent(self, nummer: str) -> Kontaktsak | None:
        """Return one request."""

    def for_kommune(self, kommune: str, statuser: Sequence[Kontaktstatus] = ()) -> tuple[Kontaktsak, ...]:
        """Return the requests of a municipality, oldest first; all states when none is named."""

    def oppdater(self, sak: Kontaktsak) -> bool:
        """Store a changed request, its ``versjon`` raised by one; return False when it is gone or was changed since."""

    def slett(self, nummer: str) -> bool:
        """Delete a request and return whether there was one.

        SQLite writes over what it held, also in its log; PostgreSQL does so at its next vacuum.
        """


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

    def klargjor(self) -> None:
        """Bring the tables up to date, once, under a lock. Raises as the repositories do."""

    def lukk(self) -> None:
        """Let go of the connections."""

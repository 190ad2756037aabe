"""What review needs of storage, besides what the running service does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Protocol

from veileder.gjennomgang.ansatte import Bruker, Loggforing, Okt
from veileder.gjennomgang.godkjente import Binding, Digester, GodkjentRepo
from veileder.gjennomgang.grupper import Ubesvart
from veileder.gjennomgang.innsikt import Telling, Utvalg, Venter
from veileder.gjennomgang.omkjoring import Omkjoring, Omkjort
from veileder.gjennomgang.saker import Arsak, Forslagsstatus, Hendelse, Kofilter, Koside, Kovalg, Sak, Tekstforslag, Testtilfelle
from veileder.gjennomgang.ukesbrev import Rettet
from veileder.gjennomgang.verdier import Kontaktsak
from veileder.porter import Lager


class BrukerRepo(Protocol):
    """Those who may log in. Passwords and codes come and go as digests only."""

    def opprett(self, bruker: Bruker) -> bool:
        """Store a user; return False when the name is taken."""

    def hent(self, bruker_id: str) -> Bruker | None:
        """Return one user."""

    def finn(self, brukernavn: str) -> Bruker | None:
        """Return the user of a name, in lower case."""

    def alle(self) -> tuple[Bruker, ...]:
        """Return all, by name."""

    def passord(self, bruker_id: str) -> str:
        """Return the password's digest, empty when none is set."""

    def sett_passord(self, bruker_id: str, digest: str) -> None:
        """Store a new password's digest; sessions and one-time codes of the user end."""

    def sett_engangskode(self, bruker_id: str, digest: str, utloper: dt.datetime) -> None:
        """Store a one-time code in place of any earlier."""

    def for_engangskode(self, digest: str, na: dt.datetime) -> Bruker | None:
        """Return the user of a code that has not been used or run out."""

    def bruk_engangskode(self, digest: str, na: dt.datetime, passord: str) -> Bruker | None:
        """Set a password by a code, which is then used up; of two at once only one gets the user back."""

    def steng(self, bruker_id: str, na: dt.datetime) -> None:
        """Close a user out: sessions and codes end at once."""


class OktRepo(Protocol):
    """Sessions, and the count of failed logins."""

    def opprett(self, okt: Okt) -> None:
        """Store a session."""

    def hent(self, nokkel: str) -> tuple[Okt, Bruker] | None:
        """Return a session with its user."""

    def ror(self, nokkel: str, na: dt.datetime) -> None:
        """Say that a session was used just now."""

    def slett(self, nokkel: str) -> None:
        """End a session."""

    def slett_alle(self, bruker_id: str) -> int:
        """End all sessions of a user; return how many."""

    def rydd(self, sist_brukt: dt.datetime, opprettet: dt.datetime) -> int:
        """End sessions not used since ``sist_brukt`` or begun before ``opprettet``; return how many."""

    def tell_forsok(self, nokkel: str, na: dt.datetime) -> float:
        """Count a login as failed, and return 0; or count nothing and return the seconds to wait."""

    def nullstill_forsok(self, nokkel: str) -> None:
        """Forget the failed logins: this one was right."""


class LoggRepo(Protocol):
    """The access log. Nothing in it is changed."""

    def skriv(self, foring: Loggforing) -> None:
        """Add a line; durable when this returns."""

    def les(self, *, gjelder: str = "", bruker: str = "", fra: int = 0, antall: int = 100) -> tuple[Loggforing, ...]:
        """Return lines, newest first, about a conversation or by a user name when one is given."""


class SakRepo(Protocol):
    """Cases, their history, and the queue of them."""

    def hent(self, melding_id: str) -> Sak:
        """Return the case of a message; one that nobody has touched has ``versjon`` 0."""

    def lagre(self, sak: Sak, hendelser: Sequence[Hendelse], bindinger: Sequence[Binding] = ()) -> bool:
        """Store a changed case with what was done; return False when the message is gone or the case changed since.

        ``bindinger`` is what it rests on when it is approved, in place of what was bound before.
        """

    def noter(self, melding_id: str, hendelse: Hendelse) -> None:
        """Add to the history of a case, whatever its version."""

    def hendelser(self, melding_id: str) -> tuple[Hendelse, ...]:
        """Return the history, oldest first."""

    def ko(self, filter_: Kofilter, side: int = 1, antall: int = 25) -> Koside:
        """Return a page of the queue, by priority and then newest first. Pages count from 1."""

    def naboer(self, filter_: Kofilter, melding_id: str) -> tuple[str, str]:
        """Return the messages before and after one in the queue, each empty when there is none."""

    def valg(self, omfang: frozenset[str] | None) -> Kovalg:
        """Return services and municipalities that there are messages about."""


class OmkjoringRepo(Protocol):
    """Questions asked again, and which ones there are to ask."""

    def hent(self, melding_id: str) -> Omkjoring | None:
        """Return the latest run of a message."""

    def lagre(self, ny: Omkjoring) -> bool:
        """Store a run over the one of its ``versjon``; return False when the message is gone or another was first."""

    def liste(
        self, omfang: frozenset[str] | None, *, arsak: Arsak | None = None, fil: str = "", antall: int
    ) -> tuple[Omkjort, ...]:
        """Return cases of a cause or answers that cite a file, newest first."""

    def arsaker(self, omfang: frozenset[str] | None) -> Mapping[Arsak, int]:
        """Return how many cases each cause has."""

    def endrede_filer(self, omfang: frozenset[str] | None, digester: Digester) -> Mapping[str, int]:
        """Return the cited files in which a cited passage is another now, with how many citations that is."""

    def sporsmal(self, nyeste: int) -> tuple[str, ...]:
        """Return messages to ask again: all that are approved, and so many of the newest besides."""


class ForslagRepo(Protocol):
    """Suggested texts and cases for the test set."""

    def opprett(self, forslag: Tekstforslag) -> None:
        """Store a suggestion."""

    def hent(self, forslag_id: str) -> Tekstforslag | None:
        """Return one suggestion."""

    def alle(self) -> tuple[Tekstforslag, ...]:
        """Return all suggestions, newest first."""

    def for_melding(self, melding_id: str) -> tuple[Tekstforslag, ...]:
        """Return the suggestions that a case led to."""

    def oppdater(self, forslag_id: str, versjon: int, status: Forslagsstatus) -> bool:
        """Say what came of it; return False when somebody else did so first."""

    def legg_til_test(self, tilfelle: Testtilfelle) -> None:
        """Store a case for the test set."""

    def tester(self) -> tuple[Testtilfelle, ...]:
        """Return the cases for the test set, oldest first."""


class KontakthendelseRepo(Protocol):
    """The history of requests for contact, and lists over more than one kommune."""

    def lagre(self, sak: Kontaktsak, hendelse: Hendelse) -> bool:
        """Store a changed request with what was done; return False when it is gone or was changed since."""

    def send_videre(self, sak: Kontaktsak, kommune: str, hendelse: Hendelse) -> bool:
        """Hand a request to another municipality, which is told; return False as ``lagre`` does."""

    def noter(self, nummer: str, hendelse: Hendelse) -> bool:
        """Add to the history; return False when the request is gone."""

    def hendelser(self, nummer: str) -> tuple[Hendelse, ...]:
        """Return the history, oldest first."""

    def liste(self, kommuner: frozenset[str] | None, statuser: Sequence[str]) -> tuple[Kontaktsak, ...]:
        """Return requests (None: of all municipalities), oldest first."""


class InnsiktRepo(Protocol):
    """Counts of messages, stored and deleted alike, and what was kept of each week."""

    def tellinger(self, utvalg: Utvalg) -> tuple[Telling, ...]:
        """Return the counts of a choice."""

    def ubesvarte(self, utvalg: Utvalg) -> tuple[Ubesvart, ...]:
        """Return the newest questions that lacked an answer and are still stored."""

    def venter(self, kommuner: frozenset[str] | None, i_dag: dt.date) -> Venter:
        """Return what waits for somebody now."""

    def rettet(self, utvalg: Utvalg) -> Rettet:
        """Return what was mended in the weeks of a choice."""

    def kommuner(self) -> tuple[str, ...]:
        """Return the places that there are counts of."""

    def lagre_brev(self, uke: dt.date, kommune: str, innhold: Mapping[str, object], na: dt.datetime) -> None:
        """Keep the figures of a letter, unless there are some."""

    def hent_brev(self, uke: dt.date, kommune: str) -> Mapping[str, object] | None:
        """Return the figures of a letter that was kept."""


class Gjennomgangslager(Lager, Protocol):
    """All that is stored."""

    @property
    def brukere(self) -> BrukerRepo:
        """Users."""

    @property
    def okter(self) -> OktRepo:
        """Sessions."""

    @property
    def logg(self) -> LoggRepo:
        """The access log."""

    @property
    def saker(self) -> SakRepo:
        """Cases."""

    @property
    def omkjoringer(self) -> OmkjoringRepo:
        """Questions asked again."""

    @property
    def godkjente(self) -> GodkjentRepo:
        """What approved answers rest on."""

    @property
    def forslag(self) -> ForslagRepo:
        """Suggestions and cases for the test set."""

    @property
    def kontakthendelser(self) -> KontakthendelseRepo:
        """The history of requests for contact."""

    @property
    def innsikt(self) -> InnsiktRepo:
        """Insight."""

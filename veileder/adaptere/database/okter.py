"""``OktRepo`` and ``LoggRepo``: sessions, failed logins, and the access log."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from veileder.adaptere.database.brukere import til_bruker
from veileder.adaptere.database.database import Database
from veileder.adaptere.database.gjennomgangstabeller import Brukerrad, Forsokrad, Loggrad, Oktrad
from veileder.gjennomgang.ansatte import Bruker, Handling, Loggforing, Okt
from veileder.gjennomgang.innloggingsvern import GLEM_ETTER, ventetid


class DatabaseOkter:
    """Sessions in the database; see ``gjennomgang.porter.OktRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def opprett(self, okt: Okt) -> None:
        """Store a session."""
        with self._database.skriv() as sesjon:
            sesjon.add(Oktrad(**asdict(okt)))

    def hent(self, nokkel: str) -> tuple[Okt, Bruker] | None:
        """Return a session with its user."""
        sporring = select(Oktrad, Brukerrad).join(Brukerrad, Oktrad.bruker_id == Brukerrad.id).where(Oktrad.nokkel == nokkel)
        with self._database.les() as sesjon:
            funnet = sesjon.execute(sporring).one_or_none()
            if funnet is None:
                return None
            rad, bruker = funnet
            felt = {n: getattr(rad, n) for n in ("nokkel", "bruker_id", "opprettet", "sist_brukt", "ekstern")}
            return Okt(**felt), til_bruker(bruker)

    def ror(self, nokkel: str, na: dt.datetime) -> None:
        """Say that a session was used."""
        with self._database.skriv() as sesjon:
            sesjon.execute(update(Oktrad).where(Oktrad.nokkel == nokkel).values(sist_brukt=na))

    def slett(self, nokkel: str) -> None:
        """End a session."""
        with self._database.skriv() as sesjon:
            sesjon.execute(delete(Oktrad).where(Oktrad.nokkel == nokkel))

    def slett_alle(self, bruker_id: str) -> int:
        """End all sessions of a user."""
        with self._database.skriv() as sesjon:
            return len(sesjon.scalars(delete(Oktrad).where(Oktrad.bruker_id == bruker_id).returning(Oktrad.nokkel)).all())

    def rydd(self, sist_brukt: dt.datetime, opprettet: dt.datetime) -> int:
        """End old sessions."""
        gammel = or_(Oktrad.sist_brukt < sist_brukt, Oktrad.opprettet < opprettet)
        with self._database.skriv() as sesjon:
            return len(sesjon.scalars(delete(Oktrad).where(gammel).returning(Oktrad.nokkel)).all())

    def tell_forsok(self, nokkel: str, na: dt.datetime) -> float:
        """Count before the password is looked at, so that many at once do not all slip by."""
        with self._database.skriv() as sesjon:
            sesjon.execute(delete(Forsokrad).where(Forsokrad.siste < na - GLEM_ETTER))
            rad = _las_forsok(sesjon, nokkel, na)
            vent = ventetid(rad.antall, rad.siste, na)
            if vent <= 0:
                rad.antall, rad.siste = rad.antall + 1, na
            return vent

    def nullstill_forsok(self, nokkel: str) -> None:
        """Forget the failed logins."""
        with self._database.skriv() as sesjon:
            sesjon.execute(delete(Forsokrad).where(Forsokrad.nokkel == nokkel))


def _las_forsok(sesjon: Session, nokkel: str, na: dt.datetime) -> Forsokrad:
    """Return the row, locked, made when it is missing; of two who make it at once the second waits for the first."""
    sett_inn = postgresql.insert if sesjon.get_bind().dialect.name == "postgresql" else sqlite.insert
    sesjon.execute(sett_inn(Forsokrad).values(nokkel=nokkel, antall=0, siste=na).on_conflict_do_nothing())
    rad = sesjon.get(Forsokrad, nokkel, with_for_update=True, populate_existing=True)
    assert rad is not None
    return rad


class DatabaseLogg:
    """The access log in the database; see ``gjennomgang.porter.LoggRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def skriv(self, foring: Loggforing) -> None:
        """Add a line."""
        with self._database.skriv() as sesjon:
            sesjon.add(Loggrad(**{**asdict(foring), "handling": str(foring.handling)}))

    def les(self, *, gjelder: str = "", bruker: str = "", fra: int = 0, antall: int = 100) -> tuple[Loggforing, ...]:
        """Return lines, newest first. A view of the queue names the conversations on the page in ``detalj``."""
        sporring = select(Loggrad).order_by(Loggrad.id.desc()).offset(fra).limit(antall)
        if gjelder:
            sporring = sporring.where(or_(Loggrad.gjelder == gjelder, Loggrad.detalj.contains(gjelder, autoescape=True)))
        if bruker:
            sporring = sporring.where(Loggrad.brukernavn == bruker)
        with self._database.les() as sesjon:
            return tuple(_til_foring(rad) for rad in sesjon.scalars(sporring))


def _til_foring(rad: Loggrad) -> Loggforing:
    felt = {n: getattr(rad, n) for n in ("tidspunkt", "bruker_id", "brukernavn", "gjelder", "detalj")}
    return Loggforing(**felt, handling=Handling(rad.handling))

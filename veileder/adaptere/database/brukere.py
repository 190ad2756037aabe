"""``BrukerRepo``: those who may log in."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from veileder.adaptere.database.database import Database
from veileder.adaptere.database.gjennomgangstabeller import Brukerrad, Oktrad
from veileder.gjennomgang.ansatte import Ansvar, Bruker, Tilgang

_UTEN_KODE: dict[str, Any] = {"engangskode": "", "engangskode_utloper": None}


class DatabaseBrukere:
    """Users in the database; see ``gjennomgang.porter.BrukerRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def opprett(self, bruker: Bruker) -> bool:
        """Store a user."""
        rad = Brukerrad(
            **{n: getattr(bruker, n) for n in ("id", "brukernavn", "navn", "ekstern", "opprettet", "stengt")},
            tilganger=[asdict(t) for t in bruker.tilganger],
            passord="",
            **_UTEN_KODE,
        )
        with self._database.skriv() as sesjon:
            sesjon.add(rad)
            try:
                sesjon.flush()
            except IntegrityError:
                sesjon.rollback()
                return False
        return True

    def hent(self, bruker_id: str) -> Bruker | None:
        """Return one user."""
        return self._en(Brukerrad.id == bruker_id)

    def finn(self, brukernavn: str) -> Bruker | None:
        """Return the user of a name."""
        return self._en(Brukerrad.brukernavn == brukernavn)

    def alle(self) -> tuple[Bruker, ...]:
        """Return all, by name."""
        with self._database.les() as sesjon:
            return tuple(til_bruker(rad) for rad in sesjon.scalars(select(Brukerrad).order_by(Brukerrad.brukernavn)))

    def passord(self, bruker_id: str) -> str:
        """Return the password's digest."""
        with self._database.les() as sesjon:
            return sesjon.scalar(select(Brukerrad.passord).where(Brukerrad.id == bruker_id)) or ""

    def sett_passord(self, bruker_id: str, digest: str) -> None:
        """Store a new password's digest."""
        self._endre(bruker_id, passord=digest, **_UTEN_KODE)

    def sett_engangskode(self, bruker_id: str, digest: str, utloper: dt.datetime) -> None:
        """Store a one-time code."""
        with self._database.skriv() as sesjon:
            felt = {"engangskode": digest, "engangskode_utloper": utloper}
            sesjon.execute(update(Brukerrad).where(Brukerrad.id == bruker_id).values(**felt))

    def for_engangskode(self, digest: str, na: dt.datetime) -> Bruker | None:
        """Return the user of a code."""
        return self._en(_gyldig(digest, na))

    def bruk_engangskode(self, digest: str, na: dt.datetime, passord: str) -> Bruker | None:
        """Set a password by a code; the update itself is what only one can win."""
        setning = update(Brukerrad).where(_gyldig(digest, na)).values(passord=passord, **_UTEN_KODE).returning(Brukerrad.id)
        with self._database.skriv() as sesjon:
            if (bruker_id := sesjon.scalar(setning)) is None:
                return None
            sesjon.execute(delete(Oktrad).where(Oktrad.bruker_id == bruker_id))
            rad = sesjon.get(Brukerrad, bruker_id)
            return til_bruker(rad) if rad else None

    def steng(self, bruker_id: str, na: dt.datetime) -> None:
        """Close a user out."""
        self._endre(bruker_id, stengt=na, passord="", **_UTEN_KODE)

    def _endre(self, bruker_id: str, **felt: Any) -> None:
        """Change what a user logs in by, which ends all sessions."""
        with self._database.skriv() as sesjon:
            sesjon.execute(update(Brukerrad).where(Brukerrad.id == bruker_id).values(**felt))
            sesjon.execute(delete(Oktrad).where(Oktrad.bruker_id == bruker_id))

    def _en(self, hvilken: Any) -> Bruker | None:
        with self._database.les() as sesjon:
            rad = sesjon.scalar(select(Brukerrad).where(hvilken))
            return til_bruker(rad) if rad else None


def _gyldig(digest: str, na: dt.datetime) -> Any:
    return (Brukerrad.engangskode == digest) & (Brukerrad.engangskode != "") & (Brukerrad.engangskode_utloper > na)


def til_bruker(rad: Brukerrad) -> Bruker:
    """Return the user of a row."""
    return Bruker(
        id=rad.id,
        brukernavn=rad.brukernavn,
        navn=rad.navn,
        tilganger=tuple(Tilgang(ansvar=Ansvar(t["ansvar"]), kommune=t["kommune"]) for t in rad.tilganger),
        opprettet=rad.opprettet,
        ekstern=rad.ekstern,
        stengt=rad.stengt,
    )

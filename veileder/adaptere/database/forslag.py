"""``ForslagRepo`` and ``KontakthendelseRepo``: what comes of cases, and the history of requests for contact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, fields, replace

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from veileder.adaptere.database.database import Database
from veileder.adaptere.database.gjennomgangstabeller import Forslagsrad, Kontakthendelse, Testrad
from veileder.adaptere.database.oversetting import kontaktfelt, til_kontaktsak
from veileder.adaptere.database.saker import til_hendelse
from veileder.adaptere.database.tabeller import Kontaktrad
from veileder.adaptere.database.varsler import legg_varsel
from veileder.gjennomgang.saker import Forslagsstatus, Hendelse, Tekstforslag, Testtilfelle
from veileder.gjennomgang.verdier import Kontaktsak, Kontaktstatus


class DatabaseForslag:
    """Suggestions and cases for the test set; see ``gjennomgang.porter.ForslagRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def opprett(self, forslag: Tekstforslag) -> None:
        """Store a suggestion."""
        with self._database.skriv() as sesjon:
            sesjon.add(Forslagsrad(**{**asdict(forslag), "status": str(forslag.status)}))

    def hent(self, forslag_id: str) -> Tekstforslag | None:
        """Return one suggestion."""
        with self._database.les() as sesjon:
            rad = sesjon.get(Forslagsrad, forslag_id)
            return _til_forslag(rad) if rad else None

    def alle(self) -> tuple[Tekstforslag, ...]:
        """Return all suggestions."""
        with self._database.les() as sesjon:
            return tuple(_til_forslag(r) for r in sesjon.scalars(select(Forslagsrad).order_by(Forslagsrad.opprettet.desc())))

    def for_melding(self, melding_id: str) -> tuple[Tekstforslag, ...]:
        """Return the suggestions of a case."""
        sporring = select(Forslagsrad).where(Forslagsrad.melding_id == melding_id).order_by(Forslagsrad.opprettet)
        with self._database.les() as sesjon:
            return tuple(_til_forslag(rad) for rad in sesjon.scalars(sporring))

    def oppdater(self, forslag_id: str, versjon: int, status: Forslagsstatus) -> bool:
        """Say what came of it."""
        denne = (Forslagsrad.id == forslag_id) & (Forslagsrad.versjon == versjon)
        nytt = {"status": str(status), "versjon": versjon + 1, "avgjort": dt.datetime.now(dt.UTC)}
        setning = update(Forslagsrad).where(denne).values(**nytt).returning(Forslagsrad.id)
        with self._database.skriv() as sesjon:
            return bool(sesjon.scalars(setning).all())

    def legg_til_test(self, tilfelle: Testtilfelle) -> None:
        """Store a case for the test set."""
        with self._database.skriv() as sesjon:
            sesjon.add(Testrad(**{**asdict(tilfelle), "rad": dict(tilfelle.rad)}))

    def tester(self) -> tuple[Testtilfelle, ...]:
        """Return the cases for the test set."""
        with self._database.les() as sesjon:
            rader = sesjon.scalars(select(Testrad).order_by(Testrad.opprettet, Testrad.id))
            return tuple(Testtilfelle(**{f.name: getattr(r, f.name) for f in fields(Testtilfelle)}) for r in rader)


def _til_forslag(rad: Forslagsrad) -> Tekstforslag:
    felt = {f.name: getattr(rad, f.name) for f in fields(Tekstforslag) if f.name != "status"}
    return Tekstforslag(**felt, status=Forslagsstatus(rad.status))


class DatabaseKontakthendelser:
    """The history of requests for contact; see ``gjennomgang.porter.KontakthendelseRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lagre(self, sak: Kontaktsak, hendelse: Hendelse) -> bool:
        """Store a changed request with what was done, both or neither."""
        denne = (Kontaktrad.nummer == sak.nummer) & (Kontaktrad.versjon == sak.versjon)
        felt = {**kontaktfelt(sak), "versjon": sak.versjon + 1}
        with self._database.skriv() as sesjon:
            for_ = sesjon.scalar(select(Kontaktrad.kommune).where(Kontaktrad.nummer == sak.nummer))
            if not sesjon.scalars(update(Kontaktrad).where(denne).values(**felt).returning(Kontaktrad.nummer)).all():
                return False
            if for_ != sak.kommune:  # handed on: they are told there
                legg_varsel(sesjon, sak.nummer, sak.kommune)
            sesjon.add(Kontakthendelse(nummer=sak.nummer, **asdict(hendelse)))
        return True

    def send_videre(self, sak: Kontaktsak, kommune: str, hendelse: Hendelse) -> bool:
        """Hand a request to another municipality, with a notice, and what was done: all or nothing."""
        ny = replace(sak, kommune=kommune, status=Kontaktstatus.NY, tatt_av="", behandlet=None)
        denne = (Kontaktrad.nummer == sak.nummer) & (Kontaktrad.versjon == sak.versjon)
        felt = {**kontaktfelt(ny), "versjon": sak.versjon + 1}
        with self._database.skriv() as sesjon:
            if not sesjon.scalars(update(Kontaktrad).where(denne).values(**felt).returning(Kontaktrad.nummer)).all():
                return False
            sesjon.add(Kontakthendelse(nummer=sak.nummer, **asdict(hendelse)))
            legg_varsel(sesjon, sak.nummer, kommune)
        return True

    def noter(self, nummer: str, hendelse: Hendelse) -> bool:
        """Add to the history."""
        with self._database.skriv() as sesjon:
            sesjon.add(Kontakthendelse(nummer=nummer, **asdict(hendelse)))
            try:
                sesjon.flush()
            except IntegrityError:
                sesjon.rollback()
                return False
        return True

    def hendelser(self, nummer: str) -> tuple[Hendelse, ...]:
        """Return the history."""
        sporring = select(Kontakthendelse).where(Kontakthendelse.nummer == nummer).order_by(Kontakthendelse.id)
        with self._database.les() as sesjon:
            return tuple(til_hendelse(rad) for rad in sesjon.scalars(sporring))

    def liste(self, kommuner: frozenset[str] | None, statuser: Sequence[str]) -> tuple[Kontaktsak, ...]:
        """Return requests, oldest first."""
        sporring = select(Kontaktrad).order_by(Kontaktrad.opprettet, Kontaktrad.nummer)
        if kommuner is not None:
            sporring = sporring.where(Kontaktrad.kommune.in_(sorted(kommuner)))
        if statuser:
            sporring = sporring.where(Kontaktrad.status.in_([str(s) for s in statuser]))
        with self._database.les() as sesjon:
            return tuple(til_kontaktsak(rad) for rad in sesjon.scalars(sporring))

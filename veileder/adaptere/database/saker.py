"""``SakRepo``: cases and their history; the queue of them is in ``sakskoen``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from veileder.adaptere.database.database import Database
from veileder.adaptere.database.gjennomgangstabeller import Sakrad, Sakshendelse
from veileder.adaptere.database.omkjoringer import sett_bindinger
from veileder.adaptere.database.sakskoen import finn_naboer, finn_side, finn_valg
from veileder.adaptere.database.tabeller import Melding
from veileder.gjennomgang.godkjente import Binding
from veileder.gjennomgang.saker import Arsak, Dom, Hendelse, Kofilter, Koside, Kovalg, Sak, Sakstilstand


class DatabaseSaker:
    """Cases in the database; see ``gjennomgang.porter.SakRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def hent(self, melding_id: str) -> Sak:
        """Return the case of a message."""
        with self._database.les() as sesjon:
            rad = sesjon.get(Sakrad, melding_id)
            return _til_sak(rad) if rad else Sak(melding_id=melding_id)

    def lagre(self, sak: Sak, hendelser: Sequence[Hendelse], bindinger: Sequence[Binding] = ()) -> bool:
        """Store a changed case with what was done and what it rests on, all or nothing."""
        felt = _felt(replace(sak, versjon=sak.versjon + 1))
        with self._database.skriv() as sesjon:
            try:
                if sak.versjon == 0:
                    sesjon.add(Sakrad(**felt))
                    sesjon.flush()
                else:
                    denne = (Sakrad.melding_id == sak.melding_id) & (Sakrad.versjon == sak.versjon)
                    if not sesjon.scalars(update(Sakrad).where(denne).values(**felt).returning(Sakrad.melding_id)).all():
                        return False
                sett_bindinger(sesjon, sak.melding_id, bindinger)
                sesjon.add_all(Sakshendelse(melding_id=sak.melding_id, **asdict(h)) for h in hendelser)
                sesjon.flush()
            except IntegrityError:
                sesjon.rollback()
                return False
        return True

    def noter(self, melding_id: str, hendelse: Hendelse) -> None:
        """Add to the history, unless the message is gone."""
        with self._database.skriv() as sesjon:
            if sesjon.scalar(select(Melding.id).where(Melding.id == melding_id)):
                sesjon.add(Sakshendelse(melding_id=melding_id, **asdict(hendelse)))

    def hendelser(self, melding_id: str) -> tuple[Hendelse, ...]:
        """Return the history."""
        sporring = select(Sakshendelse).where(Sakshendelse.melding_id == melding_id).order_by(Sakshendelse.id)
        with self._database.les() as sesjon:
            return tuple(til_hendelse(rad) for rad in sesjon.scalars(sporring))

    def ko(self, filter_: Kofilter, side: int = 1, antall: int = 25) -> Koside:
        """Return a page of the queue."""
        with self._database.les() as sesjon:
            return finn_side(sesjon, filter_, side, antall)

    def naboer(self, filter_: Kofilter, melding_id: str) -> tuple[str, str]:
        """Return the messages before and after one in the queue."""
        with self._database.les() as sesjon:
            return finn_naboer(sesjon, filter_, melding_id)

    def valg(self, omfang: frozenset[str] | None) -> Kovalg:
        """Return what there is to choose among."""
        with self._database.les() as sesjon:
            return finn_valg(sesjon, omfang)


def til_hendelse(rad: Any) -> Hendelse:
    """Return the line of a row of either history."""
    return Hendelse(tidspunkt=rad.tidspunkt, bruker=rad.bruker, hva=rad.hva, detalj=rad.detalj)


def _felt(sak: Sak) -> dict[str, Any]:
    return {n: str(v or "") if n in ("tilstand", "dom", "arsak") else v for n, v in asdict(sak).items()}


def _til_sak(rad: Sakrad) -> Sak:
    return Sak(
        **{n: getattr(rad, n) for n in ("melding_id", "tildelt", "kommentar", "endret", "endret_av", "versjon")},
        tilstand=Sakstilstand(rad.tilstand),
        dom=Dom(rad.dom) if rad.dom else None,
        arsak=Arsak(rad.arsak) if rad.arsak else None,
    )

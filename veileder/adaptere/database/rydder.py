"""``RydderRepo``: what clean-up and a person's rights need of storage."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Collection, Mapping

from sqlalchemy import delete, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from veileder.adaptere.database.database import Database
from veileder.adaptere.database.driftstabeller import Lasrad, Rydderad
from veileder.adaptere.database.innsikt import ta_med
from veileder.adaptere.database.innsyn import rader_om
from veileder.adaptere.database.plan import ALDER, PLAN, Slag
from veileder.adaptere.database.skrubbing import krymp, skrubb
from veileder.adaptere.database.sletting import slett_kontaktsaker, slett_meldinger, slett_rapporter, slett_samtale
from veileder.adaptere.database.tabeller import Kontaktrad, Melding, Rapportrad, Tabell
from veileder.gjennomgang.gravsteiner import merke
from veileder.gjennomgang.oppbevaring import Grenser, Ryddet

BUNKE = 25
"""Messages that are deleted in one transaction: hundredths of a second in 400 MB, so that nobody who writes waits for long."""

PAUSE = 0.1
"""Seconds at most between two such transactions."""


class DatabaseRydder:
    """Clean-up of the database; see ``porter.RydderRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ta_las(self, navn: str, holder: str, na: dt.datetime, varighet: dt.timedelta) -> bool:
        """Take a lock, or hold on to it."""
        ledig = or_(Lasrad.utloper < na, Lasrad.holder == holder)
        setning = update(Lasrad).where(Lasrad.navn == navn, ledig).values(holder=holder, utloper=na + varighet)
        with self._database.skriv() as sesjon:
            if sesjon.scalars(setning.returning(Lasrad.navn)).all():
                return True
            if sesjon.get(Lasrad, navn) is not None:
                return False
            sesjon.add(Lasrad(navn=navn, holder=holder, utloper=na + varighet))
            try:
                sesjon.flush()
            except IntegrityError:  # another process was first, between our two looks
                sesjon.rollback()
                return False
        return True

    def slipp_las(self, navn: str, holder: str) -> None:
        """Let go of a lock."""
        with self._database.skriv() as sesjon:
            sesjon.execute(delete(Lasrad).where(Lasrad.navn == navn, Lasrad.holder == holder))

    def slett_eldre(self, grenser: Grenser) -> Mapping[str, int]:
        """Delete what is too old, a bunch at a time."""
        antall: Counter[str] = Counter()
        fra = time.monotonic()
        while bunke := self._en_bunke(grenser.meldinger):
            antall += bunke
            time.sleep(min(time.monotonic() - fra, PAUSE))  # as long as it took: who waits looks now and then only
            fra = time.monotonic()
        with self._database.skriv() as sesjon:
            antall["rapporter"] += slett_rapporter(sesjon, Rapportrad.mottatt < grenser.meldinger)
            ferdige = Kontaktrad.behandlet < grenser.kontaktsaker
            antall["kontaktsaker"] += slett_kontaktsaker(sesjon, or_(ferdige, Kontaktrad.opprettet < grenser.kontaktsaker_hoyst))
            antall += _etter_alder(sesjon, grenser)
        return {navn: n for navn, n in sorted(antall.items()) if n}

    def _en_bunke(self, eldre_enn: dt.datetime) -> Counter[str]:
        hvilke = select(Melding.id).where(Melding.tidspunkt < eldre_enn).order_by(Melding.tidspunkt).limit(BUNKE)
        with self._database.skriv() as sesjon:
            ider = sesjon.scalars(hvilke).all()
            if not ider:
                return Counter()
            ta_med(sesjon, ider)
            return slett_meldinger(sesjon, ider)

    def slett_merkede(self, merker: Collection[str]) -> Mapping[str, int]:
        """Delete again what a back-up has brought back."""
        antall: Counter[str] = Counter()
        with self._database.skriv() as sesjon:
            for samtale in {*sesjon.scalars(select(Melding.samtale_id)), *sesjon.scalars(select(Rapportrad.samtale_id))}:
                if merke(samtale) in merker:
                    antall["meldinger"] += slett_samtale(sesjon, samtale)
            numre = [n for n in sesjon.scalars(select(Kontaktrad.nummer)) if merke(n) in merker]
            antall["kontaktsaker"] += slett_kontaktsaker(sesjon, Kontaktrad.nummer.in_(numre))
        return {navn: n for navn, n in antall.items() if n}

    def skrubb(self) -> bool:
        """Write over what deleted rows held."""
        return skrubb(self._database)

    def krymp(self) -> bool:
        """Give the room of what is deleted back to the disk."""
        return krymp(self._database)

    def skriv_ryddet(self, ryddet: Ryddet) -> None:
        """Store that a clean-up is done."""
        rad = Rydderad(tidspunkt=ryddet.tidspunkt, antall=dict(ryddet.antall), skrubbet=ryddet.skrubbet)
        with self._database.skriv() as sesjon:
            sesjon.add(rad)

    def sist_skrubbet(self) -> dt.datetime | None:
        """Return when files were last written over."""
        with self._database.les() as sesjon:
            return sesjon.scalar(select(Rydderad.tidspunkt).where(Rydderad.skrubbet).order_by(Rydderad.tidspunkt.desc()).limit(1))

    def innsyn(self, *, samtale_id: str = "", kontaktsak: str = "") -> Mapping[str, tuple[Mapping[str, object], ...]]:
        """Return every row about a conversation or a request."""
        with self._database.les() as sesjon:
            return rader_om(sesjon, samtale_id, kontaktsak)


def _etter_alder(sesjon: Session, grenser: Grenser) -> Counter[str]:
    """Delete from the tables that are kept by their own age."""
    frister = {Slag.REVISJON: grenser.revisjon, Slag.STATISTIKK: grenser.statistikk}
    antall: Counter[str] = Counter()
    for navn, kolonne in ALDER.items():
        tabell, frist = Tabell.metadata.tables.get(navn), frister[PLAN[navn]]
        if tabell is not None:
            grense = frist if PLAN[navn] is Slag.REVISJON else frist.date()
            antall[navn] += int(sesjon.execute(delete(tabell).where(tabell.c[kolonne] < grense)).rowcount)  # type: ignore[attr-defined]
    return antall

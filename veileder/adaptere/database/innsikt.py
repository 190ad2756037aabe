"""``InnsiktRepo``: counts of messages that are stored and of those that are deleted, and what waits."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, or_, select, union_all
from sqlalchemy.orm import Session

from veileder.adaptere.database.database import Database
from veileder.adaptere.database.gjennomgangstabeller import Forslagsrad, Sakrad
from veileder.adaptere.database.innsiktstabeller import Brevrad, Kjennetegnrad, Tellerad, Vektorrad
from veileder.adaptere.database.tabeller import Flaggrad, Kontaktrad, Melding, Rapportrad
from veileder.gjennomgang.grupper import Ubesvart
from veileder.gjennomgang.innsikt import Telling, Utvalg, Venter
from veileder.gjennomgang.kjennetegn import FELT, TALL, UBESVART, finn_kjennetegn, tell
from veileder.gjennomgang.saker import Forslagsstatus, Sakstilstand
from veileder.gjennomgang.ukesbrev import Rettet
from veileder.gjennomgang.verdier import BEHANDLET, Innslag, Rapportstatus

HOYST = 1500
"""Unanswered questions that are grouped, the newest: grouping takes time by the square of them."""

_NOKLER = ("uke", *FELT)


class DatabaseInnsikt:
    """Insight in the database; see ``porter.InnsiktRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tellinger(self, utvalg: Utvalg) -> tuple[Telling, ...]:
        """Return the counts of a choice."""
        begge = union_all(
            *(_i(t, utvalg, select(*(getattr(t, n) for n in (*_NOKLER, *TALL)))) for t in (Kjennetegnrad, Tellerad))
        )
        rader = begge.subquery()
        nokler = [rader.c[n] for n in _NOKLER]
        sporring = select(*nokler, *(func.sum(rader.c[n]) for n in TALL)).group_by(*nokler)
        ant = len(_NOKLER)
        with self._database.les() as sesjon:
            return tuple(
                Telling(**dict(zip(_NOKLER, r[:ant], strict=True)), tall=tuple(map(int, r[ant:])))
                for r in sesjon.execute(sporring)
            )

    def ubesvarte(self, utvalg: Utvalg) -> tuple[Ubesvart, ...]:
        """Return the newest questions that lacked an answer and are still stored."""
        k = Kjennetegnrad
        nyeste = _i(k, utvalg, select(k.melding_id, k.tjeneste, k.aspekt)).where(k.utfall.in_(sorted(UBESVART)))
        nyeste = nyeste.order_by(k.dag.desc(), k.melding_id).limit(HOYST).subquery()  # before the wide rows are looked at
        sporring = (
            select(Melding.samtale_id, nyeste.c.tjeneste, nyeste.c.aspekt, Melding.sporsmal, Vektorrad.vektor)
            .join(nyeste, Melding.id == nyeste.c.melding_id)
            .join(Vektorrad, Vektorrad.melding_id == nyeste.c.melding_id)
        )
        with self._database.les() as sesjon:
            return tuple(
                Ubesvart(samtale_id=r[0], tjeneste=r[1], aspekt=r[2], sporsmal=r[3], vektor=_les_vektor(r[4]))
                for r in sesjon.execute(sporring)
            )

    def venter(self, kommuner: frozenset[str] | None, i_dag: dt.date) -> Venter:
        """Return what waits for somebody now."""
        flagget = select(Flaggrad.melding_id).distinct().subquery()
        apen = or_(Sakrad.tilstand.is_(None), Sakrad.tilstand != str(Sakstilstand.LUKKET))
        saker = select(func.count(), func.min(Kjennetegnrad.dag)).select_from(flagget)
        saker = saker.join(Kjennetegnrad, Kjennetegnrad.melding_id == flagget.c.melding_id)
        saker = _sted(
            saker.outerjoin(Sakrad, Sakrad.melding_id == flagget.c.melding_id).where(apen), Kjennetegnrad.kommune, kommuner
        )
        apne = Kontaktrad.status.not_in([str(s) for s in BEHANDLET])
        bedt = _sted(select(func.count()).select_from(Kontaktrad).where(apne), Kontaktrad.kommune, kommuner)
        with self._database.les() as sesjon:
            antall, eldste = sesjon.execute(saker).one()
            henvendelser, over = sesjon.scalar(bedt), sesjon.scalar(bedt.where(Kontaktrad.frist < i_dag))
        return Venter(saker=antall, eldste=eldste, henvendelser=henvendelser or 0, over_frist=over or 0)

    def rettet(self, utvalg: Utvalg) -> Rettet:
        """Return what was mended in the weeks of a choice."""
        fra = dt.datetime.combine(utvalg.fra, dt.time(), dt.UTC)
        til = dt.datetime.combine(utvalg.til, dt.time(), dt.UTC) + dt.timedelta(weeks=1)
        rettet = select(func.count()).select_from(Rapportrad).where(Rapportrad.status == str(Rapportstatus.RETTET))
        rettet = rettet.where(Rapportrad.behandlet >= fra, Rapportrad.behandlet < til)
        saker = select(func.count()).select_from(Sakrad).where(Sakrad.tilstand == str(Sakstilstand.LUKKET))
        saker = saker.where(Sakrad.endret >= fra, Sakrad.endret < til)
        tekster = select(Forslagsrad.tittel, Forslagsrad.seksjon).where(Forslagsrad.status == str(Forslagsstatus.TATT_INN))
        tekster = tekster.where(Forslagsrad.avgjort >= fra, Forslagsrad.avgjort < til).order_by(Forslagsrad.avgjort)
        if utvalg.kommuner is not None:
            rettet = rettet.join(Kjennetegnrad, Kjennetegnrad.melding_id == Rapportrad.melding_id)
            saker = saker.join(Kjennetegnrad, Kjennetegnrad.melding_id == Sakrad.melding_id)
            felles = {*utvalg.kommuner, "", "felles"}
            tekster = tekster.where(Forslagsrad.kommune.in_(sorted(felles)))
        with self._database.les() as sesjon:
            return Rettet(
                rapporter=sesjon.scalar(_sted(rettet, Kjennetegnrad.kommune, utvalg.kommuner)) or 0,
                saker=sesjon.scalar(_sted(saker, Kjennetegnrad.kommune, utvalg.kommuner)) or 0,
                tekster=tuple(dict.fromkeys(f"{r.tittel}: {r.seksjon}" for r in sesjon.execute(tekster))),
            )

    def kommuner(self) -> tuple[str, ...]:
        """Return the places that there are counts of."""
        with self._database.les() as sesjon:
            begge = {
                *sesjon.scalars(select(Kjennetegnrad.kommune).distinct()),
                *sesjon.scalars(select(Tellerad.kommune).distinct()),
            }
        return tuple(sorted(begge - {""}))

    def lagre_brev(self, uke: dt.date, kommune: str, innhold: Mapping[str, object], na: dt.datetime) -> None:
        """Keep the figures of a letter, unless there are some."""
        with self._database.skriv() as sesjon:
            if sesjon.get(Brevrad, (uke, kommune)) is None:
                sesjon.add(Brevrad(uke=uke, kommune=kommune, laget=na, innhold=dict(innhold)))

    def hent_brev(self, uke: dt.date, kommune: str) -> Mapping[str, object] | None:
        """Return the figures of a letter that was kept."""
        with self._database.les() as sesjon:
            rad = sesjon.get(Brevrad, (uke, kommune))
            return dict(rad.innhold) if rad else None


def tell_med(sesjon: Session, innslag: Innslag) -> None:
    """Store what a new message is counted by, within the transaction that stores it."""
    k = finn_kjennetegn(innslag)
    r = Kjennetegnrad
    andre = select(r.tjeneste, r.aspekt, r.utfall, r.skille).join(Melding, Melding.id == r.melding_id)
    tidligere = [(a, b, c, bool(d)) for a, b, c, d in sesjon.execute(andre.where(Melding.samtale_id == innslag.samtale_id))]
    felt = {n: getattr(k, n) for n in ("dag", *_NOKLER)}
    sesjon.add(Kjennetegnrad(melding_id=innslag.id, **felt, **tell(k, tidligere)))
    if innslag.vektor:
        sesjon.add(Vektorrad(melding_id=innslag.id, vektor=skriv_vektor(innslag.vektor)))


def ta_med(sesjon: Session, ider: Sequence[str]) -> None:
    """Add messages that are about to be deleted to the counts of their weeks, within the same transaction."""
    nokler = [getattr(Kjennetegnrad, n) for n in _NOKLER]
    summer = select(*nokler, *(func.sum(getattr(Kjennetegnrad, n)) for n in TALL))
    for r in sesjon.execute(summer.where(Kjennetegnrad.melding_id.in_(ider)).group_by(*nokler)).all():
        nokkel, tall = tuple(r[: len(_NOKLER)]), dict(zip(TALL, map(int, r[len(_NOKLER) :]), strict=True))
        rad = sesjon.get(Tellerad, nokkel)
        if rad is None:
            sesjon.add(Tellerad(**dict(zip(_NOKLER, nokkel, strict=True)), **tall))
            continue
        for navn, n in tall.items():
            setattr(rad, navn, getattr(rad, navn) + n)
    sesjon.flush()


def _i(tabell: Any, utvalg: Utvalg, sporring: Any) -> Any:
    return _sted(sporring.where(tabell.uke >= utvalg.fra, tabell.uke <= utvalg.til), tabell.kommune, utvalg.kommuner)


def _sted(sporring: Any, kolonne: Any, kommuner: frozenset[str] | None) -> Any:
    return sporring if kommuner is None else sporring.where(kolonne.in_(sorted(kommuner)))


def skriv_vektor(vektor: Sequence[float] | NDArray[np.float64]) -> str:
    """Return a vector as it is stored: half the precision, in base64."""
    return base64.b64encode(np.asarray(vektor, dtype="<f2").tobytes()).decode("ascii")


def _les_vektor(skrevet: str) -> NDArray[np.float32]:
    return np.frombuffer(base64.b64decode(skrevet), dtype="<f2").astype(np.float32)

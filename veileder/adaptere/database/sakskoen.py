"""The queue as questions to the database.

A search looks for each word anywhere in question and answer, so that «alarm» finds «trygghetsalarm», which a search for
whole words would not; measured over 50,000 messages in ``test_gjennomgang_fart``. Everything a person typed goes as a
parameter.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import exists, func, or_, select, tuple_
from sqlalchemy.orm import Session

from veileder.adaptere.database.gjennomgangstabeller import Sakrad, Soketekst
from veileder.adaptere.database.oversetting import til_flagg
from veileder.adaptere.database.tabeller import Flaggrad, Melding
from veileder.domene import Utfall
from veileder.gjennomgang.saker import INGEN, Kofilter, Korad, Koside, Kovalg, Sakstilstand, Tilstandsvalg

TELL = 1000
"""Cases that are counted at the most: who has a thousand left needs no better figure."""

_KOLONNER = (
    Melding.id, Melding.samtale_id, Melding.tidspunkt, Melding.sporsmal, Melding.utfall, Melding.tjeneste, Melding.kommune,
    Melding.malform, Melding.prioritet, Sakrad.tilstand, Sakrad.tildelt,
)  # fmt: skip
_ORDEN = (Melding.prioritet, Melding.tidspunkt, Melding.id)


def finn_side(sesjon: Session, f: Kofilter, side: int, antall: int) -> Koside:
    """Return a page of the queue."""
    utvalg = _utvalg(select(*_KOLONNER), f)
    synkende = [k.desc() for k in _ORDEN]
    rader = sesjon.execute(utvalg.order_by(*synkende).offset((side - 1) * antall).limit(antall)).all()
    flagg: dict[str, list[Flaggrad]] = defaultdict(list)
    for rad in sesjon.scalars(select(Flaggrad).where(Flaggrad.melding_id.in_([r.id for r in rader]))):
        flagg[rad.melding_id].append(rad)
    alle = (side - 1) * antall + len(rader)
    if len(rader) == antall or not rader:
        alle = sesjon.scalar(select(func.count()).select_from(_utvalg(select(Melding.id), f).limit(TELL + 1).subquery())) or 0
    return Koside(rader=tuple(_rad(r, flagg[r.id]) for r in rader), antall=alle, nr=side)


def finn_naboer(sesjon: Session, f: Kofilter, melding_id: str) -> tuple[str, str]:
    """Return the messages before and after one, also when it fits the filter no longer."""
    her = sesjon.execute(select(*_ORDEN).where(Melding.id == melding_id)).one_or_none()
    if her is None:
        return "", ""
    utvalg, nokkel = _utvalg(select(Melding.id), f), tuple_(*_ORDEN)
    for_ = utvalg.where(nokkel > tuple(her)).order_by(*_ORDEN).limit(1)
    etter = utvalg.where(nokkel < tuple(her)).order_by(*(k.desc() for k in _ORDEN)).limit(1)
    return sesjon.scalar(for_) or "", sesjon.scalar(etter) or ""


def finn_valg(sesjon: Session, omfang: frozenset[str] | None) -> Kovalg:
    """Return services and municipalities that there are messages about."""

    def ulike(kolonne: Any) -> tuple[str, ...]:
        sporring = select(kolonne).distinct().where(kolonne != "")
        if omfang is not None:
            sporring = sporring.where(Melding.kommune.in_(sorted(omfang)))
        return tuple(sorted(sesjon.scalars(sporring)))

    return Kovalg(tjenester=ulike(Melding.tjeneste), kommuner=ulike(Melding.kommune))


def _utvalg(sporring: Any, f: Kofilter) -> Any:
    sporring = sporring.select_from(Melding).outerjoin(Sakrad, Sakrad.melding_id == Melding.id)
    likt = {Melding.tjeneste: f.tjeneste, Melding.kommune: f.kommune, Melding.malform: f.malform, Melding.utfall: f.utfall}
    krav = [kolonne == str(verdi) for kolonne, verdi in likt.items() if verdi]
    if f.omfang is not None:
        krav.append(Melding.kommune.in_(sorted(f.omfang)))
    if f.grunn:
        krav.append(exists().where(Flaggrad.melding_id == Melding.id, Flaggrad.slag == str(f.grunn)))
    elif not f.uten_flagg:
        krav.append(Melding.prioritet > 0)
    if f.fra:
        krav.append(Melding.tidspunkt >= f.fra)
    if f.til:
        krav.append(Melding.tidspunkt < f.til)
    if f.ord:
        sporring = sporring.join(Soketekst, Soketekst.melding_id == Melding.id)
        krav += [Soketekst.tekst.contains(o.casefold(), autoescape=True) for o in f.ord]
    return sporring.where(*krav, *_tilstand(f.tilstand), *_tildelt(f.tildelt))


def _tilstand(valg: Tilstandsvalg) -> list[Any]:
    urort = Sakrad.tilstand.is_(None)
    return {
        Tilstandsvalg.APNE: [or_(urort, Sakrad.tilstand != str(Sakstilstand.LUKKET))],
        Tilstandsvalg.NY: [or_(urort, Sakrad.tilstand == str(Sakstilstand.NY))],
        Tilstandsvalg.ARBEID: [Sakrad.tilstand == str(Sakstilstand.ARBEID)],
        Tilstandsvalg.LUKKET: [Sakrad.tilstand == str(Sakstilstand.LUKKET)],
        Tilstandsvalg.ALLE: [],
    }[valg]


def _tildelt(hvem: str) -> list[Any]:
    if hvem == INGEN:
        return [or_(Sakrad.tildelt.is_(None), Sakrad.tildelt == "")]
    return [Sakrad.tildelt == hvem] if hvem else []


def _rad(r: Any, flagg: list[Flaggrad]) -> Korad:
    felt = {n: getattr(r, n) for n in ("samtale_id", "tidspunkt", "sporsmal", "tjeneste", "kommune", "malform", "prioritet")}
    return Korad(
        **felt,
        melding_id=r.id,
        utfall=Utfall(r.utfall),
        flagg=til_flagg(flagg),
        tilstand=Sakstilstand(r.tilstand or Sakstilstand.NY),
        tildelt=r.tildelt or "",
    )

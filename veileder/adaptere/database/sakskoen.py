"""The queue as questions to the database.

A search looks for each word anywhere in question and answer, so that «alarm» finds «trygghetsalarm», which a search for
whole words would not, and no second copy of the text in an index has to be deleted with it. Over 50,000 messages in SQLite
a query takes 10 to 35 ms of processor time, and one with a search 40 ms for a rare word and 70 ms for a common one: all the
texts are read once, in order (``test_gjennomgang_fart`` holds the page to its limit). Everything typed goes as a parameter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
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

_KOLONNER = select(
    Melding.id, Melding.samtale_id, Melding.tidspunkt, Melding.sporsmal, Melding.utfall, Melding.tjeneste, Melding.kommune,
    Melding.malform, Melding.prioritet, Sakrad.tilstand, Sakrad.tildelt,
).outerjoin(Sakrad, Sakrad.melding_id == Melding.id)  # fmt: skip
_ORDEN = (Melding.prioritet, Melding.tidspunkt, Melding.id)
_SYNKENDE = tuple(k.desc() for k in _ORDEN)


def finn_side(sesjon: Session, f: Kofilter, side: int, antall: int) -> Koside:
    """Return a page of the queue: first which messages, by the index alone, and then what is shown of those few."""
    utvalg = _utvalg(sesjon, select(Melding.id), f).order_by(*_SYNKENDE)
    alle = sesjon.scalars(utvalg.limit(max(TELL + 1, side * antall))).all()
    ider = alle[(side - 1) * antall : side * antall]
    rader = {r.id: r for r in sesjon.execute(_KOLONNER.where(Melding.id.in_(ider)))}
    flagg: dict[str, list[Flaggrad]] = defaultdict(list)
    for rad in sesjon.scalars(select(Flaggrad).where(Flaggrad.melding_id.in_(ider))):
        flagg[rad.melding_id].append(rad)
    return Koside(rader=tuple(_rad(rader[i], flagg[i]) for i in ider), antall=len(alle), nr=side)


def finn_naboer(sesjon: Session, f: Kofilter, melding_id: str) -> tuple[str, str]:
    """Return the messages before and after one, also when it fits the filter no longer.

    A search is the dear part, and made once: then the neighbours are found among the first ``TELL``.
    """
    her = sesjon.execute(select(*_ORDEN).where(Melding.id == melding_id)).one_or_none()
    if her is None:
        return "", ""
    utvalg, nokkel = _utvalg(sesjon, select(*_ORDEN), f), tuple_(*_ORDEN)
    if f.ord:
        rader = [tuple(r) for r in sesjon.execute(utvalg.order_by(*_SYNKENDE).limit(TELL))]
        for_, etter = [r for r in rader if r > tuple(her)][-1:], [r for r in rader if r < tuple(her)][:1]
    else:
        for_ = [tuple(r) for r in sesjon.execute(utvalg.where(nokkel > tuple(her)).order_by(*_ORDEN).limit(1))]
        etter = [tuple(r) for r in sesjon.execute(utvalg.where(nokkel < tuple(her)).order_by(*_SYNKENDE).limit(1))]
    return for_[0][2] if for_ else "", etter[0][2] if etter else ""


def finn_valg(sesjon: Session, omfang: frozenset[str] | None) -> Kovalg:
    """Return services and municipalities that there are messages about."""
    par = sesjon.execute(select(Melding.kommune, Melding.tjeneste).distinct()).all()
    egne = [(k, t) for k, t in par if omfang is None or k in omfang]
    return Kovalg(tjenester=tuple(sorted({t for _, t in egne if t})), kommuner=tuple(sorted({k for k, _ in egne if k})))


def _utvalg(sesjon: Session, sporring: Any, f: Kofilter) -> Any:
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
        krav.append(Melding.id.in_(_sok(f.ord, sesjon.get_bind().dialect.name)))
    return sporring.where(*krav, *_tilstand(f.tilstand), *_tildelt(f.tildelt))


def _sok(ord_: Sequence[str], motor: str) -> Any:
    """Return the messages that hold every word, found by one walk through the texts before anything else is asked."""
    if motor == "postgresql":  # left to itself, it looks up each message's text on its own
        treff = [Soketekst.tekst.contains(o.casefold(), autoescape=True) for o in ord_]
        return select(select(Soketekst.melding_id).where(*treff).cte("treff").prefix_with("MATERIALIZED").c.melding_id)
    return select(Soketekst.melding_id).where(*(func.instr(Soketekst.tekst, o.casefold()) > 0 for o in ord_))


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

"""Insight: what people ask about, what was not answered, and how it went, in figures that can point at nobody."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from veileder.domene import Utfall
from veileder.gjennomgang.grupper import Gruppe, Ubesvart, grupper
from veileder.gjennomgang.kjennetegn import TIDER, mandag
from veileder.gjennomgang.skjul import MINST, vis, vis_sum

UTFALL = tuple(str(u) for u in (Utfall.BESVART, Utfall.DELVIS, Utfall.UTEN_GRUNNLAG, Utfall.OVERLEVERT, Utfall.AKUTT))
"""Endings that are followed over time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utvalg:
    """What to count: weeks by their Mondays, both included, and places (None: all; '' is a message without a place)."""

    fra: dt.date
    til: dt.date
    kommuner: frozenset[str] | None = None

    @property
    def uker(self) -> tuple[dt.date, ...]:
        """The Mondays."""
        antall = (self.til - self.fra).days // 7 + 1
        return tuple(self.fra + dt.timedelta(weeks=n) for n in range(antall))


def siste_uker(antall: int, i_dag: dt.date, kommuner: frozenset[str] | None) -> Utvalg:
    """Return the last weeks, the one that is not over included."""
    til = mandag(i_dag)
    return Utvalg(fra=til - dt.timedelta(weeks=antall - 1), til=til, kommuner=kommuner)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Sums of ``kjennetegn.TALL`` for a week, place, service, aspect and ending. Never shown as it is."""

    uke: dt.date
    kommune: str
    tjeneste: str
    aspekt: str
    utfall: str
    tall: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Venter:
    """What waits, as the database counts it: open cases with flags, the oldest of them, requests, and those overdue."""

    saker: int = 0
    eldste: dt.date | None = None
    henvendelser: int = 0
    over_frist: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rad:
    """A line of a table; None is a figure that is hidden."""

    navn: str
    tall: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ukerad:
    """A week: conversations in all, and those that ended in each of ``UTFALL``."""

    uke: dt.date
    samtaler: int | None
    utfall: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesbarhet:
    """The mean LIX of the answers about a service."""

    navn: str
    lix: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Innsikt:
    """All figures of a choice, as they are shown. Lists are by size and then name; a hidden line tells nothing by its place."""

    utvalg: Utvalg
    samtaler: int | None
    tjenester: tuple[Rad, ...]
    aspekter: tuple[Rad, ...]
    kommuner: tuple[Rad, ...]
    utfall: tuple[Rad, ...]
    skille: tuple[Rad, ...]
    ubesvart: tuple[Rad, ...]
    uker: tuple[Ukerad, ...]
    grupper: tuple[Gruppe, ...]
    lix: int | None
    lesbarhet: tuple[Lesbarhet, ...]
    tider: tuple[Rad, ...]
    saker: int | None
    eldste: dt.date | None
    henvendelser: int | None
    over_frist: int | None
    laget: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))


def lag_innsikt(
    utvalg: Utvalg, tellinger: Sequence[Telling], ubesvarte: Sequence[Ubesvart], venter: Venter, tall: Sequence[str]
) -> Innsikt:
    """Put the figures together. ``tall`` names the places in ``Telling.tall``."""
    s = _Summer(tellinger, tall)
    saker = vis(venter.saker)
    return Innsikt(
        utvalg=utvalg,
        samtaler=vis_sum(s.i_alt("samtaler"), *(list(s.etter(n, "samtaler").values()) for n in (_kommune, _uke))),
        tjenester=_rader(s.etter(lambda t: t.tjeneste, "om_tjeneste")),
        aspekter=_rader(s.etter(lambda t: t.aspekt, "om_aspekt")),
        kommuner=_rader(s.etter(_kommune, "samtaler"), tomt=True),
        utfall=_rader(s.etter(lambda t: t.utfall, "om_utfall")),
        skille=_rader(s.etter(lambda t: t.tjeneste, "skille")),
        ubesvart=_rader(s.etter(lambda t: t.tjeneste, "ubesvart")),
        uker=_uker(utvalg, s),
        grupper=grupper(ubesvarte),
        lix=_snitt(s.i_alt("lix"), s.i_alt("lix_antall"), s.i_alt("samtaler")),
        lesbarhet=_lesbarhet(s),
        tider=tuple(Rad(navn=n, tall=vis(s.i_alt(n))) for n in TIDER) if vis(s.i_alt("samtaler")) else (),
        saker=saker,
        eldste=venter.eldste if saker else None,
        henvendelser=vis(venter.henvendelser),
        over_frist=vis(venter.over_frist),
    )


def _kommune(t: Telling) -> str:
    return t.kommune


def _uke(t: Telling) -> str:
    return t.uke.isoformat()


class _Summer:
    """Sums of the counts, by whatever is asked for."""

    def __init__(self, tellinger: Sequence[Telling], tall: Sequence[str]) -> None:
        self._tellinger, self._sted = tellinger, {navn: n for n, navn in enumerate(tall)}

    def etter(self, nokkel: Callable[[Telling], str], navn: str) -> Counter[str]:
        sted, ut = self._sted[navn], Counter[str]()
        for t in self._tellinger:
            if t.tall[sted]:
                ut[nokkel(t)] += t.tall[sted]
        return ut

    def etter_uke(self, navn: str) -> dict[dt.date, Counter[str]]:
        sted, ut = self._sted[navn], defaultdict[dt.date, Counter[str]](Counter)
        for t in self._tellinger:
            ut[t.uke][t.utfall] += t.tall[sted]
        return ut

    def i_alt(self, navn: str) -> int:
        sted = self._sted[navn]
        return sum(t.tall[sted] for t in self._tellinger)


def _rader(antall: Counter[str], *, tomt: bool = False) -> tuple[Rad, ...]:
    rader = (Rad(navn=navn, tall=vis(n)) for navn, n in antall.items() if n > 0 and (navn or tomt))
    return tuple(sorted(rader, key=lambda r: (-(r.tall or 0), r.navn)))


def _uker(utvalg: Utvalg, s: _Summer) -> tuple[Ukerad, ...]:
    samtaler, utfall = s.etter_uke("samtaler"), s.etter_uke("om_utfall")
    return tuple(
        Ukerad(
            uke=u,
            samtaler=vis(sum(samtaler[u].values()) if u in samtaler else 0),
            utfall=tuple(vis(utfall[u][navn] if u in utfall else 0) for navn in UTFALL),
        )
        for u in utvalg.uker
    )


def _snitt(sum_: int, antall: int, personer: int) -> int | None:
    return round(sum_ / antall) if antall >= MINST and personer >= MINST else None


def _lesbarhet(s: _Summer) -> tuple[Lesbarhet, ...]:
    summer, antall = (s.etter(lambda t: t.tjeneste, n) for n in ("lix", "lix_antall"))
    personer = s.etter(lambda t: t.tjeneste, "om_tjeneste")
    funnet: Iterable[tuple[str, int | None]] = ((n, _snitt(summer[n], antall[n], personer[n])) for n in antall if n)
    return tuple(sorted((Lesbarhet(navn=n, lix=v) for n, v in funnet if v is not None), key=lambda r: (-r.lix, r.navn)))

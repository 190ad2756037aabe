"""The weekly letter: what people asked about most, what we could not answer, what was mended, what waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from veileder.gjennomgang.grupper import Gruppe
from veileder.gjennomgang.innsikt import Innsikt, Rad, Utvalg, lag_innsikt
from veileder.gjennomgang.kjennetegn import TALL, mandag
from veileder.gjennomgang.skjul import vis

if TYPE_CHECKING:
    from veileder.gjennomgang.porter import InnsiktRepo

FLEST, GRUPPER, TEKSTER = 5, 4, 5
"""Lines of each list: the letter has one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rettet:
    """What was mended, as the database counts it: reports, cases closed, and texts (title and section) that were changed."""

    rapporter: int = 0
    saker: int = 0
    tekster: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ukesbrev:
    """The letter's figures, as they are shown; None is hidden. ``kommune`` '' is all. ``ferdig``: its week was over."""

    uke: dt.date
    kommune: str
    ferdig: bool
    samtaler: int | None
    flest: tuple[Rad, ...]
    utfall: tuple[Rad, ...]
    ubesvart: tuple[Rad, ...]
    grupper: tuple[Gruppe, ...]
    rapporter: int | None
    saker_lukket: int | None
    tekster: tuple[str, ...]
    saker: int | None
    henvendelser: int | None
    over_frist: int | None


def hent_innsikt(repo: InnsiktRepo, utvalg: Utvalg, i_dag: dt.date) -> Innsikt:
    """Return the figures of a choice. Raises Lagerfeil."""
    return lag_innsikt(utvalg, repo.tellinger(utvalg), repo.ubesvarte(utvalg), repo.venter(utvalg.kommuner, i_dag), TALL)


def hent_brev(repo: InnsiktRepo, uke: dt.date, kommune: str, na: dt.datetime) -> Ukesbrev:
    """Return the letter of a week, as it was kept when it was over, or else made now. Raises Lagerfeil."""
    if lagret := repo.hent_brev(uke, kommune):
        return _les(lagret)
    return _lag(repo, uke, kommune, na)


def ta_vare_paa(repo: InnsiktRepo, na: dt.datetime) -> int:
    """Keep last week's letters before what they tell of is deleted; return how many are new. Raises Lagerfeil."""
    uke = mandag(na.astimezone(dt.UTC).date()) - dt.timedelta(weeks=1)
    if not repo.tellinger(Utvalg(fra=uke, til=uke)):
        return 0
    nye = [k for k in ("", *repo.kommuner()) if repo.hent_brev(uke, k) is None]
    for kommune in nye:
        repo.lagre_brev(uke, kommune, _skriv(_lag(repo, uke, kommune, na)), na)
    return len(nye)


def _lag(repo: InnsiktRepo, uke: dt.date, kommune: str, na: dt.datetime) -> Ukesbrev:
    i_dag = na.astimezone(dt.UTC).date()
    utvalg = Utvalg(fra=uke, til=uke, kommuner=frozenset({kommune}) if kommune else None)
    i, rettet = hent_innsikt(repo, utvalg, i_dag), repo.rettet(utvalg)
    return Ukesbrev(
        uke=uke,
        kommune=kommune,
        ferdig=uke < mandag(i_dag),
        samtaler=i.samtaler,
        flest=_viste(i.tjenester, FLEST),
        utfall=_viste(i.utfall, len(i.utfall)),
        ubesvart=_viste(i.ubesvart, FLEST),
        grupper=i.grupper[:GRUPPER],
        rapporter=vis(rettet.rapporter),
        saker_lukket=vis(rettet.saker),
        tekster=rettet.tekster,
        saker=i.saker,
        henvendelser=i.henvendelser,
        over_frist=i.over_frist,
    )


def _viste(rader: Sequence[Rad], hoyst: int) -> tuple[Rad, ...]:
    return tuple(r for r in rader if r.tall)[:hoyst]


def _skriv(brev: Ukesbrev) -> dict[str, Any]:
    return {**asdict(brev), "uke": brev.uke.isoformat()}


def _les(felt: Mapping[str, Any]) -> Ukesbrev:
    rader = {n: tuple(Rad(**r) for r in felt[n]) for n in ("flest", "utfall", "ubesvart")}
    grupper = tuple(Gruppe(**{**g, "ord": tuple(g["ord"])}) for g in felt["grupper"])
    nytt = {**rader, "grupper": grupper, "tekster": tuple(felt["tekster"]), "uke": dt.date.fromisoformat(felt["uke"])}
    return Ukesbrev(**{**felt, **nytt})

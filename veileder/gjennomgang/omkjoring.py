"""«Kjør på nytt»: a stored question asked again as it was asked then, and what is different about the answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from veileder.domene import Henvendelse, Malform, Svar, Tur, Utfall
from veileder.gjennomgang.innslag import kildeinnslag, rens
from veileder.gjennomgang.saker import Arsak, Dom, Sakstilstand
from veileder.gjennomgang.verdier import Innslag, Kildeinnslag

HUSK_TURER = 6
"""Earlier turns that are asked again before a question, as many as the chat remembers."""

Svarer = Callable[[Henvendelse], Svar]
"""Answers without storing anything."""


class Endring(StrEnum):
    """What may differ between two answers."""

    UTFALL = "utfall"
    SVAR = "svar"
    NY_KILDE = "ny_kilde"
    BORTE_KILDE = "borte_kilde"
    KILDETEKST = "kildetekst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forskjell:
    """One difference; ``for_`` and ``etter`` fill the sentence that tells of it."""

    slag: Endring
    for_: str = ""
    etter: str = ""


class Svarlik(Protocol):
    """What two answers are compared by."""

    @property
    def utfall(self) -> Utfall:
        """How it ended."""

    @property
    def svar(self) -> str:
        """What the user reads."""

    @property
    def kilder(self) -> tuple[Kildeinnslag, ...]:
        """The sources shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Omkjoring:
    """The latest answer to a stored question. ``lik`` tells that it is as the stored one in every way that is compared.

    ``dom`` is a verdict on this answer, carried over where nothing changed. ``versjon`` 0 is one that is not stored.
    """

    melding_id: str
    tidspunkt: dt.datetime
    kjort_av: str
    utfall: Utfall
    malform: Malform
    svar: str = field(repr=False)
    overleveringsgrunn: str = ""
    kilder: tuple[Kildeinnslag, ...] = ()
    versjoner: Mapping[str, object] = field(default_factory=dict)
    lik: bool = False
    dom: Dom | None = None
    arsak: Arsak | None = None
    vurdert_av: str = ""
    versjon: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Omkjort:
    """One line of a list of cases that may be run again; ``ny`` is the latest run."""

    melding_id: str
    samtale_id: str
    tidspunkt: dt.datetime
    sporsmal: str = field(repr=False)
    kommune: str
    utfall: Utfall
    tilstand: Sakstilstand
    dom: Dom | None
    ny: Omkjoring | None


def still_igjen(innslag: Innslag, samtale: Sequence[Innslag], svar: Svarer) -> Svar:
    """Ask a stored question again with its masked words, kommune and role, after the turns that came before it.

    The earlier turns are asked again, too: what a follow-up leans on is what would be answered now. A place that was named
    or chosen later than a turn goes before what that turn was about, as in the chat.
    """
    turer: tuple[Tur, ...] = ()
    for tidligere in [i for i in samtale if i.tur < innslag.tur][-HUSK_TURER:]:
        gitt = svar(_henvendelse(tidligere, turer))
        turer = (*turer, gitt.tur) if gitt.tur else turer
    return svar(_henvendelse(innslag, turer))


def _henvendelse(i: Innslag, turer: tuple[Tur, ...]) -> Henvendelse:
    her = tuple(replace(t, kommune=i.kommune) for t in turer)
    return Henvendelse(
        id=i.id, samtale_id=i.samtale_id, turnr=i.tur, tekst=i.sporsmal, rolle=i.rolle, kommune=i.kommune, tidligere=her
    )


def til_omkjoring(innslag: Innslag, svar: Svar, hvem: str, na: dt.datetime, versjoner: Mapping[str, object]) -> Omkjoring:
    """Return what is kept of an answer that was made anew."""
    ny = Omkjoring(
        melding_id=innslag.id,
        tidspunkt=na,
        kjort_av=hvem,
        utfall=svar.utfall,
        malform=svar.sprak,
        svar=rens(svar.tekst),
        overleveringsgrunn=svar.overlevering.grunn if svar.overlevering else "",
        kilder=kildeinnslag(svar),
        versjoner=versjoner,
    )
    return replace(ny, lik=not forskjeller(innslag, ny))


def forskjeller(for_: Svarlik, etter: Svarlik) -> tuple[Forskjell, ...]:
    """Return what differs: how it ended, what is read, which passages are cited, and what stands in those."""
    ut = []
    if for_.utfall is not etter.utfall:
        ut.append(Forskjell(slag=Endring.UTFALL, for_=for_.utfall.value, etter=etter.utfall.value))
    if for_.svar.split() != etter.svar.split():
        ut.append(Forskjell(slag=Endring.SVAR))
    gamle, nye = ({(k.utdrag, k.fil): k for k in s.kilder} for s in (for_, etter))
    ut += [Forskjell(slag=Endring.NY_KILDE, etter=_navn(k)) for n, k in nye.items() if n not in gamle]
    ut += [Forskjell(slag=Endring.BORTE_KILDE, for_=_navn(k)) for n, k in gamle.items() if n not in nye]
    ut += [Forskjell(slag=Endring.KILDETEKST, etter=_navn(k)) for n, k in nye.items() if n in gamle and _endret(gamle[n], k)]
    return tuple(ut)


def _endret(for_: Kildeinnslag, etter: Kildeinnslag) -> bool:
    return bool(for_.digest and etter.digest) and for_.digest != etter.digest


def _navn(k: Kildeinnslag) -> str:
    return f"{k.tittel} – {k.seksjon}" if k.seksjon and k.seksjon != k.tittel else k.tittel


def med_overfort_dom(ny: Omkjoring, forrige: Omkjoring | None, dom: Dom | None, arsak: Arsak | None) -> Omkjoring:
    """Return a new run with the verdict that still holds: of the run before when it is the same, else of the case."""
    if forrige is not None and forrige.dom and not forskjeller(forrige, ny):
        return replace(ny, dom=forrige.dom, arsak=forrige.arsak, vurdert_av=forrige.vurdert_av)
    return replace(ny, dom=dom, arsak=arsak) if ny.lik else ny

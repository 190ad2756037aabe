"""Before publishing: which questions would be answered otherwise by another edition of the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from veileder.domene import Henvendelse, Malform, Svar, Utfall
from veileder.gjennomgang.innslag import kildeinnslag
from veileder.gjennomgang.omkjoring import Endring, Forskjell, Svarer, forskjeller, still_igjen
from veileder.gjennomgang.verdier import Innslag, Kildeinnslag


class Sporsmalsslag(StrEnum):
    """Where a question comes from."""

    TIDLIGERE = "tidligere"
    GODKJENT = "godkjent"
    GULL = "gull"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sporsmal:
    """A question that can be asked of any edition. ``still`` asks it with what goes before it."""

    slag: Sporsmalsslag
    id: str
    tekst: str = field(repr=False)
    kommune: str
    rolle: str
    still: Callable[[Svarer], Svar]


@dataclass(frozen=True, slots=True, kw_only=True)
class Svarbilde:
    """What is compared of an answer."""

    utfall: Utfall
    malform: Malform
    svar: str
    kilder: tuple[Kildeinnslag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utslag:
    """A question with its two answers."""

    sporsmal: Sporsmal
    for_: Svarbilde
    etter: Svarbilde
    forskjeller: tuple[Forskjell, ...]

    @property
    def annerledes(self) -> bool:
        """Whether a reader is told something else; an approved answer also when only the text around its quotation is."""
        godkjent = self.sporsmal.slag is Sporsmalsslag.GODKJENT
        return any(godkjent or f.slag is not Endring.KILDETEKST for f in self.forskjeller)


def fra_innslag(innslag: Innslag, samtale: Sequence[Innslag], *, godkjent: bool) -> Sporsmal:
    """Return a stored question, to be asked as it was."""
    return Sporsmal(
        slag=Sporsmalsslag.GODKJENT if godkjent else Sporsmalsslag.TIDLIGERE,
        id=innslag.id,
        tekst=innslag.sporsmal,
        kommune=innslag.kommune,
        rolle=innslag.rolle.value,
        still=lambda svar: still_igjen(innslag, samtale, svar),
    )


def fra_gull(henvendelse: Henvendelse) -> Sporsmal:
    """Return a golden question."""
    return Sporsmal(
        slag=Sporsmalsslag.GULL,
        id=henvendelse.id,
        tekst=henvendelse.tekst,
        kommune=henvendelse.kommune,
        rolle=henvendelse.rolle.value,
        still=lambda svar: svar(henvendelse),
    )


def sammenlign(sporsmal: Iterable[Sporsmal], na: Svarer, ny: Svarer) -> Iterator[Utslag]:
    """Ask each question of both editions."""
    for s in sporsmal:
        for_, etter = (_bilde(s.still(svar)) for svar in (na, ny))
        yield Utslag(sporsmal=s, for_=for_, etter=etter, forskjeller=forskjeller(for_, etter))


def _bilde(svar: Svar) -> Svarbilde:
    return Svarbilde(utfall=svar.utfall, malform=svar.sprak, svar=svar.tekst, kilder=kildeinnslag(svar))

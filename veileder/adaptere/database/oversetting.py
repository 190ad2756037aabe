"""From the values of the domain to rows, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any, TypeVar

from sqlalchemy import inspect

from veileder.adaptere.database.tabeller import Flaggrad, Kilderad, Kontaktrad, Melding, Rapportrad, Tabell
from veileder.domene import Malform, Rolle, Utfall, Vurdering
from veileder.gjennomgang.verdier import (
    BEHANDLET,
    Flagg,
    Flaggslag,
    Innslag,
    Kildeinnslag,
    Kontaktsak,
    Kontaktstatus,
    Rapport,
    Rapportgrunn,
    Rapportstatus,
    Treffinnslag,
)

T = TypeVar("T")
_EGNE = {"kilder", "treff", "vurderinger", "spor", "flagg", "vektor"}
_TYPER: dict[str, dict[str, Any]] = {
    "Innslag": {"rolle": Rolle, "malform": Malform, "utfall": Utfall},
    "Kildeinnslag": {"malform": Malform},
    "Rapport": {"grunn": Rapportgrunn, "malform": Malform, "status": Rapportstatus},
    "Kontaktsak": {"malform": Malform, "status": Kontaktstatus},
}
"""Fields that are stored as strings and read back as one of ours."""


def _felt(verdi: Any, uten: Iterable[str] = ()) -> dict[str, Any]:
    """Return the fields of a value as the engine takes them; an enumeration is its string."""
    par = ((f.name, getattr(verdi, f.name)) for f in fields(verdi) if f.name not in uten)
    return {navn: str(v) if isinstance(v, str) else v for navn, v in par}


def _verdi(slag: type[T], rad: Tabell, **felt: Any) -> T:
    typer = _TYPER.get(slag.__name__, {})
    kolonner = {f.name for f in fields(slag)} & set(inspect(type(rad)).columns.keys())  # type: ignore[arg-type]
    rest = {n: typer.get(n, lambda v: v)(getattr(rad, n)) for n in kolonner if n not in felt}
    return slag(**rest, **felt)


def til_melding(i: Innslag) -> Melding:
    """Return a message as rows, its sources and flags included."""
    return Melding(
        **_felt(i, _EGNE),
        treff=[asdict(t) for t in i.treff],
        vurderinger=[asdict(v) for v in i.vurderinger],
        spor=dict(i.spor),
        kilder=[Kilderad(**_felt(k)) for k in i.kilder],
        flagg=[Flaggrad(slag=str(f.slag), detalj=f.detalj) for f in i.flagg],
    )


def til_innslag(rad: Melding) -> Innslag:
    """Return the message of its rows."""
    return _verdi(
        Innslag,
        rad,
        kilder=tuple(_verdi(Kildeinnslag, k) for k in rad.kilder),
        flagg=til_flagg(rad.flagg),
        treff=tuple(Treffinnslag(**t) for t in rad.treff),
        vurderinger=tuple(Vurdering(**v) for v in rad.vurderinger),
        spor=rad.spor,
    )


def til_flagg(rader: Iterable[Flaggrad]) -> tuple[Flagg, ...]:
    """Return flags in the order of their kinds."""
    etter_slag = {r.slag: r.detalj for r in rader}
    return tuple(Flagg(slag=s, detalj=etter_slag[s]) for s in Flaggslag if s in etter_slag)


def til_rapportrad(rapport: Rapport) -> Rapportrad:
    """Return a report as a row."""
    return Rapportrad(**_felt(rapport))


def til_rapport(rad: Rapportrad) -> Rapport:
    """Return the report of a row."""
    return _verdi(Rapport, rad)


def til_kontaktrad(sak: Kontaktsak) -> Kontaktrad:
    """Return a request for contact as a row."""
    return Kontaktrad(**_felt(sak))


def til_kontaktsak(rad: Kontaktrad) -> Kontaktsak:
    """Return the request of a row."""
    return _verdi(Kontaktsak, rad)


def kontaktfelt(sak: Kontaktsak) -> dict[str, Any]:
    """Return the columns of a request but its number, for an update: the moment that it was handled is kept up here."""
    behandlet = (sak.behandlet or dt.datetime.now(dt.UTC)) if sak.status in BEHANDLET else None
    return {**_felt(sak, ("nummer",)), "behandlet": behandlet}

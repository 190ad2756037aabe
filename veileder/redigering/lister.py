"""What editors may add to: outdated terms, laws by name, and words that need an explanation.

Ours stand in utgatt.yaml and fagsprak.yaml beside this file; a corpus's own ``kontroll.yaml`` comes on top.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from veileder.feil import Bruksfeil

EGEN = "kontroll.yaml"
"""Name of the file in a corpus folder that adds to ours."""

_NOKLER = {"utgatt", "lover", "fagord"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Utgatt:
    """Something that a text should no longer say, when it may be said all the same, and what to write instead."""

    navn: str
    regel: str
    finn: re.Pattern[str]
    bare_med: re.Pattern[str] | None
    greit_med: re.Pattern[str] | None
    bruk: str
    siden: str


@dataclass(frozen=True, kw_only=True)
class Lister:
    """``lover`` maps a pattern that begins a law's name to its path at lovdata.no."""

    utgatt: tuple[Utgatt, ...]
    lover: tuple[tuple[re.Pattern[str], str], ...]
    fagord: tuple[str, ...]

    @cached_property
    def noe_utgatt(self) -> re.Pattern[str]:
        """All that is outdated as one pattern, since most paragraphs hold none of it."""
        return re.compile("|".join(f"(?:{u.finn.pattern})" for u in self.utgatt) or "(?!)", re.IGNORECASE)


def les_lister(egen: Path | None = None) -> Lister:
    """Return our lists, with those of ``egen`` added; a row of the same name replaces ours.

    Raises:
        Bruksfeil: ``egen`` is not of the expected form; the message says what and in which row.
    """
    pakke = files("veileder.redigering")
    kilder = [("utgatt.yaml", pakke / "utgatt.yaml"), ("fagsprak.yaml", pakke / "fagsprak.yaml")]
    utgatt: dict[str, Utgatt] = {}
    lover: dict[str, str] = {}
    fagord: dict[str, None] = {}
    for navn, kilde in [*kilder, *([(egen.name, egen)] if egen else [])]:
        data = _les(navn, kilde)
        for nr, rad in enumerate(data.get("utgatt") or (), 1):
            post = _utgatt(navn, nr, rad)
            utgatt[post.navn] = post
        lover.update({str(k): str(v).strip("/") for k, v in (data.get("lover") or {}).items()})
        fagord.update(dict.fromkeys(str(o) for o in data.get("fagord") or ()))
    return Lister(
        utgatt=tuple(utgatt.values()),
        lover=tuple((_monster(EGEN, n), a) for n, a in lover.items()),
        fagord=tuple(fagord),
    )


def _les(navn: str, kilde: Any) -> Mapping[str, Any]:
    try:
        data = yaml.safe_load(kilde.read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as feil:
        linje = getattr(getattr(feil, "problem_mark", None), "line", 0) + 1
        raise Bruksfeil(f"linje {linje}: {navn} er ikke gyldig YAML") from feil
    except (OSError, ValueError) as feil:
        raise Bruksfeil(f"{navn} kunne ikke leses: {feil}") from feil
    if not isinstance(data, dict) or not set(data) <= _NOKLER:
        raise Bruksfeil(f"{navn} skal ha nøklene {', '.join(sorted(_NOKLER))}, og ingen andre")
    if not isinstance(data.get("lover") or {}, dict) or not all(
        isinstance(data.get(n) or [], list) for n in ("utgatt", "fagord")
    ):
        raise Bruksfeil(f"{navn}: utgatt og fagord skal være lister, og lover skal være navn med adresse")
    return data


def _utgatt(fil: str, nr: int, rad: object) -> Utgatt:
    if not isinstance(rad, dict) or not all(rad.get(n) for n in ("navn", "finn", "bruk")):
        raise Bruksfeil(f"{fil}, utgatt nr. {nr}: posten må ha navn, finn og bruk")
    valgfri = {n: _monster(fil, str(rad[n])) if rad.get(n) else None for n in ("bare_med", "greit_med")}
    return Utgatt(
        navn=str(rad["navn"]),
        regel=str(rad.get("regel") or "utgatt"),
        finn=_monster(fil, str(rad["finn"])),
        bruk=str(rad["bruk"]),
        siden=str(rad.get("siden") or ""),
        **valgfri,
    )


def _monster(fil: str, uttrykk: str) -> re.Pattern[str]:
    try:
        return re.compile(uttrykk, re.IGNORECASE)
    except re.error as feil:
        raise Bruksfeil(f"{fil}: uttrykket «{uttrykk}» kan ikke brukes ({feil})") from feil

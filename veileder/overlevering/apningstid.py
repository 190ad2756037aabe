"""Whether an office is open now, by its hours, Norway's public holidays and its own closing days. Nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from veileder.domene import Kontakt

OSLO = "Europe/Oslo"
"""Where the municipalities are; the server may stand elsewhere."""

DAGER = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
LETER = 21
"""Days ahead that the next opening is looked for: longer than any closed season between holidays."""

_NYNORSK = {"måndag": "mandag", "tysdag": "tirsdag", "laurdag": "lørdag", "sundag": "søndag"}
_TID = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[.:](\d{2}))?")
_DAG = re.compile("|".join((*DAGER, *_NYNORSK)), re.IGNORECASE)

Tid = tuple[int, str, str]
"""A weekday (0 is Monday), and from and to as «HH:MM»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Open until ``til``, or closed until ``neste``; ``grunn`` says why when today is a holiday («egen»: the kommune's own).

    ``neste`` is None when no opening is found.
    """

    apen: bool
    til: str = ""
    neste: dt.datetime | None = None
    grunn: str = ""


def les_tider(felt: object) -> tuple[Tid, ...]:
    """Return the hours of «apningstid» in kommuner.yaml ({"mandag-fredag": "09.00-15.00"}), empty when they cannot be read.

    Hours that are half understood would open a door that is closed, so one unreadable line makes all unknown.
    """
    if not isinstance(felt, Mapping):
        return ()
    ut: list[Tid] = []
    for navn, tider in felt.items():
        dager, spenn = _dager(str(navn)), list(_TID.finditer(str(tider)))
        if not dager or (not spenn and str(tider).strip().lower() not in ("stengt", "stengd")):
            return ()
        for treff in spenn:
            fra, til = _klokke(treff[1], treff[2]), _klokke(treff[3], treff[4])
            if not fra or not til or fra >= til:
                return ()
            ut += [(dag, fra, til) for dag in dager]
    return tuple(sorted(ut))


def _dager(navn: str) -> list[int]:
    funnet = [DAGER.index(_NYNORSK.get(d.lower(), d.lower())) for d in _DAG.findall(navn)]
    if len(funnet) == 2 and re.search(r"[-–]|\btil\b", navn):
        return list(range(funnet[0], funnet[1] + 1))
    return funnet


def _klokke(time: str, minutt: str | None) -> str:
    t, m = int(time), int(minutt or 0)
    return f"{t:02}:{m:02}" if (t < 24 and m < 60) or (t, m) == (24, 0) else ""


def status(kontakt: Kontakt, na: dt.datetime, sprak: str = "no") -> Status | None:
    """Return whether the office is open at ``na`` (with a time zone), None when its hours are not known.

    ``sprak`` is the language that holidays are named in, as the library has it: «no» or «en_US».
    """
    if not kontakt.tider:
        return None
    lokal = na.astimezone(ZoneInfo(OSLO))
    grunn = _fridag(kontakt, lokal.date(), sprak)
    klokka = lokal.strftime("%H:%M")
    if not grunn:
        for dag, fra, til in kontakt.tider:
            if dag == lokal.weekday() and fra <= klokka < til:
                return Status(apen=True, til=til)
    return Status(apen=False, neste=_neste(kontakt, lokal, sprak), grunn=grunn)


def _fridag(kontakt: Kontakt, dag: dt.date, sprak: str) -> str:
    import holidays

    if dag.isoformat() in kontakt.stengte_dager:
        return "egen"
    return str(holidays.country_holidays("NO", language=sprak).get(dag) or "").replace("; ", ", ")


def _neste(kontakt: Kontakt, lokal: dt.datetime, sprak: str) -> dt.datetime | None:
    klokka = lokal.strftime("%H:%M")
    for pluss in range(LETER):
        dag = lokal.date() + dt.timedelta(days=pluss)
        if _fridag(kontakt, dag, sprak):
            continue
        for ukedag, fra, _til in kontakt.tider:
            if ukedag == dag.weekday() and (pluss or fra > klokka):
                return dt.datetime.combine(dag, dt.time.fromisoformat(fra), lokal.tzinfo)
    return None

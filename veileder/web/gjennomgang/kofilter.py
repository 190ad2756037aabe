"""The queue's filter, from an address and back: only what is known is kept, so that no address is more than a choice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from veileder.domene import Malform, Utfall
from veileder.forstaelse.maskering import uten_masker
from veileder.gjennomgang.saker import Kofilter, Tilstandsvalg
from veileder.gjennomgang.verdier import Flaggslag

E = TypeVar("E", bound=StrEnum)

FELT = ("grunn", "tilstand", "tildelt", "kommune", "tjeneste", "utfall", "malform", "fra", "til", "q")
"""What may stand in the address, in the order of the form."""

UTEN_FLAGG = "alle"
"""The choice of reason that lists answers without a flag, too."""

ORD = 8
"""Words of a search that count."""


def les_filter(felt: Mapping[str, str], omfang: frozenset[str] | None) -> Kofilter:
    """Return the filter of an address, within what the user may see."""
    til = _dag(felt.get("til", ""))
    return Kofilter(
        omfang=omfang,
        grunn=_en_av(Flaggslag, felt.get("grunn", "")),
        uten_flagg=felt.get("grunn") == UTEN_FLAGG,
        tjeneste=felt.get("tjeneste", "")[:100],
        kommune=felt.get("kommune", "")[:100],
        utfall=_en_av(Utfall, felt.get("utfall", "")),
        malform=_en_av(Malform, felt.get("malform", "")) or "",
        fra=_dag(felt.get("fra", "")),
        til=til + dt.timedelta(days=1) if til else None,
        tildelt=felt.get("tildelt", "")[:40],
        tilstand=_en_av(Tilstandsvalg, felt.get("tilstand", "")) or Tilstandsvalg.APNE,
        ord=tuple(dict.fromkeys(uten_masker(felt.get("q", "")).split()))[:ORD],
    )


def som_sporring(felt: Mapping[str, str], **mer: str) -> str:
    """Return the choices as the end of an address, with a question mark when there are any."""
    valg = {n: v for n in FELT if (v := felt.get(n, "").strip())}
    ut = urlencode({**valg, **{n: v for n, v in mer.items() if v}})
    return f"?{ut}" if ut else ""


def _en_av(slag: type[E], verdi: str) -> E | None:
    return slag(verdi) if verdi in set(slag) else None


def _dag(iso: str) -> dt.datetime | None:
    """Return the moment that a day begins here."""
    try:
        return dt.datetime.combine(dt.date.fromisoformat(iso), dt.time()).astimezone()
    except (ValueError, OverflowError):
        return None

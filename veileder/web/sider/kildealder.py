"""How old a source is: this year's, an earlier year's, or without a date."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from urllib.parse import urlsplit


class Alder(Enum):
    """What the date of a source says about it."""

    NY = "ny"
    GAMMEL = "gammel"
    UDATERT = "udatert"


def alder(kilde_dato: str, i_dag: dt.date) -> Alder:
    """Return the age of a source; prices change at New Year, so an earlier year's is old."""
    ar = re.match(r"\d{4}", kilde_dato)
    if not ar:
        return Alder.UDATERT
    return Alder.NY if int(ar[0]) >= i_dag.year else Alder.GAMMEL


def passert(dato: str, i_dag: dt.date) -> bool:
    """Return whether an ISO date lies behind us; one that cannot be read does not."""
    try:
        return dt.date.fromisoformat(dato) < i_dag
    except ValueError:
        return False


def vert(lenke: str) -> str:
    """Return the host of a web address to name it by, or an empty string when it is none."""
    if not lenke.startswith(("https://", "http://")):
        return ""
    try:
        return (urlsplit(lenke).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

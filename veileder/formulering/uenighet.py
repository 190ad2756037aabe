"""Whether the sources of one answer say different things: amounts and times that cannot both hold.

Two sources are held against each other when they are about the same section of the same service and one place is under
both: the same municipality, or a local text and what is common to all. Two municipalities may differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations

from veileder.domene import FELLES, Kilde

_MENGDE = re.compile(
    r"(\d[\d \u00a0.,]*?)\s*"
    r"(kroner|kr|prosent|%|timer?|dager?|dagar|døgn|virkedager|virkedagar|uker?|veker?|måneder|månader|år)(?!\w)",
    re.IGNORECASE,
)
_ENHET = {
    "kr": "kroner",
    "%": "prosent",
    "time": "timer",
    "dag": "dager",
    "dagar": "dager",
    "uke": "uker",
    "veke": "uker",
    "veker": "uker",
    "månader": "måneder",
}


def finn_uenighet(kilder: Sequence[Kilde], navn: Callable[[str], str] = str) -> str | None:
    """Return «325 kroner (Trygghetsalarm, molde) og 340 kroner (…)» for the first disagreement, or None.

    ``navn`` gives the name of a kommune's slug.
    """
    for a, b in combinations(kilder, 2):
        if not _sammenlignbare(a, b):
            continue
        hos_a, hos_b = _mengder(a.sitat), _mengder(b.sitat)
        for enhet in hos_a.keys() & hos_b.keys():
            if not hos_a[enhet] & hos_b[enhet]:
                return " og ".join(
                    f"{'/'.join(sorted(m[enhet]))} {enhet} ({k.tittel}, {navn(k.kommune)})" for m, k in ((hos_a, a), (hos_b, b))
                )
    return None


def _sammenlignbare(a: Kilde, b: Kilde) -> bool:
    samme_sted = a.kommune == b.kommune or FELLES in (a.kommune, b.kommune)
    return a.fil != b.fil and samme_sted and a.aspekt == b.aspekt and _tema(a) == _tema(b)


def _tema(kilde: Kilde) -> str:
    """Return the service: local files carry its slug as name."""
    return kilde.dokument.rsplit("/", 1)[-1]


def _mengder(tekst: str) -> dict[str, set[str]]:
    ut: dict[str, set[str]] = {}
    for tall, skrevet in _MENGDE.findall(tekst):
        enhet = _ENHET.get(skrevet.lower(), skrevet.lower())
        ut.setdefault(enhet, set()).add(re.sub(r"\D", "", tall))
    return ut

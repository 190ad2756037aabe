"""Receipt numbers: random, easy to read aloud and to copy by hand, such as ``VM-7F3K-92QD``."""

from __future__ import annotations

import re
import secrets

TEGN = "234679CDFHJKMNPQRTWX"
"""Twenty signs, 34.6 bits in a number: no 0/O, 1/I/L, 5/S, 8/B, 6/G, 2/Z or U/V that are taken for each other, and no
vowels, so that no number is a word."""

MELDING, KONTAKT = "VM", "VK"
"""What a number begins with: a report on an answer, a request for contact."""

_FORM = re.compile(rf"({MELDING}|{KONTAKT})([{TEGN}]{{4}})([{TEGN}]{{4}})")


def lag_nummer(slag: str) -> str:
    """Return a new number of the kind ``MELDING`` or ``KONTAKT``."""
    deler = ("".join(secrets.choice(TEGN) for _ in range(4)) for _ in range(2))
    return "-".join((slag, *deler))


def les_nummer(skrevet: str, slag: str) -> str:
    """Return a number as it was given, however it is typed («vm 7f3k 92qd»); empty when it cannot be one."""
    treff = _FORM.fullmatch(re.sub(r"[^A-Z\d]", "", skrevet.upper())) if len(skrevet) <= 40 else None
    return "-".join(treff.groups()) if treff and treff[1] == slag else ""

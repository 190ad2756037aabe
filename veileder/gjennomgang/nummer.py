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

_SAMTALE = re.compile(r"[\da-f]{32}")


def lag_nummer(slag: str) -> str:
    """Return a new number of the kind ``MELDING`` or ``KONTAKT``."""
    deler = ("".join(secrets.choice(TEGN) for _ in range(4)) for _ in range(2))
    return "-".join((slag, *deler))


def les_nummer(skrevet: str, slag: str) -> str:
    """Return a number as it was given, however it is typed («vm 7f3k 92qd»); empty when it cannot be one."""
    treff = _FORM.fullmatch(re.sub(r"[^A-Z\d]", "", skrevet.upper())) if len(skrevet) <= 40 else None
    return "-".join(treff.groups()) if treff and treff[1] == slag else ""


def vis_samtale(samtale_id: str) -> str:
    """Return a conversation's id as a person can read it aloud: in groups of four."""
    return "-".join(re.findall(r".{1,4}", samtale_id)) if _SAMTALE.fullmatch(samtale_id) else samtale_id


def les_samtale(skrevet: str) -> str:
    """Return a conversation's id as it was given, with or without groups."""
    ren = re.sub(r"[\s-]", "", skrevet.lower())
    return ren if _SAMTALE.fullmatch(ren) else skrevet.strip().lower()

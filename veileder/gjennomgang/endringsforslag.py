"""A suggested text as a patch against the corpus file: what ``git apply`` and ``patch -p1`` take."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from veileder.domene import Utdrag

RENE = (".md", ".txt")
"""Files that a patch can change; others are made from something else."""


def les_fil(korpus: Path, fil: str) -> str:
    """Return a corpus file with its line ends as they are; empty when it is gone, no plain text, or not in the corpus."""
    sti, rot = (korpus / fil).resolve(), korpus.resolve()
    if sti.suffix.lower() not in RENE or not sti.is_relative_to(rot) or not sti.is_file():
        return ""
    try:
        return sti.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return ""


def seksjonstekst(filtekst: str, seksjon: Sequence[Utdrag]) -> str:
    """Return the section that passages make up, as it stands in the file, with plain line ends; empty when it is not there.

    Offsets hold for the file that was indexed, so they are believed only where the first passage stands there still.
    """
    ren = _ren(filtekst)
    start, slutt = min(u.start for u in seksjon), max(u.slutt for u in seksjon)
    forste = _ren(min(seksjon, key=lambda u: u.start).tekst)
    for tekst in (filtekst, ren):
        if forste and _ren(tekst[start:slutt]).startswith(forste):
            return _ren(tekst[start:slutt]).strip("\n")
    return forste.strip("\n") if ren.count(forste) == 1 else ""


def lag_patch(sti: str, filtekst: str, opprinnelig: str, forslag: str) -> str:
    """Return the change as a unified diff with ``sti`` below a/ and b/; empty when the text stands there no longer."""
    ren = _ren(filtekst)
    if not opprinnelig or ren.count(opprinnelig) != 1:
        return ""
    for_, etter = ren, ren.replace(opprinnelig, _ren(forslag).strip("\n"))
    linjeslutt = "\r\n" if "\r\n" in filtekst else "\n"
    ut: list[str] = []
    # A name with a blank in it ends with a tab, so that it is read to its end.
    hale = "\t" if " " in sti else ""
    for linje in difflib.unified_diff(_linjer(for_), _linjer(etter), f"a/{sti}{hale}", f"b/{sti}{hale}"):
        if linje.startswith(("--- ", "+++ ", "@@")):
            ut.append(linje.rstrip("\n") + "\n")
        elif linje.endswith("\n"):
            ut.append(linje[:-1] + linjeslutt)
        else:
            ut.append(linje + "\n\\ No newline at end of file\n")
    return "".join(ut)


def _ren(tekst: str) -> str:
    return tekst.replace("\r\n", "\n")


def _linjer(tekst: str) -> list[str]:
    """Return lines with their ends; only a line feed ends one, as patch reads it."""
    deler = tekst.split("\n")
    return [d + "\n" for d in deler[:-1]] + ([deler[-1]] if deler[-1] else [])

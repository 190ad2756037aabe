"""How old a text says it is: the day it was last changed, or the year of its prices."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

_MANEDER = "januar februar mars april mai juni juli august september oktober november desember".split()
_DATO = rf"(\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}}|\d{{1,2}}\.?\s+(?:{'|'.join(_MANEDER)})\s+\d{{4}})"
_FRA = r"(?:er|ande|ende)\s+(?:fra|frå)(?:\s+og\s+med)?"
_PRIS = r"\w*(?:pris|sats|egenandel|eigendel|gebyr|takst)(?:er|ar|ene|ane|en|a)?\b"
# A day counts where the text speaks of itself: at the start of a line, after «sist» or a colon, or with its prices.
# «Loven ble endret 1. juli» tells nothing of the text.
_ORD = r"(?:oppdater[at]|endr[ae]t?|revider[at]|publiser[at]|ajourført)"
_SAGT = re.compile(
    rf"(?:(?:^|[.!|•·–-]\s)\W*{_ORD}:?|\bsist\s+{_ORD}:?|\b{_ORD}:|^\W*gjeld{_FRA}:?|\b{_PRIS}[^.\n|]{{0,20}}\bgjeld{_FRA})\s*(?:den\s+)?{_DATO}",
    re.IGNORECASE | re.MULTILINE,
)
_SATSAR = re.compile(
    r"\b(\w*(?:pris|sats|egenandel|eigendel|gebyr|takst)(?:er|ar|ene|ane|en|a)?\b[^.\n|]{0,40}?\b(20\d\d))\b", re.IGNORECASE
)


def finn_kilde_dato(tekst: str, i_dag: dt.date) -> tuple[str, str]:
    """Return (day or year, the words that say so) of a text, or two empty strings.

    The latest day wins, one that is still to come only when there is no other; a year of prices
    («Satser 2026») counts when no day is told.
    """
    datoer = sorted((dato, sagt) for sagt, dato in _datoer(tekst))
    kjente = [d for d in datoer if d[0] <= i_dag] or datoer[:1]
    if kjente:
        return kjente[-1][0].isoformat(), kjente[-1][1]
    ar = sorted((t[2], " ".join(t[1].split())) for t in _SATSAR.finditer(tekst) if int(t[2]) <= i_dag.year + 1)
    return ar[-1] if ar else ("", "")


def _datoer(tekst: str) -> Iterator[tuple[str, dt.date]]:
    for treff in _SAGT.finditer(tekst):
        deler = re.findall(r"\d+|[a-z]{3,}", treff[1].lower())
        if len(deler[0]) != 4:
            deler.reverse()
        ar, maned, dag = (_MANEDER.index(d) + 1 if d in _MANEDER else int(d) for d in deler)
        try:
            yield " ".join(treff[0].split()), dt.date(ar, maned, dag)
        except ValueError:
            continue  # the 31st of June


def ogsa_utenfor(sti: Path) -> str:
    """Return all words of a saved web page, a line an element: the date often stands in what the reader leaves out."""
    if sti.suffix.lower() not in (".html", ".htm"):
        return ""
    raa = sti.read_bytes().decode("utf-8", errors="replace")
    return re.sub(r"<[^>]*>", "\n", re.sub(r"(?is)<(script|style)\b.*?</\1>", "\n", raa))

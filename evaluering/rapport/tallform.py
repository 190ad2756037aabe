"""Figures as Norwegian readers write them: comma, a hard space before the percent sign, a real minus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

HARDT = "\u00a0"
"""A space that no line is broken at."""


def desimal(x: float, siffer: int = 1) -> str:
    """Return a number with decimal comma; minus zero is zero."""
    tekst = f"{round(x, siffer) + 0.0:,.{siffer}f}"
    return tekst.replace(",", HARDT).replace(".", ",").replace("-", "−")


def prosent(x: float, siffer: int = 1) -> str:
    """Return a share in [0, 1] in per cent: 0.942 is «94,2 %»."""
    return f"{desimal(x * 100, siffer)}{HARDT}%"


def poeng(x: float) -> str:
    """Return a difference of shares in percentage points, with its sign: -0.038 is «−3,8»."""
    tekst = desimal(x * 100)
    return f"+{tekst}" if tekst.strip("0,") and not tekst.startswith("−") else tekst


def verdi(x: float, enhet: str) -> str:
    """Return a value with its unit: andel, ord, lix or ms."""
    if enhet == "andel":
        return prosent(x)
    return desimal(x) if enhet == "lix" else f"{desimal(x, 0)}{HARDT}{enhet}"


def spenn(lav: float, hoy: float, enhet: str) -> str:
    """Return an interval with its unit once: «88,0–98,0 %»."""
    if enhet == "andel":
        return f"{desimal(lav * 100)}–{prosent(hoy)}"
    return f"{desimal(lav, 1 if enhet == 'lix' else 0)}–{verdi(hoy, enhet)}"


def endring(x: float, enhet: str) -> str:
    """Return a difference with sign: shares in percentage points, the rest in their own unit."""
    if enhet == "andel":
        return poeng(x)
    tekst = desimal(x, 1 if enhet == "lix" else 0)
    return f"+{tekst}" if x > 0 and tekst.strip("0,") else tekst


def endringsspenn(lav: float, hoy: float, enhet: str = "andel") -> str:
    """Return the interval of a difference in words, since a dash beside a minus is hard to read."""
    return f"{endring(lav, enhet)} til {endring(hoy, enhet)}"


def utvid(tall: Mapping[str, Any]) -> dict[str, Any]:
    """Return the figures with an interval also where all answers are alike.

    Resampling answers that are all right says that nothing else can happen. The rule of three is used
    instead: of ``n`` without a fault, the true share of faults is below ``3/n`` with 95 % certainty
    (Hanley and Lippman-Hand 1983).
    """
    ut = {**tall, "treregel": False}
    if tall["lav"] == tall["hoy"] and tall["snitt"] in (0, 1) and tall["antall"]:
        bredde = min(1.0, 3 / tall["antall"])
        ut |= {"lav": round(1 - bredde, 4), "treregel": True} if tall["snitt"] else {"hoy": round(bredde, 4), "treregel": True}
    return ut


def antall_av(tall: Mapping[str, Any]) -> str:
    """Return a share as «38 av 50»."""
    return f"{desimal(round(tall['snitt'] * tall['antall']), 0)} av {desimal(tall['antall'], 0)}"


def ramse(ledd: list[str]) -> str:
    """Return items as a list within a sentence: «a, b og c»."""
    return " og ".join((", ".join(ledd[:-1]), ledd[-1])) if len(ledd) > 1 else "".join(ledd)

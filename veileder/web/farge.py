"""The municipality's colour: read, checked against white, and made into a scale as Designsystemet's theme builder does.

A step of the scale is the colour mixed with white or black until it has the step's relative luminance, as WCAG 2.1 defines it
(https://www.w3.org/TR/WCAG21/#dfn-relative-luminance). The luminances are those of Designsystemet's own themes.
"""

from __future__ import annotations

import colorsys
import re

from veileder.feil import Bruksfeil

FARGE = "#0f5467"
"""Our own: as ``--primary`` in theme.json, and near the logo's."""

MINST = 4.5
"""Contrast that WCAG 2.1 asks of text (1.4.3)."""

Rgb = tuple[float, float, float]
"""Red, green and blue in [0, 1]."""

LYS = {
    "background-default": 1.0,
    "background-tinted": 0.9,
    "surface-default": 1.0,
    "surface-tinted": 0.81,
    "surface-hover": 0.7,
    "surface-active": 0.59,
    "border-subtle": 0.5,
    "border-default": 0.19,
    "border-strong": 0.11,
    "text-subtle": 0.11,
    "text-default": 0.0245,
}
"""Relative luminances of the steps on light ground."""

MORK = {
    "background-default": 0.009,
    "background-tinted": 0.014,
    "surface-default": 0.021,
    "surface-tinted": 0.027,
    "surface-hover": 0.036,
    "surface-active": 0.056,
    "border-subtle": 0.08,
    "border-default": 0.22,
    "border-strong": 0.39,
    "text-subtle": 0.39,
    "text-default": 0.84,
}
"""The same on dark ground."""

_BASE_MORK = 0.39
"""Luminance of what is pressed on dark ground, where the text on it is dark."""


def les_farge(skrevet: str) -> str:
    """Return the setting's colour as #rrggbb, our own when it is empty.

    Raises:
        Bruksfeil: it is no colour, or text in white cannot be read on it.
    """
    if not skrevet.strip():
        return FARGE
    treff = re.fullmatch(r"#?([0-9a-f]{3}|[0-9a-f]{6})", skrevet.strip().lower())
    if not treff:
        raise Bruksfeil(f"VEILEDER_FARGE skal være en farge som {FARGE}. Fikk «{skrevet}».")
    farge = "#" + (treff[1] if len(treff[1]) == 6 else "".join(2 * c for c in treff[1]))
    maalt = kontrast(_rgb(farge), (1.0, 1.0, 1.0))
    if maalt < MINST:
        tall, forslag = f"{int(maalt * 100) / 100}".replace(".", ","), _heks(med_luminans(_rgb(farge), 1.05 / MINST - 0.055))
        raise Bruksfeil(
            f"VEILEDER_FARGE={farge} har for liten kontrast mot hvitt: {tall}:1. Det trengs minst 4,5:1 for at alle "
            f"skal kunne lese. Velg en mørkere, for eksempel {forslag}."
        )
    return farge


def skala(farge: str, *, mork: bool) -> dict[str, str]:
    """Return the steps by Designsystemet's names, each as #rrggbb. Text is no lighter than the colour itself on light ground."""
    rgb = _rgb(farge)
    maal = MORK if mork else LYS | {"text-subtle": min(LYS["text-subtle"], luminans(rgb))}
    trinn = {navn: med_luminans(rgb, verdi) for navn, verdi in maal.items()}
    base = klar(rgb, _BASE_MORK) if mork else rgb
    if mork:
        trinn["text-subtle"] = base
    trinn["base-default"] = base
    trinn["base-hover"] = med_luminans(rgb, luminans(base) * (1.25 if mork else 0.75))
    trinn["base-active"] = med_luminans(rgb, luminans(base) * (1.5 if mork else 0.5))
    trinn["base-contrast-default"] = med_luminans(rgb, 0.004) if mork else (1.0, 1.0, 1.0)
    trinn["base-contrast-subtle"] = med_luminans(rgb, 0.012 if mork else 0.85)
    return {navn: _heks(verdi) for navn, verdi in trinn.items()}


def hsl(farge: str) -> str:
    """Return a colour as «193 75% 23%», which the chat's theme file takes."""
    tone, lyshet, metning = colorsys.rgb_to_hls(*_rgb(farge))
    return f"{round(tone * 360)} {round(metning * 100)}% {round(lyshet * 100)}%"


def luminans(rgb: Rgb) -> float:
    """Return the relative luminance in [0, 1]."""
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def kontrast(en: Rgb, annen: Rgb) -> float:
    """Return the contrast ratio in [1, 21]."""
    lav, hoy = sorted((luminans(en), luminans(annen)))
    return (hoy + 0.05) / (lav + 0.05)


def med_luminans(rgb: Rgb, maal: float) -> Rgb:
    """Return the colour mixed with white or black until its luminance is ``maal``."""
    mot = 1.0 if luminans(rgb) < maal else 0.0
    fra, til = 0.0, 1.0
    for _ in range(24):
        midt = (fra + til) / 2
        for_kort = (luminans(_bland(rgb, mot, midt)) < maal) == (mot == 1.0)
        fra, til = (midt, til) if for_kort else (fra, midt)
    return _bland(rgb, mot, til)


def klar(rgb: Rgb, maal: float) -> Rgb:
    """Return the colour's hue as light as ``maal`` without greying: white mixed in makes a dark colour dull on dark ground."""
    tone, _, metning = colorsys.rgb_to_hls(*rgb)
    fra, til = 0.0, 1.0
    for _ in range(24):
        midt = (fra + til) / 2
        for_mork = luminans(colorsys.hls_to_rgb(tone, midt, min(metning, 0.6))) < maal
        fra, til = (midt, til) if for_mork else (fra, midt)
    return colorsys.hls_to_rgb(tone, til, min(metning, 0.6))


def _bland(rgb: Rgb, mot: float, andel: float) -> Rgb:
    r, g, b = (c + (mot - c) * andel for c in rgb)
    return (r, g, b)


def _rgb(farge: str) -> Rgb:
    r, g, b = (int(farge[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (r, g, b)


def _heks(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(c * 255):02x}" for c in rgb)

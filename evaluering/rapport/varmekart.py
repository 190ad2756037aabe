"""The heat map: quality by service and aspect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from evaluering.rapport.grupper import MINST
from evaluering.rapport.lesing import Kjoring
from evaluering.rapport.navn import ASPEKT, Navn, stor
from evaluering.rapport.svg import TEKST, figur, tegn
from evaluering.rapport.tallform import prosent
from veileder.domene import ASPEKTER

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TRINN = (
    (0.50, "#8a3203", "#ffffff", "under 50 %"),
    (0.70, "#d96c1e", "#000000", "50–69 %"),
    (0.85, "#fbab50", "#000000", "70–84 %"),
    (0.95, "#fed9a3", "#000000", "85–94 %"),
    (1.01, "#fff8e1", "#000000", "95–100 %"),
)
"""Upper end, colour, text on it, words. One hue (ColorBrewer YlOrBr): in order also in grey, and for all sight."""

Kart = Mapping[str, Mapping[str, Mapping[str, float]]]


def varmekart(kjoring: Kjoring, navn: Navn) -> Mapping[str, Any] | None:
    """Return the heat map with its reading and table; None when no question has both service and aspect."""
    kart: Kart = {t: rad for t, rad in (kjoring.vurdering.get("varmekart") or {}).items() if rad}
    if not kart:
        return None
    tjenester = sorted({*kart, *navn.tjenester}, key=navn.dokument)
    tittel = "Hvor ofte riktig sted vises, for hver tjeneste og hvert tema"
    lesning = _lesning(kart, tjenester, navn)
    rader = [[navn.dokument(t), *(_tekst(kart.get(t, {}).get(a)) for a in ASPEKTER)] for t in tjenester]
    tegning = tegn(
        "varmekart",
        900,
        150 + 32 * len(tjenester),
        tittel,
        lesning,
        lambda f: _mal(f, kart, tjenester, [r[0] for r in rader]),
    )
    return figur(tegning, ["Tjeneste", *map(stor, ASPEKT.values())], rader, celler=kart)


def _kort(tittel: str) -> list[str]:
    """Return a title on one or two short lines, what stands in brackets left out: the cells need the room."""
    return wrap(tittel.partition(" (")[0], 24, max_lines=2, placeholder=" …")


def _tekst(celle: Mapping[str, float] | None) -> str:
    return f"{prosent(celle['andel'], 0)} av {celle['antall']}" if celle else ""


def _mal(f: Figure, kart: Kart, tjenester: Sequence[str], navn: Sequence[str]) -> None:
    ax = f.add_subplot()
    for y, x, celle in _ruter(kart, tjenester):
        _rute(ax, x, y, celle)
    ax.set(xlim=(0, len(ASPEKTER)), ylim=(len(tjenester), 0))
    ax.set_xticks([x + 0.5 for x in range(len(ASPEKTER))], [stor(n) for n in ASPEKT.values()], rotation=50, ha="left")
    ax.set_yticks([])
    for y, n in enumerate(navn):
        _radnavn(ax, y, _kort(n))
    ax.xaxis.tick_top()
    ax.tick_params(length=0, rotation_mode="anchor", axis="x")
    ax.spines[:].set_visible(False)
    _forklaring(f)


def _ruter(kart: Kart, tjenester: Sequence[str]) -> Iterator[tuple[int, int, Mapping[str, float] | None]]:
    for y, t in enumerate(tjenester):
        for x, a in enumerate(ASPEKTER):
            yield y, x, kart.get(t, {}).get(a)


def _rute(ax: Axes, x: int, y: int, celle: Mapping[str, float] | None) -> None:
    from matplotlib.patches import Rectangle

    _, farge, skrift, _ = next(t for t in TRINN if celle["andel"] < t[0]) if celle else (0, "#ffffff", TEKST, "")
    ax.add_patch(Rectangle((x, y), 1, 1, facecolor=farge, edgecolor="#c9cfd1", linewidth=0.8))
    if celle:
        ax.text(x + 0.5, y + 0.33, prosent(celle["andel"], 0), color=skrift, ha="center", va="center", fontsize=12)
        ax.text(x + 0.5, y + 0.74, f"av {celle['antall']}", color=skrift, ha="center", va="center", fontsize=10)


def _radnavn(ax: Axes, y: int, linjer: Sequence[str]) -> None:
    """Write a name line by line, each set from the right: a line's width in the reader's own font is not known here."""
    for nr, linje in enumerate(linjer):
        ax.text(-0.12, y + 0.5 + 0.42 * (nr - (len(linjer) - 1) / 2), linje, ha="right", va="center", fontsize=12)


def _forklaring(f: Figure) -> None:
    from matplotlib.patches import Patch

    ruter = [Patch(facecolor=farge, edgecolor="#7d868a", label=ord_) for _, farge, _, ord_ in TRINN]
    tom = Patch(facecolor="#ffffff", edgecolor="#7d868a", label="ingen spørsmål")
    f.legend(handles=[*ruter, tom], loc="outside lower center", ncols=6, frameon=False, handlelength=1.4, columnspacing=1.3)


def _lesning(kart: Kart, tjenester: Sequence[str], navn: Navn) -> str:
    tomme = sum(celle is None for _, _, celle in _ruter(kart, tjenester))
    per_tjeneste = {navn.dokument(t): list(rad.values()) for t, rad in kart.items()}
    per_tema = {stor(ASPEKT[a]): [rad[a] for rad in kart.values() if a in rad] for a in ASPEKTER}
    svake = [f"{hva} {s}" for hva, deler in (("tjenesten", per_tjeneste), ("temaet", per_tema)) if (s := _svakest(deler))]
    start = f"Svakest er {' og '.join(svake)}. " if svake else ""
    return f"{start}{tomme} av {len(tjenester) * len(ASPEKTER)} ruter er blanke: der er det ikke stilt noe spørsmål."


def _svakest(deler: Mapping[str, Sequence[Mapping[str, float]]]) -> str:
    """Return the one with the smallest share, of those with enough questions, as «Pris (3 av 8)»."""
    tall = []
    for navn, celler in deler.items():
        antall = sum(int(c["antall"]) for c in celler)
        riktige = sum(round(c["andel"] * c["antall"]) for c in celler)
        if antall >= MINST and riktige < antall:
            tall.append((riktige / antall, navn, f"{navn} ({riktige} av {antall})"))
    return min(tall)[2] if tall else ""

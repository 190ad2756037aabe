"""Figures over time: how long an answer takes, and how the headline figures have moved over the runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from evaluering.rapport.hovedtall import VIKTIGE, metrikk
from evaluering.rapport.lesing import Kjoring
from evaluering.rapport.navn import SETT, stor, tidspunkt
from evaluering.rapport.svg import BLA, GRA, ORANSJE, figur, prosentakse, rutenett, tegn
from evaluering.rapport.tallform import desimal, poeng, prosent, verdi

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BOKSER = 24
"""Bars of the histogram."""

LINJER = 12
"""Runs back in time that the growth figure shows."""


def svartid(kjoring: Kjoring) -> Mapping[str, Any] | None:
    """Return the histogram of the time an answer takes, with median and the 95th percentile."""
    import numpy as np

    tid: Sequence[float] = kjoring.vurdering.get("tid") or []
    if not tid:
        return None
    median, p95 = (float(x) for x in np.quantile(tid, [0.5, 0.95]))
    antall, kanter = np.histogram(tid, bins=BOKSER, range=(0, float(max(tid)) or 1.0))
    tittel = "Tiden fra spørsmål til svar"
    lesning = (
        f"Halvparten av svarene kom innen {verdi(median, 'ms')}, og 95 av 100 innen {verdi(p95, 'ms')} "
        f"({desimal(p95 / 1000, 2)} sekunder). Det lengste tok {verdi(max(tid), 'ms')}."
    )
    rader = [[f"{desimal(a, 0)}–{desimal(b, 0)} ms", str(n)] for a, b, n in zip(kanter, kanter[1:], antall, strict=False)]
    tegning = tegn("svartid", 640, 360, tittel, lesning, lambda f: _mal_svartid(f, kanter, antall, (median, p95)))
    data = {"median": round(median, 1), "p95": round(p95, 1), "antall": len(tid)}
    return figur(tegning, ["Tid", "Antall svar"], rader, **data)


def _mal_svartid(f: Figure, kanter: Any, antall: Any, merker: tuple[float, float]) -> None:
    ax = f.add_subplot()
    rutenett(ax, "y")
    ax.bar(kanter[:-1], antall, width=kanter[1] - kanter[0], align="edge", color="#7fa9b5", edgecolor="#ffffff")
    topp = max(antall) * 1.22
    for x, navn, farge, hoyde in ((merker[0], "median", BLA, 0.99), (merker[1], "95 av 100", ORANSJE, 0.89)):
        ax.vlines(x, 0, topp * hoyde, color=farge, linewidth=2, linestyle="-" if navn == "median" else (0, (5, 2)))
        ax.text(x + kanter[-1] * 0.012, topp * hoyde, f"{navn}: {verdi(x, 'ms')}", color=farge, va="top", fontweight="bold")
    ax.set(ylim=(0, topp), xlim=(0, kanter[-1]), xlabel="Tusendels sekunder (ms)", ylabel="Antall svar")


def vekst(kjoringer: Sequence[Kjoring]) -> Mapping[str, Any] | None:
    """Return the headline figures of each run, oldest first; None when there is only one run."""
    if len(kjoringer) < 2:
        return None
    siste, sett = list(kjoringer)[-LINJER:], kjoringer[-1].hovedsett
    serier = {n: [k.tall(sett).get(n, {}).get("snitt") for k in siste] for n in VIKTIGE}
    serier = {n: s for n, s in serier.items() if s[-1] is not None}
    tittel = f"Hovedtallene fra kjøring til kjøring ({SETT[sett].lower()})"
    lesning = _vekst_lest(serier, len(siste))
    rader = [[tidspunkt(k.navn), *(_prosent(s[i]) for s in serier.values())] for i, k in enumerate(siste)]
    tegning = tegn("vekst", 900, 190 * -(-len(serier) // 3) + 20, tittel, lesning, lambda f: _mal_vekst(f, serier))
    data = {"kjoringer": [k.navn for k in siste], "serier": serier}
    return figur(tegning, ["Kjøring", *map(stor, serier)], rader, **data)


def _prosent(x: float | None) -> str:
    return "–" if x is None else prosent(x)


def _vekst_lest(serier: Mapping[str, Sequence[float | None]], antall: int) -> str:
    flytt = {n: s[-1] - s[0] for n, s in serier.items() if s[0] is not None and s[-1] is not None}
    if not flytt:
        return f"{antall} kjøringer, uten tall som går igjen i den første og den siste."
    mest = max(flytt, key=lambda n: abs(flytt[n]))
    bra = (flytt[mest] > 0) == metrikk(mest).hoyt_er_bra
    if not flytt[mest]:
        return f"Ingen av tallene har flyttet seg over {antall} kjøringer."
    hva = "til det bedre" if bra else "til det verre"
    return f"Mest har «{mest}» flyttet seg over {antall} kjøringer: {poeng(flytt[mest])} prosentpoeng, {hva}."


def _mal_vekst(f: Figure, serier: Mapping[str, Sequence[float | None]]) -> None:
    kolonner = min(3, len(serier)) or 1
    for nr, (navn, serie) in enumerate(serier.items()):
        ax = f.add_subplot(-(-len(serier) // kolonner), kolonner, nr + 1)
        _en_linje(ax, navn, serie)


def _en_linje(ax: Axes, navn: str, serie: Sequence[float | None]) -> None:
    punkter = [(i, x) for i, x in enumerate(serie) if x is not None]
    rutenett(ax, "y")
    ax.plot([i for i, _ in punkter], [x for _, x in punkter], color=BLA, linewidth=2, marker="o", markersize=5)
    lavt = "" if metrikk(navn).hoyt_er_bra else " (lavt er bra)"
    ax.set_title(f"{stor(navn)}{lavt}: {prosent(punkter[-1][1])}", loc="left", fontsize=13, fontweight="bold")
    ax.set(xlim=(-0.3, len(serie) - 0.7), ylim=(-0.05, 1.08))
    prosentakse(ax.yaxis, "")
    ax.set_yticks([0, 0.5, 1], ["0 %", "50 %", "100 %"])
    ax.set_xticks([0, len(serie) - 1], ["første", "denne"])
    ax.spines["left"].set_color(GRA)

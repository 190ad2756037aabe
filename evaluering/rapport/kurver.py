"""Is the assistant as sure as it should be? The reliability diagram and the trade-off of the threshold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evaluering.kjoring import les_svar
from evaluering.rapport.lesing import Kjoring
from evaluering.rapport.svg import BLA, GRA, ORANSJE, figur, prosentakse, rutenett, tegn
from evaluering.rapport.tallform import desimal, prosent

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Punkter = Sequence[Mapping[str, float]]

_TERSKEL = re.compile(r"^\d\.\d+ mot (\d\.\d+)")


@dataclass(frozen=True)
class Diagram:
    """What a reliability diagram is about, in words."""

    navn: str
    tittel: str
    hadde: str
    sikker: str
    ofte: str
    hode: tuple[str, str, str]


GRUNNLAG = Diagram(
    navn="palitelighet",
    tittel="Hvor sikker assistenten var, mot hvor ofte tekstene hadde svaret",
    hadde="hadde tekstene svaret",
    sikker="Så sikker var assistenten på at tekstene har svaret",
    ofte="Så ofte hadde de det",
    hode=("Assistenten var sikker", "Tekstene hadde svaret", "Antall spørsmål"),
)
DEKNING = Diagram(
    navn="dekning",
    tittel="Hvor godt svaret ble sagt å dekke spørsmålet, mot hvor ofte rett seksjon ble vist",
    hadde="ble rett seksjon vist",
    sikker="Så sikker var assistenten på at kildene dekker spørsmålet",
    ofte="Så ofte viste den rett seksjon",
    hode=("Assistenten var sikker", "Rett seksjon ble vist", "Antall svar"),
)


def palitelighet(kjoring: Kjoring, d: Diagram = GRUNNLAG) -> Mapping[str, Any] | None:
    """Return how sure the assistant was against how often it was right."""
    punkter: Punkter = kjoring.vurdering.get(d.navn) or []
    if not punkter:
        return None
    antall = sum(p["antall"] for p in punkter)
    avvik = sum((p["rett"] - p["sikkerhet"]) * p["antall"] for p in punkter) / antall
    verst = max(punkter, key=lambda p: abs(p["rett"] - p["sikkerhet"]) * p["antall"])
    lesning = (
        f"Punkter på den stiplede linjen er slik de skal være, og under hvert punkt står antallet spørsmål. I snitt {d.hadde} "
        f"{desimal(abs(avvik) * 100)} prosentpoeng {'oftere' if avvik > 0 else 'sjeldnere'} enn assistenten "
        f"trodde. Mest utslag gir punktet der den var {prosent(verst['sikkerhet'], 0)} sikker: der {d.hadde} ved "
        f"{prosent(verst['rett'], 0)} av {desimal(verst['antall'], 0)} spørsmål."
    )
    rader = [[prosent(p["sikkerhet"]), prosent(p["rett"]), desimal(p["antall"], 0)] for p in punkter]
    tegning = tegn(d.navn, 640, 460, d.tittel, lesning, lambda f: _mal_palitelighet(f, punkter, d))
    return figur(tegning, list(d.hode), rader, punkter=punkter)


def _mal_palitelighet(f: Figure, punkter: Punkter, d: Diagram) -> None:
    ax = f.add_subplot()
    rutenett(ax)
    x, y = [p["sikkerhet"] for p in punkter], [p["rett"] for p in punkter]
    ax.plot(x, y, color=BLA, linewidth=2, marker="o", markersize=8, label="slik det var")
    ax.plot([0, 1], [0, 1], color=GRA, linestyle="--", linewidth=1.5, label="slik det skal være")
    f.legend(loc="outside upper left", ncols=2, frameon=False, handlelength=2.6)
    ramme = {"facecolor": "#ffffff", "edgecolor": "none", "pad": 1.0}
    for p in punkter:
        her = (p["sikkerhet"], p["rett"])
        ax.annotate(desimal(p["antall"], 0), her, (0, -21), textcoords="offset points", ha="center", fontsize=12, bbox=ramme)
    ax.set(xlim=(-0.02, 1.02), ylim=(-0.09, 1.04))
    prosentakse(ax.xaxis, d.sikker)
    prosentakse(ax.yaxis, d.ofte)


def terskel(kjoring: Kjoring) -> float | None:
    """Return the threshold that most questions of the run were held against; None when the rows do not tell."""
    grunner = (v["grunn"] for s in les_svar(kjoring.mappe) for v in s.get("vurderinger", ()) if v["kontroll"] == "grunnlag")
    brukt = Counter(treff[1] for g in grunner if (treff := _TERSKEL.match(g)))
    return float(brukt.most_common(1)[0][0]) if brukt else None


def avstaelse(kjoring: Kjoring) -> Mapping[str, Any] | None:
    """Return what each threshold gives: answers let through, and questions without an answer turned down."""
    punkter: Punkter = kjoring.vurdering.get("avstaelse") or []
    if not punkter:
        return None
    tittel, na = "Hva som vinnes og tapes når terskelen flyttes", terskel(kjoring)
    p = min(punkter, key=lambda p: abs(p["terskel"] - (0.5 if na is None else na)))
    lesning = (
        f"Terskelen er {'' if na is not None else 'ikke kjent, men ved '}{prosent(p['terskel'], 0)}: da slipper "
        f"{prosent(p['svart'], 0)} av spørsmålene som har et svar, gjennom, og {prosent(p['avstatt'], 0)} av dem som ikke "
        "har noe svar, blir stanset. En høyere terskel stanser flere av begge slag."
    )
    rader = [[prosent(x["terskel"], 0), prosent(x["svart"]), prosent(x["avstatt"])] for x in punkter]
    tegning = tegn("avstaelse", 640, 420, tittel, lesning, lambda f: _mal_avstaelse(f, punkter, na))
    hode = ["Terskel", "Har svar og slipper gjennom", "Har ikke svar og stanses"]
    return figur(tegning, hode, rader, punkter=punkter, terskel=na)


def _mal_avstaelse(f: Figure, punkter: Punkter, na: float | None) -> None:
    ax = f.add_subplot()
    rutenett(ax)
    x = [p["terskel"] for p in punkter]
    for felt, farge, strek, navn in (
        ("svart", BLA, "-", "har svar, og slipper gjennom"),
        ("avstatt", ORANSJE, (0, (5, 2)), "har ikke svar, og stanses"),
    ):
        ax.plot(x, [p[felt] for p in punkter], color=farge, linewidth=2.5, linestyle=strek, label=navn)
    if na is not None:
        ax.axvline(na, color=GRA, linewidth=1.5, linestyle=":")
        ax.text(na + 0.01, 0.03, f"terskelen nå: {prosent(na, 0)}", fontsize=12)
    ax.set(xlim=(0, 1), ylim=(0, 1.03))
    f.legend(loc="outside upper left", ncols=2, frameon=False, handlelength=2.6)
    prosentakse(ax.xaxis, "Terskel: så sikker må assistenten være for å svare")
    prosentakse(ax.yaxis, "Andel av spørsmålene")

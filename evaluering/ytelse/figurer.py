"""Two drawings: how often each system finds the answer, and what it costs beside ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from evaluering.rapport.svg import BLA, GRA, ORANSJE, Tegning, prosentakse, rutenett, tegn
from evaluering.ytelse.tabell import KORPUS, vist

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Rad = Mapping[str, Any]

KOST = (("median_ms", "Tid per spørsmål"), ("kald_s", "Ny prosess til første svar"), ("minne_mb", "Minne i drift"))
"""Costs that every corpus has, all lower for the better."""

GANGER = {1 / 16: "×1/16", 1 / 8: "×1/8", 1 / 4: "×1/4", 1 / 2: "×1/2", 1: "×1", 2: "×2", 4: "×4", 8: "×8", 16: "×16"}
"""The axis of the costs; what lies outside is drawn at its edge."""


def tegn_alle(r: Rad) -> dict[str, str]:
    """Return the drawings as files that stand alone, by name."""
    return {f"{t.id}.svg": _alene(t) for t in (kvalitet(r), kost(r))}


def _alene(t: Tegning) -> str:
    """A drawing that stands outside a page must say what language it is in."""
    return str(t.svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1) + "\n"


def kvalitet(r: Rad) -> Tegning:
    """Return hit@1 and hit@5 of every system, one panel a corpus."""
    korpora = r["kvalitet"]
    beste = [
        f"{KORPUS[k]}: {vist(r, max((s['alle']['hit@1']['snitt'], n) for n, s in v.items())[1])}" for k, v in korpora.items()
    ]
    rader = max(len(s) for s in korpora.values())
    lesning = f"Fylt prikk er hit@1, åpen ring er hit@5. Først med hit@1: {'; '.join(beste)}."
    tittel = "Så ofte står svaret i det første og de fem første utdragene"
    return tegn("ytelse-kvalitet", 700, 70 + len(korpora) * (44 + 21 * rader), tittel, lesning, lambda f: _mal_kvalitet(f, r))


def _mal_kvalitet(f: Figure, r: Rad) -> None:
    ruter = f.subplots(len(r["kvalitet"]), 1, squeeze=False)
    for ax, (korpus, systemer) in zip(ruter[:, 0], r["kvalitet"].items(), strict=True):
        navn = list(systemer)[::-1]
        for y, n in enumerate(navn):
            farge = BLA if n.startswith("veileder") else GRA if n.endswith("likt") else ORANSJE
            en, fem = (systemer[n]["alle"][m]["snitt"] for m in ("hit@1", "hit@5"))
            ax.plot([en, fem], [y, y], color=farge, linewidth=1.5)
            ax.plot([en], [y], "o", color=farge, markersize=8)
            ax.plot([fem], [y], "o", markerfacecolor="white", markeredgecolor=farge, markersize=8)
        ax.set_yticks(range(len(navn)), [vist(r, n) for n in navn], fontsize=11)
        ax.set(xlim=(0, 1.02), ylim=(-0.6, len(navn) - 0.4))
        ax.set_title(KORPUS[korpus], loc="left", fontsize=13)
        rutenett(ax, "x")
        prosentakse(ax.xaxis, "")


def kost(r: Rad) -> Tegning:
    """Return each cost of the peers as times ours, one panel a cost, one mark a corpus."""
    andre = [s for s in r["systemer"] if s != "veileder"]
    lesning = "Streken ved 1 er Veileder. Til venstre for streken koster det mindre enn Veileder, til høyre mer."
    tittel = "Kostnad: hvor mange ganger Veileders"
    hoyde = 90 + len(KOST) * (50 + 28 * max(1, len(andre)))
    return tegn("ytelse-kost", 700, hoyde, tittel, lesning, lambda f: _mal_kost(f, r, andre))


def _mal_kost(f: Figure, r: Rad, andre: list[str]) -> None:
    ruter = f.subplots(len(KOST), 1, squeeze=False)
    merker = dict(zip(r["kost"], ("o", "s", "^", "D"), strict=False))
    for ax, (felt, navn) in zip(ruter[:, 0], KOST, strict=True):
        for korpus, merke in merker.items():
            tall = r["kost"][korpus]
            x = [min(16, max(1 / 16, tall[s][felt] / tall["veileder"][felt])) for s in andre]
            ax.plot(x, range(len(andre)), merke, color=ORANSJE, markersize=7, label=KORPUS[korpus], alpha=0.85)
        ax.axvline(1, color=BLA, linewidth=2)
        ax.set_xscale("log", base=2)
        ax.set_xlim(min(GANGER), max(GANGER))
        ax.set_xticks(list(GANGER), list(GANGER.values()))
        ax.minorticks_off()
        ax.set_yticks(range(len(andre)), [r["systemer"][s]["vist"] for s in andre], fontsize=11)
        ax.set_ylim(-0.6, max(0.6, len(andre) - 0.4))
        ax.set_title(navn, loc="left", fontsize=13)
        rutenett(ax, "x")
    haandtak, etiketter = ruter[0, 0].get_legend_handles_labels()
    if haandtak:
        f.legend(haandtak, etiketter, loc="outside lower center", ncols=4, frameon=False)

"""What a check found, for a terminal or as JSON lines."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from veileder.redigering.kontroll import Rapport
from veileder.redigering.merknad import Alvor, Merknad

BREDDE = 100
"""Columns at the most: longer lines are hard to read."""

_NAVN = {Alvor.FEIL: ("Feil", "bold red"), Alvor.ADVARSEL: ("Advarsler", "bold yellow"), Alvor.RAD: ("Råd", "bold cyan")}


def som_json(m: Merknad) -> dict[str, str | int | None]:
    """Return a remark in the form that other tools rely on."""
    return {"alvor": m.alvor.value, "fil": m.fil, "linje": m.linje, "regel": m.regel, "funn": m.funn, "rettelse": m.rettelse}


def vis(rapport: Rapport) -> None:
    """Print the remarks, errors, warnings and advice apart, each by file, and a line that sums up."""
    konsoll = Console(width=min(BREDDE, Console().width), highlight=False)
    for alvor, gruppe in groupby(rapport.merknader, key=lambda m: m.alvor):
        navn, stil = _NAVN[alvor]
        konsoll.print(Text(f"{navn} ({rapport.antall(alvor)})", style=stil))
        for fil, merknader in groupby(gruppe, key=lambda m: m.fil):
            konsoll.print(Padding(Text(fil, style="bold"), (0, 0, 0, 2)))
            for m in merknader:
                konsoll.print(Padding(_tekst(m), (0, 0, 0, 4)))
        konsoll.print()
    konsoll.print(oppsummering(rapport))


def _tekst(m: Merknad) -> Text:
    ut = Text(f"linje {m.linje}: " if m.linje else "", style="dim")
    ut.append(m.funn, style="not dim")
    ut.append(f" [{m.regel}]\n", style="dim")
    ut.append(f"  → {m.rettelse}", style="not dim")
    return ut


def oppsummering(rapport: Rapport) -> str:
    """Return one sentence with the numbers."""
    feil, advarsler, rad = (rapport.antall(a) for a in Alvor)
    filer = "1 fil" if rapport.filer == 1 else f"{rapport.filer} filer"
    return f"{filer} kontrollert: {feil} feil, {advarsler} {'advarsel' if advarsler == 1 else 'advarsler'} og {rad} råd."

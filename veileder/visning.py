"""Answers and hits for a terminal, with rich: good to read, and never more than the answer itself."""

from __future__ import annotations

from typing import Any

from rich.console import Console, Group
from rich.markdown import Markdown
from rich.panel import Panel
from rich.text import Text

from veileder.domene import FELLES, Malform
from veileder.standardtekster import UTFALLSNAVN, tekst

BREDDE = 100
"""Columns at the most: longer lines are hard to read."""


def vis(resultat: dict[str, Any], hva: str) -> None:
    """Print what ``veileder finn`` or ``veileder svar`` found."""
    konsoll = Console(width=min(BREDDE, Console().width), highlight=False)
    if hva == "finn":
        _vis_treff(konsoll, resultat)
    else:
        _vis_svar(konsoll, resultat)


def _vis_treff(konsoll: Console, resultat: dict[str, Any]) -> None:
    for nr, t in enumerate(resultat["treff"], 1):
        topp = f"{nr}. {t['tittel']} – {t['seksjon']}  ({t['poeng']:.2f})"
        bunn = Text(f"{t['fil']}  {t['kommune']}")
        konsoll.print(Panel(Markdown(t["tekst"]), title=Text(topp), title_align="left", subtitle=bunn, subtitle_align="right"))
    if not resultat["treff"]:
        konsoll.print("Fant ingenting.")


def _vis_svar(konsoll: Console, resultat: dict[str, Any]) -> None:
    konsoll.print(Panel(Markdown(resultat["tekst"]), title=UTFALLSNAVN[resultat["utfall"]], title_align="left"))
    kilder = [_kilde(k) for k in resultat["kilder"]]
    if kilder:
        dekning = resultat["spor"].get("dekning")
        dekket = tekst(f"dekning_{dekning}", Malform.NB) if dekning else None
        konsoll.print(Panel(Group(*kilder), title="Kilder", title_align="left", subtitle=dekket, subtitle_align="right"))


def _kilde(k: dict[str, Any]) -> Text:
    hvor = "felles for kommunene" if k["kommune"] == FELLES else k["kommune"].title()
    fra = f"gjelder fra {k['gjelder_fra']}" if k["gjelder_fra"] else ""
    alder = f"opplysning: {k['kilde_dato']}" if k["kilde_dato"] else ""
    fakta = [hvor, k["status"], fra, alder]
    ut = Text(f"[{k['nr']}] {k['tittel']} – {k['seksjon']}\n", style="bold")
    ut.append("    " + ", ".join(f for f in fakta if f) + "\n", style="not bold")
    ut.append(f"    {k['fil']}", style="dim")
    return ut

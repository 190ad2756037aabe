"""The commands ``side``, ``last`` and ``bilder`` of ``python -m evaluering``. They need Chromium or python-socketio's client."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from evaluering.kjoring import DATA

Kommando = Callable[[str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]
"""Adds a command: its name, its help, and what it does."""


def legg_til(kommando: Kommando) -> None:
    """Add the commands to the parser."""
    p = kommando("side", "Mål hva sidene veier, og hvor lenge det går før de kan brukes.", _side)
    p.add_argument("--adresse", default="", help="en tjener som går; uten: en egen startes")
    p = kommando("last", "La mange samtaler spørre samtidig, og finn hvor fort det kan gå.", _last)
    p.add_argument("--sesjoner", type=int, default=100, help="åpne samtaler (standard: 100)")
    p.add_argument(
        "--hvert", type=float, default=20, metavar="S", help="sekunder mellom to meldinger i en samtale (standard: 20)"
    )
    p.add_argument("--minutter", type=float, default=10, help="hvor lenge (standard: 10)")
    p.add_argument("--opp", action="store_true", help="øk deretter farten til de første ordene kommer for sent")
    p.add_argument("--til", type=Path, default=DATA / "last.json", help="fil for tallene")
    p = kommando("bilder", "Ta skjermbildene i docs/skjermbilder/ på nytt.", _bilder)
    p.add_argument("--til", type=Path, help="mappe for bildene (standard: docs/skjermbilder)")


def _side(a: argparse.Namespace) -> int:
    from evaluering.front.side import HODE, mal
    from evaluering.front.tjener import tjener

    print(HODE)
    if a.adresse:
        print("\n".join(m.som_rad() for m in mal(a.adresse.rstrip("/"))))
        return 0
    with tjener(a.korpus) as t:
        print("\n".join(m.som_rad() for m in mal(t.adresse)))
    return 0


def _last(a: argparse.Namespace) -> int:
    from evaluering.front.last import MILJO, mal, opp_til
    from evaluering.front.tjener import tjener

    with tjener(a.korpus, **MILJO) as t:
        malinger = [mal(t, sesjoner=a.sesjoner, hvert=a.hvert, varighet=a.minutter * 60)]
        print(malinger[0].som_tekst(), flush=True)
        if a.opp:
            malinger += opp_til(t, sesjoner=a.sesjoner)
    a.til.parent.mkdir(parents=True, exist_ok=True)
    a.til.write_text(json.dumps([m.som_dict() for m in malinger], indent=1) + "\n", encoding="utf-8")
    print(a.til, file=sys.stderr)
    return 0 if malinger[0].holder else 1


def _bilder(a: argparse.Namespace) -> int:
    from evaluering.front.bilder import MAPPE, lag
    from evaluering.front.tilstander import MILJO
    from evaluering.front.tjener import tjener

    with tjener(a.korpus, **MILJO) as t:
        filer = lag(t, a.til or MAPPE)
    print(f"{len(filer)} bilder, {sum(f.stat().st_size for f in filer) / 1e6:.1f} MB", file=sys.stderr)
    return 0

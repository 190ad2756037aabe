"""What an import tells the one who runs it: a bar when it takes time, the reasons, a table, or lines of JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from threading import Timer
from typing import Any

from rich.box import SIMPLE
from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from veileder.domene import FELLES
from veileder.redigering.importer import Importert

VENT = 2.0
"""Seconds before a progress bar is drawn."""


def med_framdrift(filer: Sequence[Path]) -> Iterator[Path]:
    """Yield the files, with a progress bar on standard error for people who have waited ``VENT`` seconds."""
    konsoll = Console(stderr=True)
    if not konsoll.is_terminal:
        yield from filer
        return
    from rich.progress import BarColumn, Progress, TextColumn

    hvor = TextColumn("{task.completed} av {task.total}  {task.description}")
    # rich would else send what goes to a file on standard output through the bar's console, which is standard error.
    skjerm = sys.stdout.isatty()
    linje = Progress(TextColumn("Importerer"), BarColumn(), hvor, console=konsoll, transient=True, redirect_stdout=skjerm)
    oppgave = linje.add_task("", total=len(filer))
    klokke = Timer(VENT, linje.start)
    klokke.start()
    try:
        for sti in filer:
            linje.update(oppgave, description=escape(sti.name))
            yield sti
            linje.advance(oppgave)
    finally:
        klokke.cancel()
        klokke.join()
        linje.stop()


def som_json(i: Importert) -> dict[str, Any]:
    """Return one file's outcome for ``--json``."""
    f = i.forslag
    return {
        "fil": i.fil,
        "status": i.status,
        "utkast": i.utkast or None,
        "malform": i.malform,
        **{n: getattr(f, n) if f else "" for n in ("tittel", "type", "tjeneste", "kommune", "kilde_dato", "lenke")},
        "grunner": [asdict(g) for g in f.grunner] if f else [],
        "seksjoner": [asdict(s) for s in f.seksjoner] if f else [],
        "grunn": i.grunn,
    }


def vis_en(i: Importert, ut: Console | None, feil: Console) -> None:
    """Print what was proposed for a file and why, or on standard error why it was left out."""
    if i.forslag is None:
        feil.print(f"Hoppet over {i.fil}: {i.grunn}", markup=False, highlight=False, soft_wrap=True)
    if i.forslag is None or ut is None:
        return
    linjer = [f"{g.felt}: {g.verdi}, fordi {g.grunn}" for g in i.forslag.grunner]
    linjer += [str(s) for s in i.forslag.seksjoner if not s.aspekt]
    ut.print(f"{i.fil} → {i.utkast}", style="bold", markup=False, highlight=False, soft_wrap=True)
    for linje in linjer:
        ut.print(f"  {linje}", markup=False, highlight=False, soft_wrap=True)


def vis_tabell(importerte: Iterable[Importert], ut: Console) -> None:
    """Print what became of every file, one row each, and what to do next."""
    alle = list(importerte)
    status = {"finnes": "importert før", "feil": "hoppet over"}
    tabell = Table(*(Column(navn, overflow="fold") for navn in ("Fil", "Utkast", "Type", "Overskrifter forstått")), box=SIMPLE)
    for i in alle:
        f = i.forslag
        forstatt = f"{sum(bool(s.aspekt) for s in f.seksjoner)} av {len(f.seksjoner)}" if f and f.seksjoner else ""
        tabell.add_row(*map(escape, (i.fil, i.utkast or "–", f.type if f else status[i.status], forstatt)))
    ut.print(tabell)
    nye = [i.forslag for i in alle if i.forslag]
    ut.print(f"{len(nye)} av {len(alle)} filer ble til utkast.")
    if nye:
        ut.print("Les dem, rett feltene øverst, og sjekk dem med: veileder kontroller")
    kommuner = {f.kommune for f in nye} - {FELLES}
    uten = sum(f.kommune == FELLES for f in nye)
    if uten and len(kommuner) == 1:
        ut.print(f"{uten} utkast er uten kommune. Gjelder de {kommuner.pop()}, så slett dem og importer igjen med --kommune.")

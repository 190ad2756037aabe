"""A progress bar on standard error for what takes more than two seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def framdriftslinje(hva: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that is told how many of how many are done."""
    kolonner = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*kolonner, console=Console(stderr=True), transient=True) as linje:
        oppgave = linje.add_task(hva, total=None)
        yield lambda gjort, av: linje.update(oppgave, completed=gjort, total=av)

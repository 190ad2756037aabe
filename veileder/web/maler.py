"""How our HTML templates are read: everything escaped, and a name that is missing is a fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def lag_miljo(mappe: Path, filtre: dict[str, Callable[..., object]], felles: dict[str, object]) -> Environment:
    """Return what fills in the templates in ``mappe``, with its filters and the names that all of them know."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    miljo = Environment(
        loader=FileSystemLoader(mappe), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    miljo.filters.update(filtre)
    miljo.globals.update(felles)
    return miljo

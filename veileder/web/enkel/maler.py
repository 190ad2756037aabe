"""The templates of /enkel, filled in with everything escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from veileder.web.enkel.tekster import SPRAK, SPRAKNAVN, dato, grunn
from veileder.web.sider.kildealder import vert

if TYPE_CHECKING:
    from jinja2 import Environment

MAPPE = Path(__file__).parent / "maler"


@cache
def _miljo() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    miljo = Environment(
        loader=FileSystemLoader(MAPPE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    miljo.filters.update(vert=vert)
    miljo.globals.update(alle_sprak=SPRAK, spraknavn=SPRAKNAVN, dato=dato, grunntekst=grunn)
    return miljo


def fyll(mal: str, **felt: object) -> str:
    """Return a page made of a template."""
    return _miljo().get_template(mal).render(**felt)

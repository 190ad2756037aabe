"""The templates, filled in with everything escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from veileder.web.maler import lag_miljo
from veileder.web.sider.kildealder import vert
from veileder.web.sider.ramme import Ramme
from veileder.web.sider.tekster import aspektnavn, dato

if TYPE_CHECKING:
    from jinja2 import Environment

MAPPE = Path(__file__).parent / "maler"


@cache
def _miljo() -> Environment:
    return lag_miljo(MAPPE, {"dato": dato, "vert": vert}, {"aspektnavn": aspektnavn})


def fyll(mal: str, ramme: Ramme, **felt: object) -> str:
    """Return a page made of a template."""
    return _miljo().get_template(mal).render(ramme=ramme, t=ramme.t, malform=ramme.malform, **felt)


def fyll_nodside(**felt: str) -> str:
    """Return the page that needs no index: what is wrong, and where to go."""
    return _miljo().get_template("nodside.html").render(**felt)


def fyll_stengt(**felt: object) -> str:
    """Return the page that stands in the chat's place while it is closed; it needs no index either."""
    return _miljo().get_template("stengt.html").render(**felt)

"""The templates of /enkel, filled in with everything escaped."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from veileder.domene import Kontakt, Malform
from veileder.gjennomgang.nummer import vis_samtale
from veileder.web.enkel.tekster import SPRAK, SPRAKNAVN, dato, grunn
from veileder.web.kontaktkort import apent_na
from veileder.web.maler import lag_miljo
from veileder.web.sider.gjengivelse import trygg_html
from veileder.web.sider.kildealder import vert

if TYPE_CHECKING:
    from jinja2 import Environment

MAPPE = Path(__file__).parent / "maler"


@cache
def _miljo() -> Environment:
    felles = {"alle_sprak": SPRAK, "spraknavn": SPRAKNAVN, "dato": dato, "grunntekst": grunn, "apent": _apent}
    return lag_miljo(MAPPE, {"vert": vert, "markdown": trygg_html, "lesbart": vis_samtale}, felles)


def _apent(kontakt: Kontakt, sprak: Malform) -> str:
    """Return the sentence that says whether an office is open now, as Markdown."""
    return apent_na(kontakt, sprak, dt.datetime.now(dt.UTC))


def fyll(mal: str, **felt: object) -> str:
    """Return a page made of a template."""
    return _miljo().get_template(mal).render(**felt)

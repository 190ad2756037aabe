"""The templates of review, filled in with everything escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from veileder.domene import Malform
from veileder.gjennomgang.flaggtekster import begrunnelse, flaggnavn, forklar_prioritet, rapportgrunn
from veileder.gjennomgang.innsikttekster import TIDER, kort_uke, overskrift, tall, ukenavn
from veileder.web.gjennomgang.tekster import klokke, tekst
from veileder.web.maler import lag_miljo
from veileder.web.sider.gjengivelse import trygg_html
from veileder.web.sider.tekster import aspektnavn

if TYPE_CHECKING:
    from jinja2 import Environment

MAPPE = Path(__file__).parent / "maler"


@cache
def _miljo() -> Environment:
    flagg = {"begrunnelse": begrunnelse, "flaggnavn": flaggnavn, "forklar_prioritet": forklar_prioritet}
    innsikt = {"tall": tall, "overskrift": overskrift, "kort_uke": kort_uke, "ukenavn": ukenavn, "tider": TIDER}
    return lag_miljo(
        MAPPE,
        {"klokke": klokke, "markdown": trygg_html, "aspekt": _aspekt},
        {"t": tekst, "rapportgrunn": rapportgrunn, **flagg, **innsikt},
    )


def _aspekt(aspekt: str) -> str:
    return aspektnavn(aspekt, Malform.NB)


def fyll(mal: str, **felt: object) -> str:
    """Return a page made of a template."""
    return _miljo().get_template(mal).render(**felt)

"""The page, the Markdown and the data file, made from the same contents."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from evaluering.rapport.hovedtall import metrikk
from evaluering.rapport.navn import ROLLER, SETT, SPRAK, Navn, feil, malnavn, stor, tidspunkt, utfall
from evaluering.rapport.tallform import desimal, endring, endringsspenn, poeng, prosent, ramse, spenn, verdi
from evaluering.statistikk import TREKNINGER

MALER = Path(__file__).parent / "maler"

STATUS = {
    ("under", True): ("✗", "under gulvet"),
    ("under", False): ("✗", "over taket"),
    ("holder", True): ("✓", "holder"),
    ("holder", False): ("✓", "holder"),
    ("over", True): ("★", "når målet"),
    ("over", False): ("★", "når målet"),
}
"""Sign and words by status and whether high is good. For what should be low the floor is a ceiling."""

DOM = {
    "bedre": ("▲", "sikkert bedre"),
    "verre": ("▼", "sikkert verre"),
    "usikker": ("≈", "kan være tilfeldig"),
    "uendret": ("=", "uendret"),
    "endret": ("•", "endret"),
    "ukjent": ("?", "kan ikke avgjøres"),
}

_TEGN = re.compile(r"([\\`*_\[\]<>|#&~])")


def lag_side(innhold: Mapping[str, Any], navn: Navn) -> str:
    """Return the report as one page that asks for nothing else."""
    css = (MALER / "rapport.css").read_text(encoding="utf-8")
    return _miljo(navn).get_template("rapport.html.j2").render(**innhold, css=Markup(css))  # noqa: S704 - our own file


def lag_markdown(innhold: Mapping[str, Any], navn: Navn) -> str:
    """Return the report as Markdown, without the drawings."""
    tekst = _miljo(navn).get_template("rapport.md.j2").render(**innhold)
    return re.sub(r"\n{3,}", "\n\n", tekst).strip() + "\n"


def lag_data(innhold: Mapping[str, Any]) -> str:
    """Return the contents as JSON; of a drawing its figures."""
    figurer = [{k: f[k] for k in ("id", "tittel", "lesning", "data")} for f in innhold["figurer"]]
    return json.dumps({**innhold, "figurer": figurer}, ensure_ascii=False, indent=1) + "\n"


def md(verdi: object) -> str:
    """Return a text on one line in which Markdown and HTML see nothing but letters."""
    en_linje = re.sub(r"[ \t\r\n]+", " ", str(verdi)).strip()
    return _TEGN.sub(r"\\\1", en_linje).replace("\\<", "&lt;").replace("\\>", "&gt;")


_FILTRE = {
    **{f.__name__: f for f in (prosent, poeng, verdi, spenn, endring, endringsspenn, desimal, ramse)},
    **{f.__name__: f for f in (utfall, feil, stor, malnavn, md, tidspunkt)},
}
_ORD = {
    "STATUS": STATUS,
    "DOM": DOM,
    "SETT": SETT,
    "SPRAK": SPRAK,
    "ROLLER": ROLLER,
    "TREKNINGER": TREKNINGER,
    "metrikk": metrikk,
}


def _miljo(navn: Navn) -> Environment:
    # Escaped in the page; the Markdown has a filter of its own.
    miljo = Environment(
        loader=FileSystemLoader(MALER),
        autoescape=lambda mal: bool(mal and mal.endswith(".html.j2")),  # noqa: S701 - on wherever HTML is made
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    miljo.filters |= {**_FILTRE, "seksjon": navn.seksjon}
    miljo.globals |= _ORD
    return miljo

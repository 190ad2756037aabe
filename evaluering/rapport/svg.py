"""Drawings as inline SVG: text stays text, ids are the figure's own, and the same figures give the same bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BLA, ORANSJE, GRA, TEKST = "#0f5265", "#b45309", "#6b7a80", "#1b2428"
"""Blue and orange are told apart by all kinds of colour sight, and differ in lightness when printed in grey."""

_STIL: Any = {
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "font.size": 13.0,
    "text.parse_math": False,
    "text.color": TEKST,
    "axes.edgecolor": GRA,
    "axes.labelcolor": TEKST,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": TEKST,
    "ytick.color": TEKST,
    "grid.color": "#d8dee0",
}
_SKRIFT = re.compile(r"(?<=font: )([^;\"]*?)('DejaVu Sans'[^;\"]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tegning:
    """A drawing with what it is called and a sentence that says what is seen in it."""

    id: str
    tittel: str
    lesning: str
    svg: Markup


def tegn(id_: str, bredde: float, hoyde: float, tittel: str, lesning: str, mal: Callable[[Figure], None]) -> Tegning:
    """Return a drawing of ``bredde`` by ``hoyde`` points, made by ``mal`` on an empty figure."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with rc_context({**_STIL, "svg.hashsalt": id_}):
        figur = Figure(figsize=(bredde / 72, hoyde / 72), layout="constrained")
        FigureCanvasSVG(figur)
        mal(figur)
        ut = io.StringIO()
        figur.savefig(ut, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    return Tegning(id=id_, tittel=tittel, lesning=lesning, svg=_inline(ut.getvalue(), id_, tittel, lesning))


def _inline(svg: str, id_: str, tittel: str, beskrivelse: str) -> Markup:
    """Return what stands inside a page: no prolog or metadata, named and described, every id with the figure's own prefix."""
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg[svg.index("<svg") :], flags=re.DOTALL)
    svg = re.sub(r'\bid="([^"]+)"', rf'id="{id_}-\1"', svg)
    svg = svg.replace("url(#", f"url(#{id_}-").replace('xlink:href="#', f'href="#{id_}-')
    svg = _SKRIFT.sub(r"\1sans-serif", svg)
    ramme = re.search(r'viewBox="([^"]+)"', svg)
    assert ramme
    hode = (
        f'<svg class="figur" id="{id_}-svg" viewBox="{ramme[1]}" role="img" aria-labelledby="{id_}-tittel {id_}-beskrivelse">'
        f'<title id="{id_}-tittel">{escape(tittel)}</title><desc id="{id_}-beskrivelse">{escape(beskrivelse)}</desc>'
    )
    return Markup(hode + svg[svg.index(">") + 1 :])  # noqa: S704 - matplotlib escapes what it writes, and the rest is escaped above


def prosentakse(akse: Any, etikett: str, lavest: int = 0) -> None:
    """Make an axis of shares, from ``lavest`` to 100 per cent, its labels with Norwegian percent signs."""
    steg = range(lavest, 101, 20 if lavest < 50 else 10)
    akse.set_ticks([p / 100 for p in steg], [f"{p} %" for p in steg])
    akse.set_label_text(etikett)


def rutenett(ax: Axes, akse: str = "both") -> None:
    """Put a faint grid behind what is drawn."""
    ax.grid(visible=True, axis=akse, linewidth=0.8)  # type: ignore[arg-type]
    ax.set_axisbelow(True)


def figur(tegning: Tegning, hode: Sequence[str], rader: Sequence[Sequence[str]], **data: Any) -> Mapping[str, Any]:
    """Return a drawing with its reading, its table as strings, and its figures for those who compute on."""
    return {
        "id": tegning.id,
        "tittel": tegning.tittel,
        "lesning": tegning.lesning,
        "svg": tegning.svg,
        "tabell": {"hode": hode, "rader": rader},
        "data": data,
    }

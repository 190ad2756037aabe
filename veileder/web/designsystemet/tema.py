"""The style sheet of our pages: Designsystemet's, our theme of it with the municipality's colour, and what is our own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from veileder.web.farge import skala

MAPPE = Path(__file__).parent
SIDER = MAPPE.parent / "sider" / "stil" / "sider.css"


@cache
def stilark(farge: str) -> str:
    """Return it all as one sheet. ``farge`` is #rrggbb."""
    deler = (_les("designsystemet.css"), _les("tema.css"), _farger(farge), SIDER.read_text(encoding="utf-8"))
    return "\n".join(deler)


def _les(navn: str) -> str:
    return (MAPPE / navn).read_text(encoding="utf-8")


def _farger(farge: str) -> str:
    """Return the accent colour's scale, light and dark by the reader's own choice."""
    lys, mork = (_regel(skala(farge, mork=m)) for m in (False, True))
    return f"{lys}\n@media (prefers-color-scheme: dark) {{ {mork} }}"


def _regel(trinn: dict[str, str]) -> str:
    return ":root { " + " ".join(f"--ds-color-accent-{navn}: {verdi};" for navn, verdi in trinn.items()) + " }"

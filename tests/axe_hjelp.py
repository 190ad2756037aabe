"""axe-core over a page that is open, and what else a check by eye would find at once: things beside or below the screen."""

from __future__ import annotations

import importlib.resources
from dataclasses import replace
from typing import Any

from evaluering.front.nettleser import Side, Skjerm

REGLER = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {
        r: {"enabled": True} for r in ("landmark-one-main", "page-has-heading-one", "heading-order", "region", "skip-link")
    },
}
"""All of A and AA, and those of good practice that make a page easy to find one's way in."""

KJENT: frozenset[tuple[str, str]] = frozenset()
"""(rule, part of the selector) of faults in the library's own elements that we cannot mend; docs/tilgjengelighet.md lists them."""

FOR_BREDT = """return [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('table, pre')
    && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120)).slice(0, 3)"""
"""Elements that stick out to the right; a table may scroll in its frame."""


STILLE = """const ferdig = arguments[0]; let igjen = 5, bilder = 0;
    function se() {
        if (document.getAnimations().some(a => a.effect.getComputedTiming().endTime !== Infinity)) igjen = 5; else igjen--;
        if (igjen > 0 && bilder++ < 300) requestAnimationFrame(se); else ferdig();
    }
    requestAnimationFrame(se);"""
"""Comes back when nothing has faded for five frames; what an element inherits fades after what its parent does."""


def axe(side: Side) -> list[str]:
    """Return the faults of the page that is open, one line each: rule, selector, and the beginning of the element."""
    if not side.js("return !!window.axe"):
        side.js((importlib.resources.files("selenium_axe_python") / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    funn: dict[str, Any] = side.driver.execute_async_script("axe.run(arguments[0]).then(arguments[1])", REGLER)
    assert len(funn["passes"]) > 10 and any(p["id"] == "color-contrast" for p in funn["passes"])
    steder = [(f["id"], str(n["target"][-1]), n["html"]) for f in funn["violations"] for n in f["nodes"]]
    return [f"{r} {velger} {html[:140]}" for r, velger, html in steder if not any(r == k and v in velger for k, v in KJENT)]


def feil(side: Side, *skjermer: Skjerm) -> list[str]:
    """Return what is wrong with the page on each screen; the last one stays. Colours that fade over would be judged half-way."""
    ut = []
    for s in skjermer:
        side.skjerm(replace(s, rolig=True))
        side.driver.execute_async_script(STILLE)
        ut += [f"{s.navn}: {linje}" for linje in axe(side)]
        ut += [f"{s.navn}: for bredt {linje}" for linje in side.js(FOR_BREDT)]
    return ut

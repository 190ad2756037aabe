"""Take what is used from Designsystemet's packages: ``python -m veileder.web.designsystemet.hent CSS-PAKKE TEMA-PAKKE``.

The arguments are the folders that ``npm pack`` and ``tar`` leave. See KILDE.md.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

KOMPONENTER = ("button", "input", "fieldset", "label", "error-summary", "skip-link")
"""Those that the pages use. The ones with pictures are left out: our content policy allows none but files of ours."""

LAG = ("size-mode", "type-scale", "size", "semantic", "typography.primary")
"""Layers of tokens that are taken whole."""

FARGER = re.compile(r"^\s*--ds-color-(?:neutral|danger|focus)-", re.MULTILINE)
"""Colours that are taken. The accent is the municipality's own, and is made in ``tema``."""

MAL = Path(__file__).with_name("designsystemet.css")


def blokker(css: str) -> Iterator[tuple[str, str]]:
    """Yield (prelude, body) of each block at the outermost level."""
    dybde, start, hode = 0, 0, ""
    for i, tegn in enumerate(css):
        if tegn == "{":
            dybde += 1
            if dybde == 1:
                hode, start = css[start:i].strip(), i + 1
        elif tegn == "}":
            dybde -= 1
            if dybde == 0:
                yield hode, css[start:i]
                start = i + 1


def tokens(tema: str) -> str:
    """Return the tokens that are used, light and dark by the reader's own choice."""
    ut = []
    for hode, kropp in blokker(re.sub(r"/\*.*?\*/|@charset[^;]*;", "", tema, flags=re.DOTALL)):
        navn = hode.removeprefix("@layer ds.theme.")
        if navn in LAG or (navn == "color" and (":root" in kropp or '"danger"' in kropp)):
            ut.append(f"{hode} {{{kropp}}}")
        elif navn.startswith("color-scheme"):
            ut.append(_farger(hode, navn.removeprefix("color-scheme."), kropp))
    return "\n".join(ut)


def _farger(hode: str, skjema: str, kropp: str) -> str:
    """Return the colours of one scheme; they come twice, and once is enough."""
    alle = dict.fromkeys(linje.strip() for linje in kropp.splitlines() if FARGER.match(linje))
    regel = ":root {\n  " + "\n  ".join(alle) + "\n}"
    return f"{hode} {{\n{regel if skjema == 'light' else f'@media (prefers-color-scheme: dark) {{ {regel} }}'}\n}}"


def komponent(css: str) -> str:
    """Return the style of a component, without the pictures that it may name."""
    return re.sub(r"--ds[c\w-]*-url:url\([^)]*\);?", "", css).strip()


def main() -> None:
    """Write designsystemet.css from the two folders."""
    css, tema = (Path(mappe) for mappe in sys.argv[1:3])
    utgaver = [json.loads((p / "package.json").read_text(encoding="utf-8")) for p in (css, tema)]
    navn = ", ".join(f"{u['name']} {u['version']}" for u in utgaver)
    farger = tokens((tema / "src" / "themes" / "designsystemet.css").read_text(encoding="utf-8"))
    deler = [komponent((css / "dist" / "src" / f"{k}.css").read_text(encoding="utf-8")) for k in KOMPONENTER]
    stil = "\n".join(f"/* {k} */\n{del_}" for k, del_ in zip(KOMPONENTER, deler, strict=True))
    hode = f"/* Parts of {navn}. MIT, see LICENSE. Taken out by hent.py; see KILDE.md. */"
    lag = f"@layer ds.theme, ds.base, ds.components;\n{hode}\n{farger}\n@layer ds.components {{\n{stil}\n}}\n"
    MAL.write_text(lag, encoding="utf-8")


if __name__ == "__main__":
    main()

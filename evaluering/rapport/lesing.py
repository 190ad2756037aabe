"""Runs as they lie on disk: the one to report and the earlier ones beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Kjoring:
    """A run folder with what ``vurdering.json`` says."""

    mappe: Path
    vurdering: dict[str, Any]

    @property
    def navn(self) -> str:
        """The name of the folder, which is when it was run."""
        return self.mappe.name

    def tall(self, sett: str) -> dict[str, dict[str, Any]]:
        """Return the metrics of a split that any question counted in."""
        metrikker = self.vurdering.get("metrikker", {}).get(sett, {})
        return {navn: t for navn, t in metrikker.items() if t.get("antall")}

    def antall(self, sett: str) -> int:
        """Return how many questions of a split were judged: what the measure that most apply to is over."""
        return max((int(t["antall"]) for t in self.tall(sett).values()), default=0)

    @property
    def hovedsett(self) -> str:
        """The split that is told first: the test questions when there are any."""
        return "test" if self.tall("test") else "dev"

    @property
    def oppsett(self) -> dict[str, Any]:
        """What was run."""
        oppsett: dict[str, Any] = self.vurdering.get("oppsett", {})
        return oppsett


def les_kjoring(mappe: Path) -> Kjoring:
    """Return a run.

    Raises:
        ValueError: the folder has no ``vurdering.json``, or it cannot be read.
    """
    fil = mappe / "vurdering.json"
    if not fil.is_file():
        raise ValueError(f"{mappe} er ikke vurdert. Kjør først: python -m evaluering vurder {mappe}")
    try:
        return Kjoring(mappe=mappe.resolve(), vurdering=json.loads(fil.read_text(encoding="utf-8")))
    except ValueError as feil:
        raise ValueError(f"{fil} kan ikke leses: {feil}") from feil


def les_tidligere(kjoring: Kjoring) -> tuple[list[Kjoring], list[str]]:
    """Return the earlier runs in the sibling folders, oldest first, and the names of those that cannot be read."""
    lest, hoppet = [], []
    for fil in sorted(kjoring.mappe.parent.glob("*/vurdering.json")):
        if fil.parent.name < kjoring.navn:
            try:
                lest.append(les_kjoring(fil.parent))
            except ValueError:
                hoppet.append(fil.parent.name)
    return lest, hoppet

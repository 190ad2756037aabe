"""The golden questions: rows as they lie in ``datasett/gull.*.jsonl``, read and checked.

A row's ``seksjoner`` are the sections that a fair reader would answer from, as ``dokument#aspekt``: keys
that survive edits of the text. ``fakta`` are groups of forms, of which one must be shown; ``forbudt`` must
never be shown. The questions were written from slugs and personas alone; sections, facts and the reference
answer were filled in by other readers with the corpus in hand, before the first run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from veileder.domene import Utfall
from veileder.innstillinger import ROT

DATASETT = ROT / "evaluering" / "datasett"

Malform = Literal["nb", "nn", "dialekt", "feilstavet", "en"]
Sett = Literal["dev", "test"]


class Gullrad(BaseModel):
    """One golden question with what a right answer is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    sporsmal: str = Field(min_length=2)
    turer: tuple[str, ...] = ()
    """Earlier messages of the conversation, when the question is a follow-up."""
    vil_vite: str = ""
    rolle: Literal["innbygger", "parorende", "saksbehandler"] = "innbygger"
    kommune: str = ""
    malform: Malform = "nb"
    hverdagsord: bool = False
    seksjoner: tuple[str, ...] = ()
    utfall: tuple[Utfall, ...]
    fakta: tuple[tuple[str, ...], ...] = ()
    forbudt: tuple[str, ...] = ()
    referanse: str = ""
    """A right answer in one to three sentences of the annotator's own, in the språk of the answer."""
    opphav: Literal["skrevet", "gjennomgang"] = "skrevet"
    sett: Sett = "dev"

    @property
    def svarbar(self) -> bool:
        """Whether the corpus holds an answer."""
        return bool(self.seksjoner)

    @property
    def sprak(self) -> str:
        """The language that the answer should be in: nb, nn or en. Dialect is answered in bokmål."""
        return self.malform if self.malform in ("nn", "en") else "nb"

    @property
    def tjeneste(self) -> str:
        """The subject of the first accepted section, or an empty string."""
        return self.seksjoner[0].split("#")[0].rsplit("/", 1)[-1] if self.seksjoner else ""

    @property
    def aspekt(self) -> str:
        """The aspect of the first accepted section of a service; empty for guide chapters and none."""
        if not self.seksjoner or not self.seksjoner[0].startswith(("tjenester/", "lokalt/")):
            return ""
        return self.seksjoner[0].partition("#")[2]


class Gullfeil(ValueError):
    """A row that does not hold; the message names file and line."""


def les_rader(sti: Path, sett: Sett = "dev") -> list[Gullrad]:
    """Return the rows of one file.

    Raises:
        Gullfeil: a row is malformed; the message has file, line and field.
    """
    ut = []
    for nr, linje in enumerate(sti.read_text(encoding="utf-8").splitlines(), 1):
        if not linje.strip():
            continue
        try:
            ut.append(Gullrad.model_validate({**json.loads(linje), "sett": sett}))
        except ValidationError as feil:
            forst = feil.errors()[0]
            raise Gullfeil(f"{sti.name}, linje {nr}, {'.'.join(map(str, forst['loc']))}: {forst['msg']}") from feil
        except ValueError as feil:
            raise Gullfeil(f"{sti.name}, linje {nr}: ikke gyldig JSON ({feil})") from feil
    return ut


def les_gull(sett: Iterable[Sett] = ("dev", "test"), mappe: Path = DATASETT) -> list[Gullrad]:
    """Return the golden questions of one or both splits, in the order of the files."""
    return [rad for s in sett for sti in sorted(mappe.glob(f"gull*.{s}.jsonl")) for rad in les_rader(sti, s)]


def skriv_rader(sti: Path, rader: Sequence[Gullrad]) -> None:
    """Write rows as JSON lines, fields that say nothing left out, by way of a file beside it."""
    linjer = [json.dumps(r.model_dump(mode="json", exclude_defaults=True, exclude={"sett"}), ensure_ascii=False) for r in rader]
    midlertidig = sti.with_suffix(".ny")
    midlertidig.write_text("".join(f"{linje}\n" for linje in linjer), encoding="utf-8")
    midlertidig.replace(sti)

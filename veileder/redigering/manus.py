"""A file as its editor wrote it: fields with their lines, headings (empty ones too), and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import PurePosixPath

from veileder.domene import Dokument, Malform, Seksjon, Setning, Utdrag
from veileder.forstaelse.aspekt import aspekt_av
from veileder.indeksering.enheter import ren
from veileder.indeksering.korpus import SKRIVEHINT
from veileder.indeksering.oppdeling import del_opp
from veileder.redigering.felt import Felt, les_felt
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.overskrifter import Overskrift, finn_overskrifter

MAPPER = {"tjenester": "tjeneste", "veileder": "veileder", "prosjekt": "prosjekt", "lokalt": "lokalt"}
"""The kind of text that each folder holds."""

TYPER = tuple(MAPPER.values())
"""Kinds of text that follow the rules of korpus/README.md; anything else is a page from elsewhere."""

_VARE = {"malform", "malgruppe", "gjelder_fra", "revideres", "kilde_dato"}
"""Fields that no other system's pages have, so that a file with one of them is meant for us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sats:
    """A sentence, list item or table row with its place; ``ren`` is without links' addresses and Markdown's signs."""

    seksjon: Seksjon
    setning: Setning
    tekst: str
    ren: str

    @property
    def start(self) -> int:
        """Character offset in the document."""
        return self.setning.start


@dataclass(frozen=True, kw_only=True)
class Manus:
    """A document as it is checked. ``kropp`` is the offset of the text after the front matter."""

    dokument: Dokument
    felt: Mapping[str, Felt]
    kropp: int

    @property
    def fil(self) -> str:
        """Path below the folder that is checked."""
        return self.dokument.fil

    @property
    def slug(self) -> str:
        """The file's short name, without ending and målform."""
        return PurePosixPath(self.dokument.id).name

    @cached_property
    def type(self) -> str:
        """The document's kind; where the field says something unknown, the folder decides."""
        if self.dokument.type in TYPER:
            return self.dokument.type
        return MAPPER.get(PurePosixPath(self.fil).parts[0], "importert")

    @property
    def eget(self) -> bool:
        """Whether the file is one of our own kinds, so that korpus/README.md applies."""
        return self.type in TYPER or bool(_VARE & set(self.felt))

    @cached_property
    def markdown(self) -> bool:
        """Whether the file itself is Markdown, so that its signs can be checked."""
        return self.fil.lower().endswith(".md")

    @cached_property
    def _linjestart(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.dokument.tekst))]

    def linje(self, posisjon: int) -> int | None:
        """Return the 1-based line of an offset, or None where the file has no lines of its own."""
        return bisect_right(self._linjestart, posisjon) if self.fil.lower().endswith((".md", ".txt")) else None

    def merk(self, alvor: Alvor, regel: str, posisjon: int, funn: str, rettelse: str) -> Merknad:
        """Return a remark at an offset of the text; where there are no lines, the heading tells the place."""
        linje = self.linje(posisjon)
        if linje is None:
            over = next((x.overskrifter for x in self.dokument.seksjoner if x.start <= posisjon < x.slutt), ())
            funn = f"Under «{' > '.join(over)}»: {funn}" if over else funn
        return Merknad(alvor=alvor, fil=self.fil, linje=linje, regel=regel, funn=funn, rettelse=rettelse)

    def feltstart(self, navn: str) -> int:
        """Return the offset of the line of a field, or of the file's beginning."""
        return self._linjestart[self.felt[navn].linje - 1] if navn in self.felt else 0

    @cached_property
    def tekst(self) -> str:
        """The file's text with spaces for hints that are still there, so that offsets hold."""
        return SKRIVEHINT.sub(lambda t: re.sub(r"[^\n]", " ", t[0]), self.dokument.tekst)

    @cached_property
    def utdrag(self) -> tuple[Utdrag, ...]:
        """The passages that the index would hold."""
        return del_opp(self.dokument)

    @cached_property
    def satser(self) -> tuple[Sats, ...]:
        """Every quotable unit in reading order."""
        d = self.dokument
        starter = [x.start for x in d.seksjoner]
        ut: list[Sats] = []
        for s in (s for u in self.utdrag for s in u.setninger):
            tekst = d.tekst[s.start : s.slutt]
            ut.append(Sats(seksjon=d.seksjoner[bisect_right(starter, s.start) - 1], setning=s, tekst=tekst, ren=ren(tekst)))
        return tuple(ut)

    def avsnitt(self) -> Iterator[tuple[Sats, ...]]:
        """Yield the sentences that stand in one paragraph, list item or table row together."""
        for _, gruppe in groupby(
            self.satser, key=lambda s: s.start if s.setning.slag == "rad" else (s.seksjon.start, s.setning.blokk)
        ):
            yield tuple(gruppe)

    def tabellhode(self, sats: Sats) -> str:
        """Return the line that names the columns of a table row, empty for anything else."""
        if sats.setning.slag != "rad":
            return ""
        slutt = self.dokument.tekst.find("\n", sats.setning.hode)
        return self.dokument.tekst[sats.setning.hode : slutt if slutt >= 0 else None]

    def i_seksjon(self, aspekt: str) -> tuple[Sats, ...]:
        """Return the sentences of an aspect."""
        return tuple(s for s in self.satser if s.seksjon.aspekt == aspekt)

    @cached_property
    def overskrifter(self) -> tuple[Overskrift, ...]:
        """The headings of a Markdown file, those with nothing under them included."""
        return finn_overskrifter(self.dokument.tekst, self.kropp) if self.markdown else ()

    def overskriftstart(self, seksjon: Seksjon) -> int:
        """Return the offset of a section's heading, or of its text where it has none."""
        nr = bisect_left(self.overskrifter, seksjon.start, key=lambda o: o.start)
        return self.overskrifter[nr - 1].start if nr and seksjon.overskrifter else seksjon.start

    @property
    def seksjoner(self) -> tuple[Overskrift, ...]:
        """Headings of the second level."""
        return tuple(o for o in self.overskrifter if o.niva == 2)

    def aspekter(self) -> tuple[str, ...]:
        """Return the aspect of each heading of the second level, empty for one that tells none."""
        return tuple(aspekt_av(o.tekst) for o in self.seksjoner)

    @property
    def er_nynorsk(self) -> bool:
        """Whether the text is in nynorsk."""
        return self.dokument.malform is Malform.NN


def les_manus(dokument: Dokument) -> Manus:
    """Return a document with what its editor wrote around the text."""
    felt, slutt = les_felt(dokument.tekst) if dokument.fil.lower().endswith(".md") else ({}, 0)
    return Manus(dokument=dokument, felt=felt, kropp=slutt if felt else 0)

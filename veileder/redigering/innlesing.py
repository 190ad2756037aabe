"""Reading a folder so that every file is either checked or told of in one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from veileder.feil import Bruksfeil, Lesefeil
from veileder.forstaelse.sted import Stedsnavn
from veileder.indeksering.korpus import les_korpus
from veileder.redigering.felt import umulige_datoer
from veileder.redigering.manus import Manus, les_manus
from veileder.redigering.merknad import Alvor, Merknad

T = TypeVar("T")

_LINJE = re.compile(r"^linje (\d+): ")


def les_manusmappe(mappe: Path, steder: Stedsnavn) -> tuple[tuple[Manus, ...], tuple[Merknad, ...]]:
    """Return the texts of a folder, and a remark for each file that cannot be read.

    Raises:
        Bruksfeil: the folder does not exist, or holds no file of a known format.
    """
    datofeil: list[Merknad] = []

    def lesbare(filer: Iterable[Path]) -> Iterator[Path]:
        """Leave out files with a date that no calendar has: YAML refuses all of such a file."""
        for sti in filer:
            feil = list(_umulige(sti, sti.relative_to(mappe).as_posix()))
            datofeil.extend(feil)
            if not feil:
                yield sti

    korpus = les_korpus(mappe, steder, framdrift=lesbare)
    ulest = (*datofeil, *map(_uleselig, korpus.ulest))
    if not korpus.dokumenter and not ulest:
        raise Bruksfeil(f"Fant ingen filer å kontrollere i {mappe} (.md, .txt, .html, .pdf eller .docx).")
    return tuple(les_manus(d) for d in korpus.dokumenter), ulest


def _umulige(sti: Path, fil: str) -> Iterator[Merknad]:
    try:
        tekst = sti.read_text(encoding="utf-8-sig") if sti.suffix.lower() == ".md" else ""
    except (OSError, ValueError):
        return  # told by the reader
    for navn, felt in umulige_datoer(tekst):
        yield Merknad(
            alvor=Alvor.FEIL,
            fil=fil,
            linje=felt.linje,
            regel="ugyldig-dato",
            funn=f"{navn} er en dato som ikke finnes: «{felt.verdi}». Resten av filen er ikke kontrollert.",
            rettelse="Skriv år, måned og dag slik: 2027-01-31.",
        )


def _uleselig(feil: Lesefeil) -> Merknad:
    treff = _LINJE.match(feil.grunn)
    rettelse = "Rett feltene øverst i filen." if treff else "Lagre filen på nytt i et vanlig format, eller ta den ut av mappen."
    grunn = _LINJE.sub("", feil.grunn)
    return Merknad(
        alvor=Alvor.FEIL,
        fil=feil.fil,
        linje=int(treff[1]) if treff else None,
        regel="uleselig-fil",
        funn=f"Filen kan ikke leses: {grunn}.",
        rettelse=rettelse,
    )


def egen_eller_var(les: Callable[[Path], T], mappe: Path, reserve: Path, navn: str) -> tuple[T, tuple[Merknad, ...]]:
    """Read the folder's own file of lists, or ours where it has none; one that is broken is told of."""
    egen = mappe / navn
    if not egen.is_file():
        return les(reserve / navn), ()
    try:
        return les(egen), ()
    except Bruksfeil as feil:
        return les(reserve / navn), (listefeil(navn, feil),)


def listefeil(navn: str, feil: Bruksfeil) -> Merknad:
    """Return the remark on a file of lists that cannot be used."""
    linje = re.search(r"\blin(?:je|e) (\d+)", str(feil))
    return Merknad(
        alvor=Alvor.FEIL,
        fil=navn,
        linje=int(linje[1]) if linje else None,
        regel="uleselig-fil",
        funn=f"Listen kan ikke brukes: {' '.join(str(feil).split())}",
        rettelse="Rett filen. Inntil da brukes vår egen liste.",
    )

"""The check of a folder: read, apply every rule, and sort what they have to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from veileder.feil import Bruksfeil
from veileder.forstaelse.ordliste import les_ordliste
from veileder.forstaelse.sted import norske_kommuner
from veileder.overlevering.kontakt import Kontakter, les_kontakter
from veileder.porter import Embedder
from veileder.redigering.innlesing import egen_eller_var, les_manusmappe, listefeil
from veileder.redigering.lister import EGEN, Lister, les_lister
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.regler import REGLER, REGLER_PA_TVERS
from veileder.redigering.samling import Samling
from veileder.redigering.sokeprove import Vektoriser, prov_sok

ALLTID_FEIL = frozenset(("uleselig-fil", "klagefrist", "instruks", "skjult-tekst", "personopplysning"))
"""Rules as grave on a page from elsewhere; all others are one step milder there, since it was not written for us."""

_MILDERE = {Alvor.FEIL: Alvor.ADVARSEL, Alvor.ADVARSEL: Alvor.RAD, Alvor.RAD: Alvor.RAD}
_REKKEFOLGE = {alvor: nr for nr, alvor in enumerate(Alvor)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """Remarks, gravest first; how many files were looked at; and in one line each what could not be done."""

    merknader: tuple[Merknad, ...]
    filer: int
    meldinger: tuple[str, ...] = ()

    @property
    def har_feil(self) -> bool:
        """Whether the check fails."""
        return self.antall(Alvor.FEIL) > 0

    def antall(self, alvor: Alvor) -> int:
        """Return how many remarks are that grave."""
        return sum(m.alvor is alvor for m in self.merknader)


def kontroller(mappe: Path, reserve: Path, embedder: Embedder, vektoriser: Vektoriser, i_dag: date) -> Rapport:
    """Check the texts of ``mappe``; ``reserve`` holds the lists that serve where it has none of its own.

    Raises:
        Bruksfeil: the folder does not exist, or holds nothing to check.
    """
    kontakter, feil = egen_eller_var(les_kontakter, mappe, reserve, "kommuner.yaml")
    ordliste, mer_feil = egen_eller_var(les_ordliste, mappe, reserve, "ordliste.yaml")
    lister, listens_feil = _lister(mappe)
    manus, ulest = les_manusmappe(mappe, kontakter.steder(norske_kommuner()))
    samling = Samling(
        mappe=mappe, manus=manus, ordliste=ordliste, kommuner=_kjente(kontakter), lister=lister, i_dag=i_dag
    )  # fmt: skip
    rad, meldinger = prov_sok(samling, kontakter, embedder, vektoriser)
    alle = (*feil, *mer_feil, *listens_feil, *ulest, *_dempet(samling, (*_brukt(samling), *rad)))
    return Rapport(merknader=_sortert(alle), filer=len(manus) + len({m.fil for m in ulest}), meldinger=meldinger)


def _lister(mappe: Path) -> tuple[Lister, tuple[Merknad, ...]]:
    egen = mappe / EGEN
    try:
        return les_lister(egen if egen.is_file() else None), ()
    except Bruksfeil as feil:
        return les_lister(), (listefeil(EGEN, feil),)


def _kjente(kontakter: Kontakter) -> frozenset[str]:
    return frozenset(norske_kommuner().navn.values()) | frozenset(kontakter.kommuner)


def _brukt(samling: Samling) -> Iterable[Merknad]:
    """What every rule says."""
    for regel in REGLER:
        for manus in samling.manus:
            yield from regel(manus, samling)
    for pa_tvers in REGLER_PA_TVERS:
        yield from pa_tvers(samling)


def _dempet(samling: Samling, merknader: Iterable[Merknad]) -> Iterable[Merknad]:
    """Remarks on pages that were not written for us, one step milder."""
    fremmede = {m.fil for m in samling.manus if not m.eget}
    for m in merknader:
        mild = m.fil in fremmede and m.regel not in ALLTID_FEIL
        yield replace(m, alvor=_MILDERE[m.alvor]) if mild else m


def _sortert(merknader: Sequence[Merknad]) -> tuple[Merknad, ...]:
    """Gravest first, then by place; the same remark once."""
    return tuple(sorted(dict.fromkeys(merknader), key=lambda m: (_REKKEFOLGE[m.alvor], m.fil, m.linje or 0, m.regel)))

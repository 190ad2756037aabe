"""Does a section come up when its own heading is asked as a question? If not, few will find it.

The search is the product's own over the folder as it stands, in memory: no index is built or switched.
BM25 answers first, since it costs next to nothing; only sections that it places low are searched in
full. Of the 1 098 sections of our corpus all that BM25 placed among the first five came among the first
ten of the full search (November 2026), so nothing is lost by that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import groupby

import numpy as np

from veileder.domene import FELLES, Rolle, Utdrag
from veileder.feil import VeilederFeil
from veileder.forstaelse.melding import emne_av
from veileder.forstaelse.sted import norske_kommuner
from veileder.gjenfinning.analyse import Analyse
from veileder.gjenfinning.indeks import Indeks
from veileder.gjenfinning.leksikalsk import LeksikalskIndeks
from veileder.gjenfinning.soker import sok
from veileder.gjenfinning.sporring import lag_sok
from veileder.indeksering.bundt import leksikalsk_tekst
from veileder.indeksering.enheter import enheter, overskrift
from veileder.overlevering.kontakt import Kontakter
from veileder.porter import Embedder, Vektorer
from veileder.redigering.manus import Manus
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.samling import Samling
from veileder.ressurser import Ressurser

TREFF = 10
"""Hits that ``veileder finn`` shows; a section below them is not found."""

SIKKER = 5
"""Place by BM25 alone down to which the full search finds a section too."""

FLEST = 60
"""Full searches of one check, about 50 milliseconds each; the sections that BM25 places lowest go first."""

Vektoriser = Callable[[Sequence[str]], Vektorer]


class _Matrise:
    """All vectors in memory, made when they are first asked for."""

    def __init__(self, utdrag: Sequence[Utdrag], vektoriser: Vektoriser) -> None:
        self._utdrag, self._vektoriser = utdrag, vektoriser

    @cached_property
    def _vektorer(self) -> Vektorer:
        return self._vektoriser([t for u in self._utdrag for t in enheter(u)])

    @cached_property
    def _kommuner(self) -> np.ndarray[tuple[int], np.dtype[np.str_]]:
        return np.array([u.kommune for u in self._utdrag for _ in range(1 + len(u.setninger))])

    def naermeste(self, query: Vektorer, antall: int, kommuner: Sequence[str] | None) -> list[tuple[int, float]]:
        """Return up to ``antall`` (row, cosine), best first."""
        cosinus = self._vektorer @ query
        rader = np.arange(len(cosinus)) if kommuner is None else np.flatnonzero(np.isin(self._kommuner, list(kommuner)))
        beste = rader[np.argsort(-cosinus[rader], kind="stable")[:antall]]
        return [(int(i), float(cosinus[i])) for i in beste]

    def vektorer(self, rader: Sequence[int]) -> Vektorer:
        """Return the vectors of rows, in that order."""
        ut: Vektorer = self._vektorer[list(rader)]
        return ut

    def lukk(self) -> None:
        """Nothing to let go of."""


def prov_sok(
    s: Samling, kontakter: Kontakter, embedder: Embedder, vektoriser: Vektoriser
) -> tuple[tuple[Merknad, ...], tuple[str, ...]]:
    """Return advice on sections that are not found, and one line when the search could not be had."""
    utdrag = tuple(u for m in s.manus for u in m.utdrag)
    if not utdrag:
        return (), ()
    leksikalsk = LeksikalskIndeks.bygg([leksikalsk_tekst(u) for u in utdrag], Analyse(s.ordliste.sprak))
    indeks = Indeks(versjon="", utdrag=utdrag, leksikalsk=leksikalsk, tett=_Matrise(utdrag, vektoriser), embedder=embedder)
    r = Ressurser(indeks=indeks, ordliste=s.ordliste, kontakter=kontakter, steder=kontakter.steder(norske_kommuner()))
    alle = ((_plass(seksjon[0], indeks), m, seksjon) for m in s.manus for seksjon in _seksjoner(m))
    tvil = sorted((x for x in alle if x[0] > SIKKER), key=lambda x: -x[0])
    meldinger = (f"{len(tvil) - FLEST} seksjoner med vanlige overskrifter er ikke prøvd i søk.",) if len(tvil) > FLEST else ()
    try:
        return tuple(_rad(m, seksjon[0]) for _, m, seksjon in tvil[:FLEST] if not _finnes(seksjon, r)), meldinger
    except VeilederFeil as feil:
        return (), (f"Om seksjonene finnes i søk, er ikke prøvd. {feil}",)


def _seksjoner(m: Manus) -> Iterator[list[Utdrag]]:
    """The passages of each section that has a heading."""
    starter = [x.start for x in m.dokument.seksjoner]
    for _, gruppe in groupby(m.utdrag, key=lambda u: bisect_right(starter, u.start)):
        utdrag = list(gruppe)
        if utdrag[0].overskrifter:
            yield utdrag


def _plass(u: Utdrag, indeks: Indeks) -> int:
    """Place of a section by BM25 among the passages that the one who asks may see, from 1; the last of equals."""
    sporsmal = overskrift(u)
    navn, nr = indeks.kommune_nr
    synlig = ~indeks.tvilling_ute(u.malform) & np.isin(nr, [i for i, k in enumerate(navn) if k in (u.kommune, FELLES)])
    stammer, gram = indeks.leksikalsk.stammepoeng(sporsmal), indeks.leksikalsk.grampoeng(sporsmal)
    poeng = stammer / max(float(stammer.max()), 1e-9) + gram / max(float(gram.max()), 1e-9)
    egen = poeng[indeks.rad_for[u.id, u.fil]]
    return int(((poeng >= egen) & synlig).sum())


def _finnes(seksjon: Sequence[Utdrag], r: Ressurser) -> bool:
    """Whether the full search has a passage of the section among its hits."""
    u = seksjon[0]
    sporsmal = overskrift(u)
    rolle = Rolle.SAKSBEHANDLER if u.intern or u.malgruppe == "saksbehandler" else Rolle.INNBYGGER
    kommune = "" if u.kommune == FELLES else u.kommune
    sokes = lag_sok(sporsmal, emne_av(sporsmal, r), kommune=kommune, rolle=rolle, malform=u.malform, antall=TREFF)
    egne = {(x.id, x.fil) for x in seksjon}
    return any((t.utdrag.id, t.utdrag.fil) in egne for t in sok(r.indeks, sokes).treff)


def _rad(m: Manus, u: Utdrag) -> Merknad:
    funn = f"Søk etter «{overskrift(u)}» finner ikke denne seksjonen blant de {TREFF} første treffene."
    rettelse = "Bruk ordene fra overskriften og navnet på tjenesten i første setning, og gjør overskriften tydelig."
    return m.merk(Alvor.RAD, "finnes-ikke-i-sok", u.start, funn, rettelse)

"""Hybrid search: sentences by embedding, passages by BM25 over stems and 4-grams, ranked by agreement.

The weights are learnt by ``python -m evaluering.tren_rangering`` from training and development
questions and NorQuAD's validation split, never from a test set; docs/adr/0003 has the figures.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from veileder.domene import FELLES, Rolle, Treff
from veileder.gjenfinning import rangtrekk
from veileder.gjenfinning.indeks import Indeks
from veileder.gjenfinning.sporring import Sok
from veileder.gjenfinning.tilpasning import les_tilpasning
from veileder.gjenfinning.utvalg import utvalg_for
from veileder.gjenfinning.vekter import les_vekter

KANDIDATER = 40
"""Rows taken from each of the three lists before fusion."""

ENHETER = 240
"""Units asked of the dense index; several may belong to one row."""

SPURTE = 25
"""Rows taken for the questions that they answer."""

HELE = 3
"""Most probable services whose every section is a candidate, so that the right one can always be ranked."""

UTVIDELSE = 0.5
"""Weight of synonyms from the glossary against the words that were written."""

Vektor = NDArray[np.float32]
VEKTER: Vektor = les_vekter("rangering", rangtrekk.TREKK)
"""The learnt weights, scaled so that the six retrieval scores sum to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Funn:
    """Hits and the candidates that were left out, both best first, and the question's vector."""

    treff: tuple[Treff, ...]
    forkastet: tuple[Treff, ...]
    vektor: Vektor


def sok(indeks: Indeks, s: Sok, vekter: Vektor = VEKTER) -> Funn:
    """Return the ``s.antall`` best passages within the scope (the chosen kommune and felles)."""
    indeks = utvalg_for(indeks, s.kommune)
    vektor = np.asarray(indeks.embedder.embed_query(s.tekst), np.float32)
    rader, cosinus, trekk = kandidater(indeks, s, vektor)
    poeng = trekk @ vekter
    treff = [
        Treff(
            utdrag=indeks.utdrag[r],
            dense=float(cosinus[i]),
            leksikalsk=float(max(trekk[i, 1], trekk[i, 2])),
            setning=float(trekk[i, 0]),
            poeng=float(poeng[i]),
        )
        for i, r in enumerate(rader)
    ]
    ordnet = sorted(treff, key=lambda t: (-t.poeng, t.utdrag.id, t.utdrag.fil))
    return Funn(treff=tuple(ordnet[: s.antall]), forkastet=tuple(ordnet[s.antall :]), vektor=vektor)


def kandidater(indeks: Indeks, s: Sok, vektor: Vektor) -> tuple[list[int], Vektor, Vektor]:
    """Return the candidates' rows, their cosines (n,), and their features (n, len(TREKK))."""
    synlig = _omfang(indeks, s)
    lister = rangtrekk.Lister(
        stammer=_leksikalsk(indeks, "stammer", s) * synlig,
        gram=_leksikalsk(indeks, "gram", s) * synlig,
        spurt=np.where(synlig > 0, indeks.delsporsmal.likhet(vektor, len(indeks.utdrag)), -1.0),
        vektor=vektor,
        rettet=rett(indeks, s),
    )
    kommuner = [k for k in (s.kommune, FELLES) if k in indeks.kommuner] if s.kommune else None
    naere = _dense(indeks, vektor, kommuner, synlig)
    rettede = _dense(indeks, lister.rettet, kommuner, synlig) if lister.rettet is not None else []
    rader = sorted(
        {
            *naere,
            *rettede,
            *_beste(lister.stammer, KANDIDATER, 0.0),
            *_beste(lister.gram, KANDIDATER, 0.0),
            *_beste(lister.spurt, SPURTE, -1.0),
            *(r for r in _hele_tjenester(indeks, s) if synlig[r]),
        }
    )
    return rader, *rangtrekk.trekkrader(indeks, s, lister, rader)


def rett(indeks: Indeks, s: Sok) -> Vektor | None:
    """Return the vector of what the question asks for in this field.

    None where no map was learnt for the model, or the index holds no texts of our own kinds.
    """
    tilpasning = les_tilpasning(indeks.embedder.navn) if s.trekk is not None and indeks.temaer else None
    return tilpasning(s.trekk) if tilpasning is not None and s.trekk is not None else None


def _omfang(indeks: Indeks, s: Sok) -> Vektor:
    """1 for rows that may be shown, 0 for others, shape (n,)."""
    ute = indeks.tvilling_ute(s.malform)
    if s.rolle is not Rolle.SAKSBEHANDLER:
        ute = ute | indeks.intern
    if s.kommune:
        navn, nr = indeks.kommune_nr
        ute = ute | ~np.isin(nr, [i for i, k in enumerate(navn) if k in (s.kommune, FELLES)])
    return (~ute).astype(np.float32)


def _leksikalsk(indeks: Indeks, lag: str, s: Sok) -> Vektor:
    poeng = indeks.leksikalsk.stammepoeng if lag == "stammer" else indeks.leksikalsk.grampoeng
    return poeng(s.tekst) + UTVIDELSE * poeng(s.utvidelse) if s.utvidelse else poeng(s.tekst)


def _dense(indeks: Indeks, vektor: Vektor, kommuner: list[str] | None, synlig: Vektor) -> list[int]:
    """Return the rows whose units the dense index finds nearest, the best first."""
    if kommuner == []:
        return []  # nothing for this place, and nothing shared
    rader = (indeks.rad_av(enhet) for enhet, _ in indeks.tett.naermeste(vektor, ENHETER, kommuner))
    return list(dict.fromkeys(r for r in rader if synlig[r]))[:KANDIDATER]


def _beste(poeng: Vektor, antall: int, over: float) -> list[int]:
    """Return up to ``antall`` rows with the highest scores above a floor, in no order."""
    antall = min(antall, len(poeng))
    if not antall:
        return []
    beste = np.argpartition(-poeng, antall - 1)[:antall]
    return [int(r) for r in beste if poeng[r] > over]


def _hele_tjenester(indeks: Indeks, s: Sok) -> list[int]:
    """All rows of the most probable services that the index describes."""
    beste = sorted((t for t in s.tjenester if t in indeks.temaer), key=lambda t: -s.tjenester[t])[:HELE]
    return [r for t in beste for r in indeks.rader_i_tema[t]]

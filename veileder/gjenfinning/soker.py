"""Hybrid search: sentences by embedding, passages by BM25 over stems and 4-grams, ranked by agreement.

The weights are learnt by ``python -m evaluering.tren_rangering`` from training and development
questions and NorQuAD's validation split, never from a test set; docs/adr/0003 has the figures.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from veileder.domene import ASPEKTER, FELLES, Malform, Rolle, Treff, Utdrag
from veileder.forstaelse.svartype import har_form
from veileder.gjenfinning.indeks import Indeks
from veileder.gjenfinning.vekter import les_vekter

KANDIDATER = 40
"""Rows taken from each of the three lists before fusion."""

ENHETER = 240
"""Units asked of the dense index; several may belong to one row."""

HELE = 3
"""Most probable services whose every section is a candidate, so that the right one can always be ranked."""

NOYTRAL_LOG = math.log(1 / 14 + 0.02)
"""What a section counts for that has none of the fourteen aspects, or no service: as one among them all."""

UTVIDELSE = 0.5
"""Weight of synonyms from the glossary against the words that were written."""

TREKK = (
    "dense", "stammer", "gram", "dokument", "overskrift", "svartype", "tjeneste", "aspekt", "signal",
    "aspekt_fremmed", "signal_fremmed", "malgruppe", "lokal", "fremmed",
)  # fmt: skip
"""What a candidate is ranked by, in the order of ``VEKTER``: all about [0, 1] but ``tjeneste`` and
``aspekt``, which are log-probabilities for texts of our own kinds and neutral for other pages."""

Vektor = NDArray[np.float32]
VEKTER: Vektor = les_vekter("rangering", TREKK)
"""The learnt weights, scaled so that the three retrieval scores sum to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sok:
    """What to search for. Probabilities and strengths are in [0, 1]; everything but ``tekst`` may be empty."""

    tekst: str
    utvidelse: str = ""
    kommune: str = ""
    rolle: Rolle = Rolle.INNBYGGER
    malform: Malform = Malform.NB
    tjenester: Mapping[str, float] = field(default_factory=dict)
    aspekter: Mapping[str, float] = field(default_factory=dict)
    signaler: Mapping[str, float] = field(default_factory=dict)
    svartyper: tuple[str, ...] = ()
    antall: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Funn:
    """Hits and the candidates that were left out, both best first, and the question's vector."""

    treff: tuple[Treff, ...]
    forkastet: tuple[Treff, ...]
    vektor: Vektor


def sok(indeks: Indeks, s: Sok, vekter: Vektor = VEKTER) -> Funn:
    """Return the ``s.antall`` best passages within the scope (the chosen kommune and felles)."""
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
    stammer = _leksikalsk(indeks, "stammer", s) * synlig
    gram = _leksikalsk(indeks, "gram", s) * synlig
    kommuner = [k for k in (s.kommune, FELLES) if k in indeks.kommuner] if s.kommune else None
    dense = _dense(indeks, vektor, kommuner, synlig)
    rader = sorted({*_kandidater(dense, stammer, gram), *(r for r in _hele_tjenester(indeks, s) if synlig[r])})
    if not rader:
        return [], np.zeros(0, np.float32), np.zeros((0, len(TREKK)), np.float32)
    _fyll_dense(indeks, vektor, rader, dense)
    cosinus = np.array([dense[r] for r in rader], np.float32)
    bunn = np.sort(cosinus)[: max(1, len(rader) // 4)].mean()
    nd = np.clip((cosinus - bunn) / max(1e-6, cosinus.max() - bunn), 0, 1)
    rare = indeks.leksikalsk.sjeldenhet(indeks.leksikalsk.analyse.stammer(f"{s.tekst} {s.utvidelse}", innhold=True))
    dokument = indeks.per_dokument(_skalert(stammer) + _skalert(gram)) / 2
    samsvar = np.array([_samsvar(indeks, r, s, rare) for r in rader], np.float32)
    return (
        rader,
        cosinus,
        np.column_stack([nd, _skalert(stammer[rader]), _skalert(gram[rader]), dokument[rader], samsvar]).astype(np.float32),
    )


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


def _dense(indeks: Indeks, vektor: Vektor, kommuner: list[str] | None, synlig: Vektor) -> dict[int, float]:
    """Best cosine of each row that the dense index finds."""
    ut: dict[int, float] = {}
    if kommuner == []:
        return ut  # nothing for this place, and nothing shared
    for enhet, cosinus in indeks.tett.naermeste(vektor, ENHETER, kommuner):
        rad = indeks.rad_av(enhet)
        if synlig[rad] and cosinus > ut.get(rad, -1.0):
            ut[rad] = cosinus
    return ut


def _kandidater(dense: dict[int, float], stammer: Vektor, gram: Vektor) -> list[int]:
    rader = dict.fromkeys(sorted(dense, key=lambda r: -dense[r])[:KANDIDATER])
    for poeng in (stammer, gram):
        antall = min(KANDIDATER, len(poeng))
        beste = np.argpartition(-poeng, antall - 1)[:antall]
        rader.update(dict.fromkeys(int(r) for r in beste if poeng[r] > 0))
    return sorted(rader)


def _hele_tjenester(indeks: Indeks, s: Sok) -> list[int]:
    """All rows of the most probable services that the index describes."""
    beste = sorted((t for t in s.tjenester if t in indeks.temaer), key=lambda t: -s.tjenester[t])[:HELE]
    return [r for t in beste for r in indeks.rader_i_tema[t]]


def _fyll_dense(indeks: Indeks, vektor: Vektor, rader: list[int], dense: dict[int, float]) -> None:
    """Fetch the vectors of candidates that only the lexical side found."""
    enheter = indeks.enheter_av([r for r in rader if r not in dense])
    if not enheter:
        return
    for enhet, c in zip(enheter, indeks.tett.vektorer(enheter) @ vektor, strict=True):
        rad = indeks.rad_av(enhet)
        dense[rad] = max(dense.get(rad, -1.0), float(c))


def _skalert(poeng: Vektor) -> Vektor:
    topp = float(poeng.max(initial=0.0))
    return poeng / topp if topp > 0 else poeng


def _samsvar(indeks: Indeks, rad: int, s: Sok, rare: Mapping[str, float]) -> tuple[float, ...]:
    """The features after the scores, in the order of ``TREKK``. A heading tells less on a foreign page."""
    u = indeks.utdrag[rad]
    hode = indeks.overskriftsstammer[rad]
    vekt = sum(rare.values()) or 1.0
    lokal = u.kommune != FELLES
    egen = float(u.type in ("tjeneste", "lokalt", "veileder", "prosjekt"))
    return (
        sum(v for stamme, v in rare.items() if stamme in hode) / vekt,
        sum(har_form(u.tekst, t) for t in s.svartyper) / len(s.svartyper) if s.svartyper else 0.0,
        math.log(s.tjenester.get(u.tema, 0.0) + 0.01) if egen else NOYTRAL_LOG,
        math.log(s.aspekter.get(u.aspekt, 0.0) + 0.02) if egen and u.aspekt in ASPEKTER else NOYTRAL_LOG,
        egen * s.signaler.get(u.aspekt, 0.0),
        (1 - egen) * s.aspekter.get(u.aspekt, 0.0),
        (1 - egen) * s.signaler.get(u.aspekt, 0.0),
        _malgruppe(u, s),
        float(lokal and u.kommune == s.kommune),
        float(lokal and u.kommune != s.kommune),
    )


def _malgruppe(u: Utdrag, s: Sok) -> float:
    """1 for text written for the one who asks, 0 for text written for the other side."""
    onsket = "saksbehandler" if s.rolle is Rolle.SAKSBEHANDLER else "innbygger"
    if u.malgruppe in (onsket, "alle"):
        return 1.0
    return 0.6 if u.malgruppe == "innbygger" else 0.0

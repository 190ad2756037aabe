"""What a candidate is ranked by: one row of numbers for each passage that may answer."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from veileder.domene import ASPEKTER, FELLES, Rolle, Utdrag
from veileder.forstaelse.svartype import har_form
from veileder.gjenfinning.indeks import Indeks
from veileder.gjenfinning.sporring import Sok
from veileder.gjenfinning.tilpasning import les_tilpasning

Vektor = NDArray[np.float32]

NOYTRAL_LOG = math.log(1 / 14 + 0.02)
"""What a section counts for that has none of the fourteen aspects, or no service: as one among them all."""

LAVEST = -12.0
"""Floor of a log-probability, so that one far-fetched candidate weighs no more than another."""

TREKK = (
    "dense", "stammer", "gram", "spurt", "spurt_stammer", "spurt_gram", "rettet", "dokument", "overskrift", "svartype",
    "tjeneste", "aspekt", "signal", "aspekt_fremmed", "signal_fremmed", "malgruppe", "lokal", "fremmed",
)  # fmt: skip
"""What a candidate is ranked by, in the order of ``VEKTER``: all about [0, 1] but ``tjeneste`` and
``aspekt``, which are log-probabilities for texts of our own kinds and neutral for other pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lister:
    """Scores of every row by the lexical side and by its written questions, shape (n,), and the question's vectors."""

    stammer: Vektor
    gram: Vektor
    spurt: Vektor
    vektor: Vektor
    rettet: Vektor | None


def trekkrader(indeks: Indeks, s: Sok, lister: Lister, rader: Sequence[int]) -> tuple[Vektor, Vektor]:
    """Return the rows' cosines (n,) and features (n, len(TREKK))."""
    if not rader:
        return np.zeros(0, np.float32), np.zeros((0, len(TREKK)), np.float32)
    cosinus = cosinus_av(indeks, lister.vektor, rader)
    nd = _over_bunnen(cosinus, cosinus)
    rare = indeks.leksikalsk.sjeldenhet(indeks.leksikalsk.analyse.stammer(f"{s.tekst} {s.utvidelse}", innhold=True))
    dokument = indeks.per_dokument((_skalert(lister.stammer) + _skalert(lister.gram)).astype(np.float32)) / 2
    egne = np.column_stack([nd, _skalert(lister.stammer[rader]), _skalert(lister.gram[rader])])
    spurt = _spurt(indeks, s, lister.spurt[rader], rader, egne)
    rettet = _rettet(indeks, lister.rettet, rader)
    samsvar = np.array([_samsvar(indeks, r, s, rare) for r in rader], np.float32)
    return cosinus, np.column_stack([egne, spurt, rettet, dokument[rader], samsvar]).astype(np.float32)


def cosinus_av(indeks: Indeks, vektor: Vektor, rader: Sequence[int]) -> Vektor:
    """Return each row's best cosine to a vector, shape (n,)."""
    alle = indeks.vektorer(indeks.enheter_av(rader)) @ vektor
    lengder = [int(indeks.start[r + 1] - indeks.start[r]) for r in rader]
    ut: Vektor = np.maximum.reduceat(alle, np.concatenate([[0], np.cumsum(lengder[:-1])]).astype(int))
    return ut


def _over_bunnen(verdier: Vektor, alle: Vektor) -> Vektor:
    """Scale to [0, 1] from the mean of the lowest quarter of ``alle`` to the highest."""
    bunn = float(np.sort(alle)[: max(1, len(alle) // 4)].mean())
    ut: Vektor = np.clip((verdier - bunn) / max(1e-6, float(alle.max()) - bunn), 0, 1)
    return ut


def _spurt(indeks: Indeks, s: Sok, spurt: Vektor, rader: Sequence[int], egne: Vektor) -> Vektor:
    """How near the question is to those that each section answers, shape (n, 3): meaning, stems, 4-grams.

    A row that nobody wrote questions for gets what its own text scored, so that it is neither helped nor hurt.
    """
    med = spurt > -1.0
    lag = indeks.delsporsmal_leksikalsk
    if lag is None or not med.any():
        return egne
    ord_ = [_skalert(poeng(s.tekst)[rader]) for poeng in (lag.stammepoeng, lag.grampoeng)]
    ut: Vektor = np.where(med[:, None], np.column_stack([_over_bunnen(spurt, spurt[med]), *ord_]), egne)
    return ut


def _rettet(indeks: Indeks, rettet: Vektor | None, rader: Sequence[int]) -> Vektor:
    """Log-probability of each row among those of our own kinds, shape (n,); other pages get the mean of these."""
    ut = np.zeros(len(rader), np.float32)
    egne = [i for i, r in enumerate(rader) if indeks.utdrag[r].type != "importert"]
    tilpasning = les_tilpasning(indeks.embedder.navn)
    if rettet is None or tilpasning is None or not egne:
        return ut
    z = tilpasning.skarphet * cosinus_av(indeks, rettet, [rader[i] for i in egne])
    logp = np.maximum(z - z.max() - np.log(np.exp(z - z.max()).sum()), LAVEST)
    ut[:] = logp.mean()
    ut[egne] = logp
    return ut


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

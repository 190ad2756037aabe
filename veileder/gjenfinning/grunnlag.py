"""Is there enough basis to answer? A few numbers about the best hit, weighed by logistic regression.

The coefficients are learnt by ``python -m evaluering.tren_rangering`` from development questions with
and without an answer, on our corpus, on foreign pages and on NorQuAD with the right document taken
away. A needless «I do not know» is bad; a confident answer to another question is worse.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from veileder.domene import Malform, Treff, Utdrag, Vurdering
from veileder.forstaelse.emne import Emne
from veileder.forstaelse.svartype import har_form
from veileder.gjenfinning.analyse import stamme
from veileder.gjenfinning.indeks import Indeks
from veileder.gjenfinning.soker import Funn
from veileder.gjenfinning.vekter import les_vekter

TREKK = ("dense", "dense_3", "form", "ord", "svakest", "gram", "nevnt", "tema", "tema_ute", "utenfor", "svartype")
VEKTER = {navn: les_vekter(navn, (*TREKK, "konstant")) for navn in ("grunnlag", "grunnlag_importert")}
"""One set for our own kinds of text and one for other pages, which have no services to go by."""

TERSKEL = 0.55
"""Probability of a basis from which our own kinds of text are answered from. On the development questions (470 with
an answer and 260 without, ten-fold) 0.40 answers 0.98 and turns down 0.94 of the others, 0.50 gives 0.97 and 0.96,
0.60 gives 0.96 and 0.98."""

TERSKEL_LOKALT = 0.35
"""The same where a local text is the best hit: it holds particulars that the field head takes for outside."""

TERSKEL_ENGELSK = 0.20
"""The same for a question in English, which shares no words with our texts. Of 140 English examples from the
training it lets 1.00 of those with an answer through and turns down 1.00 of the others; at 0.50 it was 0.89."""

TERSKEL_VEDTAK = 0.05
"""The same for the general rule beside a hand-over: the human is there anyway, so more may be shown. A question with
a pension in it looks like one for another office, and would lose its rule at 0.15."""

TERSKEL_IMPORTERT = 0.30
"""The same for other pages, where a wording far from the page's is the rule: it answers 27 of 30 development
questions and turns down 6 of 15; at 0.40 it is 23 and 8. The bundled model cannot tell these two kinds apart
any better; see docs/adr/0003."""

SIKKERT_UTENFOR, TREKK_FRA = 4.0, 0.5
"""On other pages only near certainty of «outside the field» counts (odds above 50 to 1), since such a folder
may well hold what our own texts do not: each unit of log-odds above takes half a unit from the basis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grunnlag:
    """Whether the best hits are a basis, and how sure that is in [0, 1]."""

    nok: bool
    sikkerhet: float
    terskel: float = TERSKEL

    @property
    def nok_ved_overlevering(self) -> bool:
        """Whether the best hit may be shown as the general rule beside a hand-over."""
        return self.sikkerhet >= TERSKEL_VEDTAK

    @property
    def vurdering(self) -> Vurdering:
        """The same as a check that is kept with the answer."""
        return Vurdering(kontroll="grunnlag", bestatt=self.nok, grunn=f"{self.sikkerhet:.2f} mot {self.terskel:.2f}")


def vurder_grunnlag(
    indeks: Indeks, sporsmal: str, emne: Emne, funn: Funn, utenfor: float = 0.0, sprak: Malform = Malform.NB
) -> Grunnlag:
    """Weigh the best hits against the question; ``utenfor`` is the log-odds that it lies outside the field."""
    if not funn.treff:
        return Grunnlag(nok=False, sikkerhet=0.0)
    importert = _er_ukjent(funn.treff[0].utdrag, emne)
    vekter = VEKTER["grunnlag_importert" if importert else "grunnlag"]
    z = float(np.append(grunnlagstrekk(indeks, sporsmal, emne, funn, utenfor), 1.0) @ vekter)
    if importert:
        z -= TREKK_FRA * max(0.0, utenfor - SIKKERT_UTENFOR)
    sikkerhet = 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
    terskel = TERSKEL_LOKALT if funn.treff[0].utdrag.type == "lokalt" else TERSKEL
    terskel = TERSKEL_IMPORTERT if importert else TERSKEL_ENGELSK if sprak is Malform.EN else terskel
    return Grunnlag(nok=sikkerhet >= terskel, sikkerhet=sikkerhet, terskel=terskel)


def grunnlagstrekk(indeks: Indeks, sporsmal: str, emne: Emne, funn: Funn, utenfor: float) -> np.ndarray:
    """Return the features in the order of ``TREKK``, each about [0, 1] but ``utenfor``, which is log-odds."""
    beste = funn.treff[:3]
    forst = beste[0].utdrag
    analyse = indeks.leksikalsk.analyse
    tekst = " ".join(
        f"{t.utdrag.fil.rsplit('/', 1)[-1]} {t.utdrag.tittel} {' '.join(t.utdrag.overskrifter)} {t.utdrag.tekst}"
        for t in beste[:2]
    )
    tekst += f" {emne.utvidelse}" if forst.tema in emne.nevnte else ""
    i_tekst = set(analyse.gram(tekst))
    ord_ = _orddekning(indeks, sporsmal, i_tekst)
    vekt = sum(v for v, _ in ord_) or 1.0
    inne = {k: p for k, p in emne.tjenester.items() if k in indeks.temaer}
    gram = set(analyse.gram(sporsmal, innhold=True))
    return np.array(
        [
            max(t.dense for t in beste),
            float(np.mean([t.dense for t in beste])),
            _formtreff(indeks, beste, emne.svartyper, funn.vektor) if emne.svartyper else beste[0].dense,
            sum(v * c for v, c in ord_) / vekt,
            min((c for _, c in sorted(ord_, reverse=True)[:2]), default=0.5),
            len(gram & i_tekst) / len(gram) if gram else 0.0,
            float(forst.tema in emne.nevnte),
            max(inne.values(), default=0.0),
            1.0 - sum(inne.values()) if emne.tjenester and inne else 0.0,
            0.0 if _er_ukjent(forst, emne) else _utenfor(utenfor, forst),
            float(bool(emne.svartyper)),
        ]
    )


def _er_ukjent(forst: Utdrag, emne: Emne) -> bool:
    """Whether a text is of a kind, or about a subject, that the classifiers were not taught."""
    return forst.type == "importert" or (bool(emne.tjenester) and bool(forst.tema) and forst.tema not in emne.tjenester)


def _utenfor(logodds: float, forst: Utdrag) -> float:
    """What «outside the field» counts for: the field is what shared texts hold, and a local one has particulars."""
    return min(logodds, 0.0) if forst.type == "lokalt" else logodds


def _formtreff(indeks: Indeks, treff: Sequence[Treff], svartyper: Sequence[str], vektor: NDArray[np.float32]) -> float:
    """How close the closest sentence is that holds the asked-for kind (an amount, a time).

    A sentence counts with its heading, since «Det koster 90 kroner» says little alone.
    """
    best = 0.75  # below what any sentence of Norwegian scores with this model
    for t in treff:
        rad = indeks.rad_for[t.utdrag.id, t.utdrag.fil]
        cosinus = indeks.vektorer(indeks.enheter_av([rad])) @ vektor
        for setning, c in zip(t.utdrag.setninger, cosinus[1:], strict=True):
            tekst = t.utdrag.tekst[setning.start - t.utdrag.start : setning.slutt - t.utdrag.start]
            if any(har_form(tekst, s) for s in svartyper):
                best = max(best, float(c), float(c + cosinus[0]) / 2)
    return best


def _orddekning(indeks: Indeks, sporsmal: str, i_tekst: set[str]) -> list[tuple[float, float]]:
    """Return (rarity, share of its 4-grams that the hits hold) for each content word of the question."""
    analyse = indeks.leksikalsk.analyse
    ut = []
    for o in dict.fromkeys(analyse.ord(sporsmal)):
        gram = analyse.gram(o, innhold=True)
        if gram:
            sjelden = next(iter(indeks.leksikalsk.sjeldenhet([stamme(o)]).values()))
            ut.append((sjelden, sum(g in i_tekst for g in gram) / len(gram)))
    return ut

"""A message as everything after the first step sees it: masked, with its language and place."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from veileder import standardtekster as st
from veileder.domene import Henvendelse, Malform, Tur, Utfall
from veileder.forstaelse.emne import Emne, finn_emne, til_bokmal
from veileder.forstaelse.felt import utenfor_feltet
from veileder.forstaelse.grense import (
    SIKKERT_VEDTAK,
    Grense,
    Grensevurdering,
    aerlig_del,
    del_melding,
    vurder_grense,
)
from veileder.forstaelse.klassifikator import Vektor
from veileder.forstaelse.maskering import Maskert, masker, uten_masker
from veileder.forstaelse.oppfolging import KORT, SVARTE, er_oppfolging, fortalt, med_aspekt, selvstendig, sier_hva
from veileder.forstaelse.sorg import er_i_sorg
from veileder.forstaelse.sprak import finn_fremmedsprak, gjett_malform
from veileder.forstaelse.sted import nevnte_kommuner, uten_steder
from veileder.forstaelse.trekk import trekk_for
from veileder.ressurser import Ressurser

SOKEORD = 3
"""Words of a message that is a search at the most: with so few the classifier has little to go by."""


@dataclass(kw_only=True)
class Klokke:
    """Milliseconds that each step took, all its rounds together."""

    ms: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def __call__(self, steg: str) -> Iterator[None]:
        """Time one step, or one more round of it."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.ms[steg] = round(self.ms.get(steg, 0.0) + (time.perf_counter() - start) * 1000, 2)


@dataclass(frozen=True, kw_only=True)
class Melding:
    """What is understood of a message before anything is looked up.

    ``maskert`` is what may be kept; ``tekst`` is that without the masks, for search; ``slag`` are the
    kinds of personal data that were taken out. ``ukjent_sted`` is a place named that is not covered;
    ``fremmed`` is the code of another language than Norwegian and English (pl, uk, ar, so, de, ti, lt).
    """

    henvendelse: Henvendelse
    maskert: str = field(repr=False)
    tekst: str = field(repr=False)
    bokmal: str = field(repr=False)
    slag: tuple[str, ...]
    sprak: Malform
    kommune: str
    ukjent_sted: str
    klokke: Klokke
    fremmed: str = ""
    merknader: tuple[str, ...] = ()


def les_melding(h: Henvendelse, r: Ressurser, klokke: Klokke, *, maskering: bool = True) -> Melding:
    """Mask, and find language and place; a place in the message goes before the chosen one.

    ``maskering`` is only left out where nothing is kept and nobody is answered: the search alone.
    """
    tekst = h.tekst[: r.meldingslengde]
    maskert = masker(tekst) if maskering else Maskert(tekst, ())
    tekst = uten_masker(maskert.tekst).strip()
    nevnt = nevnte_kommuner(tekst, r.stedsnavn)
    tidligere = next((t.kommune for t in reversed(h.tidligere) if t.kommune), "")
    kommune = nevnt[0] if nevnt else (tidligere or h.kommune)
    malform = gjett_malform(tekst)
    tidligere_sprak = next((m for t in reversed(h.tidligere) if (m := gjett_malform(t.tekst))), None)
    sprak, bokmal = h.sprak or malform or tidligere_sprak or Malform.NB, til_bokmal(tekst, r.ordliste)
    return Melding(
        henvendelse=h,
        maskert=maskert.tekst,
        tekst=tekst,
        bokmal=bokmal,
        slag=maskert.slag,
        sprak=sprak,
        fremmed=finn_fremmedsprak(tekst, malform),
        kommune=kommune,
        ukjent_sted=kommune if nevnt and kommune not in r.dekket else "",
        klokke=klokke,
        merknader=(st.tekst("sorg", sprak),) if er_i_sorg(bokmal) else (),
    )


def finn_grense(m: Melding, r: Ressurser) -> tuple[Grensevurdering, Melding]:
    """Return where the message stands to the boundary; of one with misuse, the honest part goes on."""
    grense = vurder_grense(m.bokmal, _trekk(m.tekst, r), r.indeks.embedder.navn)
    if grense.er_gjetning and _er_sokeord(m, r):
        grense = Grensevurdering(grense=Grense.GENERELL, regel="søkeord")
    if m.henvendelse.tidligere and grense.kan_leses_om:
        # «og for mor da?» is near nothing by itself, and «nei, ikkje fysioterapi» is no insult: what such a message
        # leans on is read with it.
        hele, _ = forsta(m, r)
        alene, grense = grense, vurder_grense(til_bokmal(hele, r.ordliste), _trekk(hele, r), r.indeks.embedder.navn)
        if alene.grense is Grense.GENERELL and grense.grense is Grense.VEDTAK and grense.sannsynlig < SIKKERT_VEDTAK:
            grense = alene
    m = _med_nummer(m, grense)
    if grense.grense is not Grense.MISBRUK:
        return grense, m
    deler = del_melding(m.tekst)
    aerlige = [deler[i] for i in aerlig_del([til_bokmal(d, r.ordliste) for d in deler])]
    rest = " ".join(d for d in aerlige if finn_emne(d, r.ordliste, r.indeks.temaer, None, "").nevnte)
    if not rest:
        return grense, m
    bokmal = til_bokmal(rest, r.ordliste)
    resten = vurder_grense(bokmal, _trekk(rest, r), r.indeks.embedder.navn)
    if resten.grense is Grense.MISBRUK:
        return grense, m
    merknader = (*m.merknader, st.tekst("avvist_del", m.sprak))
    return resten, replace(m, tekst=rest, bokmal=bokmal, merknader=merknader)


def _er_sokeord(m: Melding, r: Ressurser) -> bool:
    """Tell whether a message is but a few words to search with: «rullator», «sykehjem pris»."""
    return len(m.bokmal.split()) <= SOKEORD and any(rad.tjeneste or rad.kan_bety for _, rad in r.ordliste.finn(m.bokmal))


def _med_nummer(m: Melding, grense: Grensevurdering) -> Melding:
    """Keep the emergency numbers in sight when danger is possible, or was told of earlier in the conversation."""
    fare = grense.mulig_fare or any(t.utfall is Utfall.AKUTT for t in m.henvendelse.tidligere)
    if not fare or grense.grense is Grense.AKUTT:
        return m
    return replace(m, merknader=tuple(dict.fromkeys((*m.merknader, st.tekst("mulig_fare", m.sprak)))))


def forsta(m: Melding, r: Ressurser) -> tuple[str, Emne]:
    """Return the question so that it stands alone, and what it is about."""
    emne = emne_av(m.tekst, r)
    forrige = _forrige(m, r)
    sagt = fortalt(m.henvendelse.tidligere)
    if forrige is None:
        if not sagt or emne.nevnte:
            return m.tekst, emne
        sporsmal = f"{sagt} {m.tekst}"
    elif not er_oppfolging(m.tekst, emne, forrige):
        if not emne.nevnte or len(m.tekst.split()) > KORT or sier_hva(m.tekst, emne):
            return m.tekst, emne
        sporsmal = med_aspekt(m.tekst, forrige)
    else:
        tema = r.indeks.temaer.get(forrige.tjeneste, forrige.tjeneste.replace("-", " ").replace("_", " "))
        sporsmal = selvstendig(m.tekst, emne, forrige, tema)
    return sporsmal, emne_av(sporsmal, r)


def _forrige(m: Melding, r: Ressurser) -> Tur | None:
    """Return the latest turn that was about something: one that was answered, or one that names a service."""
    for t in reversed(m.henvendelse.tidligere):
        if t.utfall in SVARTE:
            return t
        if nevnte := finn_emne(t.tekst, r.ordliste, r.indeks.temaer, None, "").nevnte:
            return replace(t, tjeneste=nevnte[0])
    return None


def emne_av(tekst: str, r: Ressurser) -> Emne:
    """Return what a text is about, by its words and the classifiers."""
    return finn_emne(tekst, r.ordliste, r.indeks.temaer, _trekk(tekst, r), r.indeks.embedder.navn)


def utenfor(tekst: str, r: Ressurser) -> float:
    """Return the log-odds in [-8, 8] that a question lies outside the field, places apart."""
    return utenfor_feltet(uten_steder(tekst, r.stedsnavn), r.ordliste, r.indeks.leksikalsk.analyse, r.indeks.embedder)


def _trekk(tekst: str, r: Ressurser) -> Vektor | None:
    return trekk_for(tekst, r.ordliste, r.indeks.leksikalsk.analyse, r.indeks.embedder)

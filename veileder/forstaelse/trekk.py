"""The classifiers' features of a message, made once and shared by boundary, service, aspect and search."""

from __future__ import annotations

import numpy as np

from veileder.forstaelse.emne import finn_aspekter, finn_ord, til_bokmal
from veileder.forstaelse.klassifikator import SKALA_VEKTOR, Vektor, hash_vektor, ordrad
from veileder.forstaelse.ordliste import Ordliste
from veileder.gjenfinning.analyse import Analyse
from veileder.porter import Embedder, Feltleser


def ordtrekk(tekst: str, ordliste: Ordliste, analyse: Analyse) -> Vektor:
    """Return what the words of a message say: hashed words and 4-grams, glossary terms, cue words."""
    bokmal = til_bokmal(tekst, ordliste)
    termer = [rad.term for rad in finn_ord(tekst, bokmal, ordliste)]
    return ordrad(hash_vektor(tekst, analyse), termer, finn_aspekter(bokmal))


def trekk_for(tekst: str, ordliste: Ordliste, analyse: Analyse, embedder: Embedder) -> Vektor | None:
    """Return the features of a message, or None for an embedding model that was not taught this field."""
    if not isinstance(embedder, Feltleser):
        return None
    lest = np.asarray(embedder.les_i_feltet(tekst), np.float32) * SKALA_VEKTOR
    return np.concatenate([lest, ordtrekk(tekst, ordliste, analyse)])

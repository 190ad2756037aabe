"""The classifiers' features of a message, made once and shared by boundary, service and aspect."""

from __future__ import annotations

import numpy as np

from veileder.forstaelse.emne import finn_aspekter, finn_ord, til_bokmal
from veileder.forstaelse.klassifikator import Vektor, hash_vektor, les_klassifikator, sett_sammen
from veileder.forstaelse.ordliste import Ordliste
from veileder.gjenfinning.analyse import Analyse
from veileder.porter import Embedder


def vektorpar(tekst: str, ordliste: Ordliste, embedder: Embedder) -> Vektor:
    """Return the embeddings of a message as written and in bokmål, shape (2 d,)."""
    return np.array([*embedder.embed_query(tekst), *embedder.embed_query(til_bokmal(tekst, ordliste))], np.float32)


def trekk_av(par: Vektor, midt: Vektor, tekst: str, ordliste: Ordliste, analyse: Analyse) -> Vektor:
    """Return the features of a message whose embeddings are known."""
    bokmal = til_bokmal(tekst, ordliste)
    termer = [rad.term for rad in finn_ord(tekst, bokmal, ordliste)]
    return sett_sammen(par, midt, hash_vektor(tekst, analyse), termer, finn_aspekter(bokmal))


def trekk_for(tekst: str, ordliste: Ordliste, analyse: Analyse, embedder: Embedder) -> Vektor | None:
    """Return the features of a message, or None when no classifier ships for the embedding model."""
    klassifikator = les_klassifikator("aspekt", embedder.navn)
    if klassifikator is None:
        return None
    return trekk_av(vektorpar(tekst, ordliste, embedder), klassifikator.midt, tekst, ordliste, analyse)

"""How like a question is to those before it in the conversation, and what it is compared with others by."""

from __future__ import annotations

import numpy as np

from veileder.domene import Henvendelse, Svar
from veileder.forstaelse.maskering import uten_masker
from veileder.gjennomgang.kjennetegn import UBESVART
from veileder.porter import Embedder


def likheter(embedder: Embedder, henvendelse: Henvendelse, svar: Svar) -> tuple[float, ...]:
    """Return the cosine between the question and each earlier one. The embedder remembers what it has just computed."""
    if not henvendelse.tidligere:
        return ()
    na = np.asarray(embedder.embed_query(uten_masker(svar.sporsmal).strip()))
    return tuple(float(na @ np.asarray(embedder.embed_query(uten_masker(t.tekst).strip()))) for t in henvendelse.tidligere)


def vektor_av(embedder: Embedder, svar: Svar) -> list[float]:
    """Return the question's vector, L2-normalised, when something in it was not answered, or else nothing."""
    sporsmal = uten_masker(svar.sporsmal).strip()
    return embedder.embed_query(sporsmal) if svar.utfall in UBESVART and sporsmal else []

"""Linear classifiers over a message: which service, which aspect, which kind of message.

Logistic regression (one set of weights a class, softmax) on the sentence embedding and hashed words
and 4-grams. What ships is plain coefficients, trained by ``python -m evaluering.tren`` from the
examples in evaluering/trening/, and keyed by the embedding model and the digest of those examples:
with another model they are left out, and the rules stand alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from veileder.gjenfinning.analyse import Analyse

BOTTER = 2048
"""Length of the hashed part. Collisions are few: a message has some tens of words and 4-grams."""

SKALA = 4.0
"""Factor on the centred embedding, so that both parts weigh alike in the regularisation."""

Vektor = NDArray[np.float32]


def hash_vektor(tekst: str, analyse: Analyse) -> Vektor:
    """Return the hashed words and 4-grams of a text, shape (BOTTER,), L2-normalised."""
    ut = np.zeros(BOTTER, np.float32)
    for gram in analyse.gram(tekst):
        ut[zlib.crc32(gram.encode()) % BOTTER] += 1
    for stamme in analyse.stammer(tekst):
        ut[zlib.crc32(b"w" + stamme.encode()) % BOTTER] += 1
    ut = np.sqrt(ut)
    norm = float(np.linalg.norm(ut))
    return ut / norm if norm else ut


def trekk(vektor: Vektor, midt: Vektor, tekst: str, analyse: Analyse) -> Vektor:
    """Return the features of one message, shape (d + BOTTER,)."""
    return np.concatenate([(vektor - midt) * np.float32(SKALA), hash_vektor(tekst, analyse)])


def trekk_for(vektor: Vektor, tekst: str, analyse: Analyse, modell: str) -> Vektor | None:
    """Return the features of a message for the shipped heads, or None when none fits the model."""
    klassifikator = les_klassifikator("aspekt", modell)
    return trekk(vektor, klassifikator.midt, tekst, analyse) if klassifikator else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Klassifikator:
    """One trained head. ``vekter`` has shape (classes, features)."""

    klasser: tuple[str, ...]
    vekter: Vektor
    konstant: Vektor
    midt: Vektor
    versjon: str

    def sannsynligheter(self, trekk_: Vektor) -> Mapping[str, float]:
        """Return the probability of each class, summing to 1."""
        z = self.vekter @ trekk_ + self.konstant
        z = np.exp(z - z.max())
        return dict(zip(self.klasser, (z / z.sum()).tolist(), strict=True))


@lru_cache(maxsize=8)
def les_klassifikator(navn: str, modell: str) -> Klassifikator | None:
    """Return the shipped head for an embedding model, or None when there is none for that model."""
    sti = files("veileder.forstaelse") / "modeller" / f"{navn}.npz"
    if not sti.is_file():
        return None
    with np.load(BytesIO(sti.read_bytes()), allow_pickle=False) as data:
        if str(data["modell"]) != modell:
            return None
        return Klassifikator(
            klasser=tuple(str(k) for k in data["klasser"]),
            vekter=data["vekter"].astype(np.float32),
            konstant=data["konstant"].astype(np.float32),
            midt=data["midt"].astype(np.float32),
            versjon=str(data["versjon"]),
        )

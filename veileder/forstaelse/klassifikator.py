"""Linear classifiers over a message: which service, which aspect, which kind of message.

One set of weights a class, softmax, on the message as the field model reads it (adaptere/feltmodell.py), hashed
words and 4-grams, glossary terms and cue words. What ships is plain coefficients, learnt together with that
model by ``python -m evaluering.tren_feltmodell``, and keyed by the embedding model and the digest of the examples:
with another model they are left out, and the rules stand alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from veileder.domene import ASPEKTER
from veileder.gjenfinning.analyse import Analyse

BOTTER = 2048
"""Length of the hashed part. Collisions are few: a message has some tens of words and 4-grams."""

TERMBOTTER = 512
"""Length of the part for glossary terms."""

SKALA_VEKTOR, SKALA_HASH, SKALA_TEGN = 6.0, 1.5, 0.7
"""Factors on vector, hash and cue parts, so that all weigh about alike in the regularisation."""

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


def ordrad(hash_: Vektor, termer: Iterable[str], signaler: Mapping[str, float]) -> Vektor:
    """Return the features that words give; ``termer`` are glossary terms, ``signaler`` aspects by cue word."""
    term = np.zeros(TERMBOTTER, np.float32)
    for t in termer:
        term[zlib.crc32(t.encode()) % TERMBOTTER] = 1.0
    tegn = np.array([signaler.get(a, 0.0) for a in ASPEKTER], np.float32)
    return np.concatenate([hash_ * SKALA_HASH, term * SKALA_TEGN, tegn * SKALA_TEGN]).astype(np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Klassifikator:
    """One trained head. ``vekter`` has shape (classes, features)."""

    klasser: tuple[str, ...]
    vekter: Vektor
    konstant: Vektor
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
            versjon=str(data["versjon"]),
        )


def sannsynlig(navn: str, trekk: Vektor | None, modell: str) -> Mapping[str, float]:
    """Return a head's probabilities for a message, or nothing where no head fits the model."""
    klassifikator = les_klassifikator(navn, modell) if trekk is not None else None
    return klassifikator.sannsynligheter(trekk) if klassifikator is not None and trekk is not None else {}

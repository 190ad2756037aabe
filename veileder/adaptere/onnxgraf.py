"""Writes a small ONNX graph, so that weights we have can be run by onnxruntime without a library that only writes files.

The form is protocol buffers (https://protobuf.dev/programming-guides/encoding/); field numbers are those of onnx.proto3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

MS = "com.microsoft"
"""The domain of onnxruntime's own operators."""

Verdier = Mapping[str, tuple[str, Sequence[str | int]]]
"""Type and shape by name; a word for a length that varies."""

TYPER = {"float32": 1, "uint8": 2, "int32": 6, "int64": 7}


class Graf:
    """Operators and constants in the order they were added."""

    def __init__(self) -> None:
        self._noder: list[bytes] = []
        self._konstanter: list[bytes] = []

    def konstant(self, navn: str, verdi: NDArray[np.generic]) -> str:
        """Add a constant and return its name."""
        dimensjoner = b"".join(_tall(1, d) for d in verdi.shape)
        hode = dimensjoner + _tall(2, TYPER[str(verdi.dtype)]) + _bytes(8, navn.encode())
        self._konstanter.append(hode + _bytes(9, np.ascontiguousarray(verdi).tobytes()))
        return navn

    def node(self, op: str, inn: Sequence[str], ut: Sequence[str], domene: str = "", **felt: float) -> tuple[str, ...]:
        """Add an operator with whole numbers or decimals as attributes; return the names of what comes out."""
        node = b"".join(_bytes(1, x.encode()) for x in inn) + b"".join(_bytes(2, x.encode()) for x in ut)
        node += _bytes(4, op.encode()) + _bytes(7, domene.encode())
        self._noder.append(node + b"".join(_bytes(5, _felt(navn, verdi)) for navn, verdi in felt.items()))
        return tuple(ut)

    def modell(self, inn: Verdier, ut: Verdier) -> bytes:
        """Return the whole model."""
        graf = b"".join(_bytes(1, n) for n in self._noder) + _bytes(2, b"graf")
        graf += b"".join(_bytes(5, k) for k in self._konstanter)
        for nr, verdier in ((11, inn), (12, ut)):
            graf += b"".join(_bytes(nr, _verdi(navn, type_, form)) for navn, (type_, form) in verdier.items())
        utgaver = _bytes(8, _tall(2, 17)) + _bytes(8, _bytes(1, MS.encode()) + _tall(2, 1))
        return _tall(1, 9) + _bytes(7, graf) + utgaver


def _verdi(navn: str, type_: str, form: Sequence[str | int]) -> bytes:
    dimensjoner = b"".join(_bytes(1, _bytes(2, d.encode()) if isinstance(d, str) else _tall(1, d)) for d in form)
    return _bytes(1, navn.encode()) + _bytes(2, _bytes(1, _tall(1, TYPER[type_]) + _bytes(2, dimensjoner)))


def _felt(navn: str, verdi: float) -> bytes:
    """An attribute: whole numbers are type 2, decimals type 1."""
    if isinstance(verdi, int):
        return _bytes(1, navn.encode()) + _tall(3, verdi) + _tall(20, 2)
    return _bytes(1, navn.encode()) + b"\x15" + np.float32(verdi).tobytes() + _tall(20, 1)


def _bytes(felt: int, innhold: bytes) -> bytes:
    return _varint(felt << 3 | 2) + _varint(len(innhold)) + innhold


def _tall(felt: int, verdi: int) -> bytes:
    return _varint(felt << 3) + _varint(verdi)


def _varint(x: int) -> bytes:
    ut = bytearray()
    while x > 127:
        ut.append(x & 127 | 128)
        x >>= 7
    return bytes([*ut, x])

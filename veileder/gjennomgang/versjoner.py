"""Which versions made an answer: of code, index and corpus, models and prompts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from veileder import __version__
from veileder.ressurser import Ressurser

PROMPTER = "ingen"
"""No prompt takes part in an answer that is made of quotations."""

_ENDELSER = {".py", ".json", ".npz", ".txt", ".yaml"}


@cache
def kodedigest() -> str:
    """Return a digest of the package: its code, word lists and learnt weights."""
    rot = Path(__file__).resolve().parent.parent
    h = hashlib.blake2b(digest_size=8)
    for fil in sorted(f for f in rot.rglob("*") if f.suffix in _ENDELSER and f.is_file()):
        h.update(str(fil.relative_to(rot)).encode())
        h.update(fil.read_bytes())
    return h.hexdigest()


def versjoner(r: Ressurser | None) -> Mapping[str, str]:
    """Return the versions behind an answer from ``r``; None when no index was open."""
    felles = {"kode": f"{__version__}+{kodedigest()}", "prompter": PROMPTER}
    if r is None:
        return felles
    return {**felles, "indeks": r.indeks.versjon, "korpus": r.korpus, "modell": r.indeks.embedder.navn}

"""Common words that the masking of names leaves alone: ``python -m evaluering.lag_vanlige_ord``.

Words in lower case at least twice in korpus/ and in the examples of messages, first names left out. Writes
veileder/forstaelse/vanligeord.txt; run it when either has changed much.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from veileder.innstillinger import ROT

MAPPE = ROT / "veileder" / "forstaelse"
UT = MAPPE / "vanligeord.txt"

LENGST = 16
"""Letters of the longest word that is kept: a longer one is no name."""

_ORD = re.compile(r"(?<![\w.@/-])[^\W\d_]{2,}(?![\w@-])")


def tekster() -> Iterator[str]:
    """Yield every text that the words are counted in."""
    for sti in sorted((ROT / "korpus").rglob("*.md")):
        yield sti.read_text(encoding="utf-8")
    for sti in sorted((MAPPE / "eksempler").glob("*.jsonl")):
        for linje in sti.read_text(encoding="utf-8").splitlines():
            yield str(json.loads(linje)["melding"])


def vanlige(fornavn: Path = MAPPE / "fornavn.txt") -> list[str]:
    """Return the words in order of the alphabet."""
    navn = {linje.strip().lower() for linje in fornavn.read_text(encoding="utf-8").splitlines()}
    antall = Counter(o for t in tekster() for o in _ORD.findall(t))
    return sorted(o for o, n in antall.items() if o.islower() and n >= 2 and o not in navn and len(o) <= LENGST)


if __name__ == "__main__":
    hode = "# Common words: in lower case at least twice in korpus/ and eksempler/, first names left out; one a line.\n"
    UT.write_text(hode + "\n".join(vanlige()) + "\n", encoding="utf-8")

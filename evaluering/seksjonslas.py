"""What the golden questions rest on: a fingerprint of every section of the corpus.

``datasett/seksjoner.json`` holds, for each section, a digest of its words and the facts in it (amounts,
deadlines, paragraphs, telephone numbers). When the words change, the rows that rest on the section want a
look; when the *facts* change, they must be confirmed again before the gate opens: a new deadline in one
file may be a mend or a slip, and only a person can tell.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from evaluering.gull import DATASETT, Gullrad
from veileder.domene import Dokument
from veileder.formulering.kontroll import brett

FIL = DATASETT / "seksjoner.json"

_TALLORD = "én|en|ett|ei|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|tolv|fjorten|tjue|tretti"
_FAKTA = re.compile(
    r"§+\s?\d+[\w-]*(?:\s?[a-z]\b)?"  # paragraphs
    r"|\b\d[\d  ]*(?:,\d+)?\s?(?:kroner|kr|prosent|%|G)\b"  # amounts and shares
    rf"|\b(?:\d+|{_TALLORD})\s(?:(?:virke)?dag(?:er|ar)?|døgn|uke[rn]?|veke[rn]?|veker|månede?r?|månad(?:er|ar)?|år|time[rn]?|timar|minutt\w*)\b"
    r"|\b(?:19|20)\d{2}\b"  # years
    r"|\b(?:116 ?\d{3}|11[023]|\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3}|\d{8})\b",  # numbers to call
    re.IGNORECASE,
)


class Avtrykk(TypedDict):
    """Fingerprint of a section: ``digest`` of its words in all målformer, and its facts, sorted, by målform."""

    digest: str
    fakta: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endring:
    """A section that is not as it was when the rows were confirmed. ``slag``: borte, fakta, ordlyd."""

    seksjon: str
    slag: str
    hva: str
    rader: tuple[str, ...]

    def __str__(self) -> str:
        """One line for the one who edits."""
        hva = {"borte": "finnes ikke lenger", "fakta": "har andre fakta", "ordlyd": "har ny ordlyd"}[self.slag]
        return f"{self.seksjon} {hva}{': ' + self.hva if self.hva else ''} (rader: {', '.join(self.rader) or 'ingen'})"


def finn_fakta(tekst: str) -> list[str]:
    """Return the facts of a text in order of the alphabet, each as often as it stands there."""
    uten_adresser = re.sub(r"\]\([^)]*\)", "]", tekst)
    return sorted(brett(m[0].replace(" ", " ").lower()) for m in _FAKTA.finditer(uten_adresser))


def avtrykk(dokumenter: Iterable[Dokument]) -> dict[str, Avtrykk]:
    """Return the fingerprint of each section; twins in two målformer are one section."""
    tekster: dict[str, dict[str, str]] = defaultdict(lambda: defaultdict(str))
    for d in dokumenter:
        for s in d.seksjoner:
            if s.aspekt:
                tekster[f"{d.id}#{s.aspekt}"][d.malform.value] += brett(d.tekst[s.start : s.slutt]) + "\n"
    return {
        nokkel: {
            "digest": hashlib.blake2b("\0".join(f"{m}{t}" for m, t in sorted(per.items())).encode(), digest_size=6).hexdigest(),
            "fakta": {m: finn_fakta(t) for m, t in sorted(per.items())},
        }
        for nokkel, per in sorted(tekster.items())
    }


def les_las(sti: Path = FIL) -> dict[str, Avtrykk]:
    """Return the confirmed fingerprints, or nothing when none were written."""
    innhold: dict[str, Avtrykk] = json.loads(sti.read_text(encoding="utf-8")) if sti.is_file() else {}
    return innhold


def skriv_las(las: Mapping[str, Avtrykk], sti: Path = FIL) -> None:
    """Write the fingerprints, one section a line so that a change is easy to read."""
    linjer = [f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v, ensure_ascii=False)}" for k, v in sorted(las.items())]
    midlertidig = sti.with_suffix(".ny")
    midlertidig.write_text("{\n" + ",\n".join(linjer) + "\n}\n", encoding="utf-8")
    midlertidig.replace(sti)


def endringer(rader: Iterable[Gullrad], na: Mapping[str, Avtrykk], las: Mapping[str, Avtrykk]) -> list[Endring]:
    """Return what has changed under the golden questions since they were confirmed."""
    hviler: dict[str, list[str]] = defaultdict(list)
    for rad in rader:
        for s in rad.seksjoner:
            hviler[s].append(rad.id)
    ut = []
    for seksjon in sorted({*hviler, *las}):
        ids = tuple(hviler[seksjon])
        if seksjon not in na:
            naer = difflib.get_close_matches(seksjon, na, n=1, cutoff=0.6)
            ut.append(Endring(seksjon=seksjon, slag="borte", hva=f"nærmest er {naer[0]}" if naer else "", rader=ids))
        elif seksjon in las and na[seksjon] != las[seksjon]:
            ulike = _fakta_ulike(las[seksjon], na[seksjon])
            ut.append(Endring(seksjon=seksjon, slag="fakta" if ulike else "ordlyd", hva=ulike, rader=ids))
    return ut


def _fakta_ulike(for_: Avtrykk, na: Avtrykk) -> str:
    deler = []
    for malform in sorted({*for_["fakta"], *na["fakta"]}):
        a, b = for_["fakta"].get(malform, []), na["fakta"].get(malform, [])
        borte, nye = _uten(a, b), _uten(b, a)
        if borte or nye:
            deler.append(f"{malform}: {', '.join(borte) or 'ingenting'} ble til {', '.join(nye) or 'ingenting'}")
    return "; ".join(deler)


def _uten(a: list[str], b: list[str]) -> list[str]:
    """Return what ``a`` has more of than ``b``, each as often."""
    return sorted((Counter(a) - Counter(b)).elements())

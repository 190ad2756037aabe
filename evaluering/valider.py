"""Whether the golden questions hold: ids, sections, splits apart, coverage, and no text lifted from the corpus."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process, utils

from evaluering.gull import DATASETT, Gullrad
from evaluering.seksjonslas import Avtrykk
from veileder.domene import Dokument, Utfall
from veileder.formulering.kontroll import brett
from veileder.indeksering.delsporsmal import les_delsporsmal
from veileder.innstillinger import ROT

TRENING = DATASETT.parent / "trening"

LIKT = 90.0
"""Likeness of two questions, words sorted (rapidfuzz's token_sort_ratio, 0 to 100), from which they count as
the same. The closest pairs of different needs among the first 632 rows are at 80 to 88."""

AVSKRIFT = 8
"""Words in a row that a question may not share with the corpus: longer than any name of a service or a law."""

MINST_ANDEL = {"nb": 0.2, "nn": 0.15, "dialekt": 0.05, "feilstavet": 0.05, "en": 0.05}
"""Least share of the rows in each language form."""


def valider(
    rader: Sequence[Gullrad],
    dokumenter: Iterable[Dokument],
    seksjoner: Mapping[str, Avtrykk],
    trening: Path = TRENING,
    korpus: Path = ROT / "korpus",
) -> list[str]:
    """Return what is wrong, a line each; empty when all holds."""
    tekster = _tekster(dokumenter)
    return [
        *_ider(rader),
        *(f for r in rader for f in _rad(r, seksjoner, tekster)),
        *_for_like(rader, _treningssporsmal(trening, korpus)),
        *_avskrift(rader, tekster.values()),
        *_dekning(rader),
    ]


def _tekster(dokumenter: Iterable[Dokument]) -> dict[str, str]:
    """Return the words of each section, all målformer together, lower case."""
    ut: dict[str, str] = {}
    for d in dokumenter:
        for s in d.seksjoner:
            nokkel = f"{d.id}#{s.aspekt}"
            ut[nokkel] = ut.get(nokkel, "") + " " + brett(d.tekst[s.start : s.slutt]).lower()
    return ut


def _ider(rader: Sequence[Gullrad]) -> list[str]:
    return [f"{id_}: id-en er brukt {n} ganger" for id_, n in Counter(r.id for r in rader).items() if n > 1]


def _rad(r: Gullrad, seksjoner: Mapping[str, Avtrykk], tekster: Mapping[str, str]) -> list[str]:
    feil = [f"{r.id}: seksjonen {s} finnes ikke i korpuset" for s in r.seksjoner if s not in seksjoner]
    svarer = {Utfall.BESVART, Utfall.DELVIS} & set(r.utfall)
    if svarer and not r.seksjoner:
        feil.append(f"{r.id}: skal besvares, men peker ikke på noen seksjon")
    if r.seksjoner and set(r.utfall) <= {Utfall.UTEN_GRUNNLAG, Utfall.AVVIST, Utfall.AKUTT}:
        feil.append(f"{r.id}: peker på en seksjon, men skal ikke besvares")
    egne = " ".join(tekster.get(s, "") for s in r.seksjoner)
    borte = [g[0] for g in r.fakta if not any(brett(f).lower() in egne for f in g)]
    begge = [f for f in r.forbudt if any(f in g for g in r.fakta)]
    feil += [f"{r.id}: «{f}» står ikke i noen av seksjonene" for f in borte]
    return feil + [f"{r.id}: «{f}» er både krevd og forbudt" for f in begge]


def _treningssporsmal(mappe: Path, korpus: Path) -> list[str]:
    """Everything that is learnt from or indexed as a question."""
    skrevne, _ = les_delsporsmal(korpus)
    trening = [
        str(rad.get("sporsmal") or rad.get("melding"))
        for sti in sorted(mappe.glob("*.jsonl"))
        for linje in sti.read_text(encoding="utf-8").splitlines()
        if linje.strip() and (rad := json.loads(linje))
    ]
    return [*trening, *(q for liste in skrevne.values() for q in liste)]


def _for_like(rader: Sequence[Gullrad], trening: Sequence[str]) -> list[str]:
    """Rows of the test split that stand nearly the same in the development split or in the training examples."""
    test = [r for r in rader if r.sett == "test"]
    andre = [(f"utviklingsspørsmålet {r.id}", r.sporsmal) for r in rader if r.sett == "dev"]
    andre += [("et treningseksempel eller et delspørsmål", t) for t in trening]
    if not test or not andre:
        return []
    likhet = process.cdist(
        [r.sporsmal for r in test], [t for _, t in andre], scorer=fuzz.token_sort_ratio, processor=utils.default_process,
        score_cutoff=LIKT, dtype=np.float32,
    )  # fmt: skip
    return [
        f"{test[i].id}: nesten likt {andre[j][0]} («{andre[j][1][:60]}»)"
        for i, j in zip(*np.nonzero(likhet), strict=True)
        if len(test[i].sporsmal.split()) > 2  # two words are alike by chance
    ]


def likest(sporsmal: str, rader: Sequence[Gullrad]) -> tuple[Gullrad | None, float]:
    """Return the row whose question is most like a text, and how like it is, 0 to 100."""
    beste = process.extractOne(
        sporsmal, [r.sporsmal for r in rader], scorer=fuzz.token_sort_ratio, processor=utils.default_process
    )
    return (rader[beste[2]], beste[1]) if rader else (None, 0.0)


def _avskrift(rader: Sequence[Gullrad], tekster: Iterable[str]) -> list[str]:
    """Questions that share a run of words with the corpus."""
    rekker = {r for t in tekster for r in _rekker(t)}
    return [
        f"{r.id}: skrevet av fra korpuset: «{f}»"
        for r in rader
        if (f := next((x for x in _rekker(r.sporsmal) if x in rekker), ""))
    ]


def _rekker(tekst: str) -> list[str]:
    ord_ = re.findall(r"\w+", tekst.lower())
    return [" ".join(ord_[i : i + AVSKRIFT]) for i in range(len(ord_) - AVSKRIFT + 1)]


def _dekning(rader: Sequence[Gullrad]) -> list[str]:
    if len(rader) < 100:
        return []  # a small set is somebody's experiment
    former: Counter[str] = Counter(r.malform for r in rader)
    feil = [
        f"bare {former[m] / len(rader):.0%} av spørsmålene er på {m}"
        for m, a in MINST_ANDEL.items()
        if former[m] < a * len(rader)
    ]
    return feil + [
        f"ingen spørsmål fra {rolle}"
        for rolle in ("innbygger", "parorende", "saksbehandler")
        if not any(r.rolle == rolle for r in rader)
    ]

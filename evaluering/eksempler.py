"""The examples that are learnt from, as they lie in evaluering/trening and veileder/forstaelse/eksempler."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from veileder.overlevering.kontakt import les_kontakter

ROT = Path(__file__).resolve().parent
KORPUS = ROT.parent / "korpus"
Rad = dict[str, Any]


def les(filer: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the rows of JSON-lines files."""
    return [json.loads(linje) for fil in sorted(filer) for linje in fil.read_text(encoding="utf-8").splitlines() if linje.strip()]


_ENKLE: dict[str, tuple[str, ...]] = {
    "om": ("hva er {}?", "hva betyr {}", "kva er {}?", "fortell om {}"),
    "hvem": ("hvem kan få {}?", "kven kan få {} i {}?", "er det aldersgrense for {}", "hvem er {} for"),
    "omfatter": ("hva får jeg med {}?", "hva omfatter {}", "kva inneheld {}", "hva er med i {}"),
    "omfatter-ikke": ("hva er ikke med i {}", "hva hjelper dere ikke med ved {}?", "kva er ikkje med i {}"),
    "kommunens-ansvar": (
        "hva har kommunen ansvar for ved {}?", "hva kan jeg forvente av kommunen ved {}",
        "kva pliktar har kommunen ved {}",
    ),
    "ditt-ansvar": ("hva må jeg gjøre selv ved {}", "hva forventes av meg ved {}?", "kva ansvar har eg sjølv ved {}"),
    "kriterier": (
        "kriterier for {}", "hva legger kommunen vekt på ved {}", "kva legg kommunen vekt på ved {}",
        "vilkår for {}", "hva skal til for å få {}",
    ),
    "soknad": ("hvordan søker jeg om {}", "korleis søkjer eg om {}?", "søke om {} i {}", "skjema for {}"),
    "vurdering": (
        "kommer dere på hjemmebesøk før {}?", "hvordan vurderer dere søknaden om {}",
        "korleis blir søknaden om {} vurdert",
    ),
    "tildeling": ("hvor lenge varer {}", "når får jeg {}?", "kor lenge gjeld {}", "hva står i vedtaket om {}"),
    "avslag-og-klage": ("{} klage", "hvordan klager jeg på avslag på {}", "klagefrist {}", "kvar klagar eg på {}"),
    "pris": ("hva koster {}?", "hva koster {} i {}", "kva kostar {} i {}?", "{} pris", "er {} gratis"),
    "lovgrunnlag": ("hvilken lov gjelder for {}", "er {} lovpålagt?", "lovheimel for {}"),
    "kontakt": ("hvem kontakter jeg om {}", "kven ringjer eg om {} i {}?", "telefon {} {}"),
}  # fmt: skip


def enkle_sporsmal() -> list[tuple[str, str, str]]:
    """Return (question, service, aspect): the plainest about every service, with and without a place.

    Whatever the weights, these must be answered.
    """
    steder = [k.navn for k in les_kontakter(KORPUS / "kommuner.yaml").kommuner.values()]
    former = [(mal, aspekt) for aspekt, maler in _ENKLE.items() for mal in maler]
    ut = []
    for i, fil in enumerate(sorted((KORPUS / "tjenester").glob("*.md"))):
        tittel = re.search(r"^tittel: (.+)$", fil.read_text(encoding="utf-8"), re.MULTILINE)
        assert tittel is not None, fil
        navn, slug = tittel[1].split(" (")[0].lower(), fil.name.removesuffix(".md").removesuffix(".nn")
        # A ninth of the forms for each title: all services and all forms, and far less weight than people's own words.
        ut += [(m.format(navn, steder[(i + j) % len(steder)]), slug, a) for j, (m, a) in enumerate(former) if (i + j) % 9 == 0]
    return ut


def les_emne() -> list[Rad]:
    """Return the examples of what a question is about."""
    return les((ROT / "trening").glob("emne_*.jsonl"))


def les_grense() -> list[Rad]:
    """Return the examples of what kind of message it is, all with the fields ``sporsmal``, ``klasse`` and ``slag``."""
    eldre = les(ROT / "trening" / navn for navn in ("grense.jsonl", "utenfor.jsonl"))
    nye = les((ROT.parent / "veileder" / "forstaelse" / "eksempler").glob("grense_*.jsonl"))
    klasser = {"vedtak": "vedtaksnaert"}
    return [*eldre, *({**r, "sporsmal": r["melding"], "klasse": klasser.get(r["klasse"], r["klasse"])} for r in nye)]


def feltrader() -> list[tuple[str, str]]:
    """Return (question, ``innenfor`` or ``utenfor``) of every example that is the one or the other."""
    klasser = {"utenfor": "utenfor", "innenfor": "innenfor", "generelt": "innenfor", "vedtaksnaert": "innenfor"}
    andre = [*les_grense(), *les(f for f in utenforfiler() if f.stem != "utenfor")]
    inne = list(dict.fromkeys([*(str(r["sporsmal"]) for r in les_emne()), *(s for s, *_ in enkle_sporsmal())]))
    return [(s, "innenfor") for s in inne] + [(str(r["sporsmal"]), klasser[r["klasse"]]) for r in andre if r["klasse"] in klasser]


def utenforfiler() -> list[Path]:
    """Return the files of examples outside the field, and of those that only look so."""
    return sorted((ROT / "trening").glob("utenfor*.jsonl"))

"""Layer A, one answer at a time: what can be judged without a model. Every value is in [0, 1] unless told.

A metric is None where it does not apply (a question without an answer has no rank), and such rows are not
counted; how many were counted stands beside each mean. Retrieval is judged over sections, each counted at
its best passage. Source of the measures: nDCG, MRR and hit@k by ir-measures; id-based precision and recall
and likeness to the reference by ragas (in ``ragas_mal``); LIX by Björnsson 1968.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import ir_measures
from ir_measures import RR, Success, nDCG

from evaluering.gull import Gullrad
from evaluering.kjoring import seksjon_av
from evaluering.mal import avstatt
from veileder.domene import Utfall
from veileder.formulering.kontroll import brett
from veileder.forstaelse.lesbarhet import lix
from veileder.indeksering.lesere import les_fil
from veileder.indeksering.setninger import finn_setninger

Rad = dict[str, Any]
Verdier = dict[str, float | None]

SVARTE = (Utfall.BESVART, Utfall.DELVIS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrikk:
    """A measure as the report tells it. ``enhet`` is andel (share), ord, lix or ms."""

    navn: str
    forklaring: str
    enhet: str = "andel"
    hoyt_er_bra: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Vurdert:
    """One answer with its golden row and what each metric says of it."""

    gull: Gullrad
    svar: Rad
    verdier: Verdier


METRIKKER = tuple(
    Metrikk(navn=navn, forklaring=forklaring, enhet=enhet, hoyt_er_bra=bra)
    for navn, forklaring, enhet, bra in (
        ("seksjon først", "Den første kilden er en av seksjonene som svarer på spørsmålet.", "andel", True),
        ("seksjon vist", "En av kildene som vises, er en riktig seksjon.", "andel", True),
        ("seksjon topp 3", "En riktig seksjon er blant de tre første i søket.", "andel", True),
        ("treff@1", "En riktig seksjon er først i søket.", "andel", True),
        ("treff@5", "En riktig seksjon er blant de fem første i søket.", "andel", True),
        ("MRR@10", "1 delt på plassen til den første riktige seksjonen i søket.", "andel", True),
        ("nDCG@10", "Hvor høyt de riktige seksjonene står i søket, alle sett under ett.", "andel", True),
        ("kontekstpresisjon", "Hvor mange av kildene som vises, som er riktige seksjoner (ragas).", "andel", True),
        ("kontekstdekning", "Hvor mange av de riktige seksjonene som vises (ragas).", "andel", True),
        ("kontekstdekning søk", "Hvor mange av de riktige seksjonene som er blant de fem første i søket (ragas).", "andel", True),
        ("likhet med referansen", "Hvor nær svaret ligger et fasitsvar i mening, målt med vektorer (ragas).", "andel", True),
        ("utfall", "Samtalen endte slik den skulle: svart, overlevert, avstått, nødnummer.", "andel", True),
        ("avsto med rette", "Spørsmål uten svar i tekstene: assistenten sier at den ikke vet.", "andel", True),
        ("unødig avslag", "Spørsmål med svar i tekstene: assistenten sier likevel at den ikke vet.", "andel", False),
        ("unødig overlevering", "Generelle spørsmål som ble sendt videre til et menneske.", "andel", False),
        ("kilde finnes", "Svar som sier noe av innhold, viser minst én kilde.", "andel", True),
        ("sitat ordrett", "Sitatet står ord for ord i filen det viser til.", "andel", True),
        ("sitat bærer", "Hvert avsnitt med kildenummer står i det sitatet nummeret viser til.", "andel", True),
        ("fakta vist", "Det svaret må inneholde, for eksempel en frist eller et beløp, vises.", "andel", True),
        ("fakta i kilde", "Faktaene som vises, står i et sitat og ikke bare i våre egne ord.", "andel", True),
        ("forbudt vist", "Noe som ville vært galt, vises: feil frist, feil beløp, et løfte.", "andel", False),
        ("målform", "Svaret og sitatene er på målformen til spørsmålet.", "andel", True),
        ("ord", "Lengden på det brukeren leser.", "ord", False),
        ("lix", "Hvor tungt teksten er å lese. Under 40 er lett, over 50 er vanskelig.", "lix", False),
        ("ms", "Tiden fra spørsmål til svar.", "ms", False),
    )
)
"""What layer A measures, in the order of the report."""

_HENVISNING = re.compile(r"\s*\[(\d+)\](?!\()")
_SOK = {Success @ 1: "treff@1", Success @ 3: "seksjon topp 3", Success @ 5: "treff@5", RR @ 10: "MRR@10", nDCG @ 10: "nDCG@10"}


def mal_svar(g: Gullrad, svar: Rad, korpus: Path) -> Verdier:
    """Return what can be judged of one answer alone: all but the ranking."""
    utfall = Utfall(svar["utfall"])
    return {
        **_utfallet(g, svar, utfall),
        **_sitatene(svar, utfall, korpus),
        **_faktaene(g, svar),
        **_spraket(g, svar, utfall, korpus),
        "ms": float(svar["ms"]),
    }


def rangert(svar: Rad) -> list[str]:
    """Return the sections of the search, best first, each once."""
    return list(dict.fromkeys(t["seksjon"] for t in svar["treff"]))


def viste(svar: Rad) -> list[str]:
    """Return the sections of the sources shown, in their order."""
    return [seksjon_av(k["dokument"], k["aspekt"]) for k in svar["kilder"]]


def mal_soket(gull: Sequence[Gullrad], svar: Sequence[Rad]) -> list[Verdier]:
    """Return the ranking metrics of every row, computed together by ir-measures."""
    fasit = [ir_measures.Qrel(str(nr), s, 1) for nr, g in enumerate(gull) for s in set(g.seksjoner)]
    kjort = [
        ir_measures.ScoredDoc(str(nr), s, float(-plass))
        for nr, r in enumerate(svar)
        for plass, s in enumerate(rangert(r) or ["–"])
    ]
    per_rad: list[Verdier] = [dict.fromkeys((*_SOK.values(), "seksjon først", "seksjon vist")) for _ in gull]
    for tall in ir_measures.iter_calc(list(_SOK), fasit, kjort):
        per_rad[int(tall.query_id)][_SOK[tall.measure]] = float(tall.value)
    for g, r, verdier in zip(gull, svar, per_rad, strict=True):
        if g.seksjoner:
            kilder, rette = viste(r), set(g.seksjoner)
            verdier["seksjon først"] = float(bool(kilder) and kilder[0] in rette)
            verdier["seksjon vist"] = float(bool(rette & set(kilder)))
    return per_rad


def _utfallet(g: Gullrad, svar: Rad, utfall: Utfall) -> Verdier:
    generelt = Utfall.BESVART in g.utfall
    return {
        "utfall": float(utfall in g.utfall),
        "avsto med rette": float(avstatt(svar)) if g.utfall == (Utfall.UTEN_GRUNNLAG,) else None,
        "unødig avslag": float(avstatt(svar)) if generelt and g.seksjoner else None,
        "unødig overlevering": float(utfall is Utfall.OVERLEVERT) if generelt else None,
    }


def _sitatene(svar: Rad, utfall: Utfall, korpus: Path) -> Verdier:
    kilder = svar["kilder"]
    sitat = {k["nr"]: brett(k["sitat"]) for k in kilder}
    henvisninger = list(_HENVISNING.finditer(svar["tekst"]))
    return {
        "kilde finnes": float(bool(kilder)) if utfall in SVARTE else None,
        "sitat ordrett": _snitt([float(brett(k["sitat"]) in _filtekst(korpus / k["fil"])) for k in kilder]),
        "sitat bærer": _snitt([float(_baerer(svar["tekst"][: m.start()], sitat.get(int(m[1]), ""))) for m in henvisninger]),
    }


def _baerer(foran: str, sitat: str) -> bool:
    """Whether what stands before a source number ends in that source's quotation (a lone item without its bullet)."""
    return bool(sitat) and brett(foran).endswith((sitat, sitat.lstrip("-*• ")))


@lru_cache(maxsize=512)
def _filtekst(sti: Path) -> str:
    return brett(les_fil(sti).tekst) if sti.is_file() else ""


def _vist(svar: Rad) -> tuple[str, str]:
    sitater = brett(" ".join(k["sitat"] for k in svar["kilder"])).lower()
    return brett(svar["tekst"]).lower() + " " + sitater, sitater


def fakta_som_mangler(g: Gullrad, svar: Rad) -> list[str]:
    """Return the first form of each required fact that the answer does not show."""
    vist, _ = _vist(svar)
    return [gruppe[0] for gruppe in g.fakta if not any(_star(f, vist) for f in gruppe)]


def _faktaene(g: Gullrad, svar: Rad) -> Verdier:
    vist, sitater = _vist(svar)
    funnet = [any(_star(f, vist) for f in gruppe) for gruppe in g.fakta]
    i_kilde = [any(_star(f, sitater) for f in gruppe) for gruppe, f in zip(g.fakta, funnet, strict=True) if f]
    return {
        "fakta vist": _snitt([float(f) for f in funnet]),
        "fakta i kilde": _snitt([float(f) for f in i_kilde]),
        "forbudt vist": float(any(_star(f, vist) for f in g.forbudt)),
    }


def _star(form: str, tekst: str) -> bool:
    """Whether a form stands in a text as whole words, so that «2 uker» is not found in «12 uker»."""
    return re.search(rf"(?<![\w§]){re.escape(brett(form).lower())}(?!\w)", tekst) is not None


def _spraket(g: Gullrad, svar: Rad, utfall: Utfall, korpus: Path) -> Verdier:
    sitert = {
        k["malform"] for k in svar["kilder"] if k["malform"] == g.sprak or g.sprak == "nb" or _har_tvilling(korpus / k["fil"])
    }
    ventet = {"en": {"nb", "nn"}}.get(g.sprak, {g.sprak})
    tekst = _HENVISNING.sub("", svar["tekst"])
    return {
        "målform": float(svar["sprak"] == g.sprak and sitert <= ventet),
        "ord": float(len(tekst.split())),
        "lix": lix([tekst[s.start : s.slutt] for s in finn_setninger(tekst, 0, len(tekst), markdown=True)])
        if utfall in SVARTE
        else None,
    }


def _har_tvilling(sti: Path) -> bool:
    return sti.with_suffix(".nn.md").is_file()


def _snitt(verdier: Sequence[float]) -> float | None:
    return sum(verdier) / len(verdier) if verdier else None


def samle(verdier: Sequence[Mapping[str, float | None]], navn: str) -> list[float]:
    """Return the values of one metric over the rows that it applies to."""
    return [v for rad in verdier if (v := rad.get(navn)) is not None]

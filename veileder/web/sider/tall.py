"""Amounts, deadlines and shares in a text, brought to one form so that two texts can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from veileder.indeksering.enheter import ren

_ORDTALL = {
    "én": "1", "ein": "1", "éi": "1", "ett": "1", "eitt": "1", "to": "2", "tre": "3", "fire": "4", "fem": "5", "seks": "6",
    "sju": "7", "syv": "7", "åtte": "8", "ni": "9", "ti": "10", "elleve": "11", "tolv": "12", "fjorten": "14",
}  # fmt: skip
"""Numbers as words. The article «en» is no number."""

_ENHETER: tuple[tuple[str, str], ...] = (
    ("kroner", r"kroner|kr\b\.?"),
    ("prosent", r"prosent|pst\b\.?|%"),
    ("minutter", r"minutt(?:er|ar)?\b"),
    ("timer", r"tim(?:er|ar|e)\b"),
    ("døgn", r"døgn\b"),
    ("dager", r"(?:virke|arbeids|yrke)?dag(?:er|ar)?\b"),
    ("uker", r"uke(?:r|ne)?\b|vek(?:e|er|ene)\b"),
    ("måneder", r"måned(?:er|ene)?\b|månad(?:er|ene)?\b"),
    ("år", r"år(?:ene|a)?\b"),
    ("kilometer", r"kilometer\b|km\b"),
)
_PER = (
    ("måneden", r"måned\w*|månad\w*|mnd\b"),
    ("døgnet", r"døgn\w*"),
    ("dagen", r"dag(?:en)?\b"),
    ("uken", r"uk(?:e|en|a)\b|vek(?:e|a)\b"),
    ("timen", r"tim(?:e|en)\b"),
    ("året", r"år(?:et)?\b"),
    ("gangen", r"gang(?:en)?\b"),
    ("porsjonen", r"(?:en |ein |hel |heil |halv )*porsjon\w*"),
)
_T = rf"(?:\d{{1,3}}(?:[ \u00a0\u202f.]\d{{3}})+|\d+)(?:,\d+)?|\b(?:{'|'.join(_ORDTALL)})\b"
_E = "|".join(f"(?P<e{i}>{uttrykk})" for i, (_, uttrykk) in enumerate(_ENHETER))
_P = "|".join(f"(?P<p{i}>{uttrykk})" for i, (_, uttrykk) in enumerate(_PER))
_FORAN = r"(?:i|per|pr\.?|for|om|hver|kvar|/|den|det)"
_TALL = re.compile(
    rf"(?<![\w,.§-])(?:(?P<fra>{_T})\s*(?:–|-|til|eller)\s*)?(?P<til>{_T})[ \u00a0\u202f]*(?:{_E})(?:,-)?"
    rf"(?:\s*(?:{_FORAN}\s+)*(?:{_P}))?",
    re.IGNORECASE,
)
_KR_FORAN = re.compile(r"\bkr\.?\s*((?:\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+)(?:,\d+)?)(?:,-)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tall:
    """A number with its unit, as «520» and «kroner i måneden». A range is «1–7»."""

    verdi: str
    enhet: str


def tall_i(tekst: str) -> tuple[Tall, ...]:
    """Return the numbers with a unit in a Markdown text, each once, in order."""
    flat = _KR_FORAN.sub(r"\1 kroner", ren(tekst))
    return tuple(dict.fromkeys(_tall(treff) for treff in _TALL.finditer(flat)))


def _tall(treff: re.Match[str]) -> Tall:
    enhet = next(navn for i, (navn, _) in enumerate(_ENHETER) if treff[f"e{i}"])
    per = next((navn for i, (navn, _) in enumerate(_PER) if treff[f"p{i}"]), "")
    forhold = "for" if per in ("gangen", "porsjonen") else "i"
    verdi = f"{_siffer(treff['fra'])}–{_siffer(treff['til'])}" if treff["fra"] else _siffer(treff["til"])
    return Tall(verdi=verdi, enhet=f"{enhet} {forhold} {per}" if per else enhet)


def _siffer(skrevet: str) -> str:
    if ordtall := _ORDTALL.get(skrevet.lower()):
        return ordtall
    heltall, _, desimaler = re.sub(r"[ \u00a0\u202f.]", "", skrevet).partition(",")
    desimaler = desimaler.rstrip("0")
    ren_ = str(int(heltall))
    gruppert = f"{int(ren_):,}".replace(",", "\u00a0") if len(ren_) > 3 else ren_
    return f"{gruppert},{desimaler}" if desimaler else gruppert


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallrad:
    """One unit over several places: what each says, and whether they say the same."""

    enhet: str
    verdier: Mapping[str, tuple[str, ...]]

    @property
    def resultat(self) -> str:
        """«ulikt», «likt», or «ett_sted» when only one text has a number of this kind."""
        oppgitt = [set(v) for v in self.verdier.values() if v]
        if len(oppgitt) < 2:
            return "ett_sted"
        return "likt" if all(v == oppgitt[0] for v in oppgitt) else "ulikt"


def sammenlign_tall(tekster: Sequence[tuple[str, str]]) -> tuple[Tallrad, ...]:
    """Compare texts given as (place, text); one row for each unit, in the order they are met."""
    funnet = {sted: tall_i(tekst) for sted, tekst in tekster}
    enheter = dict.fromkeys(t.enhet for tall in funnet.values() for t in tall)
    return tuple(
        Tallrad(enhet=enhet, verdier={sted: tuple(t.verdi for t in tall if t.enhet == enhet) for sted, tall in funnet.items()})
        for enhet in enheter
    )

"""What stops a sentence by itself, whatever else speaks for it: facts that its passages do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from veileder.formulering.kontroll import lover
from veileder.formulering.sprakkontroll.mengder import Mengde, Slag, finn_mengder
from veileder.formulering.sprakkontroll.ordklasser import AKTORER, KLASSER, MAKT
from veileder.formulering.sprakkontroll.sammenlikning import Sammenlikning
from veileder.formulering.sprakkontroll.tvil import Tvil
from veileder.forstaelse.ordliste import Ordliste

_SLAG = {slag: Tvil(slag.value) for slag in Slag}
_ETT = {"1"}
"""A bare «én» or «ett» only counts what is named, as in «én gang» or «ett av vilkårene»."""

_NAVN = re.compile(r"(?<![.!?:–-] )(?<!^)\b([A-ZÆØÅ][\wæøå]+(?:[ -][A-ZÆØÅ][\wæøå]+)*)")
_UTEN_VILKAR = re.compile(r"\b(?:når|hvis|dersom|om) du får (?:avslag|medhold)", re.IGNORECASE)
"""What happens if it is refused is no promise of a refusal."""

_ADRESSE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|\b[\w-]+\.(?:no|com|org|net)\b", re.IGNORECASE)


def brudd(s: Sammenlikning, ordliste: Ordliste) -> Iterator[Tvil]:
    """Yield what stops a sentence beside its passages."""
    yield from _nye_mengder(s)
    if _ukjente_navn(s) or _nye_tjenester(s, ordliste) or _byttet_tjeneste(s, ordliste) or _ny_adresse(s):
        yield Tvil.NAVN
    if _nye_makthavere(s):
        yield Tvil.AKTOR
    if lover(_UTEN_VILKAR.sub("", s.setning.tekst)) and not lover(s.alt.tekst):
        yield Tvil.LOVNAD
    if KLASSER["rett"].search(s.setning.tekst) and not KLASSER["rett"].search(s.alt.tekst):
        yield Tvil.LOVNAD


def naere_brudd(trekk: Mapping[str, float]) -> Iterator[Tvil]:
    """Yield what stops a sentence that follows its passage word for word but for this (``forskjell``)."""
    if trekk["nektelse.satt_inn"] or trekk["nektelse.tatt_ut"]:
        yield Tvil.NEKTELSE
    if trekk["vilkar.modal_byttet"]:
        yield Tvil.VILKAR
    if trekk["omfang.byttet"]:
        yield Tvil.OMFANG
    if trekk["dekning.tilfoyd"]:  # «bilde og en ny legeerklæring» where the passage has only «bilde»
        yield Tvil.DEKNING


def _nye_mengder(s: Sammenlikning) -> Iterator[Tvil]:
    nye = s.setning.mengder - s.alt.mengder - finn_mengder(s.kontekst)
    for m in sorted(nye):
        if not (m.slag is Slag.TALL and not m.enhet and m.verdi in _ETT) and not _i_bart_tall(m, s):
            yield _SLAG[m.slag]


def _i_bart_tall(m: Mengde, s: Sammenlikning) -> bool:
    """Whether a number without a unit stands in the passage with one: «taket er 245»."""
    return not m.enhet and m.slag is Slag.TALL and any(x.verdi == m.verdi for x in s.alt.mengder)


def _ukjente_navn(s: Sammenlikning) -> bool:
    kjent = f"{s.alt.tekst} {s.kontekst}".lower()
    return any(del_.lower() not in kjent for navn in _NAVN.findall(s.setning.tekst) for del_ in re.split(r"[ -]", navn))


def _nye_tjenester(s: Sammenlikning, ordliste: Ordliste) -> bool:
    egne = _tjenester_i(s.setning.tekst, ordliste)
    return bool(egne) and not egne <= _tjenester_i(f"{s.alt.tekst} {s.kontekst}", ordliste)


def _byttet_tjeneste(s: Sammenlikning, ordliste: Ordliste) -> bool:
    """Whether a service stands where what the sentence rests on names another, though its passage has both."""
    egne, her = (_tjenester_i(tekst, ordliste) for tekst in (s.setning.tekst, s.vindu.tekst))
    return bool(egne - her - _tjenester_i(s.kontekst, ordliste)) and bool(her - egne)


@lru_cache(maxsize=1024)
def _tjenester_i(tekst: str, ordliste: Ordliste) -> frozenset[str]:
    """Return the services that a text names; a passage is asked about for each sentence that cites it."""
    return frozenset(rad.tjeneste for _, rad in ordliste.finn(tekst) if rad.tjeneste)


def _ny_adresse(s: Sammenlikning) -> bool:
    return any(a not in s.alt.tekst for a in _ADRESSE.findall(s.setning.tekst))


def _nye_makthavere(s: Sammenlikning) -> bool:
    kjente = s.alt.aktorer | {navn for navn, m in AKTORER.items() if m.search(s.kontekst)}
    return bool((s.setning.aktorer - kjente) & MAKT)

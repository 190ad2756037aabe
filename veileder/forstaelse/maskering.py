"""Personal data in what people write is masked before anything else sees it.

Numbers of identity, telephone, account and case, e-mail addresses, addresses, dates of birth and names.
Published short numbers (113, 116 117), offices' numbers, amounts, laws and places stay.
A mask keeps the sentence readable for search: «[telefonnummer]».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from veileder.forstaelse.adresse import finn_adresser
from veileder.forstaelse.fodselsdato import finn_fodselsdatoer
from veileder.forstaelse.maske import SLAG, Funn, fjern, sett_inn, skjul, uten_overlapp, vis
from veileder.forstaelse.navn import finn_navn
from veileder.forstaelse.personnummer import finn_personnumre
from veileder.forstaelse.saksnummer import finn_saksnumre
from veileder.forstaelse.telefon import finn_telefoner, finn_utenlandske

_PRIKK = r"\s?(?:\b(?:punktum|prikk|punkt|dot|kropka|крапка)\b|[(\[]\s?(?:punktum|prikk|dot|\.)\s?[)\]])\s?"
_LOKAL = rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:{_PRIKK}[\w+-]{{1,32}}){{0,3}}"
_ALFA = r"(?:krøll?\s?-?alfa|alfa-?krøll|krøll-?a|snabel\s?-?a|малпа|małpa|arroba|chiocciola|kukac)"
_KROLLALFA = rf"\s?(?:[(\[{{<]\s?(?:{_ALFA}|at|ætt?|a|@)\s?[)\]}}>]|\b{_ALFA}\b)\s?"
_NIVA = r"[\w-]{1,63}"
_ENDE = (
    r"(?:no|com|org|net|info|online|eu|uk|se|dk|fi|is|de|at|ch|fr|be|nl|es|it|pt|pl|ua|lt|lv|ee|cz|sk|hu|ro|bg|rs|hr|ba"
    r"|gr|tr|ru|so|me|example)\b"
)
_TILBYDER = r"(?:gmail|hotmail|outlook|live|yahoo|icloud|online|msn|protonmail|proton|broadpark|getmail|lyse|frisurf|start)"
_EPOST = re.compile(
    rf"{_LOKAL}\s?@\s?{_NIVA}(?:\.{_NIVA})+"
    rf"|{_LOKAL}\s?@\s?{_NIVA}(?:,\s?|\s\.\s?|{_PRIKK}|\s){_ENDE}"
    rf"|{_LOKAL}@[a-z][\w-]{{2,62}}"
    rf"|{_LOKAL}{_KROLLALFA}{_NIVA}(?:(?:\.|,|{_PRIKK}){_NIVA})+"
    rf"|{_LOKAL}\s(?:at|ætt?)\s(?:{_NIVA}(?:{_PRIKK}{_NIVA}){{0,2}}{_PRIKK}|{_TILBYDER}\.){_ENDE}",
    re.IGNORECASE,
)


def _finn_epost(tekst: str) -> Iterator[Funn]:
    return (Funn(start=t.start(), slutt=t.end(), slag="e-postadresse") for t in _EPOST.finditer(tekst))


_LEDD: tuple[Callable[[str], Iterable[Funn]], ...] = (
    _finn_epost, finn_utenlandske, finn_personnumre, finn_fodselsdatoer, finn_saksnumre, finn_telefoner, finn_adresser, finn_navn,
)  # fmt: skip
"""In this order: a later one sees the masks of the earlier, and so never takes a number that was something else."""


@dataclass(frozen=True, slots=True)
class Maskert:
    """The text as everything after this step sees it, and which kinds of data were taken out."""

    tekst: str
    slag: tuple[str, ...]


def masker(tekst: str) -> Maskert:
    """Return the text with personal data replaced by its kind in square brackets.

    A mask is itself a sign of what stands beside it, so the rules run until nothing more is found:
    masking a masked text changes nothing.
    """
    arbeid = skjul(tekst)
    slag: set[str] = set()
    while True:
        for ledd in _LEDD:
            funn = uten_overlapp(ledd(arbeid))
            slag |= {f.slag for f in funn}
            arbeid = sett_inn(arbeid, funn)
        ny = vis(arbeid)
        if ny == tekst:
            break
        tekst = ny
    return Maskert(tekst, tuple(s for s in SLAG if s in slag))


def uten_masker(tekst: str) -> str:
    """Return the text without the masks, for search."""
    return fjern(tekst)

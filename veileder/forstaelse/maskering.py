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

_LOKAL = r"(?<![\w.+-])[\w.+-]{1,64}"
_KROLLALFA = r"\s?(?:[(\[{]\s?(?:krøllalfa|alfakrøll|snabel-?a|at|@)\s?[)\]}]|\b(?:krøllalfa|alfakrøll|snabel-?a)\b)\s?"
_PRIKK = r"\s?\b(?:punktum|prikk|dot)\b\s?"
_ENDE = r"(?:no|com|org|net|se|dk|eu|uk|pl|ua|lt|de)\b"
_EPOST = re.compile(
    rf"{_LOKAL}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+"
    rf"|{_LOKAL}{_KROLLALFA}[\w-]{{1,63}}(?:(?:\.|{_PRIKK})[\w-]{{1,63}})*(?:\.|{_PRIKK}){_ENDE}"
    rf"|{_LOKAL}\s(?:at|ætt)\s[\w-]{{1,63}}(?:{_PRIKK}[\w-]{{1,63}})*{_PRIKK}{_ENDE}",
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

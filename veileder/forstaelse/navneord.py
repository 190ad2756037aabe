"""Words and names: which words are first names, surnames, and which are words that nobody is called."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from veileder.forstaelse.navneunntak import EPONYMER, IKKE_NAVN, MANEDER, ORD_UTEN_STOR, PRODUKTER, TVETYDIGE
from veileder.forstaelse.sted import norske_kommuner

_ORGANISASJON = re.compile(
    r"(?:foren|forbund|kommun|tenest|tjenest|kontor|etat|direktorat|forvalt|ombud|utval|utvalg|sykehus"
    r"|sjukehus|hospital|sykehjem|sjukeheim|bolig|bustad|avis|festival|modell|torg"
    r"|skol|skul|klinikk|apotek|sentral|sent(?:er|re|ere)|institutt|syndrom|sykdom|sjukdom|alarm|tilbud|tilbod"
    r"|bistand|stønad|bevis|tillatels|løyve|hjelp|ordning|opphold|opphald|behandl|omsorg"
    r"|rehabilit(?:ering)?|veiledning|rettleiing|innsats|reform|koordinator|pleie|pleiar|terapi|terapeut|team|senter|lov"
    r"|forskrift|trapp|vakt|demens|kreft|legat|stift|fylk|domm|festiv|posten|helse|råd)"
    r"(?:en|et|a|ene|ane|inga?|ingen|ning|e|er|ar|s|n|sen|ta|ten|tet)?s?$"
)
_UTEN_STREK = str.maketrans("łđðþıß", "lddtis")
_NORDISK = str.maketrans("öäóúíáé", "øæouiae")


@cache
def _liste(navn: str) -> frozenset[str]:
    linjer = (files("veileder.forstaelse") / navn).read_text(encoding="utf-8").splitlines()
    return frozenset(linje.strip().lower() for linje in linjer if linje.strip() and not linje.startswith("#"))


def _i_listen(lite: str, liste: frozenset[str]) -> bool:
    """Whether a list has a word, as it stands or without the marks of other alphabets: «gülşen» as «gulsen»."""
    if lite in liste or lite.isascii():
        return lite in liste
    biter = (t if t in "æøå" else unicodedata.normalize("NFKD", t) for t in lite.translate(_UTEN_STREK))
    flat = "".join(t for t in "".join(biter) if not unicodedata.combining(t))
    return flat in liste or lite.translate(_NORDISK) in liste


def er_fornavn(ord_: str) -> bool:
    """Whether a word, or each part of one with hyphens, is in the list; a genitive counts, and the old endings of names."""
    lite = ord_.lower()
    navn = _liste("fornavn.txt")
    if (
        lite in TVETYDIGE
        or _i_listen(lite, navn)
        or (lite.removesuffix("s") in navn and lite[:-1] not in TVETYDIGE and lite not in IKKE_NAVN)
    ):
        return lite not in EPONYMER
    deler = re.split(r"[-'’]", lite)
    return len(deler) > 1 and (deler[0] in navn or deler[-1] in navn) and ord_.istitle() and not EPONYMER.intersection(deler)


def er_eponym(ord_: str) -> bool:
    """Whether a word, or a part of it, is the name of an illness, a test, a method or a make."""
    lite = ord_.lower()
    return lite in EPONYMER or lite in PRODUKTER or not EPONYMER.isdisjoint(lite.split("-"))


def er_etternavn(ord_: str) -> bool:
    """Whether a word, or a part of one with hyphens, is in the list of surnames."""
    liste = _liste("etternavn.txt")
    lite = ord_.lower()
    return _i_listen(lite, liste) or _i_listen(lite.removesuffix("s"), liste) or any(d in liste for d in lite.split("-")[1:])


def er_eieform(ord_: str) -> bool:
    """Whether a word is a name with the s of a genitive: «Solveigs», not «Jonas»."""
    lite = ord_.lower()
    if not lite.endswith("s") or lite in _liste("fornavn.txt") or lite in _liste("etternavn.txt"):
        return False
    return er_fornavn(lite[:-1]) or er_etternavn(lite[:-1])


def er_tvetydig(ord_: str) -> bool:
    """Whether a first name is a word too."""
    return ord_.lower() in TVETYDIGE


def er_navn_uten_stor(ord_: str) -> bool:
    """Whether a word without a capital can only be a first name."""
    lite = ord_.lower()
    return len(lite) > 3 and lite in _liste("fornavn.txt") and lite not in TVETYDIGE | ORD_UTEN_STOR and not er_vanlig(lite)


def er_maned(ord_: str) -> bool:
    """Whether a name is also a month, which may carry a capital inside a sentence."""
    return ord_.lower() in MANEDER


def er_vanlig(ord_: str) -> bool:
    """Whether a word is one of ours: a common word, a service, an office, a disease, a relative."""
    lite = ord_.lower()
    if lite in IKKE_NAVN or lite in _liste("vanligeord.txt"):
        return True
    return er_organisasjon(ord_) and not er_etternavn(ord_) and not er_fornavn(ord_)


def er_stopp(ord_: str) -> bool:
    """Whether a word is a greeting, a relative, a role, an office or a small word, which no name holds."""
    return ord_.lower() in IKKE_NAVN


def er_organisasjon(ord_: str) -> bool:
    """Whether a word is built as names of offices, services and illnesses are."""
    return bool(_ORGANISASJON.search(ord_.lower()))


def er_kommune(ord_: str) -> bool:
    """Whether a word is a municipality's name."""
    return ord_.lower().removesuffix("s") in norske_kommuner().navn or ord_.lower() in norske_kommuner().navn

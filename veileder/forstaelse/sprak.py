"""Which language a text is written in, from the small words that only that language has.

Function words decide because they are frequent, short and rarely borrowed; a message of three words
has one. Romsdal and Nordmøre dialect shares many with nynorsk (ikkje, ho, heim) and is known by its own;
it is answered in bokmål.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from veileder.domene import Malform

if TYPE_CHECKING:
    from lingua import LanguageDetector

_ORD = re.compile(r"[a-zæøåéòô]+", re.IGNORECASE)

_NN = frozenset(
    "eg ikkje kva kven korleis kvar kvifor nokon noko nokre dykk dykkar hjå frå vore berre heim heime heimen dei deira sjå sjølv"
    " vert vart blei gjer gjere seier fekk ho hennar kjem søkje søkjer teneste tenesta tenester tenestene sjukeheim kostar skal"
    " eit ein mykje meir mange saman einskild eigen eiga eigendel tryggleiksalarm brukar hjelpa noverande òg enno etter"
    " kor dersom medan mor far burde måtte trong treng trengst gjeld gjev tek spør veit heiter kjenner høyrer vere".split()
) - frozenset("skal ein etter mor far mange saman kor dersom vert hjelpa ho".split())
_NB = frozenset(
    "jeg ikke hva hvem hvordan hvor hvorfor noen noe dere deres fra vært bare hjem hjemme hjemmet de selv blir ble gjør gjøre"
    " sier fikk hun hennes kommer søke søker tjeneste tjenesten tjenester sykehjem koster et en mye mer sammen egen egenandel"
    " trygghetsalarm bruker også gjelder gir tar vet heter være når mens".split()
) - frozenset("de en noe egen når bruker".split())
_EN = frozenset(
    "the is are what how who where why can could do does did my your i we you they she he a an of for to and or not with have"
    " has would should much need want help get mother father please when there this that am was cost costs home care".split()
) - frozenset("i for to a an and he of home do get is are".split())

_DIALEKT = frozenset(
    "e ka te ska æ kem kæm itj ittj dæm mæ dæ sæ nån nåen kainn kain koss kossen korsen kjæm dokk dåkk dåkker dåkkå førr hainn"
    " hain nåkka nåkko nåko koffer koffor fær vårrå våres bærre ætter ænno hjæm hjæmme hæm vårres værra tå sia læng møkje".split()
)
"""Small words of the dialects here, each at least eight times as frequent in the training's dialect messages as
in those in nynorsk and in bokmål."""


def gjett_malform(tekst: str) -> Malform | None:
    """Return the language of a text, or None when the small words do not tell."""
    ord_ = [o.lower() for o in _ORD.findall(tekst)]
    dialekt = sum(o in _DIALEKT for o in ord_)
    if dialekt and dialekt >= sum(o in _NN for o in ord_):
        return Malform.NB
    antall = {m: sum(o in liste for o in ord_) for m, liste in ((Malform.NB, _NB), (Malform.NN, _NN), (Malform.EN, _EN))}
    best = max(antall, key=lambda m: antall[m])
    nest = max(antall[m] for m in antall if m is not best)
    if best is Malform.EN and antall[best] < 2 and antall[best] < len(ord_) / 3:
        return None
    return best if antall[best] > nest else None


SIKKER, SIKKER_TROSS_ORD = 0.5, 0.9
"""Confidence from which a text counts as another language where no small word is Norwegian or English, and where one
seems to be (Polish «do», German «de»). Of 370 examples in seven languages 0.98 are known; of 14,500 in Norwegian and
English 32 are taken for another."""

_KODER = {"POLISH": "pl", "UKRAINIAN": "uk", "ARABIC": "ar", "SOMALI": "so", "GERMAN": "de", "LITHUANIAN": "lt"}
_GEEZ = re.compile("[\u1200-\u137f]")
_IKKE_LATIN = re.compile(r"[^\W\d_a-zæøåA-ZÆØÅ\u00c0-\u024f]")


def finn_fremmedsprak(tekst: str, malform: Malform | None = None) -> str:
    """Return pl, uk, ar, so, de, ti or lt for a text in that language, else an empty string.

    By the library lingua (n-grams), which also knows the languages that these are mistaken for. Three words at
    least, unless the script tells. ``malform`` is what the small words say.
    """
    if len(_GEEZ.findall(tekst)) > 2:
        return "ti"  # lingua does not know it; Amharic is written in the same script, and met in Tigrinya
    if len(tekst.split()) < 3 and not _IKKE_LATIN.search(tekst):
        return ""
    beste = _lingua().compute_language_confidence_values(tekst)[0]
    return _KODER.get(beste.language.name, "") if beste.value >= (SIKKER_TROSS_ORD if malform else SIKKER) else ""


@cache
def _lingua() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    andre = ("BOKMAL", "NYNORSK", "DANISH", "SWEDISH", "ENGLISH", "RUSSIAN", "PERSIAN", "FRENCH", "SPANISH", "TURKISH")
    sprak = [getattr(Language, navn) for navn in (*_KODER, *andre)]
    return LanguageDetectorBuilder.from_languages(*sprak).with_low_accuracy_mode().build()

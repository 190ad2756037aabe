"""Which language a text is written in, from the small words that only that language has.

Function words decide because they are frequent, short and rarely borrowed; a message of three words
has one. Romsdal and Nordmøre dialect shares many with nynorsk (ikkje, ho, heim) and is known by its own;
it is answered in bokmål.
"""

from __future__ import annotations

import re

from veileder.domene import Malform

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

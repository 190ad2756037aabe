"""Whether a text says only what the user said: for a question written anew and a note to a human."""

from __future__ import annotations

import re

from veileder.formulering.sprakkontroll.mengder import finn_mengder
from veileder.formulering.sprakkontroll.ordklasser import KLASSER
from veileder.formulering.sprakkontroll.ordlikhet import finnes, innholdsstammer
from veileder.gjenfinning.analyse import Analyse, stamme

RAMME = (
    "jeg eg du vi spør spørre spørsmål lurer vite ønsker ønskjer vil gjelder gjeld handler snakke snakka noen nokon kommune"
    " kommunen svar hjelp hva hvordan hvem når hvor kva korleis kven hvorfor kvifor hvilken kva slags kan koster søke får"
)
"""Words that a question or a note may put around what the user said."""

_NAVN = re.compile(r"(?<![.!?:] )(?<!^)\b[A-ZÆØÅ][\wæøå]+")


def nytt_i(tekst: str, sagt: str, analyse: Analyse) -> str:
    """Return what a text has that was not said, by kind, or an empty string: tall, navn, nektelse, ord."""
    if finn_mengder(tekst) - finn_mengder(sagt):
        return "tall"
    if any(navn.lower() not in sagt.lower() for navn in _NAVN.findall(tekst)):
        return "navn"
    if any(KLASSER[k].search(tekst) and not KLASSER[k].search(sagt) for k in ("nekt", "uten", "bare")):
        return "nektelse"
    kjente = {*innholdsstammer(sagt, analyse), *(stamme(o) for o in RAMME.split())}
    return "ord" if any(not finnes(s, kjente) for s in innholdsstammer(tekst, analyse)) else ""

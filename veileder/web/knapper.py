"""The buttons under an answer: what the reader most likely wants first, the rest in one quiet row."""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

import chainlit as cl

from veileder import standardtekster as st
from veileder.domene import Forslag, Malform, Rolle, Svar, Utfall
from veileder.web.merking import trygg
from veileder.web.tekster import tekst
from veileder.web.visning import viser_nummer

UTEN_KNAPP = {Utfall.SAMTALE}
"""Endings after which the button to a human would only be noise; the bar has it always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knapper:
    """What may be done with an answer: reported, said in simpler words, shown to the other ``rolle``, copied and printed."""

    meld: bool = False
    enklere: bool = False
    annen_rolle: Rolle | None = None
    ta_med: bool = False


INGEN = Knapper()
"""Nothing: an answer that is another one said again."""


def menneskeknapp(sprak: Malform) -> list[cl.Action]:
    """Return the button to a human."""
    etikett = tekst("menneske", sprak)
    return [cl.Action(id=f"menneske-{uuid.uuid4()}", name="menneske", payload={}, label=etikett, icon="phone")]


def til_menneske(svar: Svar) -> list[cl.Action]:
    """Return the button to a human where the answer does not show the number itself."""
    uten = svar.utfall in UTEN_KNAPP or viser_nummer(svar) or onsker_menneske(svar)
    return [] if uten else menneskeknapp(svar.sprak)


def onsker_menneske(svar: Svar) -> bool:
    """Return whether the message asked for a human: then the way there follows the answer by itself."""
    return svar.overlevering is not None and svar.overlevering.grunn == st.tekst("grunn_onsket", svar.sprak)


def under(svar: Svar, k: Knapper, steg: str) -> list[cl.Action]:
    """Return the quiet buttons. ``steg`` is the id of the answer's message, which the page's script copies and prints."""
    payload = {"svar": svar.henvendelse}

    def stille(slag: str, navn: str, etikett: str) -> cl.Action:
        return cl.Action(id=f"{slag}-{steg}", name=navn, payload=payload, label=tekst(etikett, svar.sprak))

    ut = []
    if k.enklere and svar.kilder and svar.sprak is not Malform.EN:
        ut.append(stille("enklere", "enklere", "enklere"))
    if k.annen_rolle and svar.kilder:
        ut.append(stille("annen_rolle", "annen_rolle", f"vis_for_{k.annen_rolle.value}"))
    if k.ta_med and svar.kilder:
        ut += [stille("kopier", "hos_leseren", "kopier"), stille("skriv", "hos_leseren", "skriv_ut")]
    if k.meld:
        ut.append(stille("meld", "meld_fra", "meld_fra"))
    return ut


def valgknapper(svar: Svar) -> list[cl.Action]:
    """Return the readings that an answer offers: a click sends the number of one."""
    if svar.utfall is not Utfall.AVKLARING:
        return []
    return [
        cl.Action(name="valg", payload={"svar": svar.henvendelse, "nr": nr}, label=trygg(etikett))
        for nr, etikett in enumerate(svar.valg)
    ]


def videreknapper(svar: Svar, forslag: Sequence[Forslag]) -> list[cl.Action]:
    """Return the questions to go on with: a click sends the number of one."""
    return [
        cl.Action(id=f"videre-{uuid.uuid4()}", name="videre", payload={"svar": svar.henvendelse, "nr": nr}, label=f.etikett)
        for nr, f in enumerate(forslag)
    ]

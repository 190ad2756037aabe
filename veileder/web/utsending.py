"""What is sent to the page: texts, answers in pieces, sources to open, buttons, and the state of the bar."""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import chainlit as cl

from veileder.domene import Kontakt, Malform, Svar, Utfall
from veileder.web import visning
from veileder.web.merking import biter, trygg
from veileder.web.tekster import tekst
from veileder.web.tilstand import Tilstand

STROMTID = 0.6
"""Seconds that an answer streams at the most: long enough to be seen coming, too short to wait for."""

SOM_VEILEDER = {"avatarName": "Veileder"}
"""A source is shown with the assistant's picture; otherwise its title would be looked up as a picture's name."""

UTEN_KNAPP = {Utfall.SAMTALE}
"""Endings after which the button to a human would only be noise; the bar has it always."""


def menneskeknapp(sprak: Malform) -> list[cl.Action]:
    """Return the button to a human."""
    etikett = tekst("menneske", sprak)
    return [cl.Action(id=f"menneske-{uuid.uuid4()}", name="menneske", payload={}, label=etikett, icon="phone")]


async def si(innhold: str, knapper: Sequence[cl.Action] = ()) -> None:
    """Send a fixed text at once."""
    await cl.Message(content=innhold, actions=list(knapper)).send()


async def rad(innhold: str, knapper: Sequence[cl.Action]) -> None:
    """Send a row of buttons with a line above it. Its id tells the page's script that it is no answer."""
    await cl.Message(content=innhold, actions=list(knapper), id=f"rad-{uuid.uuid4()}").send()


async def som_bruker(innhold: str) -> None:
    """Show what the user chose, as if written by the user."""
    await cl.Message(content=innhold, type="user_message").send()


@dataclass(frozen=True, slots=True, kw_only=True)
class Knapper:
    """What may be done with an answer: reported, said in simpler words."""

    meld: bool = False
    enklere: bool = False


INGEN = Knapper()
"""Nothing: an answer that is another one said again."""


async def send_svar(svar: Svar, kommunenavn: Mapping[str, str], melding: cl.Message, knapper: Knapper = INGEN) -> None:
    """Stream the answer, then its sources, each closed and to be opened by its title, then the buttons under it.

    ``melding`` is where the answer stands; what was shown in it while the answer was made gives way to the whole.

    The library shows a message's buttons right under its text: where there are sources, the buttons wait for them.
    """
    innhold = visning.svartekst(svar)
    til_menneske = _under(svar)
    under = [*til_menneske, *(_enklereknapp(svar) if knapper.enklere else []), *(_meldeknapp(svar) if knapper.meld else [])]
    melding.actions = [*_valgknapper(svar), *([] if svar.kilder else under)]
    if melding.streaming:
        await melding.stream_token(innhold, is_sequence=True)
    else:
        await _strom(melding, innhold)
    await melding.send()
    for kilde in svar.kilder:
        steg = cl.Step(
            name=visning.kildetittel(kilde, kommunenavn, svar.sprak),
            type="tool",
            show_input=False,
            metadata=SOM_VEILEDER,
            parent_id=melding.parent_id,  # else it is shown after all that has a parent
        )
        steg.output = visning.kildetekst(kilde, kommunenavn, svar.sprak)
        await steg.send()
    if svar.kilder and under:
        await rad(tekst("heller" if til_menneske else "meld_ledd", svar.sprak), under)
    if svar.utfall is Utfall.FEILET and svar.overlevering and svar.overlevering.kontakt.navn:
        await send_kontakt(svar.overlevering.kontakt, svar.sprak, svar.overlevering.notat)


async def _strom(melding: cl.Message, innhold: str) -> None:
    deler = biter(innhold)
    for bit in deler:
        await melding.stream_token(bit)
        await asyncio.sleep(min(0.02, STROMTID / len(deler)))


def _valgknapper(svar: Svar) -> list[cl.Action]:
    if svar.utfall is not Utfall.AVKLARING:
        return []
    return [
        cl.Action(name="valg", payload={"svar": svar.henvendelse, "nr": nr}, label=trygg(etikett))
        for nr, etikett in enumerate(svar.valg)
    ]


def _under(svar: Svar) -> list[cl.Action]:
    if svar.utfall in UTEN_KNAPP or visning.viser_nummer(svar):
        return []
    return menneskeknapp(svar.sprak)


def _enklereknapp(svar: Svar) -> list[cl.Action]:
    """Return the button that asks for simpler words, where there are quotations to say again."""
    if not svar.kilder or svar.sprak is Malform.EN:
        return []
    etikett = tekst("enklere", svar.sprak)
    return [cl.Action(name="enklere", payload={"svar": svar.henvendelse}, label=etikett, icon="message-square")]


def _meldeknapp(svar: Svar) -> list[cl.Action]:
    """Return the button that reports this answer; the server knows which answers are this session's."""
    return [cl.Action(name="meld_fra", payload={"svar": svar.henvendelse}, label=tekst("meld_fra", svar.sprak), icon="flag")]


async def send_kontakt(kontakt: Kontakt, sprak: Malform, notat: str = "", knapper: Sequence[cl.Action] = ()) -> None:
    """Send the card that says where a human is reached."""
    await si(visning.kontaktkort(kontakt, sprak, notat), knapper)


async def sporr_kommune(kommuner: Sequence[tuple[str, str]], sprak: Malform) -> None:
    """Ask which kommune it is about, one button for each."""
    knapper = [cl.Action(name="kommune", payload={"nr": nr}, label=navn) for nr, (_, navn) in enumerate(kommuner)]
    await si(tekst("kontakt_velg", sprak), knapper)


async def meld_tilstand(t: Tilstand, *, ny: bool = False, valgt: bool = False) -> None:
    """Tell the page's bar what is chosen; when the session is new, it answers with its own choice.

    ``valgt`` says that the user clicked the kommune, not only named it.
    """
    await cl.send_window_message({"fra": "veileder", "ny": ny, "valgt": valgt, "kommune": t.kommune, "rolle": t.rolle.value})

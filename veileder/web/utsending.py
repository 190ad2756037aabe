"""What is sent to the page: fixed texts, rows of buttons, a contact, and the state of the bar."""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

import uuid
from collections.abc import Sequence

import chainlit as cl

from veileder.domene import Kontakt, Malform
from veileder.web.kontaktkort import kontaktkort
from veileder.web.tekster import tekst
from veileder.web.tilstand import Tilstand


async def si(innhold: str, knapper: Sequence[cl.Action] = ()) -> None:
    """Send a fixed text at once."""
    await cl.Message(content=innhold, actions=list(knapper)).send()


async def rad(innhold: str, knapper: Sequence[cl.Action]) -> None:
    """Send a row of buttons with a line above it. Its id tells the page's script that it is no answer."""
    await cl.Message(content=innhold, actions=list(knapper), id=f"rad-{uuid.uuid4()}").send()


async def som_bruker(t: Tilstand, innhold: str) -> None:
    """Show what the user chose, as if written by the user."""
    t.mottatt = innhold
    await cl.Message(content=innhold, type="user_message").send()


async def send_kontakt(
    kontakt: Kontakt, sprak: Malform, notat: str = "", knapper: Sequence[cl.Action] = (), *, grunn: str = "", svarfrist: int = 0
) -> None:
    """Send the card that says where a human is reached; see ``kontaktkort``."""
    await si(kontaktkort(kontakt, sprak, notat, grunn=grunn, svarfrist=svarfrist), knapper)


async def sporr_kommune(kommuner: Sequence[tuple[str, str]], sprak: Malform) -> None:
    """Ask which kommune it is about, one button for each."""
    knapper = [cl.Action(name="kommune", payload={"nr": nr}, label=navn) for nr, (_, navn) in enumerate(kommuner)]
    await si(tekst("kontakt_velg", sprak), knapper)


async def meld_tilstand(t: Tilstand, *, ny: bool = False, valgt: bool = False) -> None:
    """Tell the page's bar what is chosen; when the session is new, it answers with its own choice.

    ``valgt`` says that the user clicked the kommune, not only named it.
    """
    await cl.send_window_message({"fra": "veileder", "ny": ny, "valgt": valgt, "kommune": t.kommune, "rolle": t.rolle.value})

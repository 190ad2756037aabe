"""The file that Chainlit loads: its decorators around the handlers in ``samtale``, and nothing else."""

from __future__ import annotations

import chainlit as cl

from veileder.web import meldfra, samtale, skjemaflyt, sletting
from veileder.web.kobling import hent
from veileder.web.sikkerhet import CHAT
from veileder.web.tekster import sidesprak_av, tekst
from veileder.web.tekster.start import alle_startsporsmal


@cl.set_chat_profiles
async def profiler(_bruker: cl.User | None, sprak: str | None) -> list[cl.ChatProfile]:
    """One profile: it carries the welcome text and the example questions in the reader's language."""
    s = sidesprak_av(sprak or "nb")
    return [
        cl.ChatProfile(
            name="Veileder",
            markdown_description=tekst("velkomst", s).format(dager=hent().innstillinger.oppbevar_meldinger),
            icon=f"{CHAT}/public/favicon.svg",
            default=True,
            starters=[cl.Starter(label=sporsmal, message=sporsmal) for sporsmal in alle_startsporsmal(s)],
        )
    ]


@cl.on_chat_start
async def ved_start() -> None:
    """A session has opened."""
    await samtale.start()


@cl.on_message
async def ved_melding(melding: cl.Message) -> None:
    """A message has come."""
    await samtale.melding(melding.content, melding.type)
    cl.chat_context.clear()


@cl.action_callback("valg")
async def ved_valg(action: cl.Action) -> None:
    """A reading was clicked."""
    await samtale.valg(action.payload)


@cl.action_callback("videre")
async def ved_videre(action: cl.Action) -> None:
    """A question to go on with was clicked."""
    await samtale.videre(action.payload)


@cl.action_callback("annen_rolle")
async def ved_annen_rolle(action: cl.Action) -> None:
    """An answer is asked for as for the other role."""
    await samtale.annen_rolle(action.payload)


@cl.action_callback("hos_leseren")
async def ved_hos_leseren(_action: cl.Action) -> None:
    """Copying and printing happen in the page's script; without it the buttons do nothing."""


@cl.action_callback("enklere")
async def ved_enklere(action: cl.Action) -> None:
    """The latest answer is asked for in simpler words."""
    await samtale.enklere(action.payload)


@cl.action_callback("menneske")
async def ved_menneske(_action: cl.Action) -> None:
    """The button to a human was clicked under an answer."""
    await samtale.menneske()


@cl.action_callback("kommune")
async def ved_kommune(action: cl.Action) -> None:
    """A kommune was clicked."""
    await samtale.kommunevalg(action.payload)


@cl.action_callback("meld_fra")
async def ved_meld_fra(action: cl.Action) -> None:
    """The button that reports an answer was clicked."""
    await meldfra.velg_grunn(action.payload)


@cl.action_callback("meldegrunn")
async def ved_meldegrunn(action: cl.Action) -> None:
    """A reason for the report was clicked."""
    await meldfra.meld(action.payload)


@cl.action_callback("meldetekst")
async def ved_meldetekst(action: cl.Action) -> None:
    """The user wants to write more about what was reported."""
    await meldfra.skriv_mer(action.payload)


@cl.action_callback("kontaktsak")
async def ved_kontaktsak(_action: cl.Action) -> None:
    """The button that asks to be contacted was clicked."""
    await skjemaflyt.start_kontakt()


@cl.action_callback("skjema")
async def ved_skjema(action: cl.Action) -> None:
    """A button of the form that is being filled in was clicked."""
    await skjemaflyt.trykk(action.payload)


@cl.action_callback("slett_samtale")
async def ved_slett(action: cl.Action) -> None:
    """The answer to whether the conversation shall be deleted was clicked."""
    await sletting.svar(action.payload)


@cl.on_window_message
async def fra_siden(data: object) -> None:
    """The page's bar, or any other window, has posted something."""
    await samtale.fra_siden(data)


@cl.on_chat_end
async def ved_slutt() -> None:
    """The connection is gone."""
    await samtale.slutt()

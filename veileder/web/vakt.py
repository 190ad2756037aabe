"""What stands around every handler: the session's state, its rate limit, and the catching of errors."""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

import functools
import logging
from collections.abc import Awaitable, Callable
from typing import ParamSpec

import chainlit as cl

from veileder import standardtekster as st
from veileder.domene import Malform
from veileder.feil import VeilederFeil
from veileder.forstaelse.akutt import finn_akutt
from veileder.forstaelse.sprak import gjett_malform
from veileder.stengning import Stengt
from veileder.web import utsending as ut
from veileder.web.grenser import Slag
from veileder.web.knapper import menneskeknapp
from veileder.web.kobling import OpptattFeil, hent
from veileder.web.merking import trygg
from veileder.web.tekster import sidesprak_av, tekst
from veileder.web.tilstand import Tilstand

P = ParamSpec("P")
logg = logging.getLogger(__name__)
_NOKKEL = "veileder_tilstand"


def tilstand() -> Tilstand:
    """Return the state of the session that is being served, made at first sight."""
    funnet = cl.user_session.get(_NOKKEL)
    if not isinstance(funnet, Tilstand):
        sprak = getattr(cl.context.session, "language", "nb")
        funnet = Tilstand(sprak=sidesprak_av(sprak))
        cl.user_session.set(_NOKKEL, funnet)
    return funnet


def vaktsom(handler: Callable[P, Awaitable[None]]) -> Callable[P, Awaitable[None]]:
    """Let nothing out of a handler but a fixed text; the error itself goes to the log, once."""

    @functools.wraps(handler)
    async def vakt(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            await handler(*args, **kwargs)
        except OpptattFeil:
            await ut.si(tekst("opptatt", tilstand().sprak))
        except VeilederFeil:
            await ut.si(tekst("ikke_klar", tilstand().sprak))
        except Exception:
            logg.exception("Feil i chatten")
            await ut.si(tekst("feilet", tilstand().sprak), menneskeknapp(tilstand().sprak))

    return vakt


def etter_tur(handler: Callable[P, Awaitable[None]]) -> Callable[P, Awaitable[None]]:
    """Handle what one session sends in the order it came: a choice in the bar before the click that follows it."""

    @functools.wraps(handler)
    async def i_ko(*args: P.args, **kwargs: P.kwargs) -> None:
        async with tilstand().tur:
            await handler(*args, **kwargs)

    return i_ko


async def slipp_inn(t: Tilstand, skrevet: str = "", *, ogsa_stengt: bool = False) -> bool:
    """Count one message or click and return whether it may pass; say why kindly when it may not.

    While the chat is closed only what is ``ogsa_stengt`` may: reaching a human, reporting, deleting. ``skrevet`` is what was
    written, since danger is answered all the same.
    """
    t.opptak.clear()
    if not t.slipp_inn(hent().innstillinger.meldinger_per_minutt) or hent().grenser.vent(Slag.MELDING, _adresse()):
        await ut.si(tekst("for_mange", t.sprak), menneskeknapp(t.sprak))
        return False
    stengt = None if ogsa_stengt else hent().stengning.les()
    if stengt is None:
        return True
    t.skjema = None
    await ut.si(stengt_svar(stengt, t.sprak, skrevet), menneskeknapp(t.sprak))
    return False


def _adresse() -> str:
    """Return where the session's websocket was opened from, as ``Motpart`` tells it."""
    miljo = getattr(cl.context.session, "environ", None) or {}
    klient = miljo.get("asgi.scope", {}).get("client")
    return str(klient[0]) if klient else ""


def stengt_svar(stengt: Stengt, sprak: Malform, skrevet: str) -> str:
    """Return what is said while the chat is closed: emergency numbers first when it may be about danger."""
    deler = [
        tekst("stengt_tittel", sprak),
        trygg(stengt.melding) or tekst("stengt_standard", sprak),
        tekst("stengt_hjelp", sprak),
    ]
    if slag := finn_akutt(skrevet, skrevet):
        deler.insert(0, st.tekst(f"akutt_{slag}", gjett_malform(skrevet) or sprak))
    return "\n\n".join(deler)

"""From a message to an answer on the page, and to what the session remembers of it."""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

import asyncio
from dataclasses import replace

from veileder.domene import Forslag, Henvendelse, Rolle, Svar
from veileder.web import utsending as ut
from veileder.web.knapper import Knapper
from veileder.web.kobling import Kobling, hent
from veileder.web.svarsending import send_svar
from veileder.web.tekster import tekst
from veileder.web.tilstand import Tilstand
from veileder.web.underveis import Underveis

ANNEN_ROLLE = {Rolle.INNBYGGER: Rolle.SAKSBEHANDLER, Rolle.SAKSBEHANDLER: Rolle.INNBYGGER}


async def besvar_og_send(t: Tilstand, henvendelse: Henvendelse, *, for_rolle: bool = False) -> None:
    """Answer, show the answer as it comes, and remember it.

    ``for_rolle`` says that it is an earlier question answered for another role: it says so, and is no new turn.
    """
    kobling, underveis = hent(), Underveis()
    svar = await underveis.folg(kobling.kjor(lambda: kobling.tjeneste.svar(henvendelse, underveis.vis)))
    if for_rolle:
        hode = tekst(f"svar_for_{henvendelse.rolle.value}", svar.sprak)
        svar = replace(svar, tekst=f"{hode}\n\n{svar.tekst}", tur=None)
    kommuner = dict(await kobling.kommuner())
    for_kommune = t.kommune
    vist = t.husk(svar, kommuner, henvendelse)
    videre = asyncio.ensure_future(_videre(kobling, svar, henvendelse, vist)) if svar.kilder and not for_rolle else None
    knapper = _knapper(kobling, henvendelse, for_rolle)
    t.forslag[svar.henvendelse] = await send_svar(svar, kommuner, underveis.melding, knapper, videre)
    if t.kommune != for_kommune:
        await ut.meld_tilstand(t)


async def _videre(
    kobling: Kobling, svar: Svar, henvendelse: Henvendelse, vist: frozenset[tuple[str, str]]
) -> tuple[Forslag, ...]:
    return await kobling.kjor_om_ledig(lambda: kobling.tjeneste.videre(svar, henvendelse, vist))


def _knapper(kobling: Kobling, henvendelse: Henvendelse, for_rolle: bool) -> Knapper:
    innst = kobling.innstillinger
    return Knapper(
        meld=kobling.arkiv is not None,
        enklere="enklere" in innst.sprakmodell_oppgaver and bool(innst.sprakmodell),
        annen_rolle=None if for_rolle else ANNEN_ROLLE[henvendelse.rolle],
        ta_med=True,
    )

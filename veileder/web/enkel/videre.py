"""From an answer on: questions that are known to be answered, and the same answer for the other role."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Collection
from dataclasses import replace

from veileder.domene import Forslag, Henvendelse, Rolle, Svar
from veileder.web.enkel.foresporsel import Foresporsel
from veileder.web.enkel.samtaler import Samtale

logg = logging.getLogger(__name__)

ANNEN_ROLLE = {Rolle.INNBYGGER: Rolle.SAKSBEHANDLER, Rolle.SAKSBEHANDLER: Rolle.INNBYGGER}

VENT = 0.7
"""Seconds that a page waits for questions to go on with: each is tried before it is shown. They come at the next look else."""


async def foresla(f: Foresporsel, s: Samtale, svar: Svar, henvendelse: Henvendelse, vist: Collection[tuple[str, str]]) -> None:
    """Find the questions and remember them with the answer."""

    async def finn() -> None:
        try:
            funnet = await f.deler.kjor_om_ledig(lambda: f.deler.tjeneste.videre(svar, henvendelse, vist))
            s.tilstand.forslag[svar.henvendelse] = funnet
        except Exception:
            logg.exception("Fant ingen spørsmål å gå videre med")

    await asyncio.wait([asyncio.ensure_future(finn())], timeout=VENT)


def forslag_nr(s: Samtale, svar: str, nr: str) -> Forslag | None:
    """Return the question that a button stands for: an index, and of an answer of this conversation only."""
    alle = s.tilstand.forslag.get(svar, ())
    return alle[int(nr)] if nr.isdecimal() and int(nr) < len(alle) else None


def kan_tvilling(s: Samtale) -> bool:
    """Return whether the latest answer can be had for the other role, too."""
    return bool(s.svar) and bool(s.svar[-1].svar.kilder) and s.svar[-1].svar.henvendelse in s.tilstand.spurt


async def tvilling(f: Foresporsel, s: Samtale) -> None:
    """Answer the latest question again as for the other role; what is chosen in the form stays."""
    t = s.tilstand
    spurt = t.spurt[s.svar[-1].svar.henvendelse]
    rolle = ANNEN_ROLLE[spurt.rolle]
    henvendelse = replace(spurt, id=uuid.uuid4().hex, samtale_id=t.samtale_id, turnr=t.antall + 1, rolle=rolle)
    laget = await f.deler.kjor(lambda: f.deler.tjeneste.svar(henvendelse))
    t.antall += 1
    t.husk(replace(laget, tur=None), dict(f.kommuner))
    t.spurt[laget.henvendelse] = henvendelse
    s.legg(laget, dict(f.kommuner), rolle.value)

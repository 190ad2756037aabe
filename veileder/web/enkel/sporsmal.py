"""Asking: the first page, the conversation's page, and what a question or a choice leads to."""

from __future__ import annotations

import uuid

from fastapi.responses import Response

from veileder import standardtekster as st
from veileder.domene import Henvendelse, Utfall
from veileder.forstaelse.akutt import finn_akutt
from veileder.forstaelse.sprak import gjett_malform
from veileder.web.enkel.foresporsel import INGEN, ROT, Foresporsel
from veileder.web.enkel.samtaler import Samtale
from veileder.web.enkel.videre import ANNEN_ROLLE, foresla, forslag_nr, kan_tvilling, tvilling
from veileder.web.enkel.visning import vis_svar
from veileder.web.grenser import Slag
from veileder.web.sider.gjengivelse import trygg_html

TVILLING = "rolle"
"""What the button says that shows the answer for the other role."""

LENGST = 20_000
"""Characters of a question that are read at all: enough to be given back to one who wrote too much."""


def forside(f: Foresporsel, feil: dict[str, str] | None = None, status: int = 200) -> Response:
    """Show the form; or that the chat is closed."""
    if f.stengt is not None:
        return stengt(f)
    return f.side("forside.html", status, feil=feil or INGEN, sporsmal=skrevet(f))


def side(f: Foresporsel, feil: dict[str, str] | None = None, status: int = 200) -> Response:
    """Show the conversation, the newest answer first; without one, the form with what was written."""
    s = f.samtale
    if s is None:
        return forside(f, feil or {"": f.t("feil_borte")}, 410 if status == 200 else status)
    if not s.svar:
        return forside(f, feil, status)
    navn, meldt = dict(f.kommuner), s.tilstand.meldt
    alle = [vis_svar(u, navn, f.sprak, meldt.get(u.svar.henvendelse, "")) for u in reversed(s.svar)]
    felt = {
        "siste": alle[0],
        "eldre": alle[1:],
        "sporsmal": skrevet(f),
        "kan_melde": f.deler.arkiv is not None,
        "forslag": s.tilstand.forslag.get(alle[0].henvendelse, ()),
        "tvilling": ANNEN_ROLLE[s.tilstand.spurt[alle[0].henvendelse].rolle] if kan_tvilling(s) else None,
    }
    return f.side("samtale.html", status, feil=feil or INGEN, **felt)


def stengt(f: Foresporsel) -> Response:
    """Say that the chat is closed: emergency numbers first when what was written may be about danger."""
    fare = finn_akutt(skrevet(f), skrevet(f))
    akutt = trygg_html(st.tekst(f"akutt_{fare}", gjett_malform(skrevet(f)) or f.sprak)) if fare else ""
    melding = f.stengt.melding if f.stengt else ""
    return f.side("stengt.html", akutt=akutt, melding=melding or f.t("stengt"))


def skrevet(f: Foresporsel) -> str:
    """Return the question as it was written."""
    return f.inn.ett("sporsmal", LENGST)


def _feil(f: Foresporsel, sporsmal: str) -> dict[str, str]:
    grense = f.deler.innstillinger.meldingslengde
    if not sporsmal:
        return {"sporsmal": f.t("feil_tomt")}
    if len(sporsmal) > grense:
        return {"sporsmal": f.t("feil_langt", antall=len(sporsmal), grense=grense)}
    return {}


async def ny(f: Foresporsel) -> Response:
    """Begin a conversation with a question."""
    if feil := _feil(f, skrevet(f)):
        return forside(f, feil, 422)
    if vent := f.vent(Slag.MELDING):
        return _for_mange(forside(f, {"": f.t("feil_mange")}, 429), vent)
    samtale = f.samtaler.ny()
    try:
        await svar(f, samtale, skrevet(f))
    except BaseException:
        f.samtaler.glem(samtale)
        raise
    return f.videre(f"{ROT}/{samtale.nokkel}")


async def mer(f: Foresporsel) -> Response:
    """Ask on in a conversation. A form that was sent before is answered once."""
    s = f.samtale
    if s is None:
        return side(f)
    if feil := _feil(f, skrevet(f)):
        return side(f, feil, 422)
    if _vil_slette(skrevet(f)):
        return f.videre(f"{f.rot}/slett")
    if vent := f.vent(Slag.MELDING):
        return _for_mange(side(f, {"": f.t("feil_mange")}, 429), vent)
    async with s.tilstand.tur:
        if f.inn.ett("skjema") not in s.skjemaer:
            await svar(f, s, skrevet(f))
            s.er_sendt(f.inn.ett("skjema"))
    return f.videre(f.rot)


async def velg(f: Foresporsel) -> Response:
    """Answer a choice between readings: an index, and of the latest answer only."""
    s, nr = f.samtale, f.inn.ett("nr")
    if s is None:
        return side(f)
    if vent := f.vent(Slag.MELDING):
        return _for_mange(side(f, {"": f.t("feil_mange")}, 429), vent)
    async with s.tilstand.tur:
        siste = s.tilstand.siste
        if siste is None or siste.utfall is not Utfall.AVKLARING or f.inn.ett("svar") != siste.henvendelse:
            return f.videre(f.rot)  # sent twice, or from a page that was left behind
        if not nr.isdecimal() or int(nr) >= len(siste.valg):
            return side(f, {"": f.t("feil_valg")}, 422)
        valgt = siste.valg[int(nr)]
        await svar(f, s, f"{siste.tur.selvstendig} ({valgt})" if siste.tur else valgt)
    return f.videre(f.rot)


async def ga_videre(f: Foresporsel) -> Response:
    """Ask one of the questions to go on with, or see the latest answer as for the other role."""
    s = f.samtale
    if s is None:
        return side(f)
    if vent := f.vent(Slag.MELDING):
        return _for_mange(side(f, {"": f.t("feil_mange")}, 429), vent)
    async with s.tilstand.tur:
        if not s.svar or f.inn.ett("svar") != s.svar[-1].svar.henvendelse:
            return f.videre(f.rot)  # sent twice, or from a page that was left behind
        if f.inn.ett("nr") == TVILLING and kan_tvilling(s):
            await tvilling(f, s)
        elif forslag := forslag_nr(s, f.inn.ett("svar"), f.inn.ett("nr")):
            await svar(f, s, forslag.sporsmal)
        else:
            return side(f, {"": f.t("feil_valg")}, 422)
    return f.videre(f.rot)


async def svar(f: Foresporsel, s: Samtale, sporsmal: str) -> None:
    """Put a question to the flow, with the choices of the form, and remember the answer."""
    t = s.tilstand
    if "kommune" in f.inn.felt and f.kommuner:
        t.velg_kommune(f.kommune)
    t.rolle = f.rolle
    henvendelse = Henvendelse(
        id=uuid.uuid4().hex,
        samtale_id=t.samtale_id,
        turnr=t.antall + 1,
        tekst=sporsmal,
        rolle=t.rolle,
        kommune=t.kommune,
        tidligere=t.turer,
    )
    laget = await f.deler.kjor(lambda: f.deler.tjeneste.svar(henvendelse))
    t.antall += 1
    vist = t.husk(laget, dict(f.kommuner), henvendelse)
    s.legg(laget, dict(f.kommuner))
    if laget.kilder:
        await foresla(f, s, laget, henvendelse, vist)


def _for_mange(side: Response, vent: int) -> Response:
    side.headers["Retry-After"] = str(vent)
    return side


def _vil_slette(sporsmal: str) -> bool:
    from veileder.web.sletting import er_onske  # loads the chat's library, which is there when a page is asked for

    return er_onske(sporsmal)

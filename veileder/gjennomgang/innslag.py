"""From an answer to what is stored of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from veileder.domene import Henvendelse, Kilde, Svar, Treff
from veileder.forstaelse.maskering import masker
from veileder.gjennomgang.flagg import Omstendigheter, finn_flagg, prioritet
from veileder.gjennomgang.verdier import Innslag, Kildeinnslag, Treffinnslag

FORKASTET = 20
"""Rejected hits that are stored, best first; a search leaves out some forty, and the tail says nothing."""


def lag_innslag(
    h: Henvendelse,
    svar: Svar,
    o: Omstendigheter,
    versjoner: Mapping[str, str],
    na: dt.datetime,
    vektor: Sequence[float] = (),
) -> Innslag:
    """Return what is stored: the masked question, never the raw one, and no word of who asked.

    The question is masked again here, which changes nothing when it was: whoever made the answer, nothing raw is kept.
    """
    tur, flagg = svar.tur, finn_flagg(svar, o)
    return Innslag(
        id=h.id,
        samtale_id=h.samtale_id,
        tur=h.turnr,
        tidspunkt=na,
        rolle=h.rolle,
        kommune=rens((tur.kommune if tur else "") or h.kommune),
        malform=svar.sprak,
        utfall=svar.utfall,
        tjeneste=tur.tjeneste if tur else "",
        aspekt=tur.aspekt if tur else "",
        sporsmal=masker(rens(svar.sporsmal)).tekst,
        svar=rens(svar.tekst),
        overleveringsgrunn=svar.overlevering.grunn if svar.overlevering else "",
        kilder=kildeinnslag(svar),
        treff=(*(_treff(t, brukt=True) for t in svar.treff), *(_treff(t, brukt=False) for t in svar.forkastet[:FORKASTET])),
        vurderinger=svar.vurderinger,
        spor=_spor(svar, versjoner),
        flagg=flagg,
        prioritet=prioritet(flagg),
        vektor=tuple(vektor),
    )


def rens(tekst: str) -> str:
    """Return a text that every database takes: no NUL and no lone surrogates."""
    return tekst.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def kildeinnslag(svar: Svar) -> tuple[Kildeinnslag, ...]:
    """Return the sources that an answer shows, each with the digest of its passage."""
    digester = {(t.utdrag.id, t.utdrag.fil): t.utdrag.digest for t in (*svar.treff, *svar.forkastet)}
    return tuple(_kilde(k, digester.get((k.utdrag, k.fil), "")) for k in svar.kilder)


def _kilde(k: Kilde, digest: str) -> Kildeinnslag:
    return Kildeinnslag(
        nr=k.nr,
        utdrag=k.utdrag,
        dokument=k.dokument,
        fil=k.fil,
        digest=digest,
        tittel=rens(k.tittel),
        seksjon=rens(k.seksjon),
        aspekt=k.aspekt,
        kommune=k.kommune,
        malform=k.malform,
        sitat=rens(k.sitat),
        status=k.status,
        gjelder_fra=k.gjelder_fra,
        revideres=k.revideres,
        kilde_dato=k.kilde_dato,
        lenke=k.lenke,
    )


def _treff(t: Treff, *, brukt: bool) -> Treffinnslag:
    u = t.utdrag
    tall = {n: round(float(getattr(t, n)), 4) for n in ("dense", "leksikalsk", "setning", "poeng")}
    return Treffinnslag(utdrag=u.id, fil=u.fil, digest=u.digest, brukt=brukt, **tall)


def _spor(svar: Svar, versjoner: Mapping[str, str]) -> dict[str, Any]:
    """Return the trace as plain JSON, so that what is read back is what was stored."""
    spor: dict[str, Any] = json.loads(rens(json.dumps({**svar.spor, "versjoner": dict(versjoner)}, default=str)))
    return spor

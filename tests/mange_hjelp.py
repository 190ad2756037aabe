"""Tens of thousands of stored messages, of the size and with the spread that real ones have."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import numpy as np
from lager_hjelp import innslag
from sqlalchemy import insert, text

from veileder.adaptere.database.gjennomgangstabeller import Sakrad, Soketekst
from veileder.adaptere.database.innsikt import skriv_vektor
from veileder.adaptere.database.innsiktstabeller import Kjennetegnrad, Vektorrad
from veileder.adaptere.database.lager import DatabaseLager
from veileder.adaptere.database.oversetting import til_melding
from veileder.adaptere.database.tabeller import Flaggrad, Kilderad, Melding
from veileder.domene import Utfall
from veileder.gjennomgang.flagg import prioritet
from veileder.gjennomgang.kjennetegn import FELT, UBESVART, finn_kjennetegn, tell
from veileder.gjennomgang.verdier import Flagg, Flaggslag, Innslag, Treffinnslag

KOMMUNER = ("aukra", "hustadvika", "kristiansund", "molde", "rauma", "vestnes", "")
TJENESTER = ("trygghetsalarm", "bpa", "avlastning", "stottekontakt", "korttidsopphold", "tt-kort", "matombringing", "")
ORD = (
    "hva koster trygghetsalarm når far bor alene og trenger hjelp hjemme hver dag etter operasjonen mens vi venter på svar fra "
    "kommunen om plass på sykehjem eller avlastning i helgene hvem søker hvor lang tid tar det får jeg støttekontakt til sønnen min"
).split()
SVAR = "Kommunen kan gi deg tjenesten når du trenger den. Du søker på skjema, og får svar innen fire uker. " * 7
SJELDENT = "pulsoksymeter"
"""A word that stands in one message of a thousand."""


def fyll(lager: DatabaseLager, antall: int, bunke: int = 1000) -> None:
    """Store so many messages over the last twenty days: one in three flagged, one in twenty judged."""
    lager.klargjor()
    tilfeldig = random.Random(8)
    for fra in range(0, antall, bunke):
        _lagre(lager, [_en(nr, tilfeldig) for nr in range(fra, min(fra + bunke, antall))])
    with lager.database.motor.connect().execution_options(isolation_level="AUTOCOMMIT") as tilkobling:
        tilkobling.execute(text("ANALYZE"))


def _en(nr: int, t: random.Random) -> Innslag:
    flagg = tuple(Flagg(slag=s) for s in t.sample(tuple(Flaggslag), t.choice((1, 1, 2)))) if nr % 3 == 0 else ()
    ordene = [*t.choices(ORD, k=14), *([SJELDENT] if nr % 1000 == 7 else [])]
    treff = tuple(
        Treffinnslag(
            utdrag=f"tjenester/{t.choice(TJENESTER)}#pris#{n}",
            fil="tjenester/x.md",
            digest=f"{nr:016x}",
            brukt=n < 5,
            dense=0.8,
            leksikalsk=0.5,
            setning=0.4,
            poeng=0.7,
        )
        for n in range(25)
    )
    return innslag(
        samtale_id=f"s{nr // 2}",
        tur=nr % 2 + 1,
        tidspunkt=dt.datetime.now(dt.UTC) - dt.timedelta(minutes=t.randrange(20 * 24 * 60)),
        kommune=t.choice(KOMMUNER),
        tjeneste=t.choice(TJENESTER),
        utfall=t.choice(tuple(Utfall)),
        malform=t.choice(("nb", "nb", "nn")),
        sporsmal=f"{' '.join(ordene).capitalize()}?",
        svar=SVAR,
        treff=treff,
        flagg=flagg,
        prioritet=prioritet(flagg),
    )


def _lagre(lager: DatabaseLager, alle: list[Innslag]) -> None:
    rader = [til_melding(i) for i in alle]
    with lager.database.skriv() as sesjon:
        sesjon.execute(insert(Melding), [_kolonner(r) for r in rader])
        sesjon.execute(insert(Kilderad), [{**_kolonner(k), "melding_id": r.id} for r in rader for k in r.kilder])
        if flagg := [{**_kolonner(f), "melding_id": r.id} for r in rader for f in r.flagg]:
            sesjon.execute(insert(Flaggrad), flagg)
        tekster = [{"melding_id": i.id, "tekst": f"{i.sporsmal}\n{i.svar}".casefold()} for i in alle]
        sesjon.execute(insert(Soketekst), tekster)
        sesjon.execute(insert(Sakrad), [_sak(i) for i in alle[::20]])
        sesjon.execute(insert(Kjennetegnrad), [_kjennetegn(i) for i in alle])
        if vektorer := [{"melding_id": i.id, "vektor": _vektor(i)} for i in alle if i.utfall in UBESVART]:
            sesjon.execute(insert(Vektorrad), vektorer)


def _kjennetegn(i: Innslag) -> dict[str, Any]:
    k = finn_kjennetegn(i)
    felt = {n: getattr(k, n) for n in ("dag", "uke", *FELT)}
    return {"melding_id": i.id, **felt, **tell(k, [] if i.tur == 1 else [(k.tjeneste, "", "", False)])}


def _vektor(i: Innslag) -> str:
    """Return a vector near one of forty, as questions about the same are."""
    tema = np.random.default_rng(int(i.id[:6], 16) % 40).normal(size=384)
    return skriv_vektor((v := tema + np.random.default_rng(int(i.id[:8], 16)).normal(size=384) * 0.2) / np.linalg.norm(v))


def _kolonner(rad: Any) -> dict[str, Any]:
    return {k.key: getattr(rad, k.key) for k in rad.__table__.columns if getattr(rad, k.key, None) is not None}


def _sak(i: Innslag) -> dict[str, Any]:
    sak = {"melding_id": i.id, "tilstand": "lukket", "tildelt": "", "dom": "riktig", "arsak": "", "kommentar": ""}
    return {**sak, "endret": i.tidspunkt, "endret_av": "kari", "versjon": 1}

"""What the tests of storage share: a real PostgreSQL, an empty database of each kind, and values to store."""

from __future__ import annotations

import datetime as dt
import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from web_hjelp import kilde

from veileder.domene import Henvendelse, Malform, Rolle, Svar, Tur, Utfall, Vurdering
from veileder.gjennomgang.flagg import prioritet
from veileder.gjennomgang.omkjoring import Omkjoring
from veileder.gjennomgang.saker import Arsak, Dom
from veileder.gjennomgang.verdier import (
    Flagg,
    Flaggslag,
    Innslag,
    Kildeinnslag,
    Kontaktsak,
    Rapport,
    Rapportgrunn,
    Treffinnslag,
)

NA = dt.datetime(2026, 11, 23, 9, 30, 0, 123456, tzinfo=dt.UTC)


def _som() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as the user of the package, or as nobody."""
    if os.getuid() != 0:
        return {}
    for navn in ("postgres", "nobody"):
        try:
            bruker = pwd.getpwnam(navn)
        except KeyError:
            continue
        return {"user": bruker.pw_uid, "group": bruker.pw_gid, "extra_groups": []}
    return {}


def finn_program(navn: str) -> str:
    """Return a program of PostgreSQL's, on the path or where Debian keeps it; empty when it is not installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{navn}"))
    return shutil.which(navn) or (str(debian[-1]) if debian else "")


@contextmanager
def postgresql() -> Iterator[str]:
    """Run a PostgreSQL of our own on a socket in a folder, and yield an address that lacks the database's name."""
    initdb, pg_ctl = finn_program("initdb"), finn_program("pg_ctl")
    if not initdb or not pg_ctl:
        pytest.skip("PostgreSQL er ikke installert (pakken postgresql)")
    mappe, som = Path(tempfile.mkdtemp(prefix="veileder-pg-")), _som()
    if som:
        os.chown(mappe, som["user"], som["group"])
    data, felles = mappe / "data", {"cwd": mappe, "stdout": subprocess.DEVNULL, **som}
    try:
        subprocess.run(
            [initdb, "-D", data, "-U", "veileder", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], check=True, **felles
        )
        valg = f"-c listen_addresses='' -c unix_socket_directories='{mappe}' -c max_connections=60"
        subprocess.run([pg_ctl, "-D", data, "-w", "-l", mappe / "logg", "-o", valg, "start"], check=True, **felles)
        try:
            yield f"postgresql://veileder@/{{base}}?host={mappe}"
        finally:
            subprocess.run([pg_ctl, "-D", data, "-w", "-m", "immediate", "stop"], check=True, **felles)
    finally:
        shutil.rmtree(mappe, ignore_errors=True)


def ny_base(adresse: str) -> str:
    """Make an empty database and return its address."""
    import psycopg

    navn = f"t{uuid.uuid4().hex[:12]}"
    with psycopg.connect(adresse.format(base="postgres"), autocommit=True) as tilkobling:
        tilkobling.execute(f"CREATE DATABASE {navn}")
    return adresse.format(base=navn)


def innslag(**felt: Any) -> Innslag:
    """Return a full message; ``felt`` overrides."""
    flagg = (Flagg(slag=Flaggslag.DELVIS), Flagg(slag=Flaggslag.KILDE_UTGATT, detalj="Trygghetsalarm (2026-01-01)"))
    k = kilde(1, revideres="2026-01-01")
    verdier: dict[str, Any] = {
        "id": uuid.uuid4().hex,
        "samtale_id": "s1",
        "tur": 1,
        "tidspunkt": NA,
        "rolle": Rolle.INNBYGGER,
        "kommune": "molde",
        "malform": Malform.NN,
        "utfall": Utfall.DELVIS,
        "tjeneste": "trygghetsalarm",
        "aspekt": "pris",
        "sporsmal": "Eg heiter [navn]. Kva kostar «tryggleiksalarm» – æøå 🙂?",
        "svar": "Prisen i Molde står ikkje i kjeldene mine.",
        "overleveringsgrunn": "Kjeldene har ikkje svar på spørsmålet.",
        "kilder": (Kildeinnslag(**{n: getattr(k, n) for n in Kildeinnslag.__dataclass_fields__ if n != "digest"}, digest="d1"),),
        "treff": (
            Treffinnslag(utdrag="u1", fil="a.md", digest="d1", brukt=True, dense=0.9, leksikalsk=0.5, setning=0.25, poeng=1.5),
            Treffinnslag(utdrag="u2", fil="b.md", digest="d2", brukt=False, dense=0.8, leksikalsk=0.0, setning=0.125, poeng=1.0),
        ),
        "vurderinger": (Vurdering(kontroll="sitat", bestatt=True, grunn="u1"),),
        "spor": {"versjoner": {"kode": "0.1.0", "indeks": "i1"}, "ms": {"gjenfinning": 12.5}, "tjenester": ["trygghetsalarm"]},
        "flagg": flagg,
        "prioritet": prioritet(flagg),
    }
    return Innslag(**{**verdier, **felt})


def rapport(nummer: str = "VM-7F3K-92QD", **felt: Any) -> Rapport:
    """Return a report; ``felt`` overrides."""
    grunnlag = Rapport(
        nummer=nummer,
        melding_id="m1",
        samtale_id="s1",
        grunn=Rapportgrunn.UTDATERT,
        tekst="Prisen er fra i fjor.",
        malform=Malform.NB,
        mottatt=NA,
    )
    return replace(grunnlag, **felt)


MELDT = Flagg(slag=Flaggslag.RAPPORTERT, detalj="utdatert")


def en_omkjoring(melding_id: str, **felt: Any) -> Omkjoring:
    """Return a question run again; ``felt`` overrides."""
    grunnlag = Omkjoring(
        melding_id=melding_id, tidspunkt=NA, kjort_av="kari", utfall=Utfall.BESVART, malform=Malform.NN, svar="Nytt æøå.",
        kilder=innslag().kilder, versjoner={"indeks": "i2"}, dom=Dom.FEIL, arsak=Arsak.SPRAK,
    )  # fmt: skip
    return replace(grunnlag, **felt)


def kontaktsak(nummer: str = "VK-7F3K-92QD", **felt: Any) -> Kontaktsak:
    """Return a request for contact; ``felt`` overrides."""
    grunnlag = Kontaktsak(
        nummer=nummer,
        kommune="molde",
        navn="Kari Nordmann",
        telefon="99 11 22 33",
        tid="helst før lunsj",
        notat="Gjelder mor.",
        opprettet=NA,
        frist=dt.date(2026, 11, 30),
    )
    return replace(grunnlag, **felt)


def henvendelse(tekst: str, **felt: Any) -> Henvendelse:
    """Return a message; ``felt`` overrides."""
    return Henvendelse(**{"id": uuid.uuid4().hex, "samtale_id": "s1", "tekst": tekst, **felt})


def svar(h: Henvendelse, **felt: Any) -> Svar:
    """Return an answer to it; ``felt`` overrides."""
    verdier: dict[str, Any] = {
        "henvendelse": h.id,
        "sporsmal": h.tekst,
        "tekst": "Det koster 325 kroner. [1]",
        "utfall": Utfall.BESVART,
        "sprak": Malform.NB,
        "kilder": (kilde(1, revideres=""),),
        "tur": Tur(tekst=h.tekst, selvstendig=h.tekst, utfall=Utfall.BESVART, tjeneste="trygghetsalarm", aspekt="pris"),
    }
    return Svar(**{**verdier, **felt})

"""``veileder forhandsvis | sjekk-godkjente``: what an editor looks at before and after a text is published."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from veileder.domene import Henvendelse, Rolle
from veileder.feil import Bruksfeil
from veileder.innstillinger import ROT, Innstillinger

if TYPE_CHECKING:
    from veileder.gjennomgang.forhandsvisning import Sporsmal, Svarbilde, Utslag
    from veileder.gjennomgang.omkjoring import Svarer
    from veileder.gjennomgang.porter import Gjennomgangslager

Framdrift = Callable[[Iterable[Any], int, str], Iterable[Any]]


def kjor(valg: argparse.Namespace, innst: Innstillinger, framdrift: Framdrift) -> int:
    """Run the command and return its exit status: 1 when something would be, or is, answered otherwise."""
    return _forhandsvis(valg, innst, framdrift) if valg.kommando == "forhandsvis" else _sjekk_godkjente(valg, innst)


def _forhandsvis(valg: argparse.Namespace, innst: Innstillinger, framdrift: Framdrift) -> int:
    from veileder.gjennomgang.forhandsvisning import sammenlign

    if valg.antall < 0:
        raise Bruksfeil("--antall kan ikke være mindre enn 0.")
    versjon = _indeks_i_bruk(innst)
    sporsmal = [*_lagrede(innst, valg.antall), *([] if valg.uten_gull else _gull(valg.gull))]
    if not sporsmal:
        raise Bruksfeil("Det er ingen spørsmål å prøve: ingen er lagret, og ingen gullspørsmål er funnet.")
    with _to_utgaver(innst, versjon, framdrift) as (na, ny):
        utslag = list(framdrift(sammenlign(sporsmal, na, ny), len(sporsmal), "Svarer"))
    andre = [u for u in utslag if u.annerledes]
    _skriv(andre, len(utslag), valg)
    return 1 if andre else 0


def _indeks_i_bruk(innst: Innstillinger) -> str:
    """Return the version that answers now. Raises Bruksfeil when there is none."""
    from veileder.indeksering.bundt import gjeldende

    versjon = gjeldende(innst.data)
    if not versjon:
        raise Bruksfeil(f"Det er ingen indeks i {innst.data}. Lag den med: veileder indekser")
    return versjon


@contextmanager
def _to_utgaver(innst: Innstillinger, versjon: str, framdrift: Framdrift) -> Iterator[tuple[Svarer, Svarer]]:
    """Open the index in use, and one of the working copy that is gone again afterwards."""
    from veileder.adaptere.embedding import velg_embedder
    from veileder.indeksering.bundt import gjeldende
    from veileder.oppstart import indekser, sett_trygge_miljovariabler
    from veileder.oppstart_indeks import apne_indeks
    from veileder.tjeneste import Tjeneste

    sett_trygge_miljovariabler()
    with tempfile.TemporaryDirectory(prefix="veileder-forhandsvis-") as mappe:
        kopi = innst.model_copy(update={"data": Path(mappe), "chroma_url": ""})
        _, ulest = indekser(kopi, framdrift=framdrift)
        for feil in ulest:
            print(f"Hoppet over {feil}", file=sys.stderr)
        embedder = velg_embedder(innst.embedding, innst.hurtiglagermappe)
        na, ny = apne_indeks(innst, versjon, embedder), apne_indeks(kopi, gjeldende(kopi.data), embedder)
        try:
            yield Tjeneste(lambda: na).svar, Tjeneste(lambda: ny).svar
        finally:
            for r in (na, ny):
                r.indeks.tett.lukk()


def _lagrede(innst: Innstillinger, antall: int) -> list[Sporsmal]:
    """Return stored questions, the approved ones first. Without a database there are none, and none is made by looking."""
    from veileder.gjennomgang.forhandsvisning import fra_innslag
    from veileder.gjennomgang.saker import Dom

    with _lager(innst) as lager:
        if lager is None:
            return []
        alle = [i for id_ in lager.omkjoringer.sporsmal(antall) if (i := lager.samtaler.hent(id_)) is not None]
        _loggfor(lager, list(dict.fromkeys(i.samtale_id for i in alle)))
        samtaler = {i.samtale_id: lager.samtaler.samtale(i.samtale_id) for i in alle}
        godkjent = {i.id for i in alle if lager.saker.hent(i.id).dom is Dom.RIKTIG}
        return [fra_innslag(i, samtaler[i.samtale_id], godkjent=i.id in godkjent) for i in alle]


@contextmanager
def _lager(innst: Innstillinger) -> Iterator[Gjennomgangslager | None]:
    from veileder.oppstart import lag_lager

    fil = Path(innst.databaseadresse.removeprefix("sqlite:///"))
    if innst.databaseadresse.startswith("sqlite:") and not fil.is_file():
        yield None
        return
    lager = lag_lager(innst)
    try:
        yield lager
    finally:
        lager.lukk()


def _loggfor(lager: Gjennomgangslager, samtaler: Sequence[str]) -> None:
    """Tell the access log whose questions were read, by the user of this machine."""
    from veileder.gjennomgang.ansatte import Handling, Loggforing

    hvem = "ukjent"
    with suppress(Exception):
        hvem = getpass.getuser()
    felt = {"bruker_id": "", "brukernavn": f"terminal:{hvem}", "handling": Handling.FORHANDSVISTE}
    if samtaler:
        lager.logg.skriv(Loggforing(tidspunkt=dt.datetime.now(dt.UTC), detalj=" ".join(samtaler), **felt))  # type: ignore[arg-type]


def _gull(valgte: Sequence[Path] | None) -> list[Sporsmal]:
    """Return the golden questions of files of JSON lines; by default those that are used in development."""
    from veileder.gjennomgang.forhandsvisning import fra_gull

    filer = valgte or sorted((ROT / "evaluering" / "datasett").glob("gull*.dev.jsonl"))
    ut = []
    for fil in filer:
        try:
            rader = [json.loads(linje) for linje in fil.read_text(encoding="utf-8").splitlines() if linje.strip()]
            ut += [fra_gull(_henvendelse(rad)) for rad in rader]
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as feil:
            raise Bruksfeil(f"{fil} kan ikke leses som gullspørsmål, med id og sporsmal på hver linje.") from feil
    return ut


def _henvendelse(rad: dict[str, Any]) -> Henvendelse:
    rolle = Rolle.SAKSBEHANDLER if rad.get("rolle") == "saksbehandler" else Rolle.INNBYGGER
    return Henvendelse(id=str(rad["id"]), tekst=str(rad["sporsmal"]), rolle=rolle, kommune=str(rad.get("kommune") or ""))


def _skriv(andre: Sequence[Utslag], antall: int, valg: argparse.Namespace) -> None:
    for u in andre if valg.json else ():
        print(json.dumps(_json(u), ensure_ascii=False))
    if not valg.json:
        _tabell(andre)
    if valg.html:
        _skriv_side(valg.html, andre, antall)
    print(f"{len(andre)} av {antall} spørsmål ville fått et annet svar.", file=sys.stderr)


def _tabell(andre: Sequence[Utslag]) -> None:
    from rich.console import Console
    from rich.table import Table

    from veileder.web.gjennomgang.forhandsvisning import hva_er_endret, slagnavn

    if not andre:
        return
    tabell = Table(show_lines=True)
    for navn in ("Hva", "Spørsmål", "Endret"):
        tabell.add_column(navn, overflow="fold")
    for u in andre:
        tabell.add_row(slagnavn(u), u.sporsmal.tekst[:200], "\n".join(hva_er_endret(u)))
    Console().print(tabell)


def _json(u: Utslag) -> dict[str, Any]:
    s = u.sporsmal
    endret = [{"slag": f.slag.value, "for": f.for_, "etter": f.etter} for f in u.forskjeller]
    felt = {"slag": s.slag.value, "id": s.id, "sporsmal": s.tekst, "kommune": s.kommune, "rolle": s.rolle}
    return {**felt, "for": _svar(u.for_), "etter": _svar(u.etter), "endret": endret}


def _svar(b: Svarbilde) -> dict[str, Any]:
    kilder = [{"nr": k.nr, "fil": k.fil, "seksjon": k.seksjon, "sitat": k.sitat} for k in b.kilder]
    return {"utfall": b.utfall.value, "tekst": b.svar, "kilder": kilder}


def _skriv_side(fil: Path, andre: Sequence[Utslag], antall: int) -> None:
    from veileder.web.gjennomgang.forhandsvisning import lag_side

    innhold = lag_side(andre, antall, dt.datetime.now(dt.UTC))
    try:
        fil.unlink(missing_ok=True)
        with os.fdopen(os.open(fil, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as ut:
            ut.write(innhold)
    except OSError as feil:
        raise Bruksfeil(f"Kunne ikke skrive {fil}: {feil.strerror or feil}") from feil
    print(f"Skrev {fil}. Filen kan holde spørsmål fra innbyggere, så slett den etter bruk.", file=sys.stderr)


def _sjekk_godkjente(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.adaptere.embedding import velg_embedder
    from veileder.gjennomgang.flaggtekster import KILDE_ENDRET_HENDELSE
    from veileder.gjennomgang.godkjente import digester_av, send_endrede_tilbake
    from veileder.oppstart_indeks import apne_indeks

    versjon = _indeks_i_bruk(innst)
    with _lager(innst) as lager:
        sendt: tuple[str, ...] = ()
        if lager is not None:
            r = apne_indeks(innst, versjon, velg_embedder(innst.embedding, innst.hurtiglagermappe))
            digester = digester_av(r.indeks.utdrag)
            sendt = send_endrede_tilbake(lager.godkjente, digester, dt.datetime.now(dt.UTC), KILDE_ENDRET_HENDELSE)
    if valg.json:
        print(json.dumps({"tilbake": list(sendt)}))
    else:
        print(f"{len(sendt)} godkjente svar er lagt tilbake i køen, fordi en kilde er endret.")
    return 1 if sendt else 0

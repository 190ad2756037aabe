"""``veileder innsikt | ukesbrev``: the figures and the letter, without the web."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from veileder.feil import Bruksfeil, VeilederFeil
from veileder.gjennomgang.porter import Gjennomgangslager
from veileder.innstillinger import Innstillinger

LENGST = 260
"""Weeks that can be looked back on."""


def kjor(valg: argparse.Namespace, innst: Innstillinger) -> int:
    """Run the command and return its exit status."""
    from veileder.oppstart import lag_lager

    lager = lag_lager(innst)
    try:
        navn = _navn(innst)
        kommune = _kommune(valg.kommune, navn, lager)
        innhold = _innsikt(valg, lager, navn, kommune) if valg.kommando == "innsikt" else _brev(valg, lager, navn, kommune)
    finally:
        lager.lukk()
    _ut(innhold, valg.ut)
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Navn:
    """What slugs are called; as they stand when no index is open."""

    tjenester: Mapping[str, str]
    kommuner: Mapping[str, str]

    def tjeneste(self, slug: str) -> str:
        """Return what a service is called."""
        return self.tjenester.get(slug) or slug.replace("-", " ").capitalize()

    def kommune(self, slug: str) -> str:
        """Return the name of a municipality."""
        return self.kommuner.get(slug) or slug.replace("-", " ").title() or "Ingen kommune"


def _navn(innst: Innstillinger) -> Navn:
    from veileder.indeksering.korpus import les_titler
    from veileder.oppstart import lag_tjeneste

    try:
        tjeneste = lag_tjeneste(innst)
        return Navn(tjenester=dict(tjeneste.ressurser.indeks.temaer), kommuner=dict(tjeneste.kommuner()))
    except VeilederFeil:
        return Navn(tjenester=les_titler(innst.korpus), kommuner=_kommunenavn(innst))


def _kommunenavn(innst: Innstillinger) -> dict[str, str]:
    from veileder.oppstart import datafil
    from veileder.overlevering.kontakt import les_kontakter

    try:
        return {slug: k.navn for slug, k in les_kontakter(datafil(innst, "kommuner.yaml")).kommuner.items()}
    except VeilederFeil:
        return {}


def _kommune(skrevet: str, navn: Navn, lager: Gjennomgangslager) -> str:
    kommune = skrevet.strip().lower()
    kjente = {*navn.kommuner, *lager.innsikt.kommuner()}
    if kommune and kommune not in kjente:
        raise Bruksfeil(f"Ukjent kommune: {skrevet}. Velg blant: {', '.join(sorted(kjente)) or 'ingen ennå'}.")
    return kommune


def _innsikt(valg: argparse.Namespace, lager: Gjennomgangslager, navn: Navn, kommune: str) -> str:
    from veileder.gjennomgang.eksport import som_csv, som_json
    from veileder.gjennomgang.innsikt import siste_uker
    from veileder.gjennomgang.ukesbrev import hent_innsikt

    if not 1 <= valg.uker <= LENGST:
        raise Bruksfeil(f"--uker må være fra 1 til {LENGST}.")
    i_dag = dt.datetime.now(dt.UTC).date()
    i = hent_innsikt(lager.innsikt, siste_uker(valg.uker, i_dag, frozenset({kommune}) if kommune else None), i_dag)
    return (som_json if valg.format == "json" else som_csv)(i, navn.tjeneste, navn.kommune)


def _brev(valg: argparse.Namespace, lager: Gjennomgangslager, navn: Navn, kommune: str) -> str | bytes:
    from veileder.gjennomgang.brevtekst import skriv_brev, som_markdown
    from veileder.gjennomgang.innsikttekster import les_uke
    from veileder.gjennomgang.kjennetegn import mandag
    from veileder.gjennomgang.ukesbrev import hent_brev

    na = dt.datetime.now(dt.UTC)
    uke = les_uke(valg.uke) if valg.uke else mandag(na.date()) - dt.timedelta(weeks=1)
    if uke is None or uke > na.date():
        raise Bruksfeil(f"Uka {valg.uke} finnes ikke, eller har ikke begynt. Skriv den slik: 2026-47.")
    brev = skriv_brev(
        hent_brev(lager.innsikt, uke, kommune, na), navn.kommune(kommune) if kommune else "alle kommunene", navn.tjeneste
    )
    if valg.ut is None or valg.ut.suffix.lower() != ".pdf":
        return som_markdown(brev)
    from veileder.adaptere.brevpdf import lag_pdf

    return lag_pdf(brev, na)


def _ut(innhold: str | bytes, fil: Path | None) -> None:
    """Write to a file, or to the terminal. Raises Bruksfeil."""
    rent = innhold.encode() if isinstance(innhold, str) else innhold
    if fil is None:
        sys.stdout.buffer.write(rent)
        sys.stdout.flush()
        return
    try:
        fil.write_bytes(rent)
    except OSError as feil:
        raise Bruksfeil(f"Kan ikke skrive {fil}: {feil.strerror}.") from feil
    print(fil)

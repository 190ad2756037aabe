"""``veileder bruker``: who may log in. Passwords are asked for on the terminal, or chosen by the user through a link."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import sys
import uuid

from veileder.feil import Bruksfeil
from veileder.gjennomgang.ansatte import ALLE, Ansvar, Bruker, Handling, Loggforing, Tilgang
from veileder.gjennomgang.innlogging import BRUKERNAVN, Innlogging
from veileder.gjennomgang.passord import hash_passord, sjekk_passord
from veileder.gjennomgang.porter import Gjennomgangslager
from veileder.innstillinger import Innstillinger
from veileder.oppstart import datafil, lag_lager

ANSVAR = {a.value: a for a in Ansvar if a is not Ansvar.TEKSTANSVARLIG} | {"redaktør": Ansvar.TEKSTANSVARLIG}
"""Roles by what they are called."""

_NAVN = {ansvar: navn for navn, ansvar in ANSVAR.items()}


def kjor(valg: argparse.Namespace, innst: Innstillinger) -> int:
    """Run the command and return its exit status."""
    lager = lag_lager(innst)
    try:
        lager.klargjor()
        return {"ny": _ny, "liste": _liste, "steng": _steng, "passord": _passord}[valg.hva](valg, innst, lager)
    finally:
        lager.lukk()


def _na() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _ny(valg: argparse.Namespace, innst: Innstillinger, lager: Gjennomgangslager) -> int:
    navn = valg.brukernavn.strip().lower()
    if not BRUKERNAVN.fullmatch(navn):
        raise Bruksfeil("Brukernavnet kan ha bokstaver, tall og . _ @ + -, og må ha minst to tegn.")
    tilganger = _tilganger(valg, innst)
    if lager.brukere.finn(navn):
        raise Bruksfeil(f"Brukeren {navn} finnes fra før.")
    digest = "" if valg.ekstern or valg.lenke else _sporr(navn)
    bruker = Bruker(
        id=uuid.uuid4().hex, brukernavn=navn, navn=valg.navn.strip(), tilganger=tilganger, opprettet=_na(), ekstern=valg.ekstern
    )
    if not lager.brukere.opprett(bruker):
        raise Bruksfeil(f"Brukeren {navn} finnes fra før.")
    if digest:
        lager.brukere.sett_passord(bruker.id, digest)
    print(f"Laget brukeren {navn}.", file=sys.stderr)
    if valg.lenke and not valg.ekstern:
        _lenke(bruker, innst, lager)
    return 0


def _tilganger(valg: argparse.Namespace, innst: Innstillinger) -> tuple[Tilgang, ...]:
    from veileder.overlevering.kontakt import les_kontakter

    kjente = set(les_kontakter(datafil(innst, "kommuner.yaml")).kommuner) | {ALLE}
    steder = [k.strip().lower() for k in valg.kommune or ()]
    if not steder:
        raise Bruksfeil("Oppgi --kommune: slugen til kommunen, eller alle.")
    if ukjente := [k for k in steder if k not in kjente]:
        raise Bruksfeil(f"Ukjent kommune: {ukjente[0]}. Velg blant: {', '.join(sorted(kjente))}")
    return tuple(Tilgang(ansvar=ANSVAR[r], kommune=k) for r in dict.fromkeys(valg.rolle) for k in dict.fromkeys(steder))


def _liste(_valg: argparse.Namespace, _innst: Innstillinger, lager: Gjennomgangslager) -> int:
    for b in lager.brukere.alle():
        roller = ", ".join(f"{_NAVN[t.ansvar]} i {t.kommune}" for t in b.tilganger)
        merker = [m for m, er in (("stengt", b.stengt), ("ekstern", b.ekstern)) if er]
        print("\t".join((b.brukernavn, b.navn, roller, ", ".join(merker))))
    return 0


def _steng(valg: argparse.Namespace, _innst: Innstillinger, lager: Gjennomgangslager) -> int:
    bruker = _finn(valg, lager)
    lager.brukere.steng(bruker.id, _na())
    print(f"{bruker.brukernavn} er stengt ute.", file=sys.stderr)
    return 0


def _passord(valg: argparse.Namespace, innst: Innstillinger, lager: Gjennomgangslager) -> int:
    bruker = _finn(valg, lager)
    if bruker.ekstern or bruker.stengt:
        raise Bruksfeil(f"{bruker.brukernavn} {'er stengt' if bruker.stengt else 'logger inn hos kommunen'} og har ikke passord.")
    if valg.lenke:
        _lenke(bruker, innst, lager)
        return 0
    lager.brukere.sett_passord(bruker.id, _sporr(bruker.brukernavn))
    foring = Loggforing(
        tidspunkt=_na(), bruker_id=bruker.id, brukernavn=bruker.brukernavn, handling=Handling.NYTT_PASSORD, detalj="terminal"
    )
    lager.logg.skriv(foring)
    print(f"Nytt passord for {bruker.brukernavn}. Brukeren er logget ut overalt.", file=sys.stderr)
    return 0


def _finn(valg: argparse.Namespace, lager: Gjennomgangslager) -> Bruker:
    bruker = lager.brukere.finn(valg.brukernavn.strip().lower())
    if bruker is None:
        raise Bruksfeil(f"Finner ikke brukeren {valg.brukernavn}. Se: veileder bruker liste")
    return bruker


def _sporr(brukernavn: str) -> str:
    """Ask for a password twice, unseen, and return its digest."""
    if not sys.stdin.isatty():
        raise Bruksfeil("Passordet må skrives i et terminalvindu. Bruk --lenke ellers.")
    passord = getpass.getpass("Passord: ")
    sjekk_passord(passord, brukernavn)
    if getpass.getpass("En gang til: ") != passord:
        raise Bruksfeil("De to passordene er ikke like.")
    return hash_passord(passord)


def _lenke(bruker: Bruker, innst: Innstillinger, lager: Gjennomgangslager) -> None:
    """Print the link; it stands nowhere else."""
    stille, lengst = dt.timedelta(minutes=innst.okt_minutter), dt.timedelta(hours=innst.okt_timer)
    kode = Innlogging(lager, stille=stille, lengst=lengst).ny_engangskode(bruker)
    print(f"/gjennomgang/nytt-passord?kode={kode}")
    print(f"Sett adressen til tjenesten foran, og gi lenken til {bruker.navn}. Den virker én gang, i 24 timer.", file=sys.stderr)

"""``veileder rydd | innsyn | slett | steng | apne | sikkerhetskopi``: what an operator does; docs/drift.md tells when."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from veileder.feil import Bruksfeil
from veileder.innstillinger import Innstillinger
from veileder.stengning import Stengning

if TYPE_CHECKING:
    from veileder.gjennomgang.ansatte import Handling
    from veileder.gjennomgang.arkiv import Arkiv
    from veileder.gjennomgang.porter import Gjennomgangslager


def kjor(valg: argparse.Namespace, innst: Innstillinger) -> int:
    """Run the command and return its exit status."""
    return _KOMMANDOER[valg.kommando](valg, innst)


def _steng(valg: argparse.Namespace, innst: Innstillinger) -> int:
    stengt = Stengning(innst.data).steng(valg.melding)
    print("Chatten er stengt. Åpne den igjen med: veileder apne")
    print(f"De som skriver nå, får beskjed: {stengt.melding or '(standardteksten)'}")
    print(f"Gjelder datamappen {innst.data.resolve()}.", file=sys.stderr)
    return 0


def _apne(_valg: argparse.Namespace, innst: Innstillinger) -> int:
    print("Chatten er åpen igjen." if Stengning(innst.data).apne() else "Chatten var ikke stengt.")
    print(f"Gjelder datamappen {innst.data.resolve()}.", file=sys.stderr)
    return 0


def _rydd(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.bakgrunn import oppbevaring
    from veileder.gjennomgang.gravsteiner import Gravsteiner
    from veileder.gjennomgang.rydding import rydd
    from veileder.oppstart import lag_lager

    lager = lag_lager(innst)
    try:
        ryddet = rydd(lager, oppbevaring(innst), _na(), gravsteiner=Gravsteiner(innst.data))
        krympet = not valg.krymp or ryddet is None or lager.rydder.krymp()
    finally:
        lager.lukk()
    if ryddet is None:
        raise Bruksfeil("En annen prosess rydder akkurat nå. Prøv igjen om litt.")
    if valg.json:
        print(
            json.dumps({"tidspunkt": ryddet.tidspunkt.isoformat(), "slettet": dict(ryddet.antall), "skrubbet": ryddet.skrubbet})
        )
    else:
        for navn, antall in ryddet.antall.items():
            print(f"{navn}: {antall} slettet")
        print("Ingenting var for gammelt." if not ryddet.antall else f"Til sammen {ryddet.i_alt} rader.")
    if not ryddet.skrubbet:
        print("Radene er borte, men databasen var i bruk, så filen er ikke skrevet over. Kjør om igjen.", file=sys.stderr)
    if not krympet:
        print("Filen ble ikke mindre: databasen var i bruk, eller disken er full. Kjør om igjen.", file=sys.stderr)
    return 0 if ryddet.skrubbet and krympet else 1


def _innsyn(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.gjennomgang.ansatte import Handling
    from veileder.oppstart import lag_lager

    lager = lag_lager(innst)
    try:
        samtale, kontaktsak = _finn(valg.id, lager)
        rader = lager.rydder.innsyn(samtale_id=samtale, kontaktsak=kontaktsak)
        if not rader.keys() - {"tilgangslogg"}:
            raise Bruksfeil(f"Vi har ingenting om {valg.id}. Er det slettet, er det borte.")
        _loggfor(lager, Handling.INNSYN, samtale or kontaktsak)
    finally:
        lager.lukk()
    if valg.json:
        print(json.dumps(_enkel({"id": samtale or kontaktsak, "rader": rader}), ensure_ascii=False))
    else:
        _vis(samtale or kontaktsak, rader)
    return 0


def _slett(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.gjennomgang.ansatte import Handling
    from veileder.oppstart import lag_arkiv

    arkiv = lag_arkiv(innst)
    try:
        samtale, kontaktsak = _finn(valg.id, arkiv.lager)
        antall = _slett_ett(arkiv, samtale, kontaktsak)
        if not antall:
            raise Bruksfeil(f"Vi har ingenting om {valg.id}.")
        _loggfor(arkiv.lager, Handling.SLETTET, samtale or kontaktsak)
        skrubbet = arkiv.lager.rydder.skrubb()
    finally:
        arkiv.lukk()
    print(f"Slettet {samtale or kontaktsak}: {antall} {'meldinger med det som hørte til' if samtale else 'henvendelse'}.")
    if not skrubbet:
        print("Databasen var i bruk, så filen er ikke skrevet over ennå. Det skjer ved neste rydding.", file=sys.stderr)
    return 0


def _slett_ett(arkiv: Arkiv, samtale: str, kontaktsak: str) -> int:
    if kontaktsak:
        return int(arkiv.slett_kontaktsak(kontaktsak))
    holdt = arkiv.lager.rydder.innsyn(samtale_id=samtale)
    if not {"meldinger", "rapporter"} & holdt.keys():
        return 0
    arkiv.slett_samtale(samtale)
    return max(len(holdt.get("meldinger", ())), 1)


def _sikkerhetskopi(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.adaptere.database.kopi import kopier

    kopier(innst.databaseadresse, valg.til)
    print(valg.til)
    print("Kopien holder det databasen holder. Slett den når den er eldre enn docs/drift.md sier.", file=sys.stderr)
    return 0


def _finn(skrevet: str, lager: Gjennomgangslager) -> tuple[str, str]:
    """Return (conversation, request) of an id or a receipt number, one of them empty. Raises Bruksfeil."""
    from veileder.gjennomgang.nummer import KONTAKT, MELDING, les_nummer, les_samtale

    if nummer := les_nummer(skrevet, KONTAKT):
        return "", nummer
    if nummer := les_nummer(skrevet, MELDING):
        rapport = lager.rapporter.hent(nummer)
        if rapport is None:
            raise Bruksfeil(f"Vi har ingen melding med nummer {nummer}. Er den slettet, er den borte.")
        return rapport.samtale_id, ""
    return les_samtale(skrevet), ""


def _loggfor(lager: Gjennomgangslager, handling: Handling, gjelder: str) -> None:
    """Tell the access log who did it: the user of this machine."""
    from veileder.gjennomgang.ansatte import Loggforing

    hvem = "ukjent"
    with suppress(Exception):
        hvem = getpass.getuser()
    lager.logg.skriv(Loggforing(tidspunkt=_na(), bruker_id="", brukernavn=f"terminal:{hvem}", handling=handling, gjelder=gjelder))


def _vis(id_: str, rader: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    print(f"Alt vi har om {id_}:")
    for tabell, linjer in rader.items():
        print(f"\n{tabell} ({len(linjer)})")
        for linje in linjer:
            print()
            for navn, verdi in _enkel(linje).items():
                if verdi not in ("", None, [], {}):
                    print(f"  {navn}: {verdi if isinstance(verdi, str) else json.dumps(verdi, ensure_ascii=False)}")


def _enkel(verdi: Any) -> Any:
    """Return a value as plain JSON."""
    if isinstance(verdi, Mapping):
        return {str(n): _enkel(v) for n, v in verdi.items()}
    if isinstance(verdi, list | tuple):
        return [_enkel(v) for v in verdi]
    if isinstance(verdi, dt.datetime):
        return (verdi.replace(tzinfo=dt.UTC) if verdi.tzinfo is None else verdi).isoformat()
    return verdi.isoformat() if isinstance(verdi, dt.date) else verdi


def _na() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


_KOMMANDOER: dict[str, Callable[[argparse.Namespace, Innstillinger], int]] = {
    "apne": _apne,
    "innsyn": _innsyn,
    "rydd": _rydd,
    "sikkerhetskopi": _sikkerhetskopi,
    "slett": _slett,
    "steng": _steng,
}

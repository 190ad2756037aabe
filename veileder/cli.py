"""The command line: ``veileder indekser | finn | svar | kontroller | importer | ny | bruker | start``.

What an editor does around publishing: ``veileder forhandsvis | sjekk-godkjente``.

What an operator does: ``veileder steng | apne | rydd | innsyn | slett | sikkerhetskopi``; figures: ``innsikt | ukesbrev``.

With ``--json`` standard output holds JSON lines only; progress and messages go to standard error.
Exit status 0 on success; 1 when ``kontroller`` finds errors, ``forhandsvis`` finds another answer, or
``importer`` could read nothing; 2 with one clear line on bad use. Heavy imports stay inside the commands,
so that help and errors come at once.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from veileder.argumenter import lag_parser
from veileder.feil import Bruksfeil, VeilederFeil

if TYPE_CHECKING:
    from veileder.innstillinger import Innstillinger
    from veileder.tjeneste import Tjeneste


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    for strom in (sys.stdout, sys.stderr):
        if hasattr(strom, "reconfigure"):
            strom.reconfigure(encoding="utf-8", errors="replace")
    niva = os.environ.get("VEILEDER_LOGG", "WARNING").upper()
    logging.basicConfig(level=niva, format="%(levelname)s %(message)s", stream=sys.stderr)
    parser = lag_parser()
    valg = parser.parse_args(argv)
    if not valg.kommando:
        parser.error("mangler en kommando")
    try:
        return _KOMMANDOER[valg.kommando](valg, _innstillinger(valg))
    except VeilederFeil as feil:
        print(f"veileder: {feil}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nveileder: avbrutt.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - the reader of the pipe is gone
        return 0


def _innstillinger(valg: argparse.Namespace) -> Innstillinger:
    from pydantic import ValidationError

    from veileder.innstillinger import Innstillinger

    gitt = {n: v for n in ("korpus", "data", "port", "host") if (v := getattr(valg, n, None)) is not None}
    if getattr(valg, "uten_sprakmodell", False):
        gitt["sprakmodell"] = ""
    try:
        return Innstillinger(**gitt)
    except ValidationError as feil:
        felt = ".".join(str(d) for d in feil.errors()[0]["loc"])
        raise Bruksfeil(f"Innstillingen {felt} har en ugyldig verdi.") from feil


def _framdrift(ting: Any, antall: int, hva: str) -> Any:
    """A progress bar on standard error, for people only."""
    if not sys.stderr.isatty() or antall < 2:
        return ting
    from rich.console import Console
    from rich.progress import Progress

    stolpe = Progress(console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty())
    return _med_stolpe(ting, antall, hva, stolpe)


def _med_stolpe(ting: Any, antall: int, hva: str, stolpe: Any) -> Any:
    """The bar takes standard output to itself unless told not to, and a file of answers would be empty."""
    with stolpe:
        yield from stolpe.track(ting, total=antall, description=hva)


VENT = 600.0
"""Seconds that a process which needs an index waits for another that is making it, as when two of them start at once."""


def _bygg(innst: Innstillinger, vent: float = VENT) -> dict[str, object]:
    from veileder.oppstart import indekser

    bygd, ulest = indekser(innst, framdrift=_framdrift, vent=vent)
    for feil in ulest:
        print(f"Hoppet over {feil}", file=sys.stderr)
    hva = "Laget indeks" if bygd.ny else "Ingen endringer i indeks"
    print(f"{hva} {bygd.versjon}: {bygd.dokumenter} dokumenter, {bygd.utdrag} utdrag, {bygd.enheter} setninger.", file=sys.stderr)
    return {
        "versjon": bygd.versjon,
        "ny": bygd.ny,
        "dokumenter": bygd.dokumenter,
        "utdrag": bygd.utdrag,
        "enheter": bygd.enheter,
        "ulest": [{"fil": f.fil, "grunn": f.grunn} for f in ulest],
    }


def _indekser(valg: argparse.Namespace, innst: Innstillinger) -> int:
    resultat = _bygg(innst, vent=0)
    if valg.lagre_vektorer:
        from veileder.oppstart import lagre_vektorer

        print(f"Skrev {lagre_vektorer(innst, framdrift=_framdrift)}", file=sys.stderr)
    if valg.json:
        _skriv(resultat)
    return 0


def _tjeneste(innst: Innstillinger) -> Tjeneste:
    from veileder.indeksering.bundt import eldre_format, gjeldende
    from veileder.oppstart import indeksert_korpus, lag_tjeneste

    if not gjeldende(innst.data):
        print("Finner ingen indeks og bygger den først.", file=sys.stderr)
        _bygg(innst)
    elif eldre_format(innst.data):
        print("Indeksen er laget av en eldre utgave, så den bygges på nytt.", file=sys.stderr)
        _bygg(innst)
    elif indeksert_korpus(innst) != str(innst.korpus.resolve()):
        print("Indeksen er laget av en annen mappe, så den bygges på nytt.", file=sys.stderr)
        _bygg(innst)
    return lag_tjeneste(innst)


def _finn(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.rader import finn_rad, les_rader

    if valg.antall < 1:
        raise Bruksfeil("--antall må være minst 1.")
    rader = les_rader(valg.fil, valg.sporsmal, valg.kommune, valg.rolle)
    tjeneste = _tjeneste(innst)
    return _kjor(rader, lambda rad: finn_rad(tjeneste, rad, valg.antall), valg, "finn")


def _svar(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.rader import les_rader, svar_rad

    rader = les_rader(valg.fil, valg.sporsmal, valg.kommune, valg.rolle)
    tjeneste = _tjeneste(innst)
    return _kjor(rader, lambda rad: svar_rad(tjeneste, rad), valg, "svar")


def _kjor(rader: Any, gjor: Callable[[Any], dict[str, Any]], valg: argparse.Namespace, hva: str) -> int:
    for rad in _framdrift(rader, len(rader), "Svarer") if valg.fil else rader:
        resultat = gjor(rad)
        if valg.json or valg.fil:
            _skriv(resultat)
        else:
            from veileder.visning import vis

            vis(resultat, hva)
    return 0


def _skriv(verdi: object) -> None:
    sys.stdout.write(json.dumps(verdi, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _kontroller(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.oppstart import kontroller
    from veileder.redigering.rapport import som_json, vis

    rapport = kontroller(innst)
    for melding in rapport.meldinger:
        print(melding, file=sys.stderr)
    if valg.json:
        for merknad in rapport.merknader:
            _skriv(som_json(merknad))
    else:
        vis(rapport)
    return int(rapport.har_feil)


def _importer(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from rich.console import Console

    from veileder.adaptere.embedding import velg_embedder
    from veileder.innstillinger import ROT
    from veileder.oppstart import datafil, sett_trygge_miljovariabler
    from veileder.redigering.importer import finn_filer, importer
    from veileder.redigering.importer_grunnlag import les_grunnlag
    from veileder.redigering.importer_visning import med_framdrift, som_json, vis_en, vis_tabell

    filer = finn_filer(valg.kilde, valg.til)
    sett_trygge_miljovariabler()
    ordliste, kommuner = datafil(innst, "ordliste.yaml"), datafil(innst, "kommuner.yaml")
    g = les_grunnlag((ROT / "korpus", innst.korpus), ordliste, kommuner, velg_embedder(innst.embedding), valg.kommune)
    ut, feil = Console(), Console(stderr=True)
    ferdige = []
    for i in importer(filer, valg.kilde, valg.til, g, framdrift=med_framdrift):
        ferdige.append(i)
        if valg.json:
            _skriv(som_json(i))
        vis_en(i, None if valg.json else ut, feil)
    if not valg.json:
        vis_tabell(ferdige, ut)
    return 0 if any(i.status != "feil" for i in ferdige) else 1


def _ny_fil(valg: argparse.Namespace, innst: Innstillinger) -> int:
    import datetime as dt

    from veileder.domene import Malform
    from veileder.oppstart import datafil
    from veileder.overlevering.kontakt import les_kontakter
    from veileder.redigering.ny import Bestilling, ny

    bestilling = Bestilling(slag=valg.slag, navn=valg.navn, kommune=valg.kommune, malform=Malform(valg.malform))
    i_dag = dt.datetime.now(tz=dt.UTC).astimezone().date()
    fil = ny(bestilling, innst.korpus, les_kontakter(datafil(innst, "kommuner.yaml")), i_dag)
    print(fil.sti)
    print("Skriv over linjene som begynner med «> SKRIV:», og sjekk teksten med: veileder kontroller", file=sys.stderr)
    if fil.merknad:
        print(fil.merknad, file=sys.stderr)
    return 0


def _bruker(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.brukerkommandoer import kjor

    return kjor(valg, innst)


def _drift(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.driftskommandoer import kjor

    return kjor(valg, innst)


def _redigering(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.forhandskommandoer import kjor

    return kjor(valg, innst, _framdrift)


def _innsikt(valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.innsiktskommandoer import kjor

    return kjor(valg, innst)


def _start(_valg: argparse.Namespace, innst: Innstillinger) -> int:
    from veileder.web.app import start

    _bygg(innst)
    start(innst)
    return 0


_KOMMANDOER: dict[str, Callable[[argparse.Namespace, Any], int]] = {
    **dict.fromkeys(("apne", "innsyn", "rydd", "sikkerhetskopi", "slett", "steng"), _drift),
    **dict.fromkeys(("forhandsvis", "sjekk-godkjente"), _redigering),
    **dict.fromkeys(("innsikt", "ukesbrev"), _innsikt),
    "bruker": _bruker,
    "indekser": _indekser,
    "finn": _finn,
    "svar": _svar,
    "kontroller": _kontroller,
    "importer": _importer,
    "ny": _ny_fil,
    "start": _start,
}

if __name__ == "__main__":
    sys.exit(main())

"""What can be written after ``veileder``: commands, words and values, and their help."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, NoReturn

from veileder import __version__

ROLLER = ("saksbehandler", "kommunikasjon", "redaktør", "administrator")
"""Roles as they are written on the command line."""


class _Leser(argparse.ArgumentParser):
    """argparse with Norwegian words and one line on an error."""

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "bruk:", 1)

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "bruk:", 1)

    def error(self, message: str) -> NoReturn:
        for fra, til in _OVERSATT.items():
            message = message.replace(fra, til)
        self.exit(2, f"veileder: {message}. Se: {self.prog} --help\n")


_OVERSATT = {
    "the following arguments are required": "mangler",
    "unrecognized arguments": "ukjente valg",
    "invalid choice": "ukjent verdi",
    "choose from": "velg blant",
    "expected one argument": "trenger en verdi",
    "invalid int value": "er ikke et helt tall",
    "one of the arguments": "oppgi ett av",
    "is required": "",
    "argument": "valget",
    "not allowed with": "kan ikke brukes sammen med",
}


def lag_parser() -> argparse.ArgumentParser:
    """Return the commands with their words and values."""
    hoved = _Leser(prog="veileder", description="Veiledning om kommunale helse- og omsorgstjenester, med kilder.", add_help=False)
    _hjelp(hoved)
    hoved.add_argument("--version", action="version", version=f"veileder {__version__}", help="vis versjon og avslutt")
    hoved._optionals.title = "valg"  # noqa: SLF001 - argparse has no other way to name it
    under = hoved.add_subparsers(dest="kommando", metavar="KOMMANDO", title="kommandoer", parser_class=_Leser)
    felles = _Leser(add_help=False)
    korpus = "mappe med .md, .txt, .html, .pdf eller .docx (standard: korpus/)"
    felles.add_argument("--korpus", type=Path, metavar="MAPPE", help=korpus)
    felles.add_argument("--data", type=Path, metavar="MAPPE", help="mappe for indeks og database (standard: data/)")
    en = _ny(under, "indekser", "bygg søkeindeksen, eller ta med det som er nytt", felles)
    en.add_argument("--json", action="store_true", help="skriv resultatet som JSON")
    vedlikehold = "skriv vektorene i korpusmappen også, så de kan følge med korpuset"
    en.add_argument("--lagre-vektorer", action="store_true", help=vedlikehold)
    for navn, hjelp in (("finn", "søk etter utdrag, uten å lage svar"), ("svar", "svar på et spørsmål, med kilder")):
        p = _ny(under, navn, hjelp, felles)
        hva = p.add_mutually_exclusive_group(required=True)
        hva.add_argument("sporsmal", nargs="?", metavar="SPØRSMÅL", help="spørsmålet, i anførselstegn")
        hva.add_argument("--fil", metavar="FIL", help="JSON-linjer med id og sporsmal eller turer; - leser fra standard inn")
        p.add_argument("--kommune", default="", metavar="KOMMUNE", help="kommunen det gjelder, for eksempel molde")
        p.add_argument("--rolle", default="innbygger", choices=("innbygger", "saksbehandler"), help="hvem som spør")
        p.add_argument("--json", action="store_true", help="skriv JSON-linjer")
        if navn == "svar":
            p.add_argument("--uten-sprakmodell", action="store_true", help="svar med sitater, også når en språkmodell er valgt")
        if navn == "finn":
            p.add_argument("--antall", type=int, default=10, metavar="N", help="antall utdrag (standard: 10)")
    kontroll = _ny(under, "kontroller", "se etter mangler, gamle regler, motsigelser og tung tekst i korpuset", felles)
    kontroll.add_argument("--json", action="store_true", help="skriv ett JSON-objekt per funn")
    inn = _ny(under, "importer", "gjør kommunens egne dokumenter om til utkast", felles)
    inn.add_argument("kilde", type=Path, metavar="FIL|MAPPE", help="det som skal importeres: .docx, .pdf, .html, .txt eller .md")
    inn.add_argument("--til", type=Path, required=True, metavar="MAPPE", help="mappe for utkastene; ingenting blir overskrevet")
    inn.add_argument("--kommune", default="", metavar="KOMMUNE", help="kommunen det gjelder, der dokumentet ikke sier det selv")
    inn.add_argument("--json", action="store_true", help="skriv JSON-linjer")
    ny = _ny(under, "ny", "lag en ny fil med overskrifter og hint, klar til å fylles ut", felles)
    ny.add_argument("slag", choices=("tjeneste", "kapittel", "lokal"), metavar="SLAG", help="tjeneste, kapittel eller lokal")
    ny.add_argument("navn", metavar="NAVN", help="navnet på tjenesten eller kapittelet")
    ny.add_argument("--kommune", default="", metavar="KOMMUNE", help="kommunen en lokal fil gjelder, for eksempel molde")
    ny.add_argument("--malform", default="nb", choices=("nb", "nn"), help="målformen teksten skal ha (standard: nb)")
    start = _ny(under, "start", "start chatten i nettleseren", felles)
    start.add_argument("--port", type=int, metavar="PORT", help="port (standard: 8000, eller VEILEDER_PORT)")
    start.add_argument("--host", metavar="ADRESSE", help="adresse å lytte på (standard: 127.0.0.1)")
    _bruker(under, felles)
    _redigering(under, felles)
    _drift(under, felles)
    _innsikt(under, felles)
    return hoved


def _redigering(under: Any, felles: argparse.ArgumentParser) -> None:
    """What an editor looks at before and after a text is published."""
    for_ = _ny(under, "forhandsvis", "se hvilke spørsmål som ville fått et annet svar med tekstene i --korpus", felles)
    for_.add_argument("--antall", type=int, default=200, metavar="N", help="de N nyeste lagrede spørsmålene (standard: 200)")
    gull = "gullspørsmål som JSON-linjer; kan gjentas (standard: dem evalueringen utvikles med)"
    for_.add_argument("--gull", type=Path, action="append", metavar="FIL", help=gull)
    for_.add_argument("--uten-gull", action="store_true", help="prøv ikke gullspørsmålene")
    for_.add_argument("--html", type=Path, metavar="FIL", help="skriv en side med svarene side om side")
    sjekk = _ny(under, "sjekk-godkjente", "legg godkjente svar tilbake i køen når en kilde er endret", felles)
    for p in (for_, sjekk):
        p.add_argument("--json", action="store_true", help="skriv JSON")


def _innsikt(under: Any, felles: argparse.ArgumentParser) -> None:
    """Figures without persons, and the weekly letter."""
    innsikt = _ny(under, "innsikt", "skriv tallene over hva folk spør om; tall under fem er tomme", felles)
    innsikt.add_argument("--uker", type=int, default=4, metavar="N", help="hvor mange uker bakover (standard: 4)")
    innsikt.add_argument("--format", default="csv", choices=("csv", "json"), help="csv eller json (standard: csv)")
    brev = _ny(under, "ukesbrev", "skriv ukesbrevet, som Markdown eller PDF", felles)
    brev.add_argument("--uke", default="", metavar="ÅR-UKE", help="for eksempel 2026-47 (standard: forrige uke)")
    for p in (innsikt, brev):
        p.add_argument("--kommune", default="", metavar="KOMMUNE", help="bare én kommune, for eksempel molde (standard: alle)")
        p.add_argument("--ut", type=Path, metavar="FIL", help="fil å skrive til (standard: terminalen); .pdf gir PDF av brevet")


def _drift(under: Any, felles: argparse.ArgumentParser) -> None:
    """What an operator does; docs/drift.md tells when."""
    steng = _ny(under, "steng", "steng chatten med en gang; den blir en side med telefonnumre", felles)
    steng.add_argument("--melding", default="", metavar="TEKST", help="det som skal stå der, for eksempel hvorfor og hvor lenge")
    _ny(under, "apne", "åpne chatten igjen", felles)
    rydd = _ny(under, "rydd", "slett det som er for gammelt, og skriv over det i databasefilene", felles)
    rydd.add_argument("--krymp", action="store_true", help="gjør filen mindre etterpå; ingen får lagret noe så lenge det tar")
    innsyn = _ny(under, "innsyn", "vis alt som er lagret om én samtale eller henvendelse", felles)
    slett = _ny(under, "slett", "slett én samtale eller henvendelse med alt som hører til", felles)
    for p in (innsyn, slett):
        p.add_argument("id", metavar="ID", help="nummeret på samtalen, eller et nummer som VM-7F3K-92QD eller VK-7F3K-92QD")
    for p in (rydd, innsyn):
        p.add_argument("--json", action="store_true", help="skriv JSON")
    kopi = _ny(under, "sikkerhetskopi", "ta kopi av SQLite-databasen, også mens den er i bruk", felles)
    kopi.add_argument("til", type=Path, metavar="FIL", help="ny fil; en som finnes, blir ikke skrevet over")


def _bruker(under: Any, felles: argparse.ArgumentParser) -> None:
    """``veileder bruker ny|liste|steng|passord``. A password is never an argument: those are seen by others."""
    bruker = _ny(under, "bruker", "hold orden på hvem som kan logge inn på /gjennomgang", felles)
    hva = bruker.add_subparsers(dest="hva", metavar="HVA", title="hva", required=True, parser_class=_Leser)
    ny = _ny(hva, "ny", "lag en bruker; passordet spørres det om", felles)
    _ny(hva, "liste", "vis brukerne", felles)
    steng = _ny(hva, "steng", "steng en bruker ute med en gang", felles)
    passord = _ny(hva, "passord", "sett et nytt passord; brukeren logges ut overalt", felles)
    for p in (ny, steng, passord):
        p.add_argument("brukernavn", metavar="BRUKERNAVN", help="for eksempel e-postadressen")
    ny.add_argument("--navn", required=True, metavar="NAVN", help="navnet som kolleger ser")
    ny.add_argument("--rolle", required=True, action="append", choices=ROLLER, metavar="ROLLE", help=", ".join(ROLLER))
    ny.add_argument("--kommune", action="append", metavar="KOMMUNE", help="kommunen rollen gjelder i, eller alle (kan gjentas)")
    ny.add_argument("--ekstern", action="store_true", help="brukeren logger inn hos kommunen, og har ikke passord her")
    for p in (ny, passord):
        p.add_argument("--lenke", action="store_true", help="lag en lenke som brukeren velger passord med, én gang innen et døgn")


def _hjelp(p: argparse.ArgumentParser) -> None:
    p.add_argument("-h", "--help", action="help", help="vis denne hjelpen og avslutt")


def _ny(under: Any, navn: str, hjelp: str, felles: argparse.ArgumentParser) -> argparse.ArgumentParser:
    beskrivelse = hjelp[0].upper() + hjelp[1:] + "."
    p: argparse.ArgumentParser = under.add_parser(navn, help=hjelp, description=beskrivelse, parents=[felles], add_help=False)
    _hjelp(p)
    p._optionals.title, p._positionals.title = "valg", "argumenter"  # noqa: SLF001 - as above
    return p

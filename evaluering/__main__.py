"""``python -m evaluering KOMMANDO``: validate, run, score, compare and report. See evaluering/README.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from evaluering.front.kommandoer import legg_til as legg_til_front
from evaluering.gull import Gullfeil, Gullrad, les_gull
from veileder.domene import Dokument
from veileder.innstillinger import ROT, Innstillinger


def lag_parser() -> argparse.ArgumentParser:
    """Return the parser, one subcommand a task."""
    valg = argparse.ArgumentParser(prog="python -m evaluering", description="Mål hvor gode svarene er.")
    under = valg.add_subparsers(dest="kommando", required=True, metavar="KOMMANDO")

    def kommando(navn: str, hjelp: str, gjor: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        p = under.add_parser(navn, help=hjelp, description=hjelp)
        p.add_argument("--korpus", type=Path, default=ROT / "korpus", help="mappen svarene bygger på")
        p.set_defaults(gjor=gjor)
        return p

    kommando("valider", "Kontroller at gullspørsmålene holder.", _valider)
    p = kommando("generer", "Kjør spørsmålene og skriv en kjøremappe.", _generer)
    p.add_argument("--mappe", type=Path, help="kjøremappe; finnes den, går kjøringen videre der den stanset")
    p.add_argument("--sett", choices=("dev", "test", "alle"), default="alle")
    p.add_argument("--kjapp", action="store_true", help="bare spørsmålene slik de er skrevet, uten forstyrrelser og likhet")
    p.add_argument("--arbeidere", type=int, default=0, help="antall prosesser; 0: én per kjerne")
    p = kommando("vurder", "Regn ut tallene for en kjøring på nytt.", _vurder)
    p.add_argument("mappe", type=Path)
    p.add_argument("--sett", choices=("dev", "test", "alle"), default="alle")
    p.add_argument("--dommer", action="store_true", help="bruk dommermodellen i VEILEDER_DOMMER")
    p.add_argument("--antall", type=int, default=0, help="svar dommeren får; 0: alle")
    p = kommando("rapport", "Lag rapporten for en kjøring, holdt mot de forrige.", _rapport)
    p.add_argument("mappe", type=Path, nargs="?", help="kjøremappe; uten: den nyeste")
    kommando("alt", "Kjør, vurder og lag rapport: det make evaluering gjør.", _alt)
    kommando("port", "Prøv porten: er svarene blitt dårligere?", _port)
    kommando("basislinje", "Gjør svarene slik de er nå til det porten måler mot.", _basislinje)
    kommando("foreldet", "Vis gullspørsmål som hviler på tekst som er endret.", _foreldet)
    kommando("bekreft", "Bekreft at gullspørsmålene stemmer med teksten slik den er nå.", _bekreft)
    p = kommando("fra-sak", "Gjør en vurdert sak fra gjennomgangen til et gullspørsmål.", _fra_sak)
    p.add_argument("fil", type=Path)
    p.add_argument("--til", type=Path, help="filen de legges i (standard: evaluering/datasett/gull.gjennomgang.dev.jsonl)")
    p = kommando("kalibrer", "Mål hvor ofte dommermodellen er enig med de lesne dommene.", _kalibrer)
    p.add_argument("--antall", type=int, default=0, help="rader av kalibreringen; 0: alle")
    p = kommando("kontroll", "Mål hvor godt setninger fra en språkmodell blir kontrollert.", _kontroll)
    p.add_argument("--sett", choices=("dev", "test"), default="dev")
    p = kommando("smaamodell", "Spør en liten, ekte modell, og skriv arket over det den fikk vist.", _smaamodell)
    p.add_argument("--antall", type=int, default=100, help="spørsmål (standard: 100)")
    p.add_argument("--trader", type=int, default=2, help="tråder modellen får")
    p = kommando("ytelse", "Mål kvalitet og kostnad ved siden av det andre ville brukt.", _ytelse)
    p.add_argument("--norquad", type=Path, help="mappe med dokumenter.jsonl og sporsmal.jsonl")
    p.add_argument("--liten", action="store_true", help="bare importerte sider, på under to minutter")
    p.add_argument("--uten", nargs="*", default=(), metavar="SYSTEM", help="systemer som ikke skal måles")
    p.add_argument("--arbeid", type=Path, help="mappe å arbeide i; avbrutt? gi den samme mappen på nytt")
    p.add_argument("--til", type=Path, help="mappe for resultatet (standard: data/evaluering/ytelse)")
    p.add_argument("--ledig", type=float, default=0, metavar="S", help="vent inntil S sekunder på at andre på maskinen hviler")
    kommando("ablasjon", "Vis hva hver del av den norske analysen gir på utviklingsspørsmålene.", _ablasjon)
    p = kommando("vekst", "Mål bygging, tid og minne fra 1 000 til 300 000 utdrag.", _vekst)
    p.add_argument("--storrelser", type=int, nargs="+", metavar="N", help="antall utdrag (standard: 1 000 til 300 000)")
    p.add_argument("--arbeid", type=Path, help="mappe å arbeide i; avbrutt? gi den samme mappen på nytt")
    p.add_argument("--til", type=Path, help="mappe for resultatet (standard: data/evaluering/vekst)")
    p.add_argument("--ledig", type=float, default=0, metavar="S", help="vent inntil S sekunder på at andre på maskinen hviler")
    legg_til_front(kommando)
    return valg


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 when what was measured is not, 2 on wrong use."""
    a = lag_parser().parse_args(argv)
    try:
        return int(a.gjor(a))
    except (Gullfeil, ValueError, FileNotFoundError) as feil:
        print(feil, file=sys.stderr)
        return 2


def _dokumenter(korpus: Path) -> tuple[Dokument, ...]:
    from veileder.forstaelse.sted import norske_kommuner
    from veileder.indeksering.korpus import les_korpus

    return les_korpus(korpus, norske_kommuner()).dokumenter


def _innst(a: argparse.Namespace) -> Innstillinger:
    from evaluering.kjoring import DATA

    return Innstillinger(korpus=a.korpus, data=DATA)


def _valider(a: argparse.Namespace) -> int:
    from evaluering.seksjonslas import avtrykk
    from evaluering.valider import valider

    rader, dokumenter = les_gull(), _dokumenter(a.korpus)
    feil = valider(rader, dokumenter, avtrykk(dokumenter))
    for linje in feil:
        print(linje)
    print(f"{len(rader)} spørsmål, {len(feil)} feil", file=sys.stderr)
    return 1 if feil else 0


def _sett(navn: str) -> list[Gullrad]:
    return les_gull(("dev", "test") if navn == "alle" else (navn,))  # type: ignore[arg-type]


def _generer(a: argparse.Namespace) -> int:
    from evaluering.kjoring import ny_mappe

    print(_kjor(a.mappe or ny_mappe(), _sett(a.sett), _innst(a), kjapp=a.kjapp, arbeidere=a.arbeidere))
    return 0


def _kjor(mappe: Path, gull: Sequence[Gullrad], innst: Innstillinger, *, kjapp: bool, arbeidere: int = 0) -> Path:
    from evaluering.kjoring import generer
    from evaluering.oppgaver import lag_oppgaver

    with _linje("Svarer") as framdrift:
        return generer(mappe, lag_oppgaver(gull, kjapp=kjapp), innst, arbeidere=arbeidere, framdrift=framdrift)


def _vurder(a: argparse.Namespace) -> int:
    _regn_ut(a.mappe, _sett(a.sett), a.korpus, dommer=a.dommer, antall=a.antall)
    print(a.mappe / "vurdering.json")
    return 0


def _regn_ut(mappe: Path, gull: Sequence[Gullrad], korpus: Path, *, dommer: bool = False, antall: int = 0) -> None:
    from evaluering.dommer import dommer_fra_miljo
    from evaluering.sammendrag import vurder

    valgt = dommer_fra_miljo() if dommer else None
    if dommer and valgt is None:
        raise ValueError("Velg dommermodell med VEILEDER_DOMMER=leverandør:modell.")
    with _linje("Vurderer") as framdrift:
        vurder(mappe, gull, korpus, dommer=valgt, antall=antall, framdrift=framdrift)


def _rapport(a: argparse.Namespace) -> int:
    from evaluering.kjoring import KJORINGER
    from evaluering.rapport import lag_rapport

    mappe = a.mappe or max((s.parent for s in KJORINGER.glob("*/vurdering.json")), default=None)
    if mappe is None:
        raise ValueError("Det finnes ingen vurdert kjøring ennå. Lag en med: make evaluering")
    print(lag_rapport(mappe))
    return 0


def _alt(a: argparse.Namespace) -> int:
    from evaluering.kjoring import ny_mappe
    from evaluering.rapport import lag_rapport

    gull = les_gull()
    mappe = _kjor(ny_mappe(), gull, _innst(a), kjapp=False)
    _regn_ut(mappe, gull, a.korpus)
    print(lag_rapport(mappe))
    return 0


def _port(a: argparse.Namespace) -> int:
    from evaluering.port import les_basislinje, les_golv, prov
    from evaluering.seksjonslas import avtrykk, endringer, les_las

    vurderte = _dev(a)
    endret = endringer(les_gull(), avtrykk(_dokumenter(a.korpus)), les_las())
    fall = prov(vurderte, les_golv("dev"), les_basislinje(), endret)
    for f in fall:
        print(f)
    print("Porten er åpen." if not fall else f"Porten er stengt av {len(fall)} grunner.", file=sys.stderr)
    return 1 if fall else 0


def _dev(a: argparse.Namespace) -> list:  # type: ignore[type-arg]
    from evaluering.oppgaver import svar_og_vurder

    with _linje("Svarer") as framdrift:
        return svar_og_vurder(les_gull(("dev",)), _innst(a), framdrift=framdrift)


def _basislinje(a: argparse.Namespace) -> int:
    from evaluering.port import BASISLINJE, skriv_basislinje

    skriv_basislinje(_dev(a))
    print(BASISLINJE)
    return 0


def _foreldet(a: argparse.Namespace) -> int:
    from evaluering.seksjonslas import avtrykk, endringer, les_las

    funnet = [e for e in endringer(les_gull(), avtrykk(_dokumenter(a.korpus)), les_las()) if e.rader or e.slag != "ordlyd"]
    for e in funnet:
        print(e)
    print(f"{len(funnet)} seksjoner er endret siden gullspørsmålene ble bekreftet.", file=sys.stderr)
    return 1 if funnet else 0


def _bekreft(a: argparse.Namespace) -> int:
    from evaluering.seksjonslas import FIL, avtrykk, skriv_las

    skriv_las(avtrykk(_dokumenter(a.korpus)))
    print(FIL)
    return 0


def _fra_sak(a: argparse.Namespace) -> int:
    from evaluering.fra_sak import FIL, legg_til
    from evaluering.seksjonslas import avtrykk

    til = a.til or FIL
    for rad in legg_til(a.fil, les_gull(), avtrykk(_dokumenter(a.korpus)), til=til):
        print(f"{rad.id} {rad.sporsmal}")
    print(f"Lagt i {til.name}. Kjør valider, og basislinje når svaret er slik det skal være.", file=sys.stderr)
    return 0


def _kalibrer(a: argparse.Namespace) -> int:
    import json

    from evaluering.dommer import dommer_fra_miljo, kalibrer

    dommer = dommer_fra_miljo()
    if dommer is None:
        raise ValueError("Velg dommermodell med VEILEDER_DOMMER=leverandør:modell.")
    print(json.dumps(kalibrer(dommer, antall=a.antall), ensure_ascii=False, indent=1))
    return 0


def _kontroll(a: argparse.Namespace) -> int:
    from evaluering.kontroll import mal_kontroll, som_tekst
    from evaluering.kontrollpar import Vektorkilde
    from veileder.adaptere.embedding import velg_embedder
    from veileder.forstaelse.ordliste import les_ordliste

    ordliste = les_ordliste(ROT / "korpus" / "ordliste.yaml")
    print(som_tekst(mal_kontroll(a.sett, _dokumenter(a.korpus), Vektorkilde(velg_embedder("")), ordliste)))
    return 0


def _smaamodell(a: argparse.Namespace) -> int:
    from evaluering.smaamodell import ARK, kjor, skriv_ark

    resultat = kjor(_innst(a), a.antall, trader=a.trader)
    uleste = skriv_ark(resultat)
    print(resultat.som_tekst())
    print(f"{uleste} setninger venter på å bli lest i {ARK.name}.", file=sys.stderr)
    return 1 if uleste or resultat.feilet or not resultat.spurt else 0


def _ytelse(a: argparse.Namespace) -> int:
    from evaluering.ytelse.kjor import UT, kjor

    print(kjor(a.norquad, liten=a.liten, ut=a.til or UT, fortsett=a.arbeid, uten=tuple(a.uten), ledig=a.ledig))
    return 0


def _ablasjon(a: argparse.Namespace) -> int:
    from evaluering.ablasjon import mal
    from evaluering.rapport.tallform import endring, endringsspenn, prosent
    from veileder.oppstart import indekser, lag_tjeneste

    indekser(_innst(a))
    print("| Uten | Spørsmålene | hit@1 med | Delen gir, hit@1 | Delen gir, hit@5 |\n| --- | --- | --- | --- | --- |")
    for r in mal(lag_tjeneste(_innst(a)).ressurser, les_gull(("dev",))):
        gevinst = (f"{endring(t.snitt, 'andel')} ({endringsspenn(t.lav, t.hoy)})" for t in (r.gevinst_1, r.gevinst_5))
        print("| " + " | ".join((r.del_, r.form, prosent(r.med), *gevinst)) + " |", flush=True)
    return 0


def _vekst(a: argparse.Namespace) -> int:
    from evaluering.vekst.kjor import STORRELSER, UT, kjor

    print(kjor(a.storrelser or STORRELSER, ut=a.til or UT, fortsett=a.arbeid, ledig=a.ledig))
    return 0


def _linje(hva: str):  # type: ignore[no-untyped-def]
    from evaluering.framdrift import framdriftslinje

    return framdriftslinje(hva)


if __name__ == "__main__":
    sys.exit(main())

"""From the settings to a chat model with its prompts and tasks; imported by ``oppstart`` only when one is set."""

from __future__ import annotations

from pathlib import Path

from veileder.adaptere.sprakmodell.langchain import Grenser, LangchainModell, lag_modell
from veileder.adaptere.sprakmodell.miljo import avvis_sporing
from veileder.adaptere.sprakmodell.sikring import Forbruk
from veileder.feil import Bruksfeil
from veileder.formulering.sprakmodell.dommer import LEDETEKST
from veileder.formulering.sprakmodell.ledetekst import les_ledetekst
from veileder.formulering.sprakmodell.oppsett import Oppgave, Sprakoppsett
from veileder.innstillinger import Innstillinger


def lag_oppsett(innst: Innstillinger, ledetekster: Path) -> Sprakoppsett:
    """Return what the settings ask for; ``ledetekster`` is the folder of the prompts.

    Raises:
        Bruksfeil: a model cannot be made, a task is unknown, a prompt cannot be read, or tracing is on.
    """
    if not innst.sprakmodell_sporing:
        avvis_sporing()
    oppgaver = _oppgaver(innst.sprakmodell_oppgaver)
    navn = [o.value for o in oppgaver] + ([LEDETEKST] if innst.sprakmodell_dommer else [])
    forbruk = Forbruk(innst.data / "sprakmodell-forbruk.json", innst.sprakmodell_tokens_dogn, innst.sprakmodell_kroner_dogn)

    def modell(hvilken: str) -> LangchainModell:
        return lag_modell(hvilken, innst.sprakmodell_adresse, _grenser(innst), forbruk)

    return Sprakoppsett(
        modell=modell(innst.sprakmodell),
        ledetekster={n: les_ledetekst(ledetekster / f"{n}.md") for n in navn},
        oppgaver=oppgaver,
        ord=innst.sprakmodell_ord,
        utdrag=innst.sprakmodell_utdrag,
        dommer=modell(innst.sprakmodell_dommer) if innst.sprakmodell_dommer else None,
    )


def _oppgaver(skrevet: str) -> frozenset[Oppgave]:
    navn = [n.strip().lower() for n in skrevet.split(",") if n.strip()]
    ukjente = [n for n in navn if n not in set(Oppgave)]
    if ukjente:
        raise Bruksfeil(f"VEILEDER_SPRAKMODELL_OPPGAVER: {', '.join(ukjente)} finnes ikke. Velg blant {', '.join(Oppgave)}.")
    return frozenset(Oppgave(n) for n in navn)


def _grenser(innst: Innstillinger) -> Grenser:
    return Grenser(
        forste_sekunder=innst.sprakmodell_forste_sekunder,
        pause_sekunder=innst.sprakmodell_pause_sekunder,
        sekunder=innst.sprakmodell_sekunder,
        tokens=innst.sprakmodell_tokens,
        forsok=innst.sprakmodell_forsok,
        pris_inn=innst.sprakmodell_pris_inn,
        pris_ut=innst.sprakmodell_pris_ut,
        temperatur=innst.sprakmodell_temperatur,
    )

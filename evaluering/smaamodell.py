"""``python -m evaluering smaamodell``: a hundred questions to a real small model that does not know Norwegian.

It writes nonsense, and none of it may be shown. Every sentence that was shown in the model's own words is kept in
smaamodell.jsonl for a person to read: ``holder`` says whether the quotation bears it, ``hvorfor`` why. A verdict once given
is kept when the questions are run again.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluering.gull import les_gull
from veileder.domene import Henvendelse, Rolle, Svar, Utfall
from veileder.formulering.sprakkontroll.renskrift import synlig
from veileder.innstillinger import ROT, Innstillinger

ARK = ROT / "evaluering" / "smaamodell.jsonl"
"""The sheet of sentences read by hand."""

TOKENS, UTDRAG = 80, 1
"""Tokens that the model may write of each answer, and passages that it is given: it reads slowly, and repeats itself soon."""


@dataclass(kw_only=True)
class Resultat:
    """What came of the questions. ``egne`` are the sentences shown in the model's words: (question, sentence, quotations)."""

    sporsmal: int = 0
    spurt: int = 0
    med_modellens_ord: int = 0
    feilet: int = 0
    stanset: Counter[str] = field(default_factory=Counter)
    egne: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)

    def ta_med(self, sporsmal: str, svar: Svar, vist: Sequence[str]) -> None:
        """Count one answer; ``vist`` is what was shown on the way."""
        brukt: Any = svar.spor.get("sprakmodell")
        self.sporsmal += 1
        self.feilet += svar.utfall is Utfall.FEILET
        self.spurt += brukt is not None
        self.med_modellens_ord += svar.spor.get("formulering") == "sprakmodell"
        for v in svar.vurderinger:
            if v.kontroll == "språkmodell" and not v.bestatt:
                self.stanset.update(v.grunn.partition(": «")[0].split(", "))
        kilder = " ".join(synlig(t.utdrag.tekst) for t in svar.treff)
        sitater = tuple(k.sitat for k in svar.kilder)
        for bit in vist:
            setning = bit.rpartition(" [")[0]
            if setning.split(": ")[-1] not in kilder:
                self.egne.append((sporsmal, setning, sitater))

    def som_tekst(self) -> str:
        """Return the figures as lines to read."""
        stanset = ", ".join(f"{g} {n}" for g, n in self.stanset.most_common())
        return (
            f"{self.sporsmal} spørsmål, {self.spurt} gikk til modellen, {self.med_modellens_ord} svar i modellens ord, "
            f"{len(self.egne)} setninger vist i modellens ord, {self.feilet} feil\nStanset: {stanset}"
        )


@contextmanager
def tjener(*, form: bool, trader: int = 2) -> Iterator[str]:
    """Serve the model for as long as the block lasts; give its address."""
    kommando = [sys.executable, "-m", "evaluering.smaamodell_tjener", "--trader", str(trader), *(["--form"] if form else [])]
    with subprocess.Popen(kommando, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as p:
        assert p.stdout is not None
        assert p.stdin is not None
        try:
            adresse = p.stdout.readline().strip()
            if not adresse:
                raise FileNotFoundError("Modellen kunne ikke startes. Pakkene kommer med make test-alt.")
            yield f"{adresse}/v1"
        finally:
            p.stdin.close()
            p.terminate()


def kjor(innst: Innstillinger, antall: int, *, trader: int = 2) -> Resultat:
    """Ask ``antall`` of the development questions, every second one of a model that is made to keep the form."""
    from veileder.oppstart import indekser, lag_tjeneste

    indekser(innst)
    alle = [g for g in les_gull(("dev",)) if not g.turer and g.malform != "en" and g.svarbar]
    sporsmal = [alle[i * len(alle) // antall] for i in range(antall)]
    ut = Resultat()
    for nr, form in enumerate((False, True)):
        with tjener(form=form, trader=trader) as adresse:
            t = lag_tjeneste(innst.model_copy(update=_felt(adresse)))
            for g in sporsmal[nr::2]:
                vist: list[str] = []
                rolle = Rolle.SAKSBEHANDLER if g.rolle == "saksbehandler" else Rolle.INNBYGGER
                h = Henvendelse(id=g.id, tekst=g.sporsmal, kommune=g.kommune, rolle=rolle)
                ut.ta_med(g.sporsmal, t.svar(h, vist.append), vist)
    return ut


def _felt(adresse: str) -> dict[str, Any]:
    tider = {"sprakmodell_forste_sekunder": 180.0, "sprakmodell_pause_sekunder": 60.0, "sprakmodell_sekunder": 300.0}
    grenser = {"sprakmodell_tokens": TOKENS, "sprakmodell_utdrag": UTDRAG, "sprakmodell_forsok": 0}
    return {"sprakmodell": "openai:smollm2", "sprakmodell_adresse": adresse} | grenser | tider


def les_ark(fil: Path = ARK) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the rows of the sheet by question and sentence."""
    linjer = fil.read_text(encoding="utf-8").splitlines() if fil.is_file() else []
    return {(r["sporsmal"], r["setning"]): r for r in map(json.loads, linjer)}


def skriv_ark(resultat: Resultat, fil: Path = ARK) -> int:
    """Write the sheet anew, with the verdicts that were given; return how many sentences wait for one.

    What was shown in an earlier run stays, with ``vist`` false: it says what the checker has let through before.
    """
    rader = {nokkel: rad | {"vist": False} for nokkel, rad in les_ark(fil).items()}
    for sporsmal, setning, sitater in resultat.egne:
        dom = {"holder": None, "hvorfor": ""} | rader.get((sporsmal, setning), {})
        rader[sporsmal, setning] = dom | {"sporsmal": sporsmal, "setning": setning, "sitater": list(sitater), "vist": True}
    fil.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rader.values()), encoding="utf-8")
    return sum(r["holder"] is None for r in rader.values())

"""Labelled pairs of a sentence and a passage, written by people who had not seen the checker, made ready for it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from veileder.adaptere.vektorlager import Vektorlager
from veileder.domene import Dokument, Malform
from veileder.formulering.sprakkontroll.passasje import Passasje, del_i_enheter
from veileder.formulering.sprakkontroll.renskrift import synlig
from veileder.indeksering.setninger import finn_setninger
from veileder.innstillinger import ROT, Innstillinger
from veileder.porter import Embedder, Vektorer

DATASETT = ROT / "evaluering" / "datasett"


@dataclass(frozen=True, slots=True, kw_only=True)
class Par:
    """``feil`` is empty where ``stottet``; ``gruppe`` is the document, one for both målformer."""

    id: str
    setning: str
    passasje: Passasje
    stottet: bool
    feil: str
    malform: Malform
    gruppe: str


class Vektorkilde:
    """Vectors of texts, from the corpus's own where they are there, else made now and kept in the cache folder."""

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder
        self._lager = Vektorlager(Innstillinger().hurtiglagermappe, ROT / "korpus")

    def __call__(self, tekster: Sequence[str]) -> Vektorer:
        """Return vectors, shape (n, d)."""
        return self._lager.hent_eller_lag(list(tekster), self.embedder, lambda ting, _: ting)


def les_par(sett: Literal["dev", "test"], dokumenter: Sequence[Dokument], vektorer: Vektorkilde) -> list[Par]:
    """Read one of the two sets."""
    linjer = (DATASETT / f"kontroll.{sett}.jsonl").read_text(encoding="utf-8").splitlines()
    rader = [json.loads(linje) for linje in linjer if linje.strip()]
    etter_fil = {d.fil: d for d in dokumenter}
    vektorer([t for r in rader for t in _tekster(r["passasje"])])  # all in one go
    return [_par(r, etter_fil, vektorer) for r in rader]


def _tekster(passasje: str) -> list[str]:
    setninger = finn_setninger(passasje, 0, len(passasje), markdown=True)
    return [synlig(passasje[s.start : s.slutt]) for s in setninger]


def _par(rad: Mapping[str, Any], etter_fil: Mapping[str, Dokument], vektorer: Vektorkilde) -> Par:
    tekst = rad["passasje"]
    enheter = del_i_enheter(tekst, finn_setninger(tekst, 0, len(tekst), markdown=True))
    passasje = Passasje(
        merke="K1", enheter=enheter, vektorer=vektorer(_tekster(tekst)), kontekst=_kontekst(tekst, etter_fil.get(rad["fil"]))
    )
    return Par(
        id=rad["id"],
        setning=rad["setning"],
        passasje=passasje,
        stottet=rad["stottet"],
        feil=rad["feil"],
        malform=Malform(rad["maalform"]),
        gruppe=rad["fil"].replace(".nn", ""),
    )


def _kontekst(passasje: str, dokument: Dokument | None) -> str:
    """Title and heading, as an answer's passage has them."""
    if dokument is None:
        return ""
    sted = " ".join(dokument.tekst.split()).find(" ".join(passasje.split())[:80])
    foran = [s for s in dokument.seksjoner if len(" ".join(dokument.tekst[: s.start].split())) <= max(0, sted)]
    overskrift = foran[-1].overskrifter[-1] if sted >= 0 and foran and foran[-1].overskrifter else ""
    return f"{dokument.tittel}. {overskrift}"

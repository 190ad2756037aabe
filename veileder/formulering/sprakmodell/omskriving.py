"""An answer said again in other words, from its own quotations alone: simpler, or as a caseworker can say it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from veileder.domene import Rolle, Svar, Vurdering
from veileder.formulering.sprakkontroll.renskrift import synlig
from veileder.formulering.sprakmodell.grunnlag import siterte_grunner
from veileder.formulering.sprakmodell.oppsett import Oppgave
from veileder.formulering.sprakmodell.skriving import MALFORMER, Leser, skriv

if TYPE_CHECKING:
    from collections.abc import Mapping

    from veileder.ressurser import Ressurser

HOLDER = 0.5
"""Share of the model's sentences that must be shown for the new wording to stand."""

_SLUTT = re.compile(r"[.!?:](?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Omskrevet:
    """``tekst`` points to the answer's own sources; it is empty where the new wording does not hold."""

    tekst: str = ""
    vurderinger: tuple[Vurdering, ...] = ()
    spor: Mapping[str, object] = field(default_factory=dict)


def omskriv(svar: Svar, kommune: str, r: Ressurser, oppgave: Oppgave) -> Omskrevet:
    """Return an answer in other words, or nothing where the task is off or there is nothing to say again."""
    if r.sprak is None or oppgave not in r.sprak.oppgaver or not svar.kilder or svar.sprak not in MALFORMER:
        return Omskrevet()
    grunner = siterte_grunner(svar.kilder, svar.treff, r.indeks)
    if not grunner:
        return Omskrevet()
    leser = Leser(malform=svar.sprak, rolle=Rolle.INNBYGGER, kommune=kommune)
    skrevet = skriv(oppgave, grunner, svar.tur.selvstendig if svar.tur else svar.sporsmal, leser, r)
    a = skrevet.arbeid
    tekst = " ".join(_med_nummer(v.tekst, [list(grunner).index(g.passasje.merke) + 1 for g in v.grunner]) for v in a.vist)
    holder = not skrevet.brudd and a.egne > 0 and len(a.vist) >= HOLDER * a.lest
    if oppgave is Oppgave.ENKLERE and _ord_per_setning(tekst) > _ord_per_setning(" ".join(synlig(k.sitat) for k in svar.kilder)):
        holder = False
    return Omskrevet(tekst=tekst if holder else "", vurderinger=tuple(a.vurderinger), spor=skrevet.spor)


def _med_nummer(tekst: str, numre: list[int]) -> str:
    return f"{tekst} {''.join(f'[{nr}]' for nr in sorted(numre))}"


def _ord_per_setning(tekst: str) -> float:
    return len(tekst.split()) / max(1, len(_SLUTT.findall(tekst)))

"""The answer in a model's words: each sentence is read, checked and shown, or stopped, as it comes.

The quotations are the answer until the model's sentences have earned its place, and they are again when the model
breaks off, when too few of its sentences hold, or when what was asked for is not among them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from veileder.domene import Utkast
from veileder.formulering.sprakmodell.arbeid import Arbeid, Vis
from veileder.formulering.sprakmodell.grunnlag import lag_kilder, velg_grunner
from veileder.formulering.sprakmodell.oppsett import Oppgave
from veileder.formulering.sprakmodell.skriving import MALFORMER, Leser, skriv
from veileder.formulering.uenighet import finn_uenighet
from veileder.forstaelse.svartype import har_form

if TYPE_CHECKING:
    from veileder.formulering.endelser import Laget
    from veileder.forstaelse.melding import Melding
    from veileder.ressurser import Ressurser

HOLDER = 0.5
"""Share of the model's sentences that must be shown, in its words or the passage's, for its answer to stand."""


def skriv_svar(laget: Laget, m: Melding, r: Ressurser, vis: Vis | None = None) -> Laget:
    """Return the answer in the model's words where they hold, else as it was; the checks and the costs beside it.

    ``vis`` is called with each checked sentence; what it was given is not the answer until this returns.
    """
    oppsett = r.sprak
    if oppsett is None or Oppgave.SVAR not in oppsett.oppgaver or not _egnet(laget, m):
        return laget
    grunner = velg_grunner(laget.utkast, laget.funn.treff, r.indeks, oppsett.utdrag)
    leser = Leser(malform=m.sprak, rolle=m.henvendelse.rolle, kommune=m.kommune)
    skrevet = skriv(Oppgave.SVAR, grunner, laget.sporsmal, leser, r, vis)
    arbeid = skrevet.arbeid
    nytt = None if skrevet.brudd else _utkast(arbeid, laget)
    spor = {"sprakmodell": {"modell": oppsett.modell.navn, **skrevet.spor}}
    laget = replace(laget, vurderinger=(*laget.vurderinger, *arbeid.vurderinger), spor=spor)
    return laget if nytt is None else replace(laget, utkast=nytt, spor={**laget.spor, "formulering": "sprakmodell"})


def _egnet(laget: Laget, m: Melding) -> bool:
    """Answers in another language, and sources that disagree, are left to the quotations."""
    return m.sprak in MALFORMER and not m.fremmed and bool(laget.utkast.kilder) and not finn_uenighet(laget.utkast.kilder)


def _utkast(a: Arbeid, laget: Laget) -> Utkast | None:
    """Return the draft of what was shown, or None when it is not good enough to stand.

    It must rest on the source that the search put first, and have the kind of answer that the quotations had.
    """
    if not a.egne or len(a.vist) < HOLDER * a.lest:
        return None
    forste = laget.utkast.kilder[0]
    if not any((g.utdrag.id, g.utdrag.fil) == (forste.utdrag, forste.fil) for v in a.vist for g in v.grunner):
        return None
    hele = " ".join(laget.utkast.avsnitt)
    if any(har_form(hele, slag) and not har_form(a.tekst, slag) for slag in laget.emne.svartyper):
        return None
    kilder = lag_kilder([(a.grunner[merke], plass) for merke, plass in a.brukt.items()])
    return replace(laget.utkast, avsnitt=(a.tekst,), kilder=kilder)

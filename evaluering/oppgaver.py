"""What one evaluation runs: the golden questions as written, each disturbed, and the equality set."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Sequence

from evaluering.forstyrr import IKKE_ENGELSK, SLAG, forstyrr
from evaluering.gull import Gullrad
from evaluering.kjoring import Sporsmal, svar_alle
from evaluering.likhet import lag_sporsmal, les_behov
from evaluering.metrikker import Vurdert
from evaluering.vurdering import vurder_svar
from veileder import oppstart
from veileder.innstillinger import Innstillinger

FORSTYRRELSER = 4
"""Ways that each question is disturbed in a run: half of the kinds, so that all is done within ten minutes."""


def som_skrevet(gull: Sequence[Gullrad]) -> list[Sporsmal]:
    """Return the golden questions to ask."""
    return [Sporsmal(id=g.id, sporsmal=g.sporsmal, turer=g.turer, rolle=g.rolle, kommune=g.kommune) for g in gull]


def forstyrrede(gull: Sequence[Gullrad], slag_hver: int = FORSTYRRELSER) -> list[Sporsmal]:
    """Return every golden question disturbed in ``slag_hver`` ways, drawn by its id; what changes nothing is left out."""
    return [
        Sporsmal(id=g.id, variant=f"forstyrret:{slag}", sporsmal=ny, turer=g.turer, rolle=g.rolle, kommune=g.kommune)
        for g in gull
        for slag in random.Random(zlib.crc32(g.id.encode())).sample(list(SLAG), slag_hver)  # noqa: S311 - not for secrets
        if not (g.malform == "en" and slag in IKKE_ENGELSK) and (ny := forstyrr(g.id, g.sporsmal, slag)) != g.sporsmal
    ]


def lag_oppgaver(gull: Sequence[Gullrad], *, kjapp: bool) -> list[Sporsmal]:
    """Return all that a run asks; ``kjapp`` leaves out disturbances and the equality set."""
    return som_skrevet(gull) if kjapp else [*som_skrevet(gull), *lag_sporsmal(les_behov()), *forstyrrede(gull)]


def svar_og_vurder(
    gull: Sequence[Gullrad],
    innst: Innstillinger,
    *,
    arbeidere: int = 0,
    framdrift: Callable[[int, int], None] = lambda _gjort, _av: None,
) -> list[Vurdert]:
    """Answer and judge without a run folder: what the gate needs."""
    oppstart.indekser(innst)
    svar = []
    for bunke in svar_alle(som_skrevet(gull), innst, arbeidere=arbeidere, med_tekst=False):
        svar += bunke
        framdrift(len(svar), len(gull))
    return vurder_svar(gull, svar, innst.korpus)

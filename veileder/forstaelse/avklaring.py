"""One question back when two readings are equally likely, and never twice running."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from veileder.domene import Tur, Utfall
from veileder.forstaelse.emne import Emne
from veileder.forstaelse.ordliste import Ordliste

LIKT = 0.75
"""The second reading is as likely as the first from this share of its probability."""

VISS = 0.85
"""A reading that is this probable needs no question back: the field model gives «hvordan får man plass?» 0.65 for a
nursing home, and a question with anything more to go by above 0.9."""


def finn_avklaring(
    emne: Emne, ordliste: Ordliste, temaer: Mapping[str, str], tidligere: Sequence[Tur]
) -> tuple[str, ...]:
    """Return the services to choose between, or nothing when the question is clear enough.

    A word may mean several services (``kan_bety`` in the glossary: «plass»), and nothing else in the
    message may say which. The classifier decides when it is sure; otherwise the person does.
    """
    if tidligere and tidligere[-1].utfall is Utfall.AVKLARING:
        return ()
    if emne.nevnte:
        return ()
    muligheter = [slug for slug in ordliste.tvetydig(emne.bokmal) if slug in temaer]
    if len(muligheter) < 2:
        return ()
    sannsynlig = sorted(muligheter, key=lambda s: -emne.tjenester.get(s, 0.0))
    forst, andre = (emne.tjenester.get(s, 0.0) for s in sannsynlig[:2])
    if forst >= VISS and andre < LIKT * forst:
        return ()
    return tuple(sannsynlig[:3])

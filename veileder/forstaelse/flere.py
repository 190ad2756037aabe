"""Several questions in one message: each is looked up by itself, so that none is lost.

«Hva koster alarmen? Og hvem kan få matombringing?» is two. A sentence that asks is a question of its own when it
names another service, or asks for another aspect, than those before it; the rest of a message is what they are
about. Most long messages hold one question and a few that only lean on it («Er det riktig? Hva gjør vi?»).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from veileder.forstaelse.emne import Emne
from veileder.forstaelse.grense import del_melding

HOYEST = 3
"""Questions answered in one message; more than that no answer of readable length can hold."""

MINST = 3
"""Words a sentence must have to ask something by itself."""

Lesning = tuple[str, Emne]


ANNET_FELT = 1.5
"""Log-odds of «outside the field» from which a question is not taken to be about the service that the rest names."""


def del_i_sporsmal(
    sporsmal: str, emne: Emne, les: Callable[[str], Emne], temaer: Mapping[str, str], utenfor: Callable[[str], float]
) -> tuple[Lesning, ...]:
    """Return each question of a message with what it is about; one row for a message with one question.

    ``les`` tells what a text is about, ``temaer`` gives the title of each service, ``utenfor`` the
    log-odds that a text lies outside the field.
    """
    setninger = del_melding(sporsmal)
    spor = [s for s in setninger if s.endswith("?") and len(s.split()) >= MINST]
    if len(spor) < 2:
        return ((sporsmal, emne),)
    grupper = _grupper([(s, les(s)) for s in spor])
    if not 1 < len(grupper) <= HOYEST:
        return ((sporsmal, emne),)
    resten = " ".join(s for s in setninger if s not in spor)
    hele = (t if utenfor(t) > ANNET_FELT else _hel(t, e, emne, resten, temaer) for t, e in grupper)
    return tuple((t, les(t)) for t in hele)


def _grupper(lest: Sequence[Lesning]) -> list[Lesning]:
    """Join each asking sentence to the one before it unless it asks for something else."""
    grupper: list[Lesning] = []
    for tekst, e in lest:
        if grupper and not _noe_annet(e, grupper[-1][1]):
            forrige, f = grupper[-1]
            grupper[-1] = (f"{forrige} {tekst}", f if f.nevnte or f.signaler else e)
        else:
            grupper.append((tekst, e))
    return [g for g in grupper if g[1].nevnte or g[1].signaler]


def _noe_annet(e: Emne, forrige: Emne) -> bool:
    """Whether a sentence asks about another service or another aspect than the one before it."""
    if e.nevnte and forrige.nevnte and not set(e.nevnte) & set(forrige.nevnte):
        return True
    return bool(e.signaler and forrige.signaler and not set(e.signaler) & set(forrige.signaler))


def _hel(tekst: str, e: Emne, hele: Emne, resten: str, temaer: Mapping[str, str]) -> str:
    """Return a question so that it stands alone: with the service that the message names, or with the story before it."""
    if e.nevnte:
        return tekst
    if hele.nevnte:
        return f"{tekst} ({temaer.get(hele.nevnte[0], hele.nevnte[0])})"
    return f"{resten} {tekst}".strip()

"""Questions to begin with: six for each role, one of them swapped where a kommune has a text of its own.

Each is answered from our own corpus (tests/test_startsporsmal.py asks them all).
"""

from __future__ import annotations

from collections.abc import Mapping

from veileder.domene import Malform, Rolle

_NB, _NN, _EN = Malform.NB, Malform.NN, Malform.EN
Sporsmal = Mapping[Malform, str]

_ALARM: Sporsmal = {_NB: "Hvem kan få trygghetsalarm?", _NN: "Kven kan få tryggleiksalarm?", _EN: "Who can get a safety alarm?"}
_ALARMPRIS: Sporsmal = {
    _NB: "Hva koster trygghetsalarm?",
    _NN: "Kva kostar tryggleiksalarm?",
    _EN: "What does a safety alarm cost?",
}
_MIDDAGSPRIS: Sporsmal = {
    _NB: "Hva koster middag levert hjem?",
    _NN: "Kva kostar middag levert heim?",
    _EN: "What does a meal delivered at home cost?",
}

FELLES: Mapping[Rolle, tuple[Sporsmal, ...]] = {
    Rolle.INNBYGGER: (
        _ALARM,
        {
            _NB: "Hva kan hjemmesykepleien hjelpe med?",
            _NN: "Kva kan heimesjukepleia hjelpe med?",
            _EN: "What can home nursing help me with?",
        },
        {
            _NB: "Hvordan søker jeg om hjemmehjelp?",
            _NN: "Korleis søkjer eg om heimehjelp?",
            _EN: "How do I apply for home help?",
        },
        {
            _NB: "Far glemmer mer og mer. Hvem kan jeg snakke med?",
            _NN: "Far gløymer meir og meir. Kven kan eg snakke med?",
            _EN: "Who can I talk to about dementia?",
        },
        {
            _NB: "Jeg passer på mannen min. Hva finnes av avlastning?",
            _NN: "Eg passar på mannen min. Kva finst av avlasting?",
            _EN: "I care for my husband. What respite care is there?",
        },
        {
            _NB: "Hvem kan få plass på sykehjem?",
            _NN: "Kven kan få plass på sjukeheim?",
            _EN: "Who can get a place in a nursing home?",
        },
    ),
    Rolle.SAKSBEHANDLER: (
        {
            _NB: "Hvilke kriterier gjelder for langtidsopphold?",
            _NN: "Kva kriterium gjeld for langtidsopphald?",
            _EN: "What are the criteria for a long-term place?",
        },
        {_NB: "Hva skal stå i et vedtak?", _NN: "Kva skal stå i eit vedtak?", _EN: "What must a decision contain?"},
        {
            _NB: "Hva ser jeg etter på et hjemmebesøk?",
            _NN: "Kva ser eg etter på eit heimebesøk?",
            _EN: "What do I look for on a home visit?",
        },
        {
            _NB: "Hvordan begrunner jeg et avslag?",
            _NN: "Korleis grunngir eg eit avslag?",
            _EN: "How do I use the care ladder?",
        },
        {_NB: "Hvor lang er klagefristen?", _NN: "Kor lang er klagefristen?", _EN: "How long is the time limit for appeals?"},
        {
            _NB: "Når kan kommunen ta betalt for en tjeneste?",
            _NN: "Når kan kommunen ta betalt for ei teneste?",
            _EN: "When may the municipality charge for a service?",
        },
    ),
}
"""The six of each role."""

LOKALE: Mapping[str, Sporsmal] = {
    "hustadvika": _ALARMPRIS,
    "kristiansund": _MIDDAGSPRIS,
    "molde": _ALARMPRIS,
}
"""What takes the place of a role's first question in a kommune that has its own text about it."""


def startsporsmal(rolle: Rolle, kommune: str, sprak: Malform) -> tuple[str, ...]:
    """Return the six questions for a role in a kommune; an empty or unknown kommune gets the shared ones."""
    forste, *resten = FELLES[rolle]
    if rolle is Rolle.INNBYGGER:
        forste = LOKALE.get(kommune, forste)
    return tuple(s[sprak] for s in (forste, *resten))


def alle_startsporsmal(sprak: Malform) -> tuple[str, ...]:
    """Return every question once, in the order of the page: the page's script shows the six that fit."""
    steder = ("", *LOKALE)
    return tuple(dict.fromkeys(s for rolle in Rolle for sted in steder for s in startsporsmal(rolle, sted, sprak)))


def eksempler(sprak: Malform) -> dict[str, dict[str, list[str]]]:
    """Return the six by role and kommune, the shared ones under the empty name."""
    return {r.value: {sted: list(startsporsmal(r, sted, sprak)) for sted in ("", *LOKALE)} for r in Rolle}

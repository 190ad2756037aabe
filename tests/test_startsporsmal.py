"""The questions that the chat's page begins with: each is one that our own corpus answers."""

from __future__ import annotations

from typing import Any

import pytest

from veileder.domene import FELLES, Henvendelse, Malform, Rolle, Utfall
from veileder.web.tekster.start import LOKALE, alle_startsporsmal, startsporsmal


@pytest.mark.parametrize("sprak", list(Malform))
def test_every_question_that_the_page_offers_is_answered_from_our_own_corpus(tjeneste: Any, sprak: Malform) -> None:
    for rolle in Rolle:
        for sted in ("", *LOKALE):
            for nr, tekst in enumerate(startsporsmal(rolle, sted, sprak)):
                h = Henvendelse(id="x", tekst=tekst, rolle=rolle, kommune=sted, sprak=sprak)
                svar = tjeneste.svar(h)
                assert svar.utfall is Utfall.BESVART and svar.kilder, (sted, tekst, svar.utfall)
                if sted and rolle is Rolle.INNBYGGER and nr == 0:
                    assert svar.kilder[0].kommune == sted, tekst
                elif not sted:
                    assert {k.kommune for k in svar.kilder} == {FELLES}, tekst


def test_there_are_six_for_each_role_and_kommune_and_the_page_gets_them_all() -> None:
    for sprak in Malform:
        for rolle in Rolle:
            for sted in ("", "rauma", *LOKALE):
                seks = startsporsmal(rolle, sted, sprak)
                assert len(set(seks)) == 6 and set(seks) <= set(alle_startsporsmal(sprak))

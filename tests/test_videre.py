"""Questions to go on with: taken from the texts themselves, and known to be answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from veileder.domene import Henvendelse, Rolle, Utfall
from veileder.innstillinger import Innstillinger
from veileder.oppstart import indekser, lag_tjeneste
from veileder.web.andre import lokal_linje, vurdert

FREMMED = Path(__file__).parent / "data" / "fremmed"


@pytest.mark.parametrize(
    ("sporsmal", "rolle"),
    [
        ("Hva koster trygghetsalarm?", Rolle.INNBYGGER),
        ("Korleis søkjer eg om heimehjelp?", Rolle.INNBYGGER),
        ("Hva ser jeg etter på et hjemmebesøk?", Rolle.SAKSBEHANDLER),
    ],
)
def test_what_is_offered_is_answered_by_a_section_that_was_not_shown(tjeneste: Any, sporsmal: str, rolle: Rolle) -> None:
    h = Henvendelse(id="x", tekst=sporsmal, rolle=rolle, kommune="molde")
    svar = tjeneste.svar(h)
    vist = {(k.tittel, k.seksjon) for k in svar.kilder}
    forslag = tjeneste.videre(svar, h, vist)
    assert 2 <= len(forslag) <= 3
    sett = set(vist)
    for f in forslag:
        neste = tjeneste.svar(Henvendelse(id="y", tekst=f.sporsmal, rolle=rolle, kommune="molde", sprak=svar.sprak))
        assert neste.utfall is Utfall.BESVART and neste.sprak is svar.sprak
        assert not {(k.tittel, k.seksjon) for k in neste.kilder} <= vist, f
        sett |= {(k.tittel, k.seksjon) for k in neste.kilder}
    assert not set(tjeneste.videre(svar, h, sett)) & set(forslag)  # once seen, never offered again


def test_on_a_corpus_that_is_not_ours_they_come_from_its_own_headings(tmp_path: Path) -> None:
    innst = Innstillinger(korpus=FREMMED, data=tmp_path)
    indekser(innst)
    tjeneste = lag_tjeneste(innst)
    h = Henvendelse(id="x", tekst="Hva må man betale i måneden for en sånn alarmknapp som også funker utendørs?")
    forslag = tjeneste.videre(tjeneste.svar(h), h)
    assert "Trygghetsalarm: Slik får du alarm" in {f.etikett for f in forslag}
    for f in forslag:
        assert tjeneste.svar(Henvendelse(id="y", tekst=f.sporsmal)).utfall is Utfall.BESVART


def test_other_texts_are_at_most_five_and_none_is_a_source(tjeneste: Any) -> None:
    svar = tjeneste.svar(Henvendelse(id="x", tekst="Hva koster trygghetsalarm?", kommune="molde"))
    andre = vurdert(svar)
    assert 0 < len(andre) <= 5
    assert not {(u.tittel, u.seksjon) for u in andre} & {(k.tittel, k.seksjon) for k in svar.kilder}


def test_an_answer_says_who_has_a_text_of_its_own(tjeneste: Any) -> None:
    navn = dict(tjeneste.kommuner())
    molde = tjeneste.svar(Henvendelse(id="x", tekst="Hva koster trygghetsalarm?", kommune="molde"))
    assert lokal_linje(molde, navn, molde.sprak) == "Molde har egen tekst om dette."
    felles = tjeneste.svar(Henvendelse(id="x", tekst="Hvem kan få trygghetsalarm?"))
    assert lokal_linje(felles, navn, felles.sprak) == ""

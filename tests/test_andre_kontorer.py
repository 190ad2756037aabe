"""A question that belongs to another office is told whose it is, and one that nobody is known for is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from veileder.domene import Malform
from veileder.overlevering.andre import finn_kontorer
from veileder.overlevering.kontakt import Kontakter, les_kontakter

KORPUS = Path(__file__).resolve().parent.parent / "korpus"


@pytest.fixture(scope="module")
def kontakter() -> Kontakter:
    return les_kontakter(KORPUS / "kommuner.yaml")


@pytest.mark.parametrize(
    ("sporsmal", "navn"),
    [
        ("hvem søker jeg dagpenger hos når jeg er permittert", "NAV"),
        ("må bestefar levere skattemelding selv", "Skatteetaten"),
        ("datteren vår trenger time hos tannlegen", "Møre og Romsdal fylkeskommune"),
        ("hvor melder vi eierskifte på bilen til far", "Statens vegvesen"),
    ],
)
def test_the_office_is_named(kontakter: Kontakter, sporsmal: str, navn: str) -> None:
    assert [k.navn for k in finn_kontorer(sporsmal, kontakter.andre_kontorer)] == [navn]


def test_what_is_asked_last_comes_first(kontakter: Kontakter) -> None:
    funnet = finn_kontorer("far har fått sykepenger fra nav, men hvordan får han førerkortet tilbake", kontakter.andre_kontorer)
    assert [k.navn for k in funnet] == ["Statens vegvesen", "NAV"]


def test_nobody_is_guessed_at(kontakter: Kontakter) -> None:
    assert finn_kontorer("hva heter kokken på sykehjemmet, og passer han på katten", kontakter.andre_kontorer) == ()


def test_the_name_is_in_the_language_of_the_answer_with_the_address(kontakter: Kontakter) -> None:
    (kontor,) = finn_kontorer("vergemål", kontakter.andre_kontorer)
    assert kontor.vist(Malform.NN) == "Statsforvaltaren (statsforvalteren.no)"

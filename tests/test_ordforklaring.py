"""Difficult words are explained after the answer, on the question's målform, once, and not to those who know them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from veileder.domene import Malform
from veileder.formulering.ordforklaring import FLEST, fagord_i
from veileder.forstaelse.ordliste import Ord, Ordliste, les_ordliste

KORPUS = Path(__file__).resolve().parent.parent / "korpus"


@pytest.fixture(scope="module")
def ordliste() -> Ordliste:
    return les_ordliste(KORPUS / "ordliste.yaml")


def test_a_difficult_word_is_explained_in_the_language_of_the_answer(ordliste: Ordliste) -> None:
    for malform in (Malform.NB, Malform.NN):
        (ord_,) = fagord_i(["Epikrisen følger med når du flytter."], "hva følger med når jeg flytter", ordliste, malform)
        rad = next(o for o in ordliste.ord if o.term == "epikrise")
        assert ord_.forklaring == (rad.forklaring_nn if malform is Malform.NN else rad.forklaring) != ""


def test_a_word_that_the_question_used_is_not_explained(ordliste: Ordliste) -> None:
    assert not fagord_i(["Epikrisen følger med når du flytter."], "hvem sender epikrise?", ordliste, Malform.NB)


def test_a_word_that_the_quotation_explains_is_not_explained_again(ordliste: Ordliste) -> None:
    assert not fagord_i(["Epikrise er et sammendrag fra sykehuset."], "hva følger med", ordliste, Malform.NB)


def test_an_everyday_word_is_not_explained(ordliste: Ordliste) -> None:
    vanlig = next(o for o in ordliste.ord if o.forklaring and not o.fagord)
    assert not fagord_i([f"Du får hjelp til {vanlig.term}."], "hva får jeg", ordliste, Malform.NB)


def test_no_more_than_a_few_are_explained() -> None:
    mal = Ord(term="", nynorsk=(), hverdagsord=(), forklaring="F.", forklaring_nn="", fagord=True, tjeneste="", kan_bety=())
    liste = Ordliste(ord=tuple(replace(mal, term=f"fagord{c}") for c in "abcdef"), sprak={})
    assert len(fagord_i(["fagorda fagordb fagordc fagordd"], "hva", liste, Malform.NB)) == FLEST

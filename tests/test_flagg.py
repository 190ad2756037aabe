"""Flags, priorities and receipt numbers: what a reviewer is told, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as s
from lager_hjelp import henvendelse, svar
from web_hjelp import kilde

from veileder import standardtekster as st
from veileder.domene import Kontakt as Kontaktsted
from veileder.domene import Malform, Overlevering, Tur, Utfall, Vurdering
from veileder.gjennomgang.flagg import TAK_UTEN, VEKT, Omstendigheter, finn_flagg, prioritet
from veileder.gjennomgang.flaggtekster import HVORFOR, NAVN, begrunnelse, forklar_prioritet
from veileder.gjennomgang.kontaktonske import Kontaktonske, kort, les_kontaktvei, til_sak
from veileder.gjennomgang.nummer import KONTAKT, MELDING, TEGN, lag_nummer, les_nummer, les_samtale, vis_samtale
from veileder.gjennomgang.verdier import Flagg, Flaggslag

I_DAG = dt.date(2026, 11, 23)


def slag(felt: dict[str, Any], **o: Any) -> list[str]:
    """Return the flags of an answer with these fields."""
    return [str(f.slag) for f in flagg(felt, **o)]


def flagg(felt: dict[str, Any], **o: Any) -> tuple[Flagg, ...]:
    tekst = felt.pop("sporsmal", "Hva koster trygghetsalarm?")
    return finn_flagg(svar(henvendelse(tekst), **felt), Omstendigheter(i_dag=I_DAG, **o))


def v(kontroll: str, bestatt: bool, grunn: str = "") -> Vurdering:
    return Vurdering(kontroll=kontroll, bestatt=bestatt, grunn=grunn)


def test_a_good_answer_has_no_flag() -> None:
    godt = {"vurderinger": (v("grunnlag", True, "0.91 mot 0.45"), v("sitat", True, "u1"), v("henvisninger", True))}
    assert slag(godt) == []


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ({"utfall": Utfall.AKUTT, "kilder": (), "vurderinger": (v("akutt", False, "medisinsk"),)}, ["akutt"]),
        ({"utfall": Utfall.OVERLEVERT, "overlevering": Overlevering(grunn="x", kontakt=Kontaktsted())}, ["overlevert"]),
        (
            {"utfall": Utfall.UTEN_GRUNNLAG, "kilder": (), "vurderinger": (v("grunnlag", False, "0.20 mot 0.45"),)},
            ["uten_grunnlag"],
        ),
        ({"utfall": Utfall.DELVIS}, ["delvis"]),
        ({"vurderinger": (v("grunnlag", True, "0.52 mot 0.45"),)}, ["lav_dekning"]),
        ({"vurderinger": (v("sitat", False, "sitatet står ikke i u1"),)}, ["kontroll_feilet"]),
        ({"vurderinger": (v("henvisninger", False), v("ingen løfter", False))}, ["kontroll_feilet"]),
        ({"utfall": Utfall.FEILET, "kilder": (), "spor": {"sak": "ab12"}}, ["kontroll_feilet"]),
        ({"utfall": Utfall.AVVIST, "kilder": (), "vurderinger": (v("grense", False, "misbruk"),)}, ["misbruk"]),
        ({"utfall": Utfall.AVVIST, "kilder": (), "vurderinger": (v("lengde", False, "for lang"),)}, []),
        ({"tekst": st.tekst("avvist_del", Malform.NB) + "\n\nDet koster 325 kroner. [1]"}, ["misbruk"]),
        ({"sporsmal": "Jeg heter [navn], hva koster det?"}, ["maskert"]),
        ({"kilder": (kilde(1, revideres="2026-11-22"),)}, ["kilde_utgatt"]),
        ({"kilder": (kilde(1, revideres="2026-11-23"), kilde(2, revideres="2026-11"), kilde(3, revideres="snart"))}, []),
        ({"kilder": (kilde(1, revideres="2026-10"),)}, ["kilde_utgatt"]),
    ],
)
def test_each_ending_and_each_check_raises_its_flag_and_no_other(felt: dict[str, Any], ventet: list[str]) -> None:
    assert slag({"kilder": (kilde(1, revideres=""),), **felt}) == ventet


def test_sources_disagree_when_a_local_and_a_common_text_give_different_amounts() -> None:
    felles = kilde(1, aspekt="pris", sitat="Alarmen koster 250 kroner i måneden.", revideres="")
    lokal = kilde(
        2,
        aspekt="pris",
        kommune="molde",
        fil="lokalt/molde/trygghetsalarm.md",
        dokument="lokalt/molde/trygghetsalarm",
        sitat="Prisen er 1 325 kr.",
        revideres="",
    )
    (uenig,) = flagg({"kilder": (felles, lokal)})
    assert uenig.slag is Flaggslag.KILDER_UENIGE
    assert (
        begrunnelse(uenig)
        == "Kildene sier ulike ting: 250 kroner (Trygghetsalarm, felles) og 1325 kroner (Trygghetsalarm, molde)."
    )
    assert slag({"kilder": (felles, replace(lokal, sitat="Her er prisen 250 kr."))}) == []
    rauma = replace(lokal, kommune="rauma", fil="lokalt/rauma/trygghetsalarm.md", sitat="Prisen er 90 kr.")
    assert slag({"kilder": (rauma, lokal)}) == [], "to kommuner kan ha hver sin pris"


def _tur(aspekt: str = "pris", utfall: Utfall = Utfall.BESVART) -> Tur:
    return Tur(tekst="Pris på alarm?", selvstendig="Pris på alarm?", utfall=utfall, tjeneste="trygghetsalarm", aspekt=aspekt)


def test_the_same_question_again_is_seen_unless_it_was_asked_back_or_is_about_something_else() -> None:
    assert slag({}, tidligere=(_tur(),), likhet=(0.95,)) == ["spurte_igjen"]
    assert slag({}, tidligere=(_tur(),), likhet=(0.90,)) == []
    assert slag({}, tidligere=(_tur("kriterier"),), likhet=(0.95,)) == []
    assert slag({}, tidligere=(_tur(utfall=Utfall.AVKLARING),), likhet=(0.99,)) == []
    assert slag({}, tidligere=(_tur(),), likhet=()) == []


def test_the_random_share_is_as_large_as_it_is_set_to_be() -> None:
    assert slag({}, stikkprove=0.02, trekning=0.019) == ["stikkprove"]
    assert slag({}, stikkprove=0.02, trekning=0.02) == slag({}, stikkprove=0.0, trekning=0.0) == []


flaggmengder = s.sets(s.sampled_from(Flaggslag), min_size=1).map(lambda m: tuple(Flagg(slag=f) for f in m))


@given(flaggmengder)
def test_danger_and_reports_come_before_everything_else_and_the_words_give_the_number(f: tuple[Flagg, ...]) -> None:
    p = prioritet(f)
    forst = any(x.slag in (Flaggslag.AKUTT, Flaggslag.RAPPORTERT) for x in f)
    assert 0 < p <= 100 and (p > TAK_UTEN if forst else p <= TAK_UTEN)
    for malform in (Malform.NB, Malform.NN):
        forklart = forklar_prioritet(f, malform)
        assert forklart.startswith(f"{p}: ") and "{" not in forklart
        assert all(begrunnelse(x, malform).endswith((".", "?")) and "{" not in begrunnelse(x, malform) for x in f)


def test_danger_outweighs_a_report_and_every_flag_has_name_weight_and_reason() -> None:
    assert prioritet([Flagg(slag=Flaggslag.AKUTT)]) > prioritet([Flagg(slag=Flaggslag.RAPPORTERT)])
    assert set(VEKT) == set(NAVN) == set(HVORFOR) == set(Flaggslag)
    assert prioritet(()) == 0 and forklar_prioritet(()) == "0: ingen flagg."
    to = (Flagg(slag=Flaggslag.RAPPORTERT, detalj="feil"), Flagg(slag=Flaggslag.DELVIS))
    assert forklar_prioritet(to) == "87: Meldt fra gir 85, fordi et menneske tok seg bryet med å si fra. 1 flagg til gir 2."
    assert begrunnelse(to[0]) == "Brukeren meldte fra: svaret er feil."
    assert begrunnelse(to[0], Malform.NN) == "Brukaren melde frå: svaret er feil."


# --- receipts and contact --------------------------------------------------------------------------


def test_a_number_is_read_however_it_is_typed_and_never_taken_for_one_of_the_other_kind() -> None:
    nummer = lag_nummer(MELDING)
    for skrevet in (nummer, nummer.lower(), nummer.replace("-", " "), nummer.replace("-", ""), f"  {nummer}. "):
        assert les_nummer(skrevet, MELDING) == nummer
    assert les_nummer(nummer, KONTAKT) == ""
    for galt in ("", "VM", "VM-0000-0000", "VM-7F3K-92Q", "VM-7F3K-92QDD", "' OR 1=1 --", "x" * 10_000, "../../etc/passwd"):
        assert les_nummer(galt, MELDING) == ""


def test_the_number_of_a_conversation_is_read_aloud_in_groups_and_found_however_it_is_typed() -> None:
    id_ = "4e4ee0c1d2a34b5c8d7e9f0011223344"
    assert vis_samtale(id_) == "4e4e-e0c1-d2a3-4b5c-8d7e-9f00-1122-3344"
    for skrevet in (id_, vis_samtale(id_), vis_samtale(id_).upper().replace("-", " "), f" {id_}\n"):
        assert les_samtale(skrevet) == id_
    assert vis_samtale("abc1") == "abc1" and les_samtale(" Abc-1 ") == "abc-1"


def test_numbers_are_random_and_have_no_signs_that_look_alike() -> None:
    assert len({lag_nummer(MELDING) for _ in range(5000)}) == 5000
    assert not set("0O1IL5S8B6G2Z") & set(TEGN) - set("62")
    assert not set("AEIOUY") & set(TEGN)


@pytest.mark.parametrize(
    ("skrevet", "telefon", "epost"),
    [
        ("99112233", "99 11 22 33", ""),
        ("ring meg på 991 12 233 etter fire", "991 12 233", ""),
        ("+47 71 11 10 00", "71 11 10 00", ""),
        ("+46 70 123 45 67", "+46 70 123 45 67", ""),
        ("kari.nordmann@eksempel.no", "", "kari.nordmann@eksempel.no"),
        ("kari@eksempel.no eller 99 11 22 33", "99 11 22 33", "kari@eksempel.no"),
        ("vet ikke", "", ""),
        ("12345", "", ""),
        ("kari@", "", ""),
    ],
)
def test_a_telephone_number_and_an_address_are_found_in_what_people_write(skrevet: str, telefon: str, epost: str) -> None:
    funnet, adresse = les_kontaktvei(skrevet)
    assert funnet.replace(" ", "") == telefon.replace(" ", "") and adresse == epost


def test_a_request_for_contact_keeps_the_name_and_drops_numbers_of_identity() -> None:
    onske = Kontaktonske(kommune="molde", navn="Kari Nordmann", telefon="99 11 22 33", notat="Gjelder Ola, 15076500565.\x00")
    sak = til_sak(onske, "VK-7F3K-92QD", dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    assert sak.navn == "Kari Nordmann" and "Ola" in sak.notat and "15076500565" not in sak.notat and "\x00" not in sak.notat
    assert len(kort("x" * 5000, "notat")) == 1000

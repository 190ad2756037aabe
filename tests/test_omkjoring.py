"""The closed loop: what is stored of it on both engines, and questions asked again over a real corpus."""

from __future__ import annotations

import json
import shutil
import time
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import Kommando
from gjennomgang_hjelp import K, bruker
from hypothesis import given
from hypothesis import strategies as s
from lager_hjelp import NA, en_omkjoring, innslag

from veileder.adaptere.database.lager import DatabaseLager
from veileder.cli import main
from veileder.domene import Henvendelse, Tur
from veileder.feil import Indeksfeil
from veileder.gjennomgang.ansatte import ALLE, Handling
from veileder.gjennomgang.arkiv import Arkiv
from veileder.gjennomgang.godkjente import Binding, bind, digester_av, send_endrede_tilbake
from veileder.gjennomgang.kildevakt import Kildevakt
from veileder.gjennomgang.omkjorer import Omkjorer
from veileder.gjennomgang.omkjoring import forskjeller, med_overfort_dom, still_igjen, til_omkjoring
from veileder.gjennomgang.saker import Arsak, Dom, Kofilter, Sakstilstand
from veileder.gjennomgang.ulikheter import Linjeslag, linjer
from veileder.gjennomgang.verdier import Flaggslag
from veileder.innstillinger import Innstillinger
from veileder.tjeneste import Tjeneste

RETT, GALT = "Du trenger vanligvis verken henvisning eller diagnose.", "Du må ha henvisning fra fastlegen."
FIL = "tjenester/frisklivssentral.md"


def test_a_run_is_read_back_as_stored_and_of_two_at_once_one_is_told(lager: DatabaseLager) -> None:
    en = innslag()
    lager.samtaler.lagre(en)
    ny = en_omkjoring(en.id)
    assert lager.omkjoringer.hent(en.id) is None
    assert lager.omkjoringer.lagre(ny) and not lager.omkjoringer.lagre(ny)
    assert lager.omkjoringer.hent(en.id) == replace(ny, versjon=1)
    assert lager.omkjoringer.lagre(replace(ny, versjon=1, svar="Enda nyere.")) and not lager.omkjoringer.lagre(
        replace(ny, versjon=1)
    )
    assert not lager.omkjoringer.lagre(en_omkjoring("finnes-ikke"))
    lager.samtaler.slett(en.samtale_id)
    assert lager.omkjoringer.hent(en.id) is None


def test_an_approved_answer_comes_back_once_when_a_text_it_rests_on_is_another_or_gone(lager: DatabaseLager) -> None:
    en, to = innslag(), innslag(samtale_id="s2")
    for i in (en, to):
        lager.samtaler.lagre(i)
    k = en.kilder[0]
    digester = {(k.utdrag, k.fil): "d1"}
    for i in (en, to):
        sak = replace(lager.saker.hent(i.id), dom=Dom.RIKTIG, tilstand=Sakstilstand.LUKKET)
        assert lager.saker.lagre(sak, [], bind(i.id, i.kilder, digester))
    assert send_endrede_tilbake(lager.godkjente, digester, NA, "kom tilbake:") == ()
    # a verdict that is withdrawn takes the binding with it
    assert lager.saker.lagre(replace(lager.saker.hent(to.id), dom=Dom.FEIL), [])
    assert send_endrede_tilbake(lager.godkjente, {(k.utdrag, k.fil): "d2"}, NA, "kom tilbake:") == (en.id,)
    assert send_endrede_tilbake(lager.godkjente, {}, NA, "kom tilbake:") == ()
    tilbake, lest = lager.saker.hent(en.id), lager.samtaler.hent(en.id)
    assert tilbake.tilstand is Sakstilstand.NY and tilbake.dom is Dom.RIKTIG and tilbake.versjon == 2
    assert lest is not None and Flaggslag.KILDE_ENDRET in {f.slag for f in lest.flagg} and lest.prioritet > en.prioritet
    assert [(h.bruker, h.hva, h.detalj) for h in lager.saker.hendelser(en.id)] == [("Veileder", "kom tilbake:", k.tittel)]
    assert en.id in {r.melding_id for r in lager.saker.ko(Kofilter(omfang=None, grunn=Flaggslag.KILDE_ENDRET)).rader}


def test_approved_answers_are_looked_at_once_for_each_index_and_not_while_it_cannot_be_opened(lager: DatabaseLager) -> None:
    en = innslag()
    k, lest = en.kilder[0], list[str]()
    versjon, digest = ["i1"], ["d1"]

    def digester() -> dict[tuple[str, str], str]:
        lest.append(versjon[0])
        if not digest[0]:
            raise Indeksfeil("ikke åpen")
        return {(k.utdrag, k.fil): digest[0]}

    vakt = Kildevakt(lager.godkjente, lambda: versjon[0], digester)
    assert vakt.se() == 0 and lest == []  # nothing is approved: no index is opened for it
    lager.samtaler.lagre(en)
    lager.saker.lagre(replace(lager.saker.hent(en.id), dom=Dom.RIKTIG), [], bind(en.id, en.kilder, {(k.utdrag, k.fil): "d1"}))
    versjon[0] = "i2"
    assert vakt.se() == 0 == vakt.se() and lest == ["i2"]
    versjon[0], digest[0] = "i3", ""
    assert vakt.se() == 0
    digest[0] = "d2"
    assert vakt.se() == 1 and vakt.se() == 0 and lest == ["i2", "i3", "i3"]


def test_a_passage_that_was_gone_when_it_was_approved_does_not_bring_the_answer_back() -> None:
    k = innslag().kilder[0]
    assert bind("m", (k, k), {}) == (Binding(melding_id="m", utdrag=k.utdrag, fil=k.fil, digest="", tittel=k.tittel),)


def test_cases_are_listed_by_cause_and_answers_by_a_file_that_is_changed_within_what_one_may_see(lager: DatabaseLager) -> None:
    en, to = innslag(), innslag(samtale_id="s2", kommune="rauma", kilder=())
    for i, arsak in ((en, Arsak.KORPUS_FEIL), (to, Arsak.KORPUS_FEIL)):
        lager.samtaler.lagre(i)
        lager.saker.lagre(replace(lager.saker.hent(i.id), dom=Dom.FEIL, arsak=arsak), [])
    lager.omkjoringer.lagre(en_omkjoring(en.id))
    k, molde = en.kilder[0], frozenset({"molde"})
    finn = lager.omkjoringer.liste
    assert {r.melding_id for r in finn(None, arsak=Arsak.KORPUS_FEIL, antall=9)} == {en.id, to.id}
    (rad,) = finn(molde, arsak=Arsak.KORPUS_FEIL, antall=9)
    assert (rad.melding_id, rad.dom, rad.ny) == (en.id, Dom.FEIL, replace(en_omkjoring(en.id), versjon=1))
    assert [r.melding_id for r in finn(None, fil=k.fil, antall=9)] == [en.id] and finn(None, arsak=Arsak.SPRAK, antall=9) == ()
    assert lager.omkjoringer.arsaker(molde) == {Arsak.KORPUS_FEIL: 1} and lager.omkjoringer.arsaker(frozenset()) == {}
    assert lager.omkjoringer.endrede_filer(None, {(k.utdrag, k.fil): "d1"}) == {}
    assert lager.omkjoringer.endrede_filer(molde, {(k.utdrag, k.fil): "d2"}) == {k.fil: 1}
    assert lager.omkjoringer.endrede_filer(frozenset({"rauma"}), {}) == {}
    lager.saker.lagre(replace(lager.saker.hent(to.id), dom=Dom.RIKTIG), [])
    assert set(lager.omkjoringer.sporsmal(0)) == {to.id} and set(lager.omkjoringer.sporsmal(5)) == {en.id, to.id}


# --- over our own corpus -----------------------------------------------------------------------------


def spor(tjeneste: Tjeneste, lager: DatabaseLager, *turer: str, kommune: str = "") -> list[str]:
    """Have a conversation that is stored, and return its messages."""
    arkiv, samtale, ider = Arkiv(lager), uuid.uuid4().hex, list[str]()
    sett: list[Tur | None] = []
    with_arkiv = Tjeneste(lambda: tjeneste.ressurser, arkiv)
    for nr, tekst in enumerate(turer, 1):
        h = Henvendelse(
            id=uuid.uuid4().hex, samtale_id=samtale, turnr=nr, tekst=tekst, kommune=kommune, tidligere=tuple(t for t in sett if t)
        )
        sett.append(with_arkiv.svar(h).tur)
        ider.append(h.id)
    return ider


def test_a_follow_up_is_asked_again_with_what_came_before_it_and_gives_the_same(tjeneste: Tjeneste, tmp_path: Path) -> None:
    lager = DatabaseLager(f"sqlite:///{tmp_path}/veileder.sqlite")
    _, andre = spor(tjeneste, lager, "Hva er trygghetsalarm?", "Og hva koster den?", kommune="molde")
    stilt: list[Henvendelse] = []

    def svar(h: Henvendelse) -> Any:
        stilt.append(h)
        return tjeneste.svar(h)

    innslaget = lager.samtaler.hent(andre)
    assert innslaget is not None
    ny = til_omkjoring(innslaget, still_igjen(innslaget, lager.samtaler.samtale(innslaget.samtale_id), svar), "kari", NA, {})
    assert [h.tekst for h in stilt] == ["Hva er trygghetsalarm?", "Og hva koster den?"] and len(stilt[1].tidligere) == 1
    assert stilt[1].kommune == "molde" and "trygghetsalarm" in innslaget.tjeneste
    assert forskjeller(innslaget, ny) == () and ny.lik
    lager.lukk()


def test_a_verdict_follows_where_nothing_changed_and_a_closed_case_opens_where_something_did(
    tjeneste: Tjeneste, tmp_path: Path
) -> None:
    lager = DatabaseLager(f"sqlite:///{tmp_path}/veileder.sqlite")
    kari = bruker(lager, "kari", (K, ALLE))
    (lik,), (ulik,) = (spor(tjeneste, lager, t) for t in ("Hva er trygghetsalarm?", "Hva er BPA?"))
    for id_ in (lik, ulik):
        lager.saker.lagre(replace(lager.saker.hent(id_), dom=Dom.FEIL, arsak=Arsak.SPRAK, tilstand=Sakstilstand.LUKKET), [])
    annet = tjeneste.svar(Henvendelse(id="x", tekst="Hva er matombringing?"))
    omkjorer = Omkjorer(lager, lambda: (lambda h: annet if "BPA" in h.tekst else tjeneste.svar(h), {"indeks": "i2"}))
    assert omkjorer.mange([lik, ulik, "slettet"], kari)
    while omkjorer.framdrift is None or omkjorer.framdrift.i_gang:
        time.sleep(0.05)
    assert omkjorer.framdrift.feilet == 0
    en, to = lager.omkjoringer.hent(lik), lager.omkjoringer.hent(ulik)
    assert en is not None and en.lik and (en.dom, en.arsak) == (Dom.FEIL, Arsak.SPRAK)
    assert to is not None and not to.lik and to.dom is None
    assert [lager.saker.hent(i).tilstand for i in (lik, ulik)] == [Sakstilstand.LUKKET, Sakstilstand.ARBEID]
    assert [f.handling for f in lager.logg.les(bruker="kari")] == [Handling.KJORTE] * 2
    # a verdict on the new answer holds for the next run that gives the same
    vurdert = replace(to, dom=Dom.RIKTIG, vurdert_av="kari")
    assert med_overfort_dom(replace(to, dom=None), vurdert, Dom.FEIL, None).dom is Dom.RIKTIG
    lager.lukk()


@given(s.text("ab *-\n.", max_size=60), s.text("ab *-\n.", max_size=60))
def test_the_two_sides_hold_every_line_and_call_alike_only_what_is(for_: str, etter: str) -> None:
    da, na = linjer(for_, etter)
    assert [x.tekst for x in da] == [r for x in for_.split("\n") if (r := x.rstrip())]
    assert [x.tekst for x in na] == [r for x in etter.split("\n") if (r := x.rstrip())]
    assert [x.tekst for x in da if x.slag is Linjeslag.LIK] == [x.tekst for x in na if x.slag is Linjeslag.LIK]
    if for_ == etter:
        assert all(x.slag is Linjeslag.LIK for x in (*da, *na))


# --- before and after publishing ---------------------------------------------------------------------


@pytest.fixture
def utkast(eget: Innstillinger, tmp_path: Path) -> Path:
    """A working copy of our own corpus in which one sentence is another."""
    mappe = tmp_path / "utkast"
    shutil.copytree(eget.korpus, mappe)
    fil = mappe / FIL
    fil.write_text(fil.read_text(encoding="utf-8").replace(RETT, GALT), encoding="utf-8")
    return mappe


def test_an_editor_sees_before_publishing_which_questions_would_be_answered_otherwise(
    veileder: Kommando, eget: Innstillinger, tjeneste: Tjeneste, utkast: Path, tmp_path: Path
) -> None:
    base = f"sqlite:///{tmp_path}/veileder.sqlite"
    lager, ny = DatabaseLager(base), "Må jeg ha henvisning for å bruke frisklivssentralen?"
    (endres,), (likt,) = spor(tjeneste, lager, ny), spor(tjeneste, lager, "Hva er trygghetsalarm?")
    lager.saker.lagre(replace(lager.saker.hent(endres), dom=Dom.RIKTIG), [])
    gull, side = tmp_path / "gull.jsonl", tmp_path / "side.html"
    gull.write_text('{"id": "g1", "sporsmal": "Hva er BPA?"}\n', encoding="utf-8")
    felles = ("--data", eget.data, "--gull", gull, "--json")
    funnet = veileder("forhandsvis", "--korpus", utkast, *felles, "--html", side, VEILEDER_DATABASE_URL=base)
    assert funnet.kode == 1 and "1 av 3 spørsmål ville fått et annet svar." in funnet.feil
    (rad,) = [json.loads(linje) for linje in funnet.ut.splitlines()]
    assert (rad["id"], rad["slag"], rad["sporsmal"]) == (endres, "godkjent", ny)
    assert RETT in rad["for"]["tekst"] and GALT in rad["etter"]["tekst"] and "svar" in {e["slag"] for e in rad["endret"]}
    html = side.read_text(encoding="utf-8")
    assert ny in html and "Teksten i svaret er endret." in html and "http" not in html.split("</style>")[1].split("<body")[0]
    assert oct(side.stat().st_mode & 0o777) == "0o600"
    assert Handling.FORHANDSVISTE in {f.handling for f in lager.logg.les()}
    uendret = veileder("forhandsvis", "--korpus", eget.korpus, *felles, VEILEDER_DATABASE_URL=base)
    assert (uendret.kode, uendret.ut) == (0, "") and lager.samtaler.hent(likt) is not None
    lager.lukk()


def test_bad_use_of_the_preview_is_told_in_one_line(
    eget: Innstillinger, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VEILEDER_DATABASE_URL", f"sqlite:///{tmp_path}/veileder.sqlite")
    felles = ("forhandsvis", "--korpus", str(eget.korpus), "--data")
    for valg, ventet in (
        ((str(tmp_path / "tom"),), "ingen indeks"),
        ((str(eget.data), "--gull", str(tmp_path / "borte.jsonl")), "gullspørsmål"),
        ((str(eget.data), "--uten-gull"), "ingen spørsmål"),
        ((str(eget.data), "--antall", "-1"), "--antall"),
    ):
        assert main([*felles, *valg]) == 2
        ut, feil = capsys.readouterr()
        assert ut == "" and len(feil.splitlines()) == 1 and ventet in feil
    assert not (tmp_path / "veileder.sqlite").exists()  # no database is made by looking for one


def test_a_command_sends_approved_answers_back_when_their_texts_are_changed(
    veileder: Kommando, eget: Innstillinger, tjeneste: Tjeneste, tmp_path: Path
) -> None:
    base = f"sqlite:///{tmp_path}/veileder.sqlite"
    lager = DatabaseLager(base)
    (endret,), (uendret,) = (spor(tjeneste, lager, "Hva er trygghetsalarm?") for _ in range(2))
    for id_, digest in ((endret, "gammel"), (uendret, "")):
        innslaget = lager.samtaler.hent(id_)
        assert innslaget is not None
        bindinger = bind(id_, innslaget.kilder, digester_av(tjeneste.ressurser.indeks.utdrag))
        bindinger = tuple(replace(b, digest=digest or b.digest) for b in bindinger)
        lager.saker.lagre(replace(lager.saker.hent(id_), dom=Dom.RIKTIG, tilstand=Sakstilstand.LUKKET), [], bindinger)
    forste = veileder("sjekk-godkjente", "--data", eget.data, "--json", VEILEDER_DATABASE_URL=base)
    assert forste.kode == 1 and json.loads(forste.ut) == {"tilbake": [endret]}
    assert veileder("sjekk-godkjente", "--data", eget.data, VEILEDER_DATABASE_URL=base).kode == 0
    assert lager.saker.hent(endret).tilstand is Sakstilstand.NY
    lager.lukk()

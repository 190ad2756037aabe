"""Insight and the weekly letter: figures that outlive the messages and point at nobody, on both engines, by page and command."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
import pypdf
import pytest
from gjennomgang_hjelp import A, K, S, bruker, nettleser
from hypothesis import given, settings
from hypothesis import strategies as st
from lager_hjelp import innslag, kontaktsak
from sqlalchemy import text
from web_hjelp import ROT, tjener

from veileder.adaptere.database.lager import DatabaseLager
from veileder.domene import Utfall
from veileder.gjennomgang.ansatte import ALLE
from veileder.gjennomgang.grupper import AVSTAND, klynger
from veileder.gjennomgang.innsikt import Innsikt, siste_uker
from veileder.gjennomgang.innsikttekster import kort_uke, les_uke
from veileder.gjennomgang.kjennetegn import mandag
from veileder.gjennomgang.oppbevaring import Oppbevaring
from veileder.gjennomgang.rydding import rydd
from veileder.gjennomgang.skjul import vis, vis_sum
from veileder.gjennomgang.ukesbrev import hent_brev, hent_innsikt

NA = dt.datetime.now(dt.UTC)
UKE = dt.timedelta(weeks=1)
FORRIGE = mandag(NA.date()) - UKE
I_FORRIGE = dt.datetime.combine(FORRIGE, dt.time(12), dt.UTC)
HEMMELIG = "Hemmelighetskramsaken"


def spor(lager: DatabaseLager, antall: int, samtale: str = "", **felt: Any) -> None:
    """Store messages, each of a conversation of its own unless one is named."""
    for _ in range(antall):
        nummer = uuid.uuid4().hex
        lager.samtaler.lagre(
            innslag(**{"id": nummer, "samtale_id": samtale or nummer, "tidspunkt": I_FORRIGE, "kilder": (), **felt})
        )


def tall(i: Innsikt, tabell: str) -> dict[str, int | None]:
    """Return a table's figures by name."""
    return {r.navn: r.tall for r in getattr(i, tabell)}


def innsikt(lager: DatabaseLager, *kommuner: str, na: dt.datetime = NA) -> Innsikt:
    """Return the figures of the last four weeks."""
    return hent_innsikt(lager.innsikt, siste_uker(4, na.date(), frozenset(kommuner) or None), na.date())


# --- what is counted -------------------------------------------------------------------------------


def test_the_figures_are_the_same_before_and_after_the_messages_are_deleted(lager: DatabaseLager) -> None:
    ms = {"versjoner": {}, "ms": {"a": 300.0, "b": 100.0}}
    spor(lager, 12, sporsmal=HEMMELIG, svar="Du kan få hjelp hjemme. " * 20, spor=ms)
    spor(lager, 7, tjeneste="bpa", aspekt="soknad", utfall=Utfall.BESVART, kommune="rauma", tidspunkt=I_FORRIGE - UKE)
    spor(lager, 3, tjeneste="tt-kort", utfall=Utfall.OVERLEVERT, kommune="")
    for_ = innsikt(lager)
    assert (for_.samtaler, tall(for_, "tjenester")) == (20, {"trygghetsalarm": 10, "bpa": 5, "tt-kort": None})
    assert tall(for_, "kommuner") == {"molde": 10, "rauma": 5, "": None}
    assert tall(for_, "utfall") == {"delvis": 10, "besvart": 5, "overlevert": None}
    assert tall(for_, "ubesvart") == {"trygghetsalarm": 10} and tall(for_, "tider")["t500"] == 10
    assert for_.lix is not None and {r.navn for r in for_.lesbarhet} == {"trygghetsalarm"}
    rydd(lager, Oppbevaring(meldinger=1), NA + 2 * UKE)
    with lager.database.les() as sesjon:
        assert sesjon.execute(text("SELECT count(*) FROM meldinger")).scalar() == 0
        assert sesjon.execute(text("SELECT count(*) FROM kjennetegn")).scalar() == 0
    etter = innsikt(lager)
    for navn in ("samtaler", "tjenester", "aspekter", "kommuner", "utfall", "ubesvart", "uker", "lix", "lesbarhet", "tider"):
        assert getattr(etter, navn) == getattr(for_, navn), navn


def test_one_conversation_is_counted_once_however_long_it_is_and_whenever_it_is_deleted(lager: DatabaseLager) -> None:
    spor(lager, 9, samtale="den samme", tidspunkt=I_FORRIGE - 2 * UKE)
    spor(lager, 9, samtale="den samme")
    rydd(lager, Oppbevaring(meldinger=10), NA)
    i = innsikt(lager)
    assert i.samtaler is None and tall(i, "tjenester") == {"trygghetsalarm": None} and tall(i, "utfall") == {"delvis": None}


def test_what_a_person_deletes_is_not_counted(lager: DatabaseLager) -> None:
    spor(lager, 6)
    spor(lager, 1, samtale="slettes", tjeneste="bpa", vektor=(1.0, 0.0))
    lager.samtaler.slett("slettes")
    assert tall(innsikt(lager), "tjenester") == {"trygghetsalarm": 5}
    with lager.database.les() as sesjon:
        assert sesjon.execute(text("SELECT count(*) FROM vektorer")).scalar() == 0


def test_where_nothing_was_cited_the_service_that_was_asked_about_is_counted(lager: DatabaseLager) -> None:
    felt = {"tjeneste": "", "aspekt": "", "utfall": Utfall.UTEN_GRUNNLAG}
    spor(lager, 5, **felt, spor={"tjenester": ["bpa"], "aspekter": ["pris"]})
    i = innsikt(lager)
    assert tall(i, "ubesvart") == {"bpa": 5} and tall(i, "aspekter") == {"pris": 5}


def test_what_people_expect_beyond_the_offer_is_told_by_the_section_that_was_cited(lager: DatabaseLager) -> None:
    (kilde,) = innslag().kilder
    ikke = type(kilde)(**{**{n: getattr(kilde, n) for n in kilde.__dataclass_fields__}, "aspekt": "omfatter-ikke"})
    spor(lager, 6, kilder=(ikke,))
    spor(lager, 8, tjeneste="bpa")
    assert tall(innsikt(lager), "skille") == {"trygghetsalarm": 5}


# --- figures that point at nobody ------------------------------------------------------------------


@given(st.lists(st.integers(5, 200), min_size=1, max_size=8), st.integers(1, 4))
@settings(max_examples=500, deadline=None)
def test_a_hidden_figure_cannot_be_found_by_taking_the_others_from_the_total(andre: list[int], skjult: int) -> None:
    vist, i_alt = [vis(a) or 0 for a in andre], vis_sum(sum(andre) + skjult, [*andre, skjult])
    assert vis(skjult) is None and i_alt is not None and abs(i_alt - sum(andre) - skjult) <= 12
    minst, mest = sum(max(v - 2, 5) for v in vist), sum(v + 2 for v in vist)
    mulige = {x for x in range(1, 5) if any(vis(s + x) == i_alt for s in range(minst, mest + 1))}
    assert mulige == {1, 2, 3, 4}


def test_one_place_cannot_be_found_from_all_places_nor_a_week_from_two_periods(lager: DatabaseLager) -> None:
    spor(lager, 13, kommune="molde")
    spor(lager, 3, kommune="aukra")
    alle, molde, aukra = innsikt(lager), innsikt(lager, "molde"), innsikt(lager, "aukra")
    assert (alle.samtaler, molde.samtaler, aukra.samtaler) == (15, 15, None)  # 16, 13 and 3
    assert aukra.tjenester[0].tall is None and aukra.lix is None and aukra.tider == ()


def test_headings_are_made_of_words_that_five_have_used_and_a_group_of_four_is_not_shown(lager: DatabaseLager) -> None:
    felt = {"utfall": Utfall.UTEN_GRUNNLAG, "tjeneste": "", "aspekt": ""}
    for n in range(6):
        spor(lager, 1, **felt, sporsmal=f"Når åpner svømmehallen for {HEMMELIG}{n}?", vektor=(1.0, 0.01 * n, 0.0))
    spor(lager, 4, **felt, sporsmal="Kan hunden være med på dagsenteret?", vektor=(0.0, 0.0, 1.0))
    (gruppe,) = innsikt(lager).grupper
    assert gruppe.tall == 5 and gruppe.ord == ("svømmehallen", "åpner")


def test_grouping_is_average_linkage_whatever_the_order() -> None:
    tilfeldig = np.random.default_rng(1)
    sentre = tilfeldig.normal(size=(8, 24))
    punkter = np.concatenate([s + tilfeldig.normal(size=(6, 24)) * 0.15 for s in sentre]).astype(np.float32)
    punkter /= np.linalg.norm(punkter, axis=1, keepdims=True)
    fasit = np.repeat(np.arange(8), 6)
    stokket = tilfeldig.permutation(len(punkter))
    merker = np.array(klynger(punkter[stokket], AVSTAND))
    assert all(len(set(merker[fasit[stokket] == g])) == 1 for g in range(8)) and len(set(merker)) == 8
    assert klynger(punkter[:1], AVSTAND) == [0]


# --- the letter ------------------------------------------------------------------------------------


def test_last_weeks_letter_is_kept_before_what_it_tells_of_is_deleted(lager: DatabaseLager) -> None:
    spor(lager, 8, vektor=(1.0, 0.0), sporsmal="Hva koster nøkkelboks?")
    lager.kontaktsaker.opprett(kontaktsak())
    rydd(lager, Oppbevaring(meldinger=1), NA + dt.timedelta(days=1 - NA.weekday() if NA.weekday() > 1 else 0))
    rydd(lager, Oppbevaring(meldinger=1), NA + 2 * UKE)
    for kommune in ("", "molde"):
        brev = hent_brev(lager.innsikt, FORRIGE, kommune, NA + 2 * UKE)
        assert (brev.samtaler, brev.grupper[0].tall, brev.henvendelser) == (10, 10, None)
    tomt = hent_brev(lager.innsikt, FORRIGE, "rauma", NA + 2 * UKE)
    assert tomt.samtaler == 0 and tomt.flest == ()


def test_a_week_is_read_as_it_is_written() -> None:
    assert les_uke("2026-47") == dt.date(2026, 11, 16) == les_uke("2026-w47") and kort_uke(dt.date(2026, 11, 16)) == "2026-47"
    assert les_uke("2026-54") is None and les_uke("uke 47") is None


# --- the pages and the commands --------------------------------------------------------------------


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    mappe = tmp_path_factory.mktemp("innsikt")
    lager = DatabaseLager(f"sqlite:///{mappe}/veileder.sqlite")
    bruker(lager, "kari", (K, ALLE))
    bruker(lager, "mona", (K, "molde"))
    bruker(lager, "siri", (S, "molde"))
    bruker(lager, "ada", (A, ALLE))
    spor(lager, 12, sporsmal=HEMMELIG)
    spor(lager, 8, kommune="rauma", tjeneste="bpa", utfall=Utfall.BESVART)
    spor(lager, 2, kommune="rauma", tjeneste="tt-kort", utfall=Utfall.AKUTT)
    lager.lukk()
    return mappe


@pytest.fixture(scope="module")
def adresse(mappe: Path) -> Iterator[str]:
    with tjener(mappe) as url:
        yield url


def test_the_page_shows_tables_hides_the_few_and_keeps_each_to_their_own(adresse: str) -> None:
    with nettleser(adresse, "kari") as n:
        side = n.les("/gjennomgang/innsikt")
        assert side.find("svg", role="img") and len(side.find_all("table")) >= 7
        assert "Trygghetsalarm 10" in n.tekst and "TT-kort færre enn 5" in n.tekst and HEMMELIG not in n.tekst
        n.les("/gjennomgang/innsikt?uker=12&kommune=rauma")
        assert "Trygghetsalarm" not in n.tekst and "Brukerstyrt personlig assistanse (BPA) 10" in n.tekst
        n.les("/gjennomgang/innsikt?kommune=oslo", 404)
    with nettleser(adresse, "mona") as n:
        n.les("/gjennomgang/innsikt")
        assert "Brukerstyrt personlig assistanse (BPA)" not in n.tekst and "Trygghetsalarm 10" in n.tekst
        for ending in ("", ".csv", ".json", "/ukesbrev", "/ukesbrev.pdf", "/ukesbrev.md"):
            n.les(f"/gjennomgang/innsikt{ending}?kommune=rauma", 404)
    with nettleser(adresse, "siri") as n:
        n.les("/gjennomgang/innsikt", 403)


def test_the_figures_can_be_taken_away_with_the_hidden_ones_empty(adresse: str) -> None:
    with nettleser(adresse, "kari") as n:
        n.les("/gjennomgang/innsikt.csv")
        rader = list(csv.DictReader(io.StringIO(n.svar.content.decode("utf-8-sig")), delimiter=";"))
        tjenester = {r["kode"]: r["tall"] for r in rader if r["tabell"] == "tjenester"}
        assert tjenester == {"trygghetsalarm": "10", "bpa": "10", "tt-kort": ""}
        n.les("/gjennomgang/innsikt.json")
        assert {r["kode"]: r["tall"] for r in n.svar.json()["tabeller"]["tjenester"]} == {
            "trygghetsalarm": 10,
            "bpa": 10,
            "tt-kort": None,
        }
    with nettleser(adresse, "ada") as n:
        n.les("/gjennomgang/logg?bruker=kari")
        assert "lastet ned" in n.tekst


def test_the_letter_is_a_page_a_tagged_pdf_and_markdown_with_the_same_words(adresse: str) -> None:
    uke = kort_uke(FORRIGE)
    with nettleser(adresse, "kari") as n:
        n.les(f"/gjennomgang/innsikt/ukesbrev?uke={uke}")
        assert "om lag 20 samtaler i alle kommunene" in n.tekst and "Dette venter" in n.tekst
        n.les(f"/gjennomgang/innsikt/ukesbrev.md?uke={uke}")
        assert "- Trygghetsalarm: 10 samtaler" in n.svar.text
        n.les(f"/gjennomgang/innsikt/ukesbrev.pdf?uke={uke}&kommune=rauma")
        pdf = pypdf.PdfReader(io.BytesIO(n.svar.content))
        rot = pdf.root_object
        assert len(pdf.pages) == 1 and str(rot["/Lang"]) == "nb" and "/StructTreeRoot" in rot
        with pdfplumber.open(io.BytesIO(n.svar.content)) as lest:
            ord_ = " ".join((lest.pages[0].extract_text() or "").split())
        assert "Dette kunne vi ikke svare på" in ord_ and "samtaler i Rauma" in ord_
        n.les("/gjennomgang/innsikt/ukesbrev?uke=2099-01", 404)


def test_a_longest_letter_has_one_page_and_no_title_is_mark_up(tmp_path: Path) -> None:
    from veileder.adaptere.brevpdf import lag_pdf
    from veileder.gjennomgang.brevtekst import skriv_brev, som_markdown
    from veileder.gjennomgang.grupper import Gruppe
    from veileder.gjennomgang.innsikt import Rad
    from veileder.gjennomgang.ukesbrev import Ukesbrev

    langt = "En tjeneste med et #ganske *langt* [navn] som $aldri$ tar slutt"
    fem = tuple(Rad(navn=f"t{n}", tall=1000) for n in range(5))
    gruppe = Gruppe(tall=100, tjeneste="t", aspekt="avslag-og-klage", ord=("svømmehallen", "åpningstidene", "pensjonistene"))
    brev = Ukesbrev(
        uke=FORRIGE, kommune="", ferdig=False, samtaler=5000, flest=fem, utfall=(Rad(navn="besvart", tall=4000),), ubesvart=fem,
        grupper=(gruppe,) * 4, rapporter=None, saker_lukket=100, tekster=(f"{langt}: {langt}",) * 9, saker=500, henvendelser=None,
        over_frist=5,
    )  # fmt: skip
    skrevet = skriv_brev(brev, "alle kommunene", lambda _: langt)
    pdf = pypdf.PdfReader(io.BytesIO(lag_pdf(skrevet, NA)))
    assert len(pdf.pages) == 1 and "#ganske *langt* [navn] som $aldri$" in " ".join(pdf.pages[0].extract_text().split())
    assert r"\#ganske \*langt\* \[navn\]" in som_markdown(skrevet)


def _veileder(mappe: Path, *ord_: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROT), "VEILEDER_DATA": str(mappe)}
    return subprocess.run([sys.executable, "-m", "veileder.cli", *ord_], env=env, capture_output=True, timeout=200, check=False)


def test_the_commands_write_letter_and_figures(mappe: Path, tmp_path: Path) -> None:
    brev = _veileder(mappe, "ukesbrev", "--uke", kort_uke(FORRIGE), "--kommune", "molde", "--ut", str(tmp_path / "brev.pdf"))
    assert brev.returncode == 0 and (tmp_path / "brev.pdf").read_bytes().startswith(b"%PDF")
    ut = _veileder(mappe, "innsikt", "--format", "json")
    navn = {r["kode"]: r["navn"] for r in json.loads(ut.stdout)["tabeller"]["tjenester"]}
    assert not (mappe / "indeks").exists() and navn["bpa"] == "Brukerstyrt personlig assistanse (BPA)", (
        "as the files call it, without an index"
    )
    assert ut.returncode == 0 and json.loads(ut.stdout)["tabeller"]["samtaler"][0]["tall"] == 20
    feil = _veileder(mappe, "ukesbrev", "--uke", "47")
    assert feil.returncode == 2 and "Skriv den slik: 2026-47" in feil.stderr.decode() and not feil.stdout

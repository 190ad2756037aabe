"""How long things are kept, and that what is deleted is gone: from the tables, and from the files of both engines."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from lager_hjelp import MELDT, innslag, kontaktsak, ny_base, rapport
from sqlalchemy import inspect, text

from veileder.adaptere.database.lager import DatabaseLager
from veileder.adaptere.database.plan import ALDER, PLAN, Slag
from veileder.adaptere.database.tabeller import Tabell
from veileder.feil import LagerUtilgjengelig
from veileder.gjennomgang.frist import svarfrist
from veileder.gjennomgang.oppbevaring import Oppbevaring
from veileder.gjennomgang.rydding import LAS, LASTID, Rydder, forrige, rydd
from veileder.gjennomgang.verdier import Kontaktstatus

NA = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
DAG = dt.timedelta(days=1)
HEMMELIG = "Hemmelighetskramsaken"


def tell(lager: DatabaseLager) -> dict[str, int]:
    """Return the rows of every table that has any."""
    with lager.database.les() as sesjon:
        antall = {t: int(sesjon.execute(text(f"SELECT count(*) FROM {t}")).scalar() or 0) for t in Tabell.metadata.tables}
    return {t: n for t, n in antall.items() if n}


# --- what goes, and when ---------------------------------------------------------------------------


def test_messages_go_after_their_days_with_sources_flags_and_reports_and_newer_ones_stay(lager: DatabaseLager) -> None:
    gammel, ny = (innslag(id=f"m{n}", tidspunkt=NA - n * DAG, samtale_id=f"s{n}") for n in (22, 20))
    for i in (gammel, ny):
        lager.samtaler.lagre(i)
    lager.rapporter.opprett(rapport("VM-2222-2222", melding_id="m22", samtale_id="s22", mottatt=NA - 20 * DAG), MELDT)
    lager.rapporter.opprett(rapport("VM-3333-3333", melding_id="m20", samtale_id="s20", mottatt=NA - 20 * DAG), MELDT)
    lager.rapporter.opprett(rapport("VM-4444-4444", melding_id="aldri-lagret", mottatt=NA - 22 * DAG), MELDT)
    ryddet = rydd(lager, Oppbevaring(), NA)
    assert ryddet is not None and ryddet.skrubbet
    assert dict(ryddet.antall) == {"meldinger": 1, "kilder": 1, "flagg": 3, "rapporter": 2, "soketekster": 1, "kjennetegn": 1}
    assert lager.samtaler.hent("m22") is None and lager.samtaler.hent("m20") is not None
    assert lager.rapporter.hent("VM-2222-2222") is None and lager.rapporter.hent("VM-4444-4444") is None
    assert lager.rapporter.hent("VM-3333-3333") is not None


def test_the_days_are_a_setting(lager: DatabaseLager) -> None:
    lager.samtaler.lagre(innslag(tidspunkt=NA - 3 * DAG))
    ryddet = rydd(lager, Oppbevaring(meldinger=4), NA)
    assert ryddet is not None and ryddet.i_alt == 0
    ryddet = rydd(lager, Oppbevaring(meldinger=2), NA)
    assert ryddet is not None and ryddet.antall["meldinger"] == 1


def test_a_handled_request_goes_after_its_days_an_open_one_waits_and_none_stays_for_ever(lager: DatabaseLager) -> None:
    besvart, lukket, apen, glemt = (kontaktsak(f"VK-{n}{n}{n}{n}-2222", opprettet=NA - 60 * DAG) for n in (2, 3, 4, 6))
    glemt = replace(glemt, opprettet=NA - 181 * DAG)
    for sak in (besvart, lukket, apen, glemt):
        lager.kontaktsaker.opprett(sak)
    lager.kontaktsaker.oppdater(replace(besvart, status=Kontaktstatus.BESVART, behandlet=NA - 31 * DAG))
    lager.kontaktsaker.oppdater(replace(lukket, status=Kontaktstatus.LUKKET, behandlet=NA - 29 * DAG))
    ryddet = rydd(lager, Oppbevaring(), NA)
    assert ryddet is not None and dict(ryddet.antall) == {"kontaktsaker": 2}
    igjen = {s.nummer for s in lager.kontaktsaker.for_kommune("molde")}
    assert igjen == {lukket.nummer, apen.nummer}
    assert tell(lager) == {"kontaktsaker": 2, "varsler": 2, "ryddinger": 1}


def test_the_time_of_handling_is_kept_by_storage_and_goes_when_a_request_is_opened_again(lager: DatabaseLager) -> None:
    sak = kontaktsak()
    lager.kontaktsaker.opprett(sak)
    lager.kontaktsaker.oppdater(replace(sak, status=Kontaktstatus.BESVART))
    besvart = lager.kontaktsaker.hent(sak.nummer)
    assert besvart is not None and besvart.behandlet is not None
    lager.kontaktsaker.oppdater(replace(besvart, status=Kontaktstatus.LUKKET))
    lukket = lager.kontaktsaker.hent(sak.nummer)
    assert lukket is not None and lukket.behandlet == besvart.behandlet
    lager.kontaktsaker.oppdater(replace(lukket, status=Kontaktstatus.TATT))
    igjen = lager.kontaktsaker.hent(sak.nummer)
    assert igjen is not None and igjen.behandlet is None


def test_a_request_is_handed_to_another_kommune_once_and_a_notice_waits_for_it_there(lager: DatabaseLager) -> None:
    sak = kontaktsak()
    lager.kontaktsaker.opprett(sak)
    lager.kontaktsaker.oppdater(replace(sak, status=Kontaktstatus.TATT, tatt_av="kim"))
    assert lager.kontaktsaker.videresend(sak.nummer, 2, "rauma")
    assert not lager.kontaktsaker.videresend(sak.nummer, 2, "aukra")
    der = lager.kontaktsaker.hent(sak.nummer)
    assert der is not None and (der.kommune, der.status, der.tatt_av, der.frist) == ("rauma", Kontaktstatus.NY, "", sak.frist)
    (varsel,) = lager.varsler.forfalte(dt.datetime.now(dt.UTC))
    assert (varsel.nummer, varsel.kommune) == (sak.nummer, "rauma")


def test_nobody_is_told_of_a_request_that_is_taken_already(lager: DatabaseLager) -> None:
    sak = kontaktsak()
    lager.kontaktsaker.opprett(sak)
    lager.kontaktsaker.oppdater(replace(sak, status=Kontaktstatus.TATT))
    assert lager.varsler.forfalte(dt.datetime.now(dt.UTC)) == () and lager.varsler.venter() == 1


def test_what_is_deleted_is_counted_by_week_and_kommune_and_no_word_of_it_is_left(lager: DatabaseLager) -> None:
    mandag = dt.datetime(2026, 9, 7, tzinfo=dt.UTC)
    for n, dag in enumerate((0, 6, 7)):
        lager.samtaler.lagre(innslag(id=f"m{n}", samtale_id=f"s{n}", tidspunkt=mandag + dag * DAG, sporsmal=HEMMELIG))
    rydd(lager, Oppbevaring(), NA)
    lager.samtaler.lagre(innslag(id="m9", tidspunkt=mandag + DAG))
    rydd(lager, Oppbevaring(), NA)
    with lager.database.les() as sesjon:
        rader = sesjon.execute(text("SELECT * FROM statistikk ORDER BY uke")).mappings().all()
    assert [(str(r["uke"]), r["kommune"], r["tjeneste"], r["antall"]) for r in rader] == [
        ("2026-09-07", "molde", "trygghetsalarm", 3),
        ("2026-09-14", "molde", "trygghetsalarm", 1),
    ]
    assert tell(lager).keys() == {"statistikk", "ryddinger"}
    rydd(lager, Oppbevaring(statistikk=60, revisjon=1), NA + 10 * DAG)
    assert tell(lager) == {"ryddinger": 1}, "both kinds go by their own age"


def test_thousands_go_in_small_transactions_so_that_others_can_write(
    lager: DatabaseLager, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("veileder.adaptere.database.rydder.BUNKE", 10)
    for n in range(45):
        lager.samtaler.lagre(innslag(id=f"m{n}", samtale_id=f"s{n}", tidspunkt=NA - 30 * DAG))
    ryddet = rydd(lager, Oppbevaring(), NA, grundig=False)
    assert ryddet is not None and ryddet.antall["meldinger"] == 45 and not ryddet.skrubbet


def test_every_table_has_a_kind_and_follows_what_it_belongs_to(lager: DatabaseLager) -> None:
    tabeller = Tabell.metadata.tables
    assert set(tabeller) == set(PLAN), "put a new table in adaptere/database/plan.py"
    for navn, tabell in tabeller.items():
        kaskade = {f.column.table.name for f in tabell.foreign_keys if f.ondelete == "CASCADE"}
        if PLAN[navn] is Slag.MELDING and navn != "meldinger":
            assert kaskade or {"melding_id", "samtale_id"} & set(tabell.c.keys()), navn
        if PLAN[navn] is Slag.KONTAKTSAK and navn != "kontaktsaker":
            assert "kontaktsaker" in kaskade, navn
        if PLAN[navn] in (Slag.REVISJON, Slag.STATISTIKK):
            assert ALDER[navn] in tabell.c, navn


# --- one at a time ---------------------------------------------------------------------------------


def test_one_process_cleans_at_a_time_and_a_killed_one_blocks_nobody_for_long(lager: DatabaseLager) -> None:
    assert lager.rydder.ta_las(LAS, "en annen", NA, LASTID)
    assert rydd(lager, Oppbevaring(), NA) is None
    assert lager.rydder.ta_las(LAS, "en annen", NA, LASTID), "its own"
    assert rydd(lager, Oppbevaring(), NA + LASTID + dt.timedelta(seconds=1)) is not None
    lager.rydder.slipp_las(LAS, "en annen")
    assert rydd(lager, Oppbevaring(), NA + LASTID + dt.timedelta(seconds=2)) is not None


def test_the_job_runs_at_start_and_once_a_day_after_the_hour(lager: DatabaseLager) -> None:
    klokka = [forrige(NA, 3) + dt.timedelta(hours=1)]
    rydder = Rydder(lager, Oppbevaring(), 3, na=lambda: klokka[0])
    rydder.kanskje(ved_start=True)
    assert tell(lager) == {"ryddinger": 1}
    rydder.kanskje()
    klokka[0] += dt.timedelta(hours=20)
    rydder.kanskje()
    assert tell(lager) == {"ryddinger": 1}, "not three o'clock yet"
    klokka[0] += dt.timedelta(hours=4)
    rydder.kanskje()
    rydder.kanskje()
    assert tell(lager) == {"ryddinger": 2}
    Rydder(lager, Oppbevaring(), 3, na=lambda: klokka[0]).kanskje(ved_start=True)
    assert tell(lager) == {"ryddinger": 3}, "at start, always"


def test_a_database_that_is_away_is_logged_once_and_tried_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    lager = DatabaseLager(f"sqlite:///{tmp_path}/veileder.sqlite")
    lager.klargjor()
    sperre = sqlite3.connect(tmp_path / "veileder.sqlite", isolation_level=None)
    sperre.execute("BEGIN IMMEDIATE")
    rydder = Rydder(lager, Oppbevaring(), 3)
    rydder.kanskje(ved_start=True)
    rydder.kanskje()
    assert [r.levelname for r in caplog.records] == ["ERROR"]
    sperre.execute("ROLLBACK")
    sperre.close()
    rydder.kanskje()
    assert tell(lager) == {"ryddinger": 1}
    lager.lukk()


# --- proof of deletion -----------------------------------------------------------------------------


def i_filene(lager: DatabaseLager, adresse: str) -> int:
    """Return how often the secret stands in the files of the database: for SQLite the log as well."""
    if adresse.startswith("sqlite"):
        fil = Path(adresse.removeprefix("sqlite:///"))
        filer = list(fil.parent.glob(f"{fil.name}*"))
    else:
        with lager.database.motor.connect().execution_options(isolation_level="AUTOCOMMIT") as t:
            t.execute(text("SET statement_timeout = 0"))  # writing everything to disk takes what it takes
            t.execute(text("CHECKPOINT"))
            mappe, oid = t.execute(text("SHOW data_directory")).scalar(), t.execute(
                text("SELECT oid FROM pg_database WHERE datname = current_database()")
            ).scalar()  # fmt: skip
        filer = [f for f in Path(f"{mappe}/base/{oid}").iterdir() if f.is_file()]
    return sum(f.read_bytes().count(HEMMELIG.encode()) for f in filer)


def fyll(lager: DatabaseLager, *, antall: int, fro: int = 8) -> None:
    """Store messages of all sizes and change and delete some, so that rows move between pages; every other is old and secret."""
    tilfeldig = random.Random(fro)
    for n in range(antall):
        gammel = n % 2 == 0
        ord_ = f"{HEMMELIG} {n} " if gammel else f"helt vanlig {n} "
        i = innslag(
            id=f"{tilfeldig.getrandbits(64):016x}",
            samtale_id=f"{'gammel' if gammel else 'ny'}{n // 4}",
            tidspunkt=NA - (30 if gammel else 1) * DAG,
            sporsmal=ord_ * tilfeldig.randint(1, 8),
            svar=ord_ * tilfeldig.choice((1, 5, 300)),
        )
        lager.samtaler.lagre(i)
        if n % 3 == 0:
            nummer = f"VM-{n:04d}-2222"
            mottatt = i.tidspunkt
            lager.rapporter.opprett(rapport(nummer, melding_id=i.id, samtale_id=i.samtale_id, mottatt=mottatt, tekst=ord_), MELDT)
            lager.rapporter.skriv_tekst(nummer, ord_ * tilfeldig.randint(1, 9))
        if gammel and n % 7 == 0:
            lager.samtaler.slett(i.samtale_id)


@pytest.mark.parametrize("antall", [120, pytest.param(4000, marks=pytest.mark.alt)])
def test_after_the_clean_up_no_byte_of_what_was_deleted_is_in_the_files(
    lager: DatabaseLager, baseadresse: str, antall: int
) -> None:
    fyll(lager, antall=antall)
    lager.kontaktsaker.opprett(kontaktsak(navn=HEMMELIG, notat=HEMMELIG * 20, opprettet=NA - 200 * DAG))
    assert i_filene(lager, baseadresse) > 0
    with lager.database.motor.connect().execution_options(isolation_level="AUTOCOMMIT") as t:
        t.execute(text("ANALYZE"))  # the planner's samples are copies, too
    ryddet = rydd(lager, Oppbevaring(), NA)
    assert ryddet is not None and ryddet.skrubbet and ryddet.antall["meldinger"] > antall / 4
    assert i_filene(lager, baseadresse) == 0
    assert tell(lager)["meldinger"] == antall / 2


@contextmanager
def leser(fil: Path) -> Iterator[None]:
    """Hold a transaction that reads, so that the log cannot be emptied."""
    en = sqlite3.connect(fil, isolation_level=None)
    en.execute("BEGIN")
    en.execute("SELECT count(*) FROM meldinger").fetchone()
    try:
        yield
    finally:
        en.execute("ROLLBACK")
        en.close()


def test_a_reader_in_the_way_is_told_of_and_the_next_clean_up_makes_good(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    adresse = f"sqlite:///{tmp_path}/veileder.sqlite"
    lager = DatabaseLager(adresse)
    lager.samtaler.lagre(innslag(tidspunkt=NA - 30 * DAG, sporsmal=HEMMELIG))
    with leser(tmp_path / "veileder.sqlite"):
        ryddet = rydd(lager, Oppbevaring(), NA)
        assert ryddet is not None and not ryddet.skrubbet and "ble ikke tømt" in caplog.text
        assert lager.rydder.sist_skrubbet() is None
    ryddet = rydd(lager, Oppbevaring(), NA)
    assert ryddet is not None and ryddet.skrubbet and i_filene(lager, adresse) == 0
    lager.lukk()


def test_a_table_in_use_is_left_for_the_next_time(pg: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("veileder.adaptere.database.skrubbing.LASETID", 200)
    lager = DatabaseLager(ny_base(pg))
    lager.samtaler.lagre(innslag())
    with lager.database.motor.connect() as annen:
        annen.execute(text("SELECT count(*) FROM meldinger"))
        assert not lager.rydder.skrubb()
    assert lager.rydder.skrubb()
    lager.lukk()


# --- insight ---------------------------------------------------------------------------------------


def test_insight_returns_every_row_of_a_conversation_and_nobody_elses(lager: DatabaseLager) -> None:
    for n, samtale in enumerate(("s1", "s1", "s2")):
        lager.samtaler.lagre(innslag(id=f"m{n}", samtale_id=samtale, tur=n + 1))
    lager.rapporter.opprett(rapport(melding_id="m1"), MELDT)
    funnet = lager.rydder.innsyn(samtale_id="s1")
    assert {t: len(r) for t, r in funnet.items()} == {
        "meldinger": 2, "kilder": 2, "flagg": 5, "rapporter": 1, "soketekster": 2, "kjennetegn": 2,
    }  # fmt: skip
    assert [r["tur"] for r in funnet["meldinger"]] == [1, 2] and funnet["rapporter"][0]["tekst"] == "Prisen er fra i fjor."
    assert lager.rydder.innsyn(samtale_id="finnes-ikke") == {}


def test_the_deadline_counts_working_days_by_the_norwegian_calendar() -> None:
    onsdag = dt.datetime(2026, 12, 23, 12, tzinfo=dt.UTC)
    assert svarfrist(onsdag, 3) == dt.date(2026, 12, 29)
    assert svarfrist(dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC), 1) == dt.date(2026, 11, 23)
    assert svarfrist(onsdag, 0) is None


def test_a_locked_database_is_told_of_as_such(tmp_path: Path) -> None:
    lager = DatabaseLager(f"sqlite:///{tmp_path}/veileder.sqlite")
    lager.klargjor()
    sperre = sqlite3.connect(tmp_path / "veileder.sqlite", isolation_level=None)
    sperre.execute("BEGIN IMMEDIATE")
    with pytest.raises(LagerUtilgjengelig):
        rydd(lager, Oppbevaring(), NA)
    sperre.execute("ROLLBACK")
    sperre.close()
    assert "laser" in inspect(lager.database.motor).get_table_names()
    lager.lukk()

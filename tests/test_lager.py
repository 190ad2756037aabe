"""The contract of storage, the same for SQLite and for a real PostgreSQL."""

from __future__ import annotations

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.command import downgrade
from alembic.runtime.migration import MigrationContext
from lager_hjelp import MELDT, NA, innslag, kontaktsak, rapport
from sqlalchemy import inspect, text

from veileder.adaptere.database.lager import DatabaseLager
from veileder.adaptere.database.migrering import oppsett
from veileder.adaptere.database.motor import lag_motor
from veileder.adaptere.database.tabeller import Tabell
from veileder.feil import Bruksfeil, Lagerfeil, LagerUtilgjengelig
from veileder.gjennomgang.flagg import prioritet
from veileder.gjennomgang.verdier import Flagg, Flaggslag, Kontaktstatus, Rapportstatus
from veileder.porter import Lager


def test_it_is_what_the_port_asks_for(lager: DatabaseLager) -> None:
    som_port: Lager = lager
    som_port.klargjor()


def test_a_message_is_read_back_as_it_was_stored(lager: DatabaseLager) -> None:
    en = innslag()
    lager.samtaler.lagre(en)
    assert lager.samtaler.hent(en.id) == en
    assert lager.samtaler.hent("finnes-ikke") is None


def test_storing_the_same_message_again_changes_nothing(lager: DatabaseLager) -> None:
    en = innslag()
    lager.samtaler.lagre(en)
    lager.samtaler.lagre(replace(en, svar="noe annet", flagg=()))
    assert lager.samtaler.hent(en.id) == en


def test_a_conversation_comes_in_order_and_nobody_elses(lager: DatabaseLager) -> None:
    tre, en, to = (innslag(tur=n) for n in (3, 1, 2))
    for i in (tre, en, to, innslag(samtale_id="s2")):
        lager.samtaler.lagre(i)
    assert lager.samtaler.samtale("s1") == (en, to, tre)


def test_a_deleted_conversation_takes_its_sources_flags_and_reports_with_it(lager: DatabaseLager) -> None:
    mitt, annet = innslag(), innslag(samtale_id="s2")
    for i in (mitt, annet):
        lager.samtaler.lagre(i)
    lager.rapporter.opprett(rapport(melding_id=mitt.id), MELDT)
    lager.kontaktsaker.opprett(kontaktsak())
    assert lager.samtaler.slett("s1") == 1
    assert lager.samtaler.hent(mitt.id) is None and lager.rapporter.hent("VM-7F3K-92QD") is None
    assert lager.samtaler.hent(annet.id) == annet
    with lager.database.les() as sesjon:
        antall = {t: sesjon.execute(text(f"SELECT count(*) FROM {t}")).scalar() for t in Tabell.metadata.tables}
    igjen = {tabell: n for tabell, n in antall.items() if n}
    assert igjen == {
        "meldinger": 1, "kilder": 1, "flagg": 2, "kontaktsaker": 1, "soketekster": 1, "kjennetegn": 1, "varsler": 1,
    }  # fmt: skip


def test_a_report_flags_its_message_and_raises_its_priority(lager: DatabaseLager) -> None:
    en = innslag()
    lager.samtaler.lagre(en)
    assert lager.rapporter.opprett(rapport(melding_id=en.id), MELDT)
    lest = lager.samtaler.hent(en.id)
    assert lest is not None and lest.flagg == (MELDT, *en.flagg) and lest.prioritet == prioritet(lest.flagg) > en.prioritet
    assert [r.nummer for r in lager.rapporter.for_melding(en.id)] == ["VM-7F3K-92QD"]


def test_a_report_that_comes_before_its_message_is_kept_and_flags_it_later(lager: DatabaseLager) -> None:
    en = innslag()
    lager.rapporter.opprett(rapport(melding_id=en.id), MELDT)
    lager.samtaler.lagre(en)
    assert MELDT in lager.flagg.for_melding(en.id)


def test_a_number_is_given_once(lager: DatabaseLager) -> None:
    assert lager.rapporter.opprett(rapport(), MELDT)
    assert not lager.rapporter.opprett(rapport(tekst="en annens"), MELDT)
    assert lager.rapporter.hent("VM-7F3K-92QD") == rapport()
    assert lager.kontaktsaker.opprett(kontaktsak())
    assert not lager.kontaktsaker.opprett(kontaktsak(navn="En annen"))
    assert lager.kontaktsaker.hent("VK-7F3K-92QD") == kontaktsak()


def test_of_two_who_change_a_report_the_second_is_told(lager: DatabaseLager) -> None:
    lager.rapporter.opprett(rapport(), MELDT)
    assert lager.rapporter.skriv_tekst("VM-7F3K-92QD", "Mer om det.")
    assert lager.rapporter.oppdater("VM-7F3K-92QD", 2, Rapportstatus.RETTET, "Prisen er ny nå.")
    assert not lager.rapporter.oppdater("VM-7F3K-92QD", 2, Rapportstatus.UENDRET, "Prisen var riktig.")
    lest = lager.rapporter.hent("VM-7F3K-92QD")
    assert lest is not None and (lest.status, lest.tilbakemelding, lest.tekst, lest.versjon) == (
        Rapportstatus.RETTET,
        "Prisen er ny nå.",
        "Mer om det.",
        3,
    )
    assert lest.behandlet is not None and lest.behandlet.tzinfo is not None
    assert not lager.rapporter.skriv_tekst("VM-2222-2222", "x")


def test_requests_for_contact_come_per_kommune_oldest_first_and_are_changed_by_one_at_a_time(lager: DatabaseLager) -> None:
    ny, gammel = kontaktsak("VK-2222-2222"), kontaktsak("VK-3333-3333", opprettet=NA - dt.timedelta(days=1))
    for sak in (ny, gammel, kontaktsak("VK-4444-4444", kommune="rauma")):
        lager.kontaktsaker.opprett(sak)
    assert lager.kontaktsaker.for_kommune("molde") == (gammel, ny)
    tatt = replace(gammel, status=Kontaktstatus.TATT, tatt_av="kim")
    assert lager.kontaktsaker.oppdater(tatt)
    assert not lager.kontaktsaker.oppdater(replace(gammel, tatt_av="ola"))
    assert lager.kontaktsaker.for_kommune("molde", [Kontaktstatus.NY]) == (ny,)
    assert lager.kontaktsaker.hent(gammel.nummer) == replace(tatt, versjon=2)
    assert lager.kontaktsaker.slett(gammel.nummer) and not lager.kontaktsaker.slett(gammel.nummer)
    assert lager.kontaktsaker.hent(gammel.nummer) is None


def test_flags_on_what_is_not_stored_are_refused_and_a_kind_stands_once(lager: DatabaseLager) -> None:
    assert not lager.flagg.sett("finnes-ikke", [MELDT])
    en = innslag(flagg=(), prioritet=0)
    lager.samtaler.lagre(en)
    assert lager.flagg.sett(en.id, [MELDT]) and lager.flagg.sett(en.id, [replace(MELDT, detalj="feil")])
    assert lager.flagg.for_melding(en.id) == (Flagg(slag=Flaggslag.RAPPORTERT, detalj="feil"),)


def test_two_who_flag_at_once_both_count_in_the_priority(lager: DatabaseLager) -> None:
    for _ in range(10):
        en = innslag(flagg=(), prioritet=0)
        lager.samtaler.lagre(en)
        slag = (Flaggslag.AKUTT, Flaggslag.DELVIS, Flaggslag.MISBRUK, Flaggslag.STIKKPROVE)
        start = threading.Barrier(len(slag))

        def flagg(s: Flaggslag, melding: str = en.id, start: threading.Barrier = start) -> None:
            start.wait()
            lager.flagg.sett(melding, [Flagg(slag=s)])

        with ThreadPoolExecutor(len(slag)) as trader:
            list(trader.map(flagg, slag))
        lest = lager.samtaler.hent(en.id)
        assert lest is not None and lest.prioritet == prioritet([Flagg(slag=s) for s in slag]) and len(lest.flagg) == 4


def test_a_time_without_a_zone_is_refused_and_another_zone_is_read_as_utc(lager: DatabaseLager) -> None:
    with pytest.raises(Lagerfeil):
        lager.samtaler.lagre(innslag(tidspunkt=NA.replace(tzinfo=None)))
    oslo = innslag(tidspunkt=NA.astimezone(dt.timezone(dt.timedelta(hours=1))))
    lager.samtaler.lagre(oslo)
    lest = lager.samtaler.hent(oslo.id)
    assert lest is not None and lest.tidspunkt == NA and lest.tidspunkt.utcoffset() == dt.timedelta(0)


def test_an_error_tells_nothing_of_what_was_written(lager: DatabaseLager) -> None:
    with pytest.raises(Lagerfeil) as feil:
        lager.samtaler.lagre(innslag(kommune=None, sporsmal="hemmelig sak"))
    sagt = f"{feil.value} {feil.value.grunn} {feil.value.__cause__} {feil.value.__suppress_context__}"
    assert "hemmelig" not in sagt and "molde" not in sagt and not isinstance(feil.value, LagerUtilgjengelig)


# --- migrations ------------------------------------------------------------------------------------


def test_the_migrations_make_from_empty_what_the_models_say_and_take_it_away_again(lager: DatabaseLager) -> None:
    lager.klargjor()
    with lager.database.motor.connect() as tilkobling:
        kontekst = MigrationContext.configure(tilkobling, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(kontekst, Tabell.metadata) == []
    with lager.database.motor.execution_options(skriver=True).begin() as tilkobling:
        downgrade(oppsett(tilkobling), "base")
    assert inspect(lager.database.motor).get_table_names() == ["alembic_version"]


def test_many_who_start_at_once_on_an_empty_database_all_come_up(baseadresse: str) -> None:
    def start(_: int) -> str:
        lager, en = DatabaseLager(baseadresse), innslag()
        lager.samtaler.lagre(en)
        lager.lukk()
        return en.id

    with ThreadPoolExecutor(8) as trader:
        lagret = list(trader.map(start, range(8)))
    lager = DatabaseLager(baseadresse)
    assert all(lager.samtaler.hent(i) for i in lagret)
    lager.lukk()


def test_a_database_of_a_later_version_is_left_alone(lager: DatabaseLager, baseadresse: str) -> None:
    lager.klargjor()
    with lager.database.motor.execution_options(skriver=True).begin() as tilkobling:
        tilkobling.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    annen = DatabaseLager(baseadresse)
    with pytest.raises(Lagerfeil) as feil:
        annen.klargjor()
    annen.lukk()
    assert "nyere" in feil.value.grunn
    assert "tabellene er versjon 9999, denne utgaven kan 0" in str(feil.value) and "docs/drift.md" in str(feil.value)


@pytest.mark.parametrize("adresse_", ["mysql://x/y", "tull", "", "file:x"])
def test_another_kind_of_address_is_bad_use(adresse_: str) -> None:
    with pytest.raises(Bruksfeil):
        lag_motor(adresse_)


def test_a_password_in_the_address_is_not_shown() -> None:
    motor = lag_motor("postgresql://veileder:hemmelig@localhost/x")
    assert "hemmelig" not in repr(motor)


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    lager = DatabaseLager(f"sqlite:///{tmp_path}/ny/veileder.sqlite")
    lager.samtaler.lagre(innslag())
    assert {oct(f.stat().st_mode & 0o777) for f in (tmp_path / "ny").iterdir()} == {"0o600"}
    lager.lukk()


def test_sqlite_syncs_every_commit_and_writes_over_what_is_deleted(tmp_path: Path) -> None:
    lager = DatabaseLager(f"sqlite:///{tmp_path}/veileder.sqlite")
    lager.klargjor()
    with lager.database.motor.connect() as t:
        verdier: dict[str, Any] = {
            n: t.exec_driver_sql(f"PRAGMA {n}").scalar()
            for n in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        }
    assert verdier == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 2000}
    lager.kontaktsaker.opprett(kontaktsak(notat="Et svært hemmelig notat"))
    filer = lambda: b"".join(f.read_bytes() for f in tmp_path.iterdir())  # noqa: E731 - read twice
    assert b"hemmelig notat" in filer()
    lager.kontaktsaker.slett("VK-7F3K-92QD")
    assert b"hemmelig notat" not in filer() and b"Kari Nordmann" not in filer()
    lager.lukk()

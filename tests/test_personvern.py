"""Deleting one's conversation, insight in what is held, and the off switch: real servers, real databases, the real commands."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from chatklient import Klient, kjor, klient
from conftest import ROT, Kjoring, Kommando, skriv
from lager_hjelp import MELDT, innslag, kontaktsak, ny_base, rapport
from test_meldinger import KORPUS, finn_nummer, meld, velg_molde
from test_sider import ekte_tjener
from web_hjelp import hent

from veileder.adaptere.database.lager import DatabaseLager
from veileder.gjennomgang.arkiv import Arkiv
from veileder.gjennomgang.gravsteiner import Gravsteiner, merke
from veileder.gjennomgang.nummer import vis_samtale
from veileder.gjennomgang.verdier import Innslag
from veileder.innstillinger import Innstillinger
from veileder.oppstart import indekser
from veileder.stengning import Stengning
from veileder.web.tekster import NB


@pytest.fixture(scope="module")
def innst(tmp_path_factory: pytest.TempPathFactory, smalager: Path) -> Innstillinger:
    rot = tmp_path_factory.mktemp("personvern")
    filer = {**KORPUS, "kommuner.yaml": (ROT / "korpus" / "kommuner.yaml").read_bytes()}
    ferdig = Innstillinger(korpus=skriv(rot / "korpus", filer), data=rot / "data", hurtiglager=smalager)
    indekser(ferdig)
    return ferdig


@pytest.fixture(scope="module")
def adresse(innst: Innstillinger, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    os.environ["VEILEDER_MELDINGER_PER_MINUTT"] = "500"
    try:
        with ekte_tjener(innst, tmp_path_factory.mktemp("tjener")) as url:
            yield url
    finally:
        del os.environ["VEILEDER_MELDINGER_PER_MINUTT"]


@pytest.fixture
def lager(innst: Innstillinger, adresse: str) -> Iterator[DatabaseLager]:
    """The database of the server."""
    apen = DatabaseLager(innst.databaseadresse)
    yield apen
    apen.lukk()


def filene(innst: Innstillinger) -> bytes:
    return b"".join(f.read_bytes() for f in innst.data.glob("veileder.sqlite*"))


async def slett(k: Klient) -> str:
    """Ask for the conversation to be deleted, and say yes."""
    assert "Vil du slette denne samtalen" in await k.sporr("Slett samtalen.")
    return await k.klikk(await k.knapp("slett_samtale", "Ja"))


# --- «Slett samtalen» ------------------------------------------------------------------------------


def test_the_conversation_and_its_reports_are_gone_at_once_from_tables_and_files(
    adresse: str, innst: Innstillinger, lager: DatabaseLager
) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k, klient(adresse) as annen:
            nummer = await meld(k, "annet", "Hva koster trygghetsalarm for gaupefamilien?")
            beholdt = await meld(annen, "annet", "Hva koster trygghetsalarm for ulvefamilien?")
            rapport_ = lager.rapporter.hent(nummer)
            assert rapport_ is not None and b"gaupefamilien" in filene(innst)
            sagt = await slett(k)
            assert sagt == NB["slett_gjort"]
            assert lager.samtaler.samtale(rapport_.samtale_id) == () and lager.rapporter.hent(nummer) is None
            assert b"gaupefamilien" not in filene(innst) and b"ulvefamilien" in filene(innst)
            assert hent(f"{adresse}/melding/{nummer}")[0] == 404 and lager.rapporter.hent(beholdt) is not None
            assert await k.klikk(await k.knapp("meld_fra")) == NB["valg_utgatt"]
            ny = lager.rapporter.hent(await meld(k, "feil"))
            assert ny is not None and ny.samtale_id != rapport_.samtale_id
            assert [i.tur for i in lager.samtaler.samtale(ny.samtale_id)] == [1]

    kjor(scenario)


def test_it_is_asked_first_and_what_is_held_can_be_asked_for_by_the_number_shown(adresse: str, lager: DatabaseLager) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k, klient(adresse) as annen:
            nummer = await meld(k, "feil")
            await k.sio.emit("window_message", {"til": "veileder", "hva": "slett"})
            ja = await k.knapp("slett_samtale", "Ja")
            sporsmal = k.tekster()[-1]
            rapport_ = lager.rapporter.hent(nummer)
            assert rapport_ is not None and vis_samtale(rapport_.samtale_id) in sporsmal and "etter 21 dager" in sporsmal
            assert set(ja["payload"]) == {"sporsmal", "nr"}
            for falsk in ({"nr": 7}, {"nr": True}, {"nr": "0"}, {"sporsmal": "et annet"}, {"sporsmal": ""}):
                assert await k.klikk({**ja, "payload": {**ja["payload"], **falsk}}) == NB["valg_utgatt"]
            assert await annen.klikk(ja) == NB["valg_utgatt"]
            assert await k.klikk(await k.knapp("slett_samtale", "Nei")) == NB["slett_avbrutt"]
            assert await k.klikk(ja) == NB["valg_utgatt"]
            assert lager.rapporter.hent(nummer) is not None
            assert "325 kroner" in await k.sporr("Hva koster det å slette samtalen om trygghetsalarm?")

    kjor(scenario)


def test_when_the_database_is_locked_nobody_is_told_that_it_is_deleted_and_it_can_be_tried_again(
    adresse: str, innst: Innstillinger, lager: DatabaseLager
) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            rapport_ = lager.rapporter.hent(await meld(k, "feil"))
            assert rapport_ is not None
            await k.sporr("Slett samtalen")
            ja = await k.knapp("slett_samtale", "Ja")
            sperre = sqlite3.connect(innst.data / "veileder.sqlite", isolation_level=None)
            sperre.execute("BEGIN IMMEDIATE")
            try:
                assert await k.klikk(ja) == NB["slett_feilet"]
            finally:
                sperre.execute("ROLLBACK")
                sperre.close()
            assert len(lager.samtaler.samtale(rapport_.samtale_id)) == 1
            assert await k.klikk(ja) == NB["slett_gjort"]
            assert lager.samtaler.samtale(rapport_.samtale_id) == ()

    kjor(scenario)


def test_a_request_for_contact_is_not_a_part_of_the_conversation_and_that_is_said(adresse: str, lager: DatabaseLager) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await velg_molde(k)
            await k.klikk(await k.knapp("kontaktsak"))
            for ord_ in ("Kari", "99 11 22 33"):
                await k.sporr(ord_)
            await k.klikk(await k.knapp("skjema", "Hopp over"))
            await k.klikk(await k.knapp("skjema", "Hopp over"))
            kvittering = await k.klikk(await k.knapp("skjema", "Send"))
            sak = lager.kontaktsaker.hent(finn_nummer(kvittering))
            assert sak is not None and sak.frist is not None and "Målet er at noen tar kontakt innen" in kvittering
            assert "slettet 30 dager etter at kommunen er ferdig" in kvittering and "senest etter 180 dager" in kvittering
            assert NB["slett_kontaktsak"] in await slett(k)
            assert lager.kontaktsaker.hent(sak.nummer) is not None

    kjor(scenario)


def test_an_answer_that_waits_or_is_under_way_when_its_conversation_is_deleted_is_never_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lager = DatabaseLager(f"sqlite:///{tmp_path}/veileder.sqlite")
    lager.klargjor()
    arkiv = Arkiv(lager, gravsteiner=Gravsteiner(tmp_path))
    ekte: Callable[[Innslag], None] = lager.samtaler.lagre

    def lagre_sent(i: Innslag) -> None:
        """The user deletes while this message is on its way to the disk."""
        arkiv.slett_samtale(i.samtale_id)
        ekte(i)

    monkeypatch.setattr(lager.samtaler, "lagre", lagre_sent)
    arkiv.ko.legg(innslag(id="under-veis"))
    monkeypatch.setattr(lager.samtaler, "lagre", ekte)
    arkiv.ko.legg(innslag(id="etterpå"))
    sperre = sqlite3.connect(tmp_path / "veileder.sqlite", isolation_level=None)
    sperre.execute("BEGIN IMMEDIATE")
    arkiv.ko.legg(innslag(id="venter", samtale_id="s2"))
    arkiv.ko.legg(innslag(id="annen", samtale_id="s3"))
    sperre.execute("ROLLBACK")
    sperre.close()
    arkiv.slett_samtale("s2")
    assert arkiv.ko.tom()
    assert [lager.samtaler.hent(i) is not None for i in ("under-veis", "etterpå", "venter", "annen")] == [False] * 3 + [True]
    arkiv.lukk()


# --- the two texts that promise --------------------------------------------------------------------


def test_what_the_pages_promise_of_deletion_is_the_setting(innst: Innstillinger, tmp_path: Path) -> None:
    miljo = {"VEILEDER_OPPBEVAR_MELDINGER": "14", "VEILEDER_OPPBEVAR_KONTAKTSAKER": "9", "VEILEDER_SVARFRIST": "0"}
    os.environ.update(miljo)
    data = tmp_path / "data"
    shutil.copytree(innst.data / "indeks", data / "indeks")
    try:
        with ekte_tjener(Innstillinger(korpus=innst.korpus, data=data), tmp_path) as url:
            assert "slettet etter 14 dager" in hent(f"{url}/melding/ukjent")[1]
            assert "sletta etter 14 dagar" in hent(f"{url}/melding/ukjent?malform=nn")[1]
            om = json.loads(hent(f"{url}/chat/project/settings?language=nb")[1])
            assert "slettet etter 14 dager" in om["markdown"]

            async def scenario() -> None:
                async with klient(url) as k:
                    nummer = await meld(k, "feil")
                    assert "slettet etter 14 dager" in k.tekster()[-1]
                    assert "blir slettet omkring" in hent(f"{url}/melding/{nummer}")[1]
                    await velg_molde(k)
                    await k.klikk(await k.knapp("kontaktsak"))
                    await k.sporr("Kari")
                    await k.sporr("99 11 22 33")
                    await k.klikk(await k.knapp("skjema", "Hopp over"))
                    await k.klikk(await k.knapp("skjema", "Hopp over"))
                    kvittering = await k.klikk(await k.knapp("skjema", "Send"))
                    assert "slettet 9 dager etter" in kvittering and "Vi kan ikke love når" in kvittering

            kjor(scenario)
    finally:
        for navn in miljo:
            del os.environ[navn]


# --- what an operator does -------------------------------------------------------------------------


@pytest.fixture
def kommando(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Kjoring]:
    """The command line in this process, which spares a second for each command."""
    from veileder.cli import main

    for navn, verdi in {"VEILEDER_DATA": str(tmp_path / "data"), "USER": "drift", "LOGNAME": "drift"}.items():
        monkeypatch.setenv(navn, verdi)

    def kjor_en(*valg: object) -> Kjoring:
        kode = main([str(v) for v in valg])
        ut, feil = capsys.readouterr()
        return Kjoring(kode, ut, feil)

    return kjor_en


def test_insight_deletion_and_clean_up_by_command(
    baseadresse: str, kommando: Callable[..., Kjoring], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VEILEDER_DATABASE_URL", baseadresse)
    lager = DatabaseLager(baseadresse)
    lager.samtaler.lagre(innslag(id="m1", samtale_id="abc1"))
    lager.rapporter.opprett(rapport("VM-7F3K-92QD", melding_id="m1", samtale_id="abc1"), MELDT)
    lager.kontaktsaker.opprett(kontaktsak("VK-7F3K-92QD"))
    alt = kommando("innsyn", "vm 7f3k 92qd", "--json").en
    assert alt["id"] == "abc1" and alt["rader"]["meldinger"][0]["sporsmal"].startswith("Eg heiter [navn]")
    assert alt["rader"]["meldinger"][0]["tidspunkt"] == "2026-11-23T09:30:00.123456+00:00"
    assert set(alt["rader"]) == {"meldinger", "kilder", "flagg", "rapporter", "soketekster", "kjennetegn"}
    igjen = kommando("innsyn", "abc1")
    assert "Prisen er fra i fjor." in igjen.ut and "terminal:drift" in igjen.ut, "who looked is a part of what is held"
    assert "Kari Nordmann" in kommando("innsyn", "VK-7F3K-92QD").ut
    assert "ingenting om finnes-ikke" in kommando("innsyn", "finnes-ikke").avvist()
    assert "Slettet abc1" in kommando("slett", "VM-7F3K-92QD").ut
    assert "Slettet VK-7F3K-92QD" in kommando("slett", "VK-7F3K-92QD").ut
    assert "ingen melding" in kommando("innsyn", "VM-7F3K-92QD").avvist()
    assert "ingenting om abc1" in kommando("slett", "abc1").avvist()
    assert lager.samtaler.hent("m1") is None and lager.kontaktsaker.hent("VK-7F3K-92QD") is None
    assert [f.handling for f in lager.logg.les(gjelder="abc1")] == ["slettet", "ga innsyn", "ga innsyn"]
    ryddet = kommando("rydd", "--json").en
    assert ryddet["slettet"] == {} and ryddet["skrubbet"]
    lager.samtaler.lagre(innslag(id="m3", tidspunkt=innslag().tidspunkt.replace(year=2020)))
    assert "meldinger: 1 slettet" in kommando("rydd", "--krymp").ut
    lager.lukk()


def test_what_was_deleted_stays_deleted_when_a_back_up_is_put_back(
    tmp_path: Path, kommando: Callable[..., Kjoring], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, kopi = tmp_path / "data", tmp_path / "kopi.sqlite"
    monkeypatch.setenv("VEILEDER_OPPBEVAR_MELDINGER", "365")
    lager = DatabaseLager(f"sqlite:///{data}/veileder.sqlite")
    for n in ("1", "2"):
        lager.samtaler.lagre(innslag(id=f"m{n}", samtale_id=f"s{n}"))
    lager.kontaktsaker.opprett(kontaktsak())
    assert kommando("sikkerhetskopi", kopi).kode == 0
    assert oct(kopi.stat().st_mode & 0o777) == "0o600"
    assert "finnes fra før" in kommando("sikkerhetskopi", kopi).avvist()
    arkiv = Arkiv(lager, gravsteiner=Gravsteiner(data))
    arkiv.slett_samtale("s1")
    arkiv.slett_kontaktsak("VK-7F3K-92QD")
    arkiv.lukk()
    steiner = (data / "slettet.txt").read_text()
    assert merke("s1") in steiner and "s1 " not in steiner and "VK" not in steiner
    for hale in ("-wal", "-shm", ""):
        Path(f"{data}/veileder.sqlite{hale}").unlink(missing_ok=True)
    shutil.copy(kopi, data / "veileder.sqlite")
    tilbake = DatabaseLager(f"sqlite:///{data}/veileder.sqlite")
    assert tilbake.samtaler.hent("m1") is not None
    ut = kommando("rydd").ut
    assert "meldinger: 1 slettet" in ut and "kontaktsaker: 1 slettet" in ut
    assert tilbake.samtaler.hent("m1") is None and tilbake.samtaler.hent("m2") is not None
    tilbake.lukk()


def test_a_back_up_by_the_runbook_comes_back_on_postgresql(pg: str) -> None:
    fra, til = ny_base(pg), ny_base(pg)
    lager = DatabaseLager(fra)
    lager.samtaler.lagre(innslag(id="m1"))
    lager.lukk()
    kopi = subprocess.run(["pg_dump", "--format=custom", f"--dbname={fra}"], capture_output=True, check=True).stdout
    subprocess.run(["pg_restore", "--no-owner", "--exit-on-error", f"--dbname={til}"], input=kopi, check=True)
    tilbake = DatabaseLager(til)
    assert tilbake.samtaler.hent("m1") == innslag(id="m1")
    tilbake.lukk()


# --- the off switch --------------------------------------------------------------------------------


def test_the_chat_is_closed_within_seconds_open_sessions_are_told_and_it_opens_again(
    adresse: str, innst: Innstillinger, veileder: Kommando
) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            assert "325 kroner" in await k.sporr("Hva koster trygghetsalarm?")
            meldeknapp = await k.knapp("meld_fra")
            ut = veileder("steng", "--melding", "Vi retter en feil i <prisene>.", "--data", innst.data).ut
            assert "Chatten er stengt" in ut
            start = time.monotonic()
            sagt = await k.sporr("Hva koster trygghetsalarm?")
            assert time.monotonic() - start < 3
            assert "Chatten er stengt" in sagt and "Vi retter en feil i" in sagt and "113" in sagt and "325" not in sagt
            assert "<prisene>" not in sagt.replace("\\<", "")
            await velg_molde_stengt(k)
            assert await k.klikk(meldeknapp) == NB["meld_grunn"], "what was wrong can still be reported"
            assert "Vil du slette" in await k.sporr_fra_siden("slett")
            akutt = await k.sporr("Mor puster ikke!")
            assert akutt.index("113") < akutt.index("Chatten er stengt")
            status, html, hoder = hent(f"{adresse}/chat/")
            side = BeautifulSoup(html, "html.parser")
            assert status == 200 and hoder["cache-control"] == "no-store" and "Content-Security-Policy".lower() in hoder
            assert side.h1 is not None and side.h1.text == "Chatten er stengt" and "Vi retter en feil i <prisene>." in side.text
            assert not side.find_all("script") and side.find("a", href="tel:113")
            assert {k_.text for k_ in side.find_all("h3")} == {"Aukra", "Hustadvika", "Kristiansund", "Molde", "Rauma", "Vestnes"}
            assert side.find("a", href="tel:90211980") is not None
            assert "Chatten er stengd" in hent(f"{adresse}/chat/", **{"Accept-Language": "nn-NO,nn;q=0.9"})[1]
            assert json.loads(hent(f"{adresse}/klar")[1]) == {"status": "stengt"}
            assert hent(f"{adresse}/tjenester")[0] == 200
            assert "åpen igjen" in veileder("apne", "--data", innst.data).ut
            assert "325 kroner" in await k.sporr("Hva koster trygghetsalarm?")
            assert 'id="root"' in hent(f"{adresse}/chat/")[1]

    kjor(scenario)


async def velg_molde_stengt(k: Klient) -> None:
    """Reach a human while the chat is closed: a card with numbers, and no form that the chat would have to fill in."""
    await k.sio.emit("window_message", {"til": "veileder", "hva": "valg", "kommune": "molde", "rolle": "innbygger"})
    kort = await k.sporr_fra_siden("menneske")
    assert "Molde kommune" in kort and "Ring kommunen" in kort and not k.knapper("kontaktsak")


def test_a_form_that_is_being_filled_in_is_left_when_the_chat_is_closed_and_nothing_is_stored(
    adresse: str, innst: Innstillinger, lager: DatabaseLager
) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await velg_molde(k)
            await k.klikk(await k.knapp("kontaktsak"))
            for_ = len(lager.kontaktsaker.for_kommune("molde"))
            try:
                Stengning(innst.data).steng("")
                assert "Den er stengt for en stund" in await k.sporr("Kari")
            finally:
                Stengning(innst.data).apne()
            assert "325 kroner" in await k.sporr("Hva koster trygghetsalarm?")
            assert len(lager.kontaktsaker.for_kommune("molde")) == for_

    kjor(scenario)


def test_the_page_comes_when_there_is_neither_index_nor_list_of_contacts_and_the_service_starts_closed(tmp_path: Path) -> None:
    from web_hjelp import tjener

    Stengning(tmp_path).steng("Stengt i dag.")
    with tjener(tmp_path, VEILEDER_TEST_IKKE_KLAR="1", VEILEDER_KORPUS=str(tmp_path)) as url:
        status, html, _ = hent(f"{url}/chat")
        assert status == 200 and "Stengt i dag." in html and "113" in html
        Stengning(tmp_path).apne()
        assert 'id="root"' in hent(f"{url}/chat/")[1]


def test_a_switch_that_cannot_be_read_closes_and_a_missing_one_does_not(tmp_path: Path) -> None:
    s = Stengning(tmp_path / "data")
    assert s.les() is None and not s.apne()
    s.steng("Kort\n\x00 beskjed")
    lest = s.les()
    assert lest is not None and lest.melding == "Kort beskjed"
    (tmp_path / "data" / "stengt.json").write_bytes(b"\xff{")
    lest = s.les()
    assert lest is not None and lest.melding == ""
    assert s.apne() and s.les() is None


def test_looking_at_the_switch_costs_next_to_nothing(tmp_path: Path) -> None:
    s = Stengning(tmp_path)
    start = time.perf_counter()
    for _ in range(1000):
        s.les()
    assert time.perf_counter() - start < 0.5


def test_the_command_is_quick_and_loads_nothing_heavy(tmp_path: Path) -> None:
    kode = (
        "import sys; from veileder.cli import main; main(['steng', '--data', sys.argv[1]]);"
        "assert not {'sqlalchemy', 'chainlit', 'chromadb', 'numpy', 'fastapi'} & set(sys.modules), sorted(sys.modules)"
    )
    kjort = subprocess.run([sys.executable, "-c", kode, str(tmp_path)], cwd=ROT, capture_output=True, text=True, check=False)
    assert kjort.returncode == 0, kjort.stderr

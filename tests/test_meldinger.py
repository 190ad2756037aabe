"""Reporting an answer and asking to be contacted, over the chat's own websocket against the real service."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from chatklient import Klient, kjor, klient
from conftest import ROT, skriv
from test_sider import ekte_tjener
from web_hjelp import hent

from veileder.adaptere.database.lager import DatabaseLager
from veileder.gjennomgang.nummer import MELDING, lag_nummer
from veileder.gjennomgang.verdier import Flaggslag, Kontaktstatus, Rapportgrunn, Rapportstatus
from veileder.innstillinger import Innstillinger
from veileder.oppstart import indekser
from veileder.web.gjettevakt import FRA_ETT_STED, Gjettevakt
from veileder.web.tekster import NB

KORPUS: dict[str, str | bytes] = {
    "tjenester/trygghetsalarm.md": "# Trygghetsalarm\n\n## Hva er trygghetsalarm?\n\nTrygghetsalarm er en knapp du kan trykke på når du trenger hjelp hjemme.\n\n"
    "## Hva koster det?\n\nTrygghetsalarm koster 325 kroner i måneden.\n",
    "tjenester/matombringing.md": "# Matombringing\n\n## Hva er matombringing?\n\nMatombringing er middag som kommunen kjører hjem til deg.\n",
}


@pytest.fixture(scope="module")
def innst(tmp_path_factory: pytest.TempPathFactory, smalager: Path) -> Innstillinger:
    rot = tmp_path_factory.mktemp("meldinger")
    filer = {**KORPUS, "kommuner.yaml": (ROT / "korpus" / "kommuner.yaml").read_bytes()}
    ferdig = Innstillinger(korpus=skriv(rot / "korpus", filer), data=rot / "data", hurtiglager=smalager)
    indekser(ferdig)
    return ferdig


@pytest.fixture(scope="module")
def adresse(innst: Innstillinger, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    import os

    os.environ["VEILEDER_MELDINGER_PER_MINUTT"] = "500"
    try:
        with ekte_tjener(innst, tmp_path_factory.mktemp("tjener")) as url:
            yield url
    finally:
        del os.environ["VEILEDER_MELDINGER_PER_MINUTT"]


@pytest.fixture
def lager(innst: Innstillinger, adresse: str) -> Iterator[DatabaseLager]:
    apen = DatabaseLager(innst.databaseadresse)
    yield apen
    apen.lukk()


def finn_nummer(tekst: str) -> str:
    funnet = re.search(r"\*\*(V[MK]-\w{4}-\w{4})\*\*", tekst)
    assert funnet, tekst
    return funnet[1]


async def meld(k: Klient, grunn: str, sporsmal: str = "Hva koster trygghetsalarm?") -> str:
    """Ask, report the answer, and return the receipt number."""
    for_ = len(k.knapper("meld_fra"))
    await k.sporr(sporsmal)
    await k.vent(lambda: len(k.knapper("meld_fra")) > for_)  # the row under the answer comes after it; an older one may stand
    assert await k.klikk(await k.knapp("meld_fra")) == NB["meld_grunn"]
    return finn_nummer(await k.klikk(await k.knapp("meldegrunn", grunn)))


def test_an_answer_is_reported_and_the_row_is_there_with_the_receipt(adresse: str, lager: DatabaseLager) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            nummer = await meld(k, "utdatert")
            assert len(k.knapper("meldegrunn")) == len(Rapportgrunn)
            rapport = lager.rapporter.hent(nummer)
            assert rapport is not None and (rapport.grunn, rapport.status) == (Rapportgrunn.UTDATERT, Rapportstatus.MOTTATT)
            melding = lager.samtaler.hent(rapport.melding_id)
            assert melding is not None and melding.sporsmal == "Hva koster trygghetsalarm?" and "325 kroner" in melding.svar
            assert melding.samtale_id == rapport.samtale_id and melding.samtale_id.replace("-", "") != k.sesjon.replace("-", "")
            assert Flaggslag.RAPPORTERT in {f.slag for f in melding.flagg} and melding.prioritet >= 85
            assert nummer in await k.klikk(await k.knapp("meld_fra"))
            assert nummer in await k.klikk(await k.knapp("meldegrunn", "vanskelig"))
            assert len(lager.rapporter.for_melding(melding.id)) == 1

    kjor(scenario)


def test_more_words_are_masked_and_danger_goes_before_the_form(adresse: str, lager: DatabaseLager) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            nummer = await meld(k, "mangler")
            assert await k.klikk(await k.knapp("meldetekst")) == NB["meld_skriv"]
            assert nummer in await k.sporr("Jeg heter Kari Nordmann, ring 99112233. Det står ikke om rabatt.")
            rapport = lager.rapporter.hent(nummer)
            assert (
                rapport is not None
                and "[navn]" in rapport.tekst
                and "rabatt" in rapport.tekst
                and "99112233" not in rapport.tekst
            )
            await k.klikk(await k.knapp("meldetekst"))
            assert "113" in await k.sporr("Mor puster ikke!")
            assert "325 kroner" in await k.sporr("Hva koster trygghetsalarm?")
            etter = lager.rapporter.hent(nummer)
            assert etter == rapport

    kjor(scenario)


def test_a_forged_click_reports_nothing(adresse: str, lager: DatabaseLager) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k, klient(adresse) as annen:
            await k.sporr("Hva er matombringing?")
            knapp = await k.knapp("meld_fra")
            await k.klikk(knapp)
            grunn = (await k.knapp("meldegrunn"))["payload"]
            ekte = await k.knapp("meldegrunn")
            for falsk in (99, -1, True, "0", None, 1.0):
                assert await k.klikk({**ekte, "payload": {**grunn, "nr": falsk}}) == NB["valg_utgatt"]
            for svar in ("en annens", None, 5, {"a": 1}, ""):
                assert await k.klikk({**ekte, "payload": {**grunn, "svar": svar}}) == NB["valg_utgatt"]
            assert await annen.klikk(ekte) == NB["valg_utgatt"]
            assert await k.klikk({**ekte, "name": "meldetekst"}) == NB["valg_utgatt"]
            assert lager.rapporter.for_melding(str(grunn["svar"])) == ()
            finn_nummer(await k.klikk({**ekte, "label": "<b>Noe helt annet</b>"}))

    kjor(scenario)


async def velg_molde(k: Klient) -> None:
    await k.sio.emit("window_message", {"til": "veileder", "hva": "valg", "kommune": "molde", "rolle": "innbygger"})
    await k.sio.emit("window_message", {"til": "veileder", "hva": "menneske"})
    await k.knapp("kontaktsak")


def test_a_person_asks_to_be_contacted_and_nothing_is_stored_before_it_is_sent(adresse: str, lager: DatabaseLager) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await velg_molde(k)
            for_ = len(lager.kontaktsaker.for_kommune("molde"))
            start = await k.klikk(await k.knapp("kontaktsak"))
            assert "Hva heter du?" in start and "ring 113" in start and "ikke en søknad" in start
            assert "så ut som et spørsmål" in await k.sporr("Hva koster trygghetsalarm?")
            assert await k.sporr("Åse Bjørnsdatter") == NB["kontaktsak_kontaktvei"]
            assert await k.sporr("husker ikke") == NB["kontaktsak_kontaktvei_feil"]
            assert await k.sporr("99 11 22 33") == NB["kontaktsak_tid"]
            assert await k.klikk(await k.knapp("skjema", "Hopp over")) == NB["kontaktsak_notat"]
            se_over = await k.sporr("Gjelder mor, 15076500565")
            assert "Åse Bjørnsdatter" in se_over and "99 11 22 33" in se_over and "[fødselsnummer]" in se_over
            assert len(lager.kontaktsaker.for_kommune("molde")) == for_
            nummer = finn_nummer(await k.klikk(await k.knapp("skjema", "Send")))
            sak = lager.kontaktsaker.hent(nummer)
            assert sak is not None and (sak.navn, sak.telefon, sak.tid, sak.status) == (
                "Åse Bjørnsdatter",
                "99 11 22 33",
                "",
                Kontaktstatus.NY,
            )
            assert "15076500565" not in sak.notat
            assert await k.klikk(await k.knapp("skjema", "Send")) == NB["skjema_utgatt"]
            assert len(lager.kontaktsaker.for_kommune("molde")) == for_ + 1
            with lager.database.les() as sesjon:
                assert "Bjørnsdatter" not in str(
                    sesjon.connection().exec_driver_sql("SELECT sporsmal, svar, spor FROM meldinger").all()
                )

    kjor(scenario)


def test_a_form_is_left_by_a_button_and_by_danger(adresse: str, lager: DatabaseLager) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await velg_molde(k)
            for_ = len(lager.kontaktsaker.for_kommune("molde"))
            await k.klikk(await k.knapp("kontaktsak"))
            assert "113" in await k.sporr("hjelp, far har falt og puster ikke")
            assert "325 kroner" in await k.sporr("Hva koster trygghetsalarm?")
            await k.klikk(await k.knapp("kontaktsak"))
            await k.sporr("Kari")
            gammel = await k.knapp("skjema", "Avbryt")
            assert await k.klikk(gammel) == NB["skjema_avbrutt"]
            assert await k.klikk(gammel) == NB["skjema_utgatt"]
            for falsk in (3, 99, "3", None, True):
                assert await k.klikk({**gammel, "payload": {**gammel["payload"], "nr": falsk}}) == NB["skjema_utgatt"]
            assert len(lager.kontaktsaker.for_kommune("molde")) == for_

    kjor(scenario)


def test_when_the_database_is_locked_the_answer_comes_and_the_user_is_told_that_the_report_is_not_stored(
    adresse: str, innst: Innstillinger, lager: DatabaseLager
) -> None:
    async def scenario() -> None:
        async with klient(adresse) as k:
            await k.sporr("Hva er matombringing?")
            await k.klikk(await k.knapp("meld_fra"))
            grunn = await k.knapp("meldegrunn", "feil")
            sperre = sqlite3.connect(innst.data / "veileder.sqlite", isolation_level=None)
            sperre.execute("BEGIN IMMEDIATE")
            try:
                assert "325 kroner" in await k.sporr("Hva koster trygghetsalarm?")
                assert await k.klikk(grunn) == NB["lagring_feilet"]
            finally:
                sperre.execute("ROLLBACK")
                sperre.close()
            nummer = finn_nummer(await k.klikk(grunn))
            rapport = lager.rapporter.hent(nummer)
            assert rapport is not None
            await k.vent(lambda: len(lager.samtaler.samtale(rapport.samtale_id)) == 2)

    kjor(scenario)


def overskrift(html: BeautifulSoup) -> str:
    return html.h1.text if html.h1 else ""


# --- the page that tells what came of it -----------------------------------------------------------


def side(url: str) -> tuple[int, BeautifulSoup, dict[str, str]]:
    status, html, hoder = hent(url)
    return status, BeautifulSoup(html, "html.parser"), hoder


def test_the_page_tells_what_came_of_a_report_in_both_languages_and_no_word_that_was_written(
    adresse: str, lager: DatabaseLager
) -> None:
    nummer: list[str] = []

    async def scenario() -> None:
        async with klient(adresse) as k:
            nummer.append(await meld(k, "feil"))
            await k.klikk(await k.knapp("meldetekst"))
            await k.sporr("Dette er hemmelig bakgrunn.")

    kjor(scenario)
    url = f"{adresse}/melding/{nummer[0]}"
    status, html, hoder = side(url)
    assert (
        status == 200
        and nummer[0] in overskrift(html)
        and "Ingen har sett på den ennå" in html.text
        and "Svaret er feil" in html.text
    )
    assert "hemmelig" not in html.text and "325" not in html.text and "Hva koster" not in html.text
    assert hoder["cache-control"] == "no-store" and hoder["x-robots-tag"] == "noindex"
    rapport = lager.rapporter.hent(nummer[0])
    assert rapport is not None
    assert lager.rapporter.oppdater(nummer[0], rapport.versjon, Rapportstatus.RETTET, "Prisen er rettet <script>x</script>")
    assert "er rettet" in side(url)[1].text and "<script>x" not in hent(url)[1]
    assert "er retta" in side(f"{url}?malform=nn")[1].text
    skrevet = nummer[0].lower().replace("-", "%20")
    assert nummer[0] in overskrift(side(f"{adresse}/melding?nummer={skrevet}")[1])
    assert side(f"{adresse}/melding")[1].find("label", attrs={"for": "_nummer"}) is not None


def test_guessing_is_met_kindly_and_then_stopped(innst: Innstillinger, tmp_path: Path) -> None:
    with ekte_tjener(innst, tmp_path) as url:
        for galt in ("VM-0000-0000", "x", "%27%20OR%201=1", lag_nummer(MELDING)):
            status, html, _ = side(f"{url}/melding/{galt}")
            assert status == 404 and "Vi fant ingen melding" in overskrift(html) and html.find("form", action="/melding")
        statuser = [hent(f"{url}/melding/{lag_nummer(MELDING)}")[0] for _ in range(FRA_ETT_STED)]
        assert statuser.count(404) == FRA_ETT_STED - 4 and statuser[-1] == 429
        assert "ti minutter" in side(f"{url}/melding/{lag_nummer(MELDING)}")[1].text
        assert hent(f"{url}/melding/{lag_nummer(MELDING)}")[2]["retry-after"] == "600"
        assert "127.0.0.1" not in (tmp_path / "tjener.log").read_text().replace("http://127.0.0.1", "")


def test_the_limit_holds_for_a_household_and_for_all_together_and_a_right_number_costs_nothing() -> None:
    vakt = Gjettevakt()
    assert [vakt.slipp_inn(f"2001:db8::{n:x}", 0.0) for n in range(11)] == [True] * 10 + [False]
    assert vakt.slipp_inn("2001:db8::1", 600.0)
    for n in range(100):
        assert vakt.slipp_inn("10.0.0.1", 1000.0 + n)
        vakt.traff("10.0.0.1")
    nye = [vakt.slipp_inn(f"10.1.0.{n}", 2000.0) for n in range(80)]
    assert nye.count(True) == 60
    assert vakt.slipp_inn("10.2.0.1", 2060.0)

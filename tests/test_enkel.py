"""/enkel over HTTP, against a real server with a real database: the chat without JavaScript, and what cannot be done with it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from bs4 import BeautifulSoup
from web_hjelp import NOTAT, SLAG, tjener

from veileder.adaptere.database.lager import DatabaseLager
from veileder.domene import Malform
from veileder.gjennomgang.verdier import Rapportgrunn
from veileder.web.enkel.samtaler import LENGST, MEST, STILLE, Samtaler
from veileder.web.enkel.tekster import SPRAK, TEKSTER, grunn, tekst

NB = Malform.NB
NETTLESER = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("enkel")


@pytest.fixture(scope="module")
def adresse(mappe: Path) -> Iterator[str]:
    with tjener(mappe, VEILEDER_MELDINGSLENGDE="300", VEILEDER_MELDINGER_PER_MINUTT="8") as url:
        yield url


@pytest.fixture
def c(adresse: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=adresse, headers=NETTLESER, timeout=20) as klient:
        yield klient


@pytest.fixture
def lager(mappe: Path, adresse: str) -> Iterator[DatabaseLager]:
    apen = DatabaseLager(f"sqlite:///{mappe}/veileder.sqlite")
    yield apen
    apen.lukk()


def suppe(svar: httpx.Response) -> BeautifulSoup:
    return BeautifulSoup(svar.text, "lxml")


def les(c: httpx.Client, sti: str) -> BeautifulSoup:
    return suppe(c.get(sti))


def sporr(c: httpx.Client, sporsmal: str, sti: str = "/enkel", **felt: str) -> str:
    """Ask, and return the path that the answer is at."""
    svar = c.post(sti, data={"sporsmal": sporsmal, "kommune": "molde", "rolle": "innbygger", **felt})
    assert svar.status_code == 303, svar.text
    return svar.headers["location"]


def ord_i(side: BeautifulSoup) -> str:
    return " ".join(side.get_text(" ").split())


def test_a_question_is_answered_with_sources_that_open_and_the_quotation_marked(c: httpx.Client) -> None:
    side = les(c, sporr(c, "Kan mor få trygghetsalarm?"))
    assert side.h1 and side.h1.text == "Svar" and side.title and side.title.text == "Svar – Veileder"
    assert "325 kroner i måneden" in ord_i(side) and "Kan mor få trygghetsalarm?" in ord_i(side)
    kilder = side.select("details.kilde-apen")
    assert [k.summary.get_text(" ", strip=True)[:3] for k in kilder if k.summary] == ["[1]", "[2]"]
    assert "Felles for kommunene, utkast, ikke vedtatt" in kilder[0].text and "Gjelder i Molde, vedtatt" in kilder[1].text
    merket = " ".join(m.text for m in kilder[0].select("mark"))
    assert " ".join(merket.split()).startswith("Du kan søke om trygghetsalarm når du bor hjemme")
    assert "Kommunen svarer innen fire uker" not in merket
    assert kilder[1].select_one("td mark") and not side.select("script, main img")
    for nr in (1, 2):
        henvisning = side.select(".svartekst a.henvisning")[nr - 1]
        assert henvisning["aria-label"] == f"Kilde {nr}" and side.select_one(f"details {henvisning['href']}")
    assert kilder[0].select_one('a[href^="/tjenester/trygghetsalarm#hvem--1"]')


def test_the_conversation_goes_on_and_a_form_sent_twice_is_answered_once(c: httpx.Client) -> None:
    sti = sporr(c, "tidligere?", rolle="saksbehandler")
    assert "turer=0 kommune=molde rolle=arbeider" in ord_i(les(c, sti))
    felt = les(c, sti).select_one("input[name=skjema]")
    assert felt
    for _ in range(2):
        assert sporr(c, "tidligere?", sti, skjema=str(felt["value"]), kommune="rauma") == sti
    side = les(c, sti)
    assert "turer=1 kommune=rauma rolle=bor" in ord_i(side) and "Tidligere i samtalen (1)" in ord_i(side)
    valgt = side.select_one("select[name=kommune] option[selected]")
    assert valgt and valgt["value"] == "rauma"


def test_a_page_is_reloaded_without_sending_anything_and_tells_nothing_in_its_address(c: httpx.Client) -> None:
    sti = sporr(c, "Hva koster trygghetsalarm for Kari?")
    assert re.fullmatch(r"/enkel/[\w-]{43}", sti)
    en, to = c.get(sti), c.get(sti)
    ren = [re.sub(r'name="skjema" value="[^"]+"', "", r.text) for r in (en, to)]
    assert ren[0] == ren[1]
    assert en.headers["cache-control"] == "no-store" and en.headers["x-robots-tag"] == "noindex"
    assert en.headers["referrer-policy"] == "no-referrer" and "set-cookie" not in en.headers
    assert "unsafe-inline" not in en.headers["content-security-policy"] and "script" not in en.headers["content-security-policy"]


def test_a_reading_is_chosen_by_its_number_and_of_the_latest_question_only(c: httpx.Client) -> None:
    sti = sporr(c, "alarm")
    side = les(c, sti)
    knapper = side.select("form button[name=nr]")
    assert side.h1 and side.h1.text == "Hva mener du?" and tuple(k.text for k in knapper) == SLAG
    svar = side.select_one("input[name=svar]")
    assert svar
    for nr in ("7", "-1", "x", ""):
        assert c.post(f"{sti}/valg", data={"svar": str(svar["value"]), "nr": nr}).status_code == 422
    assert c.post(f"{sti}/valg", data={"svar": "et annet", "nr": "0"}).status_code == 303
    assert "Hva mener du med" in ord_i(les(c, sti))
    assert c.post(f"{sti}/valg", data={"svar": str(svar["value"]), "nr": "0"}).headers["location"] == sti
    assert "Du får svar innen fire uker" in ord_i(les(c, sti))
    c.post(f"{sti}/valg", data={"svar": str(svar["value"]), "nr": "1"})
    assert len(les(c, sti).select("article")) == 2


def test_a_question_to_go_on_with_and_the_other_roles_answer_are_a_number_away(c: httpx.Client) -> None:
    sti = sporr(c, "Kan mor få trygghetsalarm?")
    side = les(c, sti)
    skjema = side.select_one(f'form[action="{sti}/videre"]')
    assert skjema
    assert [k.text for k in skjema.select("button")] == ["Hvordan søker jeg?", "Hva er tjenesten?", "Vis svaret for saksbehandlere"]
    svar = {"svar": str(skjema.select_one("input[name=svar]")["value"])}  # type: ignore[index]
    for nr in ("2", "-1", "x", ""):
        assert c.post(f"{sti}/videre", data={**svar, "nr": nr}).status_code == 422
    for _ in range(2):
        assert c.post(f"{sti}/videre", data={**svar, "nr": "rolle"}).headers["location"] == sti
    tvilling = les(c, sti)
    assert "Svaret for saksbehandlere" in ord_i(tvilling) and len(tvilling.select("article")) == 2
    assert tvilling.select_one("input[value=innbygger][checked]")
    annen = les(c, sporr(c, "tidligere?", sti))
    assert "turer=1" in ord_i(annen) and not annen.select_one(f'form[action="{sti}/videre"]')


def test_where_life_is_in_danger_the_numbers_come_first_and_can_be_tapped(c: httpx.Client) -> None:
    side = les(c, sporr(c, "Han puster ikke!"))
    forst = side.select_one("article > div, article > p")
    assert side.h1 and side.h1.text == "Ring nå" and forst and "akutt" in forst["class"]
    assert [str(a["href"]) for a in forst.select("a")] == ["tel:113", "tel:116117"]
    assert side.select_one('header a[href="tel:113"]')


def test_a_request_for_contact_is_written_looked_over_approved_and_then_stored(c: httpx.Client, lager: DatabaseLager) -> None:
    sti = sporr(c, "Har mor rett til trygghetsalarm?")
    kontakt = les(c, f"{sti}/kontakt")
    assert kontakt.select_one('a.ring[href="tel:71111000"]') and "Tildelingskontoret" in ord_i(kontakt)
    notat = kontakt.select_one("textarea[name=notat]")
    assert notat and notat.text.strip() == NOTAT
    felt = {
        "kommune": "molde",
        "navn": "",
        "kontaktvei": "ring meg",
        "notat": "Det gjelder <b>mor</b>, 01010112345",
        "tid": "etter 16",
    }
    feil = c.post(f"{sti}/kontakt", data=felt)
    assert feil.status_code == 422 and tekst("feil_navn", NB) in feil.text and tekst("feil_kontaktvei", NB) in feil.text
    igjen = suppe(feil)
    assert str(igjen.select_one("textarea")).find("&lt;b&gt;mor") > 0 and igjen.select_one('input[name=tid][value="etter 16"]')
    assert igjen.title and igjen.title.text.startswith("Feil: ") and igjen.select_one('[role=alert] a[href="#_navn"]')
    assert igjen.select_one('#_navn[aria-invalid=true][aria-describedby="_navn_feil"]')
    videre = c.post(f"{sti}/kontakt", data={**felt, "navn": "Kari Nordmann", "kontaktvei": "ring 99 88 77 66"})
    assert videre.headers["location"] == f"{sti}/kontakt/send"
    se_over = les(c, f"{sti}/kontakt/send")
    assert "99 88 77 66" in se_over.text and "Det gjelder <b>mor</b>, [fødselsnummer]" in se_over.text
    assert c.post(f"{sti}/kontakt/send", data={"x": ""}).status_code == 422
    assert not re.search(r"VK-\w{4}-\w{4}", les(c, f"{sti}/kontakt/send").text)
    assert c.post(f"{sti}/kontakt/send", data={"godkjent": "ja"}).status_code == 303
    kvittering = les(c, f"{sti}/kontakt/send")
    nummer = re.search(r"VK-\w{4}-\w{4}", kvittering.text)
    assert nummer
    sak = lager.kontaktsaker.hent(nummer[0])
    assert sak and (sak.navn, sak.telefon, sak.kommune) == ("Kari Nordmann", "99 88 77 66", "molde")
    assert sak.notat == "Det gjelder <b>mor</b>, [fødselsnummer]" and sak.tid == "etter 16"
    c.post(f"{sti}/kontakt/send", data={"godkjent": "ja"})
    assert nummer[0] in les(c, f"{sti}/kontakt/send").text


def test_a_human_is_reached_before_any_question(c: httpx.Client) -> None:
    assert les(c, "/enkel/kontakt").select("select[name=kommune] option")[4].text == "Molde"
    molde = les(c, "/enkel/kontakt?kommune=molde")
    assert molde.select_one('a[href="tel:71111000"]')
    svar = c.post("/enkel/kontakt", data={"kommune": "molde", "navn": "Ola", "kontaktvei": "ola@eksempel.no", "notat": "Ring"})
    assert "ola@eksempel.no" in les(c, svar.headers["location"]).text


def test_an_answer_is_reported_once_with_a_receipt_and_another_ones_is_not(c: httpx.Client, lager: DatabaseLager) -> None:
    sti = sporr(c, "Hva koster trygghetsalarm?")
    assert len(les(c, f"{sti}/meld/1").select("input[name=grunn]")) == len(Rapportgrunn)
    tomt = c.post(f"{sti}/meld/1", data={"tekst": "Prisen er gammel"})
    assert tomt.status_code == 422 and "Prisen er gammel" in tomt.text
    for valgt in ("utdatert", "feil"):
        felt = {"grunn": valgt, "tekst": "Jeg heter Kari Nordmann. Prisen er gammel"}
        assert c.post(f"{sti}/meld/1", data=felt).status_code == 303
    nummer = re.search(r"VM-\w{4}-\w{4}", les(c, f"{sti}/meld/1").text)
    assert nummer and nummer[0] in les(c, sti).text
    rapport = lager.rapporter.hent(nummer[0])
    assert rapport and rapport.grunn is Rapportgrunn.UTDATERT and "Nordmann" not in rapport.tekst and "gammel" in rapport.tekst
    assert c.get(f"/melding/{nummer[0]}").status_code in (200, 503)  # the pages need an index, which the fake has not
    for nr in ("2", "0", "x", "99999999999"):
        assert "grunn" not in c.post(f"{sti}/meld/{nr}", data={"grunn": "feil"}).headers.get("location", "")
    assert len(lager.rapporter.for_melding(rapport.melding_id)) == 1


def test_the_conversation_is_deleted_and_its_address_leads_nowhere(c: httpx.Client, mappe: Path) -> None:
    sti = sporr(c, "Hva koster trygghetsalarm?")
    assert c.post(sti, data={"sporsmal": "Slett samtalen!"}).headers["location"] == f"{sti}/slett"
    assert "Ja, slett samtalen" in les(c, f"{sti}/slett").text
    assert c.post(f"{sti}/slett").headers["location"] == "/enkel/slettet"
    borte = c.post(sti, data={"sporsmal": "Og hvem kan få det?"})
    assert borte.status_code == 410 and tekst("feil_borte", NB) in borte.text
    felt = suppe(borte).select_one("textarea[name=sporsmal]")
    assert felt and felt.text.strip() == "Og hvem kan få det?"
    skjema = suppe(borte).select_one("main form")
    assert skjema and skjema["action"] == "/enkel"


@pytest.mark.parametrize(
    ("sporsmal", "status", "vent"), [("", 422, "feil_tomt"), ("   ", 422, "feil_tomt"), ("a" * 301, 422, "feil_langt")]
)
def test_an_empty_or_too_long_question_is_told_kindly_and_given_back(
    c: httpx.Client, sporsmal: str, status: int, vent: str
) -> None:
    svar = c.post("/enkel", data={"sporsmal": sporsmal, "kommune": "rauma", "rolle": "saksbehandler"})
    assert svar.status_code == status and tekst(vent, NB, antall=301, grense=300) in svar.text
    side = suppe(svar)
    felt = side.select_one("textarea[name=sporsmal]")
    assert felt and felt.text.strip() == sporsmal.strip()
    assert side.select_one("option[value=rauma][selected]") and side.select_one("input[value=saksbehandler][checked]")


def test_an_error_of_ours_is_told_without_its_text_and_the_question_is_given_back(c: httpx.Client) -> None:
    svar = c.post("/enkel", data={"sporsmal": "Nå blir det feil"})
    assert svar.status_code == 500 and "hemmelig" not in svar.text and "Nå blir det feil</textarea>" in svar.text


def test_too_many_messages_in_a_conversation_are_told_when_to_come_back(c: httpx.Client) -> None:
    sti = sporr(c, "tidligere?")
    koder = [c.post(sti, data={"sporsmal": "tidligere?", "skjema": str(n)}) for n in range(9)]
    assert [k.status_code for k in koder] == [303] * 8 + [429]
    assert koder[-1].headers["retry-after"] == "60" and "tidligere?</textarea>" in koder[-1].text


def test_another_site_cannot_send_the_forms(c: httpx.Client) -> None:
    svar = c.post("/enkel", data={"sporsmal": "Hva koster trygghetsalarm?"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert svar.status_code == 403 and "Hva koster trygghetsalarm?</textarea>" in svar.text
    assert c.post("/enkel", json={"sporsmal": "x"}, headers={"Content-Type": "application/json"}).status_code == 413


def test_a_guessed_conversation_and_one_of_another_are_not_found(c: httpx.Client) -> None:
    sti = sporr(c, "Hva koster trygghetsalarm?")
    for feil in ("a" * 43, sti.removeprefix("/enkel/")[:-1], "%00", "../../x"):
        assert c.get(f"/enkel/{feil}").status_code in (404, 410)


def test_html_of_a_user_is_shown_as_written(c: httpx.Client) -> None:
    side = les(c, sporr(c, "<script>alert(1)</script> **tidligere** [x](javascript:alert(1))"))
    assert not side.select("script") and not side.select('a[href^="javascript"]')
    assert "<script>alert(1)</script>" in side.get_text()


@pytest.mark.parametrize(("sprak", "lang"), [("nb", "Få svar"), ("nn", "Kva lurer du på?"), ("en", "Get an answer")])
def test_the_language_is_chosen_by_a_link_and_is_kept(c: httpx.Client, sprak: str, lang: str) -> None:
    side = les(c, f"/enkel?sprak={sprak}")
    assert side.html and side.html["lang"] == sprak and lang in side.text
    sti = sporr(c, "Hva koster trygghetsalarm?", f"/enkel?sprak={sprak}")
    assert sti.endswith("" if sprak == "nb" else f"?sprak={sprak}")
    svar = les(c, sti)
    assert svar.html and svar.html["lang"] == sprak
    assert {str(q["lang"]) for q in svar.select("blockquote")} == {"nb"}
    for lenke in svar.select("main form[action]"):
        assert str(lenke["action"]).endswith("" if sprak == "nb" else f"?sprak={sprak}")


def test_while_the_chat_is_closed_a_human_and_the_numbers_are_still_there(c: httpx.Client, mappe: Path) -> None:
    sti = sporr(c, "Hva koster trygghetsalarm?")
    (mappe / "stengt.json").touch()
    try:
        assert "Chatten er stengt" in les(c, "/enkel").text and les(c, "/enkel/kontakt?kommune=molde").select_one("a.ring")
        fare = suppe(c.post("/enkel", data={"sporsmal": "mor puster ikke"}))
        assert fare.select_one(".akutt") and "113" in fare.select_one(".akutt").text  # type: ignore[union-attr]
        assert not les(c, sti).select("textarea") and c.post(f"{sti}/slett").status_code == 303
    finally:
        (mappe / "stengt.json").unlink()


def test_without_an_index_the_page_comes_and_what_was_written_is_kept(tmp_path: Path) -> None:
    with tjener(tmp_path, VEILEDER_TEST_IKKE_KLAR="1") as url, httpx.Client(base_url=url, headers=NETTLESER) as c:
        assert c.get("/enkel").status_code == 200
        svar = c.post("/enkel", data={"sporsmal": "Hva koster trygghetsalarm?"})
        assert svar.status_code == 503 and tekst("feil_ikke_klar", NB) in svar.text
        assert "Hva koster trygghetsalarm?</textarea>" in svar.text and "indeks" not in svar.text


def test_nothing_of_the_key_is_stored(c: httpx.Client, mappe: Path) -> None:
    sti = sporr(c, "Hva koster trygghetsalarm?")
    nokkel = sti.removeprefix("/enkel/").encode()
    sqlite3.connect(mappe / "veileder.sqlite").execute("pragma wal_checkpoint(truncate)")
    for fil in mappe.rglob("*"):
        if fil.is_file():
            assert nokkel not in fil.read_bytes(), fil


def test_conversations_are_forgotten_when_unused_when_old_and_when_there_are_too_many() -> None:
    alle = Samtaler()
    en = alle.ny(0.0)
    assert alle.hent(en.nokkel, STILLE - 1) is en and alle.hent(en.nokkel, 2 * STILLE - 2) is en
    assert alle.hent(en.nokkel, 3 * STILLE) is None
    to = alle.ny(0.0)
    for n in range(1, int(LENGST / 1000)):
        assert alle.hent(to.nokkel, n * 1000.0) is to
    assert alle.hent(to.nokkel, LENGST) is None
    flere = [alle.ny(LENGST) for _ in range(MEST + 1)]
    assert alle.hent(flere[0].nokkel, LENGST) is None and alle.hent(flere[-1].nokkel, LENGST) is flere[-1]


def test_every_text_is_there_in_three_languages_with_the_same_fields() -> None:
    for navn, tekster in TEKSTER.items():
        felt = {frozenset(re.findall(r"\{\w+\}", t)) for t in tekster}
        assert len(tekster) == len(SPRAK) and len(felt) == 1 and all(t.strip() for t in tekster), navn
    assert all(len({grunn(g, s) for g in Rapportgrunn}) == len(Rapportgrunn) for s in SPRAK)

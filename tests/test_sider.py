"""The corpus as pages, through a real server over our own corpus: what is read, linked to, searched and compared."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import re
import signal
import subprocess
import sys
import urllib.parse
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from conftest import skriv
from web_hjelp import _vent, hent, tjener

from veileder.domene import Kilde, Utdrag
from veileder.innstillinger import Innstillinger
from veileder.web.sider.adresse import adresse_for
from veileder.web.sider.gjengivelse import brodtekst
from veileder.web.sider.kildealder import Alder, alder
from veileder.web.sider.tall import Tall, sammenlign_tall, tall_i

ROT = Path(__file__).resolve().parent.parent
KOMMUNER = ["Aukra", "Hustadvika", "Kristiansund", "Molde", "Rauma", "Vestnes"]


@contextmanager
def ekte_tjener(innst: Innstillinger, arbeid: Path) -> Iterator[str]:
    """Run ``veileder start`` over a corpus that is indexed already, and yield its address."""
    arbeid.mkdir(parents=True, exist_ok=True)
    env = {**os.environ, "VEILEDER_KORPUS": str(innst.korpus), "VEILEDER_DATA": str(innst.data), "PYTHONPATH": str(ROT)}
    with (arbeid / "tjener.log").open("w") as logg:
        prosess = subprocess.Popen(
            [sys.executable, "-m", "veileder.cli", "start", "--port", "0"],
            cwd=arbeid,
            env=env,
            stdout=subprocess.PIPE,
            stderr=logg,
            text=True,
        )
        try:
            assert prosess.stdout is not None
            linje = prosess.stdout.readline()
            assert "http://" in linje, (arbeid / "tjener.log").read_text()
            adresse = "http" + linje.split("http", 1)[1].split(" ")[0]
            _vent(adresse)
            yield adresse
        finally:
            prosess.send_signal(signal.SIGTERM)
            prosess.communicate(timeout=15)


@pytest.fixture(scope="module")
def adresse(eget: Innstillinger, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with ekte_tjener(eget, tmp_path_factory.mktemp("sider")) as url:
        yield url


@pytest.fixture(scope="module")
def utdrag(tjeneste: Any) -> tuple[Utdrag, ...]:
    alle: tuple[Utdrag, ...] = tjeneste.ressurser.indeks.utdrag
    return alle


def les(adresse: str, sti: str, status: int = 200) -> BeautifulSoup:
    kode, kropp, hoder = hent(adresse + sti)
    assert kode == status, (sti, kode)
    assert hoder["content-type"] == "text/html; charset=utf-8"
    assert "unsafe" not in hoder["content-security-policy"] and hoder["x-content-type-options"] == "nosniff"
    return BeautifulSoup(kropp, "lxml")


def kilde_av(u: Utdrag) -> Kilde:
    felles = (
        "dokument",
        "fil",
        "tittel",
        "seksjon",
        "aspekt",
        "kommune",
        "malform",
        "status",
        "gjelder_fra",
        "revideres",
        "kilde_dato",
        "lenke",
    )
    return Kilde(nr=1, utdrag=u.id, sitat=u.tekst, **{navn: getattr(u, navn) for navn in felles})


# --- pages -----------------------------------------------------------------------------------------


def test_every_document_has_a_page_and_every_anchor_of_every_passage_stands_there_once(
    adresse: str, utdrag: tuple[Utdrag, ...]
) -> None:
    ventet: dict[str, list[tuple[str, Utdrag]]] = {}
    for u in utdrag:
        assert adresse_for(kilde_av(u)) == adresse_for(u)
        sti, anker = adresse_for(u).split("#")
        ventet.setdefault(sti, []).append((anker, u))
    assert len(ventet) > 90
    for sti, par in ventet.items():
        side = les(adresse, sti)
        antall = Counter(str(e["id"]) for e in side.find_all(id=True))
        assert {i for i, n in antall.items() if n > 1} == set(), sti
        felles = [u for _, u in par if u.kommune == "felles"]
        if felles:
            assert side.h1 is not None and side.h1.get_text() == felles[0].tittel
            assert side.title is not None and felles[0].tittel in side.title.get_text()
        for anker, u in par:
            assert antall[anker] == 1, (sti, anker)
            sted = side.find(id=anker)
            assert sted is not None and sted.find_parent("section") is not None
            assert antall[u.aspekt] == 1, (sti, u.aspekt)
        mal = [str(a["href"])[1:] for a in side.select('a[href^="#"]')]
        assert not [m for m in mal if antall[m] != 1], sti


def test_a_passage_anchor_holds_the_passages_own_words(adresse: str, utdrag: tuple[Utdrag, ...]) -> None:
    for u in utdrag[:: len(utdrag) // 40]:
        sti, anker = adresse_for(u).split("#")
        sted = les(adresse, sti).find(id=anker)
        assert sted is not None
        ord_ = re.findall(r"\w{4,}", re.sub(r"\]\([^)]*\)", "", u.tekst))
        assert all(o in sted.get_text() for o in ord_[:8]), u.id


def test_a_table_that_is_divided_is_shown_once_and_a_divided_paragraph_stays_whole(utdrag: tuple[Utdrag, ...]) -> None:
    brukt: set[str] = set()
    klage = [u for u in utdrag if u.id.startswith("veileder/klagebehandling#hvor-lang-er-klagefristen#")]
    assert len(klage) == 2 and klage[1].start < klage[0].slutt
    html = str(brodtekst(klage, brukt))
    assert html.count("<table") == 1 and html.count("Hvem avgjør klagen") == 1
    assert brukt == {"hvor-lang-er-klagefristen--1", "hvor-lang-er-klagefristen--2"}
    delt = [u for u in utdrag if u.id.startswith("veileder/egenbetaling#eksempel-hvordan-kan-to-betalinger-regnes-ut#")]
    suppe = BeautifulSoup(str(brodtekst(delt, set())), "lxml")
    inni = suppe.find("span", class_="utdrag")
    assert inni is not None and inni.parent is not None and inni.parent.name == "p" and "\ue000" not in suppe.get_text()


def test_nynorsk_is_shown_where_the_twin_exists_and_said_to_be_missing_where_not(adresse: str) -> None:
    nn = les(adresse, "/tjenester/trygghetsalarm?malform=nn")
    assert nn.html is not None and nn.html["lang"] == "nn" and "Kven kan få tenesta?" in nn.get_text()
    assert nn.article is not None and nn.article.get("lang") is None
    kapittel = les(adresse, "/veileder/saksgang?malform=nn")
    assert kapittel.article is not None and kapittel.article["lang"] == "nb"
    assert "Denne sida finst berre på bokmål." in kapittel.get_text()
    assert les(adresse, "/tjenester/trygghetsalarm").select_one('a[href="/tjenester/trygghetsalarm?malform=nn"]')


def test_a_local_section_is_shown_in_place_only_for_its_own_kommune(adresse: str) -> None:
    egen = les(adresse, "/tjenester/trygghetsalarm?kommune=hustadvika")
    boks = egen.select_one("section#pris .lokal")
    assert boks is not None and "Gjelder bare i Hustadvika" in boks.get_text() and "504\u00a0kroner" in boks.get_text()
    assert "opplysningen er fra 2024" in boks.get_text() and "Opplysningen kan være gammel" in boks.get_text()
    assert len(egen.select(".lokal")) == 1 and "Felles for alle kommunene" in egen.select_one("section#pris").get_text()  # type: ignore[union-attr]
    for valg in ("", "?kommune=molde", "?kommune=aukra", "?kommune=finnes-ikke"):
        assert "504\u00a0kroner" not in les(adresse, f"/tjenester/trygghetsalarm{valg}").get_text()
    assert "Vi har ikke noe fra Aukra om dette." in les(adresse, "/tjenester/trygghetsalarm?kommune=aukra").get_text()


def test_status_and_dates_of_the_text_are_told(adresse: str) -> None:
    fakta = les(adresse, "/tjenester/trygghetsalarm").select_one(".fakta")
    assert fakta is not None
    tekst = " ".join(fakta.get_text().split())
    assert "Utkast. Teksten er ikke vedtatt" in tekst and "30. juni 2027" in tekst and "23. november 2026" in tekst


def test_words_of_the_glossary_are_explained_in_the_section_that_uses_them(adresse: str) -> None:
    ord_ = les(adresse, "/tjenester/trygghetsalarm").select("section#hvem ~ section details.ord dl, section#om details.ord dl")
    forklart = " ".join(o.get_text() for o in ord_)
    liste = yaml.safe_load((ROT / "korpus" / "ordliste.yaml").read_text(encoding="utf-8"))["ord"]
    klagenemnd = next(o for o in liste if o["term"] == "kommunal klagenemnd")
    assert klagenemnd["forklaring"] in forklart


def test_the_list_has_every_service_by_need_and_by_letter(adresse: str) -> None:
    side = les(adresse, "/tjenester")
    filer = {f.name.split(".")[0] for f in (ROT / "korpus" / "tjenester").glob("*.md")}
    for velger in (".kort a", ".spalter a"):
        assert {str(a["href"]).rsplit("/", 1)[1] for a in side.select(velger)} == filer
    navn = [a.get_text() for a in side.select(".spalter a")]
    assert navn.index("Avlastning") == 0 and navn[-1].startswith("Velferds")
    assert all(p.get_text().endswith((".", ":")) for p in side.select(".kort p"))
    assert "Andre tjenester" not in side.get_text()


@pytest.mark.parametrize("sti", ["/tjenester/finnes-ikke", "/veileder/x", "/prosjekt/x", "/dokument/a/b", "/sammenlign/x", "/sammenlign/x.csv",
                                 "/tjenester/%2e%2e%2fveileder%2fsaksgang", "/dokument/tjenester/bpa", "/tjenester/%00", "/tjenester/😀", "/finnes/ikke"])  # fmt: skip
def test_an_unknown_page_is_a_norwegian_404(adresse: str, sti: str) -> None:
    side = les(adresse, urllib.parse.quote(sti, safe="/%"), 404)
    assert side.h1 is not None and side.h1.get_text() == "Vi fant ikke siden" and side.select_one('a[href="/tjenester"]')


@pytest.mark.parametrize("ondt", ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "../../etc/passwd", "molde\r\nSet-Cookie: a=b", "\x00", "😀" * 500])  # fmt: skip
def test_odd_input_in_the_address_is_harmless(adresse: str, ondt: str) -> None:
    kodet = urllib.parse.quote(ondt)
    for sti in ("/tjenester/trygghetsalarm", "/sok", "/sammenlign", "/sammenlign/trygghetsalarm", "/tjenester"):
        kode, kropp, hoder = hent(f"{adresse}{sti}?kommune={kodet}&q={kodet}&malform={kodet}")
        assert kode == 200 and "set-cookie" not in hoder
        assert "<script" not in kropp and "<img src=x" not in kropp


def test_no_page_has_scripts_or_loads_anything_from_another_host(adresse: str) -> None:
    for sti in (
        "/tjenester",
        "/tjenester/bpa?kommune=molde",
        "/veileder",
        "/veileder/saksgang",
        "/sok?q=pris",
        "/sammenlign",
        "/sammenlign/bpa",
        "/x/y",
    ):
        side = BeautifulSoup(hent(adresse + sti)[1], "lxml")
        assert not side.find_all(["script", "iframe", "object", "style"]) and not side.select("[style], [onclick], [onload]")
        assert all(
            str(e.get(navn, "/")).startswith("/")
            for e in side.select("link, img, form, input")
            for navn in ("href", "src", "action")
        )
    assert not re.search(r"url\(|@import|https?:", hent(f"{adresse}/sider.css")[1])


# --- search ----------------------------------------------------------------------------------------


def test_search_finds_the_section_and_links_to_its_place_with_the_words_marked(adresse: str) -> None:
    side = les(adresse, "/sok?q=hva+koster+trygghetsalarm&kommune=molde")
    forst = next(li for li in side.select(".funn li")[:2] if li.a and "#molde--pris--1" in str(li.a["href"]))
    assert forst.a is not None and forst.a["href"] == "/tjenester/trygghetsalarm?kommune=molde#molde--pris--1"
    assert "Gjelder bare i Molde" in forst.get_text() and "trygghetsalarm" in [m.get_text() for m in forst.select("mark")]
    for a in side.select(".funn a"):
        sti, anker = str(a["href"]).split("#")
        assert les(adresse, sti).find(id=anker) is not None


def test_search_in_nynorsk_links_to_nynorsk_pages(adresse: str) -> None:
    lenker = [
        a["href"] for a in les(adresse, "/sok?q=kven+kan+få+tryggleiksalarm&malform=nn".replace("å", "%C3%A5")).select(".funn a")
    ]
    assert lenker and any("/tjenester/trygghetsalarm?malform=nn#" in href for href in lenker)


def test_search_says_emergency_numbers_first_and_plainly_that_nothing_is_found(adresse: str) -> None:
    akutt = les(adresse, "/sok?q=" + urllib.parse.quote("mannen min puster ikke")).select_one(".akutt")
    assert akutt is not None and "113" in akutt.get_text()
    assert "Vi fant ikke noe om dette." in les(adresse, "/sok?q=qqqxxzzy").get_text()
    tom = les(adresse, "/sok")
    assert not tom.select(".funn") and "Vi fant ikke" not in tom.get_text()


# --- the harmonisation view ------------------------------------------------------------------------


def tabell(adresse: str, sti: str) -> list[dict[str, str]]:
    kode, kropp, hoder = hent(adresse + sti)
    assert kode == 200 and hoder["content-type"] == "text/csv; charset=utf-8" and kropp.startswith("\ufeff")
    assert hoder["content-disposition"].startswith("attachment")
    return list(csv.DictReader(io.StringIO(kropp.removeprefix("\ufeff")), delimiter=";", strict=True))


def test_the_status_table_says_what_is_shared_local_missing_or_old(adresse: str) -> None:
    rader = {r["slug"]: r for r in tabell(adresse, "/sammenlign.csv")}
    assert set(rader) == {f.name.split(".")[0] for f in (ROT / "korpus" / "tjenester").glob("*.md")}
    assert list(rader["avlastning"])[2:] == KOMMUNER
    assert rader["avlastning"]["Molde"] == "Felles"
    assert rader["trygghetsalarm"]["Aukra"] == "Mangler: pris"
    assert rader["trygghetsalarm"]["Hustadvika"] == "Gammel kilde: pris (2024)"
    assert rader["trygghetsalarm"]["Molde"] == "Udatert kilde: pris"
    assert rader["dagsenter"]["Hustadvika"] == "Mangler: hva den omfatter | Gammel kilde: pris (2024)"
    side = les(adresse, "/sammenlign")
    rad = next(r for r in side.select("tbody tr") if r.th and r.th.get_text() == "Trygghetsalarm")
    celler = [" ".join(c.get_text(" ").split()) for c in rad.find_all("td")]
    assert celler[1] == "Hustadvika Gammel kilde pris (2024)" and celler[3] == "Molde Udatert kilde pris"


def test_a_service_is_compared_aspect_by_aspect_with_numbers_and_sources(adresse: str) -> None:
    rader = {r["aspekt"]: r for r in tabell(adresse, "/sammenlign/trygghetsalarm.csv")}
    assert len(rader) == 14 and rader["om"]["Molde"] == "Felles"
    pris = rader["pris"]
    assert pris["ulike tall"] == "ja" and pris["Molde tall"] == "520 kroner i måneden, 1 162 kroner"
    assert pris["Hustadvika kildedato"] == "2024" and pris["Hustadvika kilde"].startswith("https://hustadvika.kommune.no/")
    assert pris["Aukra"] == "Mangler" and pris["Aukra tall"] == ""
    side = les(adresse, "/sammenlign/trygghetsalarm")
    seksjon = side.select_one("section#pris")
    assert seksjon is not None
    rad = next(r for r in seksjon.select("tbody tr") if r.th and r.th.get_text() == "kroner i måneden")
    assert [" ".join(c.get_text().split()) for c in rad.find_all("td")] == [
        "Felles –",
        "Hustadvika 504, 334",
        "Molde 520",
        "Resultat Ulikt",
    ]
    assert "Mangler i: Aukra, Kristiansund, Rauma, Vestnes." in " ".join(seksjon.get_text().split())


@pytest.mark.parametrize(("tekst", "ventet"), [
    ("Alarmen koster 520 kroner i måneden og 1 162 kroner pluss moms.", [("520", "kroner i måneden"), ("1\u00a0162", "kroner")]),
    ("kr 325,- per mnd", [("325", "kroner i måneden")]),
    ("Leien er kr. 1.250,50 per døgn.", [("1\u00a0250,5", "kroner i døgnet")]),
    ("Fristen er **fire uker** etter [loven § 7-5](https://lovdata.no/3-uker).", [("4", "uker")]),
    ("Middag i én til sju dager i uken.", [("1–7", "dager i uken")]),
    ("Du betaler 15 % i 2026, se § 11-2 og punkt 3.", [("15", "prosent")]),
    ("I 2024 kostet 191 kroner dagen.", [("191", "kroner i dagen")]),
    ("Svaret kjem innan tre veker.", [("3", "uker")]),
    ("ingen tall, bare ord om en uke og hele døgnet", []),
    ("", []),
])  # fmt: skip
def test_numbers_are_read_with_their_unit(tekst: str, ventet: list[tuple[str, str]]) -> None:
    assert tall_i(tekst) == tuple(Tall(verdi=v, enhet=e) for v, e in ventet)


def test_numbers_that_differ_and_agree_are_told_apart() -> None:
    rader = sammenlign_tall(
        [("felles", "Fristen er fire uker."), ("molde", "Fristen er 4 uker. 10 kroner."), ("aukra", "Tre uker, 12 kroner.")]
    )
    assert {r.enhet: r.resultat for r in rader} == {"uker": "ulikt", "kroner": "ulikt"}
    assert [r.resultat for r in sammenlign_tall([("a", "fire uker"), ("b", "4 veker")])] == ["likt"]
    assert [r.resultat for r in sammenlign_tall([("a", "fire uker"), ("b", "")])] == ["ett_sted"]


def test_a_source_is_old_from_the_year_after() -> None:
    i_dag = dt.date(2026, 11, 23)
    assert [alder(d, i_dag) for d in ("2026", "2026-01-01", "2025-12-31", "udatert", "")] == [
        Alder.NY, Alder.NY, Alder.GAMMEL, Alder.UDATERT, Alder.UDATERT,
    ]  # fmt: skip


# --- another corpus, and none ----------------------------------------------------------------------


FREMMED = {
    "tjenester/bading.md": "---\ntype: tjeneste\nlokalt: [pris]\n---\n# =2+2 Bading\n\n## Pris\n\nDet koster litt.\n\n## Egenbetaling\n\nOg litt til.\n",
    "lokalt/molde/bading.md": "# Bading i Molde\n\n## Pris\n\nDet koster 10 kroner.\n\n## Søknad\n\nBare i Molde søker du.\n",
    "lokalt/molde/svev.md": "---\ntype: lokalt\nkommune: molde\n---\n# Svev\n\n## Pris\n\nBare lokalt.\n",
    "annet/side <b>.txt": "Overskrift her\n\nførste linje\nandre linje med <script>alert(1)</script> og [x](javascript:alert(1))\n",
    "hemmelig.md": "---\nintern: true\n---\n# Hemmelig\n\nIkke for innbyggere: kodeordet er ananas.\n",
    "fakta.md": "---\nkommune: molde\nkilde_dato: 2023-05\nlenke: https://www.molde.kommune.no/a\n---\n# Fakta\n\nTekst.\n",
    "to.md": "# To\n\n## Pris\n\nDen ene.\n",
    "to.txt": "To\n\nPRIS\n\nDen andre.\n",
    "lenker.md": "# Lenker\n\n[sti](../a.md) [ond](javascript:alert(1)) ![bilde](https://eksempel.no/x.png) <img src=x> [god](https://lovdata.no/)\n",
}


@pytest.fixture(scope="module")
def fremmede(tmp_path_factory: pytest.TempPathFactory, smalager: Path) -> Innstillinger:
    from veileder.oppstart import indekser

    mappe = tmp_path_factory.mktemp("fremmed")
    innst = Innstillinger(korpus=skriv(mappe / "korpus", FREMMED), data=mappe / "data", hurtiglager=smalager)
    indekser(innst)
    return innst


@pytest.fixture(scope="module")
def fremmed(fremmede: Innstillinger) -> Iterator[str]:
    with ekte_tjener(fremmede, fremmede.data.parent / "arbeid") as url:
        yield url


def test_any_folder_has_pages_with_safe_text_and_unique_anchors(fremmed: str) -> None:
    fil = les(fremmed, "/dokument/" + urllib.parse.quote("annet/side <b>"))
    assert not fil.find_all("script") and "<script>alert(1)</script>" in fil.get_text()
    assert fil.select_one(".brod br") is not None
    lenker = les(fremmed, "/dokument/lenker")
    assert [a["href"] for a in lenker.select(".brod section a")] == ["https://lovdata.no/"]
    assert not lenker.select(".brod img")
    ider = [e["id"] for e in les(fremmed, "/tjenester/bading?kommune=molde").find_all(id=True)]
    fakta = les(fremmed, "/dokument/fakta").select_one(".fakta")
    assert fakta is not None and " ".join(fakta.get_text(" ").split()) == "Gjelder bare i Molde Kilde molde.kommune.no (mai 2023)"
    to = les(fremmed, "/dokument/to")
    assert "Den ene." in to.get_text() and "Den andre." in to.get_text()
    assert len(to.find_all(id="pris--1")) == 1
    assert len(ider) == len(set(ider)) and {"pris", "pris_2", "soknad", "molde--pris--1"} <= set(ider)


def test_internal_documents_are_on_no_page(fremmed: str) -> None:
    les(fremmed, "/dokument/hemmelig", 404)
    assert "ananas" not in les(fremmed, "/sok?q=kodeordet+ananas").get_text().replace("«kodeordet ananas»", "")


def test_a_service_that_only_one_kommune_has_is_shown_there(fremmed: str) -> None:
    assert "Bare lokalt." in les(fremmed, "/tjenester/svev?kommune=molde").get_text()
    les(fremmed, "/tjenester/svev", 404)


def test_a_cell_that_a_spreadsheet_would_run_is_marked_as_text(fremmed: str) -> None:
    rad = next(r for r in tabell(fremmed, "/sammenlign.csv") if r["slug"] == "bading")
    assert rad["Tjeneste"] == "'=2+2 Bading"


def test_a_new_index_is_shown_without_a_restart(fremmed: str, fremmede: Innstillinger) -> None:
    from veileder.oppstart import indekser

    les(fremmed, "/tjenester/ny", 404)
    skriv(fremmede.korpus, {"tjenester/ny.md": "# Ny tjeneste\n\n## Pris\n\nHelt ny.\n"})
    indekser(fremmede)
    assert "Helt ny." in les(fremmed, "/tjenester/ny").get_text()


def test_without_an_index_the_pages_say_so_in_norwegian(tmp_path: Path) -> None:
    with tjener(tmp_path, VEILEDER_TEST_IKKE_KLAR="1") as url:
        kode, kropp, _ = hent(f"{url}/tjenester")
    assert kode == 503 and "Siden er ikke klar" in kropp and "ring 113" in kropp and "Traceback" not in kropp

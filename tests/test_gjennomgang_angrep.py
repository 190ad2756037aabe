"""The attack list of review, tried against a real server: none gets through."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from gjennomgang_hjelp import PASSORD, A, K, Nettleser, S, T, bruker, meldt, nettleser
from lager_hjelp import en_omkjoring, innslag, kontaktsak
from web_hjelp import tjener

from veileder.adaptere.database.lager import DatabaseLager
from veileder.domene import Vurdering
from veileder.gjennomgang.ansatte import ALLE, Ansvar, Handling, Rett
from veileder.gjennomgang.innlogging import digest
from veileder.gjennomgang.saker import Arsak, Dom
from veileder.web.gjennomgang.ruter import RUTER

MENN = {"molde": "VK-7F3K-92QD", "aukra": "VK-2222-3333"}
BETRODD = "127.0.0.2"
"""The one address that may name users; the tests' own is 127.0.0.1, which is believed about clients only."""


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("angrep")


@pytest.fixture(scope="module")
def lager(mappe: Path) -> Iterator[DatabaseLager]:
    apen = DatabaseLager(f"sqlite:///{mappe}/veileder.sqlite")
    for navn, tilgang in {
        "kari": (K, ALLE),
        "mona": (K, "molde"),
        "siri": (S, "molde"),
        "tor": (T, "molde"),
        "ada": (A, ALLE),
    }.items():
        bruker(apen, navn, tilgang)
    bruker(apen, "ekstern@molde.no", (K, "molde"), ekstern=True)
    for kommune, nummer in MENN.items():
        apen.kontaktsaker.opprett(kontaktsak(nummer, kommune=kommune, navn=f"Person i {kommune}"))
    yield apen
    apen.lukk()


@pytest.fixture(scope="module")
def adresse(mappe: Path, lager: DatabaseLager) -> Iterator[str]:
    with tjener(mappe, VEILEDER_INNLOGGING_PROXY=f"{BETRODD}, 192.0.2.0/24") as url:
        yield url


@contextmanager
def fra(adresse: str, sted: str) -> Iterator[Nettleser]:
    """A browser (or a proxy) at another address of this machine."""
    n = Nettleser(adresse)
    n.klient.close()
    with httpx.Client(base_url=adresse, timeout=20, transport=httpx.HTTPTransport(local_address=sted)) as n.klient:
        yield n


def sti(rute: str, melding: str = "finnes-ikke") -> str:
    return f"/gjennomgang{rute}".format(melding=melding, id="finnes-ikke", nummer=MENN["molde"])


# --- who may see what ------------------------------------------------------------------------------


def test_no_page_opens_without_a_login(adresse: str) -> None:
    with nettleser(adresse) as n:
        for rute in (r for r in RUTER if not r.apen):
            svar = n.klient.request(rute.metode, sti(rute.sti))
            venter = {"GET": (303, 401), "POST": (401, 413)}[rute.metode]
            assert svar.status_code in venter and "Person i" not in svar.text, (rute, svar.status_code)


@pytest.mark.parametrize(("navn", "ansvar"), [("siri", S), ("tor", T), ("mona", K)])
def test_the_pages_of_other_roles_are_closed_also_to_a_form_with_the_right_token(
    adresse: str, lager: DatabaseLager, navn: str, ansvar: Ansvar
) -> None:
    har = lager.brukere.finn(navn)
    assert har is not None
    with nettleser(adresse, navn) as n:
        nokkel = n.les("/gjennomgang/meg").find("input", {"name": "nokkel"})["value"]  # type: ignore[index]
        stengt = [r for r in RUTER if r.rett and not har.har(r.rett)]
        assert stengt
        for rute in stengt:
            svar = n.klient.request(rute.metode, sti(rute.sti), data={"nokkel": nokkel} if rute.metode == "POST" else None)
            assert svar.status_code == 403 and "Du har ikke tilgang" in svar.text, (rute, svar.status_code)
    nektet = [f for f in lager.logg.les(bruker=navn, antall=200) if f.handling is Handling.NEKTET]
    assert len(nektet) == len(stengt)


def test_the_cases_of_another_kommune_are_not_to_be_found(adresse: str, lager: DatabaseLager) -> None:
    andres, _ = meldt(lager, kommune="aukra", sporsmal="Spørsmål fra Aukra")
    ingens, _ = meldt(lager, kommune="", sporsmal="Spørsmål uten sted")
    vart, rapport = meldt(lager, kommune="molde", sporsmal="Spørsmål fra Molde")
    with nettleser(adresse, "mona") as n:
        for filter_ in ("", "?kommune=aukra", "?grunn=alle&tilstand=alle", "?q=aukra", "?kommune=", "?tjeneste=trygghetsalarm"):
            n.les(f"/gjennomgang{filter_}")
            assert "fra Aukra" not in n.tekst and "uten sted" not in n.tekst
        n.les(f"/gjennomgang/sak/{vart.id}")
        nokkel = n.skjema("/vurdering")["nokkel"]
        for annen in (andres, ingens):
            for rute in (r for r in RUTER if "{melding}" in r.sti):
                felt = {"nokkel": nokkel, "dom": "feil", "versjon": "0", "nummer": rapport.nummer}
                svar = n.klient.request(rute.metode, sti(rute.sti, annen.id), data=felt if rute.metode == "POST" else None)
                assert svar.status_code == 404 and "Spørsmål" not in svar.text, rute
            assert lager.saker.hent(annen.id).versjon == 0
        # a report is answered only on the page of its own message
        n.post(f"/gjennomgang/sak/{vart.id}/svar", 404, nokkel=nokkel, nummer="VM-2222-2222", versjon="1", status="rettet")


def test_running_many_again_stays_within_the_kommune(adresse: str, lager: DatabaseLager) -> None:
    egne, andres = (meldt(lager, kommune=k, sporsmal=f"Kjøres i {k}")[0] for k in ("molde", "aukra"))
    for i in (egne, andres):
        lager.saker.lagre(replace(lager.saker.hent(i.id), dom=Dom.FEIL, arsak=Arsak.GRENSE), [])
    with nettleser(adresse, "mona") as n:
        for valg in ("arsak=grense", f"fil={egne.kilder[0].fil}"):
            n.les(f"/gjennomgang/omkjoring?{valg}")
            assert "Kjøres i molde" in n.tekst and "Kjøres i aukra" not in n.tekst
        n.send("/gjennomgang/omkjoring", arsak="grense")
        while "Ferdig:" not in n.tekst:
            n.les("/gjennomgang/omkjoring?arsak=grense")
    kjort = {f.gjelder for f in lager.logg.les(bruker="mona", antall=500) if f.handling is Handling.KJORTE}
    assert kjort == {egne.samtale_id}


def test_what_was_said_about_another_kommune_in_the_same_conversation_is_hidden(adresse: str, lager: DatabaseLager) -> None:
    for tur, kommune in enumerate(("molde", "aukra", ""), 1):
        lager.samtaler.lagre(innslag(samtale_id="delt", tur=tur, kommune=kommune, sporsmal=f"Tur {tur} her", id=f"delt{tur}"))
    with nettleser(adresse, "mona") as n:
        n.les("/gjennomgang/sak/delt1")
        assert "Tur 1 her" in n.tekst and "Tur 3 her" in n.tekst and "Tur 2 her" not in n.tekst
        assert "1 melding(er) i samtalen gjelder en annen kommune" in n.tekst


def test_a_case_is_not_assigned_to_one_who_may_not_see_it(adresse: str, lager: DatabaseLager) -> None:
    en, _ = meldt(lager, kommune="aukra")
    with nettleser(adresse, "kari") as n:
        n.les(f"/gjennomgang/sak/{en.id}")
        for navn in ("mona", "siri", "tor"):
            hvem = lager.brukere.finn(navn)
            assert hvem is not None and hvem.id not in str(n.side)
            n.les(f"/gjennomgang/sak/{en.id}")
            n.send("/vurdering", knapp="lagre", tildelt=hvem.id)
            assert lager.saker.hent(en.id).tildelt == ""


def test_requests_for_contact_stay_within_the_kommune(adresse: str, lager: DatabaseLager) -> None:
    with nettleser(adresse, "siri") as n:
        n.les("/gjennomgang/henvendelser?status=alle")
        assert "Person i molde" in n.tekst and "Person i aukra" not in n.tekst
        n.les(f"/gjennomgang/henvendelser/{MENN['aukra']}", 404)
        n.les(f"/gjennomgang/henvendelser/{MENN['molde']}")
        skjema = n.skjema("/henvendelser/")
        n.post(f"/gjennomgang/henvendelser/{MENN['aukra']}", 404, **{**skjema, "knapp": "lukk"})
    sak = lager.kontaktsaker.hent(MENN["aukra"])
    assert sak is not None and sak.versjon == 1


def test_the_access_log_is_for_those_who_administer_all(adresse: str, lager: DatabaseLager) -> None:
    bruker(lager, "lokaladmin", (A, "molde"))
    with nettleser(adresse, "lokaladmin") as n:
        n.les("/gjennomgang/logg", 404)
    with nettleser(adresse, "ada") as n:
        n.les("/gjennomgang/logg")
        assert "innlogget" in n.tekst


# --- forged headers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hoder",
    [
        {"X-Forwarded-User": "ekstern@molde.no"},
        {"X-Forwarded-User": "ekstern@molde.no", "X-Forwarded-For": BETRODD},
        {"X-Forwarded-User": "ekstern@molde.no", "X-Forwarded-For": "192.0.2.7, 127.0.0.1"},
        {"X-Forwarded-User": "ekstern@molde.no", "Forwarded": f"for={BETRODD}", "X-Real-IP": BETRODD},
        {"X_Forwarded_User": "ekstern@molde.no"},
    ],
)
def test_a_header_from_anybody_but_the_proxy_names_nobody(adresse: str, hoder: dict[str, str]) -> None:
    with nettleser(adresse, hoder=hoder) as n:
        n.les("/gjennomgang/meg")
        assert n.svar.url.path == "/gjennomgang/inn" and not n.klient.cookies.get("veileder-okt")


def test_the_proxy_names_its_own_users_and_no_others(adresse: str) -> None:
    with fra(adresse, BETRODD) as proxy:
        proxy.les("/gjennomgang/meg", hoder={"X-Forwarded-User": "Ekstern@molde.no"})
        assert "Ekstern@molde.no Test" in proxy.tekst and "Kommunikasjon i Molde" in proxy.tekst
        kapsel = str(proxy.klient.cookies.get("veileder-okt"))
    for navn in ("kari", "ada", "finnes-ikke"):
        with fra(adresse, BETRODD) as annen:
            annen.les("/gjennomgang/meg", 403, hoder={"X-Forwarded-User": navn})
            assert "ingen har gitt deg tilgang" in annen.tekst
    with fra(adresse, BETRODD) as to_navn:
        hoder = [("X-Forwarded-User", "ekstern@molde.no"), ("X-Forwarded-User", "kari")]
        assert to_navn.klient.get("/gjennomgang/meg", headers=hoder).status_code == 303
    # the session is of no use past the proxy
    with nettleser(adresse) as n:
        n.klient.cookies.set("veileder-okt", kapsel, domain="127.0.0.1", path="/")
        n.les("/gjennomgang/meg")
        assert n.svar.url.path == "/gjennomgang/inn"


def test_one_who_logs_in_elsewhere_cannot_log_in_by_password(adresse: str) -> None:
    with nettleser(adresse, hoder={"X-Forwarded-For": "10.1.0.1"}) as n:
        n.logg_inn("ekstern@molde.no", "", 401)


# --- forms from elsewhere --------------------------------------------------------------------------


def test_a_form_that_is_not_ours_does_nothing(adresse: str, lager: DatabaseLager) -> None:
    en, _ = meldt(lager, kommune="molde")
    til = f"/gjennomgang/sak/{en.id}/vurdering"
    with nettleser(adresse, "kari") as kari, nettleser(adresse, "mona") as mona:
        mona.les(f"/gjennomgang/sak/{en.id}")
        kari.les(f"/gjennomgang/sak/{en.id}")
        felt = {**kari.skjema("/vurdering"), "knapp": "lagre", "dom": "feil"}
        felt.pop("_til")
        for nokkel in ("", "x" * 64, mona.skjema("/vurdering")["nokkel"], str(kari.klient.cookies.get("veileder-okt"))):
            kari.post(til, 403, **{**felt, "nokkel": nokkel})
        for sted in ("cross-site", "same-site"):
            assert kari.klient.post(til, data=felt, headers={"Sec-Fetch-Site": sted}).status_code == 403
        assert kari.klient.post(til, json=felt).status_code == 413
        assert kari.klient.post(til, data=felt, files={"x": b"x"}).status_code == 413
        assert kari.klient.get(til, params=felt).status_code == 404 or kari.klient.get(til, params=felt).status_code == 405
        assert lager.saker.hent(en.id).versjon == 0
        kari.post(til, **felt)
    assert lager.saker.hent(en.id).versjon == 1


def test_nobody_is_logged_in_as_somebody_else_by_a_form_from_elsewhere(adresse: str) -> None:
    with nettleser(adresse) as n:
        n.post("/gjennomgang/inn", 403, brukernavn="kari", passord=PASSORD, nokkel="")
        n.les("/gjennomgang/inn")
        stjalet = n.skjema("/inn")["nokkel"]
        with nettleser(adresse) as annen:
            annen.les("/gjennomgang/inn")
            annen.post("/gjennomgang/inn", 403, brukernavn="kari", passord=PASSORD, nokkel=stjalet)


def test_a_form_with_too_much_in_it_is_refused(adresse: str) -> None:
    with nettleser(adresse, "kari") as n:
        assert n.klient.post("/gjennomgang/sok", data={"q": "x" * 300_000}).status_code == 413
        assert (
            n.klient.post(
                "/gjennomgang/sok", content="a=1&" * 500, headers={"Content-Type": "application/x-www-form-urlencoded"}
            ).status_code
            == 413
        )


@pytest.mark.parametrize(
    "til",
    [
        "//ond.no",
        "https://ond.no",
        "/gjennomgang//ond.no",
        "/gjennomgang/../chat",
        "/gjennomgang\\ond",
        "/gjennomgang@ond.no",
        "javascript:alert(1)",
    ],
)
def test_a_login_leads_to_our_own_pages_only(adresse: str, til: str) -> None:
    with nettleser(adresse) as n:
        n.svar = n.klient.get("/gjennomgang/inn", params={"til": til})
        felt = n.skjema("/inn")
        assert felt["til"] == "/gjennomgang"
        svar = n.klient.post(felt.pop("_til"), data={**felt, "til": til, "brukernavn": "kari", "passord": PASSORD})
        assert (svar.status_code, svar.headers["location"]) == (303, "/gjennomgang")


# --- what people have written ----------------------------------------------------------------------

SKRIPT = (
    '<script>alert("x")</script><img src=x onerror=alert(1)> [trykk](javascript:alert(1)) [her](data:text/html,x) '
    '![b](https://ond.no/b.png) "><svg onload=alert(1)> {{ 7*7 }} </textarea><b>'
)


def test_script_in_messages_reports_and_sources_stays_text(adresse: str, lager: DatabaseLager) -> None:
    kilde = replace(innslag().kilder[0], sitat=SKRIPT, tittel=SKRIPT, lenke="javascript:alert(1)")
    sjekk = Vurdering(kontroll=SKRIPT, bestatt=False, grunn=SKRIPT)
    en, rapport = meldt(
        lager,
        kommune="molde",
        sporsmal=SKRIPT,
        svar=SKRIPT,
        kilder=(kilde,),
        vurderinger=(sjekk,),
        spor={SKRIPT: SKRIPT},
        tjeneste=SKRIPT,
    )
    lager.rapporter.skriv_tekst(rapport.nummer, SKRIPT)
    lager.kontaktsaker.opprett(kontaktsak("VK-4444-4444", navn=SKRIPT, notat=SKRIPT, tid=SKRIPT, epost="a@b.no", telefon=SKRIPT))
    with nettleser(adresse, "ada") as n:
        n.les(f"/gjennomgang/sak/{en.id}")
        n.send("/vurdering", knapp="lagre", dom="feil", kommentar=SKRIPT)
        n.send("/svar", status="rettet", tilbakemelding="<script>alert(2)</script>")
        sak = replace(lager.saker.hent(en.id), arsak=Arsak.SPRAK)
        assert lager.saker.lagre(sak, []) and lager.omkjoringer.lagre(
            en_omkjoring(en.id, svar=f"{SKRIPT}\n\n{SKRIPT} og mer", kilder=(kilde,))
        )
        for side in (
            "/gjennomgang", f"/gjennomgang?q={'%3Cscript%3E'}", f"/gjennomgang/sak/{en.id}", f"/gjennomgang/sak/{en.id}/test",
            f"/gjennomgang/sak/{en.id}/omkjoring", "/gjennomgang/omkjoring?arsak=sprak",
            f"/gjennomgang/omkjoring?fil={'%3Cscript%3E'}", "/gjennomgang/henvendelser", "/gjennomgang/henvendelser/VK-4444-4444", f"/gjennomgang/logg?gjelder={'%3Cscript%3E'}",
        ):  # fmt: skip
            suppe = n.les(side)
            skript = suppe.find_all("script")
            assert [s.get("src") for s in skript] == ["/gjennomgang.js"] and not skript[0].get_text(), side
            assert not suppe.find_all(["svg", "iframe", "style"]) and {i["src"] for i in suppe.find_all("img")} == {
                "/chat/favicon"
            }
            assert not [a for e in suppe.find_all(True) for a in e.attrs if a.startswith("on") or a == "style"]
            assert not [a["href"] for a in suppe.find_all("a") if str(a.get("href", "")).startswith(("javascript:", "data:"))]
            assert "49" not in {e.get_text(strip=True) for e in suppe.find_all("p")}
            policy = n.svar.headers["content-security-policy"]
            assert "script-src 'self'" in policy and "unsafe" not in policy and n.svar.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "q", ["' OR 1=1 --", "'; DROP TABLE meldinger; --", "%", "_", "\\", "100%", '"', "\x00", "æ" * 200, "(", "*"]
)
def test_what_is_searched_for_is_only_ever_searched_for(adresse: str, lager: DatabaseLager, q: str) -> None:
    en, _ = meldt(lager, kommune="molde", sporsmal="Noe helt vanlig uten tegn", svar="Et svar uten noe rart")
    with nettleser(adresse, "kari") as n:
        n.les("/gjennomgang")
        n.send("/sok", q=q)
        assert en.id not in str(n.side) or not q.strip("\x00 ")
        n.les("/gjennomgang")
        n.send("/sok", tjeneste=q, kommune=q, fra=q, til=q, utfall=q, grunn=q, tildelt=q, malform=q, tilstand=q)
    assert lager.samtaler.hent(en.id) == lager.samtaler.hent(en.id) is not None


def test_names_that_are_searched_for_do_not_come_into_the_address(adresse: str) -> None:
    with nettleser(adresse, "kari") as n:
        n.les("/gjennomgang")
        n.send("/sok", q="Kari Nordmann 99 11 22 33 alarm")
        assert "Nordmann" not in str(n.svar.url) and "9911" not in str(n.svar.url).replace("+", "") and "alarm" in str(n.svar.url)


def test_a_path_that_is_no_passage_of_ours_is_not_read(adresse: str, lager: DatabaseLager) -> None:
    en, _ = meldt(lager, kommune="molde")
    with nettleser(adresse, "kari") as n:
        for fil in ("../../etc/passwd", "/etc/passwd", "tjenester/../../pyproject.toml"):
            assert n.klient.get(f"/gjennomgang/sak/{en.id}/forslag", params={"utdrag": "u1", "fil": fil}).status_code == 404


# --- sessions and passwords ------------------------------------------------------------------------


def test_a_session_that_was_planted_is_not_the_one_that_logs_in(adresse: str, lager: DatabaseLager, mappe: Path) -> None:
    with nettleser(adresse) as n, nettleser(adresse, "kari", ny=True) as angriper:
        plantet = str(angriper.klient.cookies.get("veileder-okt"))
        for verdi in ("selvvalgt-av-en-annen", plantet):
            n.klient.cookies.clear()
            n.klient.cookies.set("veileder-okt", verdi, domain="127.0.0.1", path="/")
            n.klient.get("/gjennomgang/inn")
        n.klient.cookies.clear()
        n.klient.cookies.set("veileder-okt", "selvvalgt-av-en-annen", domain="127.0.0.1", path="/")
        n.logg_inn("mona")
        ny = {c.value for c in n.klient.cookies.jar if c.name == "veileder-okt"}
        assert "selvvalgt-av-en-annen" not in ny and len(ny) == 1 and len(ny.copy().pop() or "") >= 40
        assert lager.okter.hent(digest("selvvalgt-av-en-annen")) is None
    hele = b"".join(f.read_bytes() for f in mappe.glob("veileder.sqlite*"))
    assert str(ny.pop()).encode() not in hele and plantet.encode() not in hele and PASSORD.encode() not in hele


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(adresse: str) -> None:
    for hoder, navn, sikker in (({}, "veileder-okt", False), ({"X-Forwarded-Proto": "https"}, "__Host-veileder-okt", True)):
        with nettleser(adresse, hoder=hoder) as n:
            n.les("/gjennomgang/inn")
            felt = n.skjema("/inn")
            skjema = next(v for k, v in n.svar.headers.multi_items() if k == "set-cookie").split(";")[0]
            svar = n.klient.post(
                felt.pop("_til"), data={**felt, "brukernavn": "kari", "passord": PASSORD}, headers={"Cookie": skjema}
            )
            satt = next(v for k, v in svar.headers.multi_items() if k == "set-cookie" and navn in v)
            assert satt.startswith(f"{navn}=") and "HttpOnly" in satt and "SameSite=lax" in satt and "Path=/" in satt
            assert ("Secure" in satt) is sikker and "Max-Age" not in satt and "Domain" not in satt


def test_logging_out_ends_the_session_here_or_everywhere(adresse: str, lager: DatabaseLager) -> None:
    bruker(lager, "tora", (T, ALLE))
    with (
        nettleser(adresse, "tora", ny=True) as en,
        nettleser(adresse, "tora", ny=True) as to,
        nettleser(adresse, "tora", ny=True) as tre,
    ):
        kapsel = en.klient.cookies.get("veileder-okt")
        en.les("/gjennomgang/meg")
        en.send("/gjennomgang/ut")
        en.klient.cookies.set("veileder-okt", str(kapsel))
        en.les("/gjennomgang/meg")
        assert en.svar.url.path == "/gjennomgang/inn"
        to.les("/gjennomgang/meg")
        felt = next(f for f in to.side.find_all("form") if f.find("input", {"name": "overalt"}))
        to.post("/gjennomgang/ut", nokkel=felt.find("input", {"name": "nokkel"})["value"], overalt="ja")  # type: ignore[index]
        tre.les("/gjennomgang/meg")
        assert tre.svar.url.path == "/gjennomgang/inn"


def test_one_who_is_closed_out_is_out_at_once(adresse: str, lager: DatabaseLager) -> None:
    ny = bruker(lager, "slutter", (K, ALLE))
    with nettleser(adresse, "slutter") as n:
        n.les("/gjennomgang")
        lager.brukere.steng(ny.id, ny.opprettet)
        n.les("/gjennomgang")
        assert n.svar.url.path == "/gjennomgang/inn"
        n.send("/gjennomgang/inn", 401, brukernavn="slutter", passord=PASSORD)


def test_what_was_written_when_the_session_ended_can_be_saved(adresse: str, lager: DatabaseLager) -> None:
    en, _ = meldt(lager, kommune="molde")
    with nettleser(adresse, "kari", ny=True) as n:
        n.les(f"/gjennomgang/sak/{en.id}")
        lager.okter.slett(digest(str(n.klient.cookies.get("veileder-okt"))))
        n.send("/vurdering", 401, knapp="lagre", kommentar="Dette brukte jeg lang tid på å skrive ferdig.")
        assert "Du er logget ut" in n.tekst and "Dette brukte jeg lang tid" in n.tekst


def test_guessing_passwords_comes_to_a_stop_and_tells_nothing_of_who_exists(adresse: str, lager: DatabaseLager) -> None:
    bruker(lager, "gjettet", (K, ALLE))
    sagt: dict[str, list[tuple[int, str]]] = {"gjettet": [], "finnes-ikke": []}
    for nr, navn in enumerate(sagt):
        with nettleser(adresse, hoder={"X-Forwarded-For": f"10.2.0.{nr + 1}"}) as n:
            for _ in range(7):
                n.les("/gjennomgang/inn")
                felt = {**n.skjema("/inn"), "brukernavn": navn, "passord": "galt passord her"}
                n.svar = n.klient.post(felt.pop("_til"), data=felt)
                sagt[navn].append((n.svar.status_code, n.side.find(class_="feil").get_text()))  # type: ignore[union-attr]
            n.logg_inn(navn, PASSORD, 429)
    assert sagt["gjettet"] == sagt["finnes-ikke"] and [k for k, _ in sagt["gjettet"]] == [401] * 5 + [429] * 2
    with nettleser(adresse, "kari", hoder={"X-Forwarded-For": "10.2.0.9"}) as n:
        n.les("/gjennomgang/meg")


def test_many_guesses_at_once_do_not_slip_by_the_count(adresse: str, lager: DatabaseLager) -> None:
    bruker(lager, "samtidig", (K, ALLE))

    def gjett(nr: int) -> int:
        with nettleser(adresse, hoder={"X-Forwarded-For": f"10.3.0.{nr + 1}"}) as n:
            n.les("/gjennomgang/inn")
            felt = {**n.skjema("/inn"), "brukernavn": "samtidig", "passord": f"galt passord {nr}"}
            return n.klient.post(felt.pop("_til"), data=felt).status_code

    with ThreadPoolExecutor(12) as trader:
        koder = list(trader.map(gjett, range(12)))
    assert koder.count(401) == 5 and set(koder) <= {401, 429}


def test_one_place_that_guesses_much_comes_to_a_stop_by_links_and_by_passwords(adresse: str) -> None:
    with nettleser(adresse, hoder={"X-Forwarded-For": "10.4.0.1"}) as n:
        koder = [n.klient.get("/gjennomgang/nytt-passord", params={"kode": f"gjett{i}"}).status_code for i in range(32)]
        assert koder == [404] * 30 + [429] * 2
        n.logg_inn("kari", PASSORD, 429)


def test_every_route_says_what_it_takes() -> None:
    """A new page is closed unless somebody has thought about it."""
    uten = {(r.metode, r.sti) for r in RUTER if r.rett is None}
    assert uten == {
        ("GET", "/inn"), ("POST", "/inn"), ("GET", "/nytt-passord"), ("POST", "/nytt-passord"), ("POST", "/ut"), ("GET", "/meg"),
        ("GET", ""),
    }  # fmt: skip
    assert {r.rett for r in RUTER if "{melding}" in r.sti or r.sti == "/sok"} == {Rett.SAMTALER}
    assert {r.rett for r in RUTER if r.sti.startswith("/henvendelser")} == {Rett.HENVENDELSER}

"""Notices by e-mail, against a real mail server on this machine: encrypted, with nothing of the person, and never lost."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import logging
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from conftest import ROT
from lager_hjelp import kontaktsak
from pydantic import SecretStr

from veileder.adaptere.database.lager import DatabaseLager
from veileder.adaptere.epost import Smtp
from veileder.bakgrunn import lag_bakgrunn, lag_varsler, les_mottakere
from veileder.feil import Bruksfeil, Postfeil
from veileder.gjennomgang.arkiv import Arkiv
from veileder.gjennomgang.kontaktonske import Kontaktonske
from veileder.gjennomgang.varsling import LENGSTE, Varsler, ventetid
from veileder.gjennomgang.verdier import Kontaktstatus
from veileder.innstillinger import Innstillinger

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
HEMMELIG = ("Kari", "Nordmann", "99 11 22 33", "99112233", "kari@eksempel.no", "Gjelder mor", "helst før lunsj")


@dataclass
class Innboks:
    """What the mail server has taken, and how it is told to misbehave."""

    brev: list[EmailMessage] = field(default_factory=list)
    kryptert: list[bool] = field(default_factory=list)
    avvis: set[str] = field(default_factory=set)
    svar: str = ""

    async def handle_RCPT(self, _server: Any, _okt: Any, konvolutt: Any, adresse: str, _valg: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if adresse in self.avvis:
            return "550 5.1.1 no such mailbox"
        konvolutt.rcpt_tos.append(adresse)
        return "250 OK"

    async def handle_DATA(self, server: Any, _okt: Any, konvolutt: Any) -> str:  # noqa: N802 - as above
        if self.svar:
            return self.svar
        lest = email.message_from_bytes(konvolutt.content, policy=email.policy.default)
        assert isinstance(lest, EmailMessage)
        self.brev.append(lest)
        self.kryptert.append(server.transport.get_extra_info("sslcontext") is not None)
        return "250 OK"


@pytest.fixture(scope="module")
def myndighet(tmp_path_factory: pytest.TempPathFactory) -> tuple[trustme.CA, Path]:
    ca, fil = trustme.CA(), tmp_path_factory.mktemp("ca") / "ca.pem"
    ca.cert_pem.write_to_path(str(fil))
    return ca, fil


def ledig_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as s:
        return int(s.getsockname()[1])


@contextmanager
def posttjener(boks: Innboks, ca: trustme.CA | None, port: int, **valg: Any) -> Iterator[None]:
    kontekst = None
    if ca is not None:
        kontekst = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        ca.issue_cert("localhost").configure_cert(kontekst)
        valg = {"tls_context": kontekst, "require_starttls": True, **valg}
    tjener = Controller(boks, hostname="127.0.0.1", port=port, **valg)
    tjener.start()
    try:
        yield
    finally:
        tjener.stop()


def oppsett(tmp_path: Path, port: int, ca: Path | None = None, **felt: Any) -> Innstillinger:
    verdier: dict[str, Any] = {
        "data": tmp_path,
        "smtp_vert": "localhost",
        "smtp_port": port,
        "smtp_fra": "veileder@kommunen.no",
        "smtp_til": "molde=molde@kommunen.no, *=felles@kommunen.no",
        "smtp_sertifikat": ca,
        "nettadresse": "https://veileder.kommunen.no/",
    }
    return Innstillinger(**{**verdier, **felt})


@pytest.fixture
def lager(tmp_path: Path) -> Iterator[DatabaseLager]:
    apen = DatabaseLager(f"sqlite:///{tmp_path}/veileder.sqlite")
    yield apen
    apen.lukk()


ONSKE = Kontaktonske(
    kommune="molde",
    navn="Kari Nordmann",
    telefon="99 11 22 33",
    epost="kari@eksempel.no",
    tid="helst før lunsj",
    notat="Gjelder mor",
)


def varsler_for(lager: DatabaseLager, innst: Innstillinger, na: Callable[[], dt.datetime] | None = None) -> Varsler:
    funnet = lag_varsler(innst, lager)
    assert funnet is not None
    if na is not None:
        funnet._na = na
    return funnet


def vent(sant: Callable[[], object], sekunder: float = 15.0) -> None:
    slutt = time.monotonic() + sekunder
    while not sant():
        assert time.monotonic() < slutt, "ventet forgjeves"
        time.sleep(0.05)


def test_a_notice_tells_number_and_kommune_and_nothing_of_the_person_over_an_encrypted_line(
    lager: DatabaseLager, tmp_path: Path, myndighet: tuple[trustme.CA, Path]
) -> None:
    boks, port = Innboks(), ledig_port()
    with posttjener(boks, myndighet[0], port):
        sak = Arkiv(lager).be_om_kontakt(ONSKE)
        assert varsler_for(lager, oppsett(tmp_path, port, myndighet[1])).send() == 1
    (brev,) = boks.brev
    tekst = brev.get_content()
    assert brev["To"] == "molde@kommunen.no" and brev["From"] == "veileder@kommunen.no"
    assert brev["Subject"] == f"Ny henvendelse {sak.nummer} til Molde" and brev["Auto-Submitted"] == "auto-generated"
    assert sak.nummer in tekst and "Molde" in tekst and "https://veileder.kommunen.no/gjennomgang/henvendelser" in tekst
    assert not [h for h in HEMMELIG if h in brev.as_string() or h in tekst]
    assert boks.kryptert == [True] and lager.varsler.venter() == 0
    assert socket.gethostname() not in brev.as_string(), "nothing of the machine either"


def test_it_goes_at_once_and_again_to_the_kommune_that_a_request_is_handed_to(
    lager: DatabaseLager, tmp_path: Path, myndighet: tuple[trustme.CA, Path]
) -> None:
    boks, port, arkiv = Innboks(), ledig_port(), Arkiv(lager)
    alle = lag_bakgrunn(oppsett(tmp_path, port, myndighet[1]), arkiv)
    with posttjener(boks, myndighet[0], port):
        for arbeid in alle:
            arbeid.start()
        sak = arkiv.be_om_kontakt(ONSKE)
        vent(lambda: len(boks.brev) == 1)
        assert lager.kontaktsaker.videresend(sak.nummer, 1, "rauma")
        arkiv.ved_kontaktsak()
        vent(lambda: len(boks.brev) == 2)
        for arbeid in alle:
            arbeid.stopp()
    assert [(b["To"], b["Subject"]) for b in boks.brev][1] == ("felles@kommunen.no", f"Ny henvendelse {sak.nummer} til Rauma")


def test_a_mail_server_that_is_down_loses_nothing_and_is_asked_less_and_less_often(
    lager: DatabaseLager, tmp_path: Path, myndighet: tuple[trustme.CA, Path], caplog: pytest.LogCaptureFixture
) -> None:
    boks, port, klokka = Innboks(), ledig_port(), [dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1)]
    varsler = varsler_for(lager, oppsett(tmp_path, port, myndighet[1]), lambda: klokka[0])
    numre = {Arkiv(lager).be_om_kontakt(ONSKE).nummer for _ in range(3)}
    with caplog.at_level(logging.WARNING):
        forsok = 0
        for _ in range(120):
            for_ = [v.forsok for v in lager.varsler.forfalte(klokka[0])]
            assert varsler.send() == 0
            forsok += bool(for_)
            klokka[0] += dt.timedelta(minutes=5)
        assert 10 < forsok < 50, "some at first, then once an hour for each"
        assert [r.levelname for r in caplog.records] == ["ERROR"] and "ConnectionRefusedError" in caplog.text
        with posttjener(boks, myndighet[0], port):
            klokka[0] += LENGSTE
            assert varsler.send() == 3
    assert {b["Subject"].split()[2] for b in boks.brev} == numre and lager.varsler.venter() == 0
    assert caplog.records[-1].levelname == "WARNING" and "kan sendes igjen" in caplog.records[-1].message
    assert not [h for h in (*HEMMELIG, "kommunen.no") if h in caplog.text]


def test_the_wait_doubles_up_to_an_hour() -> None:
    assert [int(ventetid(n).total_seconds()) for n in (0, 1, 2, 7, 500)] == [30, 60, 120, 3600, 3600]


def test_one_mailbox_that_refuses_does_not_hold_up_the_others_and_the_log_names_none(
    lager: DatabaseLager, tmp_path: Path, myndighet: tuple[trustme.CA, Path], caplog: pytest.LogCaptureFixture
) -> None:
    boks, port = Innboks(avvis={"molde@kommunen.no"}), ledig_port()
    arkiv = Arkiv(lager)
    arkiv.be_om_kontakt(ONSKE)
    annen = arkiv.be_om_kontakt(replace(ONSKE, kommune="rauma"))
    with posttjener(boks, myndighet[0], port):
        varsler = varsler_for(lager, oppsett(tmp_path, port, myndighet[1]))
        assert varsler.send() == 1
        assert [b["Subject"].split()[2] for b in boks.brev] == [annen.nummer] and lager.varsler.venter() == 1
        boks.svar = "451 4.3.0 try again later"
        varsler = varsler_for(lager, oppsett(tmp_path, port, myndighet[1]), lambda: dt.datetime.now(dt.UTC) + LENGSTE)
        boks.avvis.clear()
        assert varsler.send() == 0
        boks.svar = ""
        igjen = varsler_for(lager, oppsett(tmp_path, port, myndighet[1]), lambda: dt.datetime.now(dt.UTC) + 3 * LENGSTE)
        assert igjen.send() == 1
    assert "kommunen.no" not in caplog.text and "SMTPRecipientsRefused" in caplog.text


@pytest.mark.parametrize("feil", ["ukjent sertifikat", "uten starttls", "feil passord"])
def test_nothing_is_sent_where_the_line_or_the_server_cannot_be_trusted(
    lager: DatabaseLager, tmp_path: Path, myndighet: tuple[trustme.CA, Path], feil: str
) -> None:
    boks, port = Innboks(), ledig_port()
    valg: dict[str, Any] = {}
    if feil == "feil passord":
        valg = {"auth_required": True, "authenticator": lambda *_: AuthResult(success=False, handled=False)}
    ca = None if feil == "uten starttls" else trustme.CA() if feil == "ukjent sertifikat" else myndighet[0]
    Arkiv(lager).be_om_kontakt(ONSKE)
    with posttjener(boks, ca, port, **valg):
        innst = oppsett(tmp_path, port, myndighet[1], smtp_bruker="veileder", smtp_passord=SecretStr("hemmelig"))
        assert varsler_for(lager, innst).send() == 0
    assert boks.brev == [] and lager.varsler.venter() == 1


def test_it_logs_in_when_it_is_told_to_and_the_password_is_shown_nowhere(
    lager: DatabaseLager, tmp_path: Path, myndighet: tuple[trustme.CA, Path]
) -> None:
    sett: list[Any] = []

    def sjekk(_server: Any, _okt: Any, _konvolutt: Any, _mekanisme: str, data: Any) -> AuthResult:
        sett.append(data)
        return AuthResult(success=data == LoginPassword(b"veileder", b"hemmelig"))

    boks, port = Innboks(), ledig_port()
    innst = oppsett(tmp_path, port, myndighet[1], smtp_bruker="veileder", smtp_passord=SecretStr("hemmelig"))
    Arkiv(lager).be_om_kontakt(ONSKE)
    with posttjener(boks, myndighet[0], port, auth_required=True, authenticator=sjekk):
        varsler = varsler_for(lager, innst)
        assert varsler.send() == 1 and len(sett) == 1
    assert isinstance(varsler._post, Smtp) and "hemmelig" not in repr(varsler._post._o) + repr(innst)


def test_tls_from_the_first_byte(lager: DatabaseLager, tmp_path: Path, myndighet: tuple[trustme.CA, Path]) -> None:
    kontekst, boks, port = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), Innboks(), ledig_port()
    myndighet[0].issue_cert("localhost").configure_cert(kontekst)
    Arkiv(lager).be_om_kontakt(ONSKE)

    class MedTls(Controller):
        def _trigger_server(self) -> None:
            """Knock as one who trusts the certificate; the library's own knock cannot."""
            klar = ssl.create_default_context(cafile=str(myndighet[1]))
            with socket.create_connection(("127.0.0.1", port)) as s, klar.wrap_socket(s, server_hostname="localhost") as t:
                t.recv(100)

    tjener = MedTls(boks, hostname="127.0.0.1", port=port, ssl_context=kontekst)
    tjener.start()
    try:
        assert varsler_for(lager, oppsett(tmp_path, port, myndighet[1], smtp_sikring="tls")).send() == 1
    finally:
        tjener.stop()
    assert boks.kryptert == [True]


def test_a_deleted_or_taken_request_is_not_told_of_and_leaves_nothing(
    lager: DatabaseLager, tmp_path: Path, myndighet: tuple[trustme.CA, Path]
) -> None:
    boks, port, arkiv = Innboks(), ledig_port(), Arkiv(lager)
    slettet, tatt = arkiv.be_om_kontakt(ONSKE), arkiv.be_om_kontakt(ONSKE)
    lager.kontaktsaker.oppdater(replace(tatt, status=Kontaktstatus.TATT))
    assert arkiv.slett_kontaktsak(slettet.nummer)
    with posttjener(boks, myndighet[0], port):
        assert varsler_for(lager, oppsett(tmp_path, port, myndighet[1])).send() == 0
    assert boks.brev == []
    arkiv.slett_kontaktsak(tatt.nummer)
    innhold = b"".join(f.read_bytes() for f in tmp_path.glob("veileder.sqlite*"))
    assert lager.varsler.venter() == 0 and slettet.nummer.encode() not in innhold and tatt.nummer.encode() not in innhold
    assert not [h for h in HEMMELIG if h.encode() in innhold]


def test_of_two_processes_only_one_sends(lager: DatabaseLager, tmp_path: Path, myndighet: tuple[trustme.CA, Path]) -> None:
    boks, port = Innboks(), ledig_port()
    for _ in range(4):
        Arkiv(lager).be_om_kontakt(ONSKE)
    annen = DatabaseLager(f"sqlite:///{tmp_path}/veileder.sqlite")
    innst = oppsett(tmp_path, port, myndighet[1])
    with posttjener(boks, myndighet[0], port):
        alle = [varsler_for(lager, innst), varsler_for(annen, innst)]
        for v in alle:
            v.start()
        vent(lambda: lager.varsler.venter() == 0)
        for v in alle:
            v.stopp()
    annen.lukk()
    assert len(boks.brev) == len({b["Message-ID"] for b in boks.brev}) == 4


def test_a_process_killed_after_the_receipt_loses_no_notice(tmp_path: Path, myndighet: tuple[trustme.CA, Path]) -> None:
    kode = (
        "import sys; from veileder.innstillinger import Innstillinger; from veileder.oppstart import lag_arkiv;"
        "from veileder.gjennomgang.kontaktonske import Kontaktonske as K;"
        "print(lag_arkiv(Innstillinger()).be_om_kontakt(K(kommune='molde', telefon='99112233')).nummer, flush=True);"
        "sys.stdin.read()"
    )
    env = {**os.environ, "VEILEDER_DATA": str(tmp_path), "PYTHONPATH": str(ROT)}
    barn = subprocess.Popen([sys.executable, "-c", kode], env=env, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)
    assert barn.stdout is not None
    nummer = barn.stdout.readline().strip()
    barn.send_signal(signal.SIGKILL)
    barn.communicate()
    boks, port, lager = Innboks(), ledig_port(), DatabaseLager(f"sqlite:///{tmp_path}/veileder.sqlite")
    with posttjener(boks, myndighet[0], port):
        assert varsler_for(lager, oppsett(tmp_path, port, myndighet[1])).send() == 1
    lager.lukk()
    assert nummer in boks.brev[0]["Subject"]


def test_a_mail_server_on_this_machine_may_be_set_to_no_encryption_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDER_SMTP_SIKRING", "ingen")
    monkeypatch.setenv("VEILEDER_SPRAKMODELL_TEMPERATUR", "ingen")
    innst = Innstillinger()
    assert (innst.smtp_sikring, innst.sprakmodell_temperatur) == ("ingen", None)


def test_settings_that_cannot_work_are_refused_at_start(tmp_path: Path, lager: DatabaseLager) -> None:
    ugyldige: tuple[dict[str, Any], ...] = (
        {"smtp_fra": ""},
        {"smtp_fra": "ikke en adresse"},
        {"smtp_til": ""},
        {"smtp_til": "molde"},
        {"smtp_til": "molde=a@b\r\nBcc: x@y.no"},
        {"smtp_sikring": "ingen", "smtp_bruker": "x", "smtp_vert": "post.kommunen.no"},
    )
    for felt in ugyldige:
        with pytest.raises(Bruksfeil):
            lag_varsler(oppsett(tmp_path, 25, **felt), lager)
    assert lag_varsler(oppsett(tmp_path, 25, smtp_vert=""), lager) is None
    assert les_mottakere(" Molde=a@b.no ,, *=c@d.no") == {"molde": "a@b.no", "*": "c@d.no"}


def test_a_kommune_without_an_address_waits_and_does_not_hold_up_the_others(
    lager: DatabaseLager, tmp_path: Path, myndighet: tuple[trustme.CA, Path], caplog: pytest.LogCaptureFixture
) -> None:
    boks, port = Innboks(), ledig_port()
    lager.kontaktsaker.opprett(kontaktsak("VK-2222-2222", kommune="aukra"))
    lager.kontaktsaker.opprett(kontaktsak("VK-3333-3333"))
    with posttjener(boks, myndighet[0], port):
        assert varsler_for(lager, oppsett(tmp_path, port, myndighet[1], smtp_til="molde=m@kommunen.no")).send() == 1
    assert "ingen adresse for aukra" in caplog.text and lager.varsler.venter() == 1


def test_an_error_of_the_mail_server_tells_its_code_alone() -> None:
    assert str(Postfeil("SMTPDataError 451")) == "E-posten ble ikke sendt."

"""What the tests of review share: users with passwords, a browser without JavaScript, and cases to look at."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import httpx
from bs4 import BeautifulSoup, Tag
from lager_hjelp import NA, innslag, rapport

from veileder.adaptere.database.lager import DatabaseLager
from veileder.gjennomgang.ansatte import ALLE, Ansvar, Bruker, Tilgang
from veileder.gjennomgang.passord import hash_passord
from veileder.gjennomgang.verdier import Flagg, Flaggslag, Innslag, Rapport

PASSORD = "en lang setning om fjorden"
_DIGEST = hash_passord(PASSORD)
K, S, T, A = Ansvar.KOMMUNIKASJON, Ansvar.SAKSBEHANDLER, Ansvar.TEKSTANSVARLIG, Ansvar.ADMINISTRATOR


def bruker(lager: DatabaseLager, navn: str, *tilganger: tuple[Ansvar, str], ekstern: bool = False) -> Bruker:
    """Make a user who can log in with ``PASSORD``."""
    ny = Bruker(
        id=uuid.uuid4().hex,
        brukernavn=navn,
        navn=f"{navn.capitalize()} Test",
        tilganger=tuple(Tilgang(ansvar=a, kommune=k) for a, k in tilganger or ((K, ALLE),)),
        opprettet=NA,
        ekstern=ekstern,
    )
    assert lager.brukere.opprett(ny)
    if not ekstern:
        lager.brukere.sett_passord(ny.id, _DIGEST)
    return ny


class Nettleser:
    """A browser without JavaScript: keeps cookies, follows links and sends the forms that a page has."""

    def __init__(self, adresse: str, hoder: Mapping[str, str] | None = None) -> None:
        self.klient = httpx.Client(base_url=adresse, headers=hoder, timeout=20, trust_env=False)
        self.svar: httpx.Response

    def les(self, sti: str, status: int = 200, hoder: Mapping[str, str] | None = None) -> BeautifulSoup:
        """Open an address."""
        self.svar = self.klient.get(sti, follow_redirects=True, headers=hoder)
        assert self.svar.status_code == status, (sti, self.svar.status_code, self.tekst)
        return self.side

    @property
    def side(self) -> BeautifulSoup:
        """The page that is open."""
        return BeautifulSoup(self.svar.text, "html.parser")

    @property
    def tekst(self) -> str:
        """What can be read on it."""
        return " ".join(self.side.get_text(" ").split())

    def skjema(self, til: str) -> dict[str, Any]:
        """Return what the form on the page that goes to an address would send."""
        form = next(f for f in self.side.find_all("form") if til in str(f["action"]))
        return {"_til": form["action"], **dict(_felt(form))}

    def send(self, skjema: str, kode: int = 200, /, **felt: Any) -> BeautifulSoup:
        """Fill in a form of the page that is open and send it."""
        verdier = {**self.skjema(skjema), **felt}
        return self.post(verdier.pop("_til"), kode, **verdier)

    def post(self, sti: str, kode: int = 200, /, **felt: Any) -> BeautifulSoup:
        """Send fields to an address."""
        self.svar = self.klient.post(sti, data=felt, follow_redirects=True)
        assert self.svar.status_code == kode, (sti, self.svar.status_code, self.tekst)
        return self.side

    def logg_inn(self, navn: str, passord: str = PASSORD, status: int = 200) -> BeautifulSoup:
        """Log in by the form."""
        self.les("/gjennomgang/inn")
        return self.send("/gjennomgang/inn", status, brukernavn=navn, passord=passord)


def _felt(form: Tag) -> Iterator[tuple[str, Any]]:
    for e in form.find_all(["input", "textarea", "select"]):
        if not e.get("name") or (e.get("type") in ("radio", "checkbox") and not e.has_attr("checked")):
            continue
        if e.name == "select":
            valgt = e.find("option", selected=True) or e.find("option")
            yield str(e["name"]), str(valgt["value"]) if valgt else ""
        else:
            yield str(e["name"]), e.get_text().removeprefix("\n") if e.name == "textarea" else str(e.get("value", ""))


_OKTER: dict[tuple[str, str], str] = {}
"""Sessions that the tests share, since a password takes half a second to check."""


@contextmanager
def nettleser(adresse: str, navn: str = "", *, ny: bool = False, hoder: Mapping[str, str] | None = None) -> Iterator[Nettleser]:
    """Open a browser, logged in when a user is named; ``ny`` is a session of its own, which may be ended."""
    n, delt = Nettleser(adresse, hoder), _OKTER.get((adresse, navn), "")
    try:
        if navn and delt and not ny:
            n.klient.cookies.set("veileder-okt", delt, domain="127.0.0.1", path="/")
        elif navn:
            n.logg_inn(navn)
            if not ny:
                _OKTER[adresse, navn] = str(n.klient.cookies.get("veileder-okt"))
        yield n
    finally:
        n.klient.close()


def meldt(lager: DatabaseLager, **felt: Any) -> tuple[Innslag, Rapport]:
    """Store an answer that a user has reported, now."""
    en = innslag(**{"samtale_id": uuid.uuid4().hex, "tidspunkt": dt.datetime.now(dt.UTC), **felt})
    lager.samtaler.lagre(en)
    tegn = "234679CDFHJKMNPQRTWX"
    n = uuid.uuid4().int
    nummer = "VM-" + "-".join("".join(tegn[(n >> (5 * i + 20 * d)) % 20] for i in range(4)) for d in range(2))
    assert re.fullmatch(r"VM-\w{4}-\w{4}", nummer)
    r = rapport(nummer, melding_id=en.id, samtale_id=en.samtale_id)
    assert lager.rapporter.opprett(r, Flagg(slag=Flaggslag.RAPPORTERT, detalj="utdatert"))
    return en, r

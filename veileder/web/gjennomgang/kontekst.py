"""What every page of review is made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, NoReturn

from fastapi.responses import HTMLResponse, RedirectResponse, Response

from veileder.gjennomgang.ansatte import Bruker, Handling, Loggforing, Rett
from veileder.gjennomgang.innlogging import Aktiv, Innlogging
from veileder.gjennomgang.omkjorer import Omkjorer
from veileder.gjennomgang.porter import Gjennomgangslager
from veileder.gjennomgang.saker import Hendelse
from veileder.web.gjennomgang.inn import Inn
from veileder.web.gjennomgang.korpus import Korpus
from veileder.web.gjennomgang.maler import fyll
from veileder.web.gjettevakt import Gjettevakt

ROT = "/gjennomgang"
"""Where review is."""


MENY: tuple[tuple[str, str, Rett], ...] = (
    (ROT, "ko", Rett.SAMTALER),
    (f"{ROT}/henvendelser", "henvendelser", Rett.HENVENDELSER),
    (f"{ROT}/omkjoring", "omkjoring", Rett.SAMTALER),
    (f"{ROT}/forslag", "forslagene", Rett.TEKSTER),
    (f"{ROT}/testsett", "testsettet", Rett.TEKSTER),
    (f"{ROT}/innsikt", "innsikten", Rett.INNSIKT),
    (f"{ROT}/logg", "loggen", Rett.TILGANGER),
)
"""Path, name of its text, and what it takes."""


class IngenSide(Exception):
    """There is no such page for this user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontekst:
    """One request by a known user, or by nobody yet. ``skjemanokkel`` goes into every form."""

    inn: Inn
    aktiv: Aktiv | None
    skjemanokkel: str
    lager: Gjennomgangslager
    innlogging: Innlogging
    vakt: Gjettevakt
    kommuner: Mapping[str, str]
    korpus: Callable[[], Korpus]
    omkjorer: Omkjorer
    utgang: str
    na: dt.datetime

    SAMTALER: ClassVar[Rett] = Rett.SAMTALER
    meny: ClassVar[tuple[tuple[str, str, Rett], ...]] = MENY

    @property
    def bruker(self) -> Bruker:
        """Who is logged in; only for pages that nobody else reaches."""
        assert self.aktiv is not None
        return self.aktiv.bruker

    def omfang(self, rett: Rett) -> frozenset[str] | None:
        """Return where the user has a right."""
        return self.bruker.kommuner(rett)

    def kommunenavn(self, slug: str) -> str:
        """Return the name of a municipality."""
        return self.kommuner.get(slug) or slug.replace("-", " ").title()

    def tjenestenavn(self, slug: str) -> str:
        """Return what a service or chapter is called."""
        return self.korpus().titler.get(slug) or slug.replace("-", " ").capitalize()

    def side(self, mal: str, status: int = 200, **felt: object) -> Response:
        """Return a page made of a template."""
        return HTMLResponse(fyll(mal, k=self, **felt), status_code=status)

    def videre(self, sti: str) -> Response:
        """Send the browser on after a form, so that a reload sends nothing twice."""
        return RedirectResponse(sti, status_code=303)

    def finnes_ikke(self) -> NoReturn:
        """Say that there is no such page; also of one that belongs to others, so that nothing is told by it."""
        raise IngenSide

    def logg(self, handling: Handling, gjelder: str = "", detalj: str = "") -> None:
        """Write in the access log, before what is accessed is shown."""
        hvem = {"bruker_id": self.bruker.id, "brukernavn": self.bruker.brukernavn}
        self.lager.logg.skriv(Loggforing(tidspunkt=self.na, handling=handling, gjelder=gjelder, detalj=detalj, **hvem))

    def hendelse(self, hva: str, detalj: str = "") -> Hendelse:
        """Return a line of a history, by this user now."""
        return Hendelse(tidspunkt=self.na, bruker=self.bruker.brukernavn, hva=hva, detalj=detalj)


Visning = Callable[[Kontekst], Response]
"""Makes a page, or does what a form asks for."""

"""What every page of /enkel needs to know, and how a page is made of it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from fastapi.responses import HTMLResponse, RedirectResponse, Response

from veileder.domene import Malform, Rolle
from veileder.stengning import Stengt
from veileder.web.enkel.maler import fyll
from veileder.web.enkel.samtaler import Samtale, Samtaler
from veileder.web.enkel.tekster import tekst
from veileder.web.gjennomgang.inn import Inn
from veileder.web.grenser import Slag
from veileder.web.kobling import Kobling

ROT = "/enkel"
"""Where the pages are."""

INGEN: Mapping[str, str] = {}
"""No fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foresporsel:
    """A request. ``kommuner`` is empty when no index is open; ``samtale`` is None when there is none, or none any more."""

    inn: Inn
    deler: Kobling
    samtaler: Samtaler
    samtale: Samtale | None
    kommuner: tuple[tuple[str, str], ...]
    sprak: Malform
    stengt: Stengt | None
    skjema: str = field(default_factory=lambda: secrets.token_urlsafe(12))

    def t(self, nokkel: str, **felt: object) -> str:
        """Return a fixed text in the page's language."""
        return tekst(nokkel, self.sprak, **felt)

    @property
    def rot(self) -> str:
        """The path of the conversation, or of the first page."""
        return f"{ROT}/{self.samtale.nokkel}" if self.samtale else ROT

    @property
    def her(self) -> str:
        """The path of this page, for the links that change its language; a page that only a form leads to has none."""
        return self.rot if self.inn.sti.endswith(("/valg", "/videre")) else self.inn.sti

    def adresse(self, sti: str, sprak: Malform | None = None) -> str:
        """Return a path that keeps the language, or changes it."""
        sprak = sprak or self.sprak
        return sti if sprak is Malform.NB else f"{sti}?sprak={sprak.value}"

    def norsk(self, sti: str) -> str:
        """Return the path of a page that is Norwegian only, in the målform of this one."""
        return f"{sti}?malform=nn" if self.sprak is Malform.NN else sti

    @property
    def kommune(self) -> str:
        """The kommune to show as chosen: what the form says, else the conversation's, else the address's."""
        valgt = self.inn.ett("kommune") if "kommune" in self.inn.felt else self.inn.sporring.get("kommune", "")
        if not valgt and "kommune" not in self.inn.felt and self.samtale:
            valgt = self.samtale.tilstand.kommune
        return valgt if valgt in dict(self.kommuner) else ""

    @property
    def rolle(self) -> Rolle:
        """Who asks, by the same order."""
        valgt = self.inn.ett("rolle") or (self.samtale.tilstand.rolle.value if self.samtale else "")
        return Rolle.SAKSBEHANDLER if valgt == Rolle.SAKSBEHANDLER.value else Rolle.INNBYGGER

    def kommunenavn(self, slug: str) -> str:
        """Return a municipality's name."""
        return dict(self.kommuner).get(slug, slug.replace("-", " ").title())

    def vent(self, slag: Slag) -> int:
        """Count one thing from this session and address; return seconds to wait, 0 when it may pass."""
        innst = self.deler.innstillinger
        if self.samtale and slag is Slag.MELDING and not self.samtale.tilstand.slipp_inn(innst.meldinger_per_minutt):
            return 60
        return self.deler.grenser.vent(slag, self.inn.klient)

    def side(self, mal: str, status: int = 200, *, feil: Mapping[str, str] = INGEN, **felt: object) -> Response:
        """Return a page. ``feil`` tells what is wrong by the field's name, under «» when it is no field."""
        innhold = fyll(mal, f=self, t=self.t, feil=feil, **felt)
        svar = HTMLResponse(innhold, status, headers={"X-Robots-Tag": "noindex"})
        if self.samtale:
            svar.headers["Cache-Control"] = "no-store"
        return svar

    def videre(self, sti: str) -> Response:
        """Send the browser on, so that a reload sends nothing again."""
        return RedirectResponse(self.adresse(sti), status_code=303, headers={"Cache-Control": "no-store"})

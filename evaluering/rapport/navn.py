"""What keys are called in the report: endings, languages, roles, aspects, services and sections."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from evaluering.likhet import PERSONER
from veileder.domene import ASPEKTER, Utfall

UTFALL = {
    Utfall.BESVART: "svar",
    Utfall.DELVIS: "delvis svar",
    Utfall.AVKLARING: "spørsmål tilbake",
    Utfall.UTEN_GRUNNLAG: "vet ikke",
    Utfall.OVERLEVERT: "sendt til et menneske",
    Utfall.AKUTT: "nødnummer",
    Utfall.AVVIST: "avvist",
    Utfall.SAMTALE: "hilsen",
    Utfall.FEILET: "teknisk feil",
}
SETT = {"test": "Prøvespørsmål", "dev": "Utviklingsspørsmål"}
SPRAK = {"nb": "bokmål", "nn": "nynorsk", "en": "engelsk", "dialekt": "dialekt", "feilstavet": "feilstavet"}
ROLLER = {"innbygger": "innbygger", "parorende": "pårørende", "saksbehandler": "saksbehandler"}
ASPEKT = dict(
    zip(
        ASPEKTER,
        (
            "om tjenesten", "hvem den er for", "hva den omfatter", "hva den ikke omfatter", "kommunens ansvar", "ditt ansvar",
            "kriterier", "søknad", "vurdering", "tildeling", "avslag og klage", "pris", "lovgrunnlag", "kontakt",
        ),
        strict=True,
    )
)  # fmt: skip
MAL = {"ord": "Svarlengde", "lix": "Lesbarhet (lix)", "ms": "Svartid"}
"""Measures whose key is a unit."""

MANEDER = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip

_SLUTT = re.compile(r"^endte som (\w+), skulle være (.+)$")
_SVARSPRAK = re.compile(r"^svarte på (\w+), spørsmålet er på (\w+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Navn:
    """Names of what the corpus holds. ``titler`` is title by the last part of a document's id."""

    titler: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))
    tjenester: tuple[str, ...] = ()
    """All services of the corpus, so that one without a question is seen to have none."""

    def dokument(self, slug: str) -> str:
        """Return the title of a document, or its key made readable."""
        return self.titler.get(slug) or _lesbar(slug)

    def seksjon(self, nokkel: str) -> str:
        """Return «Hjelpemidler – tildeling» for ``tjenester/hjelpemidler#tildeling``; a local one names its kommune."""
        dokument, _, aspekt = nokkel.partition("#")
        deler = dokument.split("/")
        sted = f" ({deler[1].capitalize()})" if deler[0] == "lokalt" and len(deler) > 2 else ""
        hale = ASPEKT.get(aspekt) or _lesbar(aspekt)
        return f"{self.dokument(deler[-1])}{sted} – {hale}" if hale else f"{self.dokument(deler[-1])}{sted}"

    def gruppe(self, slag: str, nokkel: str) -> str:
        """Return what a group of a grouping is called."""
        if slag in ("tjeneste", "aspekt"):
            return stor(ASPEKT.get(nokkel, nokkel)) if slag == "aspekt" else self.dokument(nokkel)
        return stor({"språk": SPRAK, "rolle": ROLLER}.get(slag, {}).get(nokkel, nokkel))


def les_navn(korpus: Path) -> Navn:
    """Return the titles of a corpus, from the front matter of its bokmål files."""
    titler = {}
    for sti in sorted(korpus.glob("*/*.md")):
        linjer = sti.read_text(encoding="utf-8").splitlines()[:20]
        tittel = next((x.partition(":")[2].strip(" \"'") for x in linjer if x.startswith("tittel:")), "")
        if tittel and not sti.name.endswith(".nn.md"):
            titler[sti.stem] = tittel
    tjenester = tuple(s.stem for s in sorted((korpus / "tjenester").glob("*.md")) if not s.name.endswith(".nn.md"))
    return Navn(titler=MappingProxyType(titler), tjenester=tjenester)


def utfall(nokkel: str) -> str:
    """Return how a conversation ended, in words."""
    return UTFALL.get(Utfall(nokkel), nokkel) if nokkel in set(Utfall) else nokkel


def feil(tekst: str) -> str:
    """Return a fault as ``vurdering.feil_ved`` writes it, its keys in words."""
    if slutt := _SLUTT.match(tekst):
        ventet = " eller ".join(f"«{utfall(u)}»" for u in slutt[2].split(" eller "))
        return f"endte med «{utfall(slutt[1])}», skulle være {ventet}"
    if sprak := _SVARSPRAK.match(tekst):
        return f"svarte på {SPRAK.get(sprak[1], sprak[1])}, spørsmålet er på {SPRAK.get(sprak[2], sprak[2])}"
    return tekst


def likhetsgruppe(akse: str, nokkel: str) -> str:
    """Return what a group of the equality set is called, with what the person says first."""
    if akse == "person" and nokkel in PERSONER:
        return f"{stor(nokkel)}: «{PERSONER[nokkel].strip()}»"
    return stor(SPRAK.get(nokkel, nokkel) if akse == "språk" else nokkel)


def tidspunkt(mappe: str) -> str:
    """Return when a run was made, from the name of its folder; the name itself when it is another."""
    try:
        t = datetime.strptime(mappe, "%Y%m%d-%H%M%S").replace(tzinfo=UTC)  # the hour of the machine, kept as it is
    except ValueError:
        return mappe
    return f"{t.day}. {MANEDER[t.month - 1]} {t.year} kl. {t:%H.%M}"


def malnavn(navn: str) -> str:
    """Return what a measure is called in a table."""
    return MAL.get(navn) or (navn if any(x.isupper() for x in navn) else stor(navn))


def stor(tekst: str) -> str:
    """Return a text with a capital first letter, the rest as it is."""
    return tekst[:1].upper() + tekst[1:]


def _lesbar(nokkel: str) -> str:
    return stor(nokkel.replace("-", " ").replace("_", " "))

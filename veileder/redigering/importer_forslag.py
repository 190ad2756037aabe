"""What an import proposes for a text, with the reason for each proposal in words that an editor can judge."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from veileder.domene import ASPEKTER, FELLES, Malform
from veileder.forstaelse.aspekt import slugg
from veileder.forstaelse.sted import kommune_i_tittel
from veileder.indeksering.seksjoner import finn_seksjoner
from veileder.redigering.importer_datoer import finn_kilde_dato
from veileder.redigering.importer_grunnlag import Grunnlag
from veileder.redigering.importer_tjeneste import finn_tjeneste, foresla_overskrift
from veileder.redigering.importer_type import finn_type
from veileder.redigering.manus import Manus

_KILDE = re.compile(
    r"\b((?:kilde|kjelde|hentet fra|henta frå|nettside|adresse|lenke|url)\s*:?)\s*<?(https?://[^\s<>()\]]+[^\s<>()\].,;])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grunn:
    """Why a field got its value."""

    felt: str
    verdi: str
    grunn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seksjonsforslag:
    """A heading with the aspect it is read as, or else with one of our headings that may fit."""

    overskrift: str
    aspekt: str
    forslag: str

    def __str__(self) -> str:
        if self.aspekt:
            return f"«{self.overskrift}» er lest som {self.aspekt}"
        return f"«{self.overskrift}» er ikke forstått" + (f"; kanskje «{self.forslag}»" if self.forslag else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forslag:
    """What a text seems to be. Empty strings are what it does not tell."""

    tittel: str
    type: str
    tjeneste: str
    kommune: str
    kilde_dato: str
    lenke: str
    grunner: tuple[Grunn, ...] = field(repr=False)
    seksjoner: tuple[Seksjonsforslag, ...] = field(repr=False)


def lag_forslag(m: Manus, kropp: str, g: Grunnlag, utenfor: str = "") -> Forslag:
    """Return the proposal for a text.

    ``kropp`` is the draft's body, whose headings are judged; ``utenfor`` is what the reader left out of the
    source, which may tell its date.
    """
    tekst = m.dokument.tekst[m.kropp :]
    lenke, hvorfor_lenke = _lenke(m, tekst)
    kommune, hvorfor_kommune = _kommune(m, g, lenke, tekst)
    tjeneste, hvorfor_tjeneste = finn_tjeneste(m, g, tekst)
    sted = _stedsnavn(kommune, m, g) if kommune != FELLES else ""
    type_, hvorfor_type = finn_type(m, tjeneste, sted, tekst)
    dato, hvorfor_dato = _kilde_dato(m, g, type_, tekst, utenfor)
    om_en_tjeneste = type_ in ("tjeneste", "lokalt")
    tittel, hvorfor_tittel = _tittel(m, sted if type_ == "lokalt" else "")
    return Forslag(
        tittel=tittel,
        type=type_,
        tjeneste=tjeneste if om_en_tjeneste else "",
        kommune=kommune,
        kilde_dato=dato,
        lenke=lenke,
        grunner=(
            *([Grunn(felt="tittel", verdi=tittel, grunn=hvorfor_tittel)] if hvorfor_tittel else []),
            Grunn(felt="type", verdi=type_, grunn=hvorfor_type),
            Grunn(felt="tjeneste", verdi=tjeneste or "ingen", grunn=hvorfor_tjeneste),
            Grunn(felt="kommune", verdi=kommune, grunn=hvorfor_kommune),
            Grunn(felt="kilde_dato", verdi=dato or "mangler", grunn=hvorfor_dato),
            Grunn(felt="lenke", verdi=lenke or "mangler", grunn=hvorfor_lenke),
        ),
        seksjoner=_seksjoner(kropp, m.dokument.malform, g) if om_en_tjeneste else (),
    )


def _tittel(m: Manus, sted: str) -> tuple[str, str]:
    """The title as it stands; a local text is told from others by the place in it, so that is added."""
    tittel = " ".join(m.dokument.tittel.split()).encode("utf-8", "replace").decode()  # an old file name may be no Unicode
    if not sted or sted.lower() in tittel.lower():
        return tittel, ""
    return f"{tittel} i {sted}", "en lokal tekst må ha stedet i tittelen"


def _lenke(m: Manus, tekst: str) -> tuple[str, str]:
    if m.dokument.lenke:
        return m.dokument.lenke, "siden selv oppgir adressen"
    if treff := _KILDE.search(tekst):
        return treff[2], f"det står «{treff[1]}» foran adressen"
    return "", "teksten ikke oppgir noen adresse"


def _kommune(m: Manus, g: Grunnlag, lenke: str, tekst: str) -> tuple[str, str]:
    d = m.dokument
    if d.kommune != FELLES:
        return d.kommune, "den står i tittelen, stien, adressen eller innledningen"
    if "kommune" in m.felt:
        return FELLES, "filen selv sier det"
    if d.tittel.isupper() and (navn := kommune_i_tittel(d.tittel.title().replace("Kommune", "kommune"), g.steder)):
        return navn, "den står i tittelen"
    vert = (urlsplit(lenke).hostname or "").split(".")
    if "kommune" in vert[1:]:
        return vert[vert.index("kommune") - 1], "adressen til kilden er kommunens"
    if g.kommune:
        return g.kommune, "du har oppgitt --kommune"
    ingen = "ingen kommune er nevnt i tittelen, adressen eller innledningen"
    if nevnt := kommune_i_tittel(tekst, g.steder, bare_navngitt=True):
        return FELLES, f"{ingen}. Men lenger ned står {g.stedsnavn(nevnt)} kommune, så sjekk om teksten bare gjelder der"
    return FELLES, ingen


def _stedsnavn(kommune: str, m: Manus, g: Grunnlag) -> str:
    """The name of a place as the text writes it, else as the lists do."""
    navn = re.findall(r"[A-ZÆØÅ][\wæøåÆØÅ-]+", f"{m.dokument.tittel} {m.dokument.tekst[m.kropp :]}")
    skrevet = next((n for n in navn if slugg(n) == kommune), g.stedsnavn(kommune))
    return skrevet.title() if skrevet.isupper() else skrevet


def _kilde_dato(m: Manus, g: Grunnlag, type_: str, tekst: str, utenfor: str) -> tuple[str, str]:
    if m.dokument.kilde_dato:
        return m.dokument.kilde_dato, "filen selv sier det"
    dato, sagt = finn_kilde_dato(f"{tekst}\n{utenfor}", g.i_dag)
    if dato:
        return dato, f"det står «{sagt}»"
    return ("udatert" if type_ == "lokalt" else ""), "teksten ikke sier hvor gammel den er"


def _seksjoner(kropp: str, malform: Malform, g: Grunnlag) -> tuple[Seksjonsforslag, ...]:
    ut: dict[str, Seksjonsforslag] = {}
    for s in finn_seksjoner(kropp, 0, markdown=True)[1]:
        if not s.overskrifter or (navn := s.overskrifter[-1]) in ut:
            continue
        aspekt = s.aspekt if s.aspekt in ASPEKTER else ""
        forslag = "" if aspekt else foresla_overskrift(f"{navn}. {kropp[s.start : s.slutt].strip()[:200]}", malform, g)
        ut[navn] = Seksjonsforslag(overskrift=navn, aspekt=aspekt, forslag=forslag)
    return tuple(ut.values())

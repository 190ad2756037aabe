"""A new file with headings, hints and dates, ready to fill. The texts are templates in ``maler/``, by målform.

Every hint is a line that begins with ``> SKRIV:``. The reader (``veileder.indeksering.korpus.SKRIVEHINT``, one
pattern for all) keeps hints out of every section, so that none is ever searched or quoted; whoever checks a text
finds the ones that nobody has written over with the same pattern in ``Dokument.tekst``.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template

import yaml

from veileder.domene import Malform
from veileder.feil import Bruksfeil, Lesefeil
from veileder.forstaelse.aspekt import slugg
from veileder.forstaelse.sted import Stedsnavn, norske_kommuner
from veileder.indeksering.korpus import les_dokument
from veileder.overlevering.kontakt import Kontakter
from veileder.redigering.importer_lagring import skriv_ny

SLAG = ("tjeneste", "kapittel", "lokal")
"""What can be made: a description for all, a chapter of the guide, a local file."""

_MAPPE = {"tjeneste": "tjenester", "kapittel": "veileder"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestilling:
    """What to make. ``navn`` is as typed; ``kommune`` belongs to a local file only."""

    slag: str
    navn: str
    kommune: str = ""
    malform: Malform = Malform.NB


@dataclass(frozen=True, slots=True, kw_only=True)
class NyFil:
    """A file that was made. ``merknad`` is something to look at first, or empty."""

    sti: Path
    merknad: str


def ny(b: Bestilling, korpus: Path, kontakter: Kontakter, i_dag: dt.date) -> NyFil:
    """Write a new file below ``korpus`` and return where it is.

    Raises:
        Bruksfeil: the name, the kommune or the folder cannot be used, or the file is there already.
    """
    if not korpus.is_dir():
        raise Bruksfeil(f"Mappen {korpus} finnes ikke.")
    lokal = b.slag == "lokal"
    if lokal != bool(b.kommune.strip()):
        raise Bruksfeil("En lokal fil trenger --kommune." if lokal else "--kommune gjelder bare lokale filer.")
    steder = kontakter.steder(norske_kommuner())
    slug = _slug(b.navn, "navn")
    kommune = (steder.navn.get(b.kommune.strip().lower()) or _slug(b.kommune, "kommune")) if lokal else ""
    merknad = _merknad(korpus, slug, kommune, steder) if lokal else ""
    mappe = korpus / (_MAPPE.get(b.slag) or f"lokalt/{kommune}")
    sti = mappe / f"{slug}{'.nn' if b.malform is Malform.NN else ''}.md"
    tittel = _kjent_tittel(korpus, slug, b.malform, steder) or _lesbart(b.navn)
    innhold = _fyll(b, slug, tittel, kommune, kontakter.navn(kommune) if lokal else "", i_dag)
    try:
        mappe.mkdir(parents=True, exist_ok=True)
        if not skriv_ny(sti, innhold):
            raise Bruksfeil(f"{sti} finnes allerede og er ikke rørt.")
    except OSError as feil:
        raise Bruksfeil(f"Kunne ikke skrive i {mappe}: {feil.strerror or feil}") from feil
    return NyFil(sti=sti, merknad=merknad)


def _fyll(b: Bestilling, slug: str, tittel: str, kommune: str, sted: str, i_dag: dt.date) -> str:
    """The template with names and dates in their places."""
    mal = (files("veileder.redigering") / "maler" / f"{b.slag}.{b.malform.value}.md").read_text(encoding="utf-8")
    tittel = f"{tittel} i {sted}" if sted else tittel
    datoer = {"i_dag": i_dag, "om_et_ar": i_dag + dt.timedelta(days=365), "ar": i_dag.year}
    return Template(mal).substitute(datoer, id=slug, tittel=tittel, tittelfelt=_felt(tittel), kommune=kommune, sted=sted)


def _slug(navn: str, hva: str) -> str:
    """The short name that files have; a path is refused, so that nothing is written elsewhere."""
    if re.search(r"[/\\\x00]|\.\w+$|^\.", navn.strip()):
        raise Bruksfeil(f"«{navn}» kan ikke brukes som {hva}: Skriv det uten mappe og endelse.")
    slug = slugg(unicodedata.normalize("NFC", navn))
    if not slug:
        raise Bruksfeil(f"«{navn}» kan ikke brukes som {hva}: Det må ha bokstaver eller tall.")
    return slug


def _lesbart(navn: str) -> str:
    """A name as a title: «min-tjeneste» becomes «Min tjeneste»."""
    ord_ = " ".join((navn if " " in navn.strip() else navn.replace("-", " ").replace("_", " ")).split())
    return ord_[:1].upper() + ord_[1:]


def _kjent_tittel(korpus: Path, slug: str, malform: Malform, steder: Stedsnavn) -> str:
    """The title of the shared description, in the målform wanted if there is one."""
    endelser = (".nn.md", ".md") if malform is Malform.NN else (".md",)
    for sti in (korpus / "tjenester" / f"{slug}{endelse}" for endelse in endelser):
        if sti.is_file():
            try:
                return les_dokument(sti, f"tjenester/{sti.name}", steder).tittel
            except Lesefeil:
                continue
    return ""


def _felt(tekst: str) -> str:
    """A text as a value in YAML, in quotation marks where it needs them."""
    return yaml.safe_dump({"x": tekst}, allow_unicode=True, width=10**6)[2:].strip()


def _merknad(korpus: Path, slug: str, kommune: str, steder: Stedsnavn) -> str:
    """What may be a slip of the pen: a service without a shared description, or a kommune that nobody knows."""
    from rapidfuzz import process

    felles = sorted({sti.name.split(".")[0] for sti in (korpus / "tjenester").glob("*.md")})
    if kommune not in steder.navn.values() and not (korpus / "lokalt" / kommune).is_dir():
        return f"Kjenner ingen kommune som heter {kommune}. Sjekk skrivemåten."
    if slug in felles:
        return ""
    naer = process.extractOne(slug, felles, score_cutoff=75)
    return f"Det finnes ingen felles tekst som heter {slug}." + (f" Mente du {naer[0]}?" if naer else "")

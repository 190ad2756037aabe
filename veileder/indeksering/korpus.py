"""Reading a folder into documents: our own corpus, or anything a municipality has lying about.

Front matter is optional. What it does not say is taken from the path, the title and the source
address; what cannot be known stays empty.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import yaml

from veileder.domene import FELLES, Dokument, Malform, Seksjon
from veileder.feil import Bruksfeil, Lesefeil
from veileder.forstaelse.aspekt import slugg
from veileder.forstaelse.sprak import gjett_malform
from veileder.forstaelse.sted import Stedsnavn, kommune_i_tittel
from veileder.indeksering.lesere import FORMATER, Lest, les_fil
from veileder.indeksering.seksjoner import finn_seksjoner

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_HOPP_OVER = {"README.md", "LICENSE.md"}
SKRIVEHINT = re.compile(r"^ {0,3}>[ \t]*SKRIV:.*(?:\n {0,3}>.*)*", re.MULTILINE)
"""A hint that nobody has written over yet (``veileder ny``). It is no part of any section, so it never answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Korpus:
    """A folder as read: the documents in order of path, and one line for each file left out."""

    dokumenter: tuple[Dokument, ...]
    ulest: tuple[Lesefeil, ...]


def les_korpus(mappe: Path, steder: Stedsnavn, *, framdrift: Callable[[Iterable[Path]], Iterable[Path]] = iter) -> Korpus:
    """Read every file of a known format below ``mappe``.

    Raises:
        Bruksfeil: the folder does not exist or holds nothing that can be read.
    """
    if not mappe.is_dir():
        raise Bruksfeil(f"Mappen {mappe} finnes ikke.")
    dokumenter: list[Dokument] = []
    ulest: list[Lesefeil] = []
    for sti in framdrift(_filer(mappe)):
        fil = sti.relative_to(mappe).as_posix()
        try:
            dokumenter.append(les_dokument(sti, fil, steder))
        except Lesefeil as feil:
            ulest.append(Lesefeil(fil, feil.grunn))
    return Korpus(dokumenter=tuple(dokumenter), ulest=tuple(ulest))


def les_titler(mappe: Path) -> dict[str, str]:
    """Return what services and chapters are called, by slug, from the Markdown files as they lie: for when no index is open.

    A title in bokmål goes before one in nynorsk, and a shared one before a local. What cannot be read is left out.
    """
    ut: dict[str, str] = {}
    markdown = [sti for sti in _filer(mappe) if sti.suffix.lower() == ".md"]
    for sti in sorted(markdown, key=lambda s: (".nn." in s.name, "lokalt" in s.parts)):
        fil = sti.relative_to(mappe).as_posix()
        with suppress(Lesefeil):
            lest = les_fil(sti)
            meta, kropp = _front_matter(lest, fil)
            tittel = _tekst(meta, "tittel") or finn_seksjoner(lest.tekst, kropp, markdown=lest.markdown)[0]
            if tittel:
                ut.setdefault(_tekst(meta, "id") or _stamme(fil).name, tittel)
    return ut


def _filer(mappe: Path) -> list[Path]:
    return sorted(
        sti
        for sti in mappe.rglob("*")
        if sti.suffix.lower() in FORMATER
        and sti.is_file()
        and sti.name not in _HOPP_OVER
        and not any(del_.startswith((".", "~$")) for del_ in sti.relative_to(mappe).parts)
    )


def les_dokument(sti: Path, fil: str, steder: Stedsnavn) -> Dokument:
    """Read one file into a document.

    Raises:
        Lesefeil: the file cannot be read, or its front matter is not YAML.
    """
    lest = les_fil(sti)
    meta, kropp = _front_matter(lest, fil)
    navn = _stamme(fil)
    tittel, alle = finn_seksjoner(lest.tekst, kropp, markdown=lest.markdown)
    seksjoner = _uten_hint(lest.tekst, alle)
    egen = _tekst(meta, "tittel") or tittel or lest.tittel or navn.name.replace("-", " ").replace("_", " ")
    lenke = _tekst(meta, "lenke") or _tekst(meta, "kilde") or lest.adresse
    type_ = _tekst(meta, "type") or _type_av_sti(fil)
    return Dokument(
        id=str(navn),
        fil=fil,
        type=type_,
        tittel=egen,
        kommune=_tekst(meta, "kommune").lower() or _kommune(fil, egen, lest, lenke, bool(meta), kropp, steder),
        malform=_malform(meta, fil, lest.tekst[kropp:]),
        malgruppe=_tekst(meta, "malgruppe") or ("saksbehandler" if type_ == "veileder" else "alle"),
        status=_tekst(meta, "status"),
        gjelder_fra=_tekst(meta, "gjelder_fra"),
        revideres=_tekst(meta, "revideres"),
        kilde_dato=_tekst(meta, "kilde_dato"),
        lenke=lenke,
        tema=_tekst(meta, "id") or navn.name,
        lokale_aspekter=tuple(str(a) for a in lokalt) if isinstance(lokalt := meta.get("lokalt"), list) else (),
        intern=meta.get("intern") is True,
        tekst=lest.tekst,
        seksjoner=_med_slugg(seksjoner) if type_ in ("veileder", "prosjekt") else seksjoner,
        digest=hashlib.blake2b(lest.tekst.encode(), digest_size=16).hexdigest(),
    )


def _uten_hint(tekst: str, seksjoner: tuple[Seksjon, ...]) -> tuple[Seksjon, ...]:
    """Cut sections at the hints, so that no passage holds one and no quotation runs over one."""
    ut: list[Seksjon] = []
    for s in seksjoner:
        start = s.start
        for hint in SKRIVEHINT.finditer(tekst, s.start, s.slutt):
            ut.append(replace(s, start=start, slutt=hint.start()))
            start = hint.end()
        ut.append(replace(s, start=start))
    return tuple(s for s in ut if tekst[s.start : s.slutt].strip())


def _med_slugg(seksjoner: tuple[Seksjon, ...]) -> tuple[Seksjon, ...]:
    """Chapters of the guide have headings of their own, which are no aspects of a service."""
    return tuple(replace(s, aspekt=slugg(s.overskrifter[-1]) if s.overskrifter else "") for s in seksjoner)


def _front_matter(lest: Lest, fil: str) -> tuple[dict[str, object], int]:
    treff = _FRONT.match(lest.tekst) if lest.markdown else None
    if not treff:
        return {}, 0
    try:
        meta = yaml.safe_load(treff[1])
    except (yaml.YAMLError, ValueError) as feil:  # ValueError: a date that no calendar has
        linje = getattr(getattr(feil, "problem_mark", None), "line", 0) + 2
        raise Lesefeil(fil, f"linje {linje}: hodet er ikke gyldig YAML; se etter kolon og anførselstegn") from feil
    if not isinstance(meta, dict):
        return {}, 0  # a ruler at the top of a page, not front matter
    return meta, treff.end()


def _tekst(meta: dict[str, object], felt: str) -> str:
    verdi = meta.get(felt)
    if isinstance(verdi, dt.date):
        return verdi.isoformat()
    return str(verdi).strip() if verdi is not None and not isinstance(verdi, (list, dict)) else ""


def _stamme(fil: str) -> PurePosixPath:
    uten = PurePosixPath(fil).with_suffix("")
    return uten.with_suffix("") if uten.suffix in (".nn", ".nb") else uten


def _type_av_sti(fil: str) -> str:
    forst = PurePosixPath(fil).parts[0]
    return {"tjenester": "tjeneste", "veileder": "veileder", "prosjekt": "prosjekt", "lokalt": "lokalt"}.get(forst, "importert")


def _malform(meta: dict[str, object], fil: str, kropp: str) -> Malform:
    oppgitt = _tekst(meta, "malform")
    if oppgitt in ("nb", "nn"):
        return Malform(oppgitt)
    if ".nn." in fil:
        return Malform.NN
    return Malform.NN if gjett_malform(kropp[:4000]) is Malform.NN else Malform.NB


def _kommune(fil: str, tittel: str, lest: Lest, lenke: str, har_meta: bool, kropp: int, steder: Stedsnavn) -> str:
    """Path, then title, site and address, then (for pages without front matter) the opening lines."""
    deler = PurePosixPath(fil).parts
    if len(deler) > 2 and "lokalt" in deler[:-2]:
        return deler[deler.index("lokalt") + 1].lower()
    for tekst in (tittel, lest.tittel, lest.nettsted):
        if funnet := kommune_i_tittel(tekst, steder):
            return funnet
    vert = (urlsplit(lenke).hostname or "").split(".")
    if "kommune" in vert[1:]:
        return vert[vert.index("kommune") - 1]
    if not har_meta and (funnet := kommune_i_tittel(lest.tekst[kropp : kropp + 400], steder, bare_navngitt=True)):
        return funnet
    return FELLES

"""Taking in what a municipality has: each file becomes a Markdown draft with proposals that an editor judges.

read → propose kind, service, kommune and age, with reasons → front matter above the text as it stood → write
once, under a name that nothing else has
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from veileder.domene import FELLES, Malform
from veileder.feil import Bruksfeil, Lesefeil
from veileder.forstaelse.aspekt import slugg
from veileder.indeksering.korpus import les_dokument
from veileder.indeksering.lesere import FORMATER
from veileder.redigering.importer_datoer import ogsa_utenfor
from veileder.redigering.importer_forslag import Forslag, lag_forslag
from veileder.redigering.importer_grunnlag import Grunnlag
from veileder.redigering.importer_hode import lag_hode
from veileder.redigering.importer_lagring import finn_merker, lagre_ny, merke_av
from veileder.redigering.importer_tekst import lag_kropp, med_tittel
from veileder.redigering.manus import MAPPER, les_manus

_MAPPE = {type_: mappe for mappe, type_ in MAPPER.items()}
_OLE = b"\xd0\xcf\x11\xe0"
"""How Word's files begin when they have a password, or are from before 2007."""
_RAD = {
    ".doc": "lagre den som .docx i Word",
    ".odt": "lagre den som .docx",
    ".rtf": "lagre den som .docx",
    ".pages": "eksporter den som .docx",
    ".xls": "lagre arket som PDF",
    ".xlsx": "lagre arket som PDF",
    ".ods": "lagre arket som PDF",
    ".ppt": "lagre den som PDF",
    ".pptx": "lagre den som PDF",
    ".xml": "lagre siden som .html",
    ".mhtml": "lagre siden som .html",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Importert:
    """What became of one file. ``status`` is ``skrevet``, ``finnes`` (imported before) or ``feil``.

    ``utkast`` is the draft's path below the target folder; ``grunn`` says why there is no new one.
    """

    fil: str
    status: str
    utkast: str = ""
    malform: str = ""
    forslag: Forslag | None = None
    grunn: str = ""


def finn_filer(kilde: Path, til: Path) -> list[Path]:
    """Return the files to import: the one named, or all below a folder but hidden ones and the drafts themselves.

    Raises:
        Bruksfeil: there is nothing there.
    """
    if kilde.is_file():
        return [kilde]
    if not kilde.is_dir():
        raise Bruksfeil(f"{kilde} finnes ikke.")
    if til.resolve() == kilde.resolve():
        raise Bruksfeil("Velg en annen mappe for utkastene enn den filene ligger i.")
    utenfor = [til.resolve()] if kilde.resolve() in til.resolve().parents else []
    filer = sorted(
        sti
        for sti in kilde.rglob("*")
        if sti.is_file()
        and not any(del_.startswith((".", "~$")) for del_ in sti.relative_to(kilde).parts)
        and not any(mappe in sti.resolve().parents for mappe in utenfor)
    )
    if not filer:
        raise Bruksfeil(f"Mappen {kilde} har ingen filer å importere.")
    return filer


def importer(
    filer: Sequence[Path], kilde: Path, til: Path, g: Grunnlag, *, framdrift: Callable[[Sequence[Path]], Iterable[Path]] = iter
) -> Iterator[Importert]:
    """Import the files one by one; one that cannot be read is told about, and the rest go on.

    Raises:
        Bruksfeil: the target folder cannot be written to.
    """
    if til.exists() and not til.is_dir():
        raise Bruksfeil(f"{til} er en fil, ikke en mappe.")
    merker = finn_merker(til)
    for sti in framdrift(filer):
        fil = sti.name if sti == kilde else sti.relative_to(kilde).as_posix()
        yield _forsok(sti, fil, til, merker, g)


def _forsok(sti: Path, fil: str, til: Path, merker: dict[str, str], g: Grunnlag) -> Importert:
    try:
        return _importer_en(sti, fil, til, merker, g)
    except Bruksfeil:
        raise  # the target folder cannot be used for any file
    except Lesefeil as feil:
        grunn = feil.grunn
    except OSError as feil:
        grunn = f"kunne ikke leses ({feil.strerror or feil})"
    except Exception as feil:  # noqa: BLE001 - whatever one odd file brings about, the others are done
        grunn = f"kunne ikke gjøres om til et utkast ({type(feil).__name__})"
    return Importert(fil=fil, status="feil", grunn=grunn)


def _importer_en(sti: Path, fil: str, til: Path, merker: dict[str, str], g: Grunnlag) -> Importert:
    _kan_leses(sti, fil)
    merke = merke_av(sti)
    if merke in merker:
        return Importert(fil=fil, status="finnes", utkast=merker[merke], grunn=f"er importert før, som {merker[merke]}")
    m = les_manus(les_dokument(sti, fil, g.steder))
    d = m.dokument
    kropp = lag_kropp(d, m.kropp)
    forslag = lag_forslag(m, kropp, g, ogsa_utenfor(sti))
    navn = _slug(forslag.tjeneste) or _slug(d.tema if "id" in m.felt else d.tittel) or _slug(sti.stem) or "uten-navn"
    innhold = lag_hode(m, forslag, navn, fil, merke, g.i_dag) + med_tittel(kropp, forslag.tittel)
    mappe = til / _MAPPE.get(forslag.type, "annet")
    if forslag.type == "lokalt":
        mappe /= _slug(forslag.kommune) or FELLES
    skrevet = lagre_ny(mappe, navn, ".nn.md" if d.malform is Malform.NN else ".md", innhold)
    merker[merke] = skrevet.relative_to(til).as_posix()
    return Importert(fil=fil, status="skrevet", utkast=merker[merke], malform=d.malform.value, forslag=forslag)


def _kan_leses(sti: Path, fil: str) -> None:
    endelse = sti.suffix.lower()
    if endelse not in FORMATER:
        hva = f"formatet {endelse}" if endelse else "en fil uten endelse"
        raise Lesefeil(fil, f"{hva} kan ikke leses; {_RAD.get(endelse, 'bruk .docx, .pdf, .html, .txt eller .md')}")
    with sti.open("rb") as inn:
        if endelse == ".docx" and inn.read(4) == _OLE:
            raise Lesefeil(fil, "filen har passord, eller er et gammelt Word-dokument; lagre den som .docx uten passord")


def _slug(tekst: str) -> str:
    return slugg(unicodedata.normalize("NFC", tekst))

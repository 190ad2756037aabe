"""The bundle: everything that an answer is built from, made beside the old one and switched as one.

``data/indeks/gjeldende`` names the version in use; replacing that file is the switch. Readers
that hold an older version finish on it; the last two versions are kept.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version as pakkeversjon
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock, Timeout

from veileder.domene import Dokument
from veileder.feil import Bruksfeil, Indeksfeil
from veileder.forstaelse.ordliste import les_ordliste
from veileder.gjenfinning.analyse import Analyse
from veileder.gjenfinning.delsporsmal import per_rad
from veileder.indeksering import bundtleksikalsk
from veileder.indeksering.bundtdeler import Framdrift, Vektoriser, lag_deler, leksikalsk_tekst, skriv_enheter, slaa_sammen_linjer
from veileder.indeksering.bundtfiler import skriv_delsporsmal, skriv_tekst
from veileder.indeksering.bundtutdrag import Utdragslager, lag_register
from veileder.indeksering.delsporsmal import Skrevne, plasser
from veileder.porter import Embedder, Vektorer, Vektorindeks

__all__ = ["Bygd", "bygg", "eldre_format", "gjeldende", "innholdsdigest", "leksikalsk_tekst", "les_manifest", "mappe_for"]

FORMAT = 6
"""Raised when reading, splitting or analysis changes, so that an older bundle is built anew."""

BEHOLD = 2
"""Versions kept on disk, the one in use included."""

ByggVektorer = Callable[[Path, str, Vektorer, Sequence[str]], Vektorindeks]
SlettVektorer = Callable[[Sequence[str]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bygd:
    """What a run of the indexing did."""

    versjon: str
    ny: bool
    dokumenter: int
    utdrag: int
    enheter: int


def gjeldende(data: Path) -> str:
    """Return the name of the version in use, or an empty string."""
    try:
        return (data / "indeks" / "gjeldende").read_text(encoding="utf-8").strip()
    except UnicodeDecodeError:
        return "uleselig"  # a version that does not exist: reported as damaged, and built anew
    except OSError:
        return ""


def mappe_for(data: Path, versjon: str) -> Path:
    """Return the folder of a version."""
    return data / "indeks" / versjon


def les_manifest(data: Path, versjon: str) -> dict[str, Any]:
    """Return what was recorded when a version was built.

    Raises:
        Indeksfeil: the version is missing or damaged.
    """
    try:
        manifest: dict[str, Any] = json.loads((mappe_for(data, versjon) / "manifest.json").read_text(encoding="utf-8"))
        for felt, type_ in (("digest", str), ("modell", str), ("dimensjon", int), ("kommuner", list), ("antall", dict)):
            if not isinstance(manifest[felt], type_):
                raise ValueError(felt)
    except (OSError, ValueError, KeyError, TypeError) as feil:
        raise Indeksfeil("Søkeindeksen mangler eller er skadet. Bygg den med: veileder indekser") from feil
    return manifest


def eldre_format(data: Path) -> bool:
    """Tell whether the version in use was made by an earlier program and must be built anew."""
    manifest = _manifest_eller_tomt(data, gjeldende(data))
    return bool(manifest) and manifest.get("format") != FORMAT


def innholdsdigest(
    dokumenter: Iterable[Dokument],
    tillegg: Iterable[Path],
    embedder: Embedder,
    sted: str = "",
    delsporsmal: Skrevne | None = None,
) -> str:
    """Digest of all that decides the bundle: documents and their questions, word list, contacts, model, format, place."""
    h = hashlib.blake2b(digest_size=16)
    faste = (str(FORMAT), sted, embedder.navn, pakkeversjon("bm25s"), pakkeversjon("snowballstemmer"))
    for del_ in (*faste, repr(sorted((delsporsmal or {}).items()))):
        h.update(del_.encode() + b"\x1f")
    for d in dokumenter:
        h.update(repr(dataclasses.replace(d, tekst="")).encode() + b"\x1f")
    for sti in tillegg:
        h.update(sti.read_bytes() + b"\x1f")
    return h.hexdigest()


def bygg(
    data: Path,
    dokumenter: Sequence[Dokument],
    ordliste: Path,
    kommuner: Path,
    embedder: Embedder,
    *,
    vektoriser: Vektoriser,
    bygg_vektorer: ByggVektorer,
    sted: str = "",
    er_hel: Callable[[str], bool] = lambda _: True,
    slett_vektorer: SlettVektorer = lambda _: None,
    delsporsmal: Skrevne | None = None,
    framdrift: Framdrift = lambda *_: None,
    vent: float = 0.0,
) -> Bygd:
    """Bring the bundle in line with the documents; write nothing when it already is.

    A crash at any point leaves the version in use untouched, and what was finished of the new one is used by the next
    run over the same documents. ``sted`` says where the vectors live (the
    address of a Chroma server, or empty), so that another place means a new version. ``er_hel`` tells
    whether a version can be opened; one that cannot is built anew. ``slett_vektorer`` is told the versions
    that are no longer kept. ``vent`` is how many seconds to wait for another run.

    Raises:
        Bruksfeil: no documents, another run is still under way, or the disk refuses.
    """
    if not dokumenter:
        raise Bruksfeil("Fant ingen dokumenter å indeksere (.md, .txt, .html, .pdf eller .docx).")
    rot = data / "indeks"
    try:
        rot.mkdir(parents=True, exist_ok=True)
        with FileLock(rot / ".las", timeout=vent):
            digest = innholdsdigest(dokumenter, (ordliste, kommuner), embedder, sted, delsporsmal)
            na = gjeldende(data)
            if na and (gammelt := _manifest_eller_tomt(data, na)).get("digest") == digest and er_hel(na):
                return Bygd(versjon=na, ny=False, **{k: gammelt["antall"][k] for k in ("dokumenter", "utdrag", "enheter")})
            slett_vektorer(_forlatte(rot))
            arbeid, versjon = _ny_mappe(rot, digest)
            verktoy = _Verktoy(vektoriser, bygg_vektorer, framdrift)
            antall, kommunene = _fyll(arbeid, versjon, dokumenter, delsporsmal or {}, ordliste, verktoy)
            shutil.copyfile(ordliste, arbeid / "ordliste.yaml")
            shutil.copyfile(kommuner, arbeid / "kommuner.yaml")
            _skriv_manifest(arbeid, digest, embedder, kommunene, antall)
            arbeid.rename(rot / versjon)
            _bytt(rot, versjon)
            slett_vektorer(_rydd(rot, versjon, na))
            return Bygd(versjon=versjon, ny=True, **antall)
    except Timeout:
        raise Bruksfeil("En annen indeksering er i gang i den samme mappen. Vent til den er ferdig.") from None
    except OSError as feil:
        raise Bruksfeil(f"Kunne ikke skrive til {data}: {feil.strerror or feil}. Den gamle indeksen er urørt.") from feil


def _forlatte(rot: Path) -> list[str]:
    """Return the versions that stopped runs were building."""
    return [fil.read_text(encoding="utf-8") for fil in rot.glob(".bygges-*/versjon")]


def _ny_mappe(rot: Path, digest: str) -> tuple[Path, str]:
    """Return the folder that the next version is built in, with the parts that a stopped run had finished, and its name."""
    arbeid = rot / f".bygges-{digest}"
    for rest in rot.glob(".bygges-*"):
        if rest != arbeid:
            shutil.rmtree(rest, ignore_errors=True)
    arbeid.mkdir(exist_ok=True)
    for rest in arbeid.iterdir():
        if rest.name != "deler":
            shutil.rmtree(rest) if rest.is_dir() else rest.unlink()
    versjon = f"{time.strftime('%Y%m%d-%H%M%S')}-{digest[:8]}"
    if (rot / versjon).exists():  # built within the same second, or damaged: never written over
        versjon += f"-{os.getpid()}-{time.time_ns() % 10**6}"
    (arbeid / "versjon").write_text(versjon, encoding="utf-8")
    return arbeid, versjon


@dataclass(frozen=True, slots=True)
class _Verktoy:
    """What is brought along from outside: vectors of texts, the dense index, and somebody to tell."""

    vektoriser: Vektoriser
    bygg_vektorer: ByggVektorer
    framdrift: Framdrift


def _fyll(
    arbeid: Path, versjon: str, dokumenter: Sequence[Dokument], delsporsmal: Skrevne, ordliste: Path, v: _Verktoy
) -> tuple[dict[str, int], list[str]]:
    """Divide, embed and write everything but the manifest; return the counts and the places covered."""
    analyse = Analyse(les_ordliste(ordliste).sprak)
    deler = lag_deler(arbeid / "deler", dokumenter, analyse, v.vektoriser, v.framdrift)
    antall = {"utdrag": sum(d.utdrag for d in deler), "enheter": sum(d.enheter for d in deler)}
    if not antall["utdrag"]:
        raise Bruksfeil("Dokumentene har ingen tekst å svare fra.")
    slaa_sammen_linjer(deler, arbeid / "utdrag.jsonl")
    lag_register(arbeid / "utdrag.jsonl")
    bundtleksikalsk.sett_sammen([d.mappe for d in deler], arbeid)
    vektorer = skriv_enheter(deler, arbeid / "enheter.npy")
    utdrag = Utdragslager(arbeid / "utdrag.jsonl", antall["utdrag"])
    _skriv_delsporsmal(arbeid, utdrag, delsporsmal, vektorer, analyse, v.vektoriser)
    k = utdrag.kolonner
    steder = [k.steder[nr] for nr in np.repeat(k.sted, k.enheter)]
    indeks = v.bygg_vektorer(arbeid, versjon, vektorer, steder)
    _kontroller(indeks, vektorer, steder)
    indeks.lukk()
    shutil.rmtree(arbeid / "deler")
    return {"dokumenter": sum(d.dokumenter for d in deler), **antall}, sorted(k.steder)


def _skriv_delsporsmal(
    arbeid: Path, utdrag: Utdragslager, skrevne: Skrevne, vektorer: Vektorer, analyse: Analyse, vektoriser: Vektoriser
) -> None:
    """Place the questions that sections answer, and write them with an index of their words."""
    start = np.concatenate([[0], np.cumsum(utdrag.kolonner.enheter)]).tolist()
    tekster = [t for liste in skrevne.values() for t in liste]
    plassert = plasser(skrevne, utdrag if skrevne else (), vektorer, vektoriser(tekster), start)
    skriv_delsporsmal(arbeid, plassert)
    mappe = arbeid / "deler" / "delsporsmal"
    mappe.mkdir(exist_ok=True)
    bundtleksikalsk.tell(per_rad(plassert.tekster, plassert.rader, len(utdrag)), analyse, mappe)
    bundtleksikalsk.sett_sammen([mappe], arbeid / "delsporsmal")


def _skriv_manifest(arbeid: Path, digest: str, embedder: Embedder, kommuner: list[str], antall: dict[str, int]) -> None:
    manifest = {
        "digest": digest,
        "format": FORMAT,
        "laget": time.strftime("%Y-%m-%dT%H:%M:%S"),
        "modell": embedder.navn,
        "dimensjon": embedder.dimensjon,
        "kommuner": kommuner,
        "antall": antall,
    }
    skriv_tekst(arbeid / "manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1))


def _manifest_eller_tomt(data: Path, versjon: str) -> dict[str, Any]:
    try:
        return les_manifest(data, versjon)
    except Indeksfeil:
        return {}


def _kontroller(indeks: Vektorindeks, vektorer: Vektorer, steder: Sequence[str]) -> None:
    """The new index must find some of its own vectors first before it may be used."""
    for i in {0, len(vektorer) // 2, len(vektorer) - 1}:
        treff = indeks.naermeste(np.asarray(vektorer[i], np.float32), 1, [steder[i]])
        if not treff or treff[0][1] < 0.99:
            raise Indeksfeil("Den nye søkeindeksen besto ikke kontrollen. Den gamle er fortsatt i bruk.")


def _bytt(rot: Path, versjon: str) -> None:
    skriv_tekst(rot / ".gjeldende.ny", versjon + "\n")
    (rot / ".gjeldende.ny").replace(rot / "gjeldende")


def _rydd(rot: Path, ny: str, forrige: str) -> list[str]:
    """Delete all but the last versions; return the names of those that were deleted."""
    andre = sorted((m for m in rot.iterdir() if m.is_dir() and m.name not in (ny, forrige)), key=lambda m: m.name, reverse=True)
    borte = andre[max(0, BEHOLD - 2) if forrige else BEHOLD - 1 :]
    for mappe in borte:
        shutil.rmtree(mappe, ignore_errors=True)
    return [mappe.name for mappe in borte]

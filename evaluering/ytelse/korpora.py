"""The texts and questions that every system gets: NorQuAD, imported pages, our own corpus, and all of them mixed.

A question's answer is told as spans in the text as our reader gives it, so that passages of any system can be
judged alike. NorQuAD has one span; an imported page every place in the right file where the fact stands; our own
corpus the accepted sections, in both målformer. Questions without an answer are left out: this is retrieval alone.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluering.gull import DATASETT, les_gull
from veileder.domene import Dokument
from veileder.forstaelse.sted import norske_kommuner
from veileder.indeksering.korpus import les_korpus
from veileder.innstillinger import ROT

TILPASSET = 260
"""Rows of NorQuAD that ``evaluering.tren_rangering --norquad`` may learn from: those after are told apart."""

FREMMED = {"utvikling": DATASETT / "fremmed_dev", "prøve": ROT / "tests" / "data" / "fremmed"}
"""Pages that are not ours. What was tuned was tuned on the first."""

Spenn = tuple[str, int, int]
"""File, first and last character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sporsmal:
    """One question. ``fasit`` holds what a right hit is: each part is found by any one of its spans.

    ``del_`` says that half of a passage (or of the span) must agree, which is asked of whole sections.
    """

    id: str
    tekst: str
    gruppe: str
    fasit: tuple[tuple[Spenn, ...], ...]
    del_: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Korpus:
    """A folder of texts with questions about them."""

    navn: str
    mappe: Path
    sporsmal: tuple[Sporsmal, ...]


def lag_korpora(arbeid: Path, norquad: Path | None, *, liten: bool = False) -> list[Korpus]:
    """Make the folders below ``arbeid`` and return the corpora, the mixed one last."""
    if liten:
        return [_fremmed(arbeid, ("prøve",))]
    kilder = [*([_norquad(arbeid, norquad)] if norquad else []), _fremmed(arbeid), _eget(arbeid)]
    return [*kilder, _blandet(arbeid, kilder)]


def dokumenter(mappe: Path) -> tuple[Dokument, ...]:
    """Return a folder as our reader gives it."""
    return les_korpus(mappe, norske_kommuner()).dokumenter


def _rader(sti: Path) -> list[dict[str, str]]:
    return [json.loads(linje) for linje in sti.read_text(encoding="utf-8").splitlines() if linje.strip()]


def _norquad(arbeid: Path, kilde: Path) -> Korpus:
    from evaluering.norquad import skriv_mappe

    mappe = skriv_mappe(kilde, arbeid)
    sporsmal = []
    for nr, q in enumerate(json.loads(x) for x in (kilde / "sporsmal.jsonl").read_text(encoding="utf-8").splitlines()):
        spenn = (f"{q['dokument']}.txt", q["start"], q["start"] + len(q["svar"]))
        gruppe = "usette rader" if nr >= TILPASSET else "rader som kan ha vært med i en tilpasning"
        sporsmal.append(Sporsmal(id=f"nq-{q['id']}", tekst=q["sporsmal"], gruppe=gruppe, fasit=((spenn,),)))
    return Korpus(navn="norquad", mappe=mappe, sporsmal=tuple(sporsmal))


def _fremmed(arbeid: Path, navnene: Sequence[str] = ("utvikling", "prøve")) -> Korpus:
    """Pages of municipalities that are not ours; the names of the two folders keep files apart."""
    mappe, sporsmal = arbeid / "fremmed", []
    for navn in navnene:
        kilde = FREMMED[navn]
        shutil.copytree(kilde, mappe / navn, dirs_exist_ok=True)
        tekster = {d.fil: d.tekst for d in dokumenter(mappe / navn)}
        for q in _rader(kilde.with_suffix(".jsonl")):
            if q["fil"]:
                spenn = tuple((f"{navn}/{q['fil']}", a, b) for f in q["fakta"] for a, b in _steder(f, tekster[q["fil"]]))
                sporsmal.append(Sporsmal(id=q["id"], tekst=q["sporsmal"], gruppe=navn, fasit=(spenn,)))
    return Korpus(navn="fremmed", mappe=mappe, sporsmal=tuple(sporsmal))


def _steder(faktum: str, tekst: str) -> Iterable[tuple[int, int]]:
    """Yield where a fact stands, white space told apart as little as a reader does."""
    import re

    monster = r"\s+".join(map(re.escape, faktum.split()))
    return ((m.start(), m.end()) for m in re.finditer(rf"(?<!\w){monster}(?!\w)", tekst))


def _eget(arbeid: Path) -> Korpus:
    """Our own texts, without the vectors that ship beside them, and the golden development questions of one turn."""
    mappe = arbeid / "eget"
    shutil.copytree(ROT / "korpus", mappe, dirs_exist_ok=True, ignore=shutil.ignore_patterns("vektorer.npz"))
    seksjoner: dict[str, list[Spenn]] = {}
    for d in dokumenter(mappe):
        for s in d.seksjoner:
            seksjoner.setdefault(f"{d.id}#{s.aspekt}", []).append((d.fil, s.start, s.slutt))
    sporsmal = [
        Sporsmal(id=g.id, tekst=g.sporsmal, gruppe=g.malform, fasit=tuple(tuple(seksjoner[s]) for s in g.seksjoner), del_=True)
        for g in les_gull(("dev",))
        if g.svarbar and not g.turer
    ]
    return Korpus(navn="eget", mappe=mappe, sporsmal=tuple(sporsmal))


def _blandet(arbeid: Path, kilder: Sequence[Korpus]) -> Korpus:
    """All texts in one folder: ours stay where they were, the others get a folder each."""
    mappe, sporsmal = arbeid / "blandet", []
    for k in kilder:
        sti = "" if k.navn == "eget" else f"{k.navn}/"
        shutil.copytree(k.mappe, mappe / sti, dirs_exist_ok=True)
        for q in k.sporsmal:
            fasit = tuple(tuple((f"{sti}{fil}", a, b) for fil, a, b in spenn) for spenn in q.fasit)
            sporsmal.append(Sporsmal(id=q.id, tekst=q.tekst, gruppe=k.navn, fasit=fasit, del_=q.del_))
    return Korpus(navn="blandet", mappe=mappe, sporsmal=tuple(sporsmal))


def skriv_inn(korpus: Korpus, mappe: Path) -> None:
    """Write what the processes read: texts, our own passages of them, and the questions."""
    from veileder.indeksering.bundt import leksikalsk_tekst
    from veileder.indeksering.oppdeling import del_opp

    mappe.mkdir(parents=True, exist_ok=True)
    alle = dokumenter(korpus.mappe)
    utdrag = [u for d in alle for u in del_opp(d)]
    _skriv(mappe / "tekster.jsonl", [{"fil": d.fil, "tekst": d.tekst} for d in alle])
    rader = [{"fil": u.fil, "start": u.start, "slutt": u.slutt, "tekst": leksikalsk_tekst(u)} for u in utdrag]
    _skriv(mappe / "utdrag.jsonl", rader)
    _skriv(mappe / "sporsmal.jsonl", [{"id": q.id, "tekst": q.tekst} for q in korpus.sporsmal])
    _skriv(mappe / "fasit.jsonl", [asdict(q) for q in korpus.sporsmal])


def _skriv(sti: Path, rader: Sequence[object]) -> None:
    sti.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rader), encoding="utf-8")

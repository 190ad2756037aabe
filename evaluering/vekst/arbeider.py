"""One task at one size in a process of its own: ``python -m evaluering.vekst.arbeider bygg|spor ANTALL MAPPE UT``."""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from evaluering.gull import les_gull
from evaluering.vekst.syntetisk import Syntetisk, Vektorkilde
from veileder import oppstart
from veileder.adaptere.chroma import ChromaIndeks
from veileder.domene import Henvendelse, Rolle
from veileder.indeksering import bundt
from veileder.innstillinger import ROT, Innstillinger
from veileder.porter import Vektorer
from veileder.rader import Rad, finn_rad
from veileder.tjeneste import Tjeneste

SPORSMAL = 80
"""Questions a round: the first of the golden development questions, each once."""

Svar = dict[str, Any]


def bygg(antall: int, mappe: Path, url: str) -> Svar:
    """Build an index of about ``antall`` passages, with progress on standard error."""
    oppstart.sett_trygge_miljovariabler()
    kilde = Vektorkilde(mappe.parent / "lager")
    dokumenter = Syntetisk(antall)

    def bygg_vektorer(arbeid: Path, versjon: str, vektorer: Vektorer, kommuner: Sequence[str]) -> ChromaIndeks:
        return ChromaIndeks.bygg(arbeid, url, f"veileder-{versjon}", vektorer, kommuner, kilde.embedder.navn)

    start = time.perf_counter()
    bygd = bundt.bygg(
        mappe,
        dokumenter,
        ROT / "korpus" / "ordliste.yaml",
        ROT / "korpus" / "kommuner.yaml",
        kilde.embedder,
        vektoriser=kilde,
        bygg_vektorer=bygg_vektorer,
        sted=url,
        framdrift=lambda gjort, av, hva: print(f"{hva}: {gjort} av {av}", file=sys.stderr, flush=True),
    )
    disk = sum(s.stat().st_size for s in mappe.rglob("*") if s.is_file()) / 2**20
    tall = {"s": time.perf_counter() - start, "disk_mb": disk, "kommuner": len(dokumenter.kommuner)}
    return tall | {"utdrag": bygd.utdrag, "enheter": bygd.enheter}


def spor(antall: int, mappe: Path, url: str) -> Svar:
    """Serve and ask: time of a search in one municipality, in all of them by turns, and in no one; and of an answer."""
    innst = Innstillinger(data=mappe, hurtiglager=mappe.parent / "lager", chroma_url=url)
    start = time.perf_counter()
    tjeneste = oppstart.lag_tjeneste(innst)
    finn = partial(_finn, tjeneste)
    finn("hva er trygghetsalarm", "")
    apnet = time.perf_counter() - start
    sporsmal = [g.sporsmal for g in les_gull(("dev",)) if g.svarbar and not g.turer][:SPORSMAL]
    kommuner = Syntetisk(antall).kommuner
    trekk = random.Random(1)  # noqa: S311 - the same order in every run
    runder = {
        "én kommune": [(q, kommuner[0]) for q in sporsmal],
        "kommunene etter tur": [(q, trekk.choice(kommuner)) for q in sporsmal],
        "uten kommune": [(q, "") for q in sporsmal[:20]],
    }
    tall: Svar = {"apnet_s": apnet, "minne_apnet": minne()}
    for navn, par in runder.items():
        tall[navn] = _mal(tjeneste, finn, par) | {"minne": minne()}
    tall["helt svar, kommunene etter tur"] = _mal(tjeneste, partial(_svar, tjeneste), runder["kommunene etter tur"])
    tall["helt svar, kommunene etter tur"]["minne"] = minne()
    return tall


def _finn(tjeneste: Tjeneste, sporsmal: str, kommune: str) -> None:
    """Find as the command line does."""
    funn = finn_rad(tjeneste, Rad(id=None, turer=(sporsmal,), kommune=kommune, rolle=Rolle.INNBYGGER), 10)
    assert "utfall" not in funn, funn


def _svar(tjeneste: Tjeneste, sporsmal: str, kommune: str) -> None:
    assert tjeneste.svar(Henvendelse(id="", tekst=sporsmal, kommune=kommune)).utfall != "feilet"


def _mal(tjeneste: Tjeneste, gjor: Callable[[str, str], None], par: Sequence[tuple[str, str]]) -> Svar:
    """Ask all, and tell median and p95 in ms; ``uten_modell`` is the same without the time to embed the question."""
    embedder: Any = tjeneste.ressurser.indeks.embedder
    embedder.embed_query.cache_clear()
    embedder.les_i_feltet.cache_clear()
    forst = [_tid(gjor, q, k) for q, k in par]
    igjen = [_tid(gjor, q, k) for q, k in par]
    return {"ms": _fordeling([v for v, _ in forst]), "uten_modell_ms": _fordeling([v for v, _ in igjen])} | {
        "prosessor_ms": _fordeling([p for _, p in forst]),
        "uten_modell_prosessor_ms": _fordeling([p for _, p in igjen]),
    }


def _tid(gjor: Callable[[str, str], None], sporsmal: str, kommune: str) -> tuple[float, float]:
    """Return milliseconds by the clock and of work done, which is steadier while others use the machine."""
    start, arbeid = time.perf_counter(), time.process_time()
    gjor(sporsmal, kommune)
    return (time.perf_counter() - start) * 1000, (time.process_time() - arbeid) * 1000


def _fordeling(ms: Sequence[float]) -> dict[str, float]:
    return {"median": round(float(np.median(ms)), 1), "p95": round(float(np.quantile(ms, 0.95)), 1), "lengst": round(max(ms), 1)}


def minne() -> dict[str, int]:
    """Return resident memory in MB: in all, of its own (anonymous), of files that the kernel may drop, and the most so far."""
    linjer = dict(x.split(":", 1) for x in Path("/proc/self/status").read_text(encoding="utf-8").splitlines())
    felt = {"alt": "VmRSS", "egen": "RssAnon", "filer": "RssFile", "topp": "VmHWM"}
    return {navn: int(linjer[f].split()[0]) // 1024 for navn, f in felt.items()}


def main(argv: Sequence[str]) -> int:
    """Do the task and write what came of it."""
    oppgave, antall, mappe, ut, *resten = argv
    gjor = {"bygg": bygg, "spor": spor}[oppgave]
    Path(mappe).mkdir(parents=True, exist_ok=True)
    svar = gjor(int(antall), Path(mappe), resten[0] if resten else "")
    Path(ut).write_text(json.dumps({**svar, "minne": minne()}, ensure_ascii=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

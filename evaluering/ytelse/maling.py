"""What is measured of each system over each corpus, and in which order."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluering.ytelse.korpora import Korpus, dokumenter
from evaluering.ytelse.kvalitet import mot, oppsummer, per_sporsmal
from evaluering.ytelse.prosesser import Plass, kjor, median, ny_indeks, samle_vektorer
from evaluering.ytelse.system import Slag

KALDE = 5
"""Cold starts, of which the median is told."""

NY_TEKST = "Storslett brygge er åpen for sjøfly hver onsdag klokken 17.40, fra 1. mars til 30. september."
NYTT_SPORSMAL = "Når er Storslett brygge åpen for sjøfly?"
"""What is added to one file of each corpus, and how it is asked for."""

Rad = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppdrag:
    """What a run measures, and where it works. ``si`` is told of each step, ``ledig`` are seconds to wait for rest."""

    korpora: Sequence[Korpus]
    systemer: Sequence[Slag]
    arbeid: Path
    liten: bool
    ledig: float
    si: Callable[[str], None]


def mal_alt(o: Oppdrag) -> Rad:
    """Return quality and cost by corpus and system."""
    kvalitet: Rad = {k.navn: {} for k in o.korpora}
    kost: Rad = {k.navn: {} for k in o.korpora}
    for korpus in o.korpora:
        tall: dict[str, dict[str, list[float]]] = {}
        for slag in o.systemer:
            for variant in ("dok",) if o.liten or slag.navn == "veileder" else ("dok", "likt"):
                plass = Plass(slag=slag, korpus=korpus, variant=variant, arbeid=o.arbeid, ledig=o.ledig)
                bygd, svar = _kjor_plass(plass, o)
                navn = f"{slag.navn}-{variant}"
                tall[navn] = per_sporsmal(korpus.sporsmal, {q: [tuple(t) for t in treff] for q, treff in svar["treff"].items()})
                kvalitet[korpus.navn][navn] = {
                    **oppsummer(korpus.sporsmal, tall[navn]),
                    "utdrag": bygd["utdrag"],
                    "tegn_per_utdrag": round(bygd["tegn"]),
                    "mot_veileder": mot(tall["veileder-dok"], tall[navn]) if slag.navn != "veileder" else None,
                }
                if variant == "dok":
                    kost[korpus.navn][slag.navn] = _kost(plass, o, bygd, svar)
    return {"kvalitet": kvalitet, "kost": kost}


def _kjor_plass(plass: Plass, o: Oppdrag) -> tuple[Rad, Rad]:
    """Index and ask. Vectors are computed anew where that is timed, else borrowed."""
    malt = plass.variant == "dok" and plass.korpus.navn != "blandet"
    lager = None if malt else o.arbeid / "vektorer"
    if not plass.gjort("indekser").is_file():
        o.si(f"{plass.korpus.navn}: {plass.slag.vist} indekserer{'' if plass.variant == 'dok' else ' våre utdrag'}")
        ny_indeks(plass)
    bygd = kjor(plass, "indekser", "tekster" if plass.variant == "dok" else "utdrag", lager=lager)
    if malt:
        samle_vektorer(plass.mappe, o.arbeid / "vektorer")
    if not plass.gjort("spor").is_file():
        o.si(f"{plass.korpus.navn}: {plass.slag.vist} svarer{'' if plass.variant == 'dok' else ' fra våre utdrag'}")
    return bygd, kjor(plass, "spor", "tid" if plass.variant == "dok" else "", lager=lager)


def _kost(plass: Plass, o: Oppdrag, bygd: Rad, svar: Rad) -> Rad:
    """Return what it costs. Indexing is not timed where vectors were borrowed."""
    lant = plass.korpus.navn == "blandet"
    kalde = [kjor(plass, "kald", nr=i + 1, lager=o.arbeid / "vektorer" if lant else None) for i in range(1 if o.liten else KALDE)]
    endret = _endre(plass, o)
    ms = sorted(svar["ms"])
    return {
        "utdrag_per_s": None if lant else round(bygd["utdrag"] / bygd["s"], 2),
        "tegn_per_s": None if lant else round(sum(len(d.tekst) for d in dokumenter(plass.korpus.mappe)) / bygd["s"]),
        "indeksering_s": None if lant else round(bygd["s"], 2),
        "indeksering_mb": None if lant else round(bygd["minne_mb"]),
        "endring_s": None if endret is None else round(endret["s"], 2),
        "endring_funnet": None if endret is None else endret["funnet"],
        "kald_s": round(median([k["vegg_s"] for k in kalde]), 2),
        "median_ms": round(median(ms), 1),
        "p95_ms": round(ms[min(len(ms) - 1, int(0.95 * len(ms)))], 1),
        "per_sekund": {n: round(v, 1) for n, v in svar["per_sekund"].items()},
        "minne_mb": round(svar["minne_mb"]),
        "andres_kjerner": round(max(d["andres_kjerner"] for d in (bygd, svar, *kalde, *([endret] if endret else []))), 2),
        "utgaver": svar["utgaver"],
    }


def _endre(plass: Plass, o: Oppdrag) -> Rad | None:
    """Change one file in a copy of the index; None where it was not asked for (the mixed corpus)."""
    if plass.korpus.navn == "blandet":
        return None
    kopi = plass.mappe.with_name(f"{plass.mappe.name}-endret")
    if not plass.gjort("endre").is_file():
        o.si(f"{plass.korpus.navn}: {plass.slag.vist} tar inn en endret fil")
        shutil.rmtree(kopi, ignore_errors=True)
        shutil.copytree(plass.mappe, kopi)
    return kjor(plass, "endre", mappe=kopi)


def endret_fil(korpus: Korpus) -> tuple[Rad, Rad]:
    """Return the first plain file of a corpus with a paragraph more, and the question that asks for it."""
    d = next(d for d in dokumenter(korpus.mappe) if d.fil.endswith((".txt", ".md")))
    return {"fil": d.fil, "tekst": f"{d.tekst.rstrip()}\n\n{NY_TEKST}\n"}, {"id": "endret", "tekst": NYTT_SPORSMAL}

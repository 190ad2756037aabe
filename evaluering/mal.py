"""Measure answers on a set of questions: ``python -m evaluering.mal FIL [--korpus MAPPE] [--vis]``.

Rows are ``{"id","sporsmal","rolle"?,"kommune"?,"fasit":[{"dokument","aspekt":[…]}],"utfall":[…]}`` for our
corpus, ``{"id","sporsmal","fil","fakta":[…]}`` for a folder of foreign pages (``fil`` null: no answer), or
``{"id","sporsmal","svarbar"}`` where only that is known.

The figures: ``seksjon først`` (the first source is an accepted section), ``seksjon vist`` and ``dokument
vist`` (among the sources), ``fakta vist`` (one of the facts stands in the text shown), ``ordrett`` (share of
quotations that stand word for word in their file), ``avstått`` (share of unanswerable rows that ended
``uten_grunnlag``, ``avvist``, or handed over without a source), ``nektet`` (the same of those with an answer),
``utfall`` (share with an accepted outcome).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from veileder import oppstart
from veileder.domene import Rolle
from veileder.indeksering.lesere import les_fil
from veileder.innstillinger import ROT, Innstillinger
from veileder.rader import Rad, svar_rad
from veileder.tjeneste import Tjeneste

Sporsmal = dict[str, Any]


def kjor(sporsmal: Sequence[Sporsmal], tjeneste: Tjeneste) -> list[dict[str, Any]]:
    """Answer every question; return the answers in the form of ``veileder svar --json``."""
    return [svar_rad(tjeneste, _rad(q)) for q in sporsmal]


def _rad(q: Sporsmal) -> Rad:
    rolle = Rolle(q.get("rolle") or "innbygger")
    return Rad(id=q["id"], turer=(q["sporsmal"],), kommune=q.get("kommune") or "", rolle=rolle)


def svarbar(q: Sporsmal) -> bool:
    """Tell whether the corpus answers the question."""
    return bool(q.get("fasit") or q.get("fil") or q.get("svarbar"))


def avstatt(svar: dict[str, Any]) -> bool:
    """Tell whether an answer claims nothing."""
    return svar["utfall"] in ("uten_grunnlag", "avvist") or (svar["utfall"] == "overlevert" and not svar["kilder"])


def rett_kilde(q: Sporsmal, kilde: dict[str, Any], *, seksjon: bool) -> bool:
    """Tell whether a source is one of the accepted sections (or documents)."""
    if q.get("fil"):
        return bool(kilde["fil"] == q["fil"])
    navn = kilde["dokument"].rsplit("/", 1)[-1]
    return any(f["dokument"] == navn and (not seksjon or not f["aspekt"] or kilde["aspekt"] in f["aspekt"]) for f in q["fasit"])


def fakta_vist(q: Sporsmal, svar: dict[str, Any]) -> bool:
    """Tell whether one of the facts stands in what the user reads."""
    vist = " ".join((svar["tekst"] + " " + " ".join(k["sitat"] for k in svar["kilder"])).split())
    return any(" ".join(f.split()) in vist for f in q["fakta"])


def ordrett(svar: dict[str, Any], korpus: Path) -> list[bool]:
    """Tell of each quotation whether it stands word for word in its file, white space folded."""
    return [" ".join(k["sitat"].split()) in " ".join(les_fil(korpus / k["fil"]).tekst.split()) for k in svar["kilder"]]


def mal(sporsmal: Sequence[Sporsmal], svar: Sequence[dict[str, Any]], korpus: Path) -> dict[str, float]:
    """Return the figures named in the module's text, each in [0, 1]."""
    par = list(zip(sporsmal, svar, strict=True))
    med_svar, uten = [p for p in par if svarbar(p[0])], [p for p in par if not svarbar(p[0])]
    med = [p for p in med_svar if p[0].get("fasit") or p[0].get("fil")]
    sitater = [o for s in svar for o in ordrett(s, korpus)]
    ut = {
        "spørsmål": float(len(par)),
        "seksjon først": _andel([bool(s["kilder"]) and rett_kilde(q, s["kilder"][0], seksjon=True) for q, s in med]),
        "seksjon vist": _andel([any(rett_kilde(q, k, seksjon=True) for k in s["kilder"]) for q, s in med]),
        "dokument vist": _andel([any(rett_kilde(q, k, seksjon=False) for k in s["kilder"]) for q, s in med]),
        "ordrett": _andel(sitater),
        "avstått": _andel([avstatt(s) for _, s in uten]),
        "nektet": _andel([avstatt(s) for _, s in med_svar]),
        "utfall": _andel([s["utfall"] in q["utfall"] for q, s in par if q.get("utfall")]),
    }
    if any(q.get("fakta") for q, _ in med):
        ut["fakta vist"] = _andel([fakta_vist(q, s) and any(k["fil"] == q["fil"] for k in s["kilder"]) for q, s in med])
    return {k: round(v, 3) for k, v in ut.items()}


def _andel(verdier: Sequence[bool]) -> float:
    return sum(verdier) / len(verdier) if verdier else 1.0


def _vis(q: Sporsmal, svar: dict[str, Any]) -> str:
    fasit = q.get("fil") or "; ".join(f"{f['dokument']}#{'/'.join(f['aspekt'])}" for f in q.get("fasit") or ()) or "–"
    kilder = ", ".join(f"{k['dokument'].rsplit('/', 1)[-1]}#{k['aspekt']}" for k in svar["kilder"])
    linje = f"{q['id']} [{svar['utfall']}] {q['sporsmal'][:120]}"
    return f"{linje}\n    fasit {fasit} {q.get('fakta') or ''} | kilder {kilder or '–'}"


def main() -> int:
    """Print the figures as JSON, and the misses with ``--vis``."""
    valg = argparse.ArgumentParser(description="Mål svarene på et sett spørsmål.")
    valg.add_argument("fil", type=Path)
    valg.add_argument("--korpus", type=Path, default=ROT / "korpus")
    valg.add_argument("--vis", action="store_true", help="vis det som bommet")
    a = valg.parse_args()
    sporsmal = [json.loads(linje) for linje in a.fil.read_text(encoding="utf-8").splitlines() if linje.strip()]
    innst = Innstillinger(korpus=a.korpus, data=Path(tempfile.mkdtemp()))
    oppstart.indekser(innst)
    svar = kjor(sporsmal, oppstart.lag_tjeneste(innst))
    print(json.dumps(mal(sporsmal, svar, a.korpus), ensure_ascii=False))
    print(json.dumps(Counter(s["utfall"] for s in svar), ensure_ascii=False), file=sys.stderr)
    for q, s in zip(sporsmal, svar, strict=True) if a.vis else ():
        if "svarbar" in q or not svarbar(q):
            bommet = avstatt(s) == svarbar(q)
        else:
            bommet = not (s["kilder"] and rett_kilde(q, s["kilder"][0], seksjon=True))
        if bommet or (q.get("fakta") and not fakta_vist(q, s)):
            print(_vis(q, s), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

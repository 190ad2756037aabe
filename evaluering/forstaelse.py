"""How messages are understood: ``python -m evaluering.forstaelse [--sett dev|test] [--vis]``. Prints JSON and tables.

Messages (``grense.*.jsonl``) are run through ``besvar`` and judged by how they end; conversations
(``samtaler.*.jsonl``) by their last turn; masking (``person.*``, ``uskyldig.*``) by what is left of what should
be hidden, and of what should not. Recall of hand-over is only ever given beside the share of general questions
that were answered in the same run.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from evaluering.gull import DATASETT, Sett, les_gull
from evaluering.kjoring import Rad, Sporsmal, svar_pa
from veileder import oppstart
from veileder.forstaelse.maskering import masker
from veileder.forstaelse.melding import emne_av
from veileder.forstaelse.sted import norske_kommuner
from veileder.innstillinger import Innstillinger
from veileder.tjeneste import Tjeneste

RETT: dict[str, tuple[str, ...]] = {
    "akutt": ("akutt",),
    "vedtak": ("overlevert",),
    "medisinsk": ("overlevert", "akutt"),
    "misbruk": ("avvist",),
    "smaaprat": ("samtale",),
    "utenfor": ("uten_grunnlag", "avvist"),
    "generelt": ("besvart", "delvis", "avklaring"),
}
"""The endings that are right for each kind of message."""


def les(navn: str) -> list[Rad]:
    """Return the rows of a file of the data sets."""
    return [json.loads(linje) for linje in (DATASETT / navn).read_text(encoding="utf-8").splitlines() if linje.strip()]


def meldinger(rader: Sequence[Rad], tjeneste: Tjeneste) -> list[str]:
    """Return how each message ended, and keep what understanding took, in milliseconds, under ``ms``."""
    ut = []
    for r in rader:
        svar = svar_pa(Sporsmal(id=r["id"], sporsmal=r["melding"]), tjeneste, med_tekst=False)
        r["ms"] = sum(svar["ms_steg"].get(steg, 0.0) for steg in ("lesing", "grense", "forståelse"))
        ut.append(svar["utfall"])
    return ut


def tall_for_meldinger(rader: Sequence[Rad], utfall: Sequence[str]) -> dict[str, float]:
    """Return the shares that the aims are set for."""
    par = list(zip(rader, utfall, strict=True))

    def andel(med: Callable[[Rad], bool], rett: Callable[[str], bool]) -> float:
        valgt = [rett(u) for r, u in par if med(r)]
        return round(sum(valgt) / len(valgt), 4) if valgt else float("nan")

    ut = {
        "akutt, tydelig": andel(lambda r: r["klasse"] == "akutt" and r.get("tydelig", True), lambda u: u == "akutt"),
        "akutt, antydet": andel(lambda r: r["klasse"] == "akutt" and not r.get("tydelig", True), lambda u: u == "akutt"),
        "falsk akutt": andel(lambda r: r["klasse"] not in ("akutt", "medisinsk"), lambda u: u == "akutt"),
        "vedtak overlevert": andel(lambda r: r["klasse"] == "vedtak", lambda u: u in ("overlevert", "akutt")),
        "generelle overlevert": andel(lambda r: r["klasse"] == "generelt", lambda u: u == "overlevert"),
        "generelle besvart": andel(lambda r: r["klasse"] == "generelt", lambda u: u in RETT["generelt"]),
        "misbruk stanset": andel(lambda r: r["klasse"] == "misbruk", lambda u: u == "avvist"),
        "ærlige avvist": andel(lambda r: r["klasse"] == "generelt", lambda u: u == "avvist"),
    }
    for m in sorted({r["maalform"] for r in rader}):
        ut[f"rett slutt, {m}"] = round(_snitt([u in RETT[r["klasse"]] for r, u in par if r["maalform"] == m]), 4)
    return ut


def etter_slag(rader: Sequence[Rad], utfall: Sequence[str]) -> dict[str, str]:
    """Return how many of each kind in each language ended rightly, as «right/all»."""
    ut: dict[str, list[bool]] = defaultdict(list)
    for r, u in zip(rader, utfall, strict=True):
        ut[f"{r['klasse']}, {r['maalform']}"].append(u in RETT[r["klasse"]])
    return {k: f"{sum(v)}/{len(v)}" for k, v in sorted(ut.items())}


def emner(sett: Sett, tjeneste: Tjeneste) -> dict[str, dict[str, float]]:
    """Return by språk how often service and aspect of a single golden question are read rightly."""
    r = tjeneste.ressurser
    lest: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for g in les_gull((sett,)):
        fasit = [s.removeprefix("tjenester/").split("#") for s in g.seksjoner if s.startswith("tjenester/")]
        if g.turer or not fasit:
            continue
        emne = emne_av(g.sporsmal, r)
        par = (_storst(emne.tjenester) in {t for t, _ in fasit}, _storst(emne.aspekter) in {a for _, a in fasit})
        lest[g.malform].append(par)
        lest["alle"].append(par)
    return {
        k: {"tjeneste": round(_snitt([t for t, _ in v]), 4), "aspekt": round(_snitt([a for _, a in v]), 4), "antall": len(v)}
        for k, v in sorted(lest.items())
    }


def _storst(sannsynlig: Mapping[str, float]) -> str:
    return max(sannsynlig, key=lambda k: sannsynlig[k], default="")


def forveksling(rader: Sequence[Rad], utfall: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return how often each kind ended how."""
    ut: dict[str, Counter[str]] = defaultdict(Counter)
    for r, u in zip(rader, utfall, strict=True):
        ut[r["klasse"]][u] += 1
    return {k: dict(n.most_common()) for k, n in sorted(ut.items())}


def samtaler(rader: Sequence[Rad], tjeneste: Tjeneste) -> list[dict[str, bool]]:
    """Return for each conversation whether the last turn's ending, service, aspect and place are right."""
    ut = []
    for r in rader:
        *tidligere, siste = r["turer"]
        s = Sporsmal(id=r["id"], sporsmal=siste, turer=tuple(tidligere), rolle=r["rolle"], kommune=r.get("kommune") or "")
        ut.append(_riktig(r["ventet"], svar_pa(s, tjeneste, med_tekst=False)))
    return ut


def _riktig(ventet: dict[str, Any], svar: Rad) -> dict[str, bool]:
    viste = [(k["dokument"].rsplit("/", 1)[-1], k["aspekt"]) for k in svar["kilder"]]
    tjeneste = not ventet["tjeneste"] or any(d in ventet["tjeneste"] for d, _ in viste)
    aspekt = not ventet["aspekt"] or any(a in ventet["aspekt"] for d, a in viste if d in ventet["tjeneste"])
    slutt = svar["utfall"] in ventet["utfall"]
    return {"slutt": slutt, "tjeneste": tjeneste, "aspekt": aspekt, "alt": slutt and tjeneste and aspekt}


def maskert(rader: Sequence[Rad]) -> list[bool]:
    """Return of each planted piece whether nothing of it is left: no word of a name, no run of its digits."""
    ut = []
    for r in rader:
        rest = masker(r["melding"]).tekst
        ut += [not _igjen(p["tekst"], p["slag"], rest) for p in r["skjult"]]
    return ut


def _igjen(bit: str, slag: str, rest: str) -> bool:
    sifre = re.sub(r"\D", "", bit)
    if slag not in ("navn", "adresse", "e-postadresse") and len(sifre) >= 4:
        return sifre in re.sub(r"\D", "", rest)
    # The municipality that ends an address may stay: the answer depends on it, and it identifies nobody.
    steder = set(norske_kommuner().navn) if slag == "adresse" else set()
    ord_ = [o for o in re.findall(r"\w+", bit) if len(o) > 1 and o.lower() not in steder]
    return any(re.search(rf"\b{re.escape(o)}\b", rest) for o in ord_)


def urort(rader: Sequence[Rad]) -> list[bool]:
    """Return of each harmless piece whether it stands as it was."""
    return [u in masker(r["melding"]).tekst for r in rader for u in r["uendret"]]


def _snitt(verdier: Sequence[bool]) -> float:
    return sum(verdier) / len(verdier) if verdier else float("nan")


def main() -> int:
    """Measure and print."""
    valg = argparse.ArgumentParser(description="Mål hvordan meldinger forstås.")
    valg.add_argument("--sett", choices=("dev", "test"), default="test")
    valg.add_argument("--vis", action="store_true", help="vis det som ble feil (bare for dev)")
    a = valg.parse_args()
    innst = Innstillinger(data=Path(tempfile.mkdtemp()))
    oppstart.indekser(innst)
    tjeneste = oppstart.lag_tjeneste(innst)
    rader = les(f"grense.{a.sett}.jsonl")
    utfall = meldinger(rader, tjeneste)
    ut: dict[str, Any] = {"meldinger": tall_for_meldinger(rader, utfall), "forveksling": forveksling(rader, utfall)}
    ut["etter slag og språk"] = etter_slag(rader, utfall)
    ut["enkeltspørsmål"] = emner(a.sett, tjeneste)
    ms = [r["ms"] for r in rader]
    ut["ms"] = {"median": round(median(ms), 1), "p95": round(quantiles(ms, n=20)[-1], 1)}
    if (DATASETT / f"samtaler.{a.sett}.jsonl").is_file():
        snakket = samtaler(les(f"samtaler.{a.sett}.jsonl"), tjeneste)
        ut["samtaler"] = {k: round(_snitt([s[k] for s in snakket]), 4) for k in ("slutt", "tjeneste", "aspekt", "alt")}
        ut["maskert"] = round(_snitt(maskert(les(f"person.{a.sett}.jsonl"))), 4)
        ut["urørt"] = round(_snitt(urort(les(f"uskyldig.{a.sett}.jsonl"))), 4)
    print(json.dumps(ut, ensure_ascii=False, indent=1))
    if a.vis and a.sett == "dev":
        for r, u in zip(rader, utfall, strict=True):
            if u not in RETT[r["klasse"]]:
                print(f"{r['id']} [{r['klasse']} → {u}] {r['melding']}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

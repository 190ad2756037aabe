"""The growth as a table, a drawing, and the goals with what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from evaluering.rapport.navn import tidspunkt
from evaluering.rapport.svg import BLA, GRA, ORANSJE, rutenett, tegn
from evaluering.rapport.tallform import desimal

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Rad = Mapping[str, Any]

MAL = {"median": 60, "p95": 150}
"""Milliseconds a question may take at the largest size, without the model that reads it."""

MINNE = 1536
"""MB that the serving process may hold."""

RUNDER = ("én kommune", "kommunene etter tur", "uten kommune", "helt svar, kommunene etter tur")


def lag_markdown(r: Rad) -> str:
    """Return the result as Markdown."""
    m = r["maskin"]
    om = f"Målt {tidspunkt(r['tid'])} på {m['kjerner']} kjerner ({m['prosessor']}, Python {m['python']})."
    deler = ["# Fra én kommune til 357", om, _bygging(r), _sporsmal(r), "\n".join(f"- {s}" for s in mot_malene(r)), FORBEHOLD]
    return "\n\n".join(deler) + "\n"


FORBEHOLD = (
    "Utdragene er våre egne med andre navn og tall, og vektorene er de ekte med litt støy, så ingen vektorer regnes ut. "
    "Byggingen blir drept (kill -9) når halvparten av dokumentene er ferdige, og neste kjøring går videre; tiden er for begge. "
    "«Søk» er tiden uten modellen som leser spørsmålet, «med modell» er hele tiden. «Etter tur» er et tilfeldig sted hver gang."
)


def _bygging(r: Rad) -> str:
    hode = ("Utdrag", "Kommuner", "Setninger", "Bygging, s", "før og etter kill -9, s", "Minne, MB", "Disk, MB")
    rader = []
    for b in (s["bygg"] for s in r["storrelser"].values()):
        deler = f"{desimal(b['drept_s'], 0)} + {desimal(b['s'], 0)}" if "drept_s" in b else "for liten"
        minne = max(b["minne"]["topp"], b.get("drept_mb", 0))
        tall = (b["utdrag"], b["kommuner"], b["enheter"], b["s"] + b.get("drept_s", 0))
        rader.append((*(desimal(x, 0) for x in tall), deler, desimal(minne, 0), desimal(b["disk_mb"], 0)))
    return _tabell(hode, rader)


def _sporsmal(r: Rad) -> str:
    hode = ("Utdrag", "Hva", "Søk, median og p95, ms", "prosessortid", "Med modell, ms", "prosessortid", "Minne, MB", "eget")
    rader = []
    for s in r["storrelser"].values():
        for navn in RUNDER:
            t = s["spor"][navn]
            ms = (_par(t[f]) for f in ("uten_modell_ms", "uten_modell_prosessor_ms", "ms", "prosessor_ms"))
            minne = (desimal(t["minne"][felt], 0) for felt in ("alt", "egen"))
            rader.append((desimal(s["bygg"]["utdrag"], 0), navn, *ms, *minne))
    return _tabell(hode, rader)


def _par(ms: Rad) -> str:
    return f"{desimal(ms['median'], 0)} / {desimal(ms['p95'], 0)}"


def mot_malene(r: Rad) -> Iterator[str]:
    """Yield a sentence for each goal at the largest size: asked from one municipality, any of them."""
    s = r["storrelser"][max(r["storrelser"], key=int)]
    t = s["spor"]["kommunene etter tur"]
    for felt, hoyst in MAL.items():
        yield _dom(f"Søk, {felt}", t["uten_modell_ms"][felt], hoyst, "ms")
    yield _dom("Minne i drift", max(s["spor"][navn]["minne"]["alt"] for navn in RUNDER), MINNE, "MB")
    if (uro := s["spor"]["andres_kjerner"]) > 0.25:
        p = t["uten_modell_prosessor_ms"]
        yield (
            f"Andre brukte {desimal(uro)} kjerner imens, så tidene er lengre enn de ville vært alene. "
            f"Prosessortiden til søket er {desimal(p['median'], 0)} ms, p95 {desimal(p['p95'], 0)} ms."
        )


def _dom(hva: str, fikk: float, hoyst: float, enhet: str) -> str:
    return f"{hva}: {desimal(fikk, 0)} {enhet}, målet er høyst {desimal(hoyst, 0)}: {'nådd' if fikk <= hoyst else 'ikke nådd'}."


def tegn_vekst(r: Rad) -> str:
    """Return time per question and memory against the number of passages, as a file that stands alone."""
    tittel = "Tid per spørsmål og minne når kommunene blir flere"
    lesning = "Blått er ett spørsmål fra en kommune, oransje er minnet i drift. Stiplet er målet."
    return str(tegn("vekst", 700, 360, tittel, lesning, lambda f: _mal(f, r)).svg).replace(
        "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1
    )


def _mal(f: Figure, r: Rad) -> None:
    alle = list(r["storrelser"].values())
    x = [s["bygg"]["utdrag"] for s in alle]
    spor = [s["spor"]["kommunene etter tur"] for s in alle]
    tid, minne = f.subplots(1, 2)
    for felt, stil in (("median", "o-"), ("p95", "o--")):
        tid.plot(x, [t["uten_modell_ms"][felt] for t in spor], stil, color=BLA, label=felt)
        tid.axhline(MAL[felt], color=GRA, linestyle=":")
    minne.plot(x, [max(s["spor"][n]["minne"]["alt"] for n in RUNDER) for s in alle], "o-", color=ORANSJE)
    minne.axhline(MINNE, color=GRA, linestyle=":")
    for ax, navn in ((tid, "ms per spørsmål"), (minne, "MB minne")):
        ax.set(xscale="log", xlabel="Utdrag", ylim=(0, None))
        ax.set_title(navn, loc="left", fontsize=13)
        rutenett(ax, "y")
    tid.legend(frameon=False)


def _tabell(hode: tuple[str, ...], rader: list[tuple[str, ...]]) -> str:
    strek = "| " + " | ".join("---" for _ in hode) + " |"
    return "\n".join(["| " + " | ".join(hode) + " |", strek, *("| " + " | ".join(rad) + " |" for rad in rader)])

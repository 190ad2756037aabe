"""The result as tables and sentences: for the Markdown file and for the report of the evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluering.rapport.navn import tidspunkt
from evaluering.rapport.tallform import desimal, endring, endringsspenn, prosent
from evaluering.ytelse.ledighet import NOK

KORPUS = {"norquad": "NorQuAD", "fremmed": "Importerte sider", "eget": "Våre egne tekster", "blandet": "Alt blandet"}
VARIANT = {"dok": "", "likt": ", våre utdrag"}
MAL = ("hit@1", "hit@5", "nDCG@10", "MRR@10")

KOST = (
    ("median_ms", "Spørsmål, median", "ms", False),
    ("p95_ms", "Spørsmål, p95", "ms", False),
    ("kald_s", "Ny prosess til første svar", "s", False),
    ("minne_mb", "Minne i drift", "MB", False),
    ("utdrag_per_s", "Indeksering", "utdrag/s", True),
    ("tegn_per_s", "Indeksering", "tegn/s", True),
    ("indeksering_mb", "Minne, indeksering", "MB", False),
    ("endring_s", "Én fil endret", "s", False),
)
"""Key, name, unit, and whether high is good."""

Rad = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabell:
    """A table as strings."""

    tittel: str
    hode: tuple[str, ...]
    rader: tuple[tuple[str, ...], ...]


def tabeller(r: Rad) -> list[Tabell]:
    """Return one table of quality and one of cost for each corpus, and one of the groups of questions."""
    ut = []
    for korpus, systemer in r["kvalitet"].items():
        ut += [_kvalitet(r, korpus, systemer), _grupper(r, korpus, systemer), _kost(r, korpus)]
    egen = tuple((navn, desimal(verdi, 2)) for navn, verdi in r["egen"].items())
    ut.append(Tabell(tittel="Veileder alene, med egne tekster", hode=("Hva", "Tall"), rader=egen))
    return [t for t in ut if t.rader]


def vist(r: Rad, navn: str) -> str:
    """Return a system's name with its variant: «langchain-likt» is «LangChain + Chroma, våre utdrag»."""
    slag, _, variant = navn.rpartition("-")
    return f"{r['systemer'][slag]['vist']}{VARIANT[variant]}"


def _kvalitet(r: Rad, korpus: str, systemer: Rad) -> Tabell:
    rader = []
    for navn, s in systemer.items():
        mot = (s["mot_veileder"] or {}).get("hit@1")
        forskjell = f"{endring(mot['snitt'], 'andel')} ({endringsspenn(mot['lav'], mot['hoy'])})" if mot else "holdes mot"
        verdier = [prosent(s["alle"][m]["snitt"]) for m in MAL]
        rader.append((vist(r, navn), desimal(s["tegn_per_utdrag"], 0), *verdier, forskjell))
    tittel = f"{KORPUS[korpus]}: kvalitet, {r['korpora'][korpus]['sporsmal']} spørsmål"
    return Tabell(tittel=tittel, hode=("System", "Tegn per utdrag", *MAL, "hit@1 mot Veileder, 95 %"), rader=tuple(rader))


def _grupper(r: Rad, korpus: str, systemer: Rad) -> Tabell:
    grupper = next(iter(systemer.values()))["grupper"]
    if len(grupper) < 2:
        return Tabell(tittel="", hode=(), rader=())
    hode = ("System", *(f"{KORPUS.get(g, g)} ({v['antall']})" for g, v in grupper.items()))
    rader = tuple(
        (vist(r, navn), *(f"{prosent(s['grupper'][g]['hit@1'])} / {prosent(s['grupper'][g]['hit@5'])}" for g in grupper))
        for navn, s in systemer.items()
    )
    return Tabell(tittel=f"{KORPUS[korpus]}: hit@1 / hit@5 i hver gruppe", hode=hode, rader=rader)


def _kost(r: Rad, korpus: str) -> Tabell:
    kost = r["kost"][korpus]
    vare = kost["veileder"]
    brukt = [k for k in KOST if vare[k[0]] is not None]
    fart = list(vare["per_sekund"])
    uro = max(s["andres_kjerner"] for s in kost.values())
    hode = ("System", *(f"{navn}, {enhet}" for _, navn, enhet, _ in brukt), *(f"Spørsmål/s, {n} om gangen" for n in fart))
    rader = tuple(
        (
            r["systemer"][slag]["vist"],
            *(med_forhold(s[felt], vare[felt]) for felt, *_ in brukt),
            *(med_forhold(s["per_sekund"][n], vare["per_sekund"][n]) for n in fart),
        )
        for slag, s in kost.items()
    )
    forstyrret = f" (andre brukte opptil {desimal(uro)} kjerner imens)" if uro > NOK else ""
    return Tabell(tittel=f"{KORPUS[korpus]}: kostnad, og hvor mange ganger Veileders{forstyrret}", hode=hode, rader=rader)


def med_forhold(x: float, vart: float) -> str:
    """Return a figure with how many times ours it is: «31 (×0,5)»."""
    tall = desimal(x, 0 if abs(x) >= 100 else 1 if abs(x) >= 10 else 2)
    return f"{tall} (×{desimal(x / vart, 2)})" if vart else tall


def der_andre_er_foran(r: Rad) -> list[str]:
    """Return one sentence for each figure where a peer is ahead of ours: what a reader should know before choosing."""
    return [*_bedre_kvalitet(r), *_lavere_kost(r)]


def _bedre_kvalitet(r: Rad) -> Iterator[str]:
    for korpus, systemer in r["kvalitet"].items():
        vare = systemer["veileder-dok"]["alle"]
        for m in MAL:
            foran = [(s["alle"][m]["snitt"], navn, s["mot_veileder"][m]) for navn, s in systemer.items() if s["mot_veileder"]]
            for verdi, navn, mot in sorted((f for f in foran if f[0] > vare[m]["snitt"]), key=lambda f: -f[0]):
                sikkert = "sikkert" if mot["lav"] > 0 else "kan være tilfeldig"
                yield f"{KORPUS[korpus]}, {m}: {vist(r, navn)} {prosent(verdi)} mot {prosent(vare[m]['snitt'])} ({sikkert})."


def _lavere_kost(r: Rad) -> Iterator[str]:
    for korpus, kost in r["kost"].items():
        vare = kost["veileder"]
        for felt, navn, enhet, hoyt in KOST:
            if vare[felt] is None:
                continue
            foran = [(s[felt], slag) for slag, s in kost.items() if (s[felt] > vare[felt]) == hoyt and s[felt] != vare[felt]]
            if foran:
                liste = ", ".join(f"{r['systemer'][slag]['vist']} {desimal(v)}" for v, slag in sorted(foran, reverse=hoyt))
                yield f"{KORPUS[korpus]}, {navn.lower()} ({enhet}): {liste} mot {desimal(vare[felt])}."


FORBEHOLD = (
    "Alle systemene får de samme tekstene, lest av vår leser, og bruker den samme vektormodellen, så nær som Chroma alene.",
    "«Våre utdrag» betyr at systemet fikk utdragene vi deler opp i, med filnavn og overskrifter, i stedet for sine egne. "
    "Da er det bare søket som skiller. Lange utdrag treffer lettere, så se på tegn per utdrag.",
    "Spørsmålene om våre egne tekster er skrevet av oss, og Veileder er tilpasset feltet. De står for seg selv. "
    "For NorQuAD er oppdelingen og søkets form valgt på de samme radene som måles her, og inntil 260 av dem kan ha vært "
    "med da vektene ble tilpasset. De usette radene står for seg i tabellen.",
    "Veileder leser meldingen med to modeller, finner språk, sted og tjeneste og rangerer setninger. Det tar tid per spørsmål "
    "som de andre ikke bruker. Ingen av dem lager et svar her.",
)


def lag_markdown(r: Rad) -> str:
    """Return the result as Markdown."""
    deler = ["# Veileder ved siden av andre", _om(r)]
    for t in tabeller(r):
        deler += [f"## {t.tittel}", _tabell(t.hode, t.rader)]
    foran = der_andre_er_foran(r)
    deler += ["## Der andre er foran", "\n".join(f"- {s}" for s in foran) or "Ingen steder i denne målingen."]
    deler += ["## Slik er det satt opp", "\n".join(f"- **{s['vist']}**: {s['oppsett']}" for s in r["systemer"].values())]
    deler += ["\n".join(f"- {f}" for f in FORBEHOLD)]
    return "\n\n".join(deler) + "\n"


def _om(r: Rad) -> str:
    m = r["maskin"]
    linjer = [f"Målt {tidspunkt(r['tid'])} på {m['kjerner']} kjerner ({m['prosessor']}, Python {m['python']}), uten skjermkort."]
    linjer += [f"Ikke med: {navn}, {grunn}." for navn, grunn in r["hoppet_over"].items()]
    return "\n".join(linjer)


def _tabell(hode: Sequence[str], rader: Sequence[Sequence[str]]) -> str:
    strek = "| " + " | ".join("---" for _ in hode) + " |"
    return "\n".join(["| " + " | ".join(hode) + " |", strek, *("| " + " | ".join(rad) + " |" for rad in rader)])

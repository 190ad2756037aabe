"""The examples that the field model learns from: one row a text, with all that is known of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch

from evaluering.eksempler import KORPUS, ROT, enkle_sporsmal, feltrader, les, les_emne, les_grense, utenforfiler
from veileder.adaptere.embedding import InnebygdE5
from veileder.adaptere.vektorlager import Vektorlager
from veileder.domene import ASPEKTER
from veileder.forstaelse.felt import sporsmalsdel
from veileder.forstaelse.sted import norske_kommuner
from veileder.indeksering.delsporsmal import les_delsporsmal
from veileder.indeksering.enheter import enheter
from veileder.indeksering.korpus import les_korpus
from veileder.indeksering.oppdeling import del_opp
from veileder.innstillinger import Innstillinger

STOYANDEL = 0.25
"""Share of the texts that are made harder each time they are read."""


FARER = ("medisinsk", "brann", "vold", "selvmord", "barn", "forgiftning")
PRAT = ("hilsen", "takk", "hvem", "farvel", "kommentar", "menneske")


@dataclass(slots=True, kw_only=True)
class Rad:
    """A text and its labels; an empty label is one that nobody gave."""

    tekst: str
    seksjoner: list[str] = field(default_factory=list)
    grense: str = ""
    tjeneste: str = ""
    aspekter: list[str] = field(default_factory=list)
    felt: str = ""
    akutt_slag: str = ""
    smaaprat_slag: str = ""


class Tekster:
    """The sentences of the corpus by section."""

    def __init__(self, embedder: InnebygdE5) -> None:
        dokumenter = les_korpus(KORPUS, norske_kommuner()).dokumenter
        self.titler = {d.tema: d.tittel for d in reversed(dokumenter) if d.type == "tjeneste"}
        par = [(f"{u.dokument}#{u.aspekt}", tekst) for d in dokumenter for u in del_opp(d) if u.aspekt for tekst in enheter(u)]
        self.seksjoner = sorted({s for s, _ in par})
        self.nr = {s: i for i, s in enumerate(self.seksjoner)}
        self.del_av = torch.tensor([self.nr[s] for s, _ in par])
        lager = Vektorlager(Innstillinger().hurtiglagermappe, KORPUS)
        self.vektorer = torch.tensor(lager.hent_eller_lag([t for _, t in par], embedder, lambda ting, _n: ting))

    def poeng(self, q: torch.Tensor) -> torch.Tensor:
        """Return each section's best cosine to each question, shape (n, sections)."""
        ut = torch.full((len(q), len(self.seksjoner)), -1.0)
        return ut.scatter_reduce(1, self.del_av.expand(len(q), -1), q @ self.vektorer.T, "amax")

    def om(self, tjeneste: str, aspekter: Sequence[str]) -> list[str]:
        """Return the shared sections of a service with one of the aspects (all of them where none is given)."""
        return [
            s
            for s in self.seksjoner
            if not s.startswith("lokalt/")
            and s.split("#")[0].rsplit("/", 1)[-1] == tjeneste
            and (not aspekter or s.split("#")[1] in aspekter)
        ]


def seksjonssporsmal() -> list[tuple[str, str]]:
    """Return (question, section) of the questions that were written with the section before one."""
    return [(str(r["sporsmal"]), str(r["seksjon"])) for r in les((ROT / "trening").glob("seksjon_*.jsonl"))]


def eksempler(t: Tekster) -> list[tuple[str, list[str]]]:
    """Return (question, accepted sections) of all that is learnt from."""
    skrevne, _ = les_delsporsmal(KORPUS)
    ut = [(q, [f"{dokument}#{aspekt}"]) for (dokument, aspekt), liste in skrevne.items() for q in liste]
    ut += [(q, [s]) for q, s in seksjonssporsmal()]
    ut += [(str(r["sporsmal"]), t.om(r["tjeneste"], r["aspekt"])) for r in les_emne()]
    return [(q, rette) for q, seksjoner in ut if (rette := [s for s in seksjoner if s in t.nr])]


def les_rader(t: Tekster) -> list[Rad]:
    """Return all rows to learn from, each text once."""
    rader: dict[str, Rad] = {}

    def rad(tekst: str) -> Rad:
        return rader.setdefault(tekst, Rad(tekst=tekst))

    for tekst, seksjoner in eksempler(t):
        r = rad(tekst)
        r.seksjoner = sorted({*r.seksjoner, *seksjoner})
        r.felt = "innenfor"
        if len(seksjoner) == 1:
            dokument, aspekt = seksjoner[0].split("#")
            mappe, _, slug = dokument.partition("/")
            if mappe in ("tjenester", "veileder"):
                r.tjeneste = slug
            if mappe == "tjenester":
                r.aspekter = [aspekt]
    for rad_ in les_emne():
        r = rad(str(rad_["sporsmal"]))
        r.tjeneste, r.aspekter, r.felt = rad_["tjeneste"], [a for a in rad_["aspekt"] if a in ASPEKTER], "innenfor"
    for tekst, tjeneste, aspekt in enkle_sporsmal():
        r = rad(tekst)
        r.tjeneste, r.aspekter, r.felt, r.grense = tjeneste, [aspekt], "innenfor", "generelt"
    _med_grense(rad)
    for r_ in les(utenforfiler()):
        klasse = {"innenfor": "generelt"}.get(r_["klasse"], r_["klasse"])
        rad(str(r_["sporsmal"])).grense = klasse  # told as a story, too: a long message is not danger for being long
    for tekst, klasse in feltrader():
        rad(tekst).felt = klasse
        if (del_ := sporsmalsdel(tekst)) != tekst:
            rad(del_).felt = klasse  # the asking sentences are read alone, too
    for r in samtalerader(t):
        rader.setdefault(r.tekst, r)
    return list(rader.values())


UTFALL = {"besvart": "generelt", "akutt": "akutt", "avvist": "misbruk", "samtale": "smaaprat", "uten_grunnlag": "utenfor"}
"""What kind of message the last of a conversation is by how it should end; a hand-over may be of two kinds."""


def samtaler() -> list[dict[str, Any]]:
    """Return the conversations to learn from."""
    return les((ROT / "trening").glob("samtaler_*.jsonl"))


def samtalerader(t: Tekster) -> Iterator[Rad]:
    """Yield the last message of each conversation alone, with the service it is about, and after what came before it."""
    for s in samtaler():
        siste, tjeneste = str(s["turer"][-1]), str(s["tjeneste"] or "")
        aspekter = [a for a in s["aspekt"] if a in ASPEKTER]
        grense = UTFALL.get(s["utfall"], "")
        alene = bool(s.get("siste_alene"))
        ute = "utenfor" if grense == "utenfor" and alene else ""
        yield Rad(tekst=siste, grense=grense, aspekter=aspekter, tjeneste=tjeneste if alene else "", felt=ute)
        if tjeneste in t.titler and not alene and aspekter and grense == "generelt":
            felles: dict[str, Any] = {
                "grense": grense,
                "aspekter": aspekter,
                "tjeneste": tjeneste,
                "felt": "innenfor",
                "seksjoner": t.om(tjeneste, aspekter),
            }
            yield Rad(tekst=f"{siste} ({t.titler[tjeneste]})", **felles)
            yield Rad(tekst=f"{s['turer'][-2]} {siste}", **felles)


def _med_grense(rad: Callable[[str], Rad]) -> None:
    """Label what kind of message it is; plain questions of the other sets are most of what people write."""
    vanlige: Iterable[str] = (
        *(q for q, _ in seksjonssporsmal()),
        *(str(r["sporsmal"]) for r in les_emne()[::4]),
    )
    for tekst in vanlige:
        rad(tekst).grense = "generelt"
    for r in les_grense():
        ny = rad(str(r["sporsmal"]))
        ny.grense = r["klasse"]
        if ny.grense == "akutt" and r["slag"] in FARER:
            ny.akutt_slag = r["slag"]
        if ny.grense == "smaaprat" and r["slag"] in PRAT:
            ny.smaaprat_slag = r["slag"]


def stoy(tekst: str, tilfeldig: random.Random) -> str:
    """Return a text as people also write it, a quarter of the time: small letters, no question mark, slips of the finger."""
    if tilfeldig.random() >= STOYANDEL:
        return tekst
    valg = tilfeldig.random()
    if valg < 0.3:
        return tekst.lower()
    if valg < 0.5:
        return tekst.rstrip("?.! ")
    if valg < 0.65:
        return tekst.replace("å", "a").replace("ø", "o").replace("æ", "ae")
    if valg < 0.75:
        return tekst.upper()
    for _ in range(1 + len(tekst) // 60):
        i = tilfeldig.randrange(max(1, len(tekst) - 1))
        hva = tilfeldig.random()
        midt = (
            tekst[i + 1 :]
            if hva < 0.4
            else tekst[i + 1 : i + 2] + tekst[i : i + 1] + tekst[i + 2 :]
            if hva < 0.7
            else tekst[i : i + 1] + tekst[i:]
        )
        tekst = tekst[:i] + midt
    return tekst


def bunker(lengder: Sequence[int], storrelse: int, tilfeldig: random.Random) -> list[list[int]]:
    """Return row numbers in batches of about the same length, in random order."""
    alle = list(range(len(lengder)))
    tilfeldig.shuffle(alle)
    ut = []
    for start in range(0, len(alle), storrelse * 20):
        klump = sorted(alle[start : start + storrelse * 20], key=lambda i: lengder[i])
        ut += [klump[i : i + storrelse] for i in range(0, len(klump), storrelse)]
    tilfeldig.shuffle(ut)
    return ut

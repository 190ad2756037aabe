"""Learn the step from a question's vector to the sentences that answer it: ``python -m evaluering.tren_tilpasning``.

Questions with their section (korpus/sporsmal and trening/seksjon_*.jsonl, written by people with the text before
them) and questions with service and aspects (trening/emne_*.jsonl, written without it). A softmax over all sections,
each scoring as its best sentence; the probability of the accepted sections together is what is raised. Prints
hit@1, 3, 5 and 10 on the development questions by this score alone, which chose the constants. Writes
veileder/gjenfinning/tilpasning.npz. Needs the extras «evaluering» and «sentence-transformers» (for torch).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from evaluering.gull import les_gull
from evaluering.hurtiglager import husk_sporsmal
from evaluering.tren import ROT, les, les_emne
from veileder.adaptere.embedding import InnebygdE5
from veileder.adaptere.vektorlager import Vektorlager
from veileder.forstaelse.klassifikator import les_klassifikator
from veileder.forstaelse.ordliste import les_ordliste
from veileder.forstaelse.sted import norske_kommuner
from veileder.forstaelse.trekk import trekk_av, vektorpar
from veileder.gjenfinning.analyse import Analyse
from veileder.indeksering.delsporsmal import les_delsporsmal
from veileder.indeksering.enheter import enheter
from veileder.indeksering.korpus import les_korpus
from veileder.indeksering.oppdeling import del_opp
from veileder.innstillinger import Innstillinger

KORPUS = ROT.parent / "korpus"
UT = ROT.parent / "veileder" / "gjenfinning" / "tilpasning.npz"

RUNDER, BUNKE, LAERING = 12, 256, 1e-3
"""Passes over the examples, examples a step, and Adam's step length."""

DEMPING, FRAFALL = 0.1, 0.3
"""Weight of the squared map, and share of features left out at random: without them the map learns the examples by
heart within four passes."""

SKARPHET = 50.0
"""Inverse temperature of the softmax that the learning starts from; cosines of this model lie close together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sett:
    """Questions: vectors (n, d), features (n, k), and which sections are right (n, sections)."""

    vektorer: torch.Tensor
    trekk: torch.Tensor
    rett: torch.Tensor


class Tekster:
    """The sentences of the corpus by section."""

    def __init__(self, embedder: InnebygdE5) -> None:
        par = [
            (f"{u.dokument}#{u.aspekt}", tekst)
            for d in les_korpus(KORPUS, norske_kommuner()).dokumenter
            for u in del_opp(d)
            if u.aspekt
            for tekst in enheter(u)
        ]
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


def eksempler(t: Tekster) -> list[tuple[str, list[str]]]:
    """Return (question, accepted sections) of all that is learnt from."""
    skrevne, _ = les_delsporsmal(KORPUS)
    ut = [(q, [f"{dokument}#{aspekt}"]) for (dokument, aspekt), liste in skrevne.items() for q in liste]
    ut += [(str(r["sporsmal"]), [str(r["seksjon"])]) for r in les((ROT / "trening").glob("seksjon_*.jsonl"))]
    ut += [(str(r["sporsmal"]), t.om(r["tjeneste"], r["aspekt"])) for r in les_emne()]
    return [(q, rette) for q, seksjoner in ut if (rette := [s for s in seksjoner if s in t.nr])]


def lag_sett(par: Sequence[tuple[str, Sequence[str]]], t: Tekster, embedder: InnebygdE5) -> Sett:
    """Return questions as tensors."""
    ordliste = les_ordliste(KORPUS / "ordliste.yaml")
    analyse, modell = Analyse(ordliste.sprak), les_klassifikator("aspekt", embedder.navn)
    assert modell is not None
    trekk = [trekk_av(vektorpar(q, ordliste, embedder), modell.midt, q, ordliste, analyse) for q, _ in par]
    rett = torch.zeros(len(par), len(t.seksjoner), dtype=torch.bool)
    for i, (_, seksjoner) in enumerate(par):
        rett[i, [t.nr[s] for s in seksjoner if s in t.nr]] = True
    vektorer = np.array([embedder.embed_query(q) for q, _ in par], np.float32)
    return Sett(vektorer=torch.tensor(vektorer), trekk=torch.tensor(np.array(trekk)), rett=rett)


def flytt(s: Sett, vekter: torch.Tensor, trekk: torch.Tensor | None = None) -> torch.Tensor:
    """Return the questions' vectors moved and normalised."""
    return torch.nn.functional.normalize(s.vektorer + (s.trekk if trekk is None else trekk) @ vekter, dim=1)


def treff(s: Sett, t: Tekster, vekter: torch.Tensor) -> list[float]:
    """Return hit@1, 3, 5 and 10."""
    rekke = t.poeng(flytt(s, vekter)).argsort(1, descending=True)
    return [round(float(s.rett.gather(1, rekke[:, :k]).any(1).float().mean()), 3) for k in (1, 3, 5, 10)]


def laer(s: Sett, t: Tekster, dev: Sett) -> tuple[torch.Tensor, float]:
    """Return the map (features, d) and the sharpness of the softmax."""
    torch.manual_seed(0)
    vekter = torch.zeros(s.trekk.shape[1], s.vektorer.shape[1], requires_grad=True)
    log_skarphet = torch.tensor(np.log(SKARPHET), dtype=torch.float32, requires_grad=True)
    optimist = torch.optim.Adam([vekter, log_skarphet], lr=LAERING)
    plan = torch.optim.lr_scheduler.CosineAnnealingLR(optimist, RUNDER)
    for runde in range(RUNDER):
        for i in torch.split(torch.randperm(len(s.rett)), BUNKE):
            del_ = Sett(vektorer=s.vektorer[i], trekk=s.trekk[i], rett=s.rett[i])
            ny = flytt(del_, vekter, torch.nn.functional.dropout(del_.trekk, FRAFALL))
            logp = torch.log_softmax(t.poeng(ny) * log_skarphet.exp(), 1)
            tap = -torch.logsumexp(logp.masked_fill(~del_.rett, -1e9), 1).mean()
            optimist.zero_grad()
            (tap + DEMPING * (vekter**2).sum() / vekter.shape[1]).backward()  # type: ignore[no-untyped-call]
            optimist.step()
        plan.step()
        with torch.no_grad():
            print(f"runde {runde + 1}: tap {tap.item():.3f}, utvikling hit@1, 3, 5, 10 = {treff(dev, t, vekter)}", flush=True)
    return vekter.detach(), float(log_skarphet.detach().exp())


def lagre(vekter: torch.Tensor, skarphet: float, modell: str, par: object, sti: Path = UT) -> None:
    """Write the map in eight bits, with a scale for each feature."""
    w = vekter.numpy()
    skala = np.maximum(np.abs(w).max(axis=1), 1e-9) / 127
    np.savez_compressed(
        sti,
        vekter=np.round(w / skala[:, None]).astype(np.int8),
        skala=skala.astype(np.float32),
        skarphet=np.float32(skarphet),
        modell=np.array(modell),
        versjon=np.array(hashlib.blake2b(repr(par).encode(), digest_size=6).hexdigest()),
    )


def main() -> None:
    """Learn, measure, write."""
    embedder = InnebygdE5()
    husk_sporsmal(embedder)
    t = Tekster(embedder)
    par = eksempler(t)
    print(f"{len(par)} eksempler, {len(t.seksjoner)} seksjoner")
    dev = lag_sett([(g.sporsmal, g.seksjoner) for g in les_gull(("dev",)) if g.seksjoner], t, embedder)
    vekter, skarphet = laer(lag_sett(par, t, embedder), t, dev)
    lagre(vekter, skarphet, embedder.navn, par)


if __name__ == "__main__":
    main()

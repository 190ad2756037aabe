"""Teach the bundled embedding model this field: ``python -m evaluering.tren_feltmodell``.

Over an hour on two cores; ``--videre --runder 2`` goes on from what ships when examples are added, in half of that.
One encoder with low-rank steps (evaluering/e5_torch.py) learns several things at once from the same reading of a
message: which section answers it (a softmax over all sections of the corpus, each scoring as its best sentence by
the vectors of the unchanged model), what kind of message it is, which danger or small talk, which service, which
aspect, and whether it lies in the field. Each head also sees hashed words, glossary terms and cue words. Writes
adaptere/feltmodell.npz, forstaelse/modeller/*.npz and gjenfinning/tilpasning.npz when the last pass is done, and
prints for each pass what the development sets say. Then run ``tren_rangering``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from dataclasses import astuple
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own name for it

from evaluering.e5_torch import BREDDE, E5
from evaluering.eksempler import KORPUS, ROT, les
from evaluering.gull import les_gull
from evaluering.tren_feltdata import FARER, PRAT, Rad, Tekster, bunker, les_rader, stoy
from veileder.adaptere.embedding import InnebygdE5
from veileder.domene import ASPEKTER
from veileder.forstaelse.klassifikator import SKALA_VEKTOR
from veileder.forstaelse.ordliste import les_ordliste
from veileder.forstaelse.trekk import ordtrekk
from veileder.gjenfinning.analyse import Analyse

PAKKE = ROT.parent / "veileder"

RANG = 16
"""Rank of the steps: 1.3 million numbers in all."""

RUNDER, BUNKE, LAERING, LAERING_HODER = 4, 64, 1e-3, 2e-3
"""Passes, examples a step, and AdamW's highest step lengths (one cycle)."""

FRAFALL, FRAFALL_ORD = 0.1, 0.3
"""Share left out at random inside the encoder, and of the words."""

VEKT = {
    "seksjon": 1.0, "grense": 1.5, "tjeneste": 0.7, "aspekt": 0.7, "felt": 0.5, "akutt_slag": 1.0, "smaaprat_slag": 0.7
}  # fmt: skip
"""What each of the losses counts for."""

SKARPHET = 50.0
"""Inverse temperature of the softmax over sections that the learning starts from."""


class Feltmodell(nn.Module):
    """The encoder with its heads. ``x`` are the word features, shape (n, k)."""

    def __init__(self, klasser: dict[str, list[str]], bredde_ord: int) -> None:
        super().__init__()
        self.koder = E5(RANG)
        self.flytt = nn.Linear(BREDDE + bredde_ord, BREDDE, bias=False)
        self.log_skarphet = nn.Parameter(torch.tensor(float(np.log(SKARPHET))))
        hoder = {n: nn.Linear(BREDDE + bredde_ord, len(k)) for n, k in klasser.items()}
        for parameter in (*(p for h in hoder.values() for p in h.parameters()), self.flytt.weight):
            nn.init.zeros_(parameter)
        self.hoder = nn.ModuleDict(hoder)
        with torch.no_grad():
            self.flytt.weight[:, :BREDDE] = torch.eye(BREDDE) / SKALA_VEKTOR

    def forward(self, tekster: list[str], x: torch.Tensor) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
        """Return the vectors to search with, (n, 384), and each head's logits."""
        presisjon = torch.bfloat16 if self.training else torch.float32
        z = F.normalize(self.koder(tekster, FRAFALL, presisjon), dim=1)
        f = torch.cat([z * SKALA_VEKTOR, F.dropout(x, FRAFALL_ORD, self.training)], 1)
        return F.normalize(self.flytt(f), dim=1), {n: h(f) for n, h in self.hoder.items()}


class Fasit:
    """The rows' labels as tensors."""

    def __init__(self, rader: list[Rad], t: Tekster) -> None:
        self.klasser = {
            "grense": sorted({r.grense for r in rader} - {""}),
            "tjeneste": sorted({r.tjeneste for r in rader} - {""}),
            "aspekt": list(ASPEKTER),
            "felt": ["innenfor", "utenfor"],
            "akutt_slag": list(FARER),
            "smaaprat_slag": list(PRAT),
        }
        self.rett = torch.zeros(len(rader), len(t.seksjoner), dtype=torch.bool)
        self.merker = {n: torch.zeros(len(rader), len(k), dtype=torch.bool) for n, k in self.klasser.items()}
        for i, r in enumerate(rader):
            self.rett[i, [t.nr[s] for s in r.seksjoner]] = True
            for navn in self.klasser:
                verdier = r.aspekter if navn == "aspekt" else [getattr(r, navn)]
                self.merker[navn][i, [self.klasser[navn].index(v) for v in verdier if v]] = True
        ute = float(self.merker["felt"][:, 1].sum() / self.merker["felt"].sum())
        self.feltvekt = torch.tensor([0.5 / (1 - ute), 0.5 / ute])

    def tap(self, i: list[int], poeng: torch.Tensor, logit: dict[str, torch.Tensor]) -> torch.Tensor:
        """Return the weighted losses of a batch; a row without a label counts nothing."""
        sum_ = VEKT["seksjon"] * _tap(poeng, self.rett[i])
        for navn, z in logit.items():
            vekt = self.feltvekt if navn == "felt" else None
            sum_ = sum_ + VEKT[navn] * _tap(z, self.merker[navn][i], vekt)
        return sum_ / len(i)


def _tap(z: torch.Tensor, rett: torch.Tensor, vekt: torch.Tensor | None = None) -> torch.Tensor:
    """Return minus the log-probability of the accepted classes together, summed over rows that have one."""
    med = rett.any(1)
    if not med.any():
        return z.sum() * 0
    logp = torch.logsumexp(torch.log_softmax(z[med], 1).masked_fill(~rett[med], -1e9), 1)
    return -(logp * (vekt[rett[med].int().argmax(1)] if vekt is not None else 1.0)).sum()


class Utvikling:
    """The development sets: what each pass is measured on."""

    def __init__(self, t: Tekster) -> None:
        gull = [g for g in les_gull(("dev",)) if g.seksjoner]
        self.gull = [g.sporsmal for g in gull]
        self.rett = torch.zeros(len(gull), len(t.seksjoner), dtype=torch.bool)
        for i, g in enumerate(gull):
            self.rett[i, [t.nr[s] for s in g.seksjoner if s in t.nr]] = True
        rader = les([ROT / "datasett" / "grense.dev.jsonl"])
        self.meldinger = [str(r["melding"]) for r in rader]
        self.klasse = np.array([{"vedtak": "vedtaksnaert"}.get(str(r["klasse"]), str(r["klasse"])) for r in rader])

    def mal(self, m: Feltmodell, t: Tekster, ord_: object, klasser: list[str]) -> str:
        """Return hit@1, 3, 5, 10 over sections, and what share of each kind is found at 1 % (a decision: 5 %) false."""
        m.eval()
        q, _ = _les_alle(m, self.gull, ord_)
        rekke = t.poeng(q).argsort(1, descending=True)
        treff = [round(float(self.rett.gather(1, rekke[:, :k]).any(1).float().mean()), 3) for k in (1, 3, 5, 10)]
        p = _les_alle(m, self.meldinger, ord_)[1]["grense"].softmax(1).numpy()
        funnet = {}
        for navn, falske in (("akutt", 0.01), ("vedtaksnaert", 0.05), ("misbruk", 0.01), ("medisinsk", 0.01), ("smaaprat", 0.01)):
            egne = p[:, klasser.index(navn)]
            terskel = np.quantile(egne[self.klasse == "generelt"], 1 - falske)
            funnet[navn] = (round(float((egne[self.klasse == navn] > terskel).mean()), 3), round(float(terskel), 3))
        m.train()
        return f"hit@1, 3, 5, 10 = {treff}; funnet (terskel) {funnet}"


@torch.no_grad()
def _les_alle(m: Feltmodell, tekster: list[str], ord_: object) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    assert callable(ord_)
    deler = [m(tekster[i : i + 64], ord_(tekster[i : i + 64])) for i in range(0, len(tekster), 64)]
    return torch.cat([q for q, _ in deler]), {n: torch.cat([h[n] for _, h in deler]) for n in deler[0][1]}


def main() -> None:
    """Learn, measure, write."""
    valg = argparse.ArgumentParser(description=__doc__)
    valg.add_argument("--runder", type=int, default=RUNDER)
    valg.add_argument("--videre", action="store_true", help="gå ut fra modellen som følger med, når eksempler er lagt til")
    valg.add_argument("--andel", type=float, default=1.0, help="så stor del av dem uten merke for slags melding som leses")
    a = valg.parse_args()
    runder = a.runder
    torch.manual_seed(0)
    tilfeldig = random.Random(0)  # noqa: S311 - the same order each time, not a secret
    t = Tekster(InnebygdE5())
    rader = [r for r in les_rader(t) if r.grense or tilfeldig.random() < a.andel]
    ordliste = les_ordliste(KORPUS / "ordliste.yaml")
    analyse = Analyse(ordliste.sprak)

    def ord_(tekster: list[str]) -> torch.Tensor:
        return torch.tensor(np.array([ordtrekk(x, ordliste, analyse) for x in tekster]))

    alle_ord = ord_([r.tekst for r in rader])
    fasit, utvikling = Fasit(rader, t), Utvikling(t)
    m = Feltmodell(fasit.klasser, alle_ord.shape[1])
    if a.videre:
        les_medfolgende(m, fasit)
    print(f"{len(rader)} eksempler, {len(t.seksjoner)} seksjoner", flush=True)
    lengder = [len(m.koder.ordbok(r.tekst)) for r in rader]
    optimist, plan = _optimist(m, runder * (len(rader) // BUNKE + 30), 0.5 if a.videre else 1.0)
    start = time.monotonic()
    for runde in range(1, runder + 1):
        tap = []
        for i in bunker(lengder, BUNKE, tilfeldig):
            q, logit = m([stoy(rader[j].tekst, tilfeldig) for j in i], alle_ord[i])
            verdi = fasit.tap(i, t.poeng(q) * m.log_skarphet.exp(), logit)
            optimist.zero_grad()
            verdi.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(m.parameters(), 1.0)
            optimist.step()
            plan.step()
            tap.append(float(verdi.detach()))
            if len(tap) % 50 == 0:
                print(f"  {len(tap)}: tap {np.mean(tap[-50:]):.3f}, {time.monotonic() - start:.0f} s", flush=True)
        print(f"runde {runde}: tap {np.mean(tap):.3f}; {utvikling.mal(m, t, ord_, fasit.klasser['grense'])}", flush=True)
    lagre(m, fasit, rader)


@torch.no_grad()
def les_medfolgende(m: Feltmodell, fasit: Fasit) -> None:
    """Take up what ships; a class that is new begins at nothing."""
    with np.load(PAKKE / "adaptere" / "feltmodell.npz") as data:
        m.koder.les_steg(data)
    for navn, hode in m.hoder.items():
        assert isinstance(hode, nn.Linear)
        with np.load(PAKKE / "forstaelse" / "modeller" / f"{navn}.npz") as data:
            kjent = {str(k): i for i, k in enumerate(data["klasser"])}
            for i, klasse in enumerate(fasit.klasser[navn]):
                if klasse in kjent:
                    hode.weight[i] = torch.tensor(data["vekter"][kjent[klasse]].astype(np.float32))
                    hode.bias[i] = float(data["konstant"][kjent[klasse]])
    with np.load(PAKKE / "gjenfinning" / "tilpasning.npz") as data:
        m.flytt.weight.copy_(torch.tensor((data["vekter"] * data["skala"][:, None]).T))
        m.log_skarphet.fill_(float(np.log(data["skarphet"])))


def _optimist(m: Feltmodell, skritt: int, del_: float) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    hoder = [p for n, p in m.named_parameters() if not n.startswith("koder.")]
    grupper = [
        {"params": list(m.koder.matriser.parameters()), "weight_decay": 0.01},
        {"params": list(m.koder.normer.parameters()), "weight_decay": 0.0},
        {"params": hoder, "weight_decay": 0.05},
    ]
    optimist = torch.optim.AdamW(grupper, lr=LAERING)
    lengder = [del_ * LAERING, del_ * LAERING / 5, del_ * LAERING_HODER]
    return optimist, torch.optim.lr_scheduler.OneCycleLR(optimist, lengder, total_steps=skritt, pct_start=0.1)


def lagre(m: Feltmodell, fasit: Fasit, rader: list[Rad]) -> None:
    """Write the steps, the heads and the map that ship."""
    versjon = hashlib.blake2b(json.dumps([astuple(r) for r in rader], ensure_ascii=False).encode(), digest_size=6).hexdigest()
    modell = InnebygdE5().navn
    steg: dict[str, Any] = {"versjon": np.array(versjon), **m.koder.steg()}
    np.savez_compressed(PAKKE / "adaptere" / "feltmodell.npz", **steg)
    for navn, hode in m.hoder.items():
        assert isinstance(hode, nn.Linear)
        np.savez_compressed(
            PAKKE / "forstaelse" / "modeller" / f"{navn}.npz",
            klasser=np.array(fasit.klasser[navn]),
            vekter=hode.weight.detach().numpy().astype(np.float16),
            konstant=hode.bias.detach().numpy(),
            modell=np.array(modell),
            versjon=np.array(versjon),
        )
    w = m.flytt.weight.detach().numpy().T
    skala = np.maximum(np.abs(w).max(axis=1), 1e-9) / 127
    np.savez_compressed(
        PAKKE / "gjenfinning" / "tilpasning.npz",
        vekter=np.round(w / skala[:, None]).astype(np.int8),
        skala=skala.astype(np.float32),
        skarphet=np.float32(m.log_skarphet.detach().exp()),
        modell=np.array(modell),
        versjon=np.array(versjon),
    )


if __name__ == "__main__":
    main()

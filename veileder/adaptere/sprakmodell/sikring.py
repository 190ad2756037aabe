"""A circuit breaker, and caps on what a model may use in a day."""

from __future__ import annotations

import datetime as dt
import json
import logging
import threading
import time
from pathlib import Path

from veileder.feil import Sprakmodellfeil

logg = logging.getLogger(__name__)

FEIL_FOR_SPERRE = 3
"""Failures in a row that open the breaker."""

SPERRETID = 30.0
"""Seconds that a server is left alone; then one call is let through to try."""


class Sikring:
    """A circuit breaker (Nygard, Release It!, 2007). Written here: the library at hand holds its lock through each call."""

    def __init__(self, feil_for_sperre: int = FEIL_FOR_SPERRE, sperretid: float = SPERRETID) -> None:
        self._grense, self._sperretid = feil_for_sperre, sperretid
        self._las = threading.Lock()
        self._feil = 0
        self._prov_igjen = 0.0

    def slipp_inn(self) -> None:
        """Raise when the server is left alone; else let the call through.

        Raises:
            Sprakmodellfeil: the breaker is open.
        """
        with self._las:
            if self._feil < self._grense:
                return
            if time.monotonic() < self._prov_igjen:
                raise Sprakmodellfeil("hviler etter flere feil", tjenesten_svikter=False)
            self._prov_igjen = time.monotonic() + self._sperretid  # this call tries for all the others

    def meld(self, *, gikk_bra: bool) -> None:
        """Tell how a call went."""
        with self._las:
            self._feil = 0 if gikk_bra else self._feil + 1
            self._prov_igjen = time.monotonic() + self._sperretid


class Forbruk:
    """Tokens and kroner used today (UTC), kept in a small file so that a restart does not forget them.

    A cap of 0 is none. One process writes the file; a file that cannot be read or written is logged, and the count
    goes on in memory.
    """

    def __init__(self, fil: Path | None, tokens: int, kroner: float) -> None:
        self._fil, self._tokens_tak, self._kroner_tak = fil, tokens, kroner
        self._las = threading.Lock()
        self._dag, self._tokens, self._kroner = self._les()

    def slipp_inn(self) -> None:
        """Raise when today's share is used.

        Raises:
            Sprakmodellfeil: a cap is reached.
        """
        with self._las:
            self._ny_dag()
            if self._tokens_tak and self._tokens >= self._tokens_tak:
                raise Sprakmodellfeil("dagens tokens er brukt opp", tjenesten_svikter=False)
            if self._kroner_tak and self._kroner >= self._kroner_tak:
                raise Sprakmodellfeil("dagens kroner er brukt opp", tjenesten_svikter=False)

    def meld(self, tokens: int, kroner: float) -> None:
        """Add what a call used."""
        with self._las:
            self._ny_dag()
            self._tokens += tokens
            self._kroner += kroner
            self._skriv()

    def _ny_dag(self) -> None:
        i_dag = _i_dag()
        if i_dag != self._dag:
            self._dag, self._tokens, self._kroner = i_dag, 0, 0.0

    def _les(self) -> tuple[str, int, float]:
        try:
            data = json.loads(self._fil.read_text(encoding="utf-8")) if self._fil else {}
            return str(data["dag"]), int(data["tokens"]), float(data["kroner"])
        except (OSError, ValueError, KeyError, TypeError):
            return _i_dag(), 0, 0.0

    def _skriv(self) -> None:
        if self._fil is None:
            return
        try:
            ny = self._fil.with_suffix(".ny")
            brukt = {"dag": self._dag, "tokens": self._tokens, "kroner": round(self._kroner, 6)}
            ny.write_text(json.dumps(brukt), encoding="utf-8")
            ny.replace(self._fil)
        except OSError as feil:
            logg.warning("Språkmodellens forbruk kunne ikke lagres (%s).", feil.strerror)


def _i_dag() -> str:
    return dt.datetime.now(dt.UTC).date().isoformat()

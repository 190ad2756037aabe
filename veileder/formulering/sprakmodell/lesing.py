"""From the pieces that a model writes to whole sentences, as soon as each is whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

LENGST_UFERDIG = 4000
"""Characters that may wait for an object to be closed; beyond it the model writes something else than was asked for."""


@dataclass(frozen=True, slots=True)
class Modellsetning:
    """What the model says, and the tokens of the passages that it says it rests on; no tokens where the form is wrong."""

    tekst: str
    merker: tuple[str, ...]


class Setningsleser:
    """Takes pieces and gives sentences. Words around the objects, fences and a list around them are passed over.

    ``rester`` tells whether something was left that is no sentence: half an object, or text where none was asked for.
    """

    def __init__(self) -> None:
        self._buffer = ""
        self._dekoder = json.JSONDecoder()
        self.rester = False

    def ta_imot(self, tekst: str) -> Iterator[Modellsetning]:
        """Yield the sentences that became whole with this piece."""
        self._buffer += tekst
        start = self._buffer.find("{")
        while start >= 0:
            try:
                verdi, slutt = self._dekoder.raw_decode(self._buffer, start)
            except (ValueError, RecursionError):
                start = self._buffer.find("{", start + 1)
                continue
            if (setning := _som_setning(verdi)) is not None:
                yield setning
            self._merk_rest(self._buffer[:start])
            self._buffer = self._buffer[slutt:]
            start = self._buffer.find("{")
        if len(self._buffer) > LENGST_UFERDIG:
            self.rester, self._buffer = True, ""

    def avslutt(self) -> bool:
        """Return whether anything was left over that is no sentence."""
        self._merk_rest(self._buffer)
        self._buffer = ""
        return self.rester

    def _merk_rest(self, rest: str) -> None:
        uten = rest.replace("```json", "").replace("```", "").strip(' \n\r\t,[]":}')
        self.rester = self.rester or len(uten.split()) > 2


def _som_setning(verdi: object) -> Modellsetning | None:
    """Return a sentence; None for an object that holds none, such as the list around them."""
    if not isinstance(verdi, dict):
        return None
    tekst, merker = verdi.get("setning"), verdi.get("utdrag")
    if tekst is None and any(isinstance(v, list) for v in verdi.values()):
        return None  # its sentences have been read one by one
    if isinstance(merker, str):
        merker = [merker]
    riktig = isinstance(tekst, str) and isinstance(merker, list) and all(isinstance(m, str) for m in merker)
    return Modellsetning(tekst, tuple(m.strip("[]() ") for m in merker)) if riktig else Modellsetning("", ())  # type: ignore[arg-type,union-attr]

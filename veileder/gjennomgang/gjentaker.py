"""What is done again and again in a thread of its own, from start until it is told to stop."""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod

logg = logging.getLogger(__name__)


class Gjentaker(ABC):
    """A thread that takes a turn at start, then each ``pause`` seconds, and at once when woken. A fault ends the turn alone."""

    def __init__(self, navn: str, pause: float) -> None:
        self._navn, self._pause = navn, pause
        self._vekk, self._slutt = threading.Event(), threading.Event()
        self._trad: threading.Thread | None = None

    def start(self) -> None:
        """Begin."""
        self._trad = threading.Thread(target=self._gang, name=self._navn, daemon=True)
        self._trad.start()

    def stopp(self) -> None:
        """Begin nothing more; a turn that is under way has two seconds, and is taken up again after the next start."""
        self._slutt.set()
        self._vekk.set()
        if self._trad is not None:
            self._trad.join(timeout=2)

    def vekk(self) -> None:
        """Say that there is something to do."""
        self._vekk.set()

    def _gang(self) -> None:
        while not self._slutt.is_set():
            self._vekk.clear()
            try:
                self._tur()
            except Exception:
                logg.exception("%s: en runde feilet", self._navn)
            self._vekk.wait(self._pause)

    @abstractmethod
    def _tur(self) -> None:
        """Do once what is to be done."""

"""A line between browser and server that can be cut and mended, and led to another server."""

from __future__ import annotations

import contextlib
import socket
import threading


class Linje:
    """Passes bytes both ways. ``brudd`` closes every connection and refuses new ones until ``hel``."""

    def __init__(self, adresse: str) -> None:
        self.mal = adresse
        self._apen, self._par = True, set[socket.socket]()
        self._lytter = socket.create_server(("127.0.0.1", 0))
        self.adresse = f"http://127.0.0.1:{self._lytter.getsockname()[1]}"
        threading.Thread(target=self._ta_imot, daemon=True).start()

    def brudd(self) -> None:
        """Cut the line."""
        self._apen = False
        for s in list(self._par):
            with contextlib.suppress(OSError):
                s.shutdown(socket.SHUT_RDWR)

    def hel(self, adresse: str = "") -> None:
        """Mend the line, to another server when one is given."""
        self.mal, self._apen = adresse or self.mal, True

    def lukk(self) -> None:
        """Close it for good."""
        self.brudd()
        self._lytter.close()

    def _ta_imot(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                inn, _ = self._lytter.accept()
                if not self._apen:
                    inn.close()
                    continue
                vert, port = self.mal.removeprefix("http://").split(":")
                try:
                    ut = socket.create_connection((vert, int(port)))
                except OSError:
                    inn.close()
                    continue
                self._par |= {inn, ut}
                for fra, til in ((inn, ut), (ut, inn)):
                    threading.Thread(target=self._kopier, args=(fra, til), daemon=True).start()

    def _kopier(self, fra: socket.socket, til: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while biter := fra.recv(65536):
                til.sendall(biter)
        for s in (fra, til):
            with contextlib.suppress(OSError):
                s.shutdown(socket.SHUT_RDWR)
            s.close()
            self._par.discard(s)

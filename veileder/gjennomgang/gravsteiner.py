"""What was deleted because somebody asked for it, so that a back-up that is put back does not bring it to life again.

A line is a date and a digest of the random id: it tells neither who nor what, and cannot be turned back. The file lies beside
the database, not in it. What goes because it is old needs no line: it is as old after a back-up is put back.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from contextlib import AbstractContextManager
from pathlib import Path

FIL = "slettet.txt"


def merke(noe: str) -> str:
    """Return the digest of an id or a number."""
    return hashlib.blake2b(noe.encode(), digest_size=16).hexdigest()


class Gravsteiner:
    """The file in the data folder. Lines are added whole, also by several processes at once."""

    def __init__(self, data: Path) -> None:
        self._fil = data / FIL

    def _las(self) -> AbstractContextManager[object]:
        from filelock import FileLock

        self._fil.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(self._fil.with_suffix(".las"), timeout=10)

    def sett(self, noe: str, na: dt.datetime) -> None:
        """Add a line; durable when this returns. Raises OSError (a lock that is not let go of is one, too)."""
        linje = f"{na.astimezone(dt.UTC).date().isoformat()} {merke(noe)}\n".encode()
        with self._las():
            fil = os.open(self._fil, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                os.write(fil, linje)
                os.fsync(fil)
            finally:
                os.close(fil)

    def alle(self) -> frozenset[str]:
        """Return the digests; none when there is no file."""
        try:
            linjer = self._fil.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return frozenset()
        return frozenset(deler[1] for linje in linjer if len(deler := linje.split()) == 2)

    def rydd(self, eldre_enn: dt.date) -> None:
        """Let go of lines about what would be gone by its age, too."""
        if not self._fil.exists():
            return
        with self._las():
            linjer = self._fil.read_text(encoding="utf-8").splitlines(keepends=True)
            igjen = [linje for linje in linjer if linje[:10] >= eldre_enn.isoformat()]
            if len(igjen) < len(linjer):
                midlertidig = self._fil.with_suffix(f".{os.getpid()}")
                midlertidig.write_text("".join(igjen), encoding="utf-8")
                midlertidig.chmod(0o600)
                midlertidig.replace(self._fil)

"""Writing zeros over what SQLite's file still holds of deleted rows, a moment at a time, while others read and write.

With ``secure_delete`` SQLite zeroes a row where it is deleted, and a page that is let go. What it leaves is the copy in a page
from which the row was moved earlier: it lies in the gap between the page's list of cells and its cells, which the file format
(https://www.sqlite.org/fileformat2.html#b_tree_pages) says is unused. That gap is zeroed here, in every page of every tree.
``VACUUM`` would do the same by writing the whole file anew, and nobody could write meanwhile.

Why this is safe beside other connections: it is done while this connection holds the lock for writing and the log (WAL) is
empty, so nobody can change a page of the file; readers never look at the gap; and a power cut in the middle leaves a gap that
is partly zeroed. A small transaction after each turn makes every other connection forget its copies of the pages, so that
none of them can bring an old gap back.

Run as a program of its own, with nothing but the standard library: a process that closes a second handle to the file would
lose its SQLite locks (POSIX). ``python vask.py FILE`` ends with 0 when all is zeroed, 1 when others were in the way, 2 when
the file is not one that this can be done to.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

TUR = 0.05
"""Seconds that others may have to wait for one turn, besides finding the pages (about 0.1 s in 400 MB)."""

MEST = 1000
"""Pages that are written in one turn, so that the disk is not busy with them for long."""

PAUSE = 0.15
"""Seconds between two turns, in which others write."""

TALMOD = 5.0
"""Seconds to go on trying while others write or read without a break."""

_INDRE, _BLADER = (2, 5), (10, 13)


class Ukjent(Exception):
    """The file is not as the format says, or is not one with a log."""


class Fil:
    """The pages of the file as they lie on disk, which is all there is while the log is empty."""

    def __init__(self, fil: Path) -> None:
        self._fd = os.open(fil, os.O_RDWR)  # never closed: the locks of this process would go with it
        hode = os.pread(self._fd, 100, 0)
        storrelse = int.from_bytes(hode[16:18], "big")
        self._storrelse = 65536 if storrelse == 1 else storrelse
        if not hode.startswith(b"SQLite format 3\0") or self._storrelse < 512:
            raise Ukjent

    def les(self, nummer: int) -> tuple[bytes, int]:
        """Return a page and where its header begins; raise Ukjent when it is not of a tree."""
        side = os.pread(self._fd, self._storrelse, (nummer - 1) * self._storrelse)
        hode = 100 if nummer == 1 else 0
        if len(side) != self._storrelse or side[hode] not in _INDRE + _BLADER:
            raise Ukjent
        return side, hode

    def under(self, nummer: int) -> tuple[int, ...]:
        """Return the pages right under an inner page; none under a leaf."""
        side, hode = self.les(nummer)
        if side[hode] in _BLADER:
            return ()
        antall = int.from_bytes(side[hode + 3 : hode + 5], "big")
        celler = (int.from_bytes(side[n : n + 2], "big") for n in range(hode + 12, hode + 12 + 2 * antall, 2))
        return (*(int.from_bytes(side[n : n + 4], "big") for n in celler), int.from_bytes(side[hode + 8 : hode + 12], "big"))

    def null_ut(self, nummer: int) -> bool:
        """Zero the gap of a page; return whether anything stood there."""
        side, hode = self.les(nummer)
        antall = int.from_bytes(side[hode + 3 : hode + 5], "big")
        fra = hode + (12 if side[hode] in _INDRE else 8) + 2 * antall
        til = int.from_bytes(side[hode + 5 : hode + 7], "big") or 65536
        if not fra <= til <= self._storrelse:
            raise Ukjent
        if side.count(0, fra, til) == til - fra:
            return False
        os.pwrite(self._fd, bytes(til - fra), (nummer - 1) * self._storrelse + fra)
        return True

    def skriv_ut(self) -> None:
        """Have what was written stand on the disk."""
        os.fdatasync(self._fd)


def sider(fil: Fil, rot: int) -> Iterator[int]:
    """Yield every page of a tree. All leaves are at the same depth, so that only one of them is read to find them."""
    yield rot
    niva = fil.under(rot)
    while niva:
        yield from niva
        if not fil.under(niva[0]):
            return
        niva = tuple(barn for side in niva for barn in fil.under(side))


def vask(sti: Path) -> bool:
    """Zero the gaps of all pages; return whether all are. Raises Ukjent, sqlite3.Error, OSError."""
    with closing(sqlite3.connect(sti, timeout=TUR, isolation_level=None)) as base:
        if base.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            raise Ukjent
        fil, logg = Fil(sti), Path(f"{sti}-wal")
        ferdige: set[int] = set()
        funnet: tuple[int, list[int]] = (-1, [])
        slutt = time.monotonic() + TALMOD
        while time.monotonic() < slutt:
            if _begynn(base, logg):
                funnet = _en_tur(base, fil, ferdige, funnet)
                slutt = time.monotonic() + TALMOD
                if ferdige.issuperset(funnet[1]):
                    return True
            time.sleep(PAUSE)
    return False


def _begynn(base: sqlite3.Connection, logg: Path) -> bool:
    """Take the lock for writing while the log is empty; return whether that was done."""
    try:
        base.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()  # most of the work, in nobody's way
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        base.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return False
    if logg.exists() and logg.stat().st_size:
        base.execute("ROLLBACK")
        return False
    return True


def _en_tur(base: sqlite3.Connection, fil: Fil, ferdige: set[int], funnet: tuple[int, list[int]]) -> tuple[int, list[int]]:
    """Zero pages for ``TUR`` seconds, under the lock that is held, and let go of it.

    A page that is done stays so: rows that were deleted before the start are copied by nobody any more. The pages are found
    anew when another connection has written; return them with the database's version at that moment.
    """
    try:
        (versjon,) = base.execute("PRAGMA data_version").fetchone()
        if versjon != funnet[0]:
            rotter = {1, *(rot for (rot,) in base.execute("SELECT rootpage FROM sqlite_master WHERE rootpage > 0"))}
            funnet = versjon, [side for rot in sorted(rotter) for side in sider(fil, rot)]
        _null_ut(fil, ferdige, [side for side in funnet[1] if side not in ferdige])
        (bruker,) = base.execute("PRAGMA user_version").fetchone()
        base.execute(f"PRAGMA user_version = {bruker}")  # a write, though it changes nothing
        base.execute("COMMIT")
    except BaseException:
        base.execute("ROLLBACK")
        raise
    fil.skriv_ut()
    return funnet


def _null_ut(fil: Fil, ferdige: set[int], igjen: list[int]) -> None:
    slutt, skrevet = time.monotonic() + TUR, 0
    for side in igjen:
        skrevet += fil.null_ut(side)
        ferdige.add(side)
        if skrevet >= MEST or time.monotonic() > slutt:
            return


if __name__ == "__main__":
    try:
        sys.exit(0 if vask(Path(sys.argv[1]).resolve(strict=True)) else 1)
    except (Ukjent, sqlite3.Error, OSError, IndexError):
        sys.exit(2)

"""Where a draft is put: a name of its own, written whole or not at all, and never twice from the same file."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from veileder.feil import Bruksfeil

_MERKE = re.compile(r"^# merke: ([0-9a-f]{32})\b", re.MULTILINE)
_HODE = 20_000
"""Characters of a draft that are searched for the mark: the front matter with its comments is shorter."""


def merke_av(sti: Path) -> str:
    """Return the digest of a file's bytes, by which it is known again under any name."""
    with sti.open("rb") as fil:
        return hashlib.file_digest(fil, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def finn_merker(mappe: Path) -> dict[str, str]:
    """Return the marks of the drafts below a folder, each with the draft's path in it."""
    ut: dict[str, str] = {}
    for sti in sorted(mappe.rglob("*.md")):
        with contextlib.suppress(OSError), sti.open(encoding="utf-8", errors="replace") as fil:
            if treff := _MERKE.search(fil.read(_HODE)):
                ut.setdefault(treff[1], sti.relative_to(mappe).as_posix())
    return ut


def lagre_ny(mappe: Path, stamme: str, endelse: str, innhold: str) -> Path:
    """Write a new file ``mappe/stamme + endelse`` and return its path; a taken name gets -2, -3 and so on.

    A name is taken in both målformer at once, since the reader takes ``a.md`` and ``a.nn.md`` for one text.

    Raises:
        Bruksfeil: the folder cannot be written to.
    """
    try:
        mappe.mkdir(parents=True, exist_ok=True)
        stier = (mappe / (navn + endelse) for navn in _navn(stamme) if not _tatt(mappe, navn))
        return next(sti for sti in stier if skriv_ny(sti, innhold))
    except OSError as feil:
        raise Bruksfeil(f"Kunne ikke skrive i {mappe}: {feil.strerror or feil}") from feil


def _navn(stamme: str) -> Iterator[str]:
    yield stamme
    yield from (f"{stamme}-{nr}" for nr in count(2))


def _tatt(mappe: Path, navn: str) -> bool:
    return any((mappe / (navn + endelse)).exists() for endelse in (".md", ".nn.md", ".nb.md"))


def skriv_ny(sti: Path, innhold: str) -> bool:
    """Write a file that does not exist yet, whole or not at all; return False if it does.

    Raises:
        OSError: the disk refuses.
    """
    midlertidig = sti.with_name(f".{sti.name}.{os.getpid()}.tmp")
    try:
        with midlertidig.open("w", encoding="utf-8", errors="replace", newline="\n") as fil:
            fil.write(innhold)
            fil.flush()
            os.fsync(fil.fileno())
        return _legg_pa_plass(midlertidig, sti)
    finally:
        midlertidig.unlink(missing_ok=True)


def _legg_pa_plass(midlertidig: Path, sti: Path) -> bool:
    """Give a written file its name. A hard link fails where the name is taken, in one step; not all disks have them."""
    try:
        sti.hardlink_to(midlertidig)
    except FileExistsError:
        return False
    except OSError:
        if sti.exists():
            return False
        midlertidig.replace(sti)
    return True

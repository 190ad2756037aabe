"""The off switch: a file in the data folder that closes the chat for as long as it is there. Standard library only.

The running service looks at it at every message, so that no restart and no database is needed. A file that cannot be read
closes all the same: somebody put it there.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import dataclass
from pathlib import Path

from veileder.feil import Bruksfeil

FIL = "stengt.json"
LENGDE = 500
"""Characters of a message that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stengt:
    """That the chat is closed: the operator's words, which may be none, and since when (ISO, empty when not known)."""

    melding: str = ""
    siden: str = ""


class Stengning:
    """The switch of a data folder."""

    def __init__(self, data: Path) -> None:
        self._fil = data / FIL

    def les(self) -> Stengt | None:
        """Return that the chat is closed, or None when it is open. Takes some hundredths of a millisecond."""
        try:
            felt = json.loads(self._fil.read_text(encoding="utf-8"))
            return Stengt(melding=str(felt.get("melding") or "")[:LENGDE], siden=str(felt.get("siden") or ""))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError, AttributeError):
            return Stengt()

    def steng(self, melding: str) -> Stengt:
        """Close, or put another message in place; durable when this returns. Raises Bruksfeil."""
        stengt = Stengt(melding=_rens(melding), siden=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
        innhold = json.dumps({"melding": stengt.melding, "siden": stengt.siden}, ensure_ascii=False)
        midlertidig = self._fil.with_name(f".{FIL}.{os.getpid()}")
        try:
            self._fil.parent.mkdir(parents=True, exist_ok=True)
            with midlertidig.open("w", encoding="utf-8") as fil:
                fil.write(innhold)
                fil.flush()
                os.fsync(fil.fileno())
            midlertidig.replace(self._fil)
        except OSError as feil:
            raise Bruksfeil(f"Kan ikke skrive {self._fil}: {feil.strerror}.") from feil
        return stengt

    def apne(self) -> bool:
        """Open, and return whether it was closed. Raises Bruksfeil."""
        try:
            self._fil.unlink()
        except FileNotFoundError:
            return False
        except OSError as feil:
            raise Bruksfeil(f"Kan ikke slette {self._fil}: {feil.strerror}.") from feil
        return True


def _rens(melding: str) -> str:
    """Return the message on one line, without signs that cannot be shown."""
    linje = " ".join("".join(t for t in melding if t.isprintable() or t.isspace()).split())
    if len(linje) > LENGDE:
        raise Bruksfeil(f"Meldingen kan ha høyst {LENGDE} tegn.")
    return linje

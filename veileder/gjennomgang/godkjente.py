"""Approved answers are bound to the texts they rest on, and come back to the queue when one of those is another."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from veileder.domene import Utdrag
from veileder.gjennomgang.saker import Hendelse
from veileder.gjennomgang.verdier import Flagg, Flaggslag, Kildeinnslag

VEILEDER = "Veileder"
"""Who brings a case back, in its history."""

Digester = Mapping[tuple[str, str], str]
"""Digest of a passage's text by its id and file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """A passage that an approved answer rests on. ``digest`` is empty when the passage was gone at the approval."""

    melding_id: str
    utdrag: str
    fil: str
    digest: str
    tittel: str


class GodkjentRepo(Protocol):
    """Which passages approved answers rest on. Set with the verdict, see ``SakRepo.lagre``."""

    def alle(self) -> tuple[Binding, ...]:
        """Return every binding."""

    def send_tilbake(self, melding_id: str, flagg: Flagg, hendelse: Hendelse) -> bool:
        """Open a case, flag it and let its bindings go; return False when another process did so first."""


def digester_av(utdrag: Sequence[Utdrag]) -> dict[tuple[str, str], str]:
    """Return the digests of passages."""
    return {(u.id, u.fil): u.digest for u in utdrag}


def bind(melding_id: str, kilder: Sequence[Kildeinnslag], digester: Digester) -> tuple[Binding, ...]:
    """Bind an answer to its sources as they stand in ``digester``: the texts that who approves it has read."""
    unike = {(k.utdrag, k.fil): k.tittel for k in kilder}
    return tuple(
        Binding(melding_id=melding_id, utdrag=n[0], fil=n[1], digest=digester.get(n, ""), tittel=tittel)
        for n, tittel in unike.items()
    )


def fingeravtrykk(bindinger: Sequence[Binding]) -> str:
    """Return what tells these texts from others: a form carries it, so that what is approved is what was read."""
    linjer = sorted(f"{b.utdrag}\t{b.fil}\t{b.digest}" for b in bindinger)
    return hashlib.blake2b("\n".join(linjer).encode(), digest_size=12).hexdigest()


def send_endrede_tilbake(repo: GodkjentRepo, digester: Digester, na: dt.datetime, hva: str) -> tuple[str, ...]:
    """Send every approved answer back whose text has changed; return the messages. ``hva`` is told in the history."""
    endret: dict[str, list[str]] = defaultdict(list)
    for b in repo.alle():
        if digester.get((b.utdrag, b.fil), "") != b.digest:
            endret[b.melding_id].append(b.tittel)
    ut = []
    for melding_id, titler in endret.items():
        navn = ", ".join(dict.fromkeys(titler))
        flagg, hendelse = Flagg(slag=Flaggslag.KILDE_ENDRET, detalj=navn), _hendelse(na, hva, navn)
        if repo.send_tilbake(melding_id, flagg, hendelse):
            ut.append(melding_id)
    return tuple(ut)


def _hendelse(na: dt.datetime, hva: str, detalj: str) -> Hendelse:
    return Hendelse(tidspunkt=na, bruker=VEILEDER, hva=hva, detalj=detalj)

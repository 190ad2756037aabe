"""Processes that the tests of storage start, and kill: ``python tests/lager_barn.py <what> …`` writes through the front door.

Each confirmed number is printed on a line of its own, and flushed, as a receipt is shown.
"""

from __future__ import annotations

import os
import resource
import sys
import threading
import uuid
from pathlib import Path

from lager_hjelp import NA, henvendelse, svar

from veileder.feil import Lagerfeil
from veileder.gjennomgang.arkiv import Arkiv
from veileder.gjennomgang.kontaktonske import Kontaktonske
from veileder.gjennomgang.saker import Arsak, Dom, Hendelse, Sak, Sakstilstand
from veileder.gjennomgang.verdier import Rapportgrunn
from veileder.innstillinger import Innstillinger
from veileder.oppstart import lag_arkiv

_LAS = threading.Lock()


def si(*deler: str) -> None:
    """Print a line at once."""
    with _LAS:
        print(*deler, flush=True)  # noqa: T201 - this is how the test is told


def en_runde(arkiv: Arkiv) -> None:
    """Answer a message, report it, judge it, and ask for contact."""
    h = henvendelse("Hva koster trygghetsalarm?", samtale_id=uuid.uuid4().hex)
    arkiv.lagre(h, svar(h))
    if len(arkiv.ko) == 0:
        si("svar", h.id)
    si("rapport", arkiv.meld_fra(h.id, h.samtale_id, Rapportgrunn.FEIL).nummer)
    sak = Sak(melding_id=h.id, dom=Dom.FEIL, arsak=Arsak.SPRAK, tilstand=Sakstilstand.LUKKET)
    if arkiv.lager.saker.lagre(sak, [Hendelse(tidspunkt=NA, bruker="kari", hva="vurderte svaret")]):
        si("vurdering", h.id)
    si("kontakt", arkiv.be_om_kontakt(Kontaktonske(kommune="molde", navn="Kari", telefon="99 11 22 33")).nummer)


def skriv(arkiv: Arkiv, trader: int, runder: int) -> None:
    """Write from many threads at once; 0 rounds: until killed."""

    def lokke() -> None:
        nr = 0
        while not runder or nr < runder:
            nr += 1
            try:
                en_runde(arkiv)
            except Lagerfeil as feil:
                si("avvist", feil.grunn)

    alle = [threading.Thread(target=lokke) for _ in range(trader)]
    for t in alle:
        t.start()
    for t in alle:
        t.join()
    arkiv.lukk()


def full_disk(arkiv: Arkiv, plass: int) -> None:
    """Answer until the file may grow no more and a while after; then there is room again."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (plass, hard))
    for _ in range(200):
        h = henvendelse("Hva koster trygghetsalarm?" + " og hva mer" * 50)
        arkiv.lagre(h, svar(h))
        si("svar", h.id)
    si("ko", str(len(arkiv.ko)))
    try:
        for _ in range(100):  # the first few are small enough for what room is left
            arkiv.meld_fra(h.id, h.samtale_id, Rapportgrunn.FEIL)
    except Lagerfeil as feil:
        si("avvist", feil.grunn)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    si("tom", str(arkiv.ko.tom()))
    arkiv.lukk()


def som_nobody(fil: Path) -> None:
    """Become a user who may read the file and not write it; root may write what is read-only."""
    fil.parent.chmod(0o555)
    for f in fil.parent.iterdir():
        f.chmod(0o444)
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def main() -> None:
    """Do what the first argument says, on the database of the environment."""
    innst, hva = Innstillinger(), sys.argv[1]
    if hva == "skriv":
        skriv(lag_arkiv(innst), int(sys.argv[2]), int(sys.argv[3]))
    elif hva == "full":
        full_disk(lag_arkiv(innst), int(sys.argv[2]))
    elif hva == "lesbar":
        import veileder.forstaelse.maskering  # noqa: F401 - what is loaded late may lie where nobody may read

        arkiv = lag_arkiv(innst)
        h = henvendelse("Hva koster trygghetsalarm?")
        arkiv.lager.lukk()
        som_nobody(Path(sys.argv[2]))
        arkiv.lagre(h, svar(h))
        si("ko", str(len(arkiv.ko)))
        try:
            arkiv.meld_fra(h.id, h.samtale_id, Rapportgrunn.FEIL)
        except Lagerfeil as feil:
            si("avvist", feil.grunn)


if __name__ == "__main__":
    main()

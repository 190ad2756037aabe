"""Runs stored questions again, one at once or many in a thread beside the answers."""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from veileder.feil import VeilederFeil
from veileder.gjennomgang.ansatte import Bruker, Handling, Loggforing
from veileder.gjennomgang.omkjoring import Omkjoring, Svarer, med_overfort_dom, still_igjen, til_omkjoring
from veileder.gjennomgang.porter import Gjennomgangslager
from veileder.gjennomgang.saker import Hendelse, Sakstilstand
from veileder.gjennomgang.verdier import Innslag

logg = logging.getLogger(__name__)

PUST = 0.05
"""Seconds between two questions of many, so that those who chat meanwhile hardly notice."""

KJORTE, SAMME, ENDRET = "kjørte spørsmålet på nytt:", "samme svar", "svaret er endret"
"""What the history of a case says of a run."""

Svarkilde = Callable[[], tuple[Svarer, Mapping[str, str]]]
"""Returns what answers now, without storing, and its versions. Raises VeilederFeil when no index is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framdrift:
    """How far a run of many has come. ``feilet`` are those that could not be run."""

    av: str
    antall: int
    ferdig: int = 0
    feilet: int = 0

    @property
    def i_gang(self) -> bool:
        """Whether there is more to do."""
        return self.ferdig < self.antall


class Omkjorer:
    """One for the process. Safe to call from several threads; one run of many at a time."""

    def __init__(self, lager: Gjennomgangslager, svarkilde: Svarkilde) -> None:
        self._lager, self._svarkilde = lager, svarkilde
        self._las, self._slutt = threading.Lock(), threading.Event()
        self.framdrift: Framdrift | None = None

    def en(self, innslag: Innslag, bruker: Bruker) -> Omkjoring:
        """Ask one question again and store what came of it. A closed case is opened when its verdict holds no longer."""
        lager, (svar, versjoner), na = self._lager, self._svarkilde(), dt.datetime.now(dt.UTC)
        samtale = lager.samtaler.samtale(innslag.samtale_id)
        ny = til_omkjoring(innslag, still_igjen(innslag, samtale, svar), bruker.brukernavn, na, versjoner)
        forrige, sak = lager.omkjoringer.hent(innslag.id), lager.saker.hent(innslag.id)
        ny = med_overfort_dom(replace(ny, versjon=forrige.versjon if forrige else 0), forrige, sak.dom, sak.arsak)
        if not lager.omkjoringer.lagre(ny):
            return lager.omkjoringer.hent(innslag.id) or ny  # somebody else ran it just now, or it is deleted
        hva = SAMME if ny.lik else ENDRET
        hendelse = Hendelse(tidspunkt=na, bruker=bruker.brukernavn, hva=KJORTE, detalj=hva)
        if ny.dom is None and sak.tilstand is Sakstilstand.LUKKET:
            lager.saker.lagre(replace(sak, tilstand=Sakstilstand.ARBEID, endret=na, endret_av=bruker.brukernavn), [hendelse])
        else:
            lager.saker.noter(innslag.id, hendelse)
        return replace(ny, versjon=ny.versjon + 1)

    def mange(self, ider: Sequence[str], bruker: Bruker) -> bool:
        """Begin to ask many again; return False when a run is under way already."""
        with self._las:
            if self.framdrift is not None and self.framdrift.i_gang:
                return False
            self.framdrift = Framdrift(av=bruker.navn, antall=len(ider))
            threading.Thread(target=self._alle, args=(tuple(ider), bruker), name="veileder-omkjoring", daemon=True).start()
        return True

    def lukk(self) -> None:
        """Begin no further question."""
        self._slutt.set()

    def _alle(self, ider: Sequence[str], bruker: Bruker) -> None:
        for melding_id in ider:
            if self._slutt.wait(PUST):
                return
            gikk = self._prov(melding_id, bruker)
            with self._las:
                f = self.framdrift
                assert f is not None
                self.framdrift = replace(f, ferdig=f.ferdig + 1, feilet=f.feilet + (not gikk))

    def _prov(self, melding_id: str, bruker: Bruker) -> bool:
        try:
            innslag = self._lager.samtaler.hent(melding_id)
            if innslag is not None:
                self._lager.logg.skriv(_foring(innslag, bruker))
                self.en(innslag, bruker)
        except VeilederFeil:
            return False
        except Exception:
            logg.exception("Melding %s kunne ikke kjøres på nytt", melding_id)
            return False
        return True


def _foring(innslag: Innslag, bruker: Bruker) -> Loggforing:
    return Loggforing(
        tidspunkt=dt.datetime.now(dt.UTC),
        bruker_id=bruker.id,
        brukernavn=bruker.brukernavn,
        handling=Handling.KJORTE,
        gjelder=innslag.samtale_id,
        detalj=innslag.id,
    )

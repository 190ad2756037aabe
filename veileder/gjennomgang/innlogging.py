"""Logging in and out: sessions that only the browser and the database know, and a log of who came and went."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from veileder.gjennomgang.ansatte import Bruker, Handling, Loggforing, Okt
from veileder.gjennomgang.passord import bor_fornyes, hash_passord, sjekk_passord, stemmer
from veileder.gjennomgang.porter import Gjennomgangslager

ROR_ETTER = dt.timedelta(minutes=1)
"""A session's last use is written no oftener than this."""

KODE_VARER = dt.timedelta(hours=24)
"""How long a one-time link holds."""

BRUKERNAVN = re.compile(r"[a-z0-9æøå][a-z0-9æøå._@+-]{1,99}")
"""What a user name may be, in lower case: an e-mail address will do."""


def _na() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def digest(hemmelighet: str) -> str:
    """Return what is stored in place of a secret that is random and long."""
    return hashlib.sha256(hemmelighet.encode()).hexdigest()


def skjemanokkel(okt: str) -> str:
    """Return the token that every form of a session carries; it tells nothing of the session's id."""
    return hmac.new(okt.encode(), b"skjema", hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aktiv:
    """A session in use. ``hemmelig`` is its random id, which only the browser keeps."""

    bruker: Bruker
    hemmelig: str = field(repr=False)
    ekstern: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Forsok:
    """What came of a login: a session; or none, and perhaps seconds to wait."""

    aktiv: Aktiv | None = None
    vent: float = 0.0


class Innlogging:
    """Over the storage. Safe to call from several threads."""

    def __init__(
        self, lager: Gjennomgangslager, *, stille: dt.timedelta, lengst: dt.timedelta, na: Callable[[], dt.datetime] = _na
    ) -> None:
        self._lager, self._stille, self._lengst, self._na = lager, stille, lengst, na

    def logg_inn(self, brukernavn: str, passord: str) -> Forsok:
        """Try a name and a password. Each wrong one costs, whether or not there is such a user."""
        navn = brukernavn.strip().lower()[:100]
        vern = digest(navn)
        if vent := self._lager.okter.tell_forsok(vern, self._na()):
            return Forsok(vent=vent)
        bruker = self._lager.brukere.finn(navn)
        lagret = self._lager.brukere.passord(bruker.id) if bruker and not bruker.stengt and not bruker.ekstern else ""
        if not stemmer(lagret, passord) or bruker is None:
            self._logg(bruker, Handling.AVVIST)
            return Forsok()
        self._lager.okter.nullstill_forsok(vern)
        if bor_fornyes(lagret):
            self._lager.brukere.sett_passord(bruker.id, hash_passord(passord))
        return Forsok(aktiv=self._ny_okt(bruker, ekstern=False))

    def logg_inn_ekstern(self, brukernavn: str) -> Aktiv | None:
        """Begin a session for one whom the proxy has named; None when there is no such open user of the proxy's.

        A name there that is like a local user's here is somebody else.
        """
        bruker = self._lager.brukere.finn(brukernavn.strip().lower()[:100])
        if bruker is None or bruker.stengt or not bruker.ekstern:
            return None
        return self._ny_okt(bruker, ekstern=True)

    def finn(self, hemmelig: str) -> Aktiv | None:
        """Return the session that a browser names, if it is alive, and note that it is used."""
        funnet = self._lager.okter.hent(digest(hemmelig)) if hemmelig else None
        if funnet is None:
            return None
        (okt, bruker), na = funnet, self._na()
        if bruker.stengt or na - okt.sist_brukt > self._stille or na - okt.opprettet > self._lengst:
            self._lager.okter.slett(okt.nokkel)
            return None
        if na - okt.sist_brukt > ROR_ETTER:
            self._lager.okter.ror(okt.nokkel, na)
        return Aktiv(bruker=bruker, hemmelig=hemmelig, ekstern=okt.ekstern)

    def logg_ut(self, aktiv: Aktiv, *, overalt: bool = False) -> None:
        """End this session, or all of the user's."""
        if overalt:
            self._lager.okter.slett_alle(aktiv.bruker.id)
        else:
            self._lager.okter.slett(digest(aktiv.hemmelig))
        self._logg(aktiv.bruker, Handling.UTLOGGET, "overalt" if overalt else "")

    def slutt(self, hemmelig: str) -> None:
        """End a session that a browser still names when a new one begins."""
        if hemmelig:
            self._lager.okter.slett(digest(hemmelig))

    def ny_engangskode(self, bruker: Bruker) -> str:
        """Return a new one-time code for setting a password; only its digest is stored."""
        kode = secrets.token_urlsafe(24)
        self._lager.brukere.sett_engangskode(bruker.id, digest(kode), self._na() + KODE_VARER)
        return kode

    def for_kode(self, kode: str) -> Bruker | None:
        """Return whose password a code would set; the code is not used up."""
        return self._apen(self._lager.brukere.for_engangskode(digest(kode), self._na()) if kode else None)

    def sett_passord_med_kode(self, kode: str, passord: str) -> bool:
        """Set a password by a code. Raises Bruksfeil for one that is too easy, and the code can be used again then."""
        bruker = self.for_kode(kode)
        if bruker is None:
            return False
        sjekk_passord(passord, bruker.brukernavn)
        satt = self._lager.brukere.bruk_engangskode(digest(kode), self._na(), hash_passord(passord))
        if satt:
            self._lager.okter.nullstill_forsok(digest(satt.brukernavn))
            self._logg(satt, Handling.NYTT_PASSORD)
        return satt is not None

    def _apen(self, bruker: Bruker | None) -> Bruker | None:
        return bruker if bruker and not bruker.stengt and not bruker.ekstern else None

    def _ny_okt(self, bruker: Bruker, *, ekstern: bool) -> Aktiv:
        hemmelig, na = secrets.token_urlsafe(32), self._na()
        self._lager.okter.rydd(na - self._stille, na - self._lengst)
        okt = Okt(nokkel=digest(hemmelig), bruker_id=bruker.id, opprettet=na, sist_brukt=na, ekstern=ekstern)
        self._lager.okter.opprett(okt)
        self._logg(bruker, Handling.INNLOGGET)
        return Aktiv(bruker=bruker, hemmelig=hemmelig, ekstern=ekstern)

    def _logg(self, bruker: Bruker | None, handling: Handling, detalj: str = "") -> None:
        """Add to the access log. A name that is nobody's is left out: people type their passwords there."""
        if bruker:
            foring = Loggforing(
                tidspunkt=self._na(), bruker_id=bruker.id, brukernavn=bruker.brukernavn, handling=handling, detalj=detalj
            )
            self._lager.logg.skriv(foring)

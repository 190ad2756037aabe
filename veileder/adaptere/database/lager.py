"""``Lager``: the repositories over one database."""

from __future__ import annotations

from veileder.adaptere.database.brukere import DatabaseBrukere
from veileder.adaptere.database.database import Database
from veileder.adaptere.database.flagg import DatabaseFlagg
from veileder.adaptere.database.forslag import DatabaseForslag, DatabaseKontakthendelser
from veileder.adaptere.database.innsikt import DatabaseInnsikt
from veileder.adaptere.database.kontaktsaker import DatabaseKontaktsaker
from veileder.adaptere.database.okter import DatabaseLogg, DatabaseOkter
from veileder.adaptere.database.omkjoringer import DatabaseGodkjente, DatabaseOmkjoringer
from veileder.adaptere.database.rapporter import DatabaseRapporter
from veileder.adaptere.database.rydder import DatabaseRydder
from veileder.adaptere.database.saker import DatabaseSaker
from veileder.adaptere.database.samtaler import DatabaseSamtaler
from veileder.adaptere.database.varsler import DatabaseVarsler


class DatabaseLager:
    """All that is stored, in one database; see ``gjennomgang.porter.Gjennomgangslager``. Nothing is opened before it is used."""

    def __init__(self, adresse: str) -> None:
        self.database = Database(adresse)
        self.samtaler = DatabaseSamtaler(self.database)
        self.flagg = DatabaseFlagg(self.database)
        self.rapporter = DatabaseRapporter(self.database)
        self.kontaktsaker = DatabaseKontaktsaker(self.database)
        self.brukere = DatabaseBrukere(self.database)
        self.okter = DatabaseOkter(self.database)
        self.logg = DatabaseLogg(self.database)
        self.saker = DatabaseSaker(self.database)
        self.forslag = DatabaseForslag(self.database)
        self.kontakthendelser = DatabaseKontakthendelser(self.database)
        self.omkjoringer = DatabaseOmkjoringer(self.database)
        self.godkjente = DatabaseGodkjente(self.database)
        self.varsler = DatabaseVarsler(self.database)
        self.rydder = DatabaseRydder(self.database)
        self.innsikt = DatabaseInnsikt(self.database)

    def klargjor(self) -> None:
        """Bring the tables up to date."""
        self.database.klargjor()

    def lukk(self) -> None:
        """Let go of the connections."""
        self.database.lukk()

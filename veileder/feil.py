"""The exception tree: what should not happen. Expected endings are an ``Utfall`` instead.

Every message is one Norwegian sentence that says what to do; it may be shown to a user.
"""

from __future__ import annotations


class VeilederFeil(Exception):
    """Root of all errors that this package raises."""


class Bruksfeil(VeilederFeil):
    """Bad use of the command line or a setting. Exit status 2."""


class Lesefeil(VeilederFeil):
    """A file could not be read. ``fil`` and ``grunn`` make one clear line."""

    def __init__(self, fil: str, grunn: str) -> None:
        super().__init__(f"{fil}: {grunn}")
        self.fil = fil
        self.grunn = grunn


class Korpusfeil(VeilederFeil):
    """The corpus breaks its own rules; the message lists file, line and mend."""


class Indeksfeil(VeilederFeil):
    """The index is missing, damaged or was built with another model."""


class Modellfeil(VeilederFeil):
    """An embedding or language model could not be loaded or did not answer."""


class Sprakmodellfeil(Modellfeil):
    """The chat model did not answer, or was not asked. ``grunn`` is for the log and holds nothing of what was sent.

    ``tjenesten_svikter`` tells that the server itself failed, so that it is left alone for a while.
    """

    def __init__(self, grunn: str, *, tjenesten_svikter: bool = True) -> None:
        super().__init__("Språkmodellen svarte ikke.")
        self.grunn = grunn
        self.tjenesten_svikter = tjenesten_svikter


class Lagerfeil(VeilederFeil):
    """The database refused what it was given, or is of a later version; trying again will not help.

    The message may be shown. ``grunn`` is for the log and holds no values, since they may be what a person wrote.
    """

    def __init__(self, grunn: str, melding: str = "Databasen kan ikke brukes akkurat nå. Prøv igjen om litt.") -> None:
        super().__init__(melding)
        self.grunn = grunn


class LagerUtilgjengelig(Lagerfeil):
    """The database is locked, full, read-only or away just now; what was not stored may be stored later."""


class NyereDatabase(Lagerfeil):
    """The tables are of a later version than this code knows. ``her`` and ``kjent`` are the numbers of the two versions."""

    def __init__(self, her: str, kjent: str) -> None:
        super().__init__(
            f"databasen er laget av en nyere utgave ({her}, denne kan {kjent})",
            f"Databasen er laget av en nyere utgave av Veileder (tabellene er versjon {her}, denne utgaven kan {kjent}). "
            "Ta i bruk den nyere utgaven, eller legg tilbake kopien fra før oppgraderingen, se docs/drift.md.",
        )


class Postfeil(VeilederFeil):
    """An e-mail was not taken by the mail server. ``grunn`` is for the log and holds neither address nor text.

    ``gjelder_brevet`` tells that the next letter may go all the same; otherwise the server is away or shuts us out.
    """

    def __init__(self, grunn: str, *, gjelder_brevet: bool = False) -> None:
        super().__init__("E-posten ble ikke sendt.")
        self.grunn = grunn
        self.gjelder_brevet = gjelder_brevet

"""Which kind each table is, and so how long its rows are kept. A test refuses a table that has no place here."""

from __future__ import annotations

from enum import StrEnum


class Slag(StrEnum):
    """Why rows of a table go, and when."""

    MELDING = "melding"  # with the message that they belong to
    KONTAKTSAK = "kontaktsak"  # with the request for contact
    REVISJON = "revisjon"  # by their own age: who did what, and what was deleted; no word that a resident wrote
    STATISTIKK = "statistikk"  # by their own age: counts without persons
    ARBEID = "arbeid"  # stay: an employee's own words about a text, no word that a resident wrote
    DRIFT = "drift"  # kept by the one that uses them: users, sessions, locks


PLAN: dict[str, Slag] = {
    "meldinger": Slag.MELDING,
    "kilder": Slag.MELDING,
    "flagg": Slag.MELDING,
    "rapporter": Slag.MELDING,
    "saker": Slag.MELDING,
    "sakshendelser": Slag.MELDING,
    "soketekster": Slag.MELDING,
    "omkjoringer": Slag.MELDING,
    "bindinger": Slag.MELDING,
    "kjennetegn": Slag.MELDING,
    "vektorer": Slag.MELDING,
    "kontaktsaker": Slag.KONTAKTSAK,
    "kontakthendelser": Slag.KONTAKTSAK,
    "varsler": Slag.KONTAKTSAK,
    "tilgangslogg": Slag.REVISJON,
    "ryddinger": Slag.REVISJON,
    "statistikk": Slag.STATISTIKK,
    "ukesbrev": Slag.STATISTIKK,
    "tekstforslag": Slag.ARBEID,
    "testtilfeller": Slag.ARBEID,
    "brukere": Slag.DRIFT,
    "okter": Slag.DRIFT,
    "innloggingsforsok": Slag.DRIFT,
    "laser": Slag.DRIFT,
}
"""Every table by name. Rows of the first two kinds must follow what they belong to by a key that deletes them, or by a
column ``melding_id`` or ``samtale_id``."""

ALDER = {"ryddinger": "tidspunkt", "tilgangslogg": "tidspunkt", "statistikk": "uke", "ukesbrev": "uke"}
"""The column that tells how old a row is, in tables that are cleaned by age."""

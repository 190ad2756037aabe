"""Fixed texts of the button and the dialog on another website, and of the page that shows how it looks."""

from __future__ import annotations

KNAPP: dict[str, dict[str, str]] = {
    "nb": {
        "knapp": "Spør Veileder",
        "tittel": "Veileder",
        "lukk": "Lukk",
        "vindu": "Åpne i eget vindu",
        "ramme": "Chatten Veileder",
    },
    "nn": {
        "knapp": "Spør Veileder",
        "tittel": "Veileder",
        "lukk": "Lukk",
        "vindu": "Opne i eige vindauge",
        "ramme": "Chatten Veileder",
    },
    "en": {
        "knapp": "Ask Veileder",
        "tittel": "Veileder",
        "lukk": "Close",
        "vindu": "Open in a new window",
        "ramme": "The chat Veileder",
    },
}
"""By language, which is the page's own unless the script line says another."""

IKKE_TILLATT = "Veileder vises ikke her, for {opphav} står ikke i VEILEDER_OPPHAV på tjeneren {rot}."
"""What the browser's console tells a web editor."""

DEMO = {
    "tittel": "Slik ser Veileder ut på en annen nettside",
    "forklaring": "Dette er en oppdiktet kommuneside. Knappen nederst til høyre er Veileder, satt inn med denne ene linjen:",
    "avsnitt": "Brødteksten står her for å vise at siden ellers er som før. "
    "Veileder laster ingenting før noen trykker på knappen.",
    "lenke": "Uten JavaScript: still spørsmålet på en egen side",
}
"""The page that shows how it looks."""

"""Why a sentence is not let through, by name."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Tvil(StrEnum):
    """One kind of doubt about a sentence. Stored with exactly these strings."""

    FORM = "form"
    """Not the form that was asked for: half a JSON, an empty sentence, no token."""
    HENVISNING = "henvisning"
    """It cites a token that no passage has."""
    LEDETEKST = "ledetekst"
    """It gives away what the model was told."""
    MALFORM = "malform"
    """Another language, or the other målform."""
    ORD = "ord"
    """A word that is nearly one of its passages', and none that is known."""
    LENGDE = "lengde"
    """Longer than a sentence, or beyond what an answer may hold."""
    LOVNAD = "lovnad"
    """It promises a right or an outcome."""
    TALL = "tall"
    DATO = "dato"
    FRIST = "frist"
    PARAGRAF = "paragraf"
    TELEFON = "telefon"
    """A number that its passages do not have, or have for something else."""
    NAVN = "navn"
    """A service, an office or a place that its passages do not name."""
    AKTOR = "aktor"
    """Another one decides, pays or answers than its passages say."""
    NEKTELSE = "nektelse"
    """«ikke», «bare», «aldri», «uten» come or go."""
    VILKAR = "vilkar"
    """A condition, a reservation or a may, should or must comes or goes."""
    OMFANG = "omfang"
    """It holds for more or for others than its passages say."""
    MOTSATT = "motsatt"
    """A word stands where its opposite should."""
    DEKNING = "dekning"
    """It says something that its passages do not."""
    DOMMER = "dommer"
    """A second model found it unsupported, or did not answer."""


FORKLARING: Mapping[Tvil, str] = {
    Tvil.FORM: "ikke den formen det ble bedt om",
    Tvil.HENVISNING: "viser til et utdrag som ikke finnes",
    Tvil.LEDETEKST: "gjengir instruksen",
    Tvil.MALFORM: "feil språk eller målform",
    Tvil.ORD: "et ord som er skrevet feil",
    Tvil.LENGDE: "for langt",
    Tvil.LOVNAD: "lover en rett eller et utfall",
    Tvil.TALL: "tall som ikke står i kilden",
    Tvil.DATO: "dato som ikke står i kilden",
    Tvil.FRIST: "frist eller varighet som ikke står i kilden",
    Tvil.PARAGRAF: "paragraf som ikke står i kilden",
    Tvil.TELEFON: "telefonnummer som ikke står i kilden",
    Tvil.NAVN: "navn som ikke står i kilden",
    Tvil.AKTOR: "en annen gjør det enn kilden sier",
    Tvil.NEKTELSE: "ikke, bare, aldri eller uten stemmer ikke med kilden",
    Tvil.VILKAR: "vilkår, forbehold eller kan/skal/må stemmer ikke med kilden",
    Tvil.OMFANG: "gjelder flere eller andre enn kilden sier",
    Tvil.MOTSATT: "motsatt av kilden",
    Tvil.DEKNING: "sier mer enn kilden",
    Tvil.DOMMER: "en annen modell fant den ikke støttet",
}

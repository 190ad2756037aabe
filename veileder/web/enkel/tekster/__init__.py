"""Fixed texts of /enkel, each in bokmål, nynorsk and English."""

from __future__ import annotations

from veileder.domene import Malform
from veileder.gjennomgang.flaggtekster import rapportgrunn
from veileder.gjennomgang.verdier import Rapportgrunn
from veileder.web.enkel.tekster import handling, sporring, trobbel
from veileder.web.sider.tekster import dato as norsk_dato

SPRAK = (Malform.NB, Malform.NN, Malform.EN)
"""The languages, in the order of a text's parts."""

SPRAKNAVN = {Malform.NB: "Bokmål", Malform.NN: "Nynorsk", Malform.EN: "English"}
"""What each calls itself."""

TEKSTER = {**sporring.TEKSTER, **handling.TEKSTER, **trobbel.TEKSTER}
"""All of them by name."""

_GRUNNER = {
    Rapportgrunn.FEIL: "The answer is wrong",
    Rapportgrunn.UTDATERT: "The answer is out of date",
    Rapportgrunn.MANGLER: "Something is missing",
    Rapportgrunn.MISFORSTOD: "It does not answer what I asked",
    Rapportgrunn.VANSKELIG: "It is hard to understand",
    Rapportgrunn.UBEHAGELIG: "The answer was unpleasant",
    Rapportgrunn.ANNET: "Something else",
}
_MANEDER = "January February March April May June July August September October November December".split()


def tekst(nokkel: str, sprak: Malform, **felt: object) -> str:
    """Return a fixed text with its fields filled in."""
    return TEKSTER[nokkel][SPRAK.index(sprak)].format(**felt)


def grunn(hva: Rapportgrunn, sprak: Malform) -> str:
    """Return a reason for reporting."""
    return _GRUNNER[hva] if sprak is Malform.EN else rapportgrunn(hva, sprak)


def dato(iso: str, sprak: Malform) -> str:
    """Return a date in words; anything else as it stands."""
    if sprak is not Malform.EN:
        return norsk_dato(iso)
    deler = iso.split("-")
    if len(deler) != 3 or not all(d.isdigit() for d in deler) or not 1 <= int(deler[1]) <= 12:
        return iso
    return f"{int(deler[2])} {_MANEDER[int(deler[1]) - 1]} {deler[0]}"


def sprak_av(kode: str) -> Malform:
    """Return the language that an address asks for, bokmål for any other word."""
    return next((s for s in SPRAK if s.value == kode.lower()[:2]), Malform.NB)

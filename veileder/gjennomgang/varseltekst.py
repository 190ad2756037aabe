"""What a notice says: that there is a new request, its number and its municipality. Nothing of the person, ever."""

from __future__ import annotations

from dataclasses import dataclass

from veileder.gjennomgang.oppbevaring import Varsel

EMNE = "Ny henvendelse {nummer} til {kommune}"
TEKST = """\
Hei,

Det har kommet en ny henvendelse i Veileder.

Nummer:  {nummer}
Kommune: {kommune}
{lenke}
Les og besvar den der. Av hensyn til personvernet står ingenting om henvendelsen i denne e-posten.
Ikke svar på e-posten; den er sendt automatisk.
"""
LENKE = "Side:    {adresse}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brev:
    """An e-mail. ``nokkel`` is the same each time the same notice is sent, so that a mailbox can tell a repeat."""

    nokkel: str
    emne: str
    tekst: str


def lag_brev(varsel: Varsel, lenke: str = "") -> Brev:
    """Return the letter of a notice. ``lenke`` is the address of the list of requests, the same for all, or empty."""
    felt = {"nummer": varsel.nummer, "kommune": varsel.kommune.replace("-", " ").title()}
    tekst = TEKST.format(**felt, lenke=LENKE.format(adresse=lenke) if lenke else "")
    return Brev(nokkel=f"{varsel.nummer}.{varsel.id}".lower(), emne=EMNE.format(**felt), tekst=tekst)

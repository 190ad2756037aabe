"""A need in the reviewer's own words, as a row that ``python -m evaluering fra-sak`` takes.

The person's message never becomes a test: a row that repeats it, or holds personal data, is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rapidfuzz import fuzz

from veileder.domene import Rolle, Utfall
from veileder.feil import Bruksfeil
from veileder.forstaelse.maskering import masker

FOR_LIKT = 88.0
"""Ratio in [0, 100] of the characters in common from which a text is somebody else's and not the reviewer's own.

«Hva koster trygghetsalarm?» and «Hva er prisen på trygghetsalarm?» are at 75; a changed sign or letter case is above 95.
"""

MALFORMER = ("nb", "nn", "dialekt", "feilstavet", "en")
"""What the golden questions may be written in."""

LENGDE = {"sporsmal": 500, "vil_vite": 500, "referanse": 1500}
"""Characters of each of the reviewer's texts."""


def lag_rad(
    felt: Mapping[str, str], seksjoner: Sequence[str], utfall: Sequence[str], *, kjente: Collection[str], sagt: Sequence[str]
) -> dict[str, object]:
    """Return the row. ``kjente`` are the corpus's sections, ``sagt`` what the person wrote in the conversation.

    Raises:
        Bruksfeil: something is missing, unknown, personal, or not in the reviewer's own words.
    """
    tekster = {n: felt.get(n, "").strip()[:lengde] for n, lengde in LENGDE.items()}
    _sjekk_tekster(tekster, sagt)
    if not utfall or any(u not in set(Utfall) for u in utfall):
        raise Bruksfeil("Velg hvordan et riktig svar skal ende.")
    if ukjente := [s for s in seksjoner if s not in kjente]:
        raise Bruksfeil(f"Seksjonen {ukjente[0]} finnes ikke i kildene.")
    if not seksjoner and {Utfall.BESVART, Utfall.DELVIS} & set(utfall):
        raise Bruksfeil("Velg seksjonen som svarer på spørsmålet.")
    if felt.get("malform") not in MALFORMER or felt.get("rolle") not in {*Rolle, "parorende"}:
        raise Bruksfeil("Velg språk og hvem som spør.")
    rad = {**tekster, "rolle": felt["rolle"], "kommune": felt.get("kommune", ""), "malform": felt["malform"]}
    ut: dict[str, object] = {n: v for n, v in rad.items() if v}
    return {**ut, "seksjoner": list(dict.fromkeys(seksjoner)), "utfall": list(dict.fromkeys(utfall))}


def _sjekk_tekster(tekster: Mapping[str, str], sagt: Sequence[str]) -> None:
    if len(tekster["sporsmal"]) < 5:
        raise Bruksfeil("Skriv behovet med egne ord.")
    for tekst in tekster.values():
        if slag := masker(tekst).slag:
            raise Bruksfeil(f"Teksten ser ut til å ha personopplysninger i seg: {', '.join(slag)}. Skriv den om.")
        if any(_gjentar(tekst, s) for s in sagt):
            raise Bruksfeil("Dette ligner for mye på det personen skrev. Skriv behovet om med dine egne ord.")


def _gjentar(tekst: str, sagt: str) -> bool:
    """Whether a text is what the person wrote, or holds a long stretch of it."""
    en, to = (" ".join(t.casefold().split()).strip(" ?.!") for t in (tekst, sagt))
    if not en or not to:
        return False
    return fuzz.ratio(en, to) >= FOR_LIKT or (len(to) >= 25 and to in en) or (len(en) >= 25 and en in to)

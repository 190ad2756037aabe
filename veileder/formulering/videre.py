"""What one may ask next: sections of the same text that have not been shown, as questions that it is known to answer.

Nothing here is made up. A section's own heading is the question, said as the reader would say it, and a question is only
offered when asking it brings that section.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from veileder.domene import Forslag, Malform, Rolle, Svar, Utdrag, Utfall

FLEST = 3
"""Questions that are offered under an answer."""

FORSOK = 6
"""Sections that are tried at the most."""

FORST = {
    Rolle.INNBYGGER: ("soknad", "pris", "hvem", "omfatter", "avslag-og-klage", "om", "kontakt"),
    Rolle.SAKSBEHANDLER: ("kriterier", "vurdering", "tildeling", "avslag-og-klage", "lovgrunnlag", "soknad"),
}
"""Aspects that each role most often needs next. Sections of other texts have none, and come as the search ranked them."""

_PERSON = {
    Malform.NB: {"du": "jeg", "deg": "meg", "din": "min", "ditt": "mitt", "dine": "mine"},
    Malform.NN: {"du": "eg", "deg": "meg", "din": "min", "ditt": "mitt", "dine": "mine"},
}
_ORD = re.compile(r"\b(?:du|deg|din|ditt|dine)\b", re.IGNORECASE)

Svarer = Callable[[str], Svar]


def foresla(svar: Svar, rolle: Rolle, vist: Collection[tuple[str, str]], svarer: Svarer) -> tuple[Forslag, ...]:
    """Return at most ``FLEST`` questions. ``vist`` are (title, heading) of what has been shown; ``svarer`` answers one."""
    funnet: list[Forslag] = []
    for nr, utdrag in enumerate(_neste(svar, rolle, vist)):
        if nr == FORSOK or len(funnet) == FLEST:
            break
        if forslag := next((f for f in mater(utdrag) if _bringer(svarer(f.sporsmal), utdrag)), None):
            funnet.append(forslag)
    return tuple(funnet)


def mater(utdrag: Utdrag) -> tuple[Forslag, ...]:
    """Return the ways to ask for a section, best first; none for a text without headings."""
    if not utdrag.overskrifter:
        return ()
    etikett = _som_leser(utdrag.seksjon, utdrag.malform)
    if not etikett.endswith("?"):
        etikett = f"{utdrag.tittel}: {utdrag.seksjon}"
        return (Forslag(etikett=etikett, sporsmal=etikett),)
    former = (f"{etikett} ({utdrag.tittel})", f"{utdrag.tittel}: {etikett}")
    return tuple(Forslag(etikett=etikett, sporsmal=form) for form in former)


def _som_leser(overskrift: str, malform: Malform) -> str:
    """Return a heading that speaks to the reader as the reader's own words: «Hvordan søker du?» → «Hvordan søker jeg?»."""
    ord_ = _PERSON.get(malform, {})
    return _ORD.sub(lambda treff: ord_.get(treff[0].lower(), treff[0]), overskrift)


def _neste(svar: Svar, rolle: Rolle, vist: Collection[tuple[str, str]]) -> Iterator[Utdrag]:
    """Return sections of what the first source belongs to, those that the role most often needs first."""
    if not svar.kilder:
        return iter(())
    alle = [t.utdrag for t in (*svar.treff, *svar.forkastet)]
    forst = next((u for u in alle if u.id == svar.kilder[0].utdrag), None)
    sett = {k.seksjon for k in svar.kilder}
    egne: dict[str, Utdrag] = {}
    for u in alle:
        if forst is None or u.malform is not forst.malform or u.seksjon in sett or (u.tittel, u.seksjon) in vist:
            continue
        if u.dokument == forst.dokument or (u.tema and u.tema == forst.tema):
            egne.setdefault(u.seksjon, u)
    rekke = {aspekt: nr for nr, aspekt in enumerate(FORST[rolle])}
    return iter(sorted(egne.values(), key=lambda u: rekke.get(u.aspekt, len(rekke))))  # a stable sort: by rank otherwise


def _bringer(svar: Svar, utdrag: Utdrag) -> bool:
    """Return whether an answer is one, and shows the section."""
    return svar.utfall is Utfall.BESVART and any(
        k.seksjon == utdrag.seksjon and (k.dokument == utdrag.dokument or k.aspekt == utdrag.aspekt) for k in svar.kilder
    )

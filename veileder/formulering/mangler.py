"""What was asked for that the quoted passages do not hold: told plainly, so that nobody takes it for an answer."""

from __future__ import annotations

from collections.abc import Callable

from veileder import standardtekster as st
from veileder.domene import FELLES, Malform, Utkast
from veileder.formulering.ekstraktiv import Bestilling
from veileder.forstaelse.emne import Emne
from veileder.forstaelse.svartype import har_form
from veileder.gjenfinning.indeks import Indeks

PRIS_SPURT = 0.15
"""Probability that a price is asked for, below which words of money do not make a missing price worth telling."""

_TEKST_FOR = {"belop": "mangler_pris", "telefon": "mangler_kontakt", "varighet": "mangler_tid"}


def finn_mangler(
    utkast: Utkast,
    b: Bestilling,
    emne: Emne,
    indeks: Indeks,
    sted: str,
    sprak: Malform,
    navn: Callable[[str], str],
    *,
    ukjent_sted: bool,
) -> list[str]:
    """Return one sentence for each thing that is missing; empty when the answer is whole.

    ``sted`` is the municipality's name, or empty when none is chosen; ``navn`` gives the name of a slug.
    """
    vist = "\n".join(k.sitat for k in utkast.kilder)
    hvor = st.tekst("i_kommunen", sprak, kommune=sted) if sted else st.tekst("i_din_kommune", sprak)
    ut: list[str] = []
    if ukjent_sted:
        ut.append(st.tekst("mangler_sted_felles", sprak, sted=sted))
    for svartype in b.svartyper:
        if svartype == "belop" and emne.aspekter.get("pris", 1.0) < PRIS_SPURT:
            continue  # «kan kommunen betale meg for å stelle kona?» asks for no price
        mangler = not har_form(vist, svartype)
        if svartype == "belop":
            mangler = mangler or _mangler_lokalt(utkast, "pris", indeks)
            lokale = [] if sted else _har_lokalt(utkast, "pris", indeks)
            if lokale:
                liste = f" {st.tekst('og', sprak)} ".join(filter(None, (", ".join(map(navn, lokale[:-1])), navn(lokale[-1]))))
                ut.append(st.tekst("velg_kommune", sprak, kommuner=liste))
                continue
        if mangler and svartype in _TEKST_FOR:
            ut.append(st.tekst(_TEKST_FOR[svartype], sprak, **({"sted": hvor} if svartype == "belop" else {})))
    titler = indeks.temaer_nn if sprak is Malform.NN else indeks.temaer
    ut += [st.tekst("annet_tema", sprak, tema=titler[tema].lower()) for tema in _ubesvarte(utkast, emne, indeks)]
    return list(dict.fromkeys(ut))


def _mangler_lokalt(utkast: Utkast, aspekt: str, indeks: Indeks) -> bool:
    """A shared section that says «set by each municipality» was quoted, and no local one stands beside it."""
    felles = [k for k in utkast.kilder if k.kommune == FELLES and k.aspekt == aspekt]
    lokale = {k.dokument.rsplit("/", 1)[-1] for k in utkast.kilder if k.kommune not in (FELLES, "")}
    for k in felles:
        u = indeks.utdrag[indeks.rad_for[k.utdrag, k.fil]]
        if aspekt in u.lokale_aspekter and u.tema not in lokale:
            return True
    return False


def _har_lokalt(utkast: Utkast, aspekt: str, indeks: Indeks) -> list[str]:
    """Municipalities that have a section of their own where a shared one was quoted."""
    temaer = {
        indeks.utdrag[indeks.rad_for[k.utdrag, k.fil]].tema for k in utkast.kilder if k.kommune == FELLES and k.aspekt == aspekt
    }
    return indeks.har_lokalt(aspekt, temaer)


def _ubesvarte(utkast: Utkast, emne: Emne, indeks: Indeks) -> list[str]:
    """Services that the question names, and the index describes, but no quotation is about."""
    vist = {indeks.utdrag[indeks.rad_for[k.utdrag, k.fil]].tema for k in utkast.kilder}
    navngitt = [t for t in emne.tydelige if t in indeks.temaer and indeks.utdrag[indeks.rader_i_tema[t][0]].type == "tjeneste"]
    return [t for t in navngitt if t not in vist] if len(navngitt) > 1 and vist & set(navngitt) else []

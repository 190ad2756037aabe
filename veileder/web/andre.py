"""What stands beside an answer's own sources: other texts that were considered, and places with a text of their own."""

from __future__ import annotations

from collections.abc import Mapping

from veileder.domene import FELLES, Malform, Svar, Utdrag
from veileder.web.merking import trygg
from veileder.web.sider.adresse import adresse_for
from veileder.web.tekster import tekst

FLEST = 5
"""Considered texts that are named."""


def vurdert(svar: Svar) -> tuple[Utdrag, ...]:
    """Return the best passages that were found and not used, each section once."""
    sett = {(k.tittel, k.seksjon) for k in svar.kilder}
    ut = []
    for treff in (*svar.treff, *svar.forkastet):
        u = treff.utdrag
        if (u.tittel, u.seksjon) not in sett:
            sett.add((u.tittel, u.seksjon))
            ut.append(u)
    return tuple(ut[:FLEST])


def vurdertliste(utdrag: tuple[Utdrag, ...], navn: Mapping[str, str], sprak: Malform) -> str:
    """Return the considered texts as a list of links to their places in the pages."""
    linjer = []
    for u in utdrag:
        hode = u.tittel if u.seksjon == u.tittel else f"{u.tittel} – {u.seksjon}"
        if u.kommune in ("", FELLES):
            hvem = tekst("kilde_felles_tekst", sprak)
        else:
            hvem = tekst("kilde_tekst_for", sprak).format(kommune=navn.get(u.kommune, u.kommune))
        linjer.append(f"- [{trygg(hode).replace('[', '(').replace(']', ')')}](<{adresse_for(u)}>) ({trygg(hvem)})")
    return "\n".join([tekst("andre_forklaring", sprak), "", *linjer])


def lokal_linje(svar: Svar, navn: Mapping[str, str], sprak: Malform) -> str:
    """Return the line that says who has a text of its own about this: the sources', or else those that were not asked for."""
    brukt = {k.kommune for k in svar.kilder} - {FELLES, ""}
    if brukt:
        return tekst("lokal_egen", sprak).format(kommune=_liste(sorted(navn.get(s, s) for s in brukt), sprak))
    if svar.tur is None or svar.tur.kommune or not svar.kilder:
        return ""
    spurt = {(k.aspekt, _tema(svar, k.utdrag)) for k in svar.kilder}
    steder = {
        t.utdrag.kommune
        for t in (*svar.treff, *svar.forkastet)
        if t.utdrag.kommune in navn and t.utdrag.tema and (t.utdrag.aspekt, t.utdrag.tema) in spurt
    }
    if not steder or all(navn[s] in svar.tekst for s in steder):
        return ""  # or the answer names them itself
    return tekst("lokal_andre", sprak).format(kommune=_liste(sorted(navn[s] for s in steder), sprak))


def _tema(svar: Svar, utdrag: str) -> str:
    return next((t.utdrag.tema for t in svar.treff if t.utdrag.id == utdrag), "")


def _liste(navn: list[str], sprak: Malform) -> str:
    return navn[0] if len(navn) == 1 else f"{', '.join(navn[:-1])} {tekst('og', sprak)} {navn[-1]}"

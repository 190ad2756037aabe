"""The passages that a model is given, and the sources that an answer of its sentences shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from veileder.domene import Kilde, Treff, Utdrag, Utkast
from veileder.formulering.ekstraktiv import lag_kilde
from veileder.formulering.kontroll import brett
from veileder.formulering.sprakkontroll.passasje import Passasje, les_passasje
from veileder.formulering.sprakkontroll.renskrift import uten_lenker
from veileder.formulering.sprakmodell.ledetekst import lag_merker
from veileder.formulering.utvalg import Vindu
from veileder.gjenfinning.indeks import Indeks

LENGST_SITAT = 900
"""Characters of one source's quotation; where its sentences lie farther apart, the quotation is of the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grunn:
    """One passage with what the checker needs of it."""

    utdrag: Utdrag
    passasje: Passasje
    vist: str
    """What the model reads: the passage, or what an answer quoted of it."""


def velg_grunner(utkast: Utkast, treff: Sequence[Treff], indeks: Indeks, antall: int) -> dict[str, Grunn]:
    """Return ``antall`` passages by their tokens: the draft's own, then the best hits that are no other municipality's."""
    etter_nokkel = {(t.utdrag.id, t.utdrag.fil): t.utdrag for t in treff}
    valgte = [etter_nokkel[k.utdrag, k.fil] for k in utkast.kilder]
    kommuner = {k.kommune for k in utkast.kilder} | {"felles"}
    valgte += [t.utdrag for t in treff if t.utdrag not in valgte and t.utdrag.kommune in kommuner]
    valgte = valgte[:antall]
    return {merke: _grunn(merke, u, indeks) for merke, u in zip(lag_merker(len(valgte)), valgte, strict=True)}


def siterte_grunner(kilder: Sequence[Kilde], treff: Sequence[Treff], indeks: Indeks) -> dict[str, Grunn]:
    """Return what an answer quoted, by new tokens in the order of its sources; nothing when the index has lost one."""
    etter_nokkel = {(t.utdrag.id, t.utdrag.fil): t.utdrag for t in treff}
    utdrag = [etter_nokkel.get((k.utdrag, k.fil)) for k in kilder]
    if any(u is None or (u.id, u.fil) not in indeks.rad_for for u in utdrag):
        return {}
    return {
        merke: _grunn(merke, u, indeks, k.sitat)
        for merke, u, k in zip(lag_merker(len(kilder)), utdrag, kilder, strict=True)
        if u is not None
    }


def _grunn(merke: str, u: Utdrag, indeks: Indeks, sitat: str = "") -> Grunn:
    """Return a passage, or only the sentences of it that are in ``sitat``."""
    vektorer = indeks.vektorer(indeks.enheter_av([indeks.rad_for[u.id, u.fil]]))[1:]  # the first is the heading's
    hele = les_passasje(merke, u, vektorer)
    med = [i for i, e in enumerate(hele.enheter) if brett(u.tekst[e.start : e.slutt]) in sitat] if sitat else []
    if not med:
        return Grunn(utdrag=u, passasje=hele, vist=uten_lenker(sitat or u.tekst))
    sitert = replace(hele, enheter=tuple(hele.enheter[i] for i in med), vektorer=hele.vektorer[med])
    return Grunn(utdrag=u, passasje=sitert, vist=uten_lenker(sitat))


def lag_kilder(brukt: Sequence[tuple[Grunn, Sequence[int]]]) -> tuple[Kilde, ...]:
    """Return numbered sources; each quotation is one piece from the first to the last sentence that is rested on."""
    return tuple(_kilde(nr, grunn, sorted(set(plass))) for nr, (grunn, plass) in enumerate(brukt, 1))


def _kilde(nr: int, grunn: Grunn, plass: Sequence[int]) -> Kilde:
    enheter, u = grunn.passasje.enheter, grunn.utdrag
    start, slutt = enheter[plass[0]].start, enheter[plass[-1]].slutt
    if slutt - start > LENGST_SITAT:
        start, slutt = enheter[plass[0]].start, enheter[plass[0]].slutt
    antall = len(brett(u.tekst[start:slutt]).split())
    return lag_kilde(nr, u, Vindu(start=u.start + start, slutt=u.start + slutt, verdi=0.0, ord=antall))

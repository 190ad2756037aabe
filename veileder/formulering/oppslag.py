"""One question looked up: what was found, whether it is a basis, and the draft made of it.

A message may hold several questions (forstaelse/flere.py); each is looked up alone, and the drafts are joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from veileder import standardtekster as st
from veileder.domene import Kilde, Malform, Treff, Utkast, Vurdering
from veileder.formulering.dekning import vurder_dekning
from veileder.formulering.ekstraktiv import Bestilling, formuler, lag_bestilling
from veileder.formulering.mangler import finn_mangler
from veileder.forstaelse.emne import Emne
from veileder.forstaelse.grense import Grense, Grensevurdering
from veileder.forstaelse.melding import Melding, utenfor
from veileder.gjenfinning.grunnlag import Grunnlag, vurder_grunnlag
from veileder.gjenfinning.krysslesing import les_sammen
from veileder.gjenfinning.soker import Funn, sok
from veileder.gjenfinning.sporring import lag_sok
from veileder.ressurser import Ressurser

TOM = Utkast(avsnitt=(), kilder=())

ROM = 1.4
"""How much longer an answer to several questions may be than an answer to one."""


@dataclass(frozen=True, kw_only=True)
class Oppslag:
    """What came of one question."""

    sporsmal: str
    emne: Emne
    funn: Funn
    grunnlag: Grunnlag
    bestilling: Bestilling
    utkast: Utkast

    @property
    def vurderinger(self) -> tuple[Vurdering, ...]:
        """What was found of the basis, and of how well the sources cover the question where there are any."""
        dekket = vurder_dekning(self.emne, self.funn, self.grunnlag, self.utkast.kilder) if self.utkast.kilder else None
        return (self.grunnlag.vurdering, *([dekket] if dekket else []))


def sla_opp(sporsmal: str, emne: Emne, m: Melding, grense: Grensevurdering, r: Ressurser, antall: int) -> Oppslag:
    """Search for one of ``antall`` questions, weigh the basis, and draft the answer where there is one."""
    naer_vedtak = grense.grense is Grense.VEDTAK
    with m.klokke("gjenfinning"):
        sokes = lag_sok(sporsmal, emne, kommune=m.kommune, rolle=m.henvendelse.rolle, malform=m.sprak, steg=grense.steg)
        funn = sok(r.indeks, sokes)
        if r.krysskoder is not None:
            funn = replace(funn, treff=les_sammen(r.krysskoder, r.indeks, sporsmal, funn))
        grunnlag = vurder_grunnlag(r.indeks, sporsmal, emne, funn, utenfor(sporsmal, r), Malform.EN if m.fremmed else m.sprak)
    with m.klokke("formulering"):
        ordgrense = r.ordgrense if antall == 1 else int(r.ordgrense * ROM / antall)
        bestilling = lag_bestilling(sporsmal, emne, funn, r.indeks, m.kommune, ordgrense, uten_lofter=naer_vedtak)
        nok = grunnlag.nok or (naer_vedtak and grunnlag.nok_ved_overlevering)
        utkast = formuler(funn.treff, bestilling, r.indeks) if nok else TOM
    return Oppslag(sporsmal=sporsmal, emne=emne, funn=funn, grunnlag=grunnlag, bestilling=bestilling, utkast=utkast)


def flett(deler: Sequence[Oppslag]) -> tuple[Utkast, Funn]:
    """Join the drafts in the order of the questions, each source once, and the hits, the best of each question first."""
    avsnitt: list[str] = []
    kilder: list[Kilde] = []
    les_mer: list[str] = []
    for d in deler:
        for a, k in zip(d.utkast.avsnitt, d.utkast.kilder, strict=True):
            if any(v.fil == k.fil and k.sitat in v.sitat for v in kilder):
                continue
            nr = len(kilder) + 1
            avsnitt.append(a.replace(f"[{k.nr}]", f"[{nr}]"))
            kilder.append(replace(k, nr=nr))
        les_mer += d.utkast.les_mer
    treff = _hver_for_seg([d.funn.treff for d in deler])
    vist = {(t.utdrag.id, t.utdrag.fil) for t in treff}
    resten = [t for t in _hver_for_seg([d.funn.forkastet for d in deler]) if (t.utdrag.id, t.utdrag.fil) not in vist]
    utkast = Utkast(avsnitt=tuple(avsnitt), kilder=tuple(kilder), les_mer=tuple(dict.fromkeys(les_mer))[:2])
    return utkast, Funn(treff=tuple(treff), forkastet=tuple(resten), vektor=deler[0].funn.vektor)


def _hver_for_seg(lister: Sequence[Sequence[Treff]]) -> list[Treff]:
    """Return the rows of several lists in turn, the first time each comes."""
    lengst = max(map(len, lister), default=0)
    i_tur = [liste[i] for i in range(lengst) for liste in lister if i < len(liste)]
    return list({(t.utdrag.id, t.utdrag.fil): t for t in reversed(i_tur)}.values())[::-1]


def mangler_i(deler: Sequence[Oppslag], m: Melding, r: Ressurser) -> list[str]:
    """Return one sentence for each thing that was asked for and is not told."""
    sted = r.kontakter.navn(m.kommune) if m.kommune else ""
    ut: list[str] = []
    for d in deler:
        if d.utkast.kilder:
            ut += finn_mangler(
                d.utkast, d.bestilling, d.emne, r.indeks, sted, m.sprak, r.kontakter.navn, ukjent_sted=bool(m.ukjent_sted)
            )
        else:
            titler = r.indeks.temaer_nn if m.sprak is Malform.NN else r.indeks.temaer
            tema = next((titler[t].lower() for t in d.emne.nevnte if _er_tjeneste(t, r)), "")
            ut.append(st.tekst("mangler_tema", m.sprak, tema=tema) if tema else st.tekst("mangler_del", m.sprak))
    return list(dict.fromkeys(ut))


def _er_tjeneste(tema: str, r: Ressurser) -> bool:
    """Tell whether a subject is a service: the title of a chapter is no name to use in a sentence."""
    return tema in r.indeks.temaer and r.indeks.utdrag[r.indeks.rader_i_tema[tema][0]].type != "veileder"

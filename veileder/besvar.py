"""THE FLOW: a ``Henvendelse`` becomes a ``Svar``. Writes nothing; read it from top to bottom.

mask personal data → acute? → misuse or small talk? → make a follow-up stand alone → language, service,
aspect, one question or several → each: scope to kommune and felles → retrieve → enough basis? → formulate
→ check every quotation → near a decision? → Svar
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from veileder.domene import Henvendelse, Svar, Utkast, Vurdering
from veileder.formulering import endelser
from veileder.formulering.kontroll import kontroller_sitat
from veileder.formulering.oppslag import flett, mangler_i, sla_opp
from veileder.forstaelse.akutt import finn_akutt
from veileder.forstaelse.avklaring import finn_avklaring
from veileder.forstaelse.flere import del_i_sporsmal
from veileder.forstaelse.grense import Grense
from veileder.forstaelse.melding import Klokke, emne_av, finn_grense, forsta, les_melding, utenfor
from veileder.gjenfinning.soker import Funn
from veileder.ressurser import Ressurser


def besvar(henvendelse: Henvendelse, r: Ressurser, vis: Callable[[str], None] | None = None) -> Svar:
    """Answer one message. ``vis`` is given each checked sentence of a chat model as it comes, where one is set."""
    klokke = Klokke()
    with klokke("lesing"):
        melding = les_melding(henvendelse, r, klokke)

    # Danger to life goes before everything else, by rules that need no index.
    if fare := finn_akutt(melding.tekst, melding.bokmal):
        return endelser.akutt(melding, r, fare)
    if len(henvendelse.tekst) > r.meldingslengde:
        return endelser.for_lang(melding)

    with klokke("grense"):
        grense, melding = finn_grense(melding, r)
    if kort := endelser.uten_oppslag(melding, grense, r):
        return kort
    if grense.grense is Grense.MEDISINSK:
        return endelser.medisinsk(melding, r)

    with klokke("forståelse"):
        sporsmal, emne = forsta(melding, r)
        if r.sprak is not None:
            from veileder.formulering.sprakmodell.oppfolging import skriv_om

            sporsmal, emne = skriv_om(melding, sporsmal, emne, r)
        lest = del_i_sporsmal(sporsmal, emne, partial(emne_av, r=r), r.indeks.temaer, partial(utenfor, r=r))
    if len(lest) == 1 and (valg := finn_avklaring(emne, r.ordliste, r.indeks.temaer, henvendelse.tidligere)):
        return endelser.avklaring(melding, sporsmal, r, valg)

    deler = [sla_opp(s, e, melding, grense, r, len(lest)) for s, e in lest]
    naer_vedtak = grense.grense is Grense.VEDTAK
    if not naer_vedtak and not any(d.grunnlag.nok for d in deler):
        return endelser.uten_grunnlag(melding, r, deler[0].funn, deler[0].grunnlag)

    with klokke("kontroll"):
        utkast, funn = flett(deler)
        utkast, vurderinger = kontroller(utkast, funn)
    vurderinger = (*vurderinger, *(v for d in deler for v in d.vurderinger))
    laget = endelser.Laget(sporsmal=sporsmal, emne=emne, funn=funn, utkast=utkast, vurderinger=vurderinger)
    if naer_vedtak:
        return endelser.naer_vedtak(melding, r, laget, grense)
    if not utkast.kilder:
        return endelser.uten_grunnlag(melding, r, funn, deler[0].grunnlag)
    mangler = mangler_i(deler, melding, r)
    if mangler and all(t.utdrag.type == "importert" for t in funn.treff[:1]) and not melding.ukjent_sted:
        return endelser.uten_grunnlag(melding, r, funn, deler[0].grunnlag)  # a page that lacks what was asked is no answer
    if r.sprak is not None:
        from veileder.formulering.sprakmodell.svar import skriv_svar

        with klokke("språkmodell"):
            laget = skriv_svar(laget, melding, r, vis)
    return endelser.besvart(melding, r, laget, mangler)


def kontroller(utkast: Utkast, funn: Funn) -> tuple[Utkast, tuple[Vurdering, ...]]:
    """Withdraw every source whose quotation does not stand word for word in its passage."""
    utdrag = {(t.utdrag.id, t.utdrag.fil): t.utdrag for t in funn.treff}
    vurderinger = tuple(kontroller_sitat(k, utdrag[k.utdrag, k.fil]) for k in utkast.kilder)
    if all(v.bestatt for v in vurderinger):
        return utkast, vurderinger
    beholdt = [i for i, v in enumerate(vurderinger) if v.bestatt]
    avsnitt = tuple(utkast.avsnitt[i].replace(f"[{utkast.kilder[i].nr}]", f"[{nr}]") for nr, i in enumerate(beholdt, 1))
    kilder = tuple(replace(utkast.kilder[i], nr=nr) for nr, i in enumerate(beholdt, 1))
    return replace(utkast, avsnitt=avsnitt, kilder=kilder), vurderinger

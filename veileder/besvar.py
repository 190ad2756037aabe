"""THE FLOW: a ``Henvendelse`` becomes a ``Svar``. Writes nothing; read it from top to bottom.

mask personal data → acute? → misuse or small talk? → make a follow-up stand alone → language, service,
aspect → near a decision? → scope to kommune and felles → retrieve → enough basis? → formulate → check
every quotation → Svar
"""

from __future__ import annotations

from dataclasses import replace

from veileder.domene import Henvendelse, Malform, Svar, Utkast, Vurdering
from veileder.formulering import endelser
from veileder.formulering.ekstraktiv import formuler, lag_bestilling
from veileder.formulering.kontroll import kontroller_sitat
from veileder.formulering.mangler import finn_mangler
from veileder.forstaelse.akutt import finn_akutt
from veileder.forstaelse.avklaring import finn_avklaring
from veileder.forstaelse.felt import utenfor_feltet
from veileder.forstaelse.grense import Grense
from veileder.forstaelse.melding import Klokke, finn_grense, forsta, les_melding
from veileder.forstaelse.sted import uten_steder
from veileder.gjenfinning.grunnlag import vurder_grunnlag
from veileder.gjenfinning.soker import Funn, sok
from veileder.gjenfinning.sporring import lag_sok
from veileder.ressurser import Ressurser

TOM = Utkast(avsnitt=(), kilder=())


def besvar(henvendelse: Henvendelse, r: Ressurser) -> Svar:
    """Answer one message."""
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
        utenfor = utenfor_feltet(uten_steder(sporsmal, r.stedsnavn), r.ordliste, r.indeks.leksikalsk.analyse, r.indeks.embedder)
    if valg := finn_avklaring(emne, r.ordliste, r.indeks.temaer, henvendelse.tidligere):
        return endelser.avklaring(melding, sporsmal, valg)

    with klokke("gjenfinning"):
        sokes = lag_sok(sporsmal, emne, kommune=melding.kommune, rolle=henvendelse.rolle, malform=melding.sprak, steg=grense.steg)
        funn = sok(r.indeks, sokes)
        grunnlag = vurder_grunnlag(r.indeks, sporsmal, emne, funn, utenfor, Malform.EN if melding.fremmed else melding.sprak)
    naer_vedtak = grense.grense is Grense.VEDTAK
    nok = grunnlag.nok or (naer_vedtak and grunnlag.nok_ved_overlevering)
    if not nok and not naer_vedtak:
        return endelser.uten_grunnlag(melding, r, funn, grunnlag)

    with klokke("formulering"):
        bestilling = lag_bestilling(sporsmal, emne, funn, r.indeks, melding.kommune, r.ordgrense)
        utkast = formuler(funn.treff, bestilling, r.indeks) if nok else TOM
    with klokke("kontroll"):
        utkast, vurderinger = kontroller(utkast, funn)
    oppslag = endelser.Oppslag(
        sporsmal=sporsmal, emne=emne, funn=funn, utkast=utkast, vurderinger=(*vurderinger, grunnlag.vurdering)
    )
    if naer_vedtak:
        return endelser.naer_vedtak(melding, r, oppslag, grense)
    if not utkast.kilder:
        return endelser.uten_grunnlag(melding, r, funn, grunnlag)
    sted = r.kontakter.navn(melding.kommune) if melding.kommune else ""
    mangler = finn_mangler(
        utkast, bestilling, emne, r.indeks, sted, melding.sprak, r.kontakter.navn, ukjent_sted=bool(melding.ukjent_sted)
    )
    if mangler and all(t.utdrag.type == "importert" for t in funn.treff[:1]) and not melding.ukjent_sted:
        return endelser.uten_grunnlag(melding, r, funn, grunnlag)  # a page that lacks what was asked is no answer
    return endelser.besvart(melding, r, oppslag, mangler)


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

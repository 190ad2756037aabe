"""How a message may end: one function an outcome, each putting a whole ``Svar`` together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from veileder import __version__
from veileder import standardtekster as st
from veileder.domene import FELLES, Kilde, Malform, Overlevering, Rolle, Svar, Tur, Utfall, Utkast, Vurdering
from veileder.formulering.dekning import Dekning, i_ord
from veileder.formulering.kontroll import kontroller_egne_ord, kontroller_henvisninger
from veileder.formulering.ordforklaring import fagord_i
from veileder.formulering.uenighet import finn_uenighet
from veileder.forstaelse.emne import Emne
from veileder.forstaelse.grense import Grense, Grensevurdering
from veileder.forstaelse.melding import Melding
from veileder.gjenfinning.grunnlag import Grunnlag
from veileder.gjenfinning.soker import Funn
from veileder.overlevering.andre import finn_kontorer
from veileder.overlevering.kontakt import kontaktlinje, lag_overlevering
from veileder.ressurser import Ressurser


@dataclass(frozen=True, kw_only=True)
class Laget:
    """What an answer is made of: the question, its subject, the hits, and the checked draft.

    ``spor`` tells of a chat model that worded it.
    """

    sporsmal: str
    emne: Emne
    funn: Funn
    utkast: Utkast
    vurderinger: tuple[Vurdering, ...]
    spor: Mapping[str, object] = field(default_factory=dict)


_SAMTALE = {Grense.TOM: "tom", Grense.HILSEN: "hilsen", Grense.TAKK: "takk", Grense.HVEM: "hvem_er_du"}


def akutt(m: Melding, r: Ressurser, slag: str) -> Svar:
    """The emergency number first, and nothing else."""
    return _svar(
        m,
        Utfall.AKUTT,
        st.tekst(f"akutt_{slag}", m.sprak if not m.fremmed else Malform.EN),
        vurderinger=(_v("akutt", False, slag),),
        overlevering=_til(m, r, "akutt"),
    )


def for_lang(m: Melding) -> Svar:
    """A message longer than what is read."""
    return _svar(m, Utfall.AVVIST, st.tekst("for_lang", m.sprak), vurderinger=(_v("lengde", False, "for lang"),))


def uten_oppslag(m: Melding, grense: Grensevurdering, r: Ressurser) -> Svar | None:
    """Small talk, misuse, danger that the classifier saw, a wish for a human; None for a question."""
    vurdering = (_v("grense", True, grense.regel),)
    if grense.grense is Grense.AKUTT:
        return akutt(m, r, grense.steg)
    if grense.grense is Grense.MENNESKE:
        overlevering = _til(m, r, "onsket")
        tekst = f"{st.tekst('menneske', m.sprak)}\n\n{kontaktlinje(overlevering.kontakt, m.sprak)}"
        return _svar(m, Utfall.OVERLEVERT, tekst, vurderinger=vurdering, overlevering=overlevering)
    if grense.grense is Grense.MISBRUK:
        return _svar(m, Utfall.AVVIST, st.tekst("avvist", m.sprak), vurderinger=(_v("grense", False, grense.regel),))
    if grense.grense in _SAMTALE:
        return _svar(m, Utfall.SAMTALE, st.tekst(_SAMTALE[grense.grense], m.sprak), vurderinger=vurdering)
    return None


def avklaring(m: Melding, sporsmal: str, r: Ressurser, tjenester: Sequence[str]) -> Svar:
    """One question back, with the titles of the services to choose between."""
    titler = r.indeks.temaer_nn if m.sprak is Malform.NN else r.indeks.temaer
    valg = [titler[t] for t in tjenester]
    liste = f"{', '.join(valg[:-1])} {st.tekst('eller', m.sprak)} {valg[-1]}"
    return _svar(m, Utfall.AVKLARING, st.tekst("avklaring", m.sprak, valg=liste), sporsmal=sporsmal, valg=tuple(valg))


def medisinsk(m: Melding, r: Ressurser) -> Svar:
    """No medical advice: fastlege, legevakt, 113."""
    vurdering = (_v("grense", False, "medisinsk"),)
    return _svar(
        m, Utfall.OVERLEVERT, st.tekst("medisinsk", m.sprak), vurderinger=vurdering, overlevering=_til(m, r, "medisinsk")
    )


def uten_grunnlag(m: Melding, r: Ressurser, funn: Funn, grunnlag: Grunnlag) -> Svar:
    """«I find nothing about that», and the human. What was found but not used is kept as rejected."""
    overlevering = _til(m, r, "uten_grunnlag")
    if m.ukjent_sted:
        tekst = st.tekst("uten_sted", m.sprak, sted=r.kontakter.navn(m.ukjent_sted))
    elif kontorer := finn_kontorer(m.bokmal, r.kontakter.andre_kontorer):
        hvem = f" {st.tekst('eller', m.sprak)} ".join(k.vist(m.sprak) for k in kontorer)
        tekst = f"{st.tekst('uten_grunnlag_andre', m.sprak, hvem=hvem)}\n\n{kontaktlinje(overlevering.kontakt, m.sprak)}"
    else:
        tekst = f"{st.tekst('uten_grunnlag', m.sprak)}\n\n{kontaktlinje(overlevering.kontakt, m.sprak)}"
    ubrukt = Funn(treff=(), forkastet=(*funn.treff, *funn.forkastet), vektor=funn.vektor)
    return _svar(m, Utfall.UTEN_GRUNNLAG, tekst, funn=ubrukt, vurderinger=(grunnlag.vurdering,), overlevering=overlevering)


def besvart(m: Melding, r: Ressurser, o: Laget, mangler: Sequence[str]) -> Svar:
    """The quotations, what is missing, how old a local fact is, and where there is more."""
    dekning = i_ord(o.vurderinger, mangler)
    avsnitt = [st.tekst("usikker_dekning", m.sprak)] if dekning is Dekning.USIKKERT else []
    avsnitt += [*o.utkast.avsnitt, *_ord(m, r, o), *_ulike(o.utkast.kilder, r, m.sprak), *mangler]
    avsnitt += [*_alder(o.utkast.kilder, r, m.sprak), *_utkast(o.utkast.kilder, m.sprak)]
    if o.spor.get("formulering"):
        avsnitt.append(st.tekst("av_sprakmodell", m.sprak))
    if o.utkast.les_mer:
        avsnitt.append(st.tekst("les_mer", m.sprak, steder="; ".join(o.utkast.les_mer)))
    overlevering = _til(m, r, "uten_grunnlag") if mangler else None
    if overlevering:
        avsnitt.append(kontaktlinje(overlevering.kontakt, m.sprak))
    utfall = Utfall.DELVIS if mangler else Utfall.BESVART
    return _svar(m, utfall, "\n\n".join(avsnitt), laget=o, overlevering=overlevering, dekning=dekning)


def naer_vedtak(m: Melding, r: Ressurser, o: Laget, grense: Grensevurdering) -> Svar:
    """The vedtak split: the general rule with its source, who decides, the next step, the human.

    Who decides comes first where it is the answer: how to complain is asked for oftener than how it will end.
    """
    overlevering = _til(m, r, "vedtak")
    if m.henvendelse.rolle is Rolle.SAKSBEHANDLER:
        hvem, neste = st.tekst("vedtak_fag", m.sprak), [st.tekst("neste_fag", m.sprak)]
    else:
        hvem = st.tekst(f"vedtak_{grense.steg}", m.sprak)
        neste = [st.tekst(f"neste_{grense.steg}", m.sprak), kontaktlinje(overlevering.kontakt, m.sprak)]
    regler = [*o.utkast.avsnitt, *_alder(o.utkast.kilder, r, m.sprak), *_utkast(o.utkast.kilder, m.sprak)]
    forst = bool(regler) and grense.steg != "klage"
    egne = [f"{hvem} {st.tekst('vedtak_reglene', m.sprak)}" if forst else hvem, *neste]
    tekst = "\n\n".join([egne[0], *regler, *neste] if forst else [*regler, *egne])
    vurderinger = (_v("grense", False, grense.regel), kontroller_egne_ord(egne))
    return _svar(m, Utfall.OVERLEVERT, tekst, laget=o, vurderinger=vurderinger, overlevering=overlevering)


def _ulike(kilder: Sequence[Kilde], r: Ressurser, sprak: Malform) -> list[str]:
    """Sources that cannot both hold are told as such, not hidden behind one of them."""
    hva = finn_uenighet(kilder, lambda slug: slug if slug == FELLES else r.kontakter.navn(slug))
    return [st.tekst("ulike", sprak, hva=hva)] if hva else []


def _alder(kilder: Sequence[Kilde], r: Ressurser, sprak: Malform) -> list[str]:
    """An old or undated local fact is told with its age and the advice to check."""
    ut = []
    for k in kilder:
        if k.kilde_dato and k.kommune != FELLES:
            udatert = not any(c.isdigit() for c in k.kilde_dato)
            alder = st.tekst("udatert", sprak) if udatert else st.tekst("fra_ar", sprak, ar=k.kilde_dato)
            ut.append(st.tekst("gammel_kilde", sprak, kommune=r.kontakter.navn(k.kommune), alder=alder))
    return list(dict.fromkeys(ut))


def _utkast(kilder: Sequence[Kilde], sprak: Malform) -> list[str]:
    """That a text is not adopted is told in the answer itself, not only beside the source."""
    return [st.tekst("utkast", sprak)] if any(k.status == "utkast" for k in kilder) else []


def _ord(m: Melding, r: Ressurser, o: Laget) -> list[str]:
    """Words that few know without work in the field are explained to those who do not work there."""
    if m.henvendelse.rolle is Rolle.SAKSBEHANDLER or m.sprak is Malform.EN:
        return []
    definert = {k.dokument.rsplit("/", 1)[-1] for k in o.utkast.kilder if k.aspekt == "om"}
    funnet = fagord_i([k.sitat for k in o.utkast.kilder], m.bokmal, r.ordliste, m.sprak, definert)
    linjer = [st.tekst("ordforklaring", m.sprak, ord=f.ord, forklaring=f.forklaring) for f in funnet]
    return ["\n".join([st.tekst("ord_betyr", m.sprak), "", *linjer])] if linjer else []


def _til(m: Melding, r: Ressurser, grunn: str) -> Overlevering:
    """Hand over with a note of the masked question, for the user to approve."""
    return lag_overlevering(st.tekst(f"grunn_{grunn}", m.sprak), m.kommune, r.kontakter, notat=m.maskert)


def _v(kontroll: str, bestatt: bool, grunn: str) -> Vurdering:
    return Vurdering(kontroll=kontroll, bestatt=bestatt, grunn=grunn)


def _svar(
    m: Melding,
    utfall: Utfall,
    tekst: str,
    *,
    sporsmal: str = "",
    laget: Laget | None = None,
    funn: Funn | None = None,
    vurderinger: tuple[Vurdering, ...] = (),
    overlevering: Overlevering | None = None,
    valg: tuple[str, ...] = (),
    dekning: str = "",
) -> Svar:
    """Put the answer together: remarks first, what led to it beside it, and the turn to remember."""
    kilder = laget.utkast.kilder if laget else ()
    funn = laget.funn if laget else funn
    fremmed = st.fremmed("akutt" if utfall is Utfall.AKUTT else "kilder", m.fremmed)
    norske = st.tekst("norske_kilder", m.sprak) if m.sprak is Malform.EN and kilder else ""
    deler = [d for d in (fremmed, *m.merknader, norske, tekst) if d]
    if m.slag:
        deler.append(st.tekst("maskert", m.sprak, slag=", ".join(m.slag)))
    return Svar(
        henvendelse=m.henvendelse.id,
        sporsmal=m.maskert,
        tekst="\n\n".join(deler),
        utfall=utfall,
        sprak=m.sprak,
        kilder=kilder,
        treff=funn.treff if funn else (),
        forkastet=funn.forkastet if funn else (),
        vurderinger=(*(laget.vurderinger if laget else ()), *vurderinger, kontroller_henvisninger(tekst, kilder)),
        overlevering=overlevering,
        valg=valg,
        dekning=dekning,
        tur=_tur(m, utfall, sporsmal, laget, valg),
        spor=_spor(m, laget),
    )


def _tur(m: Melding, utfall: Utfall, sporsmal: str, o: Laget | None, valg: tuple[str, ...]) -> Tur:
    forst = (
        next((t.utdrag for t in o.funn.treff if t.utdrag.id == o.utkast.kilder[0].utdrag), None)
        if o and o.utkast.kilder
        else None
    )
    return Tur(
        tekst=m.maskert,
        selvstendig=(o.sporsmal if o else sporsmal) or m.tekst,
        utfall=utfall,
        tjeneste=forst.tema if forst else "",
        aspekt=forst.aspekt if forst else "",
        kommune=m.kommune,
        valg=valg,
    )


def _spor(m: Melding, o: Laget | None) -> dict[str, object]:
    spor: dict[str, object] = {"versjon": __version__, "ms": m.klokke.ms}
    if o:
        spor["tjenester"] = list(o.emne.nevnte)
        spor["aspekter"] = sorted(o.emne.aspekter, key=lambda a: -o.emne.aspekter[a])[:3]
        spor |= {"formulering": "sitater", **o.spor}
    if m.kommune:
        spor["kommune"] = m.kommune
    return spor

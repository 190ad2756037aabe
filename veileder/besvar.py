"""THE FLOW: a ``Henvendelse`` becomes a ``Svar``. Writes nothing; read it from top to bottom.

mask personal data → acute? → misuse or small talk? → make a follow-up stand alone → language, service,
aspect → near a decision? → scope to kommune and felles → retrieve → enough basis? → formulate → check
every claim → Svar
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import numpy as np

from veileder import __version__
from veileder import standardtekster as st
from veileder.domene import (
    FELLES,
    Henvendelse,
    Kilde,
    Malform,
    Overlevering,
    Svar,
    Treff,
    Tur,
    Utfall,
    Utkast,
    Vurdering,
)
from veileder.forstaelse.akutt import finn_akutt
from veileder.forstaelse.avklaring import finn_avklaring
from veileder.forstaelse.emne import Emne, finn_emne, til_bokmal
from veileder.forstaelse.grense import Grense, Grensevurdering, aerlig_del, del_melding, vurder_grense
from veileder.forstaelse.maskering import Maskert, masker, uten_masker
from veileder.forstaelse.oppfolging import er_oppfolging, forrige_svarte, selvstendig
from veileder.forstaelse.ordliste import Ordliste
from veileder.forstaelse.sprak import gjett_malform
from veileder.forstaelse.sted import Stedsnavn, nevnte_kommuner
from veileder.forstaelse.trekk import trekk_for
from veileder.formulering.ekstraktiv import Bestilling, formuler
from veileder.formulering.kontroll import kontroller_egne_ord, kontroller_henvisninger, kontroller_sitat
from veileder.formulering.mangler import finn_mangler
from veileder.gjenfinning.grunnlag import Grunnlag, vurder_grunnlag
from veileder.gjenfinning.indeks import Indeks
from veileder.gjenfinning.soker import Funn, Sok, sok
from veileder.overlevering.kontakt import Kontakter, kontaktlinje, lag_overlevering


@dataclass(frozen=True, kw_only=True)
class Ressurser:
    """What an answer is built from; switched as one when a new index is taken into use."""

    indeks: Indeks
    ordliste: Ordliste
    kontakter: Kontakter
    steder: Stedsnavn
    egne_kontakter: bool = True
    ordgrense: int = 120
    meldingslengde: int = 4000


@dataclass(kw_only=True)
class _Klokke:
    """Milliseconds that each step took."""

    ms: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def __call__(self, steg: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self.ms[steg] = round((time.perf_counter() - start) * 1000, 2)


@dataclass(frozen=True, kw_only=True)
class _Lest:
    """What is understood of the message before anything is looked up."""

    h: Henvendelse
    maskert: Maskert
    tekst: str
    bokmal: str
    sprak: Malform
    kommune: str
    ukjent_sted: str
    klokke: _Klokke
    merknader: tuple[str, ...] = ()


def besvar(henvendelse: Henvendelse, r: Ressurser) -> Svar:
    """Answer one message."""
    klokke = _Klokke()
    with klokke("maskering"):
        lest = _les(henvendelse, r, klokke)
    if kort := _uten_oppslag(lest, r):
        return kort
    grense, lest = _grense(lest, r)
    if kort := _samtale_eller_avvist(lest, grense, r):
        return kort
    with klokke("forstaelse"):
        sporsmal, emne = _forsta(lest, r)
    if valg := finn_avklaring(sporsmal, emne, r.ordliste, r.indeks.temaer, lest.h.tidligere):
        return _avklar(lest, sporsmal, valg)
    with klokke("gjenfinning"):
        funn = sok(r.indeks, _sok(lest, sporsmal, emne, grense))
        grunnlag = vurder_grunnlag(r.indeks, sporsmal, emne, funn, grense.utenfor)
    if grense.grense is Grense.MEDISINSK:
        return _medisinsk(lest, r, funn)
    if not grunnlag.nok and grense.grense is not Grense.VEDTAK:
        return _uten_grunnlag(lest, r, funn, grunnlag)
    with klokke("formulering"):
        bestilling = _bestilling(lest, sporsmal, emne, funn, r)
        utkast = formuler(_brukbare(funn), bestilling, r.indeks) if grunnlag.nok else Utkast(avsnitt=(), kilder=())
    with klokke("kontroll"):
        utkast, vurderinger = _kontroller(utkast, funn)
    if grense.grense is Grense.VEDTAK:
        return _overlever(lest, r, grense, sporsmal, emne, funn, utkast, vurderinger)
    if not utkast.kilder:
        return _uten_grunnlag(lest, r, funn, grunnlag)
    return _besvart(lest, r, sporsmal, emne, bestilling, funn, utkast, (*vurderinger, grunnlag.vurdering))


# --- reading the message ---------------------------------------------------------------------------


def _les(h: Henvendelse, r: Ressurser, klokke: _Klokke) -> _Lest:
    maskert = masker(h.tekst[: r.meldingslengde])
    tekst = uten_masker(maskert.tekst).strip()
    steder = r.steder.med(r.indeks.kommuner - {FELLES})
    nevnt = nevnte_kommuner(tekst, steder)
    tidligere = next((t.kommune for t in reversed(h.tidligere) if t.kommune), "")
    kommune = nevnt[0] if nevnt else (tidligere or h.kommune)
    dekket = r.indeks.kommuner | (frozenset(r.kontakter.kommuner) if r.egne_kontakter else frozenset())
    ukjent = kommune if nevnt and kommune not in dekket else ""
    return _Lest(
        h=h,
        maskert=maskert,
        tekst=tekst,
        bokmal=til_bokmal(tekst, r.ordliste),
        sprak=h.sprak or gjett_malform(tekst) or _tidligere_sprak(h) or Malform.NB,
        kommune=kommune,
        ukjent_sted=ukjent,
        klokke=klokke,
    )


def _tidligere_sprak(h: Henvendelse) -> Malform | None:
    return next((m for t in reversed(h.tidligere) if (m := gjett_malform(t.tekst))), None)


def _uten_oppslag(lest: _Lest, r: Ressurser) -> Svar | None:
    """Acute first; then what is too long or empty to be read."""
    if slag := finn_akutt(lest.tekst, lest.bokmal):
        tekst = st.tekst(f"akutt_{slag}", lest.sprak)
        return _svar(lest, Utfall.AKUTT, tekst, vurderinger=(_v("akutt", False, slag),), overlevering=_til(lest, r, "akutt"))
    if len(lest.h.tekst) > r.meldingslengde:
        return _svar(lest, Utfall.AVVIST, st.tekst("for_lang", lest.sprak), vurderinger=(_v("lengde", False, str(len(lest.h.tekst))),))
    return None


def _grense(lest: _Lest, r: Ressurser) -> tuple[Grensevurdering, _Lest]:
    """Where the message stands to the boundary; of a message with misuse the honest part goes on."""
    trekk = _trekk(lest.tekst, r)
    grense = vurder_grense(lest.bokmal, trekk, r.indeks.embedder.navn)
    if grense.grense is not Grense.MISBRUK:
        return grense, lest
    deler = del_melding(lest.tekst)
    aerlige = [deler[i] for i in aerlig_del([til_bokmal(d, r.ordliste) for d in deler])]
    rest = " ".join(d for d in aerlige if finn_emne(d, r.ordliste, r.indeks.temaer, None, "").nevnte)
    if not rest:
        return grense, lest
    delvis = replace(lest, tekst=rest, bokmal=til_bokmal(rest, r.ordliste), merknader=(st.tekst("avvist_del", lest.sprak),))
    return vurder_grense(delvis.bokmal, _trekk(rest, r), r.indeks.embedder.navn), delvis


def _trekk(tekst: str, r: Ressurser) -> np.ndarray | None:
    return trekk_for(tekst, r.ordliste, r.indeks.leksikalsk.analyse, r.indeks.embedder)


_KORTE: Mapping[Grense, tuple[Utfall, str]] = {
    Grense.TOM: (Utfall.SAMTALE, "tom"),
    Grense.MISBRUK: (Utfall.AVVIST, "avvist"),
    Grense.HILSEN: (Utfall.SAMTALE, "hilsen"),
    Grense.TAKK: (Utfall.SAMTALE, "takk"),
    Grense.HVEM: (Utfall.SAMTALE, "hvem_er_du"),
}


def _samtale_eller_avvist(lest: _Lest, grense: Grensevurdering, r: Ressurser) -> Svar | None:
    vurdering = (_v("grense", True, grense.regel),)
    if grense.grense is Grense.MENNESKE:
        overlevering = _til(lest, r, "onsket")
        tekst = f"{st.tekst('menneske', lest.sprak)}\n\n{kontaktlinje(overlevering.kontakt, lest.sprak)}"
        return _svar(lest, Utfall.OVERLEVERT, tekst, vurderinger=vurdering, overlevering=overlevering)
    if grense.grense is Grense.AKUTT:
        tekst = st.tekst(f"akutt_{grense.steg}", lest.sprak)
        return _svar(lest, Utfall.AKUTT, tekst, vurderinger=vurdering, overlevering=_til(lest, r, "akutt"))
    if grense.grense in _KORTE:
        utfall, navn = _KORTE[grense.grense]
        return _svar(lest, utfall, st.tekst(navn, lest.sprak), vurderinger=vurdering)
    return None


def _forsta(lest: _Lest, r: Ressurser) -> tuple[str, Emne]:
    """Return the question as it stands alone, and what it is about."""

    def emne_av(tekst: str) -> Emne:
        return finn_emne(tekst, r.ordliste, r.indeks.temaer, _trekk(tekst, r), r.indeks.embedder.navn)

    emne = emne_av(lest.tekst)
    forrige = forrige_svarte(lest.h.tidligere)
    if forrige is None or not er_oppfolging(lest.tekst, bool(emne.nevnte)):
        return lest.tekst, emne
    tema = r.indeks.temaer.get(forrige.tjeneste, forrige.tjeneste.replace("-", " ").replace("_", " "))
    sporsmal = selvstendig(lest.tekst, forrige, har_aspekt=bool(emne.signaler), tema=tema)
    return sporsmal, emne_av(sporsmal)


# --- looking up ------------------------------------------------------------------------------------

_STEG_ASPEKT: Mapping[str, Mapping[str, float]] = {
    "klage": {"avslag-og-klage": 1.0},
    "sak": {"tildeling": 0.7, "soknad": 0.3},
    "pris": {"pris": 1.0},
    "soknad": {"kriterier": 0.6, "hvem": 0.5},
}
"""Which section holds the general rule when a question comes near a decision."""


def _sok(lest: _Lest, sporsmal: str, emne: Emne, grense: Grensevurdering) -> Sok:
    aspekter = dict(emne.aspekter)
    for aspekt, styrke in _STEG_ASPEKT.get(grense.steg, {}).items():
        aspekter[aspekt] = max(styrke, aspekter.get(aspekt, 0.0))
    return Sok(
        tekst=sporsmal,
        utvidelse=emne.utvidelse,
        kommune=lest.kommune,
        rolle=lest.h.rolle,
        malform=lest.sprak,
        tjenester=emne.tjenester,
        nevnte=emne.nevnte,
        aspekter=aspekter,
        signaler=emne.signaler,
        svartyper=emne.svartyper,
    )


def _brukbare(funn: Funn) -> tuple[Treff, ...]:
    return funn.treff


def _bestilling(lest: _Lest, sporsmal: str, emne: Emne, funn: Funn, r: Ressurser) -> Bestilling:
    analyse = r.indeks.leksikalsk.analyse
    stammer = analyse.stammer(f"{sporsmal} {emne.utvidelse}", innhold=True)
    return Bestilling(
        stammer=r.indeks.leksikalsk.sjeldenhet(stammer),
        svartyper=emne.svartyper,
        tjenester=emne.nevnte,
        aspekter=tuple(emne.signaler),
        kommune=lest.kommune,
        ordgrense=r.ordgrense,
        vektor=funn.vektor,
    )


def _kontroller(utkast: Utkast, funn: Funn) -> tuple[Utkast, tuple[Vurdering, ...]]:
    """Withdraw every source whose quotation is not word for word in its passage."""
    utdrag = {(t.utdrag.id, t.utdrag.fil): t.utdrag for t in funn.treff}
    vurderinger = tuple(kontroller_sitat(k, utdrag[k.utdrag, k.fil]) for k in utkast.kilder)
    if all(v.bestatt for v in vurderinger):
        return utkast, vurderinger
    beholdt = [i for i, v in enumerate(vurderinger) if v.bestatt]
    avsnitt = tuple(utkast.avsnitt[i].replace(f"[{utkast.kilder[i].nr}]", f"[{nr}]") for nr, i in enumerate(beholdt, 1))
    kilder = tuple(replace(utkast.kilder[i], nr=nr) for nr, i in enumerate(beholdt, 1))
    return replace(utkast, avsnitt=avsnitt, kilder=kilder), vurderinger


# --- making the answer -----------------------------------------------------------------------------


def _besvart(
    lest: _Lest, r: Ressurser, sporsmal: str, emne: Emne, b: Bestilling, funn: Funn, utkast: Utkast, vurderinger: tuple[Vurdering, ...]
) -> Svar:
    sted = r.kontakter.navn(lest.kommune) if lest.kommune else ""
    mangler = finn_mangler(utkast, b, emne, r.indeks, lest.kommune, sted, lest.sprak, ukjent_sted=bool(lest.ukjent_sted))
    avsnitt = [*utkast.avsnitt, *mangler, *_kildemerknader(utkast.kilder, r, lest.sprak)]
    if utkast.les_mer:
        avsnitt.append(st.tekst("les_mer", lest.sprak, steder="; ".join(utkast.les_mer)))
    overlevering = _til(lest, r, "uten_grunnlag") if mangler else None
    if overlevering:
        avsnitt.append(kontaktlinje(overlevering.kontakt, lest.sprak))
    utfall = Utfall.DELVIS if mangler else Utfall.BESVART
    return _svar(lest, utfall, "\n\n".join(avsnitt), sporsmal=sporsmal, emne=emne, funn=funn, utkast=utkast, vurderinger=vurderinger, overlevering=overlevering)  # fmt: skip


def _kildemerknader(kilder: tuple[Kilde, ...], r: Ressurser, sprak: Malform) -> list[str]:
    """An old or undated local fact is told with its age and the advice to check."""
    ut = []
    for k in kilder:
        if k.kilde_dato and k.kommune != FELLES:
            udatert = not any(c.isdigit() for c in k.kilde_dato)
            alder = st.tekst("udatert", sprak) if udatert else st.tekst("fra_ar", sprak, ar=k.kilde_dato)
            ut.append(st.tekst("gammel_kilde", sprak, kommune=r.kontakter.navn(k.kommune), alder=alder))
    return list(dict.fromkeys(ut))


def _overlever(
    lest: _Lest, r: Ressurser, grense: Grensevurdering, sporsmal: str, emne: Emne, funn: Funn, utkast: Utkast, vurderinger: tuple[Vurdering, ...]
) -> Svar:
    """The vedtak split: the general rule with its source, who decides, the next step, the human."""
    overlevering = _til(lest, r, "vedtak")
    egne = [st.tekst("vedtak", lest.sprak), st.tekst(f"neste_{grense.steg}", lest.sprak), kontaktlinje(overlevering.kontakt, lest.sprak)]
    vurdering = (_v("grense", False, grense.regel), kontroller_egne_ord(egne))
    return _svar(lest, Utfall.OVERLEVERT, "\n\n".join([*utkast.avsnitt, *_kildemerknader(utkast.kilder, r, lest.sprak), *egne]), sporsmal=sporsmal, emne=emne, funn=funn, utkast=utkast, vurderinger=(*vurderinger, *vurdering), overlevering=overlevering)  # fmt: skip


def _medisinsk(lest: _Lest, r: Ressurser, funn: Funn) -> Svar:
    return _svar(lest, Utfall.OVERLEVERT, st.tekst("medisinsk", lest.sprak), funn=funn, vurderinger=(_v("grense", False, "medisinsk"),), overlevering=_til(lest, r, "medisinsk"))  # fmt: skip


def _uten_grunnlag(lest: _Lest, r: Ressurser, funn: Funn, grunnlag: Grunnlag) -> Svar:
    overlevering = _til(lest, r, "uten_grunnlag")
    navn = "uten_sted" if lest.ukjent_sted else "uten_grunnlag"
    felt = {"sted": r.kontakter.navn(lest.ukjent_sted)} if lest.ukjent_sted else {}
    tekst = st.tekst(navn, lest.sprak, **felt)
    if not lest.ukjent_sted:
        tekst += f"\n\n{kontaktlinje(overlevering.kontakt, lest.sprak)}"
    funn_uten = Funn(treff=(), forkastet=(*funn.treff, *funn.forkastet), vektor=funn.vektor)
    return _svar(lest, Utfall.UTEN_GRUNNLAG, tekst, funn=funn_uten, vurderinger=(grunnlag.vurdering,), overlevering=overlevering)


def _avklar(lest: _Lest, sporsmal: str, valg: tuple[str, ...]) -> Svar:
    eller = f" {st.tekst('eller', lest.sprak)} "
    liste = ", ".join(valg[:-1]) + eller + valg[-1] if len(valg) > 1 else valg[0]
    return _svar(lest, Utfall.AVKLARING, st.tekst("avklaring", lest.sprak, valg=liste), sporsmal=sporsmal, valg=valg)


def _til(lest: _Lest, r: Ressurser, grunn: str) -> Overlevering:
    """Hand over with a note of the masked question, for the user to approve."""
    return lag_overlevering(st.tekst(f"grunn_{grunn}", lest.sprak), lest.kommune, r.kontakter, notat=lest.maskert.tekst)


def _v(kontroll: str, bestatt: bool, grunn: str) -> Vurdering:
    return Vurdering(kontroll=kontroll, bestatt=bestatt, grunn=grunn)


def _svar(
    lest: _Lest,
    utfall: Utfall,
    tekst: str,
    *,
    sporsmal: str = "",
    emne: Emne | None = None,
    funn: Funn | None = None,
    utkast: Utkast | None = None,
    vurderinger: tuple[Vurdering, ...] = (),
    overlevering: Overlevering | None = None,
    valg: tuple[str, ...] = (),
) -> Svar:
    """Put the answer together: remarks first, what led to it beside it, and the turn to remember."""
    deler = [*lest.merknader, tekst]
    if lest.maskert.slag:
        deler.append(st.tekst("maskert", lest.sprak, slag=", ".join(lest.maskert.slag)))
    kilder = utkast.kilder if utkast else ()
    if lest.sprak is Malform.EN and kilder:
        deler.insert(0, st.tekst("norske_kilder", lest.sprak))
    hel = "\n\n".join(deler)
    forst = funn.treff[0].utdrag if funn and funn.treff and kilder else None
    tur = Tur(
        tekst=lest.maskert.tekst,
        selvstendig=sporsmal or lest.tekst,
        utfall=utfall,
        tjeneste=forst.tema if forst else "",
        aspekt=forst.aspekt if forst else "",
        kommune=lest.kommune,
        valg=valg,
    )
    return Svar(
        henvendelse=lest.h.id,
        sporsmal=lest.maskert.tekst,
        tekst=hel,
        utfall=utfall,
        sprak=lest.sprak,
        kilder=kilder,
        treff=funn.treff if funn else (),
        forkastet=funn.forkastet if funn else (),
        vurderinger=(*vurderinger, kontroller_henvisninger(tekst, kilder)),
        overlevering=overlevering,
        valg=valg,
        tur=tur,
        spor=_spor(lest, emne),
    )


def _spor(lest: _Lest, emne: Emne | None) -> dict[str, object]:
    spor: dict[str, object] = {"versjon": __version__, "ms": lest.klokke.ms}
    if emne:
        spor["tjenester"] = list(emne.nevnte)
        spor["aspekter"] = sorted(emne.aspekter, key=lambda a: -emne.aspekter[a])[:3]
    if lest.kommune:
        spor["kommune"] = lest.kommune
    return spor

"""What the learnt scorer looks at: differences between a sentence and what it rests on, one number each.

Names begin with the doubt that they speak of (``Tvil``), so that a stopped sentence is stopped by name.
"""

from __future__ import annotations

from veileder.formulering.sprakkontroll.forskjell import finn_forskjeller
from veileder.formulering.sprakkontroll.ordklasser import AKTORER, KLASSER, MAKT, MOTSATTE
from veileder.formulering.sprakkontroll.ordlikhet import dekning, finnes, rekkefolge
from veileder.formulering.sprakkontroll.sammenlikning import Sammenlikning, Side
from veileder.formulering.sprakkontroll.tvil import Tvil
from veileder.gjenfinning.analyse import Analyse, stamme

TVIL_VED: dict[str, Tvil] = {
    **dict.fromkeys(("nekt", "uten", "bare"), Tvil.NEKTELSE),
    **dict.fromkeys(("alltid", "alle", "noen"), Tvil.OMFANG),
    **dict.fromkeys(("forbehold", "kan", "bor", "skal", "vilkar", "innrom"), Tvil.VILKAR),
    "rett": Tvil.LOVNAD,
    **dict.fromkeys(("for", "etter", "minst", "hoyst"), Tvil.FRIST),
    **dict.fromkeys(("gratis", "betale", "skriftlig", "muntlig"), Tvil.MOTSATT),
}
"""Which doubt each class of small words speaks of."""


def finn_trekk(s: Sammenlikning, analyse: Analyse) -> dict[str, float]:
    """Return the features of a sentence, by name."""
    ord_ = [stamme(o) for o in analyse.ord(s.setning.tekst)]
    i_rekke, lengst = rekkefolge(ord_, [stamme(o) for o in analyse.ord(s.vindu.tekst)])
    ut = _dekning(s, i_rekke, lengst) | _klasser(s, i_rekke) | _mengder(s) | _aktorer(s) | finn_forskjeller(s, analyse)
    ut["motsatt.par"] = float(min(2, _motsatte(s, analyse)))
    return ut


def _dekning(s: Sammenlikning, i_rekke: float, lengst: float) -> dict[str, float]:
    egne = s.setning.stammer
    nye = [x for x in egne if not finnes(x, s.alt.stammer)]
    nye_her = [x for x in egne if not finnes(x, s.vindu.stammer)]
    return {
        "dekning.cosinus": s.cosinus,
        "dekning.vindu": s.dekning_vindu,
        "dekning.alt": dekning(egne, s.alt.stammer),
        "dekning.omvendt": dekning(s.best.stammer, egne),
        "dekning.rekke": i_rekke,
        "dekning.lengst": lengst,
        "dekning.nye": float(min(4, len(nye))),
        "dekning.nye_her": float(min(4, len(nye_her))),
        "dekning.nye_i_rekke": min(4, len(nye_her)) * i_rekke,
        "dekning.lengde": len(s.setning.tekst.split()) / 20,
    }


def _klasser(s: Sammenlikning, i_rekke: float) -> dict[str, float]:
    """A class that the sentence has and what it rests on has not (inn), the reverse (ut), or none of the passages (ny)."""
    ut: dict[str, float] = {}
    for navn in KLASSER:
        har, best, vindu, alt = (side.klasser[navn] > 0 for side in (s.setning, s.best, s.vindu, s.alt))
        tvil = TVIL_VED[navn]
        ut[f"{tvil}.{navn}_inn"] = float(har and not vindu)
        ut[f"{tvil}.{navn}_ut"] = float(best and not har)
        ut[f"{tvil}.{navn}_ny"] = float(har and not alt)
    egne, best_ = s.setning.klasser, s.best.klasser
    ulikt = float(egne["nekt"] % 2 != best_["nekt"] % 2)
    endret = sum(v for n, v in ut.items() if n.endswith(("_inn", "_ut")))
    return ut | {
        "nektelse.ulikt": ulikt,
        "nektelse.ulikt_i_rekke": ulikt * i_rekke,
        "vilkar.kan_til_skal": float(_fra_til(best_, egne, ("kan", "bor"), ("skal", "rett"))),
        "vilkar.skal_til_kan": float(_fra_til(best_, egne, ("skal",), ("kan",)) and not _har(egne, "skal")),
        "vilkar.endret_i_rekke": min(endret, 6.0) * i_rekke,
    }


def _fra_til(kilde: dict[str, int], setning: dict[str, int], fra: tuple[str, ...], til: tuple[str, ...]) -> bool:
    """Whether the passage says the one without the other, and the sentence the other."""
    return _har(setning, *til) and not _har(kilde, *til) and _har(kilde, *fra)


def _har(klasser: dict[str, int], *navn: str) -> bool:
    return any(klasser[n] > 0 for n in navn)


def _mengder(s: Sammenlikning) -> dict[str, float]:
    """A number that stands in the passage, but for something less like the sentence; one where another stands."""
    avstand = konflikt = 0.0
    for m in s.setning.mengder & s.alt.mengder:
        steder = [v for v, har in zip(s.likhet, s.mengder, strict=True) if m in har]
        avstand = max(avstand, max(s.likhet) - max(steder, default=max(s.likhet)))
        samme_slag = any(x.slag is m.slag and x.enhet == m.enhet for x in s.best.mengder)
        konflikt = max(konflikt, float(m not in s.best.mengder and samme_slag))
    return {
        "frist.avstand": avstand,
        "frist.konflikt": konflikt,
        "tall.har": float(bool(s.setning.mengder)),
        "tall.mangler": float(bool(s.best.mengder - s.setning.mengder)),
    }


def _aktorer(s: Sammenlikning) -> dict[str, float]:
    egne, alle = s.setning.aktorer, s.alt.aktorer | {n for n, m in AKTORER.items() if m.search(s.kontekst)}
    return {
        "aktor.ny": float(min(2, len(egne - alle - MAKT))),
        "aktor.ny_makt": float(min(2, len((egne - alle) & MAKT))),
        "aktor.inn_makt": float(min(2, len((egne - s.vindu.aktorer) & MAKT))),
        "aktor.inn": float(min(2, len(egne - s.vindu.aktorer - MAKT))),
        "aktor.ut_makt": float(min(2, len((s.best.aktorer - egne) & MAKT))),
        "aktor.byttet": float(bool((egne - s.best.aktorer) & MAKT and (s.best.aktorer - egne) & MAKT)),
    }


def _motsatte(s: Sammenlikning, analyse: Analyse) -> int:
    """How many words of the sentence stand where its passage has the opposite."""
    egne, andre = _begynnelser(s.setning, analyse), _begynnelser(s.vindu, analyse)
    return sum(
        1
        for gruppe in MOTSATTE
        for a in gruppe
        for b in gruppe
        if a != b and _i(a, egne) and not _i(a, andre) and _i(b, andre) and not _i(b, egne)
    )


def _begynnelser(side: Side, analyse: Analyse) -> str:
    return f" {' '.join(analyse.ord(side.tekst))} "


def _i(ord_: str, tekst: str) -> bool:
    return f" {ord_[: max(3, len(ord_) - 1)]}" in tekst

"""What each part of the Norwegian analysis gives: ``python -m evaluering ablasjon`` asks the development questions without it.

A part is switched off in the lexical side alone; the models that read the question stay as they are. Every question is
asked as written, and again with words misspelt by ear and mistyped, since that is what some of the parts are for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from unittest.mock import patch

from evaluering.forstyrr import forstyrr
from evaluering.gull import Gullrad
from evaluering.statistikk import Tall, forskjell
from veileder.domene import Henvendelse, Rolle
from veileder.forstaelse.emne import finn_ord
from veileder.forstaelse.melding import Klokke, emne_av, les_melding
from veileder.forstaelse.ordliste import Ordliste
from veileder.gjenfinning.analyse import Analyse
from veileder.gjenfinning.delsporsmal import per_rad
from veileder.gjenfinning.indeks import Indeks
from veileder.gjenfinning.leksikalsk import LeksikalskIndeks
from veileder.gjenfinning.soker import sok
from veileder.gjenfinning.sporring import Sok, lag_sok
from veileder.indeksering.bundt import leksikalsk_tekst
from veileder.ressurser import Ressurser

FORMER = {"slik de er skrevet": "", "stavefeil": "stavefeil", "tastefeil": "tastefeil"}


class UtenStammer(Analyse):
    """Words as they are inflected."""

    def stammer(self, tekst: str, *, innhold: bool = False) -> list[str]:
        """Return the words that are not only marks around what is said."""
        hele = super().ord(tekst)
        return [o for o in hele if super(UtenStammer, self).stammer(o, innhold=True)] if innhold else hele


class UtenGram(Analyse):
    """No parts of words: neither compounds nor misspellings meet."""

    def gram(self, tekst: str, *, innhold: bool = False) -> list[str]:  # noqa: ARG002 - the form is given
        """Return nothing."""
        return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Del:
    """A part of the analysis: the index and the question without it. ``naere`` tells whether the glossary's near words stay."""

    indeks: Callable[[Ressurser], Indeks] = lambda r: r.indeks
    sok: Callable[[Sok], Sok] = lambda s: s
    naere: bool = True


DELER: Mapping[str, Del] = {
    "bøying (stemming)": Del(indeks=lambda r: _med(r, UtenStammer(r.ordliste.sprak))),
    "ordpar mellom bokmål og nynorsk": Del(indeks=lambda r: _med(r, Analyse())),
    "tegnfølger (sammensetninger og stavefeil)": Del(indeks=lambda r: _med(r, UtenGram(r.ordliste.sprak))),
    "dagligord fra ordlisten": Del(sok=lambda s: replace(s, utvidelse="")),
    "ordlistens nære ord (delte og feilstavede)": Del(naere=False),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultat:
    """One part in one form of the questions: hits with everything, and what the part gives (with less without)."""

    del_: str
    form: str
    med: float
    gevinst_1: Tall
    gevinst_5: Tall


def mal(r: Ressurser, gull: Sequence[Gullrad]) -> Iterator[Resultat]:
    """Yield a row for each part and form of the questions."""
    rader = [g for g in gull if g.svarbar and not g.turer]
    indekser = {navn: d.indeks(r) for navn, d in DELER.items()}
    for form, slag in FORMER.items():
        sporsmal = [_tekst(g, slag) for g in rader]
        alle = [_les(r, t, g) for t, g in zip(sporsmal, rader, strict=True)]
        finn_ord.cache_clear()  # it would remember the words that were near
        with patch.object(Ordliste, "finn_naer", lambda *_: ()):
            uten_naere = [_les(r, t, g) for t, g in zip(sporsmal, rader, strict=True)]
        finn_ord.cache_clear()
        med = [_plass(r.indeks, s, g) for s, g in zip(alle, rader, strict=True)]
        for navn, d in DELER.items():
            soket = alle if d.naere else uten_naere
            uten = [_plass(indekser[navn], d.sok(s), g) for s, g in zip(soket, rader, strict=True)]
            yield Resultat(
                del_=navn, form=form, med=_innen(med, 1).count(1.0) / len(med),
                gevinst_1=forskjell(_innen(uten, 1), _innen(med, 1)), gevinst_5=forskjell(_innen(uten, 5), _innen(med, 5)),
            )  # fmt: skip


def _tekst(g: Gullrad, slag: str) -> str:
    """Return the question in a form."""
    return forstyrr(g.id, g.sporsmal, slag) if slag else g.sporsmal


def _les(r: Ressurser, tekst: str, g: Gullrad) -> Sok:
    m = les_melding(Henvendelse(id="", tekst=tekst, kommune=g.kommune), r, Klokke(), maskering=False)
    kommune = m.kommune if m.kommune in r.dekket else g.kommune
    rolle = Rolle.SAKSBEHANDLER if g.rolle == "saksbehandler" else Rolle.INNBYGGER
    return lag_sok(m.tekst, emne_av(m.tekst, r), kommune=kommune, rolle=rolle, malform=m.sprak)


def _plass(indeks: Indeks, s: Sok, g: Gullrad) -> int:
    """Return the place of the first right section, or 0."""
    funnet = (f"{t.utdrag.dokument}#{t.utdrag.aspekt}" for t in sok(indeks, s).treff)
    return next((i for i, seksjon in enumerate(funnet, 1) if seksjon in g.seksjoner), 0)


def _innen(plasser: Sequence[int], k: int) -> list[float]:
    return [float(0 < p <= k) for p in plasser]


def _med(r: Ressurser, analyse: Analyse) -> Indeks:
    """Return the index with its words counted by another analysis."""
    d, utdrag = r.indeks.delsporsmal, r.indeks.utdrag
    return replace(
        r.indeks,
        leksikalsk=LeksikalskIndeks.bygg([leksikalsk_tekst(u) for u in utdrag], analyse),
        delsporsmal_leksikalsk=LeksikalskIndeks.bygg(per_rad(d.tekster, d.rader, len(utdrag)), analyse),
    )

"""Search over the pages: the same retrieval as ``veileder finn``, with the words that were found marked."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from markupsafe import Markup, escape

from veileder import standardtekster as st
from veileder.domene import FELLES, Henvendelse, Malform, Setning, Utdrag
from veileder.forstaelse.akutt import finn_akutt
from veileder.forstaelse.melding import Klokke, emne_av, les_melding
from veileder.gjenfinning.analyse import Analyse
from veileder.gjenfinning.soker import sok
from veileder.gjenfinning.sporring import lag_sok
from veileder.indeksering.enheter import ren
from veileder.web.sider.adresse import adresse_for
from veileder.web.sider.gjengivelse import trygg_html
from veileder.web.sider.ramme import Ramme

LENGST = 300
"""Characters of a search that are read: a few sentences."""

ANTALL = 10
"""Hits on the page."""

UTSNITT = 260
"""Characters of a hit's text, unless its one best sentence is longer."""

_ORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sokefunn:
    """One hit: where it stands, and the sentences that fit best."""

    adresse: str
    tittel: str
    seksjon: str
    sted: str
    malform: Malform
    utsnitt: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Sokeresultat:
    """What a search gave. ``akutt`` is said before all else."""

    sporsmal: str
    forkortet: bool
    akutt: Markup
    funn: tuple[Sokefunn, ...]


def let_etter(ramme: Ramme, q: str) -> Sokeresultat:
    """Return what is found for ``q`` in the chosen kommune's and the shared texts."""
    sporsmal = " ".join(q.split())[:LENGST]
    slag = finn_akutt(sporsmal, sporsmal)
    akutt = trygg_html(st.tekst(f"akutt_{slag}", ramme.malform)) if slag else Markup()
    return Sokeresultat(
        sporsmal=sporsmal,
        forkortet=len(" ".join(q.split())) > LENGST,
        akutt=akutt,
        funn=_funn(ramme, sporsmal) if sporsmal else (),
    )


def _funn(ramme: Ramme, sporsmal: str) -> tuple[Sokefunn, ...]:
    r = ramme.ressurser
    m = les_melding(Henvendelse(id="", tekst=sporsmal, kommune=ramme.kommune, sprak=ramme.malform), r, Klokke())
    kommune = m.kommune if m.kommune in r.dekket else ramme.kommune
    if not m.tekst:
        return ()
    analyse = r.indeks.leksikalsk.analyse
    emne = emne_av(m.tekst, r)
    stammer = frozenset(analyse.stammer(m.tekst, innhold=True))
    s = lag_sok(m.tekst, emne, kommune=kommune, rolle=m.henvendelse.rolle, malform=ramme.malform, antall=ANTALL)
    treff = [t for t in sok(r.indeks, s).treff if t.leksikalsk > 0 or t.utdrag.tema in emne.nevnte]
    return tuple(_vis(ramme, t.utdrag, stammer, analyse) for t in treff)


def _vis(ramme: Ramme, u: Utdrag, stammer: Set[str], analyse: Analyse) -> Sokefunn:
    return Sokefunn(
        adresse=adresse_for(u, ramme.kommune),
        tittel=u.tittel,
        seksjon=u.seksjon if u.seksjon != u.tittel else "",
        sted="" if u.kommune == FELLES else ramme.navn(u.kommune),
        malform=u.malform,
        utsnitt=merk(utsnitt(u, stammer, analyse), stammer, analyse),
    )


def utsnitt(u: Utdrag, stammer: Set[str], analyse: Analyse) -> str:
    """Return the sentence that holds most of the words, and those after it while there is room."""

    def tekst(s: Setning) -> str:
        return ren(u.tekst[s.start - u.start : s.slutt - u.start]).lstrip("-– ")

    setninger = [tekst(s) for s in u.setninger]
    poeng = [len(stammer & set(analyse.stammer(s, innhold=True))) for s in setninger]
    i = poeng.index(max(poeng))
    ut = setninger[i]
    for neste in setninger[i + 1 :]:
        if len(ut) + len(neste) > UTSNITT:
            break
        ut += f" {neste}" if ut.endswith((".", "!", "?", ":")) else f", {neste}"
    return ut


def merk(tekst: str, stammer: Set[str], analyse: Analyse) -> Markup:
    """Return the text as HTML with the words of the search marked."""
    ut, sist = [], 0
    for treff in _ORD.finditer(tekst):
        if stammer & set(analyse.stammer(treff[0], innhold=True)):
            ut += [escape(tekst[sist : treff.start()]), Markup("<mark>"), escape(treff[0]), Markup("</mark>")]
            sist = treff.end()
    return Markup("").join([*ut, escape(tekst[sist:])])

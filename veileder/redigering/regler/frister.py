"""Deadlines: the same everywhere for the same paragraph, and the same in a description as in the guide."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from veileder.redigering.adresser import LENKE
from veileder.redigering.manus import Manus, Sats
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.regler.utgatt import treffer
from veileder.redigering.samling import Samling

_TALLORD = {
    o: n
    for n, navn in enumerate("en,én,ei,ein,éin to tre fire fem seks sju,syv åtte ni ti elleve tolv".split(), 1)
    for o in navn.split(",")
}
_ENHETER = {"uke": r"uker?|veker?", "måned": r"måneder?|månad(?:er)?", "dag": r"dag(?:er|ar)?|døgn"}
_FRIST = re.compile(
    rf"\b({'|'.join(_TALLORD)}|\d{{1,3}})\s+(?:{'|'.join(f'(?P<{navn}>{ord_})' for navn, ord_ in _ENHETER.items())})\b",
    re.IGNORECASE,
)
_OM_FRIST = re.compile(r"frist|klag|påklag", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frist:
    """A number of weeks, months or days that a sentence sets for something."""

    manus: Manus
    sats: Sats
    verdi: str


def frister(tekst: str) -> list[str]:
    """Return the spans of time that a text names, as «4 uke»."""
    return [f"{_TALLORD.get(t[1].lower(), t[1])} {t.lastgroup}" for t in _FRIST.finditer(tekst)]


def ulike(s: Samling) -> Iterable[Merknad]:
    """A deadline has one length: that of its paragraph, and of the guide's table. One remark for a sentence."""
    sett: set[tuple[str, int]] = set()
    for f, vanlig, hvor in (*_mot_paragraf(s), *_mot_veileder(s)):
        sted = (f.manus.fil, f.sats.start)
        if sted not in sett and not _meldt(s, f.sats):
            sett.add(sted)
            funn = f"Fristen er {_lest(f.verdi)} her, men {_lest(vanlig)} i {hvor}."
            yield f.manus.merk(
                Alvor.FEIL, "klagefrist", f.sats.start, funn, "Sjekk paragrafen på Lovdata, og rett den som er feil."
            )


_Avvik = tuple[Frist, str, str]
"""A deadline, what it is elsewhere, and where."""


def _mot_paragraf(s: Samling) -> Iterator[_Avvik]:
    """Deadlines that differ from what most texts tell for the same paragraph."""
    for alle in _per_paragraf(s).values():
        andre = _vanlig(alle)
        yield from ((f, andre.verdi, _hvor(andre)) for f in alle if f.verdi != andre.verdi)


def _vanlig(alle: list[Frist]) -> Frist:
    """One that tells what most documents tell; the guide decides between two that are told equally often."""
    stemmer = Counter(verdi for verdi, _ in {(f.verdi, f.manus.dokument.id) for f in alle})
    return max(alle, key=lambda f: (stemmer[f.verdi], f.manus.type == "veileder"))


def _hvor(f: Frist) -> str:
    return f"{f.manus.fil} linje {f.manus.linje(f.sats.start)}"


def _per_paragraf(s: Samling) -> Mapping[str, list[Frist]]:
    """Deadlines by the one paragraph at Lovdata that their sentence links to."""
    ut: dict[str, list[Frist]] = defaultdict(list)
    for m in s.manus:
        for sats in m.satser:
            adresser = {t[2] for t in LENKE.finditer(sats.tekst) if "lovdata.no" in t[2] and "§" in t[2]}
            funnet = frister(sats.ren) if len(adresser) == 1 and _OM_FRIST.search(sats.ren) else []
            if len(funnet) == 1:
                ut[adresser.pop()].append(Frist(manus=m, sats=sats, verdi=funnet[0]))
    return ut


def _meldt(s: Samling, sats: Sats) -> bool:
    """Whether the list of what is outdated already says that the deadline is wrong."""
    return any(p.regel == "klagefrist" and treffer(p, sats) for p in s.lister.utgatt)


def _mot_veileder(s: Samling) -> Iterator[_Avvik]:
    """Services whose section on complaints never tells the deadline of the guide's table.

    The guide is the one that is wrong where the description tells what its paragraph has everywhere.
    """
    rette = {id(f.sats) for alle in _per_paragraf(s).values() for f in alle if f.verdi == _vanlig(alle).verdi}
    for slug, rad in _veilederens(s).items():
        for m in s.beskrivelser.get(slug, ()):
            egne = list(_klagefrister(m))
            if not egne or rad.verdi in {f.verdi for f in egne}:
                continue
            rett = next((f for f in egne if id(f.sats) in rette), None)
            yield (rad, rett.verdi, _hvor(rett)) if rett else (egne[0], rad.verdi, _hvor(rad))


def _veilederens(s: Samling) -> Mapping[str, Frist]:
    """Deadline by service from tables in the guide that have a column for it."""
    ut: dict[str, Frist] = {}
    for m in s.manus:
        for sats in m.satser if m.type == "veileder" else ():
            if "frist" not in m.tabellhode(sats).lower():
                continue
            sak, *resten = [celle.strip() for celle in sats.tekst.strip().strip("|").split("|")]
            funnet = next((f[0] for celle in resten if (f := frister(celle))), "")
            for slug in _tjenester(s, sak) if funnet else ():
                ut.setdefault(slug, Frist(manus=m, sats=sats, verdi=funnet))
    return ut


def _tjenester(s: Samling, sak: str) -> Iterator[str]:
    """The services that a cell names, by title or by a form in the glossary."""
    ren = sak.lower()
    nevnt = {rad.tjeneste for rad in s.ordliste.ord if any(f.lower() in ren for f in rad.former if len(f) > 5)}
    for slug, beskrivelser in s.beskrivelser.items():
        if slug in nevnt or any(m.dokument.tittel.lower() in ren for m in beskrivelser):
            yield slug


def _klagefrister(m: Manus) -> Iterator[Frist]:
    for sats in m.i_seksjon("avslag-og-klage"):
        if _OM_FRIST.search(sats.ren):
            yield from (Frist(manus=m, sats=sats, verdi=v) for v in frister(sats.ren) if v.endswith(("uke", "måned")))


def klageseksjon(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """Who is refused must learn how long they have to complain, and where that stands."""
    satser = m.i_seksjon("avslag-og-klage") if m.type == "tjeneste" else ()
    if not satser:
        return
    sted = m.overskriftstart(satser[0].seksjon)
    if not any(frister(x.ren) for x in satser):
        yield m.merk(
            Alvor.ADVARSEL,
            "klagefrist-mangler",
            sted,
            "Seksjonen om avslag sier ikke klagefristen.",
            "Skriv fristen, og hvor i loven den står.",
        )
    elif not any("lovdata.no" in x.tekst for x in satser):
        yield m.merk(
            Alvor.ADVARSEL,
            "klagefrist-mangler",
            sted,
            "Seksjonen om avslag viser ikke til loven.",
            "Lenk til paragrafen på Lovdata.",
        )


def lokal_frist(s: Samling) -> Iterable[Merknad]:
    """A local file that tells another deadline for complaints than the shared text."""
    for m in s.manus:
        felles = {f.verdi for b in s.beskrivelser.get(m.slug, ()) for f in _klagefrister(b)} if m.type == "lokalt" else set()
        for f in _klagefrister(m) if felles else ():
            if f.verdi not in felles:
                funn = f"Klagefristen er {_lest(f.verdi)} her, men {' og '.join(sorted(map(_lest, felles)))} i fellesteksten."
                yield m.merk(
                    Alvor.ADVARSEL,
                    "lokal-frist",
                    f.sats.start,
                    funn,
                    "Sjekk paragrafen. Felles regler hører ikke hjemme i en lokal fil.",
                )


def _lest(verdi: str) -> str:
    antall, enhet = verdi.split()
    flertall = {"uke": "uker", "måned": "måneder", "dag": "dager"}[enhet]
    return f"{antall} {enhet if antall == '1' else flertall}"


REGLER = (klageseksjon,)
REGLER_PA_TVERS = (ulike, lokal_frist)

"""Amounts: with their year, of this year, and the same wherever the same thing is told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from veileder.domene import FELLES
from veileder.redigering.adresser import LENKE
from veileder.redigering.kroner import Belop, belop_i
from veileder.redigering.manus import Manus
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.samling import Samling

_DATERT = re.compile(r"\b20\d\d\b|\budatert", re.IGNORECASE)
_FORTID = re.compile(
    r"\b(?:kostet|kosta|betalte|var|blei|ble|hadde|gjaldt|galdt)\b|\b(?:kan (?:være|vere|ha)|er) (?:endret|endra|gam(?:mel|le|al)|udatert)|\budatert",
    re.IGNORECASE,
)
_FRA = re.compile(r"\b(?:fra|frå|siden|sidan|fra og med)(?: \d{1,2}\.)?(?: \w+)? 20\d\d\b", re.IGNORECASE)
LIK = 95
"""Likeness in [0, 100] of two sentences without their numbers from which they tell of the same amount."""


def uten_ar(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """A local price tells which year it is from, or that nobody knows."""
    if m.dokument.kommune == FELLES:
        return
    for b in _forste_i_seksjonen(x for x in belop_i(m) if not _DATERT.search(x.tekst)):
        yield m.merk(
            Alvor.ADVARSEL,
            "belop-uten-ar",
            b.sted,
            f"Prisen {b} står uten år.",
            "Skriv året i samme setning, eller at prisen er udatert.",
        )


def fra_tidligere_ar(m: Manus, s: Samling) -> Iterable[Merknad]:
    """An amount of an earlier year says so; where it does, the editor of a local text is only reminded."""
    fortalt = {x.seksjon for x in m.satser if _FORTID.search(x.ren)}
    gamle = [b for b in belop_i(m) if b.ar and max(b.ar) < s.i_dag.year and not _FRA.search(b.sats.ren)]
    # A row has no verb of its own, so the text around the table must tell.
    naa = [b for b in gamle if not (_FORTID.search(b.tekst) or (b.sats.setning.slag == "rad" and b.sats.seksjon in fortalt))]
    for b in _forste_i_seksjonen(naa):
        funn = f"Beløpet {b} er fra {max(b.ar)}, men står som om det gjelder nå."
        rettelse = f"Finn beløpet for {s.i_dag.year}, eller skriv i fortid at det gjaldt i {max(b.ar)}."
        yield m.merk(Alvor.ADVARSEL, "belop-fra-tidligere-ar", b.sted, funn, rettelse)
    for b in _forste_i_seksjonen(gamle) if m.dokument.kommune != FELLES else ():
        if b.sats.seksjon not in {x.sats.seksjon for x in naa}:
            funn = f"Prisen {b} er fra {max(b.ar)}."
            yield m.merk(Alvor.RAD, "belop-fra-tidligere-ar", b.sted, funn, "Se om kommunen har vedtatt en ny pris.")


def _forste_i_seksjonen(alle: Iterable[Belop]) -> list[Belop]:
    """One remark for each section is enough: the editor reads it all."""
    return list({b.sats.seksjon: b for b in reversed(list(alle))}.values())[::-1]


def ulike(s: Samling) -> Iterable[Merknad]:
    """The same amount, told in shared texts by the same paragraph or in the same words, has one number a year."""
    grupper: dict[tuple[str, str, int], list[Belop]] = defaultdict(list)
    for m in s.manus:
        for b in belop_i(m) if m.dokument.kommune == FELLES and m.eget else ():
            for nokkel in _nokler(b):
                grupper[nokkel].append(b)
    meldt: set[tuple[str, int]] = set()
    for nokkel, gruppe in grupper.items():
        for avvik, andre in _avvik(nokkel, gruppe):
            if (avvik.manus.fil, avvik.sted) not in meldt:
                meldt.add((avvik.manus.fil, avvik.sted))
                hvor = f"{andre.manus.fil} linje {andre.manus.linje(andre.sted)}"
                funn = f"Beløpet er {avvik} her, men {andre} i {hvor}."
                yield avvik.manus.merk(
                    Alvor.FEIL, "belop-ulike", avvik.sted, funn, "Finn rett beløp i forskriften, og rett den som er feil."
                )


def _nokler(b: Belop) -> Iterator[tuple[str, str, int]]:
    """By what two amounts are the same: paragraph (or wording), unit and year."""
    adresser = {t[2] for t in LENKE.finditer(b.sats.tekst) if "lovdata.no" in t[2]}
    yield from ((hva, b.per, ar) for ar in set(b.ar) for hva in (*adresser, ""))


def _avvik(nokkel: tuple[str, str, int], gruppe: list[Belop]) -> Iterator[tuple[Belop, Belop]]:
    """Amounts that fewer documents tell than another one.

    Without a unit («fribeløp») a paragraph may set several, so there the text must not tell the other too. What
    only the twin tells otherwise is told of there.
    """
    har: dict[tuple[str, str], set[int]] = defaultdict(set)
    for b in gruppe:
        har[b.manus.dokument.id, b.manus.fil].add(b.kroner)
    stemmer = Counter(kroner for _, kroner in {(d, k) for (d, _), alle in har.items() for k in alle})
    rang = {b: (stemmer[b.kroner], b.manus.type == "veileder", -i) for i, b in enumerate(gruppe)}
    for b in gruppe:
        d, fil = b.manus.dokument.id, b.manus.fil
        tvilling = {k for (x, y), alle in har.items() if x == d and y != fil for k in alle}
        kjent = tvilling | (har[d, fil] if not b.per else set())
        andre = [
            x for x in gruppe if x.kroner not in {b.kroner, *kjent} and rang[x] > rang[b] and (nokkel[0] or _samme_ord(x, b))
        ]
        if andre:
            yield b, max(andre, key=lambda x: rang[x])


def _samme_ord(a: Belop, b: Belop) -> bool:
    uten = [re.sub(r"\d[\d ]*", "", x.sats.ren) for x in (a, b)]
    return fuzz.token_sort_ratio(*uten) >= LIK


def lokal_mot_felles(s: Samling) -> Iterable[Merknad]:
    """A local price above what the shared text tells for the same unit is shown beside it, once a section."""
    for m in s.manus:
        felles = [b for f in s.beskrivelser.get(m.slug, ()) if not f.er_nynorsk for b in belop_i(f)] if m.type == "lokalt" else []
        par = {b: f for b in belop_i(m) for f in felles if b.per and f.per == b.per and f.kroner < b.kroner}
        for b in _forste_i_seksjonen(par):
            funn = f"Lokal pris er {b} per {b.per}, og fellesteksten sier {par[b]} per {b.per}."
            yield m.merk(
                Alvor.RAD,
                "belop-lokalt",
                b.sted,
                funn,
                "Gjelder de det samme? Da må den lokale prisen være lovlig, og teksten si hvorfor den er høyere.",
            )


REGLER = (uten_ar, fra_tidligere_ar)
REGLER_PA_TVERS = (ulike, lokal_mot_felles)

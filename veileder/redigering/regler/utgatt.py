"""Terms and paragraphs that have been replaced, from utgatt.yaml and the corpus's own kontroll.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable

from veileder.redigering.adresser import uten_adresser
from veileder.redigering.lister import Utgatt
from veileder.redigering.manus import Manus, Sats
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.samling import Samling


def utgatt(m: Manus, s: Samling) -> Iterable[Merknad]:
    """An outdated word or paragraph, unless its paragraph tells that it is outdated."""
    for avsnitt in m.avsnitt():
        helt = " ".join(map(_lest, avsnitt))
        for post in s.lister.utgatt if s.lister.noe_utgatt.search(helt) else ():
            if not post.finn.search(helt) or (post.greit_med and post.greit_med.search(helt)):
                continue
            for sats in avsnitt:
                if treff := treffer(post, sats):
                    yield _merknad(m, post, sats.start + treff.start(), treff[0])


def treffer(post: Utgatt, sats: Sats) -> re.Match[str] | None:
    """Return where a sentence says what it should not, apart from its paragraph."""
    tekst = _lest(sats)
    return None if post.bare_med and not post.bare_med.search(tekst) else post.finn.search(tekst)


def _lest(sats: Sats) -> str:
    """A sentence with addresses at Lovdata alone, since others' names are not ours to mend; offsets hold."""
    return uten_adresser(sats.tekst, unntatt="lovdata.no")


def utgatt_i_overskrift(m: Manus, s: Samling) -> Iterable[Merknad]:
    """The same in titles and headings, unless the section below tells."""
    for i, o in enumerate(m.overskrifter):
        slutt = m.overskrifter[i + 1].start if i + 1 < len(m.overskrifter) else len(m.dokument.tekst)
        under = m.dokument.tekst[o.start : slutt]
        for post in s.lister.utgatt:
            treff = None if post.bare_med else post.finn.search(o.tekst)
            if treff and not (post.greit_med and post.greit_med.search(under)):
                yield _merknad(m, post, o.start, treff[0])


def _merknad(m: Manus, post: Utgatt, sted: int, skrevet: str) -> Merknad:
    siden = f" Det endret seg {post.siden}." if post.siden else ""
    funn = f"«{skrevet}» er utgått: {post.navn}." if post.regel == "utgatt" else f"Feil frist: {post.navn}."
    return m.merk(Alvor.FEIL, post.regel, sted, funn, f"Bruk {post.bruk}.{siden}")


REGLER = (utgatt, utgatt_i_overskrift)

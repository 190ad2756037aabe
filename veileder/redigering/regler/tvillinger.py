"""Bokmål and nynorsk of one text: the same sections, numbers, paragraphs, links and dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from veileder.redigering.adresser import LENKE, uten_adresser
from veileder.redigering.manus import Manus
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.samling import Samling

_TALLORD = {
    o: str(n) for n, navn in enumerate("to tre fire fem seks sju,syv åtte ni ti elleve tolv".split(), 2) for o in navn.split(",")
}
_TALL = re.compile(rf"(?<![\w-])(?:\d+(?:[ .\u00a0]\d{{3}})*|{'|'.join(_TALLORD)})(?![\w-])", re.IGNORECASE)
_PARAGRAF = re.compile(r"§+ ?\d+(?: ?[A-Z](?=-))?(?:-\d+)?(?: ?[a-h]\b)?")
_FELT = ("status", "gjelder_fra", "revideres", "malgruppe")


@dataclass(frozen=True, slots=True, kw_only=True)
class Del:
    """A section of a text with its heading's offset; ``start`` and ``slutt`` bound all of it."""

    manus: Manus
    start: int
    slutt: int

    @property
    def tekst(self) -> str:
        """The section with its heading."""
        return self.manus.tekst[self.start : self.slutt]


def deler(m: Manus) -> list[Del]:
    """Return the sections under headings of the second level."""
    grenser = [*(o.start for o in m.seksjoner), len(m.tekst)]
    return [Del(manus=m, start=a, slutt=b) for a, b in pairwise(grenser)]


_Sted = tuple[str, int]
"""A value and its offset in the document."""


def _lenker(d: Del) -> list[_Sted]:
    return [(t[2], d.start + t.start()) for t in LENKE.finditer(d.tekst)]


def _paragrafer(d: Del) -> list[_Sted]:
    return [(re.sub(r"§+ ?| ", "", t[0]), d.start + t.start()) for t in _PARAGRAF.finditer(uten_adresser(d.tekst))]


def _tall(d: Del) -> list[_Sted]:
    """Numbers in figures or words, those of paragraphs left out."""
    tekst = _PARAGRAF.sub(lambda t: " " * len(t[0]), uten_adresser(d.tekst))
    return [(_TALLORD.get(t[0].lower()) or re.sub(r"\D", "", t[0]), d.start + t.start()) for t in _TALL.finditer(tekst)]


_SLAG: Mapping[str, tuple[str, Callable[[Del], list[_Sted]]]] = {
    "tvilling-tall": ("tallet", _tall),
    "tvilling-paragraf": ("§", _paragrafer),
    "tvilling-lenke": ("lenken", _lenker),
}


def innhold(s: Samling) -> Iterable[Merknad]:
    """What a reader acts upon is the same in both; where not, one was changed and the other forgotten."""
    par = [(nb, nn) for nb, nn in s.tvillinger if nb.markdown and nn.markdown]
    for regel, (navn, les) in _SLAG.items():
        kjent = Counter(verdi for m in s.manus if m.markdown for d in deler(m) for verdi, _ in les(d)) if par else Counter()
        for nb, nn in par:
            if len(nb.seksjoner) == len(nn.seksjoner):
                for a, b in zip(deler(nb), deler(nn), strict=True):
                    yield from _ulikt(regel, navn, (a, les(a)), (b, les(b)), kjent)


def _ulikt(
    regel: str, navn: str, nb: tuple[Del, list[_Sted]], nn: tuple[Del, list[_Sted]], kjent: Counter[str]
) -> Iterable[Merknad]:
    """One remark for a section whose values differ, in the file that is more likely to be wrong.

    That is nynorsk, unless the value that stands in bokmål alone is rarer in the whole corpus.
    """
    bare_nb, bare_nn = _bare(nb[1], nn[1]), _bare(nn[1], nb[1])
    if not bare_nb and not bare_nn:
        return
    snu = bool(bare_nb and bare_nn) and min(kjent[v] for v, _ in bare_nb) < min(kjent[v] for v, _ in bare_nn)
    her, der = (nb, nn) if snu else (nn, nb)
    bare_her, bare_der = (bare_nb, bare_nn) if snu else (bare_nn, bare_nb)
    sted = bare_her[0][1] if bare_her else her[0].start
    star_her = f"har {navn} {_liste(bare_her)}" if bare_her else f"mangler {navn} {_liste(bare_der)}"
    andre = der[0].manus
    linje = andre.linje(bare_der[0][1] if bare_der else der[0].start)
    star_der = f"har {_liste(bare_der)}" if bare_her and bare_der else "har det ikke" if bare_her else "har det"
    funn = f"Seksjonen {star_her}, og {andre.fil} linje {linje} {star_der}."
    yield her[0].manus.merk(Alvor.FEIL, regel, sted, funn, "Finn ut hva som er rett, og skriv det samme i begge målformer.")


def _bare(her: list[_Sted], der: list[_Sted]) -> list[_Sted]:
    """What one side has more of than the other, in order of place."""
    igjen = Counter(v for v, _ in her) - Counter(v for v, _ in der)
    return [(v, sted) for v, sted in her if igjen[v] > 0]


def _liste(verdier: list[_Sted]) -> str:
    return " og ".join(f"«{v}»" for v in dict.fromkeys(v for v, _ in verdier))


def antall_seksjoner(s: Samling) -> Iterable[Merknad]:
    """Sections can be compared one by one; the fourteen of a service are told of by their own rule."""
    for nb, nn in s.tvillinger:
        if nb.markdown and nn.markdown and nb.type != "tjeneste" and len(nb.seksjoner) != len(nn.seksjoner):
            funn = f"Teksten har {len(nn.seksjoner)} seksjoner, og {nb.fil} har {len(nb.seksjoner)}."
            yield nn.merk(Alvor.FEIL, "tvilling-seksjoner", nn.kropp, funn, "Gi begge målformer de samme seksjonene.")


def hode(s: Samling) -> Iterable[Merknad]:
    """Both are decided upon, valid and read again on the same days."""
    for nb, nn in s.tvillinger:
        for felt in _FELT if nb.felt and nn.felt else ():
            a, b = (str(m.felt[felt].verdi) if felt in m.felt else "" for m in (nb, nn))
            if a != b and a and b:
                funn = f"{felt} er «{b}» her, og «{a}» i {nb.fil}."
                yield nn.merk(Alvor.ADVARSEL, "tvilling-hode", nn.feltstart(felt), funn, "Skriv det samme i begge målformer.")


def mangler(s: Samling) -> Iterable[Merknad]:
    """Where some services have both målformer, the others are told of."""
    if not s.tvillinger:
        return
    med = {nb.dokument.id for nb, _ in s.tvillinger}
    for m in s.manus:
        if m.type == "tjeneste" and m.dokument.id not in med:
            annen = "bokmål" if m.er_nynorsk else "nynorsk"
            yield m.merk(
                Alvor.RAD, "tvilling-mangler", 0, f"Tjenesten finnes ikke på {annen}.", "Skriv den på den andre målformen også."
            )


REGLER_PA_TVERS = (innhold, antall_seksjoner, hode, mangler)

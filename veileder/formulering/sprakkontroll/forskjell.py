"""Word by word: what is put in, taken out and put in another's place, where a sentence follows its passage closely.

In a sentence that keeps most of the words in their order, one new word is the whole difference. In a free one it is
nothing, so these features count for as much as the sentence follows the passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from veileder.formulering.sprakkontroll.ordklasser import AKTORER, KLASSER, MAKT
from veileder.formulering.sprakkontroll.ordlikhet import finnes, innholdsstammer, like
from veileder.formulering.sprakkontroll.sammenlikning import Sammenlikning
from veileder.gjenfinning.analyse import STOPPORD, Analyse, stamme

NAER = 0.5
"""Share of the words in their order from which a sentence follows its passage."""

_MODALE = ("kan", "bor", "skal")
_SMA = frozenset(
    "igjen fortsatt likevel helt selve samtidig først altså derfor dermed ellers bort fram opp ned heim hjem att".split()
)
"""Words that carry nothing by themselves beside ``STOPPORD``."""


_FLYTTES = {
    "nektelse.satt_inn": ("nekt", "uten", "bare"),
    "nektelse.tatt_ut": ("nekt", "uten", "bare"),
    "vilkar.modal_byttet": _MODALE,
    "vilkar.modal_inn": _MODALE,
    "omfang.byttet": ("alle", "noen", "alltid"),
}
"""Features of small words that say nothing where the sentence has as many of each as what it rests on."""


def finn_forskjeller(s: Sammenlikning, analyse: Analyse) -> dict[str, float]:
    """Return the features of the differences, all 0 where the sentence does not follow its passage."""
    a, b = analyse.ord(s.setning.tekst), analyse.ord(s.vindu.tekst)
    sm = SequenceMatcher(None, [stamme(o) for o in a], [stamme(o) for o in b], autojunk=False)
    naer = sum(m.size for m in sm.get_matching_blocks()) / max(1, len(a)) >= NAER
    ut = dict.fromkeys(
        ("dekning.satt_inn", "dekning.byttet", "vilkar.modal_byttet", "vilkar.modal_inn", "nektelse.satt_inn", "nektelse.tatt_ut",
         "aktor.ord_byttet", "vilkar.tatt_ut", "omfang.byttet", "dekning.tatt_ut", "dekning.tilfoyd"), 0.0
    )  # fmt: skip
    if not naer:
        return ut
    kjent = (*s.alt.stammer, *innholdsstammer(s.kontekst, analyse))
    for slag, i1, i2, j1, j2 in sm.get_opcodes():
        if slag == "delete":  # put in: it stands in nobody's place
            ut["dekning.tilfoyd"] += sum(not finnes(o, kjent) for o in _innhold(a[i1:i2]))
        if slag != "equal":
            _ta_med(ut, a[i1:i2], b[j1:j2], b, a, kant=slag == "delete" and i1 in (0, len(a)))
    _glem_flyttede(ut, s)
    return {navn: min(2.0, v) for navn, v in ut.items()}


def _glem_flyttede(ut: dict[str, float], s: Sammenlikning) -> None:
    """Forget what was only moved: «hver arrangør avgjør» and «avgjør hver arrangør» have the same small words."""
    for navn, klasser in _FLYTTES.items():
        if all(s.setning.klasser[k] == s.vindu.klasser[k] for k in klasser):
            ut[navn] = 0.0


def _ta_med(
    ut: dict[str, float], inn: Sequence[str], borte: Sequence[str], passasje: Sequence[str], setning: Sequence[str], *, kant: bool
) -> None:
    """Count one difference: ``inn`` stands in the sentence where ``borte`` stands in the passage.

    ``kant``: the passage goes on before or after what the sentence is about, and denies or names there what it will.
    """
    nye = [o for o in _innhold(inn) if not _finnes(o, passasje)]
    tapt = [o for o in _innhold(borte) if not _finnes(o, setning)]
    ut["dekning.byttet" if tapt else "dekning.satt_inn"] += len(nye)
    ut["dekning.tatt_ut"] += float(bool(tapt) and not nye)
    modal_inn, modal_borte = _klasser(inn, _MODALE), _klasser(borte, _MODALE)
    ut["vilkar.modal_byttet"] += float(bool(modal_inn and modal_borte and modal_inn != modal_borte))
    ut["vilkar.modal_inn"] += float(bool(modal_inn and not modal_borte))
    nekt_inn, nekt_borte = (_klasser(x, ("nekt", "uten", "bare")) for x in (inn, borte))
    ut["nektelse.satt_inn"] += len(nekt_inn - nekt_borte)
    ut["nektelse.tatt_ut"] += 0 if kant else len(nekt_borte - nekt_inn)
    ut["vilkar.tatt_ut"] += len(_klasser(borte, ("forbehold", "vilkar")) - _klasser(inn, ("forbehold", "vilkar")))
    omfang = _klasser(inn, ("alle", "noen", "alltid")), _klasser(borte, ("alle", "noen", "alltid"))
    ut["omfang.byttet"] += 0.0 if kant else float(omfang[0] != omfang[1])
    ulike = (_aktorer(inn) ^ _aktorer(borte)) & (MAKT | {"du", "parorende", "fagfolk"})
    ut["aktor.ord_byttet"] += 0.0 if kant else float(bool(ulike))


def _innhold(ord_: Iterable[str]) -> list[str]:
    return [stamme(o) for o in ord_ if o not in STOPPORD and o not in _SMA]


def _finnes(stamme_: str, ord_: Iterable[str]) -> bool:
    return any(like(stamme_, stamme(o)) for o in ord_)


def _klasser(ord_: Sequence[str], navn: Sequence[str]) -> set[str]:
    tekst = " ".join(ord_)
    return {n for n in navn if KLASSER[n].search(tekst)}


def _aktorer(ord_: Sequence[str]) -> set[str]:
    tekst = " ".join(ord_)
    return {n for n, m in AKTORER.items() if m.search(tekst)}

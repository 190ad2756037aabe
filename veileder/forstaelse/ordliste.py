"""The glossary: everyday words, nynorsk and dialect for the terms that the descriptions use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import yaml

from veileder.feil import Bruksfeil

KORTEST_NAER = 7
"""Letters that a form must have before a near miss counts as it."""

LENGST_NAER = 32
"""Letters of the longest joined words that are compared; no form is longer."""

KORTEST_FORLEDD = 8
"""Letters that a form must have to be recognised as the first part of a compound."""

NAERHET = 87
"""Similarity in [0, 100] from which a word counts as a misspelling of a form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ord:
    """One row: a term and all the forms in which people write it. ``fagord`` is one that few know without work in the field."""

    term: str
    nynorsk: tuple[str, ...]
    hverdagsord: tuple[str, ...]
    forklaring: str
    forklaring_nn: str
    fagord: bool
    tjeneste: str
    kan_bety: tuple[str, ...]

    @property
    def former(self) -> tuple[str, ...]:
        """The term first, then nynorsk, then everyday forms."""
        return (self.term, *self.nynorsk, *self.hverdagsord)


@dataclass(frozen=True, kw_only=True, eq=False)
class Ordliste:
    """The rows of ordliste.yaml, and the word pairs between the målformer."""

    ord: tuple[Ord, ...]
    sprak: Mapping[str, str]

    @cached_property
    def _monster(self) -> tuple[re.Pattern[str] | None, dict[str, tuple[Ord, ...]]]:
        """One pattern over all forms, longest first, and which rows each form belongs to."""
        rader: dict[str, list[Ord]] = {}
        for rad in self.ord:
            for form in rad.former:
                rader.setdefault(form.lower(), []).append(rad)
        if not rader:
            return None, {}
        former = sorted(rader, key=len, reverse=True)
        # A form may be inflected (alarmen, søknaden), and a long one may begin a compound (alarmknapp).
        uttrykk = "|".join(re.escape(f) + (r"(?:e|en|a|et|er|ene|ane|n|t|r|s|ens|ets)?" if len(f) > 3 else "") for f in former)
        return re.compile(rf"(?<![\wæøå])({uttrykk})(?![\wæøå])", re.IGNORECASE), {k: tuple(v) for k, v in rader.items()}

    def finn(self, tekst: str) -> tuple[tuple[str, Ord], ...]:
        """Return (form as written, row) for each term that a text uses, in order of place."""
        monster, rader = self._monster
        if monster is None:
            return ()
        ut: list[tuple[str, Ord]] = []
        for treff in monster.finditer(tekst):
            for form in _mulige_former(treff[1].lower()):
                if form in rader:
                    ut.extend((treff[1], rad) for rad in rader[form])
                    break
        return tuple(ut)

    @cached_property
    def _naere(self) -> tuple[list[str], list[Ord]]:
        """Forms long enough to be recognised when misspelt, without spaces, and their rows."""
        par = {form.lower().replace(" ", ""): rad for rad in self.ord if rad.tjeneste for form in rad.former}
        par = {form: rad for form, rad in par.items() if len(form) >= KORTEST_NAER}
        return list(par), list(par.values())

    def finn_naer(self, bokmal: str) -> tuple[Ord, ...]:
        """Return the rows that misspelt, split or compounded words come close to («kortids plass», «avlastingshelg»).

        Similarity is rapidfuzz's ratio (normalised indel distance, in [0, 100]) of one to three words
        joined; a compound must begin with the form.
        """
        from rapidfuzz import fuzz, process

        former, rader = self._naere
        ut: dict[str, Ord] = {}
        for vindu in _vinduer(bokmal):
            treff = process.extractOne(vindu, former, scorer=fuzz.ratio, score_cutoff=NAERHET)
            nr = treff[2] if treff is not None else self._begynner(vindu)
            if nr is not None:
                ut[rader[nr].term] = rader[nr]
        return tuple(ut.values())

    @cached_property
    def _etter_form(self) -> dict[str, int]:
        return {form: nr for nr, form in enumerate(self._naere[0]) if len(form) >= KORTEST_FORLEDD}

    def _begynner(self, vindu: str) -> int | None:
        """The longest form that a compound begins with."""
        lengder = range(len(vindu), KORTEST_FORLEDD - 1, -1)
        return next((nr for n in lengder if (nr := self._etter_form.get(vindu[:n])) is not None), None)

    def tvetydig(self, bokmal: str) -> tuple[str, ...]:
        """Return the services that an ambiguous word of the text may mean, unless a longer term explains it."""
        for rad in self.ord:
            for form in rad.former if rad.kan_bety else ():
                if re.search(rf"\b{re.escape(form)}(?:en|et|er|a)?\b", bokmal):
                    return rad.kan_bety
        return ()

    def forklar(self, term: str) -> str:
        """Return the explanation of a term, or an empty string."""
        return next((o.forklaring for o in self.ord if o.term.lower() == term.lower()), "")


def _vinduer(bokmal: str) -> list[str]:
    """One to three words joined, long enough to be told apart, with and without an ending."""
    ord_ = [o for o in re.findall(r"[\wæøå-]+", bokmal.lower()) if len(o) > 2]
    hele = [*ord_, *(a + b for a, b in pairwise(ord_)), *("".join(ord_[i : i + 3]) for i in range(len(ord_) - 2))]
    korte = (re.sub(r"(?:(?<=m)met|et|en|ene|ane|er)$", "", v) for v in hele)
    return list(dict.fromkeys(v for v in (*hele, *korte) if KORTEST_NAER <= len(v) <= LENGST_NAER))


def _mulige_former(skrevet: str) -> list[str]:
    endelser = ("", "e", "en", "a", "et", "er", "ene", "ane", "n", "t", "r", "s", "ens", "ets")
    return [skrevet[: len(skrevet) - len(e)] if e else skrevet for e in endelser if skrevet.endswith(e)]


def les_ordliste(sti: Path) -> Ordliste:
    """Read ordliste.yaml.

    Raises:
        Bruksfeil: the file is not YAML of the expected form.
    """
    try:
        leser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        data = yaml.load(sti.read_text(encoding="utf-8"), Loader=leser) or {}  # noqa: S506 - both loaders are safe
        ord_ = tuple(_ord(rad) for rad in data.get("ord") or ())
        rader = data.get("sprak") or ()
        par = {str(f): str(rad["nb"]) for rad in rader for f in (*(rad.get("nn") or ()), *(rad.get("dialekt") or ()))}
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError) as feil:
        raise Bruksfeil(f"{sti.name} kunne ikke leses som ordliste: {feil}") from feil
    return Ordliste(ord=ord_, sprak={f: nb for f, nb in par.items() if " " not in f and " " not in nb})


def _ord(rad: dict[str, object]) -> Ord:
    def liste(felt: str) -> tuple[str, ...]:
        verdi = rad.get(felt) or ()
        return tuple(str(v) for v in ([verdi] if isinstance(verdi, str) else verdi))  # type: ignore[attr-defined]

    return Ord(
        term=str(rad["term"]),
        nynorsk=liste("nynorsk"),
        hverdagsord=liste("hverdagsord"),
        forklaring=str(rad.get("forklaring") or ""),
        forklaring_nn=str(rad.get("forklaring_nn") or ""),
        fagord=rad.get("fagord") is True,
        tjeneste=str(rad.get("tjeneste") or ""),
        kan_bety=liste("kan_bety"),
    )

"""Prompts: one Markdown file each, with front matter, versioned by digest; what is put in can forge no delimiter."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from veileder.feil import Bruksfeil

_FELT = re.compile(r"\{\{(\w+)\}\}")
_HODE = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_VINKLER = str.maketrans({"<": "‹", ">": "›"})
_STYRETEGN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledetekst:
    """A prompt as read. ``digest`` is of the whole file."""

    navn: str
    hensikt: str
    felter: tuple[str, ...]
    system: str
    bruker: str
    digest: str

    def fyll(self, **felt: str) -> tuple[str, str]:
        """Return (system, user) with the placeholders filled in, once: what is put in is not read again."""
        return _fyll(self.system, felt), _fyll(self.bruker, felt)


def _fyll(mal: str, felt: Mapping[str, str]) -> str:
    return _FELT.sub(lambda t: felt[t[1]], mal)


def les_ledetekst(fil: Path) -> Ledetekst:
    """Read a prompt.

    Raises:
        Bruksfeil: the file is missing or not of the form that prompts have.
    """
    try:
        tekst = fil.read_text(encoding="utf-8")
        hode, kropp = _HODE.match(tekst).groups()  # type: ignore[union-attr]
        data = yaml.safe_load(hode)
        _, system, bruker = re.split(r"^## (?:System|Bruker)\n", kropp, flags=re.MULTILINE)
        felter = tuple(str(f) for f in data["felter"])
    except (OSError, AttributeError, ValueError, KeyError, TypeError, yaml.YAMLError) as feil:
        raise Bruksfeil(f"Ledeteksten {fil.name} kan ikke leses.") from feil
    ukjente = set(_FELT.findall(kropp)) - {*felter, "merke"}
    if ukjente:
        raise Bruksfeil(f"Ledeteksten {fil.name} bruker felt som ikke står i hodet: {', '.join(sorted(ukjente))}.")
    return Ledetekst(
        navn=fil.stem,
        hensikt=str(data["hensikt"]),
        felter=felter,
        system=system.strip(),
        bruker=bruker.strip(),
        digest=hashlib.blake2b(tekst.encode(), digest_size=6).hexdigest(),
    )


def lag_merker(antall: int) -> tuple[str, ...]:
    """Return short tokens that no text can foresee, each different: K47, K92."""
    tall = secrets.SystemRandom().sample(range(10, 100), antall)
    return tuple(f"K{n}" for n in tall)


def som_data(tekst: str) -> str:
    """Return a text that holds no delimiter and nothing invisible."""
    return _STYRETEGN.sub("", tekst).translate(_VINKLER).replace("{{", "{ {").strip()


def avgrens(utdrag: Sequence[tuple[str, str, str]], sporsmal: str) -> tuple[str, str]:
    """Return passages, given as (token, title, text), and a question between delimiters of this call's own."""
    nr = secrets.token_hex(3)
    deler = [
        f'<utdrag {nr} merke="{merke}" tittel="{som_data(tittel)}">\n{som_data(tekst)}\n</utdrag {nr}>'
        for merke, tittel, tekst in utdrag
    ]
    return "\n\n".join(deler), f"<spørsmål {nr}>\n{som_data(sporsmal)}\n</spørsmål {nr}>"


def gjengir(setning: str, ledetekst: str, kilder: str, lengde: int = 6) -> bool:
    """Whether a sentence repeats ``lengde`` words running of the prompt that stand in none of the sources."""
    ord_ = re.findall(r"\w+", setning.lower())
    ledet, kjent = _rekker(ledetekst, lengde), _rekker(kilder, lengde)
    return any(r in ledet and r not in kjent for r in _av(ord_, lengde))


def _rekker(tekst: str, lengde: int) -> set[tuple[str, ...]]:
    return set(_av(re.findall(r"\w+", tekst.lower()), lengde))


def _av(ord_: Sequence[str], lengde: int) -> list[tuple[str, ...]]:
    return [tuple(ord_[i : i + lengde]) for i in range(len(ord_) - lengde + 1)]

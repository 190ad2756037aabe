"""The fields of a file's front matter, each with the line that it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """One field of the front matter.

    ``gjentatt`` tells that the same key stands further up too, ``umulig`` that YAML reads it as a date that no
    calendar has.
    """

    verdi: object
    linje: int
    gjentatt: bool = False
    umulig: bool = False


def les_felt(tekst: str) -> tuple[dict[str, Felt], int]:
    """Return the fields of the front matter by name, and the offset where the text begins.

    Of a repeated field the last counts, as YAML has it.
    """
    treff = _FRONT.match(tekst)
    return (_felt(treff[1]), treff.end()) if treff else ({}, 0)


def _felt(hode: str) -> dict[str, Felt]:
    ut: dict[str, Felt] = {}
    try:
        laster = yaml.SafeLoader(hode)
        node = laster.get_single_node()
        for nokkel, verdi in node.value if isinstance(node, yaml.MappingNode) else ():
            navn = str(laster.construct_object(nokkel, deep=True))
            innhold, umulig = _verdi(laster, verdi)
            ut[navn] = Felt(verdi=innhold, linje=nokkel.start_mark.line + 2, gjentatt=navn in ut, umulig=umulig)
    except (yaml.YAMLError, ValueError):
        return {}  # told as unreadable by the reader
    return ut


def _verdi(laster: yaml.SafeLoader, node: yaml.Node) -> tuple[object, bool]:
    """The value of a field, and whether it is a date that does not exist (31 February)."""
    try:
        return laster.construct_object(node, deep=True), False
    except ValueError:
        return str(node.value), True


def umulige_datoer(tekst: str) -> Iterator[tuple[str, Felt]]:
    """Yield the fields whose date no calendar has, with their names."""
    felt, _ = les_felt(tekst.replace("\r\n", "\n"))
    yield from ((navn, f) for navn, f in felt.items() if f.umulig)

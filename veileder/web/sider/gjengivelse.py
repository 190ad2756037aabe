"""From passages to safe HTML with an anchor at each: Markdown with HTML, images and odd links left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from veileder.domene import Utdrag
from veileder.web.merking import hold_sammen
from veileder.web.sider.adresse import anker_for

_MERKE = "\ue000"
"""Stands where a passage begins inside a paragraph; private use, so no text holds it."""

_BLOKKSTART = re.compile(r"[ \t]*(?:[-*+|>]|\d+[.)])[ \t|]")
_APNE_LENKER = ("http://", "https://", "mailto:", "tel:")


@dataclass(slots=True)
class _Blokk:
    """Text that must be rendered as one, and the anchors of the passages in it."""

    tekst: str
    slutt: int
    fil: str
    forst: list[str]
    inni: list[str] = field(default_factory=list)


def brodtekst(utdrag: Sequence[Utdrag], brukt: set[str]) -> Markup:
    """Return the passages of a section as HTML; ``brukt`` are the page's anchors so far, and is added to."""
    return Markup("\n").join(_html(blokk, brukt) for blokk in _blokker(utdrag))


def _blokker(utdrag: Sequence[Utdrag]) -> list[_Blokk]:
    """Join passages that a paragraph or a table is divided between."""
    ut: list[_Blokk] = []
    for u in utdrag:
        anker, siste = anker_for(u.id, u.kommune), ut[-1] if ut else None
        ren = u.tekst.replace(_MERKE, "")
        if siste is None or siste.fil != u.fil or u.start - siste.slutt > 1:
            ut.append(_Blokk(ren, u.slutt, u.fil, [anker]))
            continue
        if u.start < siste.slutt:  # a table goes on: its header is repeated in the passage, and shown once
            siste.tekst += u.tekst[siste.slutt - u.start :].replace(_MERKE, "")
            siste.forst.append(anker)
        elif _BLOKKSTART.match(ren):
            siste.tekst += "\n" + ren
            siste.forst.append(anker)
        else:
            siste.tekst += f" {_MERKE}{ren}"
            siste.inni.append(anker)
        siste.slutt = max(siste.slutt, u.slutt)
    return ut


def _html(blokk: _Blokk, brukt: set[str]) -> Markup:
    def id_(anker: str) -> str:
        if anker in brukt:
            return ""
        brukt.add(anker)
        return f' id="{escape(anker)}"'

    kropp = _markdown(linjeskift=blokk.fil.lower().endswith(".txt")).render(blokk.tekst)
    for anker in blokk.inni:
        kropp = kropp.replace(_MERKE, f'<span class="utdrag"{id_(anker)}></span>', 1)
    flere = "".join(f"<span{id_(anker)}></span>" for anker in blokk.forst[1:])
    return Markup(f'<div class="utdrag"{id_(blokk.forst[0])}>{flere}{kropp}</div>')  # noqa: S704 - markdown-it escapes


def trygg_html(tekst: str) -> Markup:
    """Return one of our own Markdown texts as HTML."""
    return Markup(_markdown().render(tekst))  # noqa: S704 - markdown-it escapes


@cache
def _markdown(*, linjeskift: bool = False) -> MarkdownIt:
    """Return the renderer. ``linjeskift`` keeps the lines of plain text."""
    md = MarkdownIt("commonmark", {"html": False, "breaks": linjeskift}).enable("table")
    md.add_render_rule("link_open", _lenke)
    md.add_render_rule("link_close", _lenke_slutt)
    md.add_render_rule("image", _bilde)
    md.add_render_rule("text", _tekst)
    md.add_render_rule("table_open", _tabell)
    md.add_render_rule("table_close", _tabell_slutt)
    return md


def er_apen(adresse: str) -> bool:
    """Return whether a link from a text may be followed; a path in somebody's folder leads nowhere."""
    return adresse.lower().startswith(_APNE_LENKER)


def _lenke(_self: Any, tokens: Sequence[Token], i: int, _valg: Any, _miljo: Any) -> str:
    adresse = str(tokens[i].attrGet("href") or "")
    if not er_apen(adresse):
        return "<span>"
    klasse = ' class="ekstern" rel="noreferrer"' if adresse.lower().startswith("http") else ""
    return f'<a href="{escape(adresse)}"{klasse}>'


def _lenke_slutt(_self: Any, tokens: Sequence[Token], i: int, _valg: Any, _miljo: Any) -> str:
    apning = next(t for t in reversed(tokens[:i]) if t.type == "link_open")
    return "</a>" if er_apen(str(apning.attrGet("href") or "")) else "</span>"


def _bilde(_self: Any, tokens: Sequence[Token], i: int, _valg: Any, _miljo: Any) -> str:
    return escape(tokens[i].content)


def _tekst(_self: Any, tokens: Sequence[Token], i: int, _valg: Any, _miljo: Any) -> str:
    return escape(hold_sammen(tokens[i].content))


def _tabell(_self: Any, _tokens: Any, _i: int, _valg: Any, _miljo: Any) -> str:
    return '<div class="tabell" tabindex="0" role="group" aria-label="Tabell"><table>'


def _tabell_slutt(_self: Any, _tokens: Any, _i: int, _valg: Any, _miljo: Any) -> str:
    return "</table></div>"

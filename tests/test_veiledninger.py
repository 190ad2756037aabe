"""The guides call every button, field and page by the words that stand on it, and every picture and link is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from veileder.web.gjennomgang.tekster import TEKSTER as GJENNOMGANG
from veileder.web.tekster.bokmal import TEKSTER as CHAT

DOCS = Path(__file__).parent.parent / "docs"
GUIDER = ("for-innbyggere.md", "for-saksbehandlere.md", "for-gjennomgang.md")
ADVARSLER = {"Er det fare for liv, ring 113."}
"""What is bold for its weight, not because it stands on a button."""


@pytest.mark.parametrize("navn", GUIDER)
def test_what_is_bold_in_a_guide_stands_on_the_page(navn: str) -> None:
    skrevet = set(re.findall(r"\*\*(.+?)\*\*", (DOCS / navn).read_text(encoding="utf-8"))) - ADVARSLER
    paa_sidene = {t.partition(" ({")[0] for t in (*CHAT.values(), *GJENNOMGANG.values())}
    assert len(skrevet) >= 5 and skrevet - paa_sidene == set()


@pytest.mark.parametrize("navn", GUIDER)
def test_every_picture_and_link_of_a_guide_is_there(navn: str) -> None:
    lenker = re.findall(r"\]\(([^)#]+)(?:#([^)]+))?\)", (DOCS / navn).read_text(encoding="utf-8"))
    assert lenker
    for sti, anker in lenker:
        mal = DOCS / sti
        assert mal.is_file(), sti
        if anker:
            titler = re.findall(r"^#+ (.+)$", mal.read_text(encoding="utf-8"), re.MULTILINE)
            assert anker in {re.sub(r"[^\w\- ]", "", t.lower()).replace(" ", "-") for t in titler}

"""The runbook: every setting with its default, and no command that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from veileder.argumenter import lag_parser
from veileder.innstillinger import Innstillinger

DOCS = Path(__file__).resolve().parent.parent / "docs"


def test_the_runbook_names_every_setting_with_its_default() -> None:
    rader = dict(re.findall(r"^\| `VEILEDER_(\w+)` \| (.+?) \|", (DOCS / "drift.md").read_text(encoding="utf-8"), re.MULTILINE))
    for navn, felt in Innstillinger.model_fields.items():
        if navn.startswith("sprakmodell") or navn in ("korpus", "data"):
            continue  # the first have a page of their own, the last are named by their folders
        standard = felt.default.get_secret_value() if hasattr(felt.default, "get_secret_value") else felt.default
        assert rader[navn.upper()] == ("tom" if standard in ("", None) else f"`{str(standard).lower() if standard is False else standard}`"), navn


@pytest.mark.parametrize("side", ["drift.md", "personvern.md"])
def test_every_command_in_the_guides_can_be_given(side: str) -> None:
    tekst = (DOCS / side).read_text(encoding="utf-8").replace("$(date +%F)", "i-dag")
    kommandoer = {k.split(" #")[0].strip() for k in re.findall(r"(?:^|`|bin/)veileder ([a-z].*?)(?:`|$)", tekst, re.MULTILINE)}
    assert len(kommandoer) > 5
    for kommando in kommandoer:
        ord_ = re.findall(r'"[^"]*"|\S+', kommando)
        lag_parser().parse_args([o.strip('"') for o in ord_] + (["VK-7F3K-92QD"] if ord_ in (["slett"], ["innsyn"]) else []))


def test_the_guides_point_at_headings_that_are_there() -> None:
    sider = {f.name: f.read_text(encoding="utf-8") for f in DOCS.glob("*.md")}
    for navn, tekst in sider.items():
        for fil, anker in re.findall(r"\]\((\w*\.?m?d?)#([^)]+)\)", tekst):
            titler = re.findall(r"^#+ (.+)$", sider[fil or navn], re.MULTILINE)
            assert anker in {re.sub(r"[^\w -]", "", t.lower()).replace(" ", "-") for t in titler}, (navn, fil, anker)

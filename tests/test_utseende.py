"""The municipality's own name and colour: checked in code, and used on the pages, in the chat's bar and on the button."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROT
from hypothesis import given
from hypothesis import strategies as st
from web_hjelp import hent, tjener

from veileder.feil import Bruksfeil
from veileder.web.designsystemet.hent import blokker, komponent, tokens
from veileder.web.designsystemet.tema import MAPPE, stilark
from veileder.web.farge import FARGE, MINST, Rgb, kontrast, les_farge, skala

LILLA = "#5b2a86"


def rgb(farge: str) -> Rgb:
    r, g, b = (int(farge[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (r, g, b)


def test_name_and_colour_are_used_everywhere(tmp_path: Path) -> None:
    with tjener(tmp_path, VEILEDER_NAVN="Molde <kommune>", VEILEDER_FARGE="5B2A86") as url:
        stil = hent(f"{url}/sider.css")[1]
        assert f"--ds-color-accent-base-default: {LILLA};" in stil
        assert "<small>Molde &lt;kommune&gt;</small>" in hent(f"{url}/enkel")[1]
        assert json.loads(hent(f"{url}/side.json")[1])["tekster"]["undertittel"] == "Molde <kommune>"
        assert LILLA in hent(f"{url}/innebygg.js")[1]
        tema = json.loads(hent(f"{url}/chat/public/theme.json")[1])["variables"]
        assert tema["light"]["--primary"] == "272 52% 35%" and tema["dark"]["--primary"] != tema["light"]["--primary"]
        assert "272 52% 35%" in hent(f"{url}/chat/")[1]


def test_a_colour_that_white_cannot_be_read_on_stops_the_start_with_a_darker_one_proposed(tmp_path: Path) -> None:
    miljo = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROT),
        "VEILEDER_DATA": str(tmp_path),
        "VEILEDER_FARGE": "#ffcc00",
        "HOME": str(tmp_path),
    }
    kjoring = subprocess.run(
        [sys.executable, "tests/web_hjelp.py"], cwd=ROT, env=miljo, check=False, capture_output=True, text=True, timeout=60
    )
    assert kjoring.returncode != 0 and "VEILEDER_FARGE=#ffcc00 har for liten kontrast mot hvitt: 1,51:1" in kjoring.stderr
    forslag = re.search(r"for eksempel (#[0-9a-f]{6})", kjoring.stderr)
    assert forslag and les_farge(forslag[1]) == forslag[1]


@pytest.mark.parametrize("skrevet", ["blå", "#12345", "rgb(1,2,3)", "#gggggg", "red; }"])
def test_what_is_no_colour_is_told_clearly(skrevet: str) -> None:
    with pytest.raises(Bruksfeil, match="skal være en farge som #0f5467"):
        les_farge(skrevet)


def test_short_forms_are_read_and_none_is_our_own() -> None:
    assert les_farge(" #036 ") == "#003366" == les_farge("003366") and les_farge("") == FARGE


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_that_is_taken_can_be_read_light_and_dark(tall: int) -> None:
    try:
        farge = les_farge(f"#{tall:06x}")
    except Bruksfeil as feil:
        forslag = re.search(r"for eksempel (#[0-9a-f]{6})", str(feil))
        assert forslag and les_farge(forslag[1])
        return
    for mork in (False, True):
        s = {navn: rgb(verdi) for navn, verdi in skala(farge, mork=mork).items()}
        kort = rgb("#26282b") if mork else (1.0, 1.0, 1.0)  # Designsystemet's neutral surface
        for tekst, bunn in (
            (s["base-contrast-default"], s["base-default"]),
            (s["text-subtle"], kort),
            (s["text-subtle"], s["surface-tinted"]),
            (s["text-default"], s["surface-tinted"]),
        ):
            assert kontrast(tekst, bunn) >= MINST, (farge, mork)


def test_the_scale_of_designsystemets_own_blue_is_theirs() -> None:
    deres = {  # @digdir/designsystemet-theme 1.11.0, accent on light ground
        "background-tinted": "#eef4fa",
        "surface-tinted": "#ddeaf6",
        "surface-hover": "#c7ddf0",
        "surface-active": "#afcee9",
        "border-subtle": "#99c0e3",
        "border-default": "#2a7cc5",
        "border-strong": "#005db1",
        "text-subtle": "#005db1",
        "text-default": "#002c54",
        "base-default": "#0062ba",
    }
    vart = skala("#0062ba", mork=False)
    assert {navn: vart[navn] for navn in deres} == deres


def test_the_sheet_is_small_asks_for_no_file_and_says_where_it_is_from() -> None:
    ark = stilark(FARGE)
    assert len(ark.encode()) < 60_000 and ark.startswith("@layer ds.theme") and ark.count("{") == ark.count("}")
    assert "url(" not in ark and "@import" not in ark and "designsystemet-css 1.22.0" in ark
    brukt = set(re.findall(r"var\((--[\w-]+)\)", ark))
    satt = set(re.findall(r"(--[\w-]+)\s*:", ark))
    assert {v for v in brukt - satt if not v.startswith(("--_", "--ds-readonly-icon"))} == set()
    assert "Permission is hereby granted" in (MAPPE / "LICENSE").read_text(encoding="utf-8")


def test_what_is_taken_from_the_packages_is_whole_blocks_without_pictures() -> None:
    tema = (
        "@layer ds.theme.size {\n:root { --ds-size-1: 4px; }\n}\n@layer ds.theme.other {\n:root { --x: 1; }\n}\n"
        "@layer ds.theme.color-scheme.dark {\n[a] {\n  --ds-color-neutral-a: #111;\n  --ds-color-brand1-a: #222;\n}\n}\n"
    )
    ut = tokens(tema)
    assert "--ds-size-1" in ut and "--x" not in ut and "brand1" not in ut
    assert "@media (prefers-color-scheme: dark) { :root {\n  --ds-color-neutral-a: #111;" in ut
    assert [hode for hode, _ in blokker(ut)] == ["@layer ds.theme.size", "@layer ds.theme.color-scheme.dark"]
    assert komponent('.a{--dsc-x-icon-url:url("data:image/svg+xml,%3C");color:red}') == ".a{color:red}"

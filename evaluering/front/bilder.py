"""``python -m evaluering bilder``: the chat's states and the pages, wide and narrow, light and dark."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from evaluering.front.nettleser import LITEN, STOR, Side, Skjerm, nettleser
from evaluering.front.tilstander import CHAT, SIDER
from evaluering.front.tjener import Tjener
from veileder.innstillinger import ROT
from veileder.stengning import Stengning

MAPPE = ROT / "docs" / "skjermbilder"
FARGER = 128
"""Colours of a picture: text stays sharp, and a picture takes a third of the room."""

SKJERMER = tuple(
    replace(s, navn=f"{s.navn}{'-mork' if mork else ''}", mork=mork, rolig=True) for s in (STOR, LITEN) for mork in (False, True)
)


def lag(tjener: Tjener, mappe: Path = MAPPE) -> list[Path]:
    """Write a picture of every state on each of the four screens, and return the files. Older ones are written over."""
    mappe.mkdir(parents=True, exist_ok=True)
    ut: list[Path] = []
    for skjerm in SKJERMER:
        with nettleser(tjener.adresse) as side:
            side.skjerm(skjerm)
            ut += [skriv(side, skjerm, navn, mappe) for navn in chain(_chat(side), _sider(side, tjener))]
    return ut


def _chat(side: Side) -> Iterator[str]:
    for t in CHAT:
        t.gjor(side)
        if t.bilde:
            if t.topp:
                side.til_toppen(t.topp)
            yield t.navn


def _sider(side: Side, tjener: Tjener) -> Iterator[str]:
    for navn, gjor in SIDER:
        gjor(side)
        yield navn
    bryter = Stengning(tjener.data)
    bryter.steng("")
    try:
        side.apne("/chat/")
        yield "stengt"
    finally:
        bryter.apne()


def skriv(side: Side, skjerm: Skjerm, navn: str, mappe: Path) -> Path:
    """Write what is seen as ``<navn>-<skjerm>.png``, and return the file."""
    from PIL import Image

    side.js("document.activeElement && document.activeElement.id === 'chat-input' && document.activeElement.blur()")
    data = side.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"]
    bilde = Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB").quantize(FARGER, dither=Image.Dither.NONE)
    fil = mappe / f"{navn}-{skjerm.navn}.png"
    bilde.save(fil, optimize=True)
    return fil

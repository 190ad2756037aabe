"""Insight with 50,000 messages in the database, over HTTP from a real server, on both engines."""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path

import pytest
from gjennomgang_hjelp import K, Nettleser, bruker, nettleser
from mange_hjelp import fyll
from web_hjelp import tjener

from veileder.adaptere.database.lager import DatabaseLager
from veileder.gjennomgang.ansatte import ALLE

ANTALL, RUNDER, GRENSE = int(os.environ.get("VEILEDER_TEST_ANTALL", "50000")), 7, 1.0
SIDER = ("", "?uker=52", "?kommune=molde", ".csv", ".json", "/ukesbrev", "/ukesbrev.pdf")


@pytest.mark.alt
def test_insight_is_there_within_a_second(baseadresse: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lager, arbeid = DatabaseLager(baseadresse), tmp_path / "tjener"
    fyll(lager, ANTALL)
    bruker(lager, "kari", (K, ALLE))
    arbeid.mkdir()
    with tjener(arbeid, VEILEDER_DATABASE_URL=baseadresse) as adresse:
        while lager.rydder.sist_skrubbet() is None:  # a server cleans up when it starts
            time.sleep(0.2)
        with nettleser(adresse, "kari", ny=True) as n:
            tider = {sti: [_tid(n, sti) for _ in range(RUNDER)] for sti in SIDER}
    lager.lukk()
    with capsys.disabled():
        for sti, alle in tider.items():
            print(f"  {sti or 'innsikt':18} median {statistics.median(alle) * 1000:.0f} ms, lengst {max(alle) * 1000:.0f} ms")  # noqa: T201 - what it is run for
    assert all(statistics.median(alle) <= GRENSE for alle in tider.values())


def _tid(n: Nettleser, sti: str) -> float:
    start = time.perf_counter()
    n.les(f"/gjennomgang/innsikt{sti}")
    return time.perf_counter() - start

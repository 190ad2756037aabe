"""Clean-up while people write: nobody waits long, nothing confirmed is lost, and what is deleted is gone from the bytes."""

from __future__ import annotations

import datetime as dt
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from lager_hjelp import innslag
from mange_hjelp import fyll
from sqlalchemy import text

from veileder.adaptere.database.lager import DatabaseLager
from veileder.gjennomgang.oppbevaring import Oppbevaring
from veileder.gjennomgang.rydding import rydd

HEMMELIG = "Hemmelighetskramsaken"
ANTALL = 50_000
"""Messages; some 400 MB."""


def rester(fil: Path) -> int:
    """Return how often the secret stands in the database's files, read by another process: one that closes them keeps its locks."""
    kode = "import pathlib, sys; print(sum(f.read_bytes().lower().count(sys.argv[2].encode()) for f in pathlib.Path(sys.argv[1]).parent.glob('*.sqlite*')))"
    return int(subprocess.run([sys.executable, "-c", kode, fil, HEMMELIG.lower()], check=True, capture_output=True).stdout)


def hel(fil: Path) -> bool:
    base = sqlite3.connect(fil)
    try:
        return base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        base.close()


def gjor_gamle(lager: DatabaseLager) -> None:
    """A fifth of the messages become old, and hold a secret each; their rows grow, so that others are moved between pages."""
    with lager.database.skriv() as sesjon:
        gammel = dt.datetime.now(dt.UTC) - dt.timedelta(days=40)
        hvem = "WHERE id IN (SELECT id FROM meldinger WHERE samtale_id LIKE '%0' OR samtale_id LIKE '%3')"
        ny = "(:s || rowid || ' ' || :s || rowid || ' ')"  # a word of its own: what many write is kept in the weekly letter
        felt = {"s": HEMMELIG, "t": gammel.replace(tzinfo=None)}
        sesjon.execute(
            text(f"UPDATE meldinger SET tidspunkt = :t, sporsmal = {ny} || sporsmal, svar = {ny} || svar {hvem}"), felt
        )
        hvem = hvem.replace("WHERE id", "WHERE melding_id")
        sesjon.execute(text(f"UPDATE soketekster SET tekst = lower({ny}) || tekst {hvem}"), {"s": HEMMELIG})


class Skriver(threading.Thread):
    """Somebody who stores a message every hundredth of a second; ``lengst`` is the longest wait in seconds."""

    def __init__(self, lager: DatabaseLager) -> None:
        super().__init__()
        self.lager, self.slutt = lager, threading.Event()
        self.lengst, self.lagret = 0.0, 0

    def run(self) -> None:
        while not self.slutt.wait(0.01):
            fra = time.perf_counter()
            self.lager.samtaler.lagre(innslag(id=f"ny{self.lagret}", samtale_id="ny", tidspunkt=dt.datetime.now(dt.UTC)))
            self.lengst = max(self.lengst, time.perf_counter() - fra)
            self.lagret += 1


@pytest.mark.alt
def test_in_a_large_database_a_writer_waits_under_half_a_second_while_it_is_cleaned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fil = tmp_path / "veileder.sqlite"
    lager = DatabaseLager(f"sqlite:///{fil}")
    fyll(lager, ANTALL)
    gjor_gamle(lager)
    lager.database.tom_loggen()
    storrelse, skriver = fil.stat().st_size, Skriver(DatabaseLager(f"sqlite:///{fil}"))
    skriver.start()
    fra = time.perf_counter()
    ryddet = rydd(lager, Oppbevaring(), dt.datetime.now(dt.UTC))
    tid = time.perf_counter() - fra
    skriver.slutt.set()
    skriver.join()
    with capsys.disabled():
        print(f"\n{storrelse >> 20} MB: ryddet på {tid:.1f} s, {skriver.lagret} skrev, lengste ventetid {skriver.lengst:.2f} s")  # noqa: T201
    assert ryddet is not None and ryddet.skrubbet and ryddet.antall["meldinger"] > 1000
    assert rester(fil) == 0 and hel(fil)
    assert skriver.lagret > 10 and skriver.lengst < 0.5
    lager.lukk()
    skriver.lager.lukk()

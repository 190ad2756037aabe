"""The queue with 50,000 messages in the database, over HTTP from a real server, on both engines."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest
from gjennomgang_hjelp import K, Nettleser, bruker, nettleser
from mange_hjelp import SJELDENT, fyll
from web_hjelp import tjener

from veileder.adaptere.database.lager import DatabaseLager
from veileder.gjennomgang.ansatte import ALLE

ANTALL, RUNDER, GRENSE = 50_000, 10, 0.2
SIDER = {
    "køen": "",
    "side 20": "?side=20",
    "side 400": "?grunn=alle&tilstand=alle&side=400",
    "grunn": "?grunn=rapportert",
    "kommune og tjeneste": "?kommune=molde&tjeneste=bpa",
    "også uten flagg": "?grunn=alle",
    "utfall, språk og dager": "?utfall=delvis&malform=nn&fra=2026-01-01&til=2099-01-01",
    "lukket": "?grunn=alle&tilstand=lukket",
    "tildelt ingen": "?tildelt=ingen",
    "søk, vanlig ord": "?q=alarm",
    "søk, to ord og kommune": "?q=sykehjem+helgene&kommune=rauma",
    "søk, sjeldent ord": f"?q={SJELDENT}",
    "søk i alle, sjeldent ord": f"?q={SJELDENT}&grunn=alle&tilstand=alle",
    "søk i alle, ord som ikke finnes": "?q=finnesikke&grunn=alle&tilstand=alle",
}


@pytest.mark.alt
def test_a_page_of_the_queue_is_there_within_two_tenths_of_a_second(
    baseadresse: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lager, arbeid = DatabaseLager(baseadresse), tmp_path / "tjener"
    fyll(lager, ANTALL)
    bruker(lager, "kari", (K, ALLE))
    arbeid.mkdir()
    with tjener(arbeid, VEILEDER_DATABASE_URL=baseadresse) as adresse:
        while lager.rydder.sist_skrubbet() is None:  # a server cleans up when it starts
            time.sleep(0.2)
        with nettleser(adresse, "kari", ny=True) as n:
            tider = _mal(n)
            sakstid = _fra_sok_til_sak(n)
    lager.lukk()
    alle = sorted(t for tt in tider.values() for t in tt)
    p95 = alle[int(len(alle) * 0.95)]
    linjer = [f"{baseadresse.split(':', maxsplit=1)[0]}: {ANTALL} meldinger, {len(alle)} sider"]
    linjer += [
        f"{navn:34} median {1000 * statistics.median(tt):4.0f} ms, mest {1000 * max(tt):4.0f} ms" for navn, tt in tider.items()
    ]
    linjer += [
        f"alle: median {1000 * statistics.median(alle):.0f} ms, p95 {1000 * p95:.0f} ms; sak fra søk {1000 * sakstid:.0f} ms"
    ]
    with capsys.disabled():
        print("\n" + "\n  ".join(linjer))  # noqa: T201 - the figures are what it is run for
    assert p95 <= GRENSE


def _mal(n: Nettleser) -> dict[str, list[float]]:
    """Return seconds for each page, as a browser waits for them; the first round only warms up."""
    tider: dict[str, list[float]] = {navn: [] for navn in SIDER}
    for runde in range(RUNDER + 1):
        for navn, sporring in SIDER.items():
            start = time.perf_counter()
            svar = n.klient.get(f"/gjennomgang{sporring}")
            tider[navn] += [time.perf_counter() - start] if runde else []
            assert svar.status_code == 200 and "</main>" in svar.text
    return tider


def _fra_sok_til_sak(n: Nettleser) -> float:
    """Return seconds for a case with its neighbours in the dearest search."""
    n.les(f"/gjennomgang?q={SJELDENT}&grunn=alle&tilstand=alle")
    assert "1–25 av 50." in n.tekst
    sak = str(n.side.select(".ko h2 a")[0]["href"])
    tider = []
    for _ in range(3):
        start = time.perf_counter()
        n.les(sak)
        tider.append(time.perf_counter() - start)
    return min(tider)

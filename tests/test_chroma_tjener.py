"""A real Chroma server with two processes of the app on it: how many municipalities are served."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
from conftest import ROT, Kommando, skriv
from web_hjelp import hent

pytestmark = pytest.mark.alt

SIDE = "---\ntittel: Trygghetsalarm\n---\n\n## Hva koster det?\n\nTrygghetsalarm koster {pris} kroner i måneden.\n"


def ledig_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def vent_pa(sant: Callable[[], object], sekunder: float = 60) -> None:
    slutt = time.monotonic() + sekunder
    while time.monotonic() < slutt:
        try:
            if sant():
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError("ventet forgjeves")


@contextmanager
def chroma_tjener(mappe: Path, port: int) -> Iterator[str]:
    """Run ``chroma run`` and yield its address."""
    url = f"http://127.0.0.1:{port}"
    kommando = [str(ROT / ".venv" / "bin" / "chroma"), "run", "--path", str(mappe), "--host", "127.0.0.1", "--port", str(port)]
    prosess = subprocess.Popen(kommando, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        vent_pa(lambda: hent(f"{url}/api/v2/heartbeat")[0] == 200)
        yield url
    finally:
        prosess.kill()
        prosess.wait(15)


def samlinger(url: str) -> list[str]:
    """Return the names of the server's collections."""
    with urllib.request.urlopen(f"{url}/api/v2/tenants/default_tenant/databases/default_database/collections", timeout=10) as svar:
        return sorted(s["name"] for s in json.loads(svar.read()))


class App:
    """One process of the app."""

    def __init__(self, veileder: Kommando, argumenter: list[object], **miljo: str) -> None:
        self.adresse = f"http://127.0.0.1:{(port := ledig_port())}"
        kommando = [str(ROT / ".venv" / "bin" / "python"), "-m", "veileder.cli", "start", *map(str, argumenter)]
        env = {**veileder.miljo, **miljo, "VEILEDER_PORT": str(port)}
        with (veileder.arbeid / f"app-{port}.log").open("w") as logg:
            self.prosess = subprocess.Popen(kommando, cwd=veileder.arbeid, env=env, stdout=logg, stderr=logg)

    def sok(self, kommune: str = "") -> tuple[int, str]:
        """Return status and page of a search."""
        status, side, _ = hent(f"{self.adresse}/sok?{urlencode({'q': 'hva koster trygghetsalarm', 'kommune': kommune})}")
        return status, side

    def klar(self) -> bool:
        """Tell whether it can answer."""
        return hent(f"{self.adresse}/klar")[0] == 200

    def drep(self) -> None:
        """End the process at once."""
        self.prosess.kill()
        self.prosess.wait(30)

    def lukk(self) -> None:
        """Ask the process to end, unless it has."""
        self.prosess.terminate()
        self.prosess.wait(30)


@pytest.fixture
def drift() -> Iterator[ExitStack]:
    with ExitStack() as stabel:
        yield stabel


def test_to_prosesser_pa_en_chroma_tjener(drift: ExitStack, veileder: Kommando, tmp_path: Path) -> None:
    korpus = skriv(tmp_path / "korpus", {"tjenester/trygghetsalarm.md": SIDE.format(pris=400)})
    skriv(korpus, {"lokalt/molde/trygghetsalarm.md": SIDE.format(pris=123)})
    port, argumenter = ledig_port(), ["--korpus", korpus, "--data", tmp_path / "data"]
    url = drift.enter_context(chroma := chroma_tjener(tmp_path / "chroma", port))
    miljo = {"VEILEDER_CHROMA_URL": url}
    assert veileder("indekser", *argumenter, "--json", **miljo).en["ny"]
    apper = [App(veileder, argumenter, **miljo) for _ in range(2)]
    for app in apper:
        drift.callback(app.lukk)
        vent_pa(app.klar)
    for app in apper:
        assert "400 kroner" in app.sok()[1].replace("<mark>", "").replace("</mark>", "")

    # A new index is taken into use by both, and the server keeps no more versions than the disk does.
    for pris in (500, 600, 700):
        skriv(korpus, {"tjenester/trygghetsalarm.md": SIDE.format(pris=pris)})
        assert veileder("indekser", *argumenter, "--json", **miljo).en["ny"]
        for app in apper:
            assert f"{pris} kroner" in app.sok()[1].replace("<mark>", "").replace("</mark>", "")
    versjoner = sorted(m.name for m in (tmp_path / "data" / "indeks").iterdir() if m.is_dir())
    assert samlinger(url) == [f"veileder-{v}" for v in versjoner] and len(versjoner) == 2

    # One process is lost: the other answers. The server is lost: one place is still searched, and all of them when it is back.
    apper[0].drep()
    assert "700 kroner" in apper[1].sok()[1].replace("<mark>", "").replace("</mark>", "")
    chroma.__exit__(None, None, None)
    status, side = apper[1].sok("molde")
    assert status == 200 and "123 kroner" in side.replace("<mark>", "").replace("</mark>", "")
    assert apper[1].sok()[0] in (500, 503)
    drift.enter_context(chroma_tjener(tmp_path / "chroma", port))
    vent_pa(lambda: apper[1].sok()[0] == 200)


def test_en_indeksering_som_ble_drept_etterlater_ingen_samling_pa_tjeneren(
    drift: ExitStack, veileder: Kommando, tmp_path: Path
) -> None:
    korpus = skriv(tmp_path / "korpus", {"trygghetsalarm.md": SIDE.format(pris=400)})
    url = drift.enter_context(chroma_tjener(tmp_path / "chroma", ledig_port()))
    argumenter, miljo = ["--korpus", korpus, "--data", tmp_path / "data"], {"VEILEDER_CHROMA_URL": url}
    prosess = veileder.stans("indekser", *argumenter, ved="rename", **miljo)
    try:
        forste = samlinger(url)
    finally:
        prosess.kill()
        prosess.communicate()
    assert veileder("indekser", *argumenter, "--json", **miljo).en["ny"]
    assert len(samlinger(url)) == 1 and not set(forste) & set(samlinger(url))

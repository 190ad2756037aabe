"""What the tests share: no network, our own corpus indexed once, the real command line, and small fakes."""

from __future__ import annotations

import hashlib
import inspect
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from lager_hjelp import ny_base, postgresql

from veileder.adaptere.database.lager import DatabaseLager
from veileder.porter import Vektorer

ROT = Path(__file__).resolve().parent.parent

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell's background job hands this on to the commands under test
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile(
    "fast",
    deadline=None,  # a busy machine is not a broken law
    derandomize=True,  # the same examples for everyone; HYPOTHESIS_PROFILE=leting goes further
    max_examples=80,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("leting", settings.get_profile("fast"), derandomize=False, max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


# --- no network ------------------------------------------------------------------------------------


def steng_nett(meld: Callable[[str], None]) -> Callable[[], None]:
    """Refuse every connection and every look-up of a name that leaves this machine; return how to open again.

    ``meld`` is told of each attempt, since a library may swallow the error. The source of this function is
    also run in the processes that the tests start, so it imports what it needs itself.
    """
    import socket

    ekte_connect, ekte_connect_ex, ekte_oppslag = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def sjekk(vert: object) -> None:
        navn = vert.decode() if isinstance(vert, bytes) else str(vert or "")
        if navn not in ("", "localhost", "::1", "::", "0.0.0.0") and not navn.startswith("127."):
            meld(navn)
            raise OSError(f"nettet er stengt i testene: {navn}")

    def connect(self: Any, adresse: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            sjekk(adresse[0])
        return ekte_connect(self, adresse)

    def connect_ex(self: Any, adresse: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            sjekk(adresse[0])
        return ekte_connect_ex(self, adresse)

    def getaddrinfo(vert: Any, *resten: Any, **felt: Any) -> Any:
        sjekk(vert)
        return ekte_oppslag(vert, *resten, **felt)

    def apne() -> None:
        socket.socket.connect, socket.socket.connect_ex = ekte_connect, ekte_connect_ex  # type: ignore[method-assign]
        socket.getaddrinfo = ekte_oppslag

    socket.socket.connect, socket.socket.connect_ex = connect, connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = getaddrinfo  # type: ignore[assignment]
    return apne


_FORSOK: list[str] = []
"""Where somebody tried to connect since the test began."""


def pytest_configure(config: pytest.Config) -> None:
    """The operator's own settings do not reach the tests, but a cache of vectors saves minutes."""
    for navn in [n for n in os.environ if n.startswith("VEILEDER_") and n != "VEILEDER_HURTIGLAGER"]:
        del os.environ[navn]
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    config.stash[_APNE] = steng_nett(_FORSOK.append)


_APNE = pytest.StashKey[Callable[[], None]]()


@pytest.fixture(autouse=True)
def _uten_nett(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that reaches out fails, also when the code under test hides it."""
    if request.node.get_closest_marker("nett"):
        request.config.stash[_APNE]()
        yield
        request.config.stash[_APNE] = steng_nett(_FORSOK.append)
        return
    _FORSOK.clear()
    yield
    assert not _FORSOK, f"prøvde å nå {_FORSOK}"


# --- our own corpus, indexed once ------------------------------------------------------------------


@pytest.fixture(scope="session")
def eget_korpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of korpus/, so that an editor at work does not change it in the middle of a run."""
    mappe = tmp_path_factory.mktemp("eget") / "korpus"
    shutil.copytree(ROT / "korpus", mappe)
    return mappe


@pytest.fixture(scope="session")
def eget(eget_korpus: Path) -> Any:
    """Settings with our own corpus and an index of it. Vectors come from the user's cache where it has them."""
    from veileder.innstillinger import Innstillinger
    from veileder.oppstart import indekser

    innst = Innstillinger(korpus=eget_korpus, data=eget_korpus.parent / "data")
    _, ulest = indekser(innst)
    assert not ulest, ulest
    return innst


@pytest.fixture(scope="session")
def tjeneste(eget: Any) -> Any:
    """The service over our own corpus."""
    from veileder.oppstart import lag_tjeneste

    return lag_tjeneste(eget)


@pytest.fixture(scope="session")
def front(eget: Any) -> Iterator[Any]:
    """A real server over our own corpus that lets a browser write faster than a person does."""
    from evaluering.front.tilstander import MILJO
    from evaluering.front.tjener import tjener

    with tjener(eget.korpus, eget.data, **MILJO) as t:
        yield t


# --- the real command line -------------------------------------------------------------------------


@dataclass(frozen=True)
class Kjoring:
    """What a command left behind."""

    kode: int
    ut: str
    feil: str

    @property
    def json(self) -> list[dict[str, Any]]:
        """Standard output, which must be one JSON object a line and nothing else."""
        assert self.kode == 0, self.feil
        rader = [json.loads(linje) for linje in self.ut.rstrip("\n").split("\n")]
        assert all(isinstance(r, dict) for r in rader)
        return rader

    @property
    def en(self) -> dict[str, Any]:
        """The only object on standard output."""
        (rad,) = self.json
        return rad

    def avvist(self, *, etter: str = "") -> str:
        """The one line of a refused command: status 2, nothing on standard output, no traceback.

        ``etter`` begins a line of progress that may come before it.
        """
        assert self.kode == 2, (self.kode, self.feil)
        assert self.ut == ""
        (linje,) = [x for x in self.feil.splitlines() if not (etter and x.startswith(etter))]
        return linje


_VAKT = """
import os, signal, sys
from typing import Any, Callable

{kilde}

def _meld(navn):
    sys.stderr.write("NETT " + navn + "\\n")

steng_nett(_meld)
if _punkt := os.environ.get("VEILEDER_TEST_STOPP"):
    def _stopp(*_args, **_felt):
        sys.stderr.write("STOPP\\n")
        sys.stderr.flush()
        signal.pause()
    setattr(os, _punkt, _stopp)
"""
"""Run first in every process that the tests start: no network, and a halt at a call of ``os`` that a test names."""


class Kommando:
    """``veileder`` as a process of its own, the way an operator runs it."""

    def __init__(self, arbeid: Path, lager: Path) -> None:
        self.arbeid, vakt = arbeid / "arbeid", arbeid / "vakt"
        self.arbeid.mkdir()
        vakt.mkdir()
        kilde = "from __future__ import annotations\n" + _VAKT.format(kilde=inspect.getsource(steng_nett))
        (vakt / "sitecustomize.py").write_text(kilde, encoding="utf-8")
        self.miljo = {**os.environ, "PYTHONPATH": f"{vakt}{os.pathsep}{ROT}", "VEILEDER_HURTIGLAGER": str(lager)}

    def start(self, *valg: object, stdin: int | None = subprocess.DEVNULL, **miljo: str) -> subprocess.Popen[bytes]:
        """Start a command and return the running process."""
        return subprocess.Popen(
            [sys.executable, "-m", "veileder.cli", *map(str, valg)],
            cwd=self.arbeid,
            env={**self.miljo, **miljo},
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def __call__(self, *valg: object, inn: str | bytes | None = None, **miljo: str) -> Kjoring:
        """Run a command to its end."""
        data = inn.encode() if isinstance(inn, str) else inn
        with self.start(*valg, stdin=subprocess.DEVNULL if data is None else subprocess.PIPE, **miljo) as prosess:
            ut, feil = prosess.communicate(data)
        kjoring = Kjoring(prosess.returncode, ut.decode(), feil.decode())
        assert "NETT " not in kjoring.feil, kjoring.feil
        return kjoring

    def stans(self, *valg: object, ved: str, **miljo: str) -> subprocess.Popen[bytes]:
        """Start a command and return once it halts at its first call of ``os.<ved>``."""
        prosess = self.start(*valg, VEILEDER_TEST_STOPP=ved, **miljo)  # type: ignore[arg-type]
        assert prosess.stderr is not None
        linjer: list[bytes] = []
        for linje in prosess.stderr:
            if linje == b"STOPP\n":
                return prosess
            linjer.append(linje)
        raise AssertionError(f"kom aldri til os.{ved}: {linjer}")


@pytest.fixture(scope="session")
def smalager(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of vectors for the small corpora of the tests, so that the user's own is left alone."""
    return tmp_path_factory.mktemp("vektorer")


@pytest.fixture(scope="session")
def veileder(tmp_path_factory: pytest.TempPathFactory, smalager: Path) -> Kommando:
    """The command line."""
    return Kommando(tmp_path_factory.mktemp("kommando"), smalager)


def skriv(mappe: Path, filer: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder and return it."""
    for navn, innhold in filer.items():
        sti = mappe / navn
        sti.parent.mkdir(parents=True, exist_ok=True)
        sti.write_bytes(innhold.encode() if isinstance(innhold, str) else innhold)
    return mappe


def brett(tekst: str) -> str:
    """Fold white space: how quotations are compared (our own copy, so that the check is not checked by itself)."""
    return " ".join(tekst.split())


# --- fakes -----------------------------------------------------------------------------------------


class OrdEmbedder:
    """An embedder of words without a model: each word adds to one of 64 places. Counts what it is asked."""

    dimensjon = 64

    def __init__(self, navn: str = "ord-1") -> None:
        self.navn = navn
        self.regnet: list[str] = []

    def _vektor(self, tekst: str) -> list[float]:
        v = np.zeros(self.dimensjon)
        for ord_ in re.findall(r"\w+", tekst.lower()) or [""]:
            v[hashlib.blake2b(ord_.encode("utf-8", "replace"), digest_size=2).digest()[0] % self.dimensjon] += 1
        lengde: float = float(np.linalg.norm(v))
        return [float(x) for x in v / lengde]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector for each text."""
        self.regnet += texts
        return [self._vektor(t) for t in texts]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return self._vektor(text)


class MatriseIndeks:
    """A matrix as ``Vektorindeks``: exact, and small enough to be seen to be right."""

    def __init__(self, vektorer: Vektorer, kommuner: Sequence[str]) -> None:
        self._matrise, self._kommuner, self.apen = vektorer, list(kommuner), True

    def naermeste(self, query: Vektorer, antall: int, kommuner: Sequence[str] | None) -> list[tuple[int, float]]:
        """Return up to ``antall`` (row, cosine), best first."""
        cosinus = self._matrise @ query
        rader = [i for i, k in enumerate(self._kommuner) if kommuner is None or k in kommuner]
        return [(i, float(cosinus[i])) for i in sorted(rader, key=lambda i: -cosinus[i])[:antall]]

    def vektorer(self, rader: Sequence[int]) -> Vektorer:
        """Return the vectors of rows, in that order."""
        ut: Vektorer = self._matrise[list(rader)] if len(rader) else np.zeros((0, 0), np.float32)
        return ut

    def lukk(self) -> None:
        """Let go of nothing but the promise to answer."""
        self.apen = False


# --- both engines ----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def pg() -> Iterator[str]:
    """The address of a real PostgreSQL."""
    with postgresql() as adresse:
        yield adresse


@pytest.fixture(params=["sqlite", "postgresql"])
def baseadresse(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, on each engine in turn."""
    return f"sqlite:///{tmp_path}/veileder.sqlite" if request.param == "sqlite" else ny_base(request.getfixturevalue("pg"))


@pytest.fixture
def lager(baseadresse: str) -> Iterator[DatabaseLager]:
    """An empty database, open."""
    apen = DatabaseLager(baseadresse)
    yield apen
    apen.lukk()

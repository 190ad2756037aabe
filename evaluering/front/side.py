"""``python -m evaluering side``: what a page weighs over the wire, and how long until it can be used."""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from evaluering.front.nettleser import LITEN, STOR, Side, Skjerm, nettleser

FORSOK = 3
"""Times that each page is opened in a browser of its own; the middle one counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nett:
    """A line and a machine: megabits a second (0: as it comes), milliseconds of delay, and how many times slower."""

    navn: str
    mbit: float = 0.0
    ms: int = 0
    treghet: float = 1.0


NETT = (Nett(navn="denne maskinen"), Nett(navn="svak mobil (1,6 Mbit/s, 150 ms, 4 × tregere)", mbit=1.6, ms=150, treghet=4.0))
"""The second is what Lighthouse calls a slow 4G telephone."""

BRUKBAR = {
    "/chat/": "#v-valg select",
    "/enkel": "form textarea, form input[type=text]",
    "/tjenester/trygghetsalarm": "main h1",
}
"""Pages, and what is there when they can be used; in the chat the field must take text, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maling:
    """One page on one line: kilobytes and requests at the first visit and the next, and seconds until it can be used."""

    sti: str
    nett: str
    kb: float
    antall: int
    kb_neste: float
    brukbar: float
    brukbar_neste: float

    def som_rad(self) -> str:
        """Return a row of a table in Markdown."""
        tall = f"{self.kb:.0f} kB | {self.antall} | {self.brukbar:.1f} s | {self.kb_neste:.0f} kB | {self.brukbar_neste:.1f} s"
        return f"| {self.sti} | {self.nett} | {tall} |".replace(".", ",").replace(self.sti.replace(".", ","), self.sti)


HODE = "| side | nett | første besøk | forespørsler | kan brukes | neste besøk | kan brukes |\n" + "| --- " * 7 + "|"


def mal(adresse: str, stier: Sequence[str] = tuple(BRUKBAR), nett: Sequence[Nett] = NETT) -> list[Maling]:
    """Measure pages of a server that runs."""
    return [_mal(adresse, sti, n) for sti in stier for n in nett]


def _mal(adresse: str, sti: str, nett: Nett) -> Maling:
    forsok = [_en(adresse, sti, nett, LITEN if nett.mbit else STOR) for _ in range(FORSOK)]
    forste, neste = zip(*forsok, strict=True)
    return Maling(
        sti=sti,
        nett=nett.navn,
        kb=statistics.median(kb for kb, _, _ in forste),
        antall=int(statistics.median(n for _, n, _ in forste)),
        kb_neste=statistics.median(kb for kb, _, _ in neste),
        brukbar=statistics.median(s for _, _, s in forste),
        brukbar_neste=statistics.median(s for _, _, s in neste),
    )


def _en(adresse: str, sti: str, nett: Nett, skjerm: Skjerm) -> tuple[tuple[float, int, float], tuple[float, int, float]]:
    """Return (kB, requests, seconds) of a first visit and of the next one, in a new browser."""
    with nettleser(adresse) as side:
        side.skjerm(skjerm)
        side.driver.execute_cdp_cmd("Network.enable", {})
        if nett.mbit:
            fart = nett.mbit * 1e6 / 8
            forhold = {"offline": False, "latency": nett.ms, "downloadThroughput": fart, "uploadThroughput": fart / 2}
            side.driver.execute_cdp_cmd("Network.emulateNetworkConditions", forhold)
        side.driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": nett.treghet})
        forste = _besok(side, sti)
        return forste, _besok(side, sti)


def _besok(side: Side, sti: str) -> tuple[float, int, float]:
    side.driver.get("about:blank")
    side.foresporsler()  # empties the log
    side.driver.get(side.adresse + sti)
    klar = """const [velger, chat, ferdig] = arguments;
        function se() {
            const felt = document.querySelector('#chat-input');
            if (document.querySelector(velger) && (!chat || felt)) ferdig(performance.now() / 1000); else setTimeout(se, 10);
        }
        se();"""
    brukbar = float(side.driver.execute_async_script(klar, BRUKBAR[sti], sti.startswith("/chat")))
    side.ro(0.5)
    bytes_, antall = 0.0, 0
    for rad in side.driver.get_log("performance"):  # type: ignore[no-untyped-call] # selenium's own gap
        melding = json.loads(rad["message"])["message"]
        if melding["method"] == "Network.loadingFinished":
            bytes_ += melding["params"]["encodedDataLength"]
        elif melding["method"] == "Network.requestWillBeSent":
            antall += melding["params"]["request"]["url"].startswith("http")
    return bytes_ / 1000, antall, brukbar

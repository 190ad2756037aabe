"""Chromium from the system's packages, as a person would have it: a width, light or dark, a language, JavaScript or not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

FLAGG = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic --no-first-run --hide-scrollbars "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()

FRIST = 30.0
"""Seconds to wait for what shall come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skjerm:
    """How the page is seen: CSS pixels, device pixels a CSS pixel (4 at 320 is 1280 at 400 % zoom), colours, and motion."""

    navn: str
    bredde: int
    hoyde: int
    tetthet: float = 1.0
    mork: bool = False
    rolig: bool = False


STOR = Skjerm(navn="stor", bredde=1280, hoyde=900)
LITEN = Skjerm(navn="liten", bredde=390, hoyde=844)
SMAL = Skjerm(navn="smal", bredde=320, hoyde=640)
FORSTORRET = Skjerm(navn="forstørret", bredde=320, hoyde=256, tetthet=4.0)
"""1280 × 1024 at 400 %: what WCAG 1.4.10 asks for."""


class Side:
    """A page that is open, with what a person does: sees, writes, presses."""

    def __init__(self, driver: Chrome, adresse: str) -> None:
        self.driver, self.adresse = driver, adresse

    def skjerm(self, s: Skjerm) -> None:
        """Set size and colours; the page keeps what is on it."""
        mal = {"width": s.bredde, "height": s.hoyde, "deviceScaleFactor": s.tetthet, "mobile": s.bredde < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", mal)
        farge = {"name": "prefers-color-scheme", "value": "dark" if s.mork else "light"}
        ro = {"name": "prefers-reduced-motion", "value": "reduce" if s.rolig else "no-preference"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [farge, ro]})

    def apne(self, sti: str = "/") -> None:
        """Open an address of the server's anew."""
        self.driver.get("about:blank")
        self.driver.get(self.adresse + sti)

    def apne_chat(self, sti: str = "/chat/") -> None:
        """Open the chat, and wait until something can be asked."""
        self.apne(sti)
        self.alle("#v-valg")
        self.alle("#starters button:not([disabled])")

    def js(self, skript: str, *verdier: Any) -> Any:
        """Run a piece of script and return what it returns."""
        return self.driver.execute_script(skript, *verdier)

    def vent(self, sant: Any, hva: str) -> Any:
        """Wait until ``sant()`` holds and return it; elements that go away meanwhile are looked for again."""
        from selenium.common.exceptions import StaleElementReferenceException
        from selenium.webdriver.support.ui import WebDriverWait

        venter = WebDriverWait(self.driver, FRIST, poll_frequency=0.1, ignored_exceptions=[StaleElementReferenceException])
        return venter.until(lambda _: sant(), f"ventet forgjeves på {hva}")

    def alle(self, velger: str, antall: int = 1) -> list[WebElement]:
        """Return what a selector finds, once there are that many."""

        def funnet() -> list[WebElement]:
            treff = self.driver.find_elements("css selector", velger)
            return treff if len(treff) >= antall else []

        ut: list[WebElement] = self.vent(funnet, f"{antall} av {velger}")
        return ut

    def siste(self, velger: str, antall: int = 1) -> WebElement:
        """Return the last that a selector finds."""
        return self.alle(velger, antall)[-1]

    def knapp(self, tekst: str, innenfor: str = "body") -> WebElement:
        """Return the newest button that can be seen and whose text begins so."""
        skript = """return [...document.querySelectorAll(arguments[0] + ' :is(button, [role=button], summary)')].filter(
            e => e.checkVisibility() && !e.disabled && e.innerText.trim().startsWith(arguments[1])).pop()"""
        ut: WebElement = self.vent(lambda: self.js(skript, innenfor, tekst), f"knappen «{tekst}»")
        return ut

    def trykk(self, tekst: str, innenfor: str = "body") -> None:
        """Press a button by its text."""
        self.klikk(self.knapp(tekst, innenfor))

    def klikk(self, element: WebElement) -> None:
        """Click where it stands, also when it is below the fold."""
        self.js("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'}); arguments[0].click()", element)

    def vent_tekst(self, tekst: str, velger: str = "body") -> None:
        """Wait until a text can be read."""
        skript = """return [...document.querySelectorAll(arguments[0])].map(e => e.innerText).join('\\n')
            .replaceAll('\\u00a0', ' ').includes(arguments[1])"""
        self.vent(lambda: self.js(skript, velger, tekst), f"«{tekst}» i {velger}")

    def ro(self, sekunder: float = 0.35) -> None:
        """Wait until nothing is being answered and nothing on the page has changed for so long."""
        skript = """const [stille, ferdig] = arguments; let t = setTimeout(slutt, stille);
            const o = new MutationObserver(igjen);
            function igjen() { clearTimeout(t); t = setTimeout(slutt, stille); }
            function slutt() { if (document.getElementById('stop-button')) igjen(); else { o.disconnect(); ferdig(); } }
            o.observe(document.documentElement, {childList: true, subtree: true, characterData: true, attributes: true});"""
        self.driver.execute_async_script(skript, int(sekunder * 1000))

    def sporr(self, tekst: str) -> None:
        """Write a question in the chat, send it, and wait until the whole answer stands."""
        from selenium.webdriver.common.keys import Keys

        for_ = len(self.driver.find_elements("css selector", SVAR))
        felt = self.alle("#chat-input")[0]
        self.js("arguments[0].focus()", felt)
        self.driver.execute_cdp_cmd("Input.insertText", {"text": tekst})
        felt.send_keys(Keys.ENTER)
        self.alle(SVAR, for_ + 1)
        self.ro()

    def tast(self, *taster: str, pa: WebElement | None = None) -> None:
        """Press keys where the focus is, or on an element that is given it first."""
        from selenium.webdriver import ActionChains

        if pa is not None:
            self.js("arguments[0].focus()", pa)
        ActionChains(self.driver).send_keys(*taster).perform()

    def fra_toppen(self) -> None:
        """Let the next stop of the tabulator be the first of the page."""
        self.js("""const p = document.createElement('p'); p.tabIndex = -1; document.body.prepend(p); p.focus();""")

    def tab(self) -> str:
        """Press the tabulator, and return the name of where it led, as a screen reader says it; it must be seen."""
        from selenium.webdriver import Keys

        self.tast(Keys.TAB)
        element = self.driver.switch_to.active_element
        self.vent(
            lambda: self.js(SYNLIG, element), f"fokus å se: {self.js('return arguments[0].outerHTML.slice(0, 200)', element)}"
        )
        return str(element.accessible_name or element.text)

    def til_toppen(self, velger: str) -> None:
        """Scroll until the last that a selector finds is at the top of what is seen."""
        self.js(
            "[...document.querySelectorAll(arguments[0])].pop().scrollIntoView({block: 'start', behavior: 'instant'})", velger
        )

    def fyll(self, velger: str, tekst: str) -> None:
        """Write in a field, in place of what is there."""
        felt = self.alle(velger)[0]
        felt.clear()
        felt.send_keys(tekst)

    def send(self, velger: str) -> None:
        """Press what leads to another page, and wait until it is there."""
        gammel = self.driver.find_element("tag name", "html")
        self.klikk(self.alle(velger)[0])
        self.vent(lambda: self.driver.find_element("tag name", "html") != gammel, "neste side")
        self.vent(lambda: self.js("return document.readyState") == "complete", "hele siden")

    def foresporsler(self) -> list[str]:
        """Return every address that was asked for since this was called last, websockets included."""
        ut = []
        for rad in self.driver.get_log("performance"):  # type: ignore[no-untyped-call] # selenium's own gap
            melding = json.loads(rad["message"])["message"]
            if melding["method"] == "Network.requestWillBeSent":
                ut.append(str(melding["params"]["request"]["url"]))
            elif melding["method"] == "Network.webSocketCreated":
                ut.append(str(melding["params"]["url"]))
        return ut

    def fremmede(self, *egne: str) -> list[str]:
        """Return addresses of other hosts than the server's (and ``egne``) that were asked for since the last look."""
        vare = tuple(f"{a.replace('http', skjema, 1)}/" for a in (self.adresse, *egne) for skjema in ("http", "ws"))
        return [u for u in self.foresporsler() if not u.startswith((*vare, "about:", "data:", "blob:", "chrome:"))]


SYNLIG = "const r = arguments[0].getBoundingClientRect(); return r.width > 1 && r.bottom > 0 && r.right > 0"
"""Whether an element takes up room that is not above or left of the screen."""

SVAR = '[data-step-type="assistant_message"]'
"""What the assistant has said in the chat."""


def start_nettleser(profil: Path, *, sprak: str = "nb-NO", skript: bool = True) -> Chrome:
    """Start a browser that keeps its own in ``profil``, with a wide window. The caller quits it.

    Raises:
        FileNotFoundError: Chromium or its driver is not installed.
    """
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    program, forer = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not forer:
        raise FileNotFoundError("Chromium mangler. Installer det: apt-get install -y chromium chromium-driver")
    valg = webdriver.ChromeOptions()
    valg.binary_location = program
    for flagg in (*FLAGG, f"--lang={sprak}", f"--user-data-dir={profil}"):
        valg.add_argument(flagg)
    innhold = {"profile.managed_default_content_settings.javascript": 1 if skript else 2, "intl.accept_languages": sprak}
    valg.add_experimental_option("prefs", innhold)
    valg.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=valg, service=Service(forer))
    driver.set_script_timeout(FRIST)
    Side(driver, "").skjerm(STOR)
    return driver


@contextmanager
def nettleser(adresse: str, *, sprak: str = "nb-NO", skript: bool = True) -> Iterator[Side]:
    """Open a browser with an empty profile, at ``adresse`` once a page is opened. Raises FileNotFoundError without Chromium."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as mappe:
        driver = start_nettleser(Path(mappe) / "profil", sprak=sprak, skript=skript)
        try:
            yield Side(driver, adresse)
        finally:
            driver.quit()

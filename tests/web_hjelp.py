"""A real server with a fake service, for the web's tests: ``python tests/web_hjelp.py`` serves it.

The fake answers from hand-made values, so that the tests say what the web does and nothing about the corpus.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from veileder.domene import Forslag, Henvendelse, Kilde, Kontakt, Malform, Overlevering, Rolle, Svar, Tur, Utfall
from veileder.feil import Indeksfeil

ROT = Path(__file__).resolve().parent.parent
KOMMUNER = (
    ("aukra", "Aukra"),
    ("hustadvika", "Hustadvika"),
    ("kristiansund", "Kristiansund"),
    ("molde", "Molde"),
    ("rauma", "Rauma"),
    ("vestnes", "Vestnes"),
)
SLAG = ("Trygghetsalarm", "Dørsensor eller fallsensor")
UTDRAG = """Du kan søke om trygghetsalarm når du bor hjemme og er utrygg.
Alarmen er for deg som kan falle, eller som trenger å få tak i hjelp raskt.

- Du må kunne trykke på knappen selv.
- Du trenger ikke fasttelefon.

<script>alert("x")</script> ![bilde](https://eksempel.no/x.png)

Kommunen svarer innen fire uker. Haster det, kan du få svar før."""


def kilde(nr: int, **felt: object) -> Kilde:
    """Return a source; ``felt`` overrides."""
    verdier: dict[str, object] = {
        "nr": nr,
        "utdrag": f"tjenester/trygghetsalarm#hvem#{nr}",
        "dokument": "tjenester/trygghetsalarm",
        "fil": "tjenester/trygghetsalarm.md",
        "tittel": "Trygghetsalarm",
        "seksjon": "Hvem kan få trygghetsalarm?",
        "aspekt": "hvem",
        "kommune": "felles",
        "malform": Malform.NB,
        "sitat": "Du kan søke om trygghetsalarm når du bor hjemme og er utrygg. "
        "Alarmen er for deg som kan falle, eller som trenger å få tak i hjelp raskt.",
        "status": "utkast",
        "gjelder_fra": "2026-01-01",
        "revideres": "2027-01-01",
        "kilde_dato": "",
        "lenke": "https://www.molde.kommune.no/trygghetsalarm",
        "tekst": UTDRAG,
    }
    return Kilde(**{**verdier, **felt})  # type: ignore[arg-type]


TRYGGHETSALARM = """Ja, du kan søke. Slik står det:

«Du kan søke om trygghetsalarm når du bor hjemme og er utrygg. Alarmen er for deg som kan falle, \
eller som trenger å få tak i hjelp raskt.» [1]

I Molde koster alarmen 325 kroner i måneden. [2]

**Neste steg:** Send en søknad til kommunen. Du får svar innen fire uker."""
NAER_VEDTAK = """Det er kommunen som avgjør dette i et vedtak. Jeg kan ikke si om du får det.

Den vanlige regelen er: «Du kan søke om trygghetsalarm når du bor hjemme og er utrygg.» [1]

**Neste steg:** Snakk med tildelingskontoret. De kan vurdere saken din."""
AKUTT = "**Ring 113 nå** hvis det er fare for liv. Haster det, ring legevakta på **116 117**."
NOTAT = "Spørsmålet gjelder trygghetsalarm. Jeg lurer på om jeg har rett til det."


class FalskTjeneste:
    """Answers by key words. ``FEIL`` raises, as a service never should."""

    def varm_opp(self) -> None:
        """Has nothing to load."""

    def kommuner(self) -> tuple[tuple[str, str], ...]:
        """Return the six, or raise when VEILEDER_TEST_IKKE_KLAR is set."""
        if os.environ.get("VEILEDER_TEST_IKKE_KLAR"):
            raise Indeksfeil("Det finnes ingen indeks ennå. Kjør «veileder indekser».")
        return KOMMUNER

    def kontakt(self, kommune: str) -> Kontakt:
        """Return a full contact for Molde, one without a number for the others."""
        navn = dict(KOMMUNER).get(kommune, "")
        nett = f"https://www.{kommune}.kommune.no"
        if kommune != "molde":
            return Kontakt(kommune=kommune, navn=navn, nettsted=nett, sist_kontrollert="2026-11-23")
        return Kontakt(
            kommune="molde",
            navn="Molde",
            kontor="Tildelingskontoret",
            telefon="71 11 10 00",
            epost="post@molde.kommune.no",
            nettsted=nett,
            lenke=f"{nett}/helse",
            apningstid="mandag–fredag kl. 9–15",
            sist_kontrollert="2026-11-23",
        )

    def svar(self, henvendelse: Henvendelse, vis: Callable[[str], None] | None = None) -> Svar:
        """Return a hand-made answer that depends on a word in the message."""
        self.kommuner()
        tekst = henvendelse.tekst.lower()
        if "setning for setning" in tekst and vis:
            for setning in ("Du kan søke når du er utrygg. [1]", "<script>Alarmen</script> er for deg som kan falle. [1]"):
                vis(setning)
                time.sleep(1.3 if "sakte" in tekst else 0.5)
            return self._lag(henvendelse, "Svaret er bare sitatet. [1]", Utfall.BESVART, (kilde(1),))
        if "feil" in tekst:
            raise ValueError("hemmelig intern feil")
        if "puster ikke" in tekst:
            return self._lag(henvendelse, AKUTT, Utfall.AKUTT)
        if "rett" in tekst:
            return self._lag(henvendelse, NAER_VEDTAK, Utfall.OVERLEVERT, (kilde(1),), self._overlevering(henvendelse))
        if tekst.startswith("alarm") and "(" not in tekst:
            return self._lag(henvendelse, "Hva mener du med «alarm»?", Utfall.AVKLARING, valg=SLAG)
        if tekst.startswith("språk"):
            return self._lag(henvendelse, f"sprak={henvendelse.sprak}", Utfall.SAMTALE)
        if "tidligere" in tekst:
            rolle = "arbeider" if henvendelse.rolle is Rolle.SAKSBEHANDLER else "bor"
            return self._lag(
                henvendelse, f"turer={len(henvendelse.tidligere)} kommune={henvendelse.kommune} rolle={rolle}", Utfall.SAMTALE
            )
        lokal = kilde(
            2,
            seksjon="Hva koster det?",
            kommune="molde",
            status="vedtatt",
            tekst="| Tjeneste | Pris |\n|---|---|\n| Trygghetsalarm | 325 kr |",
            sitat="| Tjeneste | Pris |\n|---|---|\n| Trygghetsalarm | 325 kr |",
        )
        return self._lag(henvendelse, TRYGGHETSALARM, Utfall.BESVART, (kilde(1), lokal))

    def enklere(self, svar: Svar) -> Svar:
        """Say any answer in five words."""
        return replace(svar, tekst="Du kan søke. [1]", kilder=svar.kilder[:1])

    def videre(self, svar: Svar, henvendelse: Henvendelse, vist: Collection[tuple[str, str]] = ()) -> tuple[Forslag, ...]:
        """Offer two questions on the answers about alarms."""
        if len(svar.kilder) < 2 or henvendelse.rolle is not Rolle.INNBYGGER or len(vist) < 2:
            return ()
        return (
            Forslag(etikett="Hvordan søker jeg?", sporsmal="Hvordan søker jeg? (Trygghetsalarm)"),
            Forslag(etikett="Hva er tjenesten?", sporsmal="Hva er tjenesten? (Trygghetsalarm)"),
        )

    def _overlevering(self, henvendelse: Henvendelse) -> Overlevering:
        kontakt = self.kontakt(henvendelse.kommune) if henvendelse.kommune else Kontakt()
        return Overlevering(grunn="nær et vedtak", kontakt=kontakt, notat=NOTAT)

    def _lag(
        self,
        h: Henvendelse,
        tekst: str,
        utfall: Utfall,
        kilder: tuple[Kilde, ...] = (),
        overlevering: Overlevering | None = None,
        valg: tuple[str, ...] = (),
    ) -> Svar:
        tur = Tur(tekst=h.tekst, selvstendig=h.tekst, utfall=utfall, kommune=h.kommune, valg=valg)
        return Svar(
            henvendelse=h.id,
            sporsmal=h.tekst,
            tekst=tekst,
            utfall=utfall,
            sprak=Malform.NB,
            kilder=kilder,
            overlevering=overlevering,
            valg=valg,
            tur=tur,
        )


def hent(url: str, **hoder: str) -> tuple[int, str, dict[str, str]]:
    """Return status, body and headers (names in lower case) of a GET; never raises for a status."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=hoder), timeout=10) as svar:
            return svar.status, svar.read().decode(), {k.lower(): v for k, v in svar.headers.items()}
    except urllib.error.HTTPError as feil:
        return feil.code, feil.read().decode(), {k.lower(): v for k, v in feil.headers.items()}


@contextmanager
def tjener(data: Path, **miljo: str) -> Iterator[str]:
    """Run a server in a process of its own, in ``data`` as working directory, and yield its address."""
    arbeid = data / "arbeid"
    arbeid.mkdir(parents=True, exist_ok=True)
    env = {**os.environ, "VEILEDER_DATA": str(data), "VEILEDER_PORT": "0", "PYTHONPATH": str(ROT), **miljo}
    logg = (data / "tjener.log").open("w")
    prosess = subprocess.Popen([sys.executable, __file__], cwd=arbeid, env=env, stdout=subprocess.PIPE, stderr=logg, text=True)
    try:
        assert prosess.stdout is not None
        linje = prosess.stdout.readline()
        assert "http://" in linje, (data / "tjener.log").read_text()
        adresse = "http" + linje.split("http", 1)[1].split(" ")[0]
        _vent(adresse)
        yield adresse
    finally:
        prosess.send_signal(signal.SIGTERM)
        prosess.wait(15)
        if prosess.stdout is not None:
            prosess.stdout.close()
        logg.close()


def _vent(adresse: str) -> None:
    for _ in range(100):
        try:
            if hent(f"{adresse}/helse")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("tjeneren svarte ikke")


def main() -> None:
    """Serve the fake service with the settings of the environment."""
    from unittest.mock import patch

    from veileder.innstillinger import Innstillinger
    from veileder.web import app, utsatt

    with patch.object(utsatt, "UtsattTjeneste", lambda *_: FalskTjeneste()):
        app.start(Innstillinger())


if __name__ == "__main__":
    main()

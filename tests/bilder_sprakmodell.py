"""``PYTHONPATH=.:tests python tests/bilder_sprakmodell.py``: pictures of the chat with a model, which here says what a script tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sprakserver import Spurt, i_biter, kjor, setning

from evaluering.front import bilder
from evaluering.front.nettleser import LITEN, STOR, Side, nettleser
from evaluering.front.tjener import tjener
from veileder.innstillinger import ROT

SPORSMAL = "Hva er klagefristen når jeg får avslag på langtidsopphold?"
SVAR = "Du kan klage innen fire uker fra du fikk vite om avslaget på langtidsopphold."
MER = "Du underskriver klagen og sender den til kommunen."


def manus(s: Spurt) -> Iterator[str | float]:
    """Two sentences, the second of which takes its time; in simpler words, one."""
    if "lettere å lese" in s.system:
        yield from i_biter(setning(MER, s.merke))
        return
    yield from i_biter(setning(SVAR, s.merke))
    yield 4.0
    yield from i_biter(setning(MER, s.merke))


def _strommer(side: Side) -> None:
    """Ask, and stop while the answer is being written."""
    felt = side.alle("#chat-input")[0]
    side.js("arguments[0].focus()", felt)
    side.driver.execute_cdp_cmd("Input.insertText", {"text": SPORSMAL})
    felt.send_keys("\n")
    side.vent_tekst(SVAR[:30], '[data-step-type="assistant_message"]')


def main() -> None:
    """Take them, wide and narrow."""
    with kjor(manus) as modell:
        miljo = {"VEILEDER_SPRAKMODELL": "openai:manus", "VEILEDER_SPRAKMODELL_ADRESSE": modell.adresse}
        miljo |= {"VEILEDER_SPRAKMODELL_OPPGAVER": "svar,enklere", "VEILEDER_SPRAKMODELL_PAUSE_SEKUNDER": "20"}
        with tjener(ROT / "korpus", None, **miljo) as t:
            for skjerm in (STOR, replace(LITEN, bredde=360)):
                with nettleser(t.adresse) as side:
                    side.skjerm(replace(skjerm, rolig=True))
                    side.apne_chat()
                    _strommer(side)
                    bilder.skriv(side, skjerm, "sprakmodell-strommer", bilder.MAPPE)
                    side.vent_tekst("Si det enklere")
                    side.ro()
                    bilder.skriv(side, skjerm, "sprakmodell-svar", bilder.MAPPE)
                    side.trykk("Si det enklere")
                    side.vent_tekst(MER, '[data-step-type="assistant_message"]:last-of-type')
                    side.ro(2)
                    bilder.skriv(side, skjerm, "sprakmodell-enklere", bilder.MAPPE)


if __name__ == "__main__":
    main()

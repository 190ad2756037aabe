"""A model's sentences one by one: checked, then shown in its words or the passage's, or dropped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from veileder.domene import Malform, Vurdering
from veileder.formulering.sprakkontroll.kontroll import Dom, Setningskontroll
from veileder.formulering.sprakkontroll.renskrift import synlig
from veileder.formulering.sprakkontroll.tvil import Tvil
from veileder.formulering.sprakmodell.dommer import er_stottet
from veileder.formulering.sprakmodell.grunnlag import Grunn
from veileder.formulering.sprakmodell.ledetekst import gjengir
from veileder.formulering.sprakmodell.lesing import Modellsetning
from veileder.formulering.sprakmodell.oppsett import Sprakoppsett

Vis = Callable[[str], None]
"""Takes each checked piece of the answer as soon as it is checked. Called in the thread that makes the answer."""

KONTROLL = "språkmodell"
"""Name of the checks of a model's sentences."""

FLEST_SETNINGER = 16
"""Sentences that are read before the model is stopped."""

_INTET_I_STEDET = {Tvil.FORM, Tvil.HENVISNING, Tvil.LEDETEKST}
"""After these doubts the passage has no sentence to put in the model's place."""


@dataclass(frozen=True, slots=True)
class Vist:
    """A sentence that was shown, and the passages that it rests on."""

    tekst: str
    grunner: tuple[Grunn, ...]


@dataclass(kw_only=True)
class Arbeid:
    """Takes sentences, and keeps what was shown, what was rested on, and why the rest was stopped.

    ``ledetekst`` is what the model was told, which it may not repeat; ``sporsmal`` is what the user said, which it may.
    """

    grunner: Mapping[str, Grunn]
    kontroll: Setningskontroll
    malform: Malform
    ledetekst: str
    sporsmal: str
    oppsett: Sprakoppsett
    vis: Vis | None = None
    vist: list[Vist] = field(default_factory=list)
    brukt: dict[str, list[int]] = field(default_factory=dict)
    vurderinger: list[Vurdering] = field(default_factory=list)
    lest: int = 0
    egne: int = 0
    """Sentences shown in the model's own words."""

    def ta_imot(self, s: Modellsetning) -> bool:
        """Check one sentence and show what may be shown; return whether to read on."""
        self.lest += 1
        if self.lest > FLEST_SETNINGER or self.ord > self.oppsett.ord:
            self.stans((Tvil.LENGDE,), s.tekst)
            return False
        grunner = tuple(self.grunner[merke] for merke in dict.fromkeys(s.merker) if merke in self.grunner)
        dom = self._dom(s, grunner)
        if dom.bestatt:
            self.egne += 1
            self.vurderinger.append(Vurdering(kontroll=KONTROLL, bestatt=True, grunn=f"{dom.poeng:.2f}"))
            self._ta_med(synlig(s.tekst), grunner, dom.plass)
        else:
            self.stans(dom.tvil, s.tekst)
            if not set(dom.tvil) & _INTET_I_STEDET and dom.plass:
                self._kildens_ord(grunner, dom.plass)
        return True

    def stans(self, tvil: Sequence[Tvil], setning: str = "") -> None:
        """Keep why a sentence was stopped, with the sentence for those who review."""
        hva = f": «{' '.join(setning.split())[:200]}»" if setning.strip() else ""
        self.vurderinger.append(Vurdering(kontroll=KONTROLL, bestatt=False, grunn=", ".join(tvil) + hva))

    @property
    def ord(self) -> int:
        """Words shown."""
        return sum(len(v.tekst.split()) for v in self.vist)

    @property
    def tekst(self) -> str:
        """All that was shown, each sentence with the numbers of its sources."""
        return " ".join(self._med_nummer(v) for v in self.vist)

    def _dom(self, s: Modellsetning, grunner: tuple[Grunn, ...]) -> Dom:
        if not s.tekst.strip() or not s.merker:
            return Dom(tvil=(Tvil.FORM,))
        if any(merke not in self.grunner for merke in s.merker):
            return Dom(tvil=(Tvil.HENVISNING,))
        kjent = " ".join(g.utdrag.tekst for g in self.grunner.values())
        if gjengir(s.tekst, self.ledetekst, f"{kjent} {self.sporsmal}") or any(merke in s.tekst for merke in self.grunner):
            return Dom(tvil=(Tvil.LEDETEKST,))
        if any(s.tekst.lstrip().startswith(f"{g.utdrag.tittel} –") for g in grunner):
            return Dom(tvil=(Tvil.LEDETEKST,))  # the frame around a passage, not what it says
        dom = self.kontroll.kontroller(s.tekst, [g.passasje for g in grunner], self.malform)
        if dom.bestatt and self.oppsett.dommer and not er_stottet(s.tekst, [g.utdrag for g in grunner], self.oppsett):
            return Dom(tvil=(Tvil.DOMMER,), poeng=dom.poeng, plass=dom.plass)
        return dom

    def _kildens_ord(self, grunner: tuple[Grunn, ...], plass: Sequence[int]) -> None:
        """Show the passage's own sentence where the model's was stopped."""
        for grunn, egne in fordel(grunner, plass[:1]):
            self._ta_med(grunn.passasje.enheter[egne[0]].tekst, (grunn,), egne)

    def _ta_med(self, tekst: str, grunner: tuple[Grunn, ...], plass: Sequence[int]) -> None:
        if any(tekst == v.tekst for v in self.vist):
            return
        fordelt = fordel(grunner, plass)
        for grunn, egne in fordelt:
            self.brukt.setdefault(grunn.passasje.merke, []).extend(egne)
        self.vist.append(Vist(tekst, tuple(g for g, _ in fordelt)))
        if self.vis is not None:
            self.vis(self._med_nummer(self.vist[-1]))

    def _med_nummer(self, v: Vist) -> str:
        rekke = list(self.brukt)
        numre = sorted(rekke.index(g.passasje.merke) + 1 for g in v.grunner)
        return f"{v.tekst} {''.join(f'[{nr}]' for nr in numre)}"


def fordel(grunner: Sequence[Grunn], plass: Sequence[int]) -> list[tuple[Grunn, list[int]]]:
    """Return each passage with the indexes of its own sentences, from indexes over those of all in a row."""
    ut, start = [], 0
    for grunn in grunner:
        antall = len(grunn.passasje.enheter)
        if egne := [i - start for i in plass if start <= i < start + antall]:
            ut.append((grunn, egne))
        start += antall
    return ut

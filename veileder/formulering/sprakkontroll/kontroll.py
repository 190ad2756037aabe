"""The checker: may this sentence be shown, given the passages that it cites? The first reason is its name.

Rules stop what is plainly not there (``regler``); a learnt score weighs the rest (``trekk``, ``vekting``). Nothing that
a language model says passes for its own sake: what the score is unsure of is stopped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from veileder.domene import Malform
from veileder.formulering.kontroll import lover
from veileder.formulering.sprakkontroll.malform import feil_malform
from veileder.formulering.sprakkontroll.passasje import Passasje
from veileder.formulering.sprakkontroll.regler import brudd, naere_brudd
from veileder.formulering.sprakkontroll.renskrift import synlig
from veileder.formulering.sprakkontroll.sammenlikning import Sammenlikning, hold_sammen
from veileder.formulering.sprakkontroll.trekk import finn_trekk
from veileder.formulering.sprakkontroll.tvil import Tvil
from veileder.formulering.sprakkontroll.ukjenteord import nesten_et_ord
from veileder.formulering.sprakkontroll.vekting import les_vekter
from veileder.forstaelse.ordliste import Ordliste
from veileder.gjenfinning.analyse import Analyse
from veileder.porter import Embedder

LENGSTE_SETNING = 60
"""Words of one sentence; the longest in the corpus's texts for residents has fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dom:
    """What the checker found. ``tvil`` is empty for a sentence that may be shown.

    ``poeng`` is in [0, 1]; ``plass`` are the indexes, over all the passages' sentences in order, of those that it
    rests on, also when it is stopped.
    """

    tvil: tuple[Tvil, ...] = ()
    poeng: float = 0.0
    plass: tuple[int, ...] = ()

    @property
    def bestatt(self) -> bool:
        """Whether the sentence may be shown."""
        return not self.tvil


class Setningskontroll:
    """Checks sentences one by one. Safe to call from several threads."""

    def __init__(self, embedder: Embedder, ordliste: Ordliste, analyse: Analyse) -> None:
        self._embedder, self._ordliste, self._analyse = embedder, ordliste, analyse
        self._vekter = les_vekter(embedder.navn)

    def kontroller(
        self, setning: str, passasjer: Sequence[Passasje], malform: Malform, *, uten_lofter: bool = False
    ) -> Dom:
        """Return whether a sentence says only what its passages say.

        ``uten_lofter``: near a decision, no promise is shown even where a passage makes one.
        """
        sett = synlig(setning)
        if not passasjer or not any(p.enheter for p in passasjer):
            return Dom(tvil=(Tvil.HENVISNING,))
        if not sett:
            return Dom(tvil=(Tvil.FORM,))
        if len(sett.split()) > LENGSTE_SETNING:
            return Dom(tvil=(Tvil.LENGDE,))
        sammen = hold_sammen(sett, self._vektor(sett), passasjer, self._analyse)
        return self._dom(sammen, malform, uten_lofter=uten_lofter)

    def _dom(self, s: Sammenlikning, malform: Malform, *, uten_lofter: bool) -> Dom:
        tvil = list(brudd(s, self._ordliste))
        if feil_malform(s.setning.tekst, malform):
            tvil.insert(0, Tvil.MALFORM)
        if nesten_et_ord(s.setning.tekst, f"{s.alt.tekst} {s.kontekst}"):
            tvil.append(Tvil.ORD)
        if uten_lofter and lover(s.setning.tekst):
            tvil.append(Tvil.LOVNAD)
        trekk = finn_trekk(s, self._analyse)
        tvil += naere_brudd(trekk)
        poeng = self._vekter.poeng(trekk)
        if poeng < self._vekter.terskel:
            tvil.append(self._vekter.verste(trekk))
        return Dom(tvil=tuple(dict.fromkeys(tvil)), poeng=poeng, plass=s.plass)

    def _vektor(self, sett: str) -> NDArray[np.float32]:
        return np.asarray(self._embedder.embed_documents([sett])[0], np.float32)

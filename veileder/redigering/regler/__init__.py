"""What is checked. A rule is a function in one of these modules, named in the tuple at its end.

``REGLER`` take one text and all the others, ``REGLER_PA_TVERS`` all texts at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from veileder.redigering.manus import Manus
from veileder.redigering.merknad import Merknad
from veileder.redigering.regler import belop, form, frister, hode, lenker, ordbruk, sprak, trygghet, tvillinger, utgatt
from veileder.redigering.samling import Samling

REGLER: tuple[Callable[[Manus, Samling], Iterable[Merknad]], ...] = (
    *hode.REGLER,
    *form.REGLER,
    *lenker.REGLER,
    *utgatt.REGLER,
    *frister.REGLER,
    *belop.REGLER,
    *sprak.REGLER,
    *ordbruk.REGLER,
    *trygghet.REGLER,
)
REGLER_PA_TVERS: tuple[Callable[[Samling], Iterable[Merknad]], ...] = (
    *form.REGLER_PA_TVERS,
    *frister.REGLER_PA_TVERS,
    *belop.REGLER_PA_TVERS,
    *tvillinger.REGLER_PA_TVERS,
    *ordbruk.REGLER_PA_TVERS,
)

"""The fourteen headings of a service description, word for word, as korpus/README.md lists them."""

from __future__ import annotations

from collections.abc import Mapping

from veileder.domene import ASPEKTER, Malform

_NB = (
    "Hva er tjenesten?",
    "Hvem kan få tjenesten?",
    "Hva omfatter tjenesten?",
    "Hva omfatter tjenesten ikke?",
    "Hva er kommunens ansvar?",
    "Hva er ditt ansvar?",
    "Hvilke kriterier gjelder?",
    "Hvordan søker du?",
    "Hvordan vurderer kommunen søknaden?",
    "Hvordan og når blir tjenesten tildelt?",
    "Hva kan du gjøre ved avslag?",
    "Hva koster tjenesten?",
    "Hvilke lover gjelder?",
    "Hvem kan du kontakte?",
)
_NN = (
    "Kva er tenesta?",
    "Kven kan få tenesta?",
    "Kva omfattar tenesta?",
    "Kva omfattar tenesta ikkje?",
    "Kva er ansvaret til kommunen?",
    "Kva er ansvaret ditt?",
    "Kva kriterium gjeld?",
    "Korleis søkjer du?",
    "Korleis vurderer kommunen søknaden?",
    "Korleis og når blir tenesta tildelt?",
    "Kva kan du gjere ved avslag?",
    "Kva kostar tenesta?",
    "Kva lover gjeld?",
    "Kven kan du kontakte?",
)
OVERSKRIFTER: Mapping[Malform, Mapping[str, str]] = {
    Malform.NB: dict(zip(ASPEKTER, _NB, strict=True)),
    Malform.NN: dict(zip(ASPEKTER, _NN, strict=True)),
}
"""Heading by målform and aspekt, in reading order."""

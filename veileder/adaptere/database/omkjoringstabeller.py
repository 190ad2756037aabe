"""The tables of the closed loop: questions asked again, and what approved answers rest on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from veileder.adaptere.database.tabeller import Tabell


class Omkjoringsrad(Tabell):
    """The latest answer to a stored question: ``omkjoring.Omkjoring``. Goes with its message."""

    __tablename__ = "omkjoringer"

    melding_id: Mapped[str] = mapped_column(ForeignKey("meldinger.id", ondelete="CASCADE"), primary_key=True)
    tidspunkt: Mapped[dt.datetime]
    kjort_av: Mapped[str]
    utfall: Mapped[str]
    malform: Mapped[str]
    svar: Mapped[str]
    overleveringsgrunn: Mapped[str]
    kilder: Mapped[list[dict[str, Any]]]
    versjoner: Mapped[dict[str, Any]]
    lik: Mapped[bool]
    dom: Mapped[str]
    arsak: Mapped[str]
    vurdert_av: Mapped[str]
    versjon: Mapped[int]


class Bindingsrad(Tabell):
    """A passage that an approved answer rests on: ``godkjente.Binding``."""

    __tablename__ = "bindinger"

    melding_id: Mapped[str] = mapped_column(ForeignKey("meldinger.id", ondelete="CASCADE"), primary_key=True)
    utdrag: Mapped[str] = mapped_column(primary_key=True)
    fil: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]
    tittel: Mapped[str]

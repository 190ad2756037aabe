"""The first tables: answered messages with sources and flags, reports, people who want to be contacted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None

_TID = sa.DateTime(timezone=True)


def _tekster(*navn: str) -> list[sa.Column[str]]:
    return [sa.Column(n, sa.Text(), nullable=False) for n in navn]


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "meldinger",
        *_tekster("id", "samtale_id"),
        sa.Column("tur", sa.Integer(), nullable=False),
        sa.Column("tidspunkt", _TID, nullable=False),
        *_tekster("rolle", "kommune", "malform", "utfall", "tjeneste", "aspekt", "sporsmal", "svar", "overleveringsgrunn"),
        sa.Column("prioritet", sa.Integer(), nullable=False),
        *[sa.Column(n, sa.JSON(), nullable=False) for n in ("treff", "vurderinger", "spor")],
        sa.PrimaryKeyConstraint("id", name="pk_meldinger"),
    )
    for felt in (("samtale_id", "tur"), ("prioritet", "tidspunkt"), ("tidspunkt",), ("utfall",), ("tjeneste",)):
        op.create_index(f"ix_meldinger_{'_'.join(felt)}", "meldinger", list(felt))
    _meldingens_egne()
    _fra_brukere()


def _meldingens_egne() -> None:
    op.create_table(
        "kilder",
        *_tekster("melding_id"),
        sa.Column("nr", sa.Integer(), nullable=False),
        *_tekster("utdrag", "dokument", "fil", "digest", "tittel", "seksjon", "aspekt", "kommune", "malform", "sitat"),
        *_tekster("status", "gjelder_fra", "revideres", "kilde_dato", "lenke"),
        sa.PrimaryKeyConstraint("melding_id", "nr", name="pk_kilder"),
        sa.ForeignKeyConstraint(["melding_id"], ["meldinger.id"], name="fk_kilder_melding_id", ondelete="CASCADE"),
    )
    op.create_index("ix_kilder_utdrag", "kilder", ["utdrag"])
    op.create_index("ix_kilder_fil_digest", "kilder", ["fil", "digest"])
    op.create_table(
        "flagg",
        *_tekster("melding_id", "slag", "detalj"),
        sa.PrimaryKeyConstraint("melding_id", "slag", name="pk_flagg"),
        sa.ForeignKeyConstraint(["melding_id"], ["meldinger.id"], name="fk_flagg_melding_id", ondelete="CASCADE"),
    )
    op.create_index("ix_flagg_slag", "flagg", ["slag"])


def _fra_brukere() -> None:
    op.create_table(
        "rapporter",
        *_tekster("nummer", "melding_id", "samtale_id", "grunn", "tekst", "malform"),
        sa.Column("mottatt", _TID, nullable=False),
        *_tekster("status", "tilbakemelding"),
        sa.Column("behandlet", _TID, nullable=True),
        sa.Column("versjon", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("nummer", name="pk_rapporter"),
    )
    for felt in ("melding_id", "samtale_id", "mottatt", "status"):
        op.create_index(f"ix_rapporter_{felt}", "rapporter", [felt])
    op.create_table(
        "kontaktsaker",
        *_tekster("nummer", "kommune", "navn", "telefon", "epost", "tid", "notat", "malform"),
        sa.Column("opprettet", _TID, nullable=False),
        sa.Column("frist", sa.Date(), nullable=True),
        *_tekster("status", "tatt_av"),
        sa.Column("versjon", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("nummer", name="pk_kontaktsaker"),
    )
    op.create_index("ix_kontaktsaker_kommune_status_opprettet", "kontaktsaker", ["kommune", "status", "opprettet"])


def downgrade() -> None:
    """Remove them."""
    for tabell in ("kontaktsaker", "rapporter", "flagg", "kilder", "meldinger"):
        op.drop_table(tabell)

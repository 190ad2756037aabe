"""Retention: when a request was handled, notices to be sent, locks, clean-ups done, counts without persons."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003_oppbevaring"
down_revision: str | None = "0002_gjennomgang"

_TID = sa.DateTime(timezone=True)


def _tekster(*navn: str) -> list[sa.Column[str]]:
    return [sa.Column(n, sa.Text(), nullable=False) for n in navn]


def upgrade() -> None:
    """Make them. A request that was handled before this version counts from now."""
    op.add_column("kontaktsaker", sa.Column("behandlet", _TID, nullable=True))
    op.execute("UPDATE kontaktsaker SET behandlet = CURRENT_TIMESTAMP WHERE status IN ('besvart', 'lukket')")
    op.create_table(
        "laser",
        *_tekster("navn", "holder"),
        sa.Column("utloper", _TID, nullable=False),
        sa.PrimaryKeyConstraint("navn", name="pk_laser"),
    )
    op.create_table(
        "varsler",
        sa.Column("id", sa.Integer(), nullable=False),
        *_tekster("nummer", "kommune"),
        sa.Column("opprettet", _TID, nullable=False),
        sa.Column("forsok", sa.Integer(), nullable=False),
        sa.Column("neste", _TID, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_varsler"),
        sa.ForeignKeyConstraint(["nummer"], ["kontaktsaker.nummer"], name="fk_varsler_nummer", ondelete="CASCADE"),
    )
    op.create_index("ix_varsler_nummer", "varsler", ["nummer"])
    op.create_index("ix_varsler_neste", "varsler", ["neste"])
    op.create_table(
        "ryddinger",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tidspunkt", _TID, nullable=False),
        sa.Column("antall", sa.JSON(), nullable=False),
        sa.Column("skrubbet", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ryddinger"),
    )
    op.create_index("ix_ryddinger_tidspunkt", "ryddinger", ["tidspunkt"])
    noklene = ("kommune", "tjeneste", "aspekt", "utfall")
    op.create_table(
        "statistikk",
        sa.Column("uke", sa.Date(), nullable=False),
        *_tekster(*noklene),
        sa.Column("antall", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("uke", *noklene, name="pk_statistikk"),
    )


def downgrade() -> None:
    """Remove them."""
    for tabell in ("statistikk", "ryddinger", "varsler", "laser"):
        op.drop_table(tabell)
    op.drop_column("kontaktsaker", "behandlet")

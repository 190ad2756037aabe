"""The closed loop: questions asked again, and the texts that approved answers rest on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005_omkjoring"
down_revision: str | None = "0004_koens_indeks"


def _tekster(*navn: str) -> list[sa.Column[str]]:
    return [sa.Column(n, sa.Text(), nullable=False) for n in navn]


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "omkjoringer",
        *_tekster("melding_id"),
        sa.Column("tidspunkt", sa.DateTime(timezone=True), nullable=False),
        *_tekster("kjort_av", "utfall", "malform", "svar", "overleveringsgrunn"),
        sa.Column("kilder", sa.JSON(), nullable=False),
        sa.Column("versjoner", sa.JSON(), nullable=False),
        sa.Column("lik", sa.Boolean(), nullable=False),
        *_tekster("dom", "arsak", "vurdert_av"),
        sa.Column("versjon", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("melding_id", name="pk_omkjoringer"),
        sa.ForeignKeyConstraint(["melding_id"], ["meldinger.id"], name="fk_omkjoringer_melding_id", ondelete="CASCADE"),
    )
    op.create_table(
        "bindinger",
        *_tekster("melding_id", "utdrag", "fil", "digest", "tittel"),
        sa.PrimaryKeyConstraint("melding_id", "utdrag", "fil", name="pk_bindinger"),
        sa.ForeignKeyConstraint(["melding_id"], ["meldinger.id"], name="fk_bindinger_melding_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    """Remove them."""
    op.drop_table("bindinger")
    op.drop_table("omkjoringer")

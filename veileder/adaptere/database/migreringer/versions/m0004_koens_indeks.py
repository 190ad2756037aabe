"""The queue of review is read from one index that holds all it asks of a message."""

from __future__ import annotations

from alembic import op

revision = "0004_koens_indeks"
down_revision: str | None = "0003_oppbevaring"

_NY = ["prioritet", "tidspunkt", "id", "kommune", "tjeneste", "utfall", "malform"]


def upgrade() -> None:
    """Make it in place of the narrower one."""
    op.drop_index("ix_meldinger_prioritet_tidspunkt", "meldinger")
    op.create_index("ix_meldinger_koen", "meldinger", _NY)


def downgrade() -> None:
    """Bring the narrower one back."""
    op.drop_index("ix_meldinger_koen", "meldinger")
    op.create_index("ix_meldinger_prioritet_tidspunkt", "meldinger", ["prioritet", "tidspunkt"])

"""Insight: what each message is counted by, vectors of what was not answered, letters, and when a suggestion was decided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006_innsikt"
down_revision: str | None = "0005_omkjoring"

_NYE = ("samtaler", "om_tjeneste", "om_aspekt", "om_utfall", "skille", "ubesvart", "lix", "lix_antall")
_TIDER = ("t200", "t500", "t1000", "t2000", "tover")
_NOKLER = ("kommune", "tjeneste", "aspekt", "utfall")

_FYLL = """
INSERT INTO kjennetegn (melding_id, dag, uke, kommune, tjeneste, aspekt, utfall, antall, samtaler, om_tjeneste, om_aspekt,
                        om_utfall, skille, ubesvart, lix, lix_antall, t200, t500, t1000, t2000, tover)
SELECT id, {dag}, {uke}, kommune, tjeneste, aspekt, utfall, 1,
       CASE WHEN row_number() OVER (PARTITION BY samtale_id ORDER BY tidspunkt, id) = 1 THEN 1 ELSE 0 END,
       CASE WHEN row_number() OVER (PARTITION BY samtale_id, tjeneste ORDER BY tidspunkt, id) = 1 THEN 1 ELSE 0 END,
       CASE WHEN row_number() OVER (PARTITION BY samtale_id, aspekt ORDER BY tidspunkt, id) = 1 THEN 1 ELSE 0 END,
       CASE WHEN row_number() OVER (PARTITION BY samtale_id, utfall ORDER BY tidspunkt, id) = 1 THEN 1 ELSE 0 END,
       0, 0, 0, 0, 0, 0, 0, 0, 0
FROM meldinger
"""
"""Messages of an earlier version are counted by what their columns tell; the rest of the counts begin with this one."""


def _tall(*navn: str, standard: str | None = None) -> list[sa.Column[int]]:
    return [sa.Column(n, sa.Integer(), nullable=False, server_default=standard) for n in navn]


def _tekster(*navn: str) -> list[sa.Column[str]]:
    return [sa.Column(n, sa.Text(), nullable=False) for n in navn]


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "kjennetegn",
        *_tekster("melding_id"),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("uke", sa.Date(), nullable=False),
        *_tekster(*_NOKLER),
        *_tall("antall", *_NYE, *_TIDER),
        sa.PrimaryKeyConstraint("melding_id", name="pk_kjennetegn"),
        sa.ForeignKeyConstraint(["melding_id"], ["meldinger.id"], name="fk_kjennetegn_melding_id", ondelete="CASCADE"),
    )
    op.create_index("ix_kjennetegn_uke_kommune", "kjennetegn", ["uke", "kommune"])
    op.create_table(
        "vektorer",
        *_tekster("melding_id", "vektor"),
        sa.PrimaryKeyConstraint("melding_id", name="pk_vektorer"),
        sa.ForeignKeyConstraint(["melding_id"], ["meldinger.id"], name="fk_vektorer_melding_id", ondelete="CASCADE"),
    )
    op.create_table(
        "ukesbrev",
        sa.Column("uke", sa.Date(), nullable=False),
        *_tekster("kommune"),
        sa.Column("laget", sa.DateTime(timezone=True), nullable=False),
        sa.Column("innhold", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("uke", "kommune", name="pk_ukesbrev"),
    )
    with op.batch_alter_table("statistikk") as tabell:  # how many persons earlier counts were of nobody knows: none is shown
        for kolonne in _tall(*_NYE, *_TIDER, standard="0"):
            tabell.add_column(kolonne)
    with op.batch_alter_table("statistikk") as tabell:
        for navn in (*_NYE, *_TIDER):
            tabell.alter_column(navn, server_default=None)
    op.add_column("tekstforslag", sa.Column("avgjort", sa.DateTime(timezone=True), nullable=True))
    sqlite = op.get_bind().dialect.name == "sqlite"
    dag = "date(tidspunkt)" if sqlite else "CAST(tidspunkt AT TIME ZONE 'UTC' AS date)"
    uke = (
        "date(tidspunkt, '-6 days', 'weekday 1')" if sqlite else "CAST(date_trunc('week', tidspunkt AT TIME ZONE 'UTC') AS date)"
    )
    op.execute(_FYLL.format(dag=dag, uke=uke))


def downgrade() -> None:
    """Remove them. Counts are kept as messages."""
    op.drop_column("tekstforslag", "avgjort")
    for navn in (*_NYE, *_TIDER):
        op.drop_column("statistikk", navn)
    for tabell in ("ukesbrev", "vektorer", "kjennetegn"):
        op.drop_table(tabell)

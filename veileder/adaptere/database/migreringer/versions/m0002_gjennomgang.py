"""Review: users, sessions, the access log, cases with their history, suggested texts, cases for the test set."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002_gjennomgang"
down_revision: str | None = "0001"

_TID = sa.DateTime(timezone=True)
_TABELLER = (
    "testtilfeller", "tekstforslag", "soketekster", "kontakthendelser", "sakshendelser", "saker", "tilgangslogg",
    "innloggingsforsok", "okter", "brukere",
)  # fmt: skip
_BUNKE = 1000
"""Messages whose text for search is written at a time."""


def _tekster(*navn: str, kan_mangle: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(n, sa.Text(), nullable=kan_mangle) for n in navn]


def _tider(*navn: str, kan_mangle: bool = False) -> list[sa.Column[object]]:
    return [sa.Column(n, _TID, nullable=kan_mangle) for n in navn]


def _tall(*navn: str) -> list[sa.Column[int]]:
    return [sa.Column(n, sa.Integer(), nullable=False) for n in navn]


def _til(tabell: str, felt: str, mot: str, ved_sletting: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([felt], [mot], name=f"fk_{tabell}_{felt}", ondelete=ved_sletting)


def _indekser(tabell: str, *felt: str) -> None:
    for f in felt:
        op.create_index(f"ix_{tabell}_{f}", tabell, [f])


def upgrade() -> None:
    """Make them."""
    _ansatte()
    _logg()
    _saker()
    _folger()
    _fyll_soketekster()


def _ansatte() -> None:
    op.create_table(
        "brukere",
        *_tekster("id", "brukernavn", "navn"),
        sa.Column("tilganger", sa.JSON(), nullable=False),
        sa.Column("ekstern", sa.Boolean(), nullable=False),
        *_tekster("passord", "engangskode"),
        *_tider("engangskode_utloper", kan_mangle=True),
        *_tider("opprettet"),
        *_tider("stengt", kan_mangle=True),
        sa.PrimaryKeyConstraint("id", name="pk_brukere"),
        sa.UniqueConstraint("brukernavn", name="uq_brukere_brukernavn"),
    )
    op.create_table(
        "okter",
        *_tekster("nokkel", "bruker_id"),
        *_tider("opprettet", "sist_brukt"),
        sa.Column("ekstern", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("nokkel", name="pk_okter"),
        _til("okter", "bruker_id", "brukere.id", "CASCADE"),
    )
    _indekser("okter", "bruker_id")
    op.create_table(
        "innloggingsforsok",
        *_tekster("nokkel"),
        *_tall("antall"),
        *_tider("siste"),
        sa.PrimaryKeyConstraint("nokkel", name="pk_innloggingsforsok"),
    )
    _indekser("innloggingsforsok", "siste")


def _logg() -> None:
    op.create_table(
        "tilgangslogg",
        *_tall("id"),
        *_tider("tidspunkt"),
        *_tekster("bruker_id", "brukernavn", "handling", "gjelder", "detalj"),
        sa.PrimaryKeyConstraint("id", name="pk_tilgangslogg"),
        sqlite_autoincrement=True,
    )
    _indekser("tilgangslogg", "tidspunkt", "brukernavn", "gjelder")


def _saker() -> None:
    op.create_table(
        "saker",
        *_tekster("melding_id", "tilstand", "tildelt", "dom", "arsak", "kommentar"),
        *_tider("endret", kan_mangle=True),
        *_tekster("endret_av"),
        *_tall("versjon"),
        sa.PrimaryKeyConstraint("melding_id", name="pk_saker"),
        _til("saker", "melding_id", "meldinger.id", "CASCADE"),
    )
    _indekser("saker", "tilstand", "tildelt")
    for tabell, felt, mot in (
        ("sakshendelser", "melding_id", "meldinger.id"),
        ("kontakthendelser", "nummer", "kontaktsaker.nummer"),
    ):
        op.create_table(
            tabell,
            *_tall("id"),
            *_tekster(felt),
            *_tider("tidspunkt"),
            *_tekster("bruker", "hva", "detalj"),
            sa.PrimaryKeyConstraint("id", name=f"pk_{tabell}"),
            _til(tabell, felt, mot, "CASCADE"),
        )
        _indekser(tabell, felt)
    op.create_table(
        "soketekster",
        *_tekster("melding_id", "tekst"),
        sa.PrimaryKeyConstraint("melding_id", name="pk_soketekster"),
        _til("soketekster", "melding_id", "meldinger.id", "CASCADE"),
    )


def _folger() -> None:
    op.create_table(
        "tekstforslag",
        *_tekster("id"),
        *_tekster("melding_id", kan_mangle=True),
        *_tekster("fil", "utdrag", "tittel", "seksjon", "kommune", "opprinnelig", "forslag", "begrunnelse", "laget_av"),
        *_tider("opprettet"),
        *_tekster("status"),
        *_tall("versjon"),
        sa.PrimaryKeyConstraint("id", name="pk_tekstforslag"),
        _til("tekstforslag", "melding_id", "meldinger.id", "SET NULL"),
    )
    _indekser("tekstforslag", "melding_id")
    op.create_table(
        "testtilfeller",
        *_tekster("id"),
        *_tekster("melding_id", kan_mangle=True),
        *_tekster("kommune"),
        sa.Column("rad", sa.JSON(), nullable=False),
        *_tekster("laget_av"),
        *_tider("opprettet"),
        sa.PrimaryKeyConstraint("id", name="pk_testtilfeller"),
        _til("testtilfeller", "melding_id", "meldinger.id", "SET NULL"),
    )
    _indekser("testtilfeller", "melding_id")


def _fyll_soketekster() -> None:
    """Write the text for search of what is stored already; in Python, since SQLite's lower() knows no æ, ø and å."""
    bind = op.get_bind()
    meldinger = sa.table("meldinger", *(sa.column(n) for n in ("id", "sporsmal", "svar")))
    soketekster = sa.table("soketekster", sa.column("melding_id"), sa.column("tekst"))
    rader = bind.execute(sa.select(meldinger)).fetchall()
    for i in range(0, len(rader), _BUNKE):
        bunke = [{"melding_id": r.id, "tekst": f"{r.sporsmal}\n{r.svar}".casefold()} for r in rader[i : i + _BUNKE]]
        bind.execute(soketekster.insert(), bunke)


def downgrade() -> None:
    """Remove them."""
    for tabell in _TABELLER:
        op.drop_table(tabell)

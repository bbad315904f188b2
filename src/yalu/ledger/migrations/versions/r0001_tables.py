"""The audit, judgements and undos, and the mark of a ledger that was moved."""

import sqlalchemy as sa
from alembic import op

revision = "r0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "audit",
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("at", "who", "action", "payload")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("prev_hash", "hash")),
        sa.CheckConstraint("seq > 0"),
    )
    op.create_table(
        "judgement",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("seq", sa.BigInteger, sa.ForeignKey("audit.seq"), nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("a", "b", "verdict", "who", "at", "why")),
        sa.CheckConstraint("a <> b"),
        sa.CheckConstraint("verdict IN ('same', 'different', 'unsure')"),
    )
    op.create_index("judgement_pair", "judgement", ["a", "b"])
    op.create_table(
        "undo",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("seq", sa.BigInteger, sa.ForeignKey("audit.seq"), nullable=False, unique=True),
        sa.Column("undoes", sa.Text, sa.ForeignKey("judgement.id"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("who", "at", "why")),
    )
    op.create_table("closed", *(sa.Column(name, sa.Text, nullable=False) for name in ("at", "moved_to")))

"""Marks on hits of screening: true, false or unsure, append-only as all else."""

import sqlalchemy as sa
from alembic import op

revision = "r0003"
down_revision = "r0002"

WORDS = "the ledger is append-only"
FIELDS = ("customer", "query", "party", "print", "verdict", "who", "at", "why")


def upgrade() -> None:
    """Make the table and its triggers."""
    op.create_table(
        "mark",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("seq", sa.BigInteger, sa.ForeignKey("audit.seq"), nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in FIELDS),
        sa.CheckConstraint("verdict IN ('true', 'false', 'unsure', 'withdrawn')"),
    )
    op.create_index("mark_customer", "mark", ["customer"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER mark_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON mark"
            " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER mark_no_{verb.lower()} BEFORE {verb} ON mark"
            f" BEGIN SELECT RAISE(ABORT, '{WORDS}: {verb} on mark'); END"
        )

"""Signatures under plans: signed or withdrawn, append-only as all else."""

import sqlalchemy as sa
from alembic import op

revision = "r0004"
down_revision = "r0003"

WORDS = "the ledger is append-only"
FIELDS = ("plan", "digest", "verdict", "who", "at", "why")


def upgrade() -> None:
    """Make the table and its triggers."""
    op.create_table(
        "signature",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("seq", sa.BigInteger, sa.ForeignKey("audit.seq"), nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in FIELDS),
        sa.CheckConstraint("verdict IN ('signed', 'withdrawn')"),
        sa.CheckConstraint("length(digest) = 64"),
    )
    op.create_index("signature_plan", "signature", ["plan"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER signature_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON signature"
            " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER signature_no_{verb.lower()} BEFORE {verb} ON signature"
            f" BEGIN SELECT RAISE(ABORT, '{WORDS}: {verb} on signature'); END"
        )

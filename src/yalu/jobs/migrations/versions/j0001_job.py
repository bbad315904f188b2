"""The table of jobs."""

import sqlalchemy as sa
from alembic import op

revision = "j0001"
down_revision = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "job",
        sa.Column("id", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "params", "state", "who")),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("done", "total")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("message", "owner", "lease_until")),
        sa.Column("attempts", sa.BigInteger, nullable=False),
        sa.Column("cancel", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("created", "started", "ended")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("files", "error")),
        sa.CheckConstraint("state IN ('queued', 'running', 'done', 'failed', 'cancelled')"),
    )
    op.create_index("job_waiting", "job", ["state", "created"])

"""The table of saved views and notes."""

import sqlalchemy as sa
from alembic import op

revision = "v0001"
down_revision = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "saved",
        sa.Column("id", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "about", "text", "address")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("who", "created", "removed")),
        sa.CheckConstraint("kind IN ('view', 'note')"),
    )
    op.create_index("saved_about", "saved", ["kind", "about", "created"])

"""The table of saved views and notes. Its revisions are its own: no judgement depends on it."""

from __future__ import annotations

from sqlalchemy import Column, MetaData, Table, Text

REVISION = "v0001"
"""The newest revision; see ``migrations/versions``."""

VERSION_TABLE = "saved_version"
"""Where Alembic keeps the revision."""

metadata = MetaData()

saved = Table(
    "saved",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False, default=""),
    Column("text", Text, nullable=False),
    Column("address", Text, nullable=False, default=""),
    Column("who", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("removed", Text, nullable=False, default=""),
)

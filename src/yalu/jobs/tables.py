"""The table of jobs, on the ledger's database. Its revisions are its own: no judgement depends on it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, MetaData, Table, Text

REVISION = "j0001"
"""The newest revision; see ``migrations/versions``."""

VERSION_TABLE = "job_version"
"""Where Alembic keeps the revision."""

metadata = MetaData()

job = Table(
    "job",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("params", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("done", BigInteger, nullable=False, default=0),
    Column("total", BigInteger, nullable=False, default=0),
    Column("message", Text, nullable=False, default=""),
    Column("owner", Text, nullable=False, default=""),
    Column("lease_until", Text, nullable=False, default=""),
    Column("attempts", BigInteger, nullable=False, default=0),
    Column("cancel", Boolean, nullable=False, default=False),
    Column("created", Text, nullable=False),
    Column("started", Text, nullable=False, default=""),
    Column("ended", Text, nullable=False, default=""),
    Column("files", Text, nullable=False, default="[]"),
    Column("error", Text, nullable=False, default=""),
)

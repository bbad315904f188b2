"""The ledger's tables, as the newest revision has them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, MetaData, Table, Text

REVISION = "r0004"
"""The newest revision of the tables; see ``migrations/versions``."""

VERSION_TABLE = "ledger_version"
"""Where Alembic keeps the revision."""

metadata = MetaData()

audit = Table(
    "audit",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", Text, primary_key=True),
    Column("seq", BigInteger, ForeignKey("audit.seq"), nullable=False, unique=True),
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
)

undo = Table(
    "undo",
    metadata,
    Column("id", Text, primary_key=True),
    Column("seq", BigInteger, ForeignKey("audit.seq"), nullable=False, unique=True),
    Column("undoes", Text, ForeignKey("judgement.id"), nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
)

mark = Table(
    "mark",
    metadata,
    Column("id", Text, primary_key=True),
    Column("seq", BigInteger, ForeignKey("audit.seq"), nullable=False, unique=True),
    Column("customer", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("party", Text, nullable=False),
    Column("print", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
)

signature = Table(
    "signature",
    metadata,
    Column("id", Text, primary_key=True),
    Column("seq", BigInteger, ForeignKey("audit.seq"), nullable=False, unique=True),
    Column("plan", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
)

closed = Table(
    "closed", metadata, Column("at", Text, nullable=False), Column("moved_to", Text, nullable=False)
)
"""Holds a row where the ledger was moved elsewhere, and takes no more."""

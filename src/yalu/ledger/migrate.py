"""Brings the tables of a ledger to the newest revision, in the transaction of the caller."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

from yalu.ledger import tables
from yalu.ledger.revisions import Revisions

REVISIONS = Revisions(tables.VERSION_TABLE, tables.REVISION, Path(__file__).parent / "migrations")


def revision(connection: Connection) -> str:
    """The revision of the tables, or ``""`` where there are none."""
    return REVISIONS.current(connection)


def check(found: str, name: str) -> None:
    """Refuse a revision that this version of Yalu does not know. Raises YaluError."""
    REVISIONS.check(found, f"ledger {name}")


def upgrade(connection: Connection, name: str, to: str = "head") -> None:
    """Make or upgrade the tables; nothing is done where they are the newest. Raises YaluError."""
    REVISIONS.upgrade(connection, f"ledger {name}", to)


def drop(connection: Connection) -> None:
    """Remove every table of the ledger; only for a restore, after the old ledger was kept aside."""
    tables.metadata.drop_all(connection)
    connection.execute(text(f"DROP TABLE IF EXISTS {tables.VERSION_TABLE}"))
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP FUNCTION IF EXISTS ledger_refuse() CASCADE"))

"""Brings the table of saved views to its newest revision, in the transaction of the caller."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from yalu.ledger.revisions import Revisions
from yalu.workbench.saved import tables

REVISIONS = Revisions(tables.VERSION_TABLE, tables.REVISION, Path(__file__).parent / "migrations")
WHAT = "table of saved views"


def revision(connection: Connection) -> str:
    """The revision of the table, or ``""`` where there is none. Raises YaluError for one of a later Yalu."""
    found = REVISIONS.current(connection)
    REVISIONS.check(found, WHAT)
    return found


def upgrade(connection: Connection) -> None:
    """Make or upgrade the table; nothing is done where it is the newest. Raises YaluError."""
    REVISIONS.upgrade(connection, WHAT)

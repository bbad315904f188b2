"""Brings the tables of a ledger to the newest revision, in the transaction of the caller."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from yalu.errors import YaluError
from yalu.ledger import tables

HERE = Path(__file__).parent / "migrations"


def revision(connection: Connection) -> str:
    """The revision of the tables, or ``""`` where there are none."""
    if not inspect(connection).has_table(tables.VERSION_TABLE):
        return ""
    return connection.execute(text(f"SELECT version_num FROM {tables.VERSION_TABLE}")).scalar() or ""


def check(found: str, name: str) -> None:
    """Refuse a revision that this version of Yalu does not know. Raises YaluError."""
    if found > tables.REVISION:
        raise YaluError(
            f"The ledger {name} has revision {found}; this version of Yalu knows {tables.REVISION}.",
            expected=f"{tables.REVISION} or older",
            do="Use the version of Yalu that wrote it, or a newer one.",
        )


def upgrade(connection: Connection, name: str, to: str = "head") -> None:
    """Make or upgrade the tables; nothing is done where they are the newest. Raises YaluError."""
    found = revision(connection)
    check(found, name)
    if found == tables.REVISION:
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def drop(connection: Connection) -> None:
    """Remove every table of the ledger; only for a restore, after the old ledger was kept aside."""
    tables.metadata.drop_all(connection)
    connection.execute(text(f"DROP TABLE IF EXISTS {tables.VERSION_TABLE}"))
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP FUNCTION IF EXISTS ledger_refuse() CASCADE"))

"""Brings the table of saved views to its newest revision, in the transaction of the caller."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from yalu.errors import YaluError
from yalu.workbench.saved import tables

HERE = Path(__file__).parent / "migrations"


def revision(connection: Connection) -> str:
    """The revision of the table, or ``""`` where there is none. Raises YaluError for one of a later Yalu."""
    if not inspect(connection).has_table(tables.VERSION_TABLE):
        return ""
    found = connection.execute(text(f"SELECT version_num FROM {tables.VERSION_TABLE}")).scalar() or ""
    if found > tables.REVISION:
        raise YaluError(
            f"The table of saved views has revision {found}; this version of Yalu knows {tables.REVISION}.",
            expected=f"{tables.REVISION} or older",
            do="Use the version of Yalu that wrote it, or a newer one.",
        )
    return str(found)


def upgrade(connection: Connection) -> None:
    """Make or upgrade the table; nothing is done where it is the newest."""
    if revision(connection) == tables.REVISION:
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

"""Tables on the ledger's database that have revisions of their own: which is there, and how to the newest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from yalu.errors import YaluError


@dataclass(frozen=True)
class Revisions:
    """One line of revisions: the table that holds its number, the newest one, and the scripts' folder."""

    version_table: str
    newest: str
    scripts: Path

    def current(self, connection: Connection) -> str:
        """The revision of the tables, or ``""`` where there are none."""
        if not inspect(connection).has_table(self.version_table):
            return ""
        found = connection.execute(text(f"SELECT version_num FROM {self.version_table}")).scalar()
        return str(found or "")

    def check(self, found: str, what: str) -> None:
        """Refuse a revision that this version of Yalu does not know. Raises YaluError."""
        if found > self.newest:
            raise YaluError(
                f"The {what} has revision {found}; this version of Yalu knows {self.newest}.",
                expected=f"{self.newest} or older",
                do="Use the version of Yalu that wrote it, or a newer one.",
            )

    def upgrade(self, connection: Connection, what: str, to: str = "head") -> None:
        """Make or upgrade the tables, in the transaction of the caller; nothing where they are the newest.

        Raises YaluError for a revision of a later Yalu; ``what`` names the tables in it.
        """
        found = self.current(connection)
        self.check(found, what)
        if found == self.newest:
            return
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(self.scripts).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, to)

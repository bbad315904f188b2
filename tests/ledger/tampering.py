"""What somebody with the rights of the database's owner can do to a ledger behind Yalu's back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from yalu.ledger.place import Place

Statement = str | tuple[str, Sequence[object]]


def tamper(place: Place, *statements: Statement) -> None:
    """Run statements with triggers and foreign keys out of the way; parameters are written as ``?``."""
    pairs = [(s, ()) if isinstance(s, str) else s for s in statements]
    if place.file:
        connection = sqlite3.connect(place.file)
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for sql, values in pairs:
            connection.execute(sql, values)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()
        connection.close()
        return
    import psycopg

    with psycopg.connect(place.url.replace("+psycopg", "")) as open_:
        open_.execute("SET session_replication_role = replica")  # neither triggers nor foreign keys
        for sql, values in pairs:
            open_.execute(sql.replace("?", "%s").encode(), values)

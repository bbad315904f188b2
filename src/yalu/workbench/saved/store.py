"""Keeps views by their address and notes on parties. What is removed can be brought back."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, insert, select, update

from yalu.errors import UsageError
from yalu.evidence.workspace import Workspace
from yalu.ledger import engines
from yalu.ledger.place import find
from yalu.ledger.told import told
from yalu.workbench.saved import migrate
from yalu.workbench.saved.tables import saved as table

Kind = Literal["view", "note"]
MOST = 500
"""Of each kind are read at once, the newest first."""


@dataclass(frozen=True)
class Kept:
    """A view (``text`` its name, ``address`` where it is) or a note (``about`` the id of a party)."""

    id: str
    kind: str
    about: str
    text: str
    address: str
    who: str
    created: str


class Saved:
    """The views and notes of a workspace. Making the object opens nothing, and reading makes no file."""

    def __init__(self, workspace: Workspace) -> None:
        self._root = workspace.root

    def keep(self, kind: Kind, text: str, *, who: str, about: str = "", address: str = "") -> str:
        """Keep a view or a note; its id. Raises UsageError for one without text, StorageError."""
        if not text.strip():
            raise UsageError(f"A {kind} needs some words.", expected="a name for a view, text for a note")
        values = {"id": f"v{secrets.token_hex(8)}", "kind": kind, "text": text.strip(), "about": about}
        values |= {"address": address, "who": who[:200], "created": _now(), "removed": ""}
        with self._writing() as connection:
            connection.execute(insert(table).values(**values))
        return values["id"]

    def remove(self, saved_id: str, *, back: bool = False) -> None:
        """Remove one, or bring it back. Raises UsageError where there is none."""
        with self._writing() as connection:
            change = update(table).where(table.c.id == saved_id).values(removed="" if back else _now())
            if not connection.execute(change).rowcount:
                raise UsageError(
                    f"Nothing is saved as {saved_id[:40]!r}.", expected="an id of a view or note"
                )

    def views(self) -> list[Kept]:
        """The saved views, the newest first."""
        return self._read("view", None)

    def notes(self, parties: Collection[str]) -> list[Kept]:
        """The notes on some parties, the newest first."""
        return self._read("note", parties)

    def _read(self, kind: Kind, about: Collection[str] | None) -> list[Kept]:
        query = select(table).where(table.c.kind == kind, table.c.removed == "")
        if about is not None:
            query = query.where(table.c.about.in_(sorted(about)))
        query = query.order_by(table.c.created.desc(), table.c.id).limit(MOST)
        place = find(self._root)
        if place.file and not place.file.exists():
            return []
        with told(place), engines.reader(place) as connection:
            rows = connection.execute(query).all() if migrate.revision(connection) else []
        return [Kept(r.id, r.kind, r.about, r.text, r.address, r.who, r.created) for r in rows]

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        place = find(self._root)
        with told(place), engines.writer(place) as connection:
            migrate.upgrade(connection)
            yield connection


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

"""Which ids are one party for a server: the resolution of the snapshot that it serves, and the judgements.

Both are read when a snapshot is opened and never made here, so a server starts as fast without them. When
``yalu resolve`` has stored them, or somebody decided a pair, the snapshot is opened anew beside the old one.
"""

from __future__ import annotations

import time
from pathlib import Path

from yalu.errors import YaluError
from yalu.evidence.workspace import Workspace
from yalu.ledger.store import Ledger
from yalu.resolve import Grouped, stored
from yalu.resolve.store import FOLDER, path_of

ASKED_AGAIN = 10.0
"""Seconds between two questions to a ledger in a database; a file is looked at each time."""

Mark = tuple[object, ...]


class Watch:
    """Tells whether the parties of a snapshot are to be read anew."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._seen: object = None
        self._head: object = None

    def mark(self, snapshot_id: str) -> Mark:
        """Another value where the resolution of the snapshot or the head of the ledger is another."""
        try:
            ledger = Ledger.find(self._workspace.root)
            if (seen := _seen(ledger)) != self._seen:
                head = ledger.head()
                self._head = ledger.place.name, head.hash if head else ""
                self._seen = seen
        except YaluError:
            pass  # the judgements that were read last stay in force
        return _stamp(path_of(self._workspace, snapshot_id)), self._head


def _seen(ledger: Ledger) -> object:
    """What changes where the ledger may have changed: cheap, since it is asked twice a second."""
    file = ledger.place.file
    if file is None:
        return ledger.place.name, int(time.monotonic() / ASKED_AGAIN)
    return ledger.place.name, _stamp(file), _stamp(file.with_name(file.name + "-wal"))


def read(workspace: Workspace, snapshot_id: str) -> Grouped | None:
    """The parties of a snapshot; None where it is not resolved. Raises YaluError."""
    return stored(workspace, Ledger.find(workspace.root), snapshot_id)


def unresolved(workspace: Workspace, snapshot_id: str) -> str:
    """What to say where earlier snapshots were resolved and this one is not; else ``""``."""
    if path_of(workspace, snapshot_id).exists() or not any((workspace.root / FOLDER).glob("s*.json")):
        return ""
    return (
        f"the records of snapshot {snapshot_id} are not resolved: the curators' word alone joins them."
        " To do: yalu resolve"
    )


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino

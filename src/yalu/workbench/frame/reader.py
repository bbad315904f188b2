"""Reads one snapshot for pages: views of days, and what is computed of them once and kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Any, TypeVar

from yalu.evidence.grouping import Grouping
from yalu.evidence.snapshot import open_snapshot
from yalu.evidence.view import Evidence, View, When
from yalu.evidence.workspace import Workspace
from yalu.ledger.store import Ledger
from yalu.resolve.opening import stored

T = TypeVar("T")
KEPT = 256
"""Results of a snapshot that are kept; the one not used for longest goes first."""
SNAPSHOTS = 4
"""Snapshots that are kept open."""


class Reader:
    """One snapshot with one state of the judgements. Any number of threads may read it at once."""

    def __init__(self, workspace: Workspace, snapshot_id: str, grouping: Grouping | None) -> None:
        self.workspace = workspace
        self.evidence = Evidence(open_snapshot(workspace, snapshot_id), grouping)
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, _Slot] = OrderedDict()

    @property
    def snapshot(self) -> str:
        """Its id."""
        return self.evidence.snapshot.id

    def view(self, when: When) -> View:
        """The view of a day, with what it has read already."""
        return self.kept(("view", when), lambda: View(self.evidence, when))

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result of ``make`` under this key, computed once however many ask at the same time."""
        with self._lock:
            slot = self._kept.pop(key, None) or _Slot()
            self._kept[key] = slot
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        with slot.lock:
            if not slot.made:
                slot.value, slot.made = make(), True
            found: T = slot.value
            return found

    def ready(self, key: Hashable) -> bool:
        """Whether it is computed already, so that a page need not wait for it."""
        with self._lock:
            slot = self._kept.get(key)
            return slot is not None and slot.made


class _Slot:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.made = False
        self.value: Any = None


class Readers:
    """The snapshots that pages read, each as the ledger's judgements stand now."""

    def __init__(self, workspace: Workspace, ledger: str = "") -> None:
        self._workspace = workspace
        self._ledger = ledger
        self._lock = threading.Lock()
        self._open: OrderedDict[tuple[str, str], Reader] = OrderedDict()
        self._groupings: dict[str, tuple[Any, Grouping | None]] = {}

    def reader(self, snapshot_id: str) -> Reader:
        """The reader of a snapshot. Raises UsageError where there is none of that id."""
        grouping = self._grouping(snapshot_id)
        key = (snapshot_id, grouping.name if grouping else "")
        with self._lock:
            found = self._open.pop(key, None) or Reader(self._workspace, snapshot_id, grouping)
            self._open[key] = found
            while len(self._open) > SNAPSHOTS:
                self._open.popitem(last=False)
            return found

    def _grouping(self, snapshot_id: str) -> Grouping | None:
        """Which records are one party, read anew where the ledger or the resolution changed."""
        ledger = Ledger.find(self._workspace.root, self._ledger)
        folder = self._workspace.root / "resolve"
        files = sorted((p.name, p.stat().st_mtime_ns) for p in folder.glob(f"{snapshot_id}-*"))
        if not files:
            return None
        state = (_state(ledger), files)
        with self._lock:
            held = self._groupings.get(snapshot_id)
            if held is None or held[0] != state:
                held = (state, stored(self._workspace, ledger, snapshot_id))
                self._groupings[snapshot_id] = held
            return held[1]


def _state(ledger: Ledger) -> Any:
    """Another value where the ledger may hold other judgements: sizes and times of files, or the head."""
    file = ledger.place.file
    if file is None:
        return ledger.head()
    found = []
    for path in (file, file.with_name(f"{file.name}-wal")):
        with suppress(FileNotFoundError):
            found.append((path.stat().st_mtime_ns, path.stat().st_size))
    return found

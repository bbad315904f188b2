"""The snapshot that a worker serves, and the watch for the next one.

A request takes the snapshot in hand when it begins and keeps it to its end, so no answer mixes two. The next
one is made ready by a process of its own and opened beside the old one; then one assignment puts it in place.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from yalu.errors import YaluError
from yalu.evidence.party_rows import PartyRows
from yalu.evidence.snapshot import current_id, open_snapshot
from yalu.evidence.view import Evidence, When
from yalu.evidence.workspace import Workspace
from yalu.screening import Query
from yalu.workbench import parties
from yalu.workbench.lens import Lens
from yalu.workbench.limits import VIEWS
from yalu.workbench.parties import Mark

EVERY = 0.5
"""Seconds between two looks at which snapshot is in force."""
PATIENCE = 20
"""Looks that are let pass after a snapshot could not be opened."""

Tell = Callable[[str], None]


class Held:
    """One opened snapshot, with the view of today and of the days last asked for."""

    def __init__(self, workspace: Workspace, snapshot_id: str, today: str, mark: Mark = ()) -> None:
        self.workspace = workspace
        self.snapshot = open_snapshot(workspace, snapshot_id)
        self.day = today
        self.mark = mark
        """Which resolution and judgements say what is one party."""
        self._evidence = Evidence(self.snapshot, parties.read(workspace, snapshot_id))
        self._rows = PartyRows.open(workspace, self.snapshot)
        self._lock = threading.Lock()
        self._views: OrderedDict[When, Lens] = OrderedDict()
        self._today = self._open(When.at(today))

    def lens(self, when: When) -> Lens:
        """The view of a day; the one of today is always open, others are while there is room."""
        if when == self._today.when:
            return self._today
        with self._lock:
            found = self._views.pop(when, None) or self._open(when)
            self._views[when] = found
            if len(self._views) > VIEWS:
                self._views.popitem(last=False)
            return found

    @property
    def today(self) -> Lens:
        """The view of the day on which it was opened."""
        return self._today

    def warm(self) -> None:
        """Do what the first requests would wait for otherwise."""
        lens = self._today
        lens.screener.warm()
        for query in (
            Query(names=["Warm Up"], schema="Person"),
            Query(names=["Warm-Up Trading Co"], schema="Company"),
        ):
            lens.screener.screen(query, limit=1)
        lens.text.find("warm")

    def _open(self, when: When) -> Lens:
        return Lens(self.workspace, self._evidence, self._rows, when)


class Holder:
    """Holds what is served now, and replaces it when another snapshot is in force or another day has come."""

    def __init__(self, workspace: Workspace, tell: Tell = lambda _: None, prepared: str = "") -> None:
        """``prepared`` is a snapshot whose indexes were made just now: the start need not look again."""
        self.workspace = workspace
        self._prepared = prepared
        self._tell = tell
        self._held: Held | None = None
        self._opened = threading.Event()
        self._stop = threading.Event()
        self._watched = parties.Watch(workspace)
        self._thread = threading.Thread(target=self._watch, name="snapshots", daemon=True)

    @property
    def held(self) -> Held | None:
        """What is served now; None until the first snapshot is open."""
        return self._held

    def wait(self, seconds: float) -> Held | None:
        """What is served, once the first snapshot is open; None where it is not after so many seconds."""
        self._opened.wait(seconds)
        return self._held

    def start(self) -> None:
        """Begin to open and to watch, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Stop watching."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join(timeout=5)

    def look(self) -> bool:
        """Take up another snapshot in force, another day, or other parties of the snapshot; whether it did.

        Raises YaluError or OSError where it cannot be opened; what was served still is.
        """
        wanted, day = current_id(self.workspace), today()
        held = self._held
        # Marked before it is read: what changes meanwhile is taken up at the next look.
        mark = self._watched.mark(wanted)
        if held is not None and (held.snapshot.id, held.day, held.mark) == (wanted, day, mark):
            return False
        if wanted != self._prepared:
            prepare(self.workspace, wanted)
        taken = Held(self.workspace, wanted, day, mark)
        taken.warm()
        self._held = taken
        self._opened.set()
        if said := parties.unresolved(self.workspace, wanted):
            self._tell(f"warning: {said}")
        self._tell(f"serving snapshot {wanted} as of {day}")
        return True

    def _watch(self) -> None:
        passed = 0
        while not self._stop.is_set():
            if passed:
                passed -= 1
            else:
                try:
                    self.look()
                except (YaluError, OSError, MemoryError) as error:
                    passed = PATIENCE
                    still = f"; still serving {self._held.snapshot.id}" if self._held else ""
                    self._tell(f"the snapshot in force cannot be opened: {error}{still}")
            self._stop.wait(EVERY)


def today() -> str:
    """The day that a request without a date means."""
    return datetime.now(UTC).date().isoformat()


def prepare(workspace: Workspace, snapshot_id: str, *, quiet: bool = True) -> bool:
    """Make what a snapshot lacks of indexes, in a process of its own; whether it went well.

    Requests go on meanwhile, and the memory that it takes is given back. Where it fails, opening the snapshot
    makes the indexes and reports what is wrong.
    """
    command = [
        sys.executable,
        "-m",
        "yalu.workbench.prepare",
        str(Path(workspace.root).resolve()),
        snapshot_id,
    ]
    where = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=where, stderr=where).returncode == 0

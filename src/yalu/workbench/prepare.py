"""Makes the indexes of a snapshot: ``python -m yalu.workbench.prepare WORKSPACE SNAPSHOT``.

Workers that take up the same snapshot start it at the same time; the first makes the indexes and the others
wait for it. It runs at a low priority, since requests are answered meanwhile.
"""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yalu.errors import YaluError
from yalu.evidence.party_rows import PartyRows
from yalu.evidence.snapshot import open_snapshot
from yalu.evidence.workspace import Workspace
from yalu.screening import Screener
from yalu.screening.build import Step


def prepare(workspace: Workspace, snapshot_id: str, step: Step = lambda _: None) -> None:
    """Make what is missing. Raises YaluError where the snapshot cannot be read."""
    with _alone(workspace):
        PartyRows.open(workspace, open_snapshot(workspace, snapshot_id))
        Screener.open(workspace, snapshot=snapshot_id, step=step).warm()


@contextmanager
def _alone(workspace: Workspace) -> Iterator[None]:
    """One process at a time, where the workspace can be written at all."""
    try:
        folder = workspace.root / "index"
        folder.mkdir(exist_ok=True)
        lock = (folder / "LOCK").open("w")
    except OSError:
        yield
        return
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main() -> None:
    """Run it for the workspace and snapshot named on the command line."""
    os.nice(5)
    root, snapshot_id = sys.argv[1:]
    try:
        prepare(Workspace(Path(root)), snapshot_id, lambda message: print(message, file=sys.stderr))
    except YaluError as error:
        sys.exit(f"yalu: {error}")


if __name__ == "__main__":
    main()

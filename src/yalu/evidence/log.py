"""What was tried when: the only record that reads the wall clock, and no answer depends on it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import orjson

from yalu.evidence.workspace import Workspace


def note(workspace: Workspace, source: str, outcome: str, **more: Any) -> None:
    """Append one line: the source, ``done``, ``unchanged``, ``refused`` or ``failed``, and why."""
    line = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "source": source,
        "outcome": outcome,
        **more,
    }
    with workspace.log.open("ab") as out:
        out.write(orjson.dumps(line) + b"\n")


def last(workspace: Workspace) -> dict[str, dict[str, Any]]:
    """The last line of each source; a line that a crash cut off is passed over."""
    found: dict[str, dict[str, Any]] = {}
    if workspace.log.exists():
        for raw in workspace.log.read_bytes().splitlines():
            try:
                line = orjson.loads(raw)
            except orjson.JSONDecodeError:
                continue
            found[line["source"]] = line
    return found

"""What was tried when: the only record that reads the wall clock, and no answer depends on it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Any, BinaryIO

import orjson

from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import unwritten


def note(workspace: Workspace, source: str, outcome: str, **more: Any) -> None:
    """Append one line: the source, ``done``, ``unchanged``, ``refused`` or ``failed``, and why.

    A line that a crash cut off is ended first, so that it spoils no other. Raises StorageError.
    """
    line = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "source": source,
        "outcome": outcome,
        **more,
    }
    try:
        with workspace.log.open("a+b") as out:
            out.write((b"\n" if _torn(out) else b"") + orjson.dumps(line) + b"\n")
    except OSError as error:
        raise unwritten(workspace.log, error) from error


def _torn(log: BinaryIO) -> bool:
    if not log.tell():
        return False
    log.seek(-1, os.SEEK_END)
    return log.read(1) != b"\n"


def last(workspace: Workspace) -> dict[str, dict[str, Any]]:
    """The last line of each source, by place and not by time; one that a crash cut off is passed over."""
    found: dict[str, dict[str, Any]] = {}
    if workspace.log.exists():
        for raw in workspace.log.read_bytes().splitlines():
            try:
                line = orjson.loads(raw)
            except orjson.JSONDecodeError:
                continue
            found[line["source"]] = line
    return found

"""What was asked, of what evidence, by what rules, with what answer: one append-only file for each run."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import orjson

from yalu import __version__
from yalu.evidence.writing import make_folder, unwritten
from yalu.screening.config import config_hash
from yalu.screening.screener import Screener


class Audit:
    """Writes a line for each query before its answer is given; the time of the wall clock stands in it."""

    def __init__(self, folder: Path, screener: Screener, options: dict[str, Any]) -> None:
        now = datetime.now(UTC)
        self._start: dict[str, Any] = {
            "version": 1,
            "yalu": __version__,
            "snapshot": screener.snapshot,
            "config": config_hash(),
            "as_of": screener.day.when.as_of,
            "on": screener.day.when.on,
            "mode": str(screener.day.when.mode),
            "resolution": screener.day.resolution,
            "options": options,
        }
        try:
            make_folder(folder.absolute())
            self.path = folder / f"screen-{now:%Y%m%dT%H%M%S%f}-{os.getpid()}.jsonl"
            self._file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o640)
        except OSError as error:
            raise unwritten(folder, error) from error

    def __enter__(self) -> Audit:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.fsync(self._file)
        os.close(self._file)

    def add(self, line: dict[str, Any]) -> None:
        """Write one query with its hits. Raises StorageError."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            os.write(self._file, orjson.dumps(self._start | {"at": at} | line) + b"\n")
        except OSError as error:
            raise unwritten(self.path, error) from error


__all__ = ["Audit"]

"""The results of a run as they grow: a line a query, so that an interrupted run goes on where it stopped."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import orjson

from yalu.errors import UsageError
from yalu.evidence.writing import make_folder, unwritten

ENDING = ".unfinished"
"""What the journal of a file is called; it is removed when the file is whole."""
SYNC_EVERY = 500


class Journal:
    """An append-only file beside the one to write. Its first line says of which run it is."""

    def __init__(self, out: Path, run: dict[str, Any]) -> None:
        self.path = out.with_name(out.name + ENDING)
        self.run = run
        self.done: set[int] = set()
        """The rows that an earlier, interrupted run has answered."""
        self._count = 0

    def __enter__(self) -> Journal:
        make_folder(self.path.parent.absolute())
        try:
            whole = self._kept()
            self._file = self.path.open("r+b" if whole else "wb")
            if whole:
                self._file.truncate(whole)
                self._file.seek(whole)
            else:
                self._file.write(orjson.dumps(self.run, option=orjson.OPT_SORT_KEYS) + b"\n")
        except OSError as error:
            raise unwritten(self.path, error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.flush()
        self._file.close()

    def add(self, line: dict[str, Any]) -> None:
        """Write the answer of one row. Raises StorageError."""
        try:
            self._file.write(orjson.dumps(line) + b"\n")
            self._count += 1
            if self._count % SYNC_EVERY == 0:
                self._file.flush()
                os.fsync(self._file.fileno())
        except OSError as error:
            raise unwritten(self.path, error) from error

    def lines(self) -> Iterator[dict[str, Any]]:
        """The answers, in the order of rows."""
        self._file.flush()
        with self.path.open("rb") as file:
            next(file)
            for line in file:
                yield orjson.loads(line)

    def remove(self) -> None:
        """Remove it, once the results stand elsewhere."""
        self.path.unlink(missing_ok=True)

    def _kept(self) -> int:
        """How many bytes of an earlier journal are whole lines of this run; 0 where there is none."""
        if not self.path.exists():
            return 0
        size = 0
        with self.path.open("rb") as file:
            for number, line in enumerate(file):
                if not line.endswith(b"\n"):
                    break
                try:
                    row = orjson.loads(line)
                except orjson.JSONDecodeError:
                    break
                if number == 0 and row != self.run:
                    self._refuse(row)
                if number:
                    self.done.add(row["row"])
                size += len(line)
        return size

    def _refuse(self, other: dict[str, Any]) -> None:
        differs = sorted(k for k in self.run.keys() | other.keys() if self.run.get(k) != other.get(k))
        told = "; ".join(f"{k}: {other.get(k)} then, {self.run.get(k)} now" for k in differs)
        raise UsageError(
            f"{self.path} is of another run ({told[:300]})",
            expected="the same file, day and snapshot as when it was interrupted",
            do=f"Repeat them with --as-of and --snapshot, or delete {self.path.name} to begin anew.",
        )


def digest(content: bytes) -> str:
    """The sha256 of a file's content."""
    return hashlib.sha256(content).hexdigest()

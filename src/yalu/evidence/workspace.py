"""The folder in which Yalu keeps its evidence.

::

    archive/ab/abcd...            raw documents by sha256
    archive/copies/<source>/*.json  which documents make a copy, and of which day
    sightings/<source>/<run>/     one Parquet file per document, and what the parser reported
    folds/<source>/<fold>/        all copies of a source folded into statements
    snapshots/<id>/manifest.json  which folds belong together
    CURRENT                       the id of the snapshot in force
    log.jsonl                     what was tried when; the only file with times of the wall clock
"""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yalu.errors import YaluError

FORMAT = 1
"""Version of the layout above; a workspace of another version is refused or migrated."""


class Workspace:
    """One workspace folder. Making the object creates nothing; writing does."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.archive = root / "archive"
        self.copies = root / "archive" / "copies"
        self.sightings = root / "sightings"
        self.folds = root / "folds"
        self.snapshots = root / "snapshots"
        self.current = root / "CURRENT"
        self.log = root / "log.jsonl"

    @classmethod
    def find(cls, given: Path | None = None) -> Workspace:
        """The workspace given, or that of ``YALU_HOME``, or ``.yalu`` in the current folder."""
        return cls(given or Path(os.environ.get("YALU_HOME") or ".yalu"))

    def prepare(self) -> None:
        """Make the folder, or say why it cannot be written; refuse one of another format."""
        marker = self.root / "FORMAT"
        if marker.exists():
            found = marker.read_text().strip()
            if found != str(FORMAT):
                raise YaluError(
                    f"The workspace {self.root} has format {found}; this version of Yalu reads {FORMAT}.",
                    expected=f"format {FORMAT}",
                    do="Use the version of Yalu that made it, or name a new folder with --workspace.",
                )
            return
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            write_whole(marker, f"{FORMAT}\n".encode())
        except OSError as error:
            raise YaluError(
                f"The workspace {self.root} cannot be written: {error.strerror}.",
                expected="a folder that you may write to",
                do="Name one with --workspace DIR or the variable YALU_HOME.",
            ) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the only right to write; a second writer waits for the first to end."""
        self.prepare()
        with (self.root / "LOCK").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader, or a crash, sees the old content or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

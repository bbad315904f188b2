"""The folder in which Yalu keeps its evidence.

::

    archive/ab/abcd...            raw documents by sha256
    sources/<source>.yml          what a user brought: a file of FollowTheMoney, or an own list
    archive/copies/<source>/*.json  which documents make a copy, and of which day
    sightings/<source>/<run>/     one Parquet file per document, and what the parser reported
    folds/<source>/<fold>/        all copies of a source folded into statements
    snapshots/<id>/manifest.json  which folds belong together
    CURRENT                       the id of the snapshot in force
    index/<snapshot>/             what screening reads; made anew where it is lost
    resolve/<snapshot>-<rules>*   which records are one party; made anew where it is lost
    positions/                    what ships sent, see yalu.fleet.ais.store; not made anew
    bulletins/                    bulletins on ships, see yalu.fleet.bulletin.shelf; not made anew
    structure/*.json              answers on the structure of networks; made anew where they are lost
    log.jsonl                     what was tried when; with the ledger, all that has times of the clock
    jobs/<id>/                    what a job of the workbench was given, made and said
    ledger/                       the judgements, see yalu.ledger; written under a right of its own
"""

from __future__ import annotations

import fcntl
import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from yalu.errors import StorageError, YaluError
from yalu.evidence.writing import make_folder, sweep, unwritten, write_whole

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
        self.mark = root / "FORMAT"

    @classmethod
    def find(cls, given: Path | None = None) -> Workspace:
        """The workspace given, or that of ``YALU_HOME``, or ``.yalu`` in the current folder."""
        return cls(given or Path(os.environ.get("YALU_HOME") or ".yalu"))

    def check(self) -> bool:
        """Whether there is a workspace; one of another format is refused, to readers also."""
        try:
            found = self.mark.read_text().strip()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise StorageError(
                f"The workspace {self.root} cannot be read: {error.strerror}.",
                expected="a folder that you may read",
                do="Name one with --workspace DIR or the variable YALU_HOME.",
            ) from error
        if found != str(FORMAT):
            raise YaluError(
                f"The workspace {self.root} has format {found}; this version of Yalu reads {FORMAT}.",
                expected=f"format {FORMAT}",
                do="Use the version of Yalu that made it, or name a new folder with --workspace.",
            )
        return True

    @contextmanager
    def writing(self, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Hold the only right to write; a second writer says so with ``waiting``, and waits.

        What an earlier writer left unfinished is removed first. The system gives the right back when the
        process ends, however it ends. Raises StorageError where something cannot be written.
        """
        self.check()
        try:
            make_folder(self.root)
            with (self.root / "LOCK").open("w") as lock:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    waiting()
                    fcntl.flock(lock, fcntl.LOCK_EX)
                sweep(self.root)
                if not self.check():
                    write_whole(self.mark, f"{FORMAT}\n".encode())
                with _no_search_for_cycles():
                    yield
        except OSError as error:
            raise unwritten(Path(error.filename or self.root), error) from error


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """A fold makes a million small objects, none in a cycle; the search for cycles doubles its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

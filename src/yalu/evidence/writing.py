"""Writes files whole: a reader, a kill or a power cut finds the old content or the new, never a part."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from yalu.errors import StorageError

TEMPORARY = ".new-"
"""Begins the names of folders in which new files grow. One left behind by a crash holds nothing of worth."""

_FULL = (errno.ENOSPC, errno.EDQUOT)
_NO_FOLDER_SYNC = (errno.EACCES, errno.EINVAL, errno.ENOTSUP)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to; what stands there in the end takes the place of ``path`` in one step.

    The file is on the disk before it gets its name. Scratch files may lie beside the path given. Raises
    StorageError where the disk is full or may not be written.
    """
    try:
        make_folder(path.parent)
        with TemporaryDirectory(dir=path.parent, prefix=TEMPORARY) as scratch:
            new = Path(scratch) / path.name
            yield new
            to_disk(new)
            new.replace(path)
            to_disk(path.parent)
    except OSError as error:
        raise unwritten(path, error) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write or replace a file in one step. Raises StorageError."""
    with replacing(path) as new:
        new.write_bytes(content)


def sweep(root: Path) -> None:
    """Remove what earlier runs left unfinished; only for the holder of the right to write.

    The ledger and the jobs are passed over: who writes there does not wait for this right.
    """
    for leftover in list(root.rglob(f"{TEMPORARY}*")):
        if leftover.relative_to(root).parts[0] in ("ledger", "jobs"):
            continue
        shutil.rmtree(leftover, ignore_errors=True)


def unwritten(path: Path, error: OSError) -> StorageError:
    """The error that a user sees when a file cannot be written: which one, why, what to do."""
    why = error.strerror or str(error)
    if error.errno in _FULL:
        do = "Make room there, or name a workspace elsewhere with --workspace DIR; then run it again."
    elif error.errno == errno.EFBIG:
        do = "Raise the limit on the size of files (ulimit -f); then run it again."
    else:
        do = "Run it as a user who may write there, or name a folder with --workspace DIR or YALU_HOME."
    return StorageError(
        f"{path} cannot be written: {why}. What was in force before still is.",
        expected="a folder that you may write to, with room on its disk",
        do=do,
    )


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, so that their names outlive a power cut."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        to_disk(folder.parent)


def to_disk(path: Path) -> None:
    """Wait until the file, or the names in a folder, would outlive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if not (path.is_dir() and error.errno in _NO_FOLDER_SYNC):
            raise
    finally:
        os.close(handle)

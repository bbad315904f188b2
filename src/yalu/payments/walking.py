"""The files of a folder and its subfolders, in order; links and devices are told and not followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from yalu.payments.model import Reject


def walk(root: Path) -> Iterator[Path | Reject]:
    """Every regular file under a folder, sorted by path; whatever else is there as a reject."""
    try:
        entries = sorted(os.scandir(root), key=lambda entry: entry.name)
    except OSError as error:
        yield Reject(_shown(root), f"the folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.is_symlink():
            yield Reject(_shown(path), "a symbolic link, which is not followed: give its target itself")
        elif entry.is_dir():
            yield from walk(path)
        elif stat.S_ISREG(entry.stat().st_mode):
            yield path
        else:
            yield Reject(_shown(path), "no regular file")


def _shown(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


shown = _shown

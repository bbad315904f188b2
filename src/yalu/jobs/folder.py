"""The folder of a job: ``jobs/<id>/`` of the workspace, with what it was given, its results, what it said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from yalu.errors import UsageError
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import make_folder, unwritten, write_whole

_NAME = re.compile(r"[^\w. ()-]+")


def folder_of(workspace: Workspace, job_id: str) -> Path:
    """Where the job keeps its files. The id must be one of a job: letters and digits."""
    if not re.fullmatch(r"j[0-9a-f]{16}", job_id):
        raise UsageError(f"{job_id[:40]!r} is no id of a job.", expected="j and 16 hexadecimal digits")
    return workspace.root.absolute() / "jobs" / job_id


def plain_name(name: str, default: str = "file") -> str:
    """A file's name without folders and without what a shell or a file system reads otherwise."""
    last = name.replace("\\", "/").rpartition("/")[2]
    found = _NAME.sub("_", last).lstrip(". -")[-120:]
    return found or default


def keep(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write what a job is given, under plain names. Raises StorageError."""
    try:
        make_folder(folder / "in")
        make_folder(folder / "out")
    except OSError as error:
        raise unwritten(folder, error) from error
    for name, content in files.items():
        write_whole(folder / "in" / plain_name(name), content)


def given_file(folder: Path, name: str) -> Path:
    """The path of a file that the job was given. Raises UsageError for any other name."""
    path = folder / "in" / plain_name(name)
    if path.name != name or not path.is_file():
        raise UsageError(f"The job was not given a file {name[:80]!r}.", expected="a file given with the job")
    return path


def out(folder: Path) -> Path:
    """Where the job puts its results."""
    return folder / "out"


def results(folder: Path) -> tuple[str, ...]:
    """The results as paths relative to ``out``, in order, those in folders of it last."""
    found = out(folder)
    names = [p.relative_to(found).as_posix() for p in found.rglob("*") if p.is_file()]
    return tuple(sorted(names, key=lambda name: (name.count("/"), name)))


def result(folder: Path, name: str) -> Path | None:
    """The path of a result; None for a name that is none, whatever dots and slashes it holds."""
    return out(folder) / name if name in results(folder) else None

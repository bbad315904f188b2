"""Recognizes the files of a copy in what a user names: a folder, or one file or more."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from yalu.errors import ContractError, UsageError, YaluError
from yalu.evidence.intake import Documents
from yalu.model.dates import Interval
from yalu.sources.registry import Part, Source


def read_files(source: Source, paths: Sequence[Path], date: Interval) -> Documents:
    """Read a copy from files. A folder gives the files whose names the source knows."""
    found: dict[str, Path] = {}
    for path in paths:
        for part, file in _recognize(source, path).items():
            if part in found and found[part] != file:
                raise UsageError(
                    f"{source.id}: both {found[part]} and {file} could be its part {part}.",
                    expected="one file for each part",
                    do="Name the files of one copy only.",
                )
            found[part] = file
    contents = {}
    for part, file in found.items():
        try:
            if file.stat().st_size > source.contract.max_bytes:
                raise ContractError(
                    source.id,
                    f"{file.stat().st_size:,} bytes",
                    where=file.name,
                    expected=f"at most {source.contract.max_bytes:,} bytes",
                )
            contents[part] = file.read_bytes()
        except OSError as error:
            raise YaluError(f"{file} cannot be read: {error.strerror}.") from error
    return Documents(contents, {part: file.name for part, file in found.items()}, date)


def _recognize(source: Source, path: Path) -> dict[str, Path]:
    if path.is_dir():
        files = sorted(p for p in path.iterdir() if p.is_file())
        matches = [(part.name, f) for part in source.parts for f in files if _fits(part, f)]
        wanted = ", ".join(name for part in source.parts for name in part.files)
        if not matches:
            raise UsageError(f"{source.id}: {path} holds none of its files.", expected=wanted)
        doubled = {name for name, _ in matches if sum(n == name for n, _ in matches) > 1}
        if doubled:
            names = ", ".join(f.name for n, f in matches if n in doubled)
            raise UsageError(
                f"{source.id}: {path} holds more than one copy ({names}).",
                expected="one file for each part",
                do="Name the file itself with --from.",
            )
        return dict(matches)
    if not path.exists():
        raise UsageError(f"{path} is not there.", expected="a file or a folder of the source's files")
    if not path.is_file():
        raise UsageError(f"{path} is no regular file.", expected="a file or a folder of the source's files")
    if len(source.parts) == 1:
        return {source.parts[0].name: path}
    for part in source.parts:
        if _fits(part, path):
            return {part.name: path}
    wanted = ", ".join(name for part in source.parts for name in part.files)
    raise UsageError(f"{source.id}: {path.name} is none of its files.", expected=wanted)


def _fits(part: Part, file: Path) -> bool:
    return any(fnmatch(file.name.lower(), pattern.lower()) for pattern in part.files)

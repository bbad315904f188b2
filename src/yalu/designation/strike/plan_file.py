"""Reads a plan that was written: its name, its digest, and whether its archive is the one it names."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from yalu.designation.strike.plan import KIND, VERSION, digest
from yalu.errors import UsageError

PLAN = "plan.json"


@dataclass(frozen=True)
class PlanFile:
    """A plan as its file says it. ``fault`` says what is wrong with the archive beside it, or is ``""``."""

    path: Path
    content: dict[str, Any]
    fault: str

    @property
    def id(self) -> str:
        """The plan's name."""
        return str(self.content["id"])

    @property
    def digest(self) -> str:
        """What a signature is under."""
        return digest(self.content)


def read_plan(given: Path) -> PlanFile:
    """The plan in a file, or in the folder that ``yalu wave plan`` wrote. Raises UsageError."""
    path = given / PLAN if given.is_dir() else given
    try:
        content: Any = orjson.loads(path.read_bytes())
    except OSError as error:
        raise _wrong(path, error.strerror or str(error)) from error
    except orjson.JSONDecodeError as error:
        raise _wrong(path, f"it is no JSON ({error})") from None
    if not isinstance(content, dict) or content.get("kind") != KIND:
        raise _wrong(path, "it is another kind of file")
    if content.get("version") != VERSION:
        raise _wrong(path, f"it has version {content.get('version')!r}, and this Yalu reads {VERSION}")
    name, archive = content.get("id"), content.get("archive")
    if not isinstance(name, str) or not isinstance(archive, dict):
        raise _wrong(path, "its name or its archive is missing")
    return PlanFile(path, content, _fault(path.parent, archive))


def _fault(folder: Path, archive: dict[str, Any]) -> str:
    name, checksum = str(archive.get("file", "")), str(archive.get("sha256", ""))
    if not name:
        return ""
    if name != Path(name).name:
        return f"the plan names an archive outside its folder: {name!r}"
    try:
        with (folder / name).open("rb") as held:
            found = hashlib.file_digest(held, "sha256").hexdigest()
    except OSError as error:
        return f"{name} cannot be read: {error.strerror}"
    return "" if found == checksum else f"{name} is not the archive that the plan names"


def _wrong(path: Path, what: str) -> UsageError:
    return UsageError(
        f"{path} is no plan: {what}.",
        expected="plan.json, or its folder, as yalu wave plan wrote it",
        do="Write it anew: yalu wave plan wave.json --day DATE --out DIR",
    )

"""The bulletins that a workspace issued.

::

    bulletins/key.pem        the private key, mode 0600, where the issuer brought none
    bulletins/public.pem     its public key, to hand over
    bulletins/0001/          a bulletin, whole: PDF, CSV, JSON, public key, manifest and signature

A number is issued when its folder gets its name, in one step: a kill or a full disk before leaves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import orjson
from pydantic import ValidationError

from yalu.errors import StorageError, UsageError
from yalu.evidence import failpoints
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import TEMPORARY, make_folder, to_disk, unwritten
from yalu.fleet.bulletin.manifest import MANIFEST, Earlier, Manifest, digest
from yalu.fleet.bulletin.state import FleetState

DATA = "bulletin.json"
_Read = TypeVar("_Read")
_NUMBER = re.compile(r"\d{4,}", re.ASCII)


class Shelf:
    """The issued bulletins of a workspace; making the object writes nothing."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.root = workspace.root / "bulletins"

    @property
    def numbers(self) -> list[int]:
        """The numbers issued so far."""
        if not self.root.is_dir():
            return []
        return sorted(int(p.name) for p in self.root.iterdir() if p.is_dir() and _NUMBER.fullmatch(p.name))

    @property
    def last(self) -> int:
        """The number of the last bulletin; 0 where there is none."""
        return max(self.numbers, default=0)

    def folder(self, number: int) -> Path:
        """Where a bulletin is, issued or not."""
        return self.root / f"{number:04}"

    def manifest(self, number: int) -> Manifest:
        """The manifest of an issued bulletin. Raises UsageError and StorageError."""
        return self._read(number, MANIFEST, Manifest.model_validate_json)

    def earlier(self, number: int) -> Earlier:
        """An issued bulletin as a later one names it."""
        manifest = self.manifest(number)
        content = (self.folder(number) / MANIFEST).read_bytes()
        return Earlier(number=number, as_of=manifest.as_of, manifest_sha256=digest(content))

    def state(self, number: int) -> FleetState:
        """The state of the fleet that an issued bulletin tells. Raises UsageError and StorageError."""
        return self._read(
            number, DATA, lambda raw: FleetState.model_validate_json(orjson.dumps(orjson.loads(raw)["state"]))
        )

    def files(self, number: int) -> dict[str, bytes]:
        """The files of an issued bulletin by name."""
        self.manifest(number)
        return {p.name: p.read_bytes() for p in sorted(self.folder(number).iterdir()) if p.is_file()}

    def issue(self, number: int, files: Mapping[str, bytes]) -> Path:
        """Put a bulletin on the shelf in one step, for who holds the right to write. Raises StorageError."""
        target = self.folder(number)
        if target.exists():
            raise StorageError(f"{target} is issued already; a number is used once.")
        place(files, target, "bulletin_half", "bulletin_whole")
        failpoints.reach("bulletin_issued")
        return target

    def _read(self, number: int, name: str, parse: Callable[[bytes], _Read]) -> _Read:
        path = self.folder(number) / name
        if number not in self.numbers:
            some = f"1 to {self.last}" if self.last else "none is issued yet"
            raise UsageError(f"There is no bulletin {number} here.", expected=f"a number issued here: {some}")
        try:
            return parse(path.read_bytes())
        except OSError as error:
            raise StorageError(f"{path} cannot be read: {error.strerror}.") from error
        except (orjson.JSONDecodeError, KeyError, TypeError, ValidationError) as error:
            raise StorageError(
                f"{path} is not as it was issued.", do="Restore the folder bulletins from a backup."
            ) from error


def place(files: Mapping[str, bytes], target: Path, *points: str) -> Path:
    """Write files into a folder that gets its name when all of them are on the disk. Raises StorageError."""
    half, whole = points or ("", "")
    try:
        make_folder(target.parent)
        with TemporaryDirectory(dir=target.parent, prefix=TEMPORARY) as scratch:
            new = Path(scratch) / target.name
            new.mkdir(mode=0o755)
            for count, (name, content) in enumerate(files.items(), 1):
                (new / name).write_bytes(content)
                to_disk(new / name)
                if half and count == len(files) // 2:
                    failpoints.reach(half)
            to_disk(new)
            if whole:
                failpoints.reach(whole)
            new.rename(target)
            to_disk(target.parent)
    except OSError as error:
        raise unwritten(target, error) from error
    return target

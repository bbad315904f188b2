"""Where the indexes lie: one folder for each snapshot, written whole, mapped into memory by every reader."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson

from yalu.errors import StorageError
from yalu.evidence.snapshot import Snapshot, current_id, open_snapshot
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import TEMPORARY
from yalu.screening import build, records
from yalu.screening.build import Buffers, Step
from yalu.screening.config import engine_hash
from yalu.screening.index import Index

FORMAT = 3
"""Raised when the buffers change their meaning, so that an older index is built anew."""
KEPT = 3
"""How many indexes of other snapshots stay beside the one in use."""
MANIFEST = "manifest.json"
HEADER = 128
"""Bytes before the content of a buffer."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An index, and the folder for compiled code beside it."""

    index: Index
    compiled: Path | None


def opened(workspace: Workspace, snapshot_id: str = "", step: Step = lambda _: None) -> Opened:
    """Open the index of a snapshot; one that is missing, damaged or of an older format is built first.

    Where the workspace cannot be written, it is built in memory and says so.
    """
    root = workspace.root / "index"
    name = snapshot_id or current_id(workspace)
    index = read(root / name, name) if name else None
    compiled = root / "compiled"
    if index is not None:
        return Opened(index, compiled if os.access(root, os.W_OK) else _elsewhere())
    snapshot = open_snapshot(workspace, snapshot_id)
    step(f"building the screening index of snapshot {snapshot.id}")
    found, sources = make(snapshot, step)
    try:
        write(root / snapshot.id, found, sources, snapshot.id)
    except (OSError, StorageError) as error:
        step(f"the screening index is kept in memory alone: {getattr(error, 'what', error)}")
        return Opened(Index(found, sources, snapshot.id), _elsewhere())
    _remove_others(root, keep={snapshot.id, current_id(workspace)})
    index = read(root / snapshot.id, snapshot.id)
    return Opened(index or Index(found, sources, snapshot.id), compiled)


def make(snapshot: Snapshot, step: Step = lambda _: None) -> tuple[Buffers, list[str]]:
    """The buffers of a snapshot's index, and its sources."""
    held = records.read(snapshot.tables(), f"Snapshot {snapshot.id}")
    return build.buffers(held, step), held.sources


def write(folder: Path, found: Buffers, sources: list[str], snapshot_id: str) -> None:
    """Write an index; it appears whole or not at all, and takes the place of one that stands there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=folder.parent))
    try:
        for name, column in found.items():
            np.save(scratch / f"{name}.npy", column, allow_pickle=False)
        manifest = {
            "format": FORMAT,
            "snapshot": snapshot_id,
            "engine": engine_hash(),
            "sources": sources,
            "bytes": {p.name: p.stat().st_size for p in sorted(scratch.iterdir())},
        }
        (scratch / MANIFEST).write_bytes(orjson.dumps(manifest, option=orjson.OPT_INDENT_2))
        _take_place(scratch, folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _take_place(scratch: Path, folder: Path) -> None:
    """Put the new folder where the old one is; readers of the old one keep what they have mapped."""
    for _ in range(3):
        try:
            scratch.chmod(0o755)
            scratch.rename(folder)
            return
        except OSError:
            if not folder.exists():
                raise
            old = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=folder.parent))
            try:
                folder.rename(old / folder.name)
            except FileNotFoundError:
                pass
            finally:
                shutil.rmtree(old, ignore_errors=True)
    raise StorageError(f"{folder} cannot be replaced.", do="Run the command again.")


def read(folder: Path, name: str = "") -> Index | None:
    """The index in a folder; None where it is missing, of another format or engine, or not whole."""
    try:
        manifest = orjson.loads((folder / MANIFEST).read_bytes())
        if manifest["format"] != FORMAT or manifest["engine"] != engine_hash():
            return None
        if name and manifest["snapshot"] != name:
            return None
        found: Buffers = {}
        for file, size in manifest["bytes"].items():
            path = folder / file
            if path.stat().st_size != size:
                return None
            found[path.stem] = _mapped(path)
        return Index(found, manifest["sources"], manifest["snapshot"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _mapped(path: Path) -> npt.NDArray[Any]:
    """A buffer mapped into memory; one without content cannot be, and is read."""
    header_alone = path.stat().st_size <= HEADER
    return np.asarray(np.load(path, mmap_mode=None if header_alone else "r", allow_pickle=False))


def _elsewhere() -> Path | None:
    """A folder for compiled code where the workspace may not be written."""
    try:
        folder = Path(tempfile.gettempdir()) / f"yalu-compiled-{os.getuid()}"
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    mine = folder.stat().st_uid == os.getuid() and not folder.is_symlink()
    return folder if mine else None


def _remove_others(root: Path, keep: Iterable[str]) -> None:
    """Remove the oldest indexes of other snapshots; they are built again if asked for."""
    others = [p for p in root.glob("s*") if p.is_dir() and p.name not in set(keep)]
    others.sort(key=lambda p: p.stat().st_mtime, reverse=True)
    for folder in others[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)

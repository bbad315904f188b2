"""Keeps analyses in the workspace, each under what it was made of; made anew where it is lost."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import orjson

from yalu.errors import StorageError
from yalu.evidence.scope import Scope
from yalu.evidence.writing import write_whole
from yalu.graph import compile_in
from yalu.network.structure.analysis import SECONDS, SEED, VERSION, Step, analyse
from yalu.network.structure.material import Material

FOLDER = "structure"

_made: dict[str, dict[str, Any]] = {}


def root_of(scope: Scope) -> Path | None:
    """The workspace of the snapshot that is asked."""
    tables = scope.view.evidence.snapshot.folds.values()
    return next((folder.parents[2] for folder in tables if folder.parent.parent.name == "folds"), None)


def analysis(
    material: Material,
    root: Path | None = None,
    *,
    seed: int = SEED,
    seconds: float = SECONDS,
    step: Step = lambda message: None,
) -> dict[str, Any]:
    """The analysis of a network, from the workspace where it is kept there, else made and kept.

    One that the time did not suffice for is not kept. Where the workspace may not be written, nothing is.
    """
    key = hashlib.sha256(f"{VERSION} {seed} {material.digest()}".encode()).hexdigest()[:24]
    if key in _made:
        return _made[key]
    path = root / FOLDER / f"{key}.json" if root else None
    found = _read(path)
    if found is None:
        found = analyse(material, compile_in(None), seed=seed, seconds=seconds, step=step)
        if found["stopped"]:
            return found
        if path is not None:
            _keep(path, found)
    _made[key] = found
    return found


def _read(path: Path | None) -> dict[str, Any] | None:
    try:
        found = orjson.loads(path.read_bytes()) if path else None
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and found.get("version") == VERSION else None


def _keep(path: Path, found: dict[str, Any]) -> None:
    try:
        write_whole(path, orjson.dumps(found))
    except StorageError:
        return

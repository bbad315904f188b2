"""Loads real copies into a workspace for tests."""

from __future__ import annotations

from pathlib import Path

from yalu.evidence import packaged
from yalu.evidence.intake import Documents, take
from yalu.evidence.workspace import Workspace
from yalu.model.dates import period
from yalu.sources.registry import source


def load(workspace: Workspace, source_id: str, files: dict[str, Path], day: str) -> None:
    """Take in one copy, by part; the casebook comes first."""
    packaged.ensure(workspace)
    documents = {part: path.read_bytes() for part, path in files.items()}
    names = {part: path.name for part, path in files.items()}
    take(workspace, source(source_id), Documents(documents, names, period(day)))

"""Workspaces that hold small lists in the official formats, without the casebook."""

from __future__ import annotations

from pathlib import Path

from yalu.evidence.intake import Documents, take
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.model.dates import period
from yalu.sources.registry import source

TODAY = "2026-11-24"


def load(workspace: Workspace, source_id: str, day: str, **parts: bytes) -> None:
    """Take in one copy of a list, as small as it may be."""
    of = source(source_id)
    names = {part: of.part(part).files[0] for part in parts}
    take(workspace, of, Documents(dict(parts), names, period(day)), accept_shrink=True)


def evidence(root: Path, *copies: tuple[str, str, dict[str, bytes]]) -> tuple[Workspace, Evidence]:
    """A workspace with these copies: source, day and documents by part."""
    workspace = Workspace(root / "lists")
    for source_id, day, parts in copies:
        load(workspace, source_id, day, **parts)
    return workspace, Evidence.open(workspace)

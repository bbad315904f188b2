"""Takes a user's source out of the evidence. What it brought stays in the archive, set aside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yalu.errors import UsageError
from yalu.evidence import archive, log, snapshot
from yalu.evidence.registered import user_sources
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import make_folder
from yalu.sources import registry
from yalu.sources.user import DOCUMENTS


@dataclass(frozen=True, slots=True)
class Removal:
    """What is taken out, or would be."""

    source: str
    copies: list[str]
    """The days of its copies."""
    documents: int
    """How many documents stay in the archive."""
    aside: Path
    """Where its definition and the records of its copies go."""
    snapshot: str = ""
    """The snapshot without it; empty where nothing was done."""

    def as_json(self) -> dict[str, Any]:
        """The removal as JSON shows it."""
        return {
            "version": 1,
            "source": self.source,
            "outcome": "removed" if self.snapshot else "would be removed",
            "copies": self.copies,
            "documents_kept": self.documents,
            "set_aside": str(self.aside),
            "snapshot": self.snapshot,
        }


def look(workspace: Workspace, name: str) -> Removal:
    """What removing a source would take out. Raises UsageError where it is none of the user's."""
    held = user_sources(workspace)
    if name == DOCUMENTS:
        raise UsageError("What was cited is taken back passage by passage.", do="yalu cite reject --help")
    if name in registry.sources():
        raise UsageError(
            f"{name} comes with Yalu and cannot be removed.", expected="a source that you brought"
        )
    folded = snapshot.current_id(workspace) and name in snapshot.open_snapshot(workspace).folds
    if name not in held and not folded:
        raise UsageError(
            f"You brought no source {name!r}.", expected="one of: " + (", ".join(held) or "none yet")
        )
    found = archive.copies(workspace, name)
    documents = {sha for copy in found for sha in copy.documents.values()}
    return Removal(name, [c.date.text() for c in found], len(documents), _aside(workspace, name))


def remove(workspace: Workspace, name: str) -> Removal:
    """Take a source out and publish the snapshot without it.

    A run that was killed midway is ended by the next: the definition goes last, then the snapshot is made.
    Raises UsageError and StorageError.
    """
    with workspace.writing():
        found = look(workspace, name)
        make_folder(found.aside)
        for path in sorted((workspace.copies / name).glob("[!.]*.json")):
            path.replace(found.aside / path.name)
        definition = workspace.root / "sources" / f"{name}.yml"
        if definition.exists():
            definition.replace(found.aside / definition.name)
        bound = snapshot.bind(workspace)
        snapshot.publish(workspace, bound)
        log.note(workspace, name, "removed", snapshot=bound.id)
    return Removal(found.source, found.copies, found.documents, found.aside, bound.id)


def _aside(workspace: Workspace, name: str) -> Path:
    """The next folder of that name that is free; one that a killed run left without a definition goes on."""
    root = workspace.archive / "removed"
    number = 1
    while (root / f"{name}-{number}" / f"{name}.yml").exists():
        number += 1
    return root / f"{name}-{number}"

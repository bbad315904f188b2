"""The sources that come with Yalu: taken in without network, and anew when Yalu brings another edition."""

from __future__ import annotations

from yalu.errors import YaluError
from yalu.evidence import archive, intake, sightings, snapshot
from yalu.evidence.intake import Documents, Step
from yalu.evidence.workspace import Workspace
from yalu.sources.registry import Source, sources


def ensure(workspace: Workspace, *, step: Step = lambda _: None) -> None:
    """Take in each packaged source whose edition in this version of Yalu is not in force in the workspace.

    Where it is, nothing is written, so a reader needs no right to write.
    """
    workspace.check()
    for source in sources().values():
        if source.packaged and not _in_force(workspace, source):
            step(f"building the snapshot from the casebook in {workspace.root} (once, no network)")
            intake.take(workspace, source, _documents(source), accept_shrink=True, step=step)


def _documents(source: Source) -> Documents:
    documents = source.packaged_documents()
    return Documents(
        contents={part: content for part, (_, content) in documents.items()},
        names={part: name for part, (name, _) in documents.items()},
    )


def _in_force(workspace: Workspace, source: Source) -> bool:
    """Whether the snapshot in force rests on this edition alone, as this version of its parser reads it."""
    digests = {p: archive.sha256(c) for p, (_, c) in source.packaged_documents().items()}
    if [copy.documents for copy in archive.copies(workspace, source.id)] != [digests]:
        return False
    if not sightings.kept(workspace, source, digests):
        return False
    try:
        folded = snapshot.open_snapshot(workspace).copies(source.id)
    except YaluError:  # no snapshot in force, or a part of it is lost
        return False
    return [copy.run for copy in folded] == [sightings.run_id(source, digests)]

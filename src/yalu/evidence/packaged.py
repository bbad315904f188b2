"""The sources that come with Yalu: taken in without network, and anew when Yalu brings another edition."""

from __future__ import annotations

from yalu.evidence import archive, intake, snapshot
from yalu.evidence.intake import Documents, Step
from yalu.evidence.workspace import Workspace
from yalu.sources.registry import Source, sources


def ensure(workspace: Workspace, *, step: Step = lambda _: None) -> None:
    """Take in each packaged source whose edition in this version of Yalu the workspace lacks."""
    for source in sources().values():
        if source.packaged and not _held(workspace, source):
            step(f"building the snapshot from the casebook in {workspace.root} (once, no network)")
            intake.take(workspace, source, _documents(source), step=step)
    if not snapshot.current_id(workspace):
        with workspace.writing():
            snapshot.publish(workspace, snapshot.bind(workspace))


def _documents(source: Source) -> Documents:
    documents = source.packaged_documents()
    return Documents(
        contents={part: content for part, (_, content) in documents.items()},
        names={part: name for part, (name, _) in documents.items()},
    )


def _held(workspace: Workspace, source: Source) -> bool:
    """Whether the newest copy held is the edition that this version of Yalu brings."""
    held = archive.copies(workspace, source.id)
    digests = {p: archive.sha256(c) for p, (_, c) in source.packaged_documents().items()}
    return bool(held) and held[-1].documents == digests and bool(snapshot.current_id(workspace))

"""The journal of a workspace: opened, added to, archived and published as the source ``documents``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from yalu.documents.shelf import Document
from yalu.errors import ContractError, UsageError
from yalu.evidence import archive, intake
from yalu.evidence.intake import Documents, Step
from yalu.evidence.workspace import Workspace
from yalu.sources.documents.journal import Journal, read
from yalu.sources.user import DOCUMENTS, user_source

PART = "journal"


def open_journal(workspace: Workspace) -> Journal:
    """The journal in force; an empty one where nothing was cited yet."""
    editions = archive.longest(workspace, archive.copies(workspace, DOCUMENTS))
    if not editions:
        return Journal()
    return read(archive.document(workspace, editions[0].documents[PART]))


def publish(workspace: Workspace, entries: Iterable[dict[str, Any]], step: Step = lambda _: None) -> str:
    """Add entries to the journal, and publish the snapshot that holds what they say; all or nothing.

    The journal is read again under the right to write, so that two who cite at once lose nothing. Returns the
    snapshot's id. Raises UsageError where an entry cannot stand.
    """
    source = user_source("documents", DOCUMENTS)
    with workspace.writing(lambda: step("waiting for another command that writes here")):
        journal = open_journal(workspace)
        for entry in entries:
            try:
                journal.add(entry)
            except ValueError as error:
                raise UsageError(str(error)) from error
        content = journal.lines()
        try:
            source.parse({PART: content})
        except ContractError as error:
            raise UsageError(error.what) from error
        return intake.locked(workspace, source, Documents({PART: content}, {PART: "journal.jsonl"})).snapshot


def decided(who: str, why: str) -> dict[str, str]:
    """Who decides, when and why, for an entry."""
    return {"who": who, "at": datetime.now(UTC).isoformat(timespec="seconds"), "why": why}


def brings(journal: Journal, document: Document, by: dict[str, str]) -> list[dict[str, Any]]:
    """The entry that says what is known of a document, where the journal does not say it so already."""
    fields = asdict(document)
    held = journal.documents.get(document.sha256, {})
    return [] if all(held.get(k) == v for k, v in fields.items()) else [{"type": "document", **fields, **by}]

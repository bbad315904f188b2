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
from yalu.evidence.snapshot import current_id
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


def file(
    workspace: Workspace,
    made: Iterable[tuple[Document, list[dict[str, Any]]]],
    by: dict[str, str],
    step: Step = lambda _: None,
) -> tuple[set[str], str]:
    """Put citations into the journal that do not stand there yet: the ids of these, and the snapshot."""
    journal = open_journal(workspace)
    batch: list[dict[str, Any]] = []
    fresh: set[str] = set()
    brought: set[str] = set()
    for document, entries in made:
        new = [e for e in entries if e["id"] not in journal.citations and e["id"] not in fresh]
        if new and document.sha256 not in brought:
            brought.add(document.sha256)
            batch += brings(journal, document, by)
        fresh |= {e["id"] for e in new}
        batch += new
    return fresh, publish(workspace, batch, step) if batch else current_id(workspace)


def decided(who: str, why: str) -> dict[str, str]:
    """Who decides, when and why, for an entry."""
    return {"who": who, "at": datetime.now(UTC).isoformat(timespec="seconds"), "why": why}


def brings(journal: Journal, document: Document, by: dict[str, str]) -> list[dict[str, Any]]:
    """The entry that says what is known of a document, where the journal does not say it so already."""
    fields = asdict(document)
    held = journal.documents.get(document.sha256, {})
    return [] if all(held.get(k) == v for k, v in fields.items()) else [{"type": "document", **fields, **by}]


def said(c: dict[str, Any]) -> str:
    """What a citation states, in one line."""
    role = (c.get("detail") or {}).get("role")
    ends = (
        (c["value"], c["subject"]) if (c.get("detail") or {}).get("reversed") else (c["subject"], c["value"])
    )
    what = f"{ends[0]} {role} {ends[1]}" if role else f"{c['subject']} {c['prop']}: {c['value']}"
    share = (c.get("detail") or {}).get("share")
    return what + (f", {share}" if share else "") + f" ({c['grade']})"

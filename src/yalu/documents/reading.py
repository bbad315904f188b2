"""Reads a held document with the names of a day, keeps what was found, and remembers what was proposed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson

from yalu.documents import findings
from yalu.documents.page import Text
from yalu.documents.shelf import Document, folder, held
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import write_whole
from yalu.model.statement import statement_id
from yalu.screening.day import Day
from yalu.sources.documents.journal import Journal

PROPOSALS = "proposals.json"


def findings_of(
    workspace: Workspace,
    document: Document,
    text: Text,
    day: Day,
    progress: Callable[[int], None] = lambda _: None,
) -> dict[str, Any]:
    """What was found in a document, from what is kept where the same was asked before."""
    place = folder(workspace, document.sha256)
    asked = (
        day.index.snapshot,
        day.when.as_of,
        day.when.on,
        str(day.when.mode),
        text.reader,
        str(findings.VERSION),
    )
    path = place / f"found-{statement_id(*asked)[:12]}.json"
    try:
        kept: dict[str, Any] = orjson.loads(path.read_bytes())
        return kept
    except (OSError, ValueError):
        pass
    found = findings.find(text, document.sha256, day, progress)
    with workspace.writing():
        write_whole(path, orjson.dumps(found))
        known = _read(workspace, document.sha256)
        fresh = known | {p["id"]: p for p in found["proposals"]}
        if fresh != known:
            write_whole(place / PROPOSALS, orjson.dumps(fresh, option=orjson.OPT_SORT_KEYS))
    return found


def proposals(workspace: Workspace) -> dict[str, dict[str, Any]]:
    """Every proposal of every document, by id, with the document's sha256."""
    found = {}
    for document in held(workspace):
        for id_, one in _read(workspace, document.sha256).items():
            found[id_] = {**one, "sha256": document.sha256, "title": document.title}
    return found


def state(journal: Journal, proposal: str) -> str:
    """``accepted``, ``rejected`` or ``proposed``."""
    if any(c.get("proposal") == proposal for c in journal.citations.values()):
        return "accepted"
    return "rejected" if proposal in journal.rejected else "proposed"


def _read(workspace: Workspace, digest: str) -> dict[str, dict[str, Any]]:
    try:
        found: dict[str, dict[str, Any]] = orjson.loads((folder(workspace, digest) / PROPOSALS).read_bytes())
    except (OSError, ValueError):
        return {}
    return found

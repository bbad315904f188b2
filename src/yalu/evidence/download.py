"""Fetches a copy of a source from its publisher: only what changed, and only as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from yalu.errors import SourceMissing
from yalu.evidence import archive
from yalu.evidence.fetch import fetch
from yalu.evidence.intake import Documents, Step
from yalu.evidence.workspace import Workspace
from yalu.evidence.writing import write_whole
from yalu.model.dates import Interval
from yalu.sources.registry import Source


@dataclass(frozen=True, slots=True)
class FetchedCopy:
    """A copy as fetched, with what the publisher's server said of each file, for the next time."""

    documents: Documents
    validators: dict[str, dict[str, str]]  # part -> etag, last_modified, sha256


def fetch_source(workspace: Workspace, source: Source, *, step: Step) -> FetchedCopy | None:
    """Fetch all parts; ``None`` where the publisher says that none of them changed.

    A copy is of the day on which it was fetched. Raises SourceMissing with what to do instead.
    """
    if not any(part.address for part in source.parts):
        raise SourceMissing(
            f"{source.id} has no address from which it can be fetched.",
            do=f"yalu sync {source.id} --from FILE",
        )
    held = _remembered(workspace, source)
    contents: dict[str, bytes] = {}
    validators: dict[str, dict[str, str]] = {}
    changed = False
    for part in source.parts:
        known = held.get(part.name, {})
        step(f"{source.id}: fetching {part.address}")
        got = fetch(
            part.address,
            etag=known.get("etag", ""),
            last_modified=known.get("last_modified", ""),
            max_bytes=source.contract.max_bytes,
        )
        if got.content is None:
            contents[part.name] = archive.document(workspace, known["sha256"])
            validators[part.name] = known
            continue
        changed = True
        contents[part.name] = got.content
        validators[part.name] = {
            "etag": got.etag,
            "last_modified": got.last_modified,
            "sha256": archive.sha256(got.content),
        }
    if not changed:
        return None
    today = datetime.now(UTC).date().isoformat()
    names = {part.name: part.address for part in source.parts}
    return FetchedCopy(Documents(contents, names, Interval(today, today)), validators)


def remember(workspace: Workspace, source: Source, fetched: FetchedCopy) -> None:
    """Keep what the server said, once the copy is in force."""
    with workspace.writing():
        write_whole(_path(workspace, source), orjson.dumps(fetched.validators, option=orjson.OPT_INDENT_2))


def _remembered(workspace: Workspace, source: Source) -> dict[str, Any]:
    """What the server said last time, of each part whose document is still here.

    Nothing where no copy holds those documents: "unchanged" would then leave the source without a copy.
    """
    try:
        found: dict[str, Any] = orjson.loads(_path(workspace, source).read_bytes())
    except (FileNotFoundError, orjson.JSONDecodeError):
        return {}
    digests = {part: said["sha256"] for part, said in found.items()}
    if not any(copy.documents == digests for copy in archive.copies(workspace, source.id)):
        return {}
    return {part: said for part, said in found.items() if archive.holds(workspace, digests[part])}


def _path(workspace: Workspace, source: Source) -> Path:
    return workspace.root / "fetched" / f"{source.id}.json"

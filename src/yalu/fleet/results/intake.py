"""Takes a result form in as a dated source of the workspace, and withdraws a result again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yalu.errors import ContractError, UsageError
from yalu.evidence import archive, intake, packaged, snapshot
from yalu.evidence.intake import Documents
from yalu.evidence.workspace import Workspace
from yalu.fleet.files.columns import read as read_sheet
from yalu.fleet.results.rows import FORM, NEEDED, Checked, checked
from yalu.screening.customers import open_file
from yalu.sources.results.journal import Journal, read
from yalu.sources.user import RESULTS, user_source

PART = "journal"
Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file: new and corrected results, those that stood already, and rows set apart."""

    columns: str
    new: list[dict[str, Any]]
    corrected: list[dict[str, Any]]
    same: int
    apart: list[dict[str, Any]]
    snapshot: str


def open_journal(workspace: Workspace) -> Journal:
    """The journal in force; an empty one where nothing was reported yet."""
    editions = archive.longest(workspace, archive.copies(workspace, RESULTS))
    if not editions:
        return Journal()
    return read(archive.document(workspace, editions[0].documents[PART]), RESULTS)


def take(
    workspace: Workspace,
    path: str,
    content: bytes | None = None,
    *,
    columns: str = "",
    received: str,
    today: str,
    step: Step = lambda _: None,
) -> Taken:
    """Take the rows of a file in that hold, all in one step, and set the others apart with their reasons.

    ``content`` is that of standard input. ``received`` is the day of the report. Raises UsageError, and
    ContractError where no row can be used: nothing is then taken.
    """
    if received > today:
        raise UsageError(f"--dated {received} is not yet.", expected="the day on which the report came")
    data = open_file(path, content)
    name = "standard input" if content is not None else path.replace("\\", "/").rsplit("/", 1)[-1]
    sheet = read_sheet(path, data, FORM, columns)
    found = checked(sheet, file=name, sha256=hashlib.sha256(data).hexdigest(), received=received, at=today)
    if not found.results:
        raise _nothing(name, found)
    packaged.ensure(workspace, step=step)
    with workspace.writing(lambda: step("waiting for another command that writes here")):
        journal = open_journal(workspace)
        new, corrected, same = [], [], 0
        for entry in found.results:
            held = journal.results.get(entry["id"])
            if held and _told(held) == _told(entry):
                same += 1
            elif held:
                corrected.append(entry)
            else:
                new.append(entry)
        apart = [
            e for e in found.apart if journal.apart.get((e["file"], e["row"]), {}).get("why") != e["why"]
        ]
        added = [*new, *corrected, *apart]
        for entry in added:
            journal.add(entry)
        made = _publish(workspace, journal, step) if added else snapshot.current_id(workspace)
    return Taken(sheet.told, new, corrected, same, found.apart, made)


def withdraw(
    workspace: Workspace, result: str, *, who: str, why: str, today: str, step: Step = lambda _: None
) -> str:
    """Take one result back; it stays in the journal, and no later snapshot shows it. Returns the snapshot."""
    packaged.ensure(workspace, step=step)
    with workspace.writing(lambda: step("waiting for another command that writes here")):
        journal = open_journal(workspace)
        if result not in journal.results:
            some = ", ".join(list(journal.results)[:5]) or "none stands"
            raise UsageError(f"No result {result[:60]!r} stands.", expected=f"the id of one: {some}")
        journal.add({"type": "withdrawal", "of": result, "who": who, "why": why, "at": today})
        return _publish(workspace, journal, step)


def _publish(workspace: Workspace, journal: Journal, step: Step) -> str:
    source = user_source("results", RESULTS)
    documents = Documents({PART: journal.lines()}, {PART: "journal.jsonl"})
    return intake.locked(workspace, source, documents, step=step).snapshot


def _told(entry: dict[str, Any]) -> dict[str, Any]:
    """A result without where and when it came in: what makes it the same report."""
    return {k: v for k, v in entry.items() if k not in ("file", "sha256", "row", "at", "received")}


def _nothing(name: str, found: Checked) -> ContractError:
    told = "; ".join(f"row {e['row']}: {e['why']}" for e in found.apart[:3]) or "it has no row"
    return ContractError(
        name,
        f"no row can be used: {told}",
        expected=f"one inspection a row, with {', '.join(NEEDED)}",
        do="Correct the rows and give the file again; nothing was taken.",
    )

"""Takes a copy of a source in: archive, parse, check the contract, fold, publish; all or nothing.

The copy counts as held once its record stands: after it was folded, before the snapshot that holds it is
published. A run that dies between the two is finished by the next one. A refused copy leaves the snapshot
in force as it was. Its documents stay in the archive, so that what was wrong with them can be looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yalu.errors import ContractError, UsageError
from yalu.evidence import archive, failpoints, sightings, snapshot
from yalu.evidence.archive import Copy
from yalu.evidence.registered import check_new, define
from yalu.evidence.workspace import Workspace
from yalu.model.dates import OPEN, Interval
from yalu.sources.registry import Source
from yalu.sources.sighting import Parsed, Problem
from yalu.sources.user import UserSource

SMALL_LIST = 100
"""Below this many records a list may well halve, so its shrinking is not judged."""

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Documents:
    """The files of one copy as a user or a publisher gave them."""

    contents: dict[str, bytes]  # by part
    names: dict[str, str]
    date: Interval = OPEN  # the day they were current, where they do not say it themselves


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an intake."""

    copy: Copy
    records: int
    problems: list[Problem]
    quarantined: int
    snapshot: str
    new: bool  # whether the copy was not held before


def take(
    workspace: Workspace,
    source: Source,
    given: Documents,
    *,
    accept_shrink: bool = False,
    step: Step = lambda _: None,
) -> Taken:
    """Take one copy in and publish the snapshot that holds it.

    Raises ContractError where the copy is refused, UsageError where its day is not known, and StorageError
    where the workspace cannot be written.
    """
    _check_sizes(source, given)
    if isinstance(source, UserSource):
        check_new(workspace, source)
    with workspace.writing(lambda: step("waiting for another command that writes here")):
        return locked(workspace, source, given, accept_shrink=accept_shrink, step=step)


def locked(
    workspace: Workspace,
    source: Source,
    given: Documents,
    *,
    accept_shrink: bool = False,
    step: Step = lambda _: None,
) -> Taken:
    """The same as :func:`take`, for who holds the right to write already."""
    digests = {part: archive.keep(workspace, content) for part, content in given.contents.items()}
    failpoints.reach("archived")
    files = list(given.names.values())
    step(f"{source.id}: reading {', '.join(files) if len(files) < 5 else f'{len(files)} files'}")
    parsed = source.parse(given.contents)
    failpoints.reach("parsed")
    copy = Copy(source.id, _date(source, given, parsed), digests, given.names)
    records = parsed[source.parts[0].name].records
    problems = [p for result in parsed.values() for p in result.problems]
    counts = {part: result.records for part, result in parsed.items()}
    problems += _check_counts(workspace, source, copy, counts, accept_shrink)
    sightings.store(workspace, source, digests, parsed)
    quarantined = sum(len(result.quarantined) for result in parsed.values())
    del parsed  # the fold reads what was stored; a large file would stand in memory twice

    held = {c.id for c in archive.copies(workspace, source.id)}
    step(f"{source.id}: folding {len(held | {copy.id})} copies")
    bound = snapshot.bind(workspace, adding=copy, source=source)
    problems += [p for day, p in bound.problems(source.id) if day == copy.date]
    new = copy.id not in held or bound.id != snapshot.current_id(workspace)
    if isinstance(source, UserSource):
        define(workspace, source)
    archive.record_copy(workspace, copy)
    if source.history == "replace":
        archive.forget_others(workspace, copy)
    failpoints.reach("recorded")
    snapshot.publish(workspace, bound)
    return Taken(
        copy,
        records,
        problems,
        quarantined,
        bound.id,
        new,
    )


def _check_sizes(source: Source, given: Documents) -> None:
    missing = [p.name for p in source.parts if p.required and p.name not in given.contents]
    if missing:
        files = ", ".join(f for name in missing for f in source.part(name).files)
        raise UsageError(
            f"{source.id}: the copy lacks its part {', '.join(missing)}.", expected=f"a file {files}"
        )
    for part, content in given.contents.items():
        if len(content) > source.contract.max_bytes:
            raise ContractError(
                source.id,
                f"{len(content):,} bytes",
                where=given.names[part],
                expected=f"at most {source.contract.max_bytes:,} bytes",
            )


def _date(source: Source, given: Documents, parsed: dict[str, Parsed]) -> Interval:
    stated = next((result.stated for result in parsed.values() if result.stated), OPEN)
    date = stated or given.date
    if not date:
        raise UsageError(
            f"{source.id}: {', '.join(given.names.values())} bears no date.",
            expected="the day on which this copy was the published list",
            do="Give it with --dated 2022-01-31, or --dated 2022-01-01/2022-01-31 if only a period is known.",
        )
    return date


def _check_counts(
    workspace: Workspace, source: Source, copy: Copy, counts: dict[str, int], accept_shrink: bool
) -> list[Problem]:
    limits = source.contract
    main = source.parts[0].name
    where, records = copy.names[main], counts[main]
    if not records:
        raise ContractError(source.id, "no record at all", where=where, expected="a list")
    if records > limits.max_records:
        raise ContractError(
            source.id, f"{records:,} records", where=where, expected=f"at most {limits.max_records:,} records"
        )
    if not accept_shrink:
        _check_shrink(workspace, source, copy, counts)
    if records < limits.min_records:
        return [
            Problem("few_records", where, f"{records:,} records; usual are {limits.min_records:,} or more")
        ]
    return []


def _check_shrink(workspace: Workspace, source: Source, copy: Copy, records: dict[str, int]) -> None:
    """Compare each part with the same part of the copies next to it by date, before and after.

    A copy of the same day counts as the one before; one that lacks the part says nothing.
    """
    others = [c for c in archive.copies(workspace, source.id) if c.id != copy.id]
    for part in copy.documents:
        alike = [c for c in others if part in c.documents]
        before = [c for c in alike if c.order < copy.order or c.date == copy.date][-1:]
        after = [c for c in alike if c.order > copy.order and c.date != copy.date][:1]
        for earlier, later, neighbor in [*((c, copy, c) for c in before), *((copy, c, c) for c in after)]:
            count = {copy.id: records[part], neighbor.id: _records(workspace, source, neighbor, part)}
            old, new = count[earlier.id], count[later.id]
            if old >= SMALL_LIST and new < old * (1 - source.contract.max_shrink):
                raise ContractError(
                    source.id,
                    f"{records[part]:,} records, but the copy of {neighbor.date.text()} has"
                    f" {count[neighbor.id]:,}: the list shrank by {100 * (old - new) / old:.0f}%"
                    f" between {earlier.date.text()} and {later.date.text()}",
                    where=copy.names[part],
                    expected=f"a loss of at most {source.contract.max_shrink:.0%} between neighboring copies",
                    do="Check the file. If the list really shrank, sync it again with --accept-shrink.",
                )


def _records(workspace: Workspace, source: Source, copy: Copy, part: str) -> int:
    return sightings.reports(workspace, source, copy)[part].records
